"""One file → one article, with everything that is wrong in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.model.agency import agency_table
from lisanayn.model.article import Article, Parsed, Source, SourceKind
from lisanayn.model.blocks import Heading
from lisanayn.parse import ARTICLE_STEPS, parse_source, source_digest
from lisanayn.parse.characters import MOST_REPORTS
from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import Problem, Severity, note
from tests.parse.specification import shown

AGENCIES = agency_table()

ARTICLE = """---
title: رصيف الميناء
date: 2026-03-12
tags: [موانئ, بحر]
---
# رصيف الميناء

قال و**«الربّان»** إن السفن ستعود غدا[^1].

![قوارب](boats.jpg)
أسوار الميناء عند الغروب (رويترز)

> قول قديم
> — مثل

[^1]: كما في كل عام.
"""


def source(text: str | bytes, kind: SourceKind = "markdown", lang: str = "ar") -> Source:
    name = f"content/pier/{lang}.{'md' if kind == 'markdown' else 'txt'}"
    return Source(name, "pier", lang, kind, text.encode() if isinstance(text, str) else text)


def parse(text: str | bytes, kind: SourceKind = "markdown") -> Parsed:
    return parse_source(source(text, kind), AGENCIES)


def told(parsed: Parsed) -> list[tuple[Severity, str, int]]:
    return [(problem.severity, problem.code, problem.at.line) for problem in parsed.problems]


def test_an_article() -> None:
    parsed = parse(ARTICLE)
    assert told(parsed) == [(Severity.NOTE, "title-repeated", 6)]
    article = parsed.article
    assert (article.path, article.slug, article.lang, article.kind) == ("content/pier/ar.md", "pier", "ar", "markdown")
    assert article.header.title == "رصيف الميناء"
    assert [shown(block) for block in article.blocks] == [
        " 8 paragraph: قال و{strong|«الربّان»} إن السفن ستعود غدا{note 1|}.",
        "10 figure boats.jpg alt='قوارب' credit='رويترز': أسوار الميناء عند الغروب",
        "13 quote 1: قول قديم — مثل",
        "16 footnote 1: كما في كل عام.",
    ]


WIRE = """وصلت السفينة إلى الميناء صباح اليوم، وقال ربّانها إنها لن تعود.

أسوار الميناء عند الغروب (رويترز)

المصدر : وكالات
"""


@pytest.mark.parametrize(("text", "kind"), [(ARTICLE, "markdown"), (f"---\ntitle: سفينة\n---\n{WIRE}", "wire")])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_encoding_gives_the_same_article(text: str, kind: SourceKind, encoding: str, end: str) -> None:
    plain = parse(text, kind)
    other = parse(text.replace("\n", end).encode(encoding), kind)
    assert (other.article.header, other.article.blocks, other.article.asides) == (
        plain.article.header,
        plain.article.blocks,
        plain.article.asides,
    )
    noted = [] if encoding.startswith("utf-8") else ["source-encoding"]
    assert [problem.code for problem in other.problems if problem not in plain.problems] == noted


@pytest.mark.parametrize("kind", ["markdown", "wire"])
@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "---\ntitle: أ\n---\n", "---\ntitle: أ\n---\n\n \n"])
def test_an_article_without_text_is_an_error(text: str, kind: SourceKind) -> None:
    (problem,) = parse(text, kind).problems
    assert (problem.severity, problem.code, problem.at.path) == (Severity.ERROR, "source-empty", source("", kind).path)


@pytest.mark.parametrize("text", ["نص", "# عنوان\n\nنص", "---\ndate: 2026-01-01\n---\nنص", "---\ntitle:\n---\nنص"])
def test_a_markdown_article_needs_a_title(text: str) -> None:
    assert (Severity.ERROR, "title-missing") in [told[:2] for told in told(parse(text))]


def test_a_title_under_a_misspelt_key_is_one_problem() -> None:
    (problem,) = parse("---\ntitel: أ\n---\nنص").problems
    assert (problem.code, problem.at.line, problem.hint) == ("header-key", 2, "did you mean 'title'?")


def test_a_first_heading_is_offered_as_the_title() -> None:
    (problem,) = parse("# عنوان\n\nنص").problems
    assert problem.hint.endswith("title: عنوان")


def test_a_title_that_cannot_be_read_is_not_reported_as_missing() -> None:
    assert [problem.code for problem in parse("---\ntitle: مدينة: اكتشاف\n---\nنص").problems] == ["header-yaml"]


def test_the_opening_words_of_wire_text_serve_as_its_title() -> None:
    parsed = parse(WIRE, "wire")
    assert told(parsed) == [(Severity.WARNING, "title-guessed", 1)]
    assert parsed.article.header.title and WIRE.startswith(parsed.article.header.title.rstrip("…"))


def test_direction_controls_are_errors_in_markdown_and_leftovers_in_wire_text() -> None:
    body = "قال \u202eالوزير\u202c إن\u2067 السفن ستعود غدا صباحا.\n"
    markdown = parse(f"---\ntitle: أ\n---\n{body}")
    assert {problem.code for problem in markdown.problems} == {"source-control", "source-bidi"}
    wire = parse(f"---\ntitle: أ\n---\n{body}", "wire")
    assert wire.problems == ()
    assert shown(wire.article.blocks[0]) == " 4 paragraph: قال الوزير إن السفن ستعود غدا صباحا."
    titled = parse(f"---\ntitle: \u202eأ\n---\n{body}", "wire")
    assert [problem.code for problem in titled.problems] == ["source-control"]


def test_control_characters_are_errors_with_their_lines() -> None:
    for kind in ("markdown", "wire"):
        parsed = parse("---\ntitle: أ\x00\ntags: [ب\x1b]\n---\nنص قصير\n\nسطر\x9b هنا يكفي.\n", kind)
        assert told(parsed) == [(Severity.ERROR, "source-control", line) for line in (2, 3, 7)]


def test_marks_are_limited() -> None:
    assert told(parse("---\ntitle: أ\n---\nنص\n\nس" + "\u0651\u064e" * 40_000)) == [(Severity.ERROR, "source-marks", 6)]


def test_tags_are_limited() -> None:
    tags = "".join(f"- وسم{number}\n" for number in range(100_000 // 40))
    parsed = parse(f"---\ntitle: أ\ntags:\n{tags}---\nنص")
    assert told(parsed) == [(Severity.ERROR, "tags-many", 104)]
    assert len(parsed.article.header.tags) == 100


def test_a_file_has_a_limit_of_size() -> None:
    assert told(parse("---\ntitle: أ\n---\n" + "نص " * 1_700_000)) == [(Severity.ERROR, "source-size", 0)]


def test_many_problems_of_one_kind_are_counted() -> None:
    parsed = parse("---\ntitle: أ\n---\n" + "[أ](javascript:x)\n\n" * 50)
    assert len(parsed.problems) == MOST_REPORTS
    assert parsed.problems[-1].message.endswith("(and 30 more of this kind)")


MISTAKES = {
    "---\ntitle: مدينة: {n}\n---\nنص": (2, "header-yaml"),
    '---\ntitle: "نعم" {n}\n---\nنص': (2, "header-yaml"),
    "---\n\ttitle: {n}\n---\nنص": (2, "header-yaml"),
    "---\ntitle: أ\n\nنص {n}": (1, "header-open"),
    "---\ntitle: أ\ntitle: {n}\n---\nنص": (3, "header-twice"),
    "---\ntitle: أ\ntitel: {n}\n---\nنص": (3, "header-key"),
    "---\ntitle: أ\ndate: 2026-13-{n}\n---\nنص": (3, "header-date"),
    "---\ntitle: أ\nslug: ../{n}\n---\nنص": (3, "header-slug"),
    "---\ntitle: أ\n---\n![أ](../{n})": (4, "picture-name"),
    "---\ntitle: أ\n---\n|أ|\n|-|\n|{n}|ب|": (6, "table-row"),
}


def test_fifty_bad_files_give_fifty_problems_with_their_lines() -> None:
    found = []
    for number in range(10, 60):
        text, (line, code) = list(MISTAKES.items())[number % len(MISTAKES)]
        problems = parse(text.replace("{n}", str(number))).problems
        places = [(problem.severity, problem.code, problem.at.line) for problem in problems]
        assert places == [(Severity.ERROR, code, line)]
        found += problems
    assert len(found) == 50


def test_a_sites_own_steps_come_last() -> None:
    def shout(article: Article) -> tuple[Article, tuple[Problem, ...]]:
        assert not any(isinstance(block, Heading) and block.level == 1 for block in article.blocks)
        return article, (note("title-repeated", "from a step", parsed.problems[0].at),)

    parsed = parse(ARTICLE)
    again = parse_source(source(ARTICLE), AGENCIES, (*ARTICLE_STEPS, ("shout", shout)))
    assert "from a step" in [problem.message for problem in again.problems]


def test_a_digest_names_the_bytes_and_the_file() -> None:
    one = parse(ARTICLE).article.digest
    assert one == source_digest(source(ARTICLE)) and len(one) == 32
    others = [source(ARTICLE + " "), source(ARTICLE, "wire"), source(ARTICLE, lang="en")]
    assert len({one, *map(source_digest, others)}) == 4


def test_a_plain_article_loads_neither_markdown_nor_yaml() -> None:
    code = (
        "import sys; from lisanayn.parse import parse_source; from lisanayn.model.article import Source;"
        "from lisanayn.model.agency import agency_table;"
        "text = '---\\ntitle: أ\\ntags: [ب, ج]\\ndate: 2026-01-01\\n---\\n\\nفقرة.\\n\\n## عنوان\\n\\nفقرة.\\n';"
        "parsed = parse_source(Source('a/ar.md', 'a', 'ar', 'markdown', text.encode()), agency_table());"
        "assert len(parsed.article.blocks) == 3 and not parsed.problems;"
        "heavy = {'markdown_it', 'mdit_py_plugins', 'yaml', 'babel', 'jinja2', 'pyarabic'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode()),
        st.text(max_size=200).map(lambda text: f"---\ntitle: x\n{text}\n---\n{text}".encode()),
    ),
    st.sampled_from(["markdown", "wire"]),
)
def test_no_file_raises(data: bytes, kind: SourceKind) -> None:
    parsed = parse(data, kind)
    assert {problem.code for problem in parsed.problems} <= set(PROBLEM_CODES)
    assert all(problem.message and problem.hint for problem in parsed.problems)
    assert parsed == parse(data, kind)

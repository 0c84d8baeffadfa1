"""The tables of tags and agencies."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.model.agency import Agency
from lisanayn.model.tag import Tag
from lisanayn.parse.tables import read_agencies, read_people, read_tags

LANGUAGES = ("ar", "en")


def tags(text: str) -> tuple[tuple[Tag, ...], list[str]]:
    found, problems = read_tags(text.encode(), "content/tags.toml", LANGUAGES)
    return found, [f"{problem.at.line} {problem.code}: {problem.message} — {problem.hint}" for problem in problems]


def test_tags_with_their_names_in_the_order_of_the_sites_languages() -> None:
    assert tags(
        """
[[tag]]
id = "harbours"
en = "Harbours"
ar = "الموانئ"
aliases = ["مرافئ"]

[[tag]]
id = "sea"
ar = "البحر"
fa = "دریا"
"""
    ) == (
        (
            Tag("harbours", (("ar", "الموانئ"), ("en", "Harbours")), ("مرافئ",)),
            Tag("sea", (("ar", "البحر"),)),
        ),
        [],
    )


def test_no_file_is_an_empty_table() -> None:
    assert tags("") == ((), [])


def test_agencies() -> None:
    text = """
[[agency]]
id = "difaf"
ar = "وكالة الضفاف"
en = "Difaf"
url = "https://example.org/"
aliases = ["الضفاف"]
"""
    assert read_agencies(text.encode(), "content/agencies.toml", LANGUAGES) == (
        (Agency("difaf", (("ar", "وكالة الضفاف"), ("en", "Difaf")), ("الضفاف",), "https://example.org/"),),
        (),
    )


def test_two_records_of_one_id_or_spelling_are_named_at_both_places() -> None:
    found, problems = tags(
        """[[tag]]
id = "harbours"
ar = "الموانئ"

[[tag]]
id = "harbours"
ar = "البحر"

[[tag]]
id = "ports"
ar = "مرافئ"
en = "Ports"
aliases = ["المواني"]
"""
    )
    assert [tag.id for tag in found] == ["harbours", "ports"]
    assert problems == [
        "6 toml-twice: the id 'harbours' stands in line 2 and in line 6 — "
        "give one of the two another id, or join them",
        "13 toml-twice: «المواني» and «الموانئ» count as one spelling: in line 3 and in line 13 — "
        "two tag records cannot share a spelling",
    ]


def test_mistakes_are_told_all_at_once_with_their_lines() -> None:
    _, problems = tags(
        """[[tag]]
id = "B c"
ar = "أ"
[[tag]]
ar = "ب"
[[tag]]
id = "d"
[[tag]]
id = "e"
ar = 3
en = "E"
alias = ["x"]
[[tag]]
id = "f"
en = "F"
aliases = "x"
[[tags]]
id = "g"
"""
    )
    assert [problem.split(" ")[0] for problem in problems] == ["2", "4", "6", "10", "12", "16", "17"]
    assert problems[4].endswith("unknown key 'tag.alias' — did you mean 'aliases'?")
    assert problems[6].endswith("unknown key 'tags' — did you mean 'tag'?")


def test_an_agencys_address_is_on_the_web() -> None:
    text = '[[agency]]\nid = "x"\nar = "س"\nurl = "javascript:alert(1)"\n'
    (agency,), (problem,) = read_agencies(text.encode(), "content/agencies.toml", LANGUAGES)
    assert agency.url == "" and (problem.at.line, problem.code) == (4, "toml-value")


def test_a_file_that_is_not_toml_is_one_problem_with_its_line() -> None:
    assert tags("[[tag]]\nid = harbours\n")[1][0].startswith("2 toml-syntax: ")
    _, (problem,) = read_tags(b"[[tag]]\nid = \"\xff\"\n", "content/tags.toml", LANGUAGES)
    assert (problem.at.line, problem.code) == (2, "toml-syntax")


def test_hostile_files_are_problems_and_no_faults() -> None:
    deep, long, many = "a = " + "[" * 5000, "a = " + "9" * 5000, "[[tag]]\n" * 10_001
    for text in (deep, long, many, "tag = 3", "tag = [3]", "[tag]\nid = 'x'"):
        assert tags(text)[1]


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=80), st.text(alphabet='[]tagid="\n xأ,.{}\\u0', max_size=80).map(str.encode)))
def test_nothing_raises(data: bytes) -> None:
    read_tags(data, "t", LANGUAGES)
    read_agencies(data, "t", LANGUAGES)


def test_people_are_read_as_tags_are() -> None:
    text = """
[[person]]
id = "salma-awwad"
ar = "سلمى عوّاد"
en = "Salma Awwad"
aliases = ["S. Awwad"]
[[person]]
id = "layan"
ar = "ليان"
aliases = ["سلمي عواد"]
"""
    found, problems = read_people(text.encode(), "content/people.toml", LANGUAGES)
    assert (found[0].id, dict(found[0].names), found[0].aliases) == (
        "salma-awwad", {"ar": "سلمى عوّاد", "en": "Salma Awwad"}, ("S. Awwad",),
    )  # fmt: skip
    assert [problem.code for problem in problems] == ["toml-twice"]

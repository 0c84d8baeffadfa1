"""Front matters, as their specification files say, and what holds of any."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.parse.flat_yaml import read_flat
from lisanayn.parse.front_matter import MAX_HEAD_BYTES, read_header, split_front
from lisanayn.parse.header import HEADER_KEYS
from lisanayn.parse.yaml_nodes import Mapping, read_yaml
from lisanayn.problems import sort_problems
from tests.parse.specification import cases, described, fields_of

CASES = cases("front_matter")


def outcome(text: str) -> list[str]:
    """The fields of a header and its problems, a line each."""
    split = split_front(text, "a.txt", "wire")
    if split.head is None:
        return described(split.problems) or ["(no front matter)"]
    header, problems = read_header(split.head, split.head_line, "a.txt", "wire")
    return (fields_of(header) + described(sort_problems(problems))) or ["(nothing)"]


@pytest.mark.parametrize(("title", "text", "want"), CASES, ids=[title for title, _, _ in CASES])
def test_headers(title: str, text: str, want: list[str]) -> None:
    assert outcome(text) == want


@pytest.mark.parametrize("kind", ["markdown", "wire"])
def test_a_rule_of_hyphens_is_no_front_matter_in_wire_text_only(kind: str) -> None:
    text = "---\nجملة عادية\n---\nنص"
    split = split_front(text, "a", kind)  # type: ignore[arg-type]  # both words are of the Literal
    assert (split.head is None) == (kind == "wire")
    assert split.body == (text if kind == "wire" else "نص")


def test_lines_that_are_no_keys_are_errors_in_markdown() -> None:
    split = split_front("---\nجملة عادية\n- أ\n---\nنص", "a.md", "markdown")
    assert split.head is not None
    _, problems = read_header(split.head, split.head_line, "a.md", "markdown")
    assert [(problem.at.line, problem.code) for problem in problems] == [(2, "header-yaml")]


def test_keys_for_wire_text_are_reported_in_markdown() -> None:
    _, problems = read_header("title: أ\nblocks: {7: paragraph}\nimages: {}", 2, "a.md", "markdown")
    assert [(problem.at.line, problem.code) for problem in problems] == [(3, "header-unused"), (4, "header-unused")]


def test_body_and_lines_are_found_behind_the_front_matter() -> None:
    split = split_front("\n---\ntitle: أ\n---  \nنص\n", "a.md", "markdown")
    assert (split.head, split.head_line, split.body, split.body_line) == ("title: أ", 3, "نص\n", 5)


def test_an_empty_front_matter_is_one() -> None:
    split = split_front("---\n---\nنص", "a.md", "markdown")
    assert (split.head, split.body, split.body_line) == ("", "نص", 3)


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("a: " + "x" * MAX_HEAD_BYTES, "header-size"),
        ("tags: " + "[" * 5000, "header-depth"),
        ("tags: " + "{a: " * 5000, "header-depth"),
        ("title: " + "9" * 60_000, ""),
        ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", "header-alias"),
        ("a: &a [*a]", "header-alias"),
        ("lang: no", "header-key"),
    ],
)
def test_hostile_front_matters_are_refused_at_once(head: str, code: str) -> None:
    split = split_front(f"---\n{head}\n---\nنص", "a.md", "markdown")
    problems = split.problems
    if split.head is not None:
        _, problems = read_header(split.head, split.head_line, "a.md", "markdown")
    assert {problem.code for problem in problems} - {"header-key"} <= {code} - {""} or code == "header-key"
    assert code == "" or code in {problem.code for problem in problems}
    assert all(problem.at.line for problem in problems)


PIECES = [
    "title", "tags", "a_b", " ", "  ", ": ", ":", "\n", "\n", "- ", "-", "[", "]", ", ", ",", '"', "'", "نص", "x",
    "#", " #", "1", "(", "«", "2026-01-01", "؟", "/", "http://a.b/c", ".", "...", "---", "%", "@", "!", "&", "*", "|",
    ">", "{", "}", "?", "\u00a0", "=", "~", "،", "<<", "\u200f", "`", "😀", "\u0650", "²", "٣", "\t", "\\", "\x00",
    "\ufeff", "\u2028",
]  # fmt: skip
starts = st.sampled_from(["", "title: ", "tags:\n- ", "tags:\n  - ", "t: [a, ", 't: "'])
heads = st.builds(str.__add__, starts, st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


@settings(max_examples=1500, deadline=None)
@given(heads)
def test_the_quick_reader_equals_the_yaml_library(head: str) -> None:
    quick = read_flat(head, 3)
    assert quick is None or quick == read_yaml(head, 3)


def test_the_quick_reader_reads_the_usual_front_matter() -> None:
    head = 'title: "أ: ب"\ndate: 2026-03-12T10:00:00Z\n# remark\ntags:\n  - أ\n  - "ب"\nauthor: [x, y]\nslug:\n'
    assert isinstance(read_flat(head, 2), Mapping)


@settings(max_examples=500, deadline=None)
@given(st.one_of(heads, st.text(max_size=200)), st.sampled_from(["markdown", "wire"]))
def test_no_front_matter_raises(head: str, kind: str) -> None:
    read_header(head, 2, "a.md", kind)  # type: ignore[arg-type]  # both words are of the Literal
    split_front(f"---\n{head}\n---\n", "a.md", kind)  # type: ignore[arg-type]


def test_every_key_is_read_and_explained() -> None:
    for key, meaning in HEADER_KEYS.items():
        _, problems = read_header(f"{key}: {{x: [[y]]}}", 2, "a.txt", "wire")
        assert problems, f"{key} is never read"
        assert meaning

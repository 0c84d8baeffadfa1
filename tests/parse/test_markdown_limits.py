"""Hostile and huge Markdown: it ends, and nothing is lost in silence."""

from __future__ import annotations

import pytest

from lisanayn.model.agency import agency_table
from lisanayn.model.inline import plain
from lisanayn.parse.markdown import MarkdownText, read_markdown
from lisanayn.parse.markdown_tables import MAX_CELLS, MAX_COLUMNS
from lisanayn.problems import Severity
from tests.parse.test_markdown_properties import words_in

AGENCIES = agency_table()


def read(text: str) -> MarkdownText:
    return read_markdown(text, 1, "ar", AGENCIES, "a.md")


def errors(text: str) -> list[tuple[int, str]]:
    return [(problem.at.line, problem.code) for problem in read(text).problems if problem.severity is Severity.ERROR]


def nested_list(depth: int) -> str:
    return "\n".join("  " * level + f"- w{level}w" for level in range(depth))


def nested_quotes(depth: int) -> str:
    return "\n".join(">" * (level + 1) + f" w{level}w" for level in range(depth))


@pytest.mark.parametrize("depth", [1, 9, 10, 19, 20, 30, 49, 50, 51, 99, 100, 101, 120, 200, 400, 1000])
@pytest.mark.parametrize("nested", [nested_list, nested_quotes])
def test_deep_nesting_keeps_every_word_or_is_an_error_with_its_line(nested: object, depth: int) -> None:
    text = nested(depth)  # type: ignore[operator]  # one of the two functions above
    found = read(text)
    kept = " ".join(words_in(block) for block in found.blocks)
    lost = [level for level in range(depth) if f"w{level}w" not in kept]
    if lost or depth >= 101:
        ((line, code),) = errors(text)
        assert code == "markdown-deep" and 0 < line <= 101
    else:
        assert errors(text) == [] or depth > 49


def test_a_list_of_forty_nine_levels_is_read() -> None:
    assert errors(nested_list(49)) == []
    assert len(read(nested_list(49)).blocks) == 49


def test_a_table_may_have_two_hundred_columns() -> None:
    def table(columns: int) -> str:
        return "\n".join("|" + cell * columns for cell in ("a|", "-|", "b|"))

    assert errors(table(MAX_COLUMNS)) == []
    assert errors(f"x\n\n{table(MAX_COLUMNS + 1)}") == [(4, "table-size")]
    assert errors(table(5000)) == [(2, "table-size")]


def test_tables_have_a_limit_of_cells() -> None:
    assert errors("|a|b|\n|-|-|\n" + "|c|d|\n" * (MAX_CELLS // 3)) == [(2, "table-size")]


def test_short_rows_do_not_swell_a_table() -> None:
    text = "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + "b\n" * 50
    assert errors(text) == [(5, "table-row")]


SHORT = [
    "[", "[a](", "![", "[^", "^[", "[a]{", "[a]{lang=x ", '![a](b){credit="', "*a ", "و**«", "_a_", "` a", "a``", "<",
    "<a ", "&", "~~a", "\\", "> ", "- ", "1. ", "|", "a|b\n-|-\n", "[a]: x\n", "::: n\n", "{a=\n", "a\n\n", "[](x)",
    "*_", "a**b", "***a", "[[a]]{", "\u200f*", "<!--", "&#x2067;", "![a](b.jpg)\n", "\t", "```\n", "[^1]: x\n",
    "> — a\n", "]", "\u00a0\n", "^[a ", "![a](", "(", "{#a}\n", "# a\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", SHORT, ids=ascii)
def test_long_rows_of_signs_are_read_to_the_end(piece: str) -> None:
    found = read(piece * (20_000 // len(piece)))
    assert isinstance(found, MarkdownText)


def test_pictures_inside_pictures_do_not_break_the_reader() -> None:
    text = "![" * 500 + "a" + "](x)" * 500
    kept = " ".join(words_in(block) for block in read(text).blocks)
    assert "a" in kept or errors(text) == [(1, "markdown-deep")]


def test_emphasis_inside_emphasis_does_not_pile_up_marks() -> None:
    (block,) = read("*a **b " * 2000 + "c" + "** *" * 2000).blocks
    assert all(len(run.marks) <= 2 for run in block.text)  # type: ignore[union-attr]  # a paragraph
    assert "c" in plain(block.text)  # type: ignore[union-attr]

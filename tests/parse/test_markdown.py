"""Markdown, as its specification files say."""

from __future__ import annotations

import pytest

from lisanayn.model.agency import agency_table
from lisanayn.parse.markdown import read_markdown
from lisanayn.problems import sort_problems
from tests.parse.specification import cases, described, shown

AGENCIES = agency_table()


CASES = cases("markdown")


@pytest.mark.parametrize(("title", "given", "want"), CASES, ids=[title for title, _, _ in CASES])
def test_blocks(title: str, given: str, want: list[str]) -> None:
    read = read_markdown(given, 1, "ar", AGENCIES, "a.md")
    assert [shown(block) for block in read.blocks] + described(sort_problems(read.problems)) == want

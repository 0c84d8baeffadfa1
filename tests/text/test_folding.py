"""Folding: the table is shared with the script of the search page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.folding import fold
from tests.text.corpus import rows

ARABIC = st.text(alphabet=[chr(code) for code in range(0x600, 0x700)] + list(" \u0301\u200c\ufeffa1"))


@pytest.mark.parametrize(("text", "key"), rows("folding.tsv"))
def test_spellings_have_the_key_of_the_table(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(("text", "key"), rows("folding.tsv"))
def test_a_key_is_its_own_key(text: str, key: str) -> None:
    assert fold(key) == key


@given(st.one_of(st.text(), ARABIC))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(st.text(), ARABIC))
def test_a_key_has_no_edges_and_no_double_space(text: str) -> None:
    assert " ".join(fold(text).split()) == fold(text)


@pytest.mark.parametrize("one, other", [("مؤمن", "مومن"), ("قارئ", "قاري"), ("جزأين", "جزاين"), ("٢٠٢٤", "۲۰۲۴")])
def test_spellings_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("one, other", [("إلى", "علي"), ("قلب", "كلب"), ("ماء", "ما"), ("حمام", "حمم"), ("ص", "س")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("marks", ["\u0651\u064e", "\u0301\u0316", "\u1037\u1039", "\U0001d165\U0001d16d"])
def test_long_runs_of_marks_are_read_to_their_end(marks: str) -> None:
    assert fold("ا" + marks * 100_000 + " ب").endswith(" ب")

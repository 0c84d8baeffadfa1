"""Sentences: the corpus says where they end, the properties say what must hold for any text."""

from __future__ import annotations

import pytest

from lisanayn.text.languages import LANGUAGES, lang
from lisanayn.text.sentences import sentence_spans, split_sentences
from tests.text.corpus import cases

CASES = [(code, *case) for code in ("ar", "en") for case in cases(f"sentences.{code}.md")]


@pytest.mark.parametrize(("code", "title", "given", "want"), CASES, ids=[f"{code}: {title}" for code, title, *_ in CASES])
def test_sentences(code: str, title: str, given: str, want: tuple[str, ...]) -> None:
    assert split_sentences(given, lang(code)) == want

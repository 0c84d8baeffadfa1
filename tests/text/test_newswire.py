"""The words of news pages, a language."""

from __future__ import annotations

import pytest

from lisanayn.text.folding import fold
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.newswire import WORDS, Newswire, newswire, opens_sentence, verb_key


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("قالت مصادر إن", "قالت"),
        ("وأضافت المصادر", "وأضافت"),
        ("فأكَّد الوزير", "فأكَّد"),
        ("يقول السكان", "يقول"),
        ("وتوعّدت الحكومة", "وتوعّدت"),
        ("من جهته أعلن", "من جهته"),
        ("وقد هيمن", "وقد"),
        ("ونقل عن المصدر", "ونقل"),
        ("نقل جرحى", ""),
        ("نفي روسي", ""),
        ("نفى المتحدث", "نفى"),
        ("حذر أميركي", ""),
        ("وفد روسي يصل", ""),
        ("وزير الخارجية", ""),
        ("", ""),
    ],
)
def test_how_a_sentence_of_reporting_opens(text: str, word: str) -> None:
    assert opens_sentence(text, newswire("ar")) == word


def test_every_language_of_the_program_has_its_words() -> None:
    assert set(LANGUAGES) <= set(WORDS)


def test_an_unknown_language_has_the_empty_record() -> None:
    assert newswire("xx") == Newswire()
    assert opens_sentence("قال", newswire("xx")) == ""


@pytest.mark.parametrize("code", sorted(WORDS))
def test_records_hold_folded_words_and_fields_that_exist(code: str) -> None:
    record = newswire(code)
    table_only = {"past", "past_endings", "present", "present_beginnings"}
    assert set(WORDS[code]) - table_only <= set(Newswire.__dataclass_fields__)
    for words in (record.source_labels, record.boilerplate, record.places, record.months, record.qualifiers):
        assert all(word and word == fold(word) for word in words)
    assert record.source_labels and record.qualifiers and record.months


def test_verbs_keep_apart_what_folding_would_join() -> None:
    assert verb_key("نفى") != verb_key("نفي")
    assert verb_key("أكَّد:") == verb_key("اكد")

"""Sentences: the corpus says where they end, the properties say what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.lang import words
from lisanayn.text.languages import LANGUAGES, lang
from lisanayn.text.sentences import sentence_spans, split_sentences
from tests.text.corpus import cases

CASES = [(code, *case) for code in LANGUAGES for case in cases(f"sentences.{code}.md")]

# Texts made of what the rule looks at, so that Hypothesis meets its branches.
PIECES = st.sampled_from(
    [
        *words(". ! ? ؟ ۔ … .. ... ، ; : ( ) [ ] « » \" ' “ ” - — 1 3.5 ٣ A b I U.S. Dr. No. p.m. et al. هـ. د. أ.د."),
        *words("The but he said Smith asked قال سأل وقال في إن المجموعة كلمة كَلِمَةٌ دبليو."),
        *words("http://a.b/c?d=e x@y.org end.Then a.B"),
        *["«هل؟»", '"Who?"', " ", "  ", "\n", "\u00a0", "\u202f", "[12]", "¹", "iPhone", "é", "😀", "\u200f"],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))
CODES = st.sampled_from(sorted(LANGUAGES))


@pytest.mark.parametrize(("code", "title", "text", "want"), CASES, ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_sentences_end_where_the_corpus_says(code: str, title: str, text: str, want: tuple[str, ...]) -> None:
    assert split_sentences(text, lang(code)) == want


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_titles_of_the_corpus_are_unique(code: str) -> None:
    titles = [title for title, _, _ in cases(f"sentences.{code}.md")]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(("code", "minimum"), [("ar", 80), ("en", 80), ("fa", 8), ("fr", 8), ("he", 8), ("ur", 8)])
def test_the_corpus_is_large_enough(code: str, minimum: int) -> None:
    assert len(cases(f"sentences.{code}.md")) >= minimum


@pytest.mark.parametrize(("code", "title", "text", "want"), CASES, ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_a_sentence_is_one_sentence(code: str, title: str, text: str, want: tuple[str, ...]) -> None:
    assert [split_sentences(sentence, lang(code)) for sentence in want] == [(sentence,) for sentence in want]


@given(TEXTS, CODES, st.sampled_from(["split", "lines"]))
def test_no_character_is_lost(text: str, code: str, mode: str) -> None:
    at = 0
    for start, end in sentence_spans(text, lang(code), "lines" if mode == "lines" else "split"):
        assert at <= start < end
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@given(TEXTS, CODES)
def test_sentences_are_the_texts_of_the_spans(text: str, code: str) -> None:
    spans = sentence_spans(text, lang(code))
    assert split_sentences(text, lang(code)) == tuple(text[start:end] for start, end in spans)


@given(TEXTS, CODES)
def test_white_space_around_a_text_moves_its_spans_and_nothing_else(text: str, code: str) -> None:
    moved = sentence_spans(f" \n{text.strip()}\n ", lang(code))
    assert tuple((start - 2, end - 2) for start, end in moved) == sentence_spans(text.strip(), lang(code))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0"])
def test_a_blank_text_has_no_sentences(text: str) -> None:
    assert sentence_spans(text, lang("ar")) == ()
    assert sentence_spans(text, lang("ar"), "lines") == ()


def test_the_authors_lines_are_the_sentences_when_he_says_so() -> None:
    text = "قال د. أحمد. ثم خرج\n\n  هذا سطر. وهذا بقيته؟ نعم  \r\nآخر"
    assert split_sentences(text, lang("ar"), "lines") == ("قال د. أحمد. ثم خرج", "هذا سطر. وهذا بقيته؟ نعم", "آخر")


def test_spans_count_in_the_text_as_given() -> None:
    text = "  نعم.  لا؟"
    assert sentence_spans(text, lang("ar")) == ((2, 6), (8, 11))


# One pattern for each repetition in the rule; quadratic work on any of them would take minutes.
HOSTILE = [
    ". ", "." * 999 + "x", '." ', '."."', "(? ) ", "؟» في ", "«أ؟» في ", "A. ", "ا. ", "Dr. ", "ab.Cd",
    "نعم.قال", 'x."x', "5 p.m. Mon. ", ".[1]", ".¹", " »", ".\u00a0»", ".\n", '"',
    "(!) ", "a… ", "? a ", "!" + " " * 99, "ق.م. ", "a" * 99 + ".",
]  # fmt: skip


@pytest.mark.parametrize("pattern", HOSTILE)
@pytest.mark.parametrize("code", ["ar", "en"])
def test_hostile_text_is_read_to_its_end(pattern: str, code: str) -> None:
    text = (pattern * 200_000)[:200_000].strip()
    spans = sentence_spans(text, lang(code))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)

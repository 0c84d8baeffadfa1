"""One fault planted in a good story is found once, at its line; and nothing is found in the good story."""

from __future__ import annotations

import pytest

from lisanayn.check import Ground
from lisanayn.problem_codes import PROBLEM_CODES
from tests.check.making import ARABIC, ENGLISH, of_story, replaced


def test_nothing_is_wrong_with_a_good_story():
    assert of_story() == []


FAULTS = [
    ("alt-missing", "ar", "![كومة من الملح]", "![]", 9),
    ("alt-missing", "en", "![A heap of salt](pan.svg)", "![](pan.svg)", 7),
    ("alt-is-caption", "ar", "كومة من الملح", "مَلَّاحة في آخر النهار", 9),
    ("credit-missing", "ar", " (رويترز)", "", 9),
    ("credit-missing", "en", " (Reuters)", "", 7),
    ("sentences-untranslated", "en", "Salt is old. The sea is older.\n", "", 0),
    ("punctuation-start", "ar", "ملاحة في", "، ملاحة في", 9),
    ("punctuation-start", "ar", "title: ملح", "title: '؛ ملح'\nsummary: ملح", 1),
    ("punctuation-start", "en", "title: Sea salt", "title: ', sea salt'", 1),
    ("punctuation-foreign", "ar", "قديم. والبحر", "قديم, والبحر", 7),
    ("punctuation-foreign", "ar", "الملح قديم.", "هل الملح قديم?", 7),
    ("punctuation-foreign", "en", "Salt is old. The", "Salt is old، the", 5),
]


@pytest.mark.parametrize("code, lang, old, new, line", FAULTS)
def test_a_fault_is_found_once_at_its_place(code: str, lang: str, old: str, new: str, line: int):
    arabic = replaced(ARABIC, old, new) if lang == "ar" else ARABIC
    english = replaced(ENGLISH, old, new) if lang == "en" else ENGLISH
    found = [problem for problem in of_story(arabic, english) if problem.code != "alignment-unreviewed"]
    assert [(problem.code, str(problem.at)) for problem in found] == [
        (code, f"content/salt/{lang}.md" + (f":{line}" if line else ""))
    ]
    assert code in PROBLEM_CODES


FINE = [
    ("ar", "قديم. والبحر", "قديم عند Google، Meta. والبحر"),
    ("en", "Salt is old.", "The word كتاب, a book, is old."),
    ("en", "title: Sea salt", "title: .NET and salt"),
    ("en", "title: Sea salt", "title: '... and salt'"),
    ("ar", "ملاحة في", "«ملاحة» في"),
]


@pytest.mark.parametrize("lang, old, new", FINE)
def test_what_only_looks_like_a_fault_is_none(lang: str, old: str, new: str):
    arabic = replaced(ARABIC, old, new) if lang == "ar" else ARABIC
    english = replaced(ENGLISH, old, new) if lang == "en" else ENGLISH
    assert [problem for problem in of_story(arabic, english) if problem.code.startswith("punctuation")] == []


def test_a_picture_without_any_licence_is_found_and_the_site_s_own_will_do():
    arabic = replaced(ARABIC, "license: CC-BY-4.0\n", "")
    assert of_story(arabic) == []
    assert [problem.code for problem in of_story(arabic, ground=Ground(("ar", "en")))] == ["picture-license"]


def test_a_story_without_a_translation_is_a_note():
    (problem,) = of_story(english="")
    assert (problem.code, problem.severity.value, problem.message) == (
        "translation-missing", "note", "'salt' has no text in English",
    )  # fmt: skip


def test_guessed_groups_are_told_once_the_least_sure_first():
    arabic = replaced(ARABIC, "الملح قديم. والبحر أقدم.", "الملح قديم. والبحر أقدم. والليل طويل.")
    (problem,) = of_story(arabic)
    assert problem.code == "alignment-unreviewed"
    numbers = [float(word[1:5]) for word in problem.message.split() if word.startswith("(0.")]
    assert numbers == sorted(numbers)

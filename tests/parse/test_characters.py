"""What no source may hold, and where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lisanayn.parse.characters import MOST_REPORTS, clean_characters, is_suspect, unbalanced, unbalanced_lines
from lisanayn.text.normal import control_characters


def found(text: str) -> tuple[str, list[tuple[int, str]]]:
    clean, problems = clean_characters(text, 5, "a")
    return clean, [(problem.at.line, problem.code) for problem in problems]


def test_controls_are_taken_out_and_told_once_a_line() -> None:
    assert found("أ\x00ب\n\nج\x1b\x9bد\n\u202eه\ufffe") == (
        "أب\n\nجد\nه",
        [(5, "source-control"), (7, "source-control"), (8, "source-control")],
    )


def test_marks_of_direction_that_are_allowed_stay() -> None:
    text = "أ\u200e\u200f\u061c\u2067ب\u2069 ك\u200cتاب"
    assert found(text) == (text, [])


def test_thirty_marks_are_allowed_and_more_are_cut() -> None:
    heap = "\u0651\u064e" * 15
    assert found(f"س{heap}ر") == (f"س{heap}ر", [])
    assert found(f"\nس{heap}\u064eر{heap}{heap}") == (f"\nس{heap}ر{heap}", [(6, "source-marks"), (6, "source-marks")])


def test_a_long_heap_of_marks_is_found_wherever_it_stands() -> None:
    for before in range(64):
        clean, problems = clean_characters("س" * before + "\u0651" * 31, 1, "a")
        assert len(problems) == 1 and clean == "س" * before + "\u0651" * 30


def test_a_file_full_of_faults_is_not_told_line_by_line() -> None:
    assert len(clean_characters("\x00\n" * 1000, 1, "a")[1]) == MOST_REPORTS


def test_direction_controls_are_balanced_in_each_paragraph() -> None:
    assert unbalanced_lines("\u2067أ\nب\u2069 \u202bج\u202c", 1, "a") == ()
    lines = [problem.at.line for problem in unbalanced_lines("أ\n\u2067ب\n\nج\u2069\n\nد\u202a", 3, "a")]
    assert lines == [4, 6, 8]


def test_controls_close_in_the_order_they_open() -> None:
    assert unbalanced("\u2067\u202aأ\u202c\u2069") == -1
    assert unbalanced("\u2067\u202aأ\u2069\u202c") == 3
    assert unbalanced("أ\u2069") == 1


@given(st.text(max_size=60))
def test_a_cleaned_text_is_clean(text: str) -> None:
    clean, _ = clean_characters(text, 1, "a")
    assert control_characters(clean) == ()
    assert clean_characters(clean, 1, "a") == (clean, ())


@given(st.text(max_size=60))
def test_what_is_not_suspect_holds_no_control(text: str) -> None:
    if not is_suspect(text):
        assert control_characters(text) == () and unbalanced(text) == -1

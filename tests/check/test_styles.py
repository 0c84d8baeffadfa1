"""A site's own style sheets, and letters of another keyboard."""

from __future__ import annotations

import pytest

from lisanayn.check import BuiltFile, check_source
from tests.check.making import ARABIC, GROUND, of_story

SHEET = """/* letter-spacing: 2px; left: 0 */
a { color: red; margin: 0 1em; content: "left: 1px"; --left: 2px }
:lang(en) { letter-spacing: 0; text-align: start; padding: 1px 2px 3px 2px }
"""


def of_sheet(text: str) -> list[tuple[str, int]]:
    found = check_source(BuiltFile("static/site.css", text.encode()), GROUND)
    return [(problem.code, problem.at.line) for problem in found]


def test_a_good_sheet_has_no_findings():
    assert of_sheet(SHEET) == []


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("letter-spacing: .02em", "css-spacing"),
        ("font-style: italic", "css-slant"),
        ("font-variant: all-small-caps", "css-slant"),
        ("direction: rtl", "css-direction"),
        ("unicode-bidi: isolate", "css-direction"),
        ("text-align: justify", "css-justify"),
        ("text-align: left", "css-side"),
        ("margin-left: 1em", "css-side"),
        ("float: right", "css-side"),
        ("padding: 1px 2px 3px 4px", "css-side"),
        ("left: -9999px", "css-off-page"),
        ("background: url(https://evil.example/x.png)", "css-foreign"),
    ],
)
def test_a_declaration_that_fails_in_one_direction_is_found_at_its_line(rule: str, code: str):
    assert of_sheet(f"{SHEET}\nb {{\n  {rule};\n}}\n") == [(code, 6)]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (":lang(en) { letter-spacing: 1px }", []),
        ('[lang="en"] h1, :lang(fr) em { font-style: italic }', []),
        (":lang(he) { @media print { b { letter-spacing: 1px } } }", []),
        ("@media print { :lang(en) { font-style: oblique } }", []),
        (":lang(en) { color: red } em { font-style: italic }", ["css-slant"]),
        (":lang(en), :lang(ar) { font-style: italic }", ["css-slant"]),
        (":lang(ur) { letter-spacing: 1px }", ["css-spacing"]),
        ("pre, .x code { direction: ltr }", []),
        ("input:placeholder-shown { direction: rtl; color: red }", []),
        (".pressed { direction: rtl }", ["css-direction"]),
    ],
)  # fmt: skip
def test_what_is_limited_to_where_it_is_right_is_no_finding(rule: str, found: list[str]):
    assert [code for code, _ in of_sheet(rule)] == found


def test_scripts_and_other_files_are_not_read_as_style_sheets():
    assert [*check_source(BuiltFile("static/a.js", b"a { left: 1px }"), GROUND)] == []


def test_letters_of_another_keyboard_are_named_with_their_twins():
    (found,) = of_story(arabic=ARABIC.replace("الملح قديم", "الملح قدیم"))
    assert found.code == "letter-foreign" and "U+06CC" in found.message and "U+064A" in found.message


NUMBERS = [("3٫5", True), ("٪5", False), ("5٪", True), ("٣٫٥٪", False), ("3.5%", False)]


@pytest.mark.parametrize(("text", "wrong"), NUMBERS)
def test_signs_of_one_digit_system_among_digits_of_another(text: str, wrong: bool):
    found = [p.code for p in of_story(arabic=ARABIC.replace("الملح قديم", f"الملح {text} قديم"))]
    assert found == (["punctuation-digits"] if wrong else [])

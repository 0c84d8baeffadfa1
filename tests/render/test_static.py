"""The style sheet and the scripts: logical properties, no direction from CSS, nothing from elsewhere."""

import re

import pytest

from tests.pages.stories import ROOT

SHEETS = "".join([(ROOT / "static" / name).read_text("utf-8") for name in ("style.css", "lists.css")])
CSS = re.sub(r"/\*.*?\*/", "", SHEETS, flags=re.S)
SCRIPTS = {name: (ROOT / "static" / name).read_text("utf-8") for name in ("head.js", "reader.js")}
PRESS = [
    line.split("\t")
    for line in (ROOT / "tests" / "corpus" / "press.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_direction_comes_from_markup_never_from_the_style_sheet():
    assert not re.findall(r"(?<![-\w])(?:direction|unicode-bidi)\s*:", CSS)


@pytest.mark.parametrize(
    "physical",
    [
        r"(?:margin|padding|border)-(?:left|right|top|bottom)",
        r"(?<![-\w.])(?:left|right|top|bottom)\s*:",
        r"float\s*:\s*(?:left|right)",
        r"text-align\s*:\s*(?:left|right|justify)",
        r"border-(?:top|bottom)-(?:left|right)-radius",
        r"translateX",
        r"to (?:left|right)",
    ],
)
def test_properties_are_logical(physical):
    assert re.findall(physical, CSS) == []


def test_four_sided_shorthands_are_symmetric():
    flat = CSS
    while "(" in flat:
        flat = re.sub(r"[\w-]*\([^()]*\)", "x", flat)
    for name, values in re.findall(r"(?<![-\w])(margin|padding|inset)\s*:\s*([^;}]+)", flat):
        parts = values.split()
        assert len(parts) < 4 or parts[1] == parts[3], (name, values)


def test_arabic_letters_are_never_faded():
    for rule in re.findall(r"([^{}]+)\{([^{}]*opacity[^{}]*)\}", CSS):
        raise AssertionError(rule)


def test_nothing_is_loaded_from_elsewhere():
    assert not re.findall(r"@import|url\(", CSS)
    for text in SCRIPTS.values():
        assert not re.findall(r"https?://|importScripts|eval\(|innerHTML", text)


def test_no_interface_string_stands_in_a_script():
    for name, text in SCRIPTS.items():
        code = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
        strings = [
            s
            for s in re.findall(r'"([^"\n]*)"', code)
            if re.search("[\u0600-\u06ff]", s) or re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", s)
        ]
        assert strings == [], name


def script_pattern(name):
    """A regular expression of reader.js; Python reads the same notation."""
    return re.compile(re.search(rf"const {name} = /(.+)/g;", SCRIPTS["reader.js"])[1])


@pytest.mark.parametrize(("text", "want"), PRESS)
def test_the_switch_for_vowel_marks_prints_what_newspapers_do(text, want):
    bare = script_pattern("NOT_PRINTED").sub("", text)
    assert script_pattern("ARTICLE_SHADDA").sub(r"\1", bare) == want

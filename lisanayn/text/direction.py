"""Direction of text: which way a string reads, and the pieces of it that read the other way."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lisanayn.text.lang import Direction, Lang
from lisanayn.text.patterns import later

RLM, LRM, FSI, PDI = "\u200f", "\u200e", "\u2068", "\u2069"
OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
"""Embeddings end with U+202C, isolates with U+2069 (UAX #9)."""
CONTROLS = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"

# Strong letters: Unicode's Bidi_Class R and AL, and of class L the alphabets that stand among Arabic words (a larger
# set would take longer to compile than the rest of the program takes to start). Digits are neither.
_RTL = (
    "\u0590-\u05ff\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u08ff"
    "\ufb1d-\ufdff\ufe70-\ufefc"
)
_LTR = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8"
    "\u0370-\u0373\u0376-\u037d\u037f-\u0482\u048a-\u058f\u1e00-\u1fff"
)
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_ANY_RTL = re.compile(f"[{_RTL}]")
_STRONG = re.compile(f"([{_RTL}])|[^\\W\\d_]")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PAIRED = re.compile(f"[{CONTROLS}]")

# A Latin run begins with a word that holds a letter and goes on over spaces, with a mark before them: "Dr. Smith".
_WORD = (
    f"[{_LTR}{_DIGIT}](?:[{_LTR}{_DIGIT}\u0300-\u036f]|[-–'’.,&/+@:_#?=%~°]{{1,3}}(?=[{_LTR}{_DIGIT}]))*+"
    "(?:\\+\\+|[#°])?"
)
_LATIN_RUN = (
    f"(?<![{_DIGIT}])(?=[{_DIGIT}]*+[.,]?[{_DIGIT}]*+°?[{_LTR}]|[@#][{_LTR}])"
    f"[@#]?{_WORD}(?:[.,:;]?[ \u00a0]{_WORD})*+"
)
# Numbers whose parts would change places among Arabic letters. A rising pair (5-7, 2020-2024) is a range and reads
# rightly from the right; a falling or even one (3-2) is a score.
_APART = f"(?<![{_DIGIT}{_LTR}])"
_NUMBER_RUN = (
    f"{_APART}\\+?[{_DIGIT}]{{1,4}}(?:[ \u00a0-][{_DIGIT}]{{2,4}}){{2,6}}(?![{_DIGIT}])"  # 06-555-1234
    f"|{_APART}\\+[{_DIGIT}]{{1,4}}(?:[ \u00a0-][{_DIGIT}]{{1,4}})*+"  # +962 6 555 1234, +5
    f"|(?:(?<!\\w)|(?<=\\s\u0648))[-−±$€£][{_DIGIT}]++(?:[.,٫٬][{_DIGIT}]++)*+(?:°[CF]?|[%٪])?"  # -5, $50, not كوفيد-19
    f"|{_APART}([{_DIGIT}]{{1,3}})[-–+]([{_DIGIT}]{{1,3}})(?![{_DIGIT}])"  # 3-2, 5+1
)
# What is quoted whole brings its final mark along: «Hello, world!», not «Hello, world»!
_QUOTED_LATIN = f"(?<=[«“\"‘])(?:{_LATIN_RUN})(?:[.!?…]{{1,3}} (?:{_LATIN_RUN}))*+[.!?…]{{1,3}}(?=[»”\"’])"
_LTR_RUNS = later(f"{_NUMBER_RUN}|{_QUOTED_LATIN}|{_LATIN_RUN}")
_LTR_LETTER_OR_DIGIT = re.compile(f"[{_LTR}{_DIGIT}]")  # a plain set: the quickest search there is
_LTR_HINT = re.compile(f"[{_LTR}]|[-+−±$€£][{_DIGIT}]|[{_DIGIT}][-–+ \u00a0][{_DIGIT}]")
_RTL_RUN = (
    f"[{_RTL}](?:[{_RTL}\u0610-\u061a\u064b-\u065f\u0670{_DIGIT}\u066b\u066c\u200c\u200d]"
    f"|[ \u00a0،؛'’\".,:/-]{{1,2}}(?=[{_RTL}])"
    f"|[ \u00a0][{_DIGIT}]{{1,9}}[ \u00a0](?=[{_RTL}]))*+"
)
_RTL_RUNS = later(f"(?<=[«“\"‘]){_RTL_RUN}[.!?؟…]{{1,3}}(?=[»”\"’])|{_RTL_RUN}")


def first_strong(text: str) -> Direction | None:
    """The direction of the first letter that has one; None for a text of digits and marks only."""
    match = _STRONG.search(text)
    if not match:
        return None
    return "rtl" if match[1] else "ltr"


def title_text(text: str, direction: Direction) -> str:
    """A title for ``<title>`` and its like, where no markup is possible and the first letter decides:
    a mark goes before it where that letter would turn the line against ``direction``."""
    found = first_strong(text)
    if found is None or found == direction:
        return text
    return (RLM if direction == "rtl" else LRM) + text


def isolated(text: str) -> str:
    """The text between FSI and PDI, without controls of its own: so it cannot reorder the other parts of a title."""
    return f"{FSI}{_CONTROLS.sub('', text)}{PDI}"


def page_title(parts: Iterable[str], direction: Direction) -> str:
    """The parts of a title, each isolated so that none reorders another, behind a mark of the page's direction.

    The mark always stands when there are isolates: the first letter decides how a tab shows the line, and letters
    inside isolates do not count (UAX #9, rule P2).
    """
    given = [part for part in parts if part]
    if len(given) < 2:
        return title_text(given[0], direction) if given else ""
    return (RLM if direction == "rtl" else LRM) + " · ".join([isolated(part) for part in given])


def opposite_runs(text: str, lang: Lang) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, True for those that read against the language's direction and belong into ``<bdi>``.

    The pieces joined are the text. A run has no space at its ends and none of the brackets around it.
    """
    if lang.direction == "rtl":
        runs = _LTR_RUNS if _LTR_LETTER_OR_DIGIT.search(text) and _LTR_HINT.search(text) else None
    else:
        runs = None if text.isascii() or not _ANY_RTL.search(text) else _RTL_RUNS
    if runs is None:
        return ((text, False),) if text else ()
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in runs.finditer(text):
        if match.lastindex and int(match[1]) < int(match[2]) and "+" not in match[0]:
            continue
        if at < match.start():
            pieces.append((text[at : match.start()], False))
        pieces.append((match[0], True))
        at = match.end()
    if at < len(text):
        pieces.append((text[at:], False))
    return tuple(pieces)


# Units of the languages we know; a unit that also is a word (m, م) counts only directly behind a number.
_ARABIC_UNITS = (
    "كلم|كم|سم|ملم|مم|م|كغم|كغ|كجم|ملغ|مغ|غ|لتر|لترا|مل|طن|طنا|هكتار|هكتارا|ميغاواط|درجة|درجات|ميل|ميلا|أميال|"
    "متر|مترا|أمتار|كيلومتر|كيلومترا|كيلومترات|سنتيمتر|سنتيمترا|مليمتر|مليمترا|غرام|غراما|كيلوغرام|كيلوغراما"
)
_UNITS = (
    "km/h|km|cm|mm|m|kg|mg|g|t|ml|l|ha|kWh|kW|MW|GW|GB|MB|TB|Hz|GHz|mph|ft|°C|°F|°|%|٪|per cent|percent|degrees?|"
    "(?:kilo|centi|milli)?met(?:re|er)s?|(?:kilo)?grams?|lit(?:re|er)s?|tonnes?|tons?|hectares?|acres?|miles?|feet|inches"
)
_MARKS = "[\u064b-\u0652\u0670]"
_MARKED = "|".join(["".join([f"{letter}{_MARKS}*" for letter in unit]) for unit in _ARABIC_UNITS.split("|")])
_UNIT = later(f"([{_DIGIT}]) (?=(?:{_MARKED}|{_UNITS})(?![\\w\u064b-\u0652\u0670]))")


def nobreak_units(text: str) -> str:
    """The text with a no-break space between a number and its unit; for display only."""
    return _UNIT.sub("\\1\u00a0", text)


def unbalanced(text: str) -> int:
    """Offset of the first direction control that is not closed, or closes nothing; -1 when all is balanced."""
    opened: list[tuple[str, int]] = []
    for match in _PAIRED.finditer(text):
        character = match[0]
        if character in OPENING:
            opened.append((OPENING[character], match.start()))
        elif opened and opened[-1][0] == character:
            opened.pop()
        else:
            return match.start()
    return opened[0][1] if opened else -1

"""What every source text passes through before it is read: one form for every letter.

Letters that old programs wrote as joined shapes become plain letters, characters that only steer the direction of
lines go (the page sets directions by markup), and the text is composed (NFC). Nothing else changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

Form = Literal["NFC", "NFD", "NFKC"]

MOST_MARKS = 30
"""Marks allowed in a row: the Stream-Safe limit of UAX #15. Composing longer runs takes quadratic time."""

# Long runs of these may be long runs of marks: the marks of the scripts we read, and whole blocks of other scripts.
_SUSPECT = (
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0700-\u1dff"
    "\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua69f\ua6f0\ua6f1\ua800-\uabff"
    "\ufb1e\ufe20-\ufe2f\U00010000-\U0001ffff]"
)
_SUSPECT_RUN = re.compile(f"{_SUSPECT}{_SUSPECT}{{{MOST_MARKS},}}+")
_CHANGED = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # direction controls and the byte order mark
    "\ufb50-\ufd3d\ufd40-\ufdf1\ufdf3-\ufdf9\ufdfb-\ufdff\ufe70-\ufefc]"  # letters by shape; ﷺ ﷲ ﴾ ﴿ stay
)
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    + "".join([chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)])
    + "]"
)


def clean_text(text: str) -> str:
    """The text as the parsers read it; lines keep their numbers. Cleaning a clean text changes nothing."""
    if text.isascii():
        return text
    if _CHANGED.search(text):
        text = _CHANGED.sub(_plain_letter, text)
    return compose(text)


def compose(text: str) -> str:
    """The text in NFC, see ``normalized``."""
    return normalized(text, "NFC")


def normalized(text: str, form: Form) -> str:
    """The text in a form of Unicode, in linear time: runs of more than ``MOST_MARKS`` marks stay as they are."""
    pieces: list[str] = []
    at = 0
    for start, end in _long_runs(text):
        pieces += [unicodedata.normalize(form, text[at:start]), text[start:end]]
        at = end
    return "".join([*pieces, unicodedata.normalize(form, text[at:])])


def _long_runs(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each run of more than ``MOST_MARKS`` combining marks."""
    for match in _SUSPECT_RUN.finditer(text):
        start = match.start()
        for offset, letter in enumerate(match[0] + " ", start):
            if not unicodedata.combining(letter):
                if offset - start > MOST_MARKS:
                    yield start, offset
                start = offset + 1


def _plain_letter(match: re.Match[str]) -> str:
    """A joined shape as letters; nothing for a control. Marks lose the space or tatweel they were drawn on."""
    if match[0] < "\ufb50" or match[0] == "\ufeff":
        return ""
    return unicodedata.normalize("NFKC", match[0]).lstrip(" \u0640") or match[0]


def control_characters(text: str) -> tuple[tuple[int, str], ...]:
    """(offset, character) of all that no published text may hold: control characters but tab and line ends,
    noncharacters, lone surrogates, and the controls that force a direction on letters (U+202D, U+202E)."""
    return tuple([(match.start(), match[0]) for match in _REFUSED.finditer(text)])


def excessive_marks(text: str) -> int:
    """Offset of the first run of more than ``MOST_MARKS`` combining marks, or -1."""
    return next((start for start, _ in _long_runs(text)), -1)

"""What every source text passes through before it is read: one form for every letter, and what cannot be kept.

Letters that old programs wrote as joined shapes become plain letters, characters that only steer the direction of lines go
(the page sets directions by markup), and the text is composed (NFC). Nothing else changes.
"""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 30
"""Marks allowed in a row on one letter: the Stream-Safe limit of UAX #15. Composing longer runs takes quadratic time."""

# Every BMP range of characters with a combining class that living texts use.
_MARK = (
    "[\u0300-\u034e\u0350-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u0898-\u089f"
    "\u08ca-\u08ff\u093c\u094d\u0951-\u0954\u09bc\u09cd\u0a3c\u0a4d\u0abc\u0acd\u0b3c\u0b4d\u0bcd\u0c4d\u0c55\u0c56\u0cbc\u0ccd"
    "\u0d4d\u0dca\u0e38-\u0e3a\u0e48-\u0e4b\u0eb8-\u0eba\u0ec8-\u0ecb\u0f18\u0f19\u0f35\u0f37\u0f39\u0f71-\u0f84\u0f86\u0f87"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufb1e\ufe20-\ufe2f]"
)
_LONG_RUN = re.compile(f"{_MARK}{_MARK}{{{MOST_MARKS},}}+")
_CHANGED = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # direction controls and the byte order mark
    "\ufb50-\ufd3d\ufd40-\ufdf1\ufdf3-\ufdf9\ufdfb-\ufdff\ufe70-\ufefc]"  # letters by shape; ﷺ ﷲ ﴾ ﴿ stay
)
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0010fffe\U0010ffff]"
)


def clean_text(text: str) -> str:
    """The text as the parsers read it; lines keep their numbers. Cleaning a clean text changes nothing."""
    if text.isascii():
        return text
    if _CHANGED.search(text):
        text = _CHANGED.sub(_plain_letter, text)
    return compose(text)


def compose(text: str) -> str:
    """The text in NFC, in linear time: runs of more than ``MOST_MARKS`` marks stay as they are."""
    if _LONG_RUN.search(text):
        pieces, at = [], 0
        for run in _LONG_RUN.finditer(text):
            pieces += [unicodedata.normalize("NFC", text[at : run.start()]), run[0]]
            at = run.end()
        return "".join([*pieces, unicodedata.normalize("NFC", text[at:])])
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


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
    match = _LONG_RUN.search(text)
    return match.start() if match else -1

"""The look of a text: tells a right guess at an encoding from a wrong one.

Needed only for files that are not UTF-8, and loaded only then.
"""

from __future__ import annotations

import re

# What texts of the languages we know are made of: used to tell a right guess at an encoding from a wrong one.
_USUAL = re.compile(
    "[\t\n\f\r -~\u00a0-\u024f\u0590-\u08ff\u200b-\u2029\u2030-\u205e\u2066-\u2069\u20a0-\u20bf\ufb1d-\ufdfd"
    "\ufe70-\ufeff]"
)

# Whole sequences of two to four bytes that stand for letters and signs of those same texts.
_WHOLE_SEQUENCE = re.compile(
    rb"[\xc2-\xc5\xd6-\xdb][\x80-\xbf]|\xe2[\x80-\x82][\x80-\xbf]|\xef[\xac-\xbb][\x80-\xbf]|\xf0\x9f[\x80-\xbf]{2}"
)

_LATIN = "A-Za-z\u00c0-\u00ff\u0152\u0153"
_ARABIC = "\u0621-\u0652\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2"
_HEBREW = "\u05d0-\u05ea"
_LETTERS = {"Arab": _ARABIC, "Hebr": _HEBREW}
_FREQUENT = re.compile("[ابتدرسعلمنهويةأ]")
"""Letters that make up three quarters of any Arabic text; a quarter is asked for."""
_MIXED_WORD = re.compile(f"[{_LATIN}][{_ARABIC}{_HEBREW}]|[{_ARABIC}{_HEBREW}][{_LATIN}]")
_ACCENT = re.compile("[\u00c0-\u00ff\u0152\u0153]")
_ACCENT_IN_WORD = re.compile("(?<=[A-Za-z])[\u00c0-\u00ff\u0152\u0153]|[\u00c0-\u00ff\u0152\u0153](?=[A-Za-z])")
# Signs that never follow a letter directly; they do where UTF-8 is read as something else.
_SIGN_IN_WORD = re.compile(
    f"[{_LATIN}{_ARABIC}][\u20ac\u0192\u2020\u2021\u02c6\u2030\u00a4\u00a6\u00a8\u00af\u00b8]"
    "|\u00e2[\u2013\u2014\u2018-\u201d\u2022\u2026\u2122]"  # what is left of ’ “ – when one of its three bytes is cut
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")

_GUESSES: tuple[tuple[str, str, str], ...] = (
    ("iso8859_6", "ISO-8859-6", "Arab"),
    ("cp1255", "Windows-1255", "Hebr"),
    ("cp1252", "Windows-1252", "Latn"),
)
"""Encodings we do not read but can name: (codec, name, script that must come out)."""


def is_usual(text: str) -> bool:
    """Whether nine characters of ten are what texts are made of; False for an empty text."""
    return len(_USUAL.findall(text)) >= 0.9 * len(text) > 0


def whole_sequences(data: bytes) -> int:
    """How many letters and signs of such texts stand in the bytes, whole, in UTF-8."""
    return len(_WHOLE_SEQUENCE.findall(data))


def guess(data: bytes) -> str:
    """The name of an encoding we do not read in which the bytes give words; empty when there is none."""
    for encoding, name, script in _GUESSES:
        text = data.decode(encoding, "replace")
        if "\ufffd" not in text and makes_words(text, script):
            return name
    return ""


def makes_words(text: str, script: str) -> bool:
    """Whether a text consists of words of a script (ISO 15924) or of Latin ones, and not of both in one."""
    if _CONTROL.search(text) or _MIXED_WORD.search(text) or _SIGN_IN_WORD.search(text):
        return False
    runs = re.findall(f"[{_LETTERS[script]}]+", text) if script in _LETTERS else []
    count = sum(map(len, runs))
    if sum(len(run) for run in runs if len(run) > 1) < 0.8 * count:
        return False
    if script == "Arab" and 4 * sum(len(_FREQUENT.findall(run)) for run in runs) < count:
        return False
    accents = len(_ACCENT.findall(text))
    return 2 * len(_ACCENT_IN_WORD.findall(text)) >= accents and count + accents > 0

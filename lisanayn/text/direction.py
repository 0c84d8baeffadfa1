"""Direction of text: which way a string reads, and the pieces of it that read the other way."""

from __future__ import annotations

import re

from lisanayn.text.lang import Direction, Lang

RLM, LRM, FSI, PDI = "\u200f", "\u200e", "\u2068", "\u2069"

_RTL = "\u0590-\u05ff\u0600-\u0605\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u08c9\ufb1d-\ufdff\ufe70-\ufefc"
_LTR = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u0373\u0376-\u037d\u037f-\u0482\u048a-\u058f\u0900-\u1fff\u2c00-\u2dff\u3040-\ud7ff"
_STRONG = re.compile(f"[{_RTL}{_LTR}]")
_IS_RTL = re.compile(f"[{_RTL}]")

# A Latin run: words with what joins them (spaces, hyphens, apostrophes, dots between letters) and attached digits,
# or a number whose parts would change places: +962 6 555 1234, 3-2, -5, v2.1.
_WORD = f"[{_LTR}0-9](?:[{_LTR}0-9]|[\u0300-\u036f]|[-–'’.&/+@:_#](?=[{_LTR}0-9]))*+[+#%°]?"
_LATIN_RUN = f"(?:[@#$€£](?=[{_LTR}0-9]))?{_WORD}(?:[ \u00a0]{_WORD})*+"
_NUMBER_RUN = (
    "[+][0-9][0-9()]*(?:[ \u00a0-][0-9()]+)*"
    "|(?<![0-9\u0660-\u0669])[-−±][0-9]+(?:[.,][0-9]+)*%?"
    "|[0-9]+(?:[-–:/.][0-9]+)+"
)
_LTR_RUNS = re.compile(f"{_NUMBER_RUN}|{_LATIN_RUN}")
_LTR_HINT = re.compile(f"[{_LTR}]|[+−±-][0-9]|[0-9][-–:/][0-9]|[0-9] [0-9]")
_RTL_RUNS = re.compile(
    f"[{_RTL}](?:[{_RTL}\u0610-\u061a\u064b-\u065f\u0670\u0660-\u0669\u06f0-\u06f9\u200c\u200d]"
    f"|[ \u00a0،؛'’.:/-]{{1,2}}(?=[{_RTL}\u0660-\u0669]))*+"
)


def first_strong(text: str) -> Direction | None:
    """The direction of the first letter that has one; None for a text of digits and marks only."""
    match = _STRONG.search(text)
    if not match:
        return None
    return "rtl" if _IS_RTL.match(match[0]) else "ltr"


def title_text(text: str, direction: Direction) -> str:
    """A title for ``<title>`` and its like, where no markup is possible and the first letter decides:
    a mark goes before it where that letter would turn the line against ``direction``."""
    found = first_strong(text)
    if found is None or found == direction:
        return text
    return (RLM if direction == "rtl" else LRM) + text


def isolated(text: str) -> str:
    """The text between FSI and PDI, so that it cannot reorder the other parts of a title."""
    return f"{FSI}{text}{PDI}"


def opposite_runs(text: str, lang: Lang) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, True for those that read against the language's direction and belong into ``<bdi>``.

    The pieces joined are the text. A run has no space at its ends and none of the brackets around it.
    """
    if lang.direction == "rtl":
        if not _LTR_HINT.search(text):
            return ((text, False),) if text else ()
        runs = _LTR_RUNS
    else:
        if text.isascii() or not _IS_RTL.search(text):
            return ((text, False),) if text else ()
        runs = _RTL_RUNS
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in runs.finditer(text):
        if runs is _LTR_RUNS and match[0].isdigit():
            continue
        if at < match.start():
            pieces.append((text[at : match.start()], False))
        pieces.append((match[0], True))
        at = match.end()
    if at < len(text):
        pieces.append((text[at:], False))
    return tuple(pieces)


_UNITS = "كم|سم|ملم|مم|م|كلم|كغ|كجم|كغم|غ|ملغ|لتر|ل|طن|هكتار|km|cm|mm|m|kg|g|mg|l|ml|ha|t|GB|MB|TB|kW|MW|GW|kWh|km/h|mph|ft|°C|°F|%|٪|°"
_UNIT = re.compile(f"(?<=[0-9\u0660-\u0669\u06f0-\u06f9]) (?=(?:{_UNITS})(?!\\w))")


def nobreak_units(text: str) -> str:
    """The text with a no-break space between a number and its unit; for display only."""
    return _UNIT.sub("\u00a0", text)

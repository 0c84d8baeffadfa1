"""Characters that no source may hold: found once, on the whole file, with their lines.

Control characters break feeds, direction overrides let a text show other words than it holds, an isolate left open
reorders what follows it, and piled-up combining marks (shadda, fatha, shadda …) make normalising quadratic.
All three are reported as errors and taken out, so that the rest of the file can be read for further mistakes.
"""

from __future__ import annotations

import re
from unicodedata import combining

from lisanayn.problems import Location, Problem, error
from lisanayn.text.direction import CONTROLS, OPENING, unbalanced
from lisanayn.text.normal import MOST_MARKS, control_characters, excessive_marks

MOST_REPORTS = 20
"""Problems of one kind reported for one file: after that an editor knows."""

# All that control_characters refuses and ``unbalanced`` finds, in one set: a quick look before the exact one.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0010fffe\U0010ffff]"
)
_BLANK = re.compile(r"\n[ \t]*\n")


def clean_characters(text: str, first_line: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    """A part of a file without what no text may hold, and a problem for each line that held some.

    Codes: ``source-control``, ``source-marks``.
    """
    problems: list[Problem] = []
    if is_suspect(text) and (found := control_characters(text)):
        lines: dict[int, list[str]] = {}
        line, at = first_line, 0
        for offset, character in found:
            line += text.count("\n", at, offset)
            at = offset
            lines.setdefault(line, []).append(character)
        problems += [_control(characters, Location(path, line)) for line, characters in lines.items()][:MOST_REPORTS]
        text = text.translate({ord(character): None for _, character in found})
    # 31 marks in a row stand on at least one offset that 31 divides: a look there spares most texts the search.
    if any(map(combining, text[:: MOST_MARKS + 1])) and (offset := excessive_marks(text)) >= 0:
        text, more = _without_heaps(text, offset, first_line, path)
        problems += more
    return text, tuple(problems)


def is_suspect(text: str) -> bool:
    """Whether a text may hold a control or a direction control; False is certain, and quick for most texts."""
    return not text.replace("\n", " ").isprintable() and _SUSPECT.search(text) is not None


def _control(characters: list[str], at: Location) -> Problem:
    names = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in characters[:10]))
    if any(character in "\u202d\u202e" for character in characters):
        message = f"the line holds {names}, which makes letters show in another order than they are written"
    else:
        message = f"the line holds the control character {names}"
    return error("source-control", message, at, "delete it; it is invisible: typing the words anew is the surest way")


def _without_heaps(text: str, offset: int, first_line: int, path: str) -> tuple[str, list[Problem]]:
    """The text with heaps of marks cut to what is allowed."""
    problems: list[Problem] = []
    pieces = []
    start = 0
    while offset >= 0:
        offset += start
        end = offset
        while end < len(text) and combining(text[end]):
            end += 1
        if len(problems) < MOST_REPORTS:
            message = f"{end - offset} combining marks in a row, after {text[max(0, offset - 10):offset]!r}"
            at = Location(path, first_line + text.count("\n", 0, offset))
            problems.append(error("source-marks", message, at, f"{MOST_MARKS} are allowed; delete the rest"))
        pieces.append(text[start : offset + MOST_MARKS])
        start = max(end, offset + MOST_MARKS)
        offset = excessive_marks(text[start:])
    pieces.append(text[start:])
    return "".join(pieces), problems


def unbalanced_lines(text: str, first_line: int, path: str) -> tuple[Problem, ...]:
    """A problem (``source-bidi``) for each paragraph whose direction controls are not balanced."""
    if not any(character in text for character in CONTROLS):
        return ()
    problems: list[Problem] = []
    line, start = first_line, 0
    for blank in (*_BLANK.finditer(text), None):
        end = blank.end() if blank else len(text)
        paragraph = text[start:end]
        offset = unbalanced(paragraph)
        if offset >= 0 and len(problems) < MOST_REPORTS:
            problems.append(_unclosed(paragraph[offset], Location(path, line + paragraph.count("\n", 0, offset))))
        line += paragraph.count("\n")
        start = end
    return tuple(problems)


def _unclosed(character: str, at: Location) -> Problem:
    what = "is never closed" if character in OPENING else "closes nothing"
    message = f"the direction control U+{ord(character):04X} {what} in its paragraph"
    return error("source-bidi", message, at, "delete it; a page sets directions by itself")

"""A site's own style sheets: what breaks Arabic, or turns a page only half (rtl-checklist, sections 5 and 6).

The built-in theme is not looked at here; browser tests look at what it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lisanayn.check.values import BuiltFile, Ground
from lisanayn.problems import Location, Problem, note, warning

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_DECLARATION = re.compile(r"(?<=[{;])\s*([a-z-]+)\s*:\s*([^;{}]+)", re.IGNORECASE)
_SIDE = re.compile(r"(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-\w+)?|left|right")
_SIDED_VALUE = {"float": ("left", "right"), "clear": ("left", "right"), "text-align": ("left", "right")}
_FOUR = frozenset({"margin", "padding", "inset", "border-width", "border-color", "border-style"})
_REMOTE = re.compile(r"url\(\s*['\"]?\s*(?:https?:)?//|@import\s+(?:url\(\s*)?['\"]?\s*(?:https?:)?//", re.IGNORECASE)
_OFF_PAGE = re.compile(r"-\s*[0-9]{4,}\s*(px|rem|em)")
_ZERO = re.compile(r"(0(\.0+)?(px|em|rem|%)?|normal|inherit|initial|unset|revert)\b")


def check_source(file: BuiltFile, ground: Ground) -> Iterator[Problem]:
    """One style sheet of static/; other files are not looked at."""
    if not file.path.endswith(".css"):
        return
    text = file.data.decode("utf-8", "replace")
    remote = _REMOTE.search(_blank(text, _COMMENT))
    if remote:
        at = _at(file, text, remote.start())
        yield warning("css-foreign", "the style sheet loads something from another host", at,
                      "readers are seen there; keep a copy in static/")
    plain = _blank(_blank(text, _COMMENT), _STRING)
    for match in _DECLARATION.finditer(plain):
        fault = _fault(match[1].lower(), match[2].strip().lower())
        if fault:
            code, message, hint = fault
            make = note if code == "css-side" else warning
            yield make(code, message, _at(file, plain, match.start(1)), hint)


def _fault(name: str, value: str) -> tuple[str, str, str] | None:
    """(code, message, hint) of a declaration that goes wrong in one of two directions, or in Arabic."""
    if name == "letter-spacing" and not _ZERO.match(value):
        return ("css-spacing", "letters are spaced", "joined letters must not be: limit it to :lang(en)")
    if name == "text-align" and value.startswith("justify"):
        return ("css-justify", "text is justified", "browsers stretch spaces, not letters; set it ragged: start")
    if name in ("left", "right", "text-indent", "margin-left", "inset-inline-start") and _OFF_PAGE.match(value):
        return ("css-off-page", f"{name}: {value} hides something beside the page",
                "a page that runs from right to left grows to that width; clip it instead")
    if _SIDE.fullmatch(name) or value.split()[:1] in [[one] for one in _SIDED_VALUE.get(name, ())]:
        return ("css-side", f"{name}: {value} names a side", "inline-start and inline-end turn with the page")
    parts = value.split()
    if name in _FOUR and len(parts) == 4 and parts[1] != parts[3] and "(" not in value:
        return ("css-side", f"{name}: {value} differs left and right", "write margin-inline and margin-block")
    return None


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    """The text with each match made spaces, lines kept."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _at(file: BuiltFile, text: str, position: int) -> Location:
    return Location(file.path, text.count("\n", 0, position) + 1)

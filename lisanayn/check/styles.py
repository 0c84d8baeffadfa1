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
_SLANTED = re.compile(r"italic|oblique")
_OF_LETTERS = frozenset({"css-spacing", "css-slant"})
"""What is wrong for joined letters only."""
_LANG = re.compile(r"(?::lang\(\s*|\[lang[|^]?=)[\"']?([a-z]{2,3})", re.IGNORECASE)
_JOINED = frozenset({"ar", "fa", "ur"})
_DIRECTED = re.compile(r"\b(?:pre|code|kbd|samp)\b|:placeholder-shown")
"""Where a direction is no property of a text's language."""
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
    around = _Around(plain, text)
    for match in _DECLARATION.finditer(plain):
        fault = _fault(match[1].lower(), match[2].strip().lower())
        if fault and not _is_meant(fault[0], around.selectors(match.start(1))):
            code, message, hint = fault
            make = note if code == "css-side" else warning
            yield make(code, message, _at(file, plain, match.start(1)), hint)


def _fault(name: str, value: str) -> tuple[str, str, str] | None:
    """(code, message, hint) of a declaration that goes wrong in one of two directions, or in Arabic."""
    if name == "letter-spacing" and not _ZERO.match(value):
        return ("css-spacing", "letters are spaced", "joined letters must not be: limit it to :lang(en)")
    if name == "text-align" and value.startswith("justify"):
        return ("css-justify", "text is justified", "browsers stretch spaces, not letters; set it ragged: start")
    if (name == "font-style" and _SLANTED.match(value)) or (name.startswith("font-variant") and "small-caps" in value):
        return ("css-slant", f"{name}: {value} is no form that Arabic letters have",
                "stress by weight or colour, or limit it to :lang(en)")
    if name in ("direction", "unicode-bidi"):
        return ("css-direction", f"{name}: {value} sets a direction that is lost without the style sheet",
                "write dir in the markup")
    if name in ("left", "right", "text-indent", "margin-left", "inset-inline-start") and _OFF_PAGE.match(value):
        return ("css-off-page", f"{name}: {value} hides something beside the page",
                "a page that runs from right to left grows to that width; clip it instead")
    if _SIDE.fullmatch(name) or value.split()[:1] in [[one] for one in _SIDED_VALUE.get(name, ())]:
        return ("css-side", f"{name}: {value} names a side", "inline-start and inline-end turn with the page")
    parts = value.split()
    if name in _FOUR and len(parts) == 4 and parts[1] != parts[3] and "(" not in value:
        return ("css-side", f"{name}: {value} differs left and right", "write margin-inline and margin-block")
    return None


def _is_meant(code: str, selectors: list[str]) -> bool:
    """Whether what is wrong in general is right where it stands: limited to a language or to an element that may."""
    if code in _OF_LETTERS:
        limits = [_LANG.findall(part) for rule in selectors for part in rule.split(",")]
        return any(limits) and all(not _JOINED.intersection(found) for found in limits)
    return code == "css-direction" and any(map(_DIRECTED.search, selectors))


class _Around:
    """Which rules a place of a style sheet lies in. To be asked from its beginning to its end."""

    def __init__(self, plain: str, text: str) -> None:
        """``plain``: the sheet without comments and strings, which ``text`` has, each at the same place."""
        self._text = text
        self._marks = re.finditer("[{};]", plain)
        self._open: list[str] = []
        self._last = 0
        self._next = next(self._marks, None)

    def selectors(self, position: int) -> list[str]:
        """The heads of the rules around a place, the outermost first."""
        while self._next and self._next.start() < position:
            if self._next[0] == "{":
                self._open.append(self._text[self._last : self._next.start()])
            elif self._next[0] == "}" and self._open:
                self._open.pop()
            self._last = self._next.end()
            self._next = next(self._marks, None)
        return [head for head in self._open if not head.lstrip().startswith("@")]


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    """The text with each match made spaces, lines kept."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _at(file: BuiltFile, text: str, position: int) -> Location:
    return Location(file.path, text.count("\n", 0, position) + 1)

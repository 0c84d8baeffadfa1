"""A page as the checks see it: its elements and texts in order, each with the language and direction around it.

One pass over the page's tokens; no tree is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lisanayn.check.tokens import End, Tag, tokens
from lisanayn.check.values import BuiltFile
from lisanayn.record import record
from lisanayn.text.lang import Direction
from lisanayn.text.languages import LANGUAGES

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
"""Elements without an end tag (HTML, section 13.1.2)."""

_OPTIONAL = frozenset(
    ["html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
     "colgroup", "rp", "rt"]
)  # fmt: skip
"""Elements whose end tag may be left out."""

_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"]
)  # fmt: skip
"""Elements before which a paragraph ends by itself."""

_CLOSES: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}), "dt": frozenset({"dt", "dd"}), "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}), "td": frozenset({"td", "th"}), "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}), **{name: frozenset({"p"}) for name in _BLOCKS},
}  # fmt: skip
"""Start tag → open elements that it ends, where they are the innermost."""


MAIN, CONTROL, VERBATIM, PRESSED, DATED = 1, 2, 4, 8, 16
"""Where an element or a text stands, as bits: in ``<main>``; in a link, a button, a label; in code, a key, a script or
a drawing, which are not language; in a link or a button; in a date. (Not an ``enum.Flag``, whose arithmetic would take
half the time of a check.)"""

_SETTINGS = {
    **dict.fromkeys(("main", "article"), MAIN),
    **dict.fromkeys(("a", "button"), CONTROL | PRESSED),
    **dict.fromkeys(("label", "summary"), CONTROL),
    "time": DATED,
    **dict.fromkeys(("code", "pre", "kbd", "samp", "script", "style", "svg", "math"), VERBATIM),
}


@record
class Element:
    """A start tag where it stands."""

    tag: Tag
    name: str
    attributes: Mapping[str, str]
    """The first of each name; empty text for one without a value."""
    line: int
    lang: str
    """In force for the element's own attributes and text."""
    dir: str
    """``rtl``, ``ltr`` or ``auto``; empty when nothing says it."""
    outer_dir: str
    """In force around it."""
    setting: int
    outer_setting: int = 0
    """The settings of what it stands in."""
    parent: str = ""
    """Name of the element that it stands in."""


@record
class Text:
    """A stretch of text between two tags."""

    text: str
    line: int
    lang: str
    dir: str
    setting: int


@record
class Markup:
    """A page, read."""

    path: str
    data: bytes
    elements: Sequence[Element]
    texts: Sequence[Text]
    title: str | None
    """None without a ``<title>``."""
    scripts: tuple[tuple[str, str, int], ...]
    """(type, content, line) of inline scripts."""
    faults: tuple[tuple[str, str, int], ...]
    """(code, message, line) of what is wrong with the tags themselves."""
    by_name: Mapping[str, Sequence[Element]]
    """The elements of each name, in order."""

    def named(self, name: str) -> Sequence[Element]:
        """The elements of a name, in order."""
        return self.by_name.get(name, ())


def read_markup(file: BuiltFile) -> Markup:
    """The page in a file. Bytes that are no UTF-8 become U+FFFD; ``check.html`` reports them."""
    reader = _Reader()
    reader.read(file.data.decode("utf-8", "replace").removeprefix("\ufeff"))
    by_name: dict[str, list[Element]] = {}
    for element in reader.elements:
        by_name.setdefault(element.name, []).append(element)
    return Markup(
        file.path, file.data, reader.elements, reader.texts, reader.title, tuple(reader.scripts),
        tuple(reader.faults), by_name,
    )  # fmt: skip


_NOWHERE = Element(Tag("", {}, (), False), "", {}, 0, "", "", "", 0)
"""What the root stands in."""


class _Reader:
    """Collects elements and texts, with the stack of the elements whose end tag is awaited."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.texts: list[Text] = []
        self.title: str | None = None
        self.scripts: list[tuple[str, str, int]] = []
        self.faults: list[tuple[str, str, int]] = []
        self._open: list[Element] = [_NOWHERE]

    def read(self, page: str) -> None:
        """Reads a whole page."""
        for token, line in tokens(page):
            if isinstance(token, str):
                if not token.isspace():
                    self._words(token, line)
            elif isinstance(token, Tag):
                self._start(token, line)
            elif isinstance(token, End):
                self._end(token.name, line)
            else:
                self.faults.append(("html-nesting", f"the tag {token.text!r} never ends", line))
                return  # what follows cannot be read, and what is open could not be closed
        self._report_unclosed(self._open[1:])

    def _start(self, tag: Tag, line: int) -> None:
        name = tag.name
        closed = _CLOSES.get(name)
        while closed and self._open[-1].name in closed:
            self._open.pop()
        for twice in tag.twice:
            self.faults.append(("html-attribute-twice", f"<{name}> has the attribute {twice!r} twice", line))
        element = _element(tag, line, self._open[-1])
        self.elements.append(element)
        if name == "title" and self.title is None and not element.setting & VERBATIM:
            self.title = ""
        if name in VOID or (tag.closed and element.setting & VERBATIM):
            return
        if tag.closed:
            message = f"<{name}/> opens an element; only in drawings it closes it too"
            self.faults.append(("html-nesting", message, line))
        else:
            self._open.append(element)

    def _end(self, name: str, line: int) -> None:
        """Closes an element, and those inside it whose end tag may be left out."""
        if self._open[-1].name == name:
            self._open.pop()
            return
        if name in VOID:
            return
        at = next((n for n in range(len(self._open) - 1, 0, -1) if self._open[n].name == name), 0)
        if not at:
            self.faults.append(("html-nesting", f"</{name}> closes nothing", line))
            return
        self._report_unclosed(self._open[at + 1 :])
        del self._open[at:]

    def _words(self, text: str, line: int) -> None:
        """Text, of the innermost open element."""
        inner = self._open[-1]
        if inner.name == "script":
            self.scripts.append((inner.attributes.get("type", ""), text, inner.line))
        elif inner.name == "title" and self.title is not None and not inner.setting & VERBATIM:
            self.title += text
        else:
            self.texts.append(Text(text, line, inner.lang, inner.dir, inner.setting))

    def _report_unclosed(self, left: list[Element]) -> None:
        self.faults += [
            ("html-nesting", f"<{one.name}> is never closed", one.line) for one in left if one.name not in _OPTIONAL
        ]


def _element(tag: Tag, line: int, outer: Element) -> Element:
    """A tag inside the element ``outer``."""
    name, attributes = tag.name, tag.attributes
    lang, direction = outer.lang, outer.dir
    if name == "bdi":
        direction = "auto"
    if "dir" in attributes:
        direction = attributes["dir"].lower() or direction
    if "lang" in attributes:
        lang = attributes["lang"]
        says = not attributes.get("dir") or name == "html"
        if says and direction_of(lang) not in (None, direction):
            direction = ""  # the element itself is reported; its texts are not reported again
    setting = outer.setting | _SETTINGS.get(name, 0)
    return Element(tag, name, attributes, line, lang, direction, outer.dir, setting, outer.setting, outer.name)


def direction_of(lang: str) -> Direction | None:
    """The direction of a language tag (``ar``, ``en-GB``, ``grc-Latn``); None for a language we do not know."""
    code, _, rest = lang.partition("-")
    if "Latn" in rest.split("-"):
        return "ltr"
    return LANGUAGES[code].direction if code in LANGUAGES else None

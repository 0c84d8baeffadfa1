"""A page as the checks see it: its elements and texts in order, each with the language and direction around it.

One pass of ``html.parser``, which takes 5 ms for an article page; no tree is kept. (selectolax is four times faster,
but its tree has no line numbers, and repairs what we want to report.)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from lisanayn.check.values import BuiltFile
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


MAIN, CONTROL, VERBATIM = 1, 2, 4
"""Where an element or a text stands, as bits: in ``<main>``; in a link, a button, a label; in code, a key, a script or
a drawing, which are not language. (Not an ``enum.Flag``, whose arithmetic would take half the time of a check.)"""

_SETTINGS = {
    **dict.fromkeys(("main", "article"), MAIN),
    **dict.fromkeys(("a", "button", "label", "summary"), CONTROL),
    **dict.fromkeys(("code", "pre", "kbd", "samp", "script", "style", "svg", "math"), VERBATIM),
}


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag."""

    name: str
    attributes: dict[str, str]
    """The first of each name; empty text for one without a value."""
    line: int
    lang: str
    """In force for the element's own attributes and text."""
    dir: str
    """``rtl``, ``ltr`` or ``auto``; empty when nothing says it."""
    outer_dir: str
    """In force around it."""
    setting: int


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text between two tags."""

    text: str
    line: int
    lang: str
    dir: str
    isolated: bool
    """Whether the element that sets its direction isolates it from what stands beside it."""
    setting: int


@dataclass(frozen=True, slots=True)
class Markup:
    """A page, read."""

    path: str
    data: bytes
    elements: tuple[Element, ...]
    texts: tuple[Text, ...]
    title: str | None
    """None without a ``<title>``."""
    scripts: tuple[tuple[str, str, int], ...]
    """(type, content, line) of inline scripts."""
    faults: tuple[tuple[str, str, int], ...]
    """(code, message, line) of what is wrong with the tags themselves."""

    def named(self, *names: str) -> list[Element]:
        """The elements of these names, in order."""
        return [element for element in self.elements if element.name in names]


def read_markup(file: BuiltFile) -> Markup:
    """The page in a file. Bytes that are no UTF-8 become U+FFFD; ``check.html`` reports them."""
    reader = _Reader()
    reader.feed(file.data.decode("utf-8", "replace"))
    reader.close()
    reader.end()
    return Markup(
        file.path, file.data, tuple(reader.elements), tuple(reader.texts), reader.title, tuple(reader.scripts),
        tuple(reader.faults),
    )  # fmt: skip


@dataclass(slots=True)
class _Open:
    """An element whose end tag is awaited."""

    name: str
    line: int
    lang: str = ""
    dir: str = ""
    isolated: bool = False
    setting: int = 0


@dataclass(slots=True)
class _Script:
    kind: str
    line: int
    parts: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects elements and texts, with the stack of what is open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[Text] = []
        self.title: str | None = None
        self.scripts: list[tuple[str, str, int]] = []
        self.faults: list[tuple[str, str, int]] = []
        self._open: list[_Open] = [_Open("", 0)]
        self._script: _Script | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        closed = _CLOSES.get(tag)
        while closed and self._open[-1].name in closed:
            self._open.pop()
        opened = self._element(tag, attrs)
        if tag not in VOID:
            self._open.append(opened)
        if tag == "title" and self.title is None and not opened.setting & VERBATIM:
            self.title = ""
        if tag == "script":
            self._script = _Script(self.elements[-1].attributes.get("type", ""), opened.line)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>``; in a drawing ``<path/>``."""
        opened = self._element(tag, attrs)
        if tag not in VOID and not opened.setting & VERBATIM:
            message = f"<{tag}/> opens an element; only in drawings it closes it too"
            self.faults.append(("html-nesting", message, opened.line))
            self._open.append(opened)

    def _element(self, tag: str, attrs: list[tuple[str, str | None]]) -> _Open:
        line = self.getpos()[0]
        outer = self._open[-1]
        attributes: dict[str, str] = {}
        for name, value in attrs:
            if name in attributes:
                self.faults.append(("html-attribute-twice", f"<{tag}> has the attribute {name!r} twice", line))
            attributes.setdefault(name, value or "")
        own = attributes.get("dir", "").lower()
        direction = own or ("auto" if tag == "bdi" else outer.dir)
        if not own and direction_of(attributes.get("lang", "")) not in (None, outer.dir):
            direction = ""  # check.bidi reports the element; its texts are not reported again
        opened = _Open(
            tag, line, attributes.get("lang", outer.lang), direction, tag == "bdi" or bool(own) or outer.isolated,
            outer.setting | _SETTINGS.get(tag, 0),
        )  # fmt: skip
        self.elements.append(Element(tag, attributes, line, opened.lang, direction, outer.dir, opened.setting))
        return opened

    def handle_endtag(self, tag: str) -> None:
        """Closes an element, and those inside it whose end tag may be left out."""
        if tag == "script" and self._script:
            self.scripts.append((self._script.kind, "".join(self._script.parts), self._script.line))
            self._script = None
        if self._open[-1].name == tag:
            self._open.pop()
            return
        if tag in VOID:
            return
        at = next((n for n in range(len(self._open) - 1, 0, -1) if self._open[n].name == tag), 0)
        if not at:
            self.faults.append(("html-nesting", f"</{tag}> closes nothing", self.getpos()[0]))
            return
        self._report_unclosed(self._open[at + 1 :])
        del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Text, of the innermost open element."""
        inner = self._open[-1]
        if self._script:
            self._script.parts.append(data)
        elif inner.name == "title" and self.title is not None and not inner.setting & VERBATIM:
            self.title += data
        elif not data.isspace():
            line = self.getpos()[0]
            self.texts.append(Text(data, line, inner.lang, inner.dir, inner.isolated, inner.setting))

    def end(self) -> None:
        """Reports what was never closed."""
        self._report_unclosed(self._open[1:])

    def _report_unclosed(self, left: list[_Open]) -> None:
        self.faults += [
            ("html-nesting", f"<{one.name}> is never closed", one.line) for one in left if one.name not in _OPTIONAL
        ]


def direction_of(lang: str) -> Direction | None:
    """The direction of a language tag (``ar``, ``en-GB``, ``grc-Latn``); None for a language we do not know."""
    code, _, rest = lang.partition("-")
    if "Latn" in rest.split("-"):
        return "ltr"
    return LANGUAGES[code].direction if code in LANGUAGES else None

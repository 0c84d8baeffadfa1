"""Block tokens → typed blocks.

The model is flat: a list is a row of items with depths, a quotation a row of paragraphs with one number. What
Markdown allows inside each other beyond that (a list in a quotation, a heading in a list) becomes the innermost of
the two; its words are always kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lisanayn.model.agency import AgencyTable
from lisanayn.model.blocks import Block, Box, Code, Figure, Footnote, Heading, Item, Paragraph, Quote, Rule
from lisanayn.model.inline import Rich, Run, Strong, from_plain, plain
from lisanayn.parse.markdown import HEADING, PLAIN
from lisanayn.parse.markdown_attributes import Attributes, under
from lisanayn.parse.markdown_figures import take_pictures
from lisanayn.parse.markdown_inline import Notebook, read_inline
from lisanayn.parse.markdown_notes import finish_notes, note_from
from lisanayn.parse.markdown_pieces import Picture, runs_of, tidied
from lisanayn.parse.markdown_quotes import with_attribution
from lisanayn.parse.markdown_tables import TableReader
from lisanayn.problems import Location, note

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 100
"""Blocks inside each other; a list counts two. Half of where the parser would begin to lose text."""

_QUOTE = "lines that begin with >"
_ITEM = "a line with a list marker"
_MORE = "a further paragraph of a list item"
_CODE = "lines between code fences, or indented by four spaces"
_RULE = "a line of hyphens, stars or underscores"
_TITLE = "the title of a container"


@dataclass(slots=True)
class _List:
    """A list that is open."""

    ordered: bool
    number: int
    """Of the item that is open; 0 in a list without numbers."""
    begun: bool = False
    """Whether an item of it has become a block."""
    shown: bool = False
    """Whether the item that is open has."""


@dataclass(slots=True)
class _Quotation:
    """A quotation that is open."""

    number: int
    start: int
    """Number of blocks before it."""


@dataclass(slots=True)
class _Note:
    """The definition of a footnote that is open."""

    label: str
    line: int
    outside: list[Block]
    """The blocks it stands among."""


@dataclass(slots=True)
class Walk:
    """The reading of one text's tokens."""

    first_line: int
    lang: str
    agencies: AgencyTable
    book: Notebook
    lines: Sequence[str]
    """Of the body, for what tokens do not keep."""
    plain_texts: Mapping[int, str]
    """Paragraphs that the parser was spared, by their line in the body from 0."""
    blocks: list[Block] = field(default_factory=list)
    around: list[_List | _Quotation | _Note] = field(default_factory=list)
    boxes: tuple[Box, ...] = ()
    notes: list[Footnote] = field(default_factory=list)
    heading: Token | None = None
    table: TableReader | None = None
    attributes: Attributes = field(default_factory=Attributes)
    """``{…}`` on a line of its own, until the block it belongs to comes."""
    count: int = 0
    """Of quotations and containers."""

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """All blocks of the text, footnotes last."""
        self.book.defined = {str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open"}
        for token in tokens:
            if token.level >= DEEPEST and token.map and "deep" not in self.book.once:
                self.book.once.add("deep")
                message = f"blocks stand more than {DEEPEST} levels inside each other"
                self.book.fail("markdown-deep", message, self.line(token), "write them side by side")
            self.take(token)
        self.attributes.drop(self.book)
        return (*self.blocks, *finish_notes(self.notes, self.book))

    def line(self, token: Token) -> int:
        """The line of the file a token begins on."""
        return self.first_line + (token.map[0] if token.map else 0)

    def take(self, token: Token) -> None:
        """One token."""
        kind = token.type
        if kind == "inline":
            self.inline(token)
        elif kind == "spared":
            line = self.line(token)
            self.put_words(from_plain(self.plain_texts[line - self.first_line]), line)
        elif kind == "heading_open":
            self.heading = token
        elif self.table is not None and kind != "table_close":
            self.table.take(kind, token, self.lines)
        elif token.nesting == 1:
            self.open(kind.removesuffix("_open"), token)
        elif token.nesting == -1:
            self.close(kind.removesuffix("_close"))
        else:
            self.alone(kind, token)

    def open(self, kind: str, token: Token) -> None:
        """Something that holds blocks begins."""
        match kind:
            case "bullet_list" | "ordered_list":
                if any(isinstance(outer, _Quotation) for outer in self.around):
                    self.mixed("a list inside a quotation is read as a list of its own", self.line(token))
                ordered = kind == "ordered_list"
                self.around.append(_List(ordered, int(token.attrs.get("start", 1)) - 1 if ordered else 0))
            case "list_item":
                self.open_item()
            case "blockquote":
                if any(isinstance(outer, _List) for outer in self.around):
                    self.mixed("a quotation inside a list is read as a quotation of its own", self.line(token))
                self.count += 1
                self.around.append(_Quotation(self.count, len(self.blocks)))
            case "container_box":
                self.open_box(token)
            case "footnote_reference":
                self.around.append(_Note(str(token.meta["label"]), self.line(token), self.blocks))
                self.blocks = []
            case "table":
                self.attributes.drop(self.book)
                self.table = TableReader(self.line(token), self.book, self.boxes)
            case _:
                pass  # paragraphs: their words are the next token

    def close(self, kind: str) -> None:
        """Something that held blocks ends."""
        match kind:
            case "bullet_list" | "ordered_list":
                self.around.pop()
            case "blockquote":
                self.close_quotation()
            case "container_box":
                self.boxes = self.boxes[:-1]
            case "footnote_reference":
                self.close_note()
            case "table":
                self.close_table()
            case _:
                pass

    def alone(self, kind: str, token: Token) -> None:
        """A block that is one token."""
        self.attributes.drop(self.book)
        match kind:
            case "fence" | "code_block":
                language = (token.info.split() or [""])[0]
                code = Code(token.content.rstrip("\n"), self.line(token), language, reason=_CODE, boxes=self.boxes)
                self.blocks.append(code)
            case "hr":
                self.blocks.append(Rule(self.line(token), reason=_RULE, boxes=self.boxes))
            case "attributes_line":
                self.attributes.take(token, self.line(token))
            case _:
                self.put_words(from_plain(token.content), self.line(token))  # nothing the parser is set up to give

    def inline(self, token: Token) -> None:
        """The words of a paragraph, heading or cell."""
        pieces = read_inline(token.children or (), self.line(token), self.book)
        figures: tuple[Figure, ...] = ()
        if any(isinstance(piece, Picture) for piece in pieces):
            words, figures = take_pictures(pieces, self.lang, self.agencies, self.book, self.boxes)
        else:
            words = tidied(runs_of(pieces))
        if self.table is not None:
            self.table.cell(words)
            self.table.figures += figures
            return
        if self.heading is not None:
            heading, self.heading = self.heading, None
            self.put_heading(words, heading)
        else:
            self.put_words(words, self.line(token))
        self.blocks += figures

    def put_words(self, text: Rich, line: int) -> None:
        """A paragraph, as what it stands in makes of it."""
        if not text:
            return
        text = self.attributes.around(text, self.book)
        inner = self.around[-1] if self.around else None
        match inner:
            case _List():
                depth = sum(isinstance(outer, _List) and outer.shown for outer in self.around[:-1])
                reason = _MORE if inner.shown else _ITEM
                opens, more = not inner.begun, inner.shown
                item = Item(text, line, inner.ordered, inner.number, depth, opens, more, reason, self.boxes)
                self.blocks.append(item)
                inner.begun = inner.shown = True
            case _Quotation():
                self.blocks.append(Quote(text, line, inner.number, reason=_QUOTE, boxes=self.boxes))
            case _:
                first = plain(text).partition("\n")[0]
                if first.startswith(":::"):
                    hint = "write ::: and a name of letters, digits and hyphens; end it with a line of :::"
                    self.book.warn("box-form", f"{first[:40]!r} opens no container", line, hint)
                self.blocks.append(Paragraph(text, line, PLAIN, self.boxes))

    def put_heading(self, text: Rich, token: Token) -> None:
        """A heading; inside a list or quotation a paragraph in bold."""
        line = self.line(token)
        anchor = str(token.meta.get("id", "")) or self.attributes.anchor()
        if any(isinstance(outer, _List | _Quotation) for outer in self.around):
            self.mixed("a heading inside a list or quotation is read as a paragraph in bold", line)
            self.put_words(under(Strong(), text), line)
        elif text:
            level = int(token.tag[1:])
            text = self.attributes.around(text, self.book)
            self.blocks.append(Heading(text, line, level, anchor, HEADING.format(token.markup), self.boxes))

    def open_item(self) -> None:
        """The next item of the innermost list."""
        inner = self.around[-1]
        if isinstance(inner, _List):
            inner.number += inner.ordered
            inner.shown = False

    def close_quotation(self) -> None:
        """The end of a quotation: only now is its last line known."""
        inner = self.around.pop()
        if isinstance(inner, _Quotation):
            self.blocks[inner.start :] = with_attribution(self.blocks[inner.start :], inner.number)

    def open_box(self, token: Token) -> None:
        """A container, with its name and perhaps a title."""
        self.attributes.drop(self.book)
        self.count += 1
        name, _, title = token.info.strip().partition(" ")
        line = self.line(token)
        self.boxes = (*self.boxes, Box(name, self.count))
        if title.strip():
            text = (Run(title.strip(), (Strong(),)),)
            self.blocks.append(Paragraph(text, line, _TITLE, self.boxes))
        if not token.meta["closed"]:
            hint = "write a line of ::: after its last paragraph"
            self.book.warn("box-open", f"the container {name!r} is never closed", line, hint)

    def close_note(self) -> None:
        """The end of a footnote's definition; its pictures stay where it stood."""
        inner = self.around.pop()
        if isinstance(inner, _Note):
            note, pictures = note_from(self.blocks, inner.label, inner.line, self.boxes)
            self.notes.append(note)
            self.blocks = inner.outside
            self.blocks += pictures

    def close_table(self) -> None:
        """The end of a table; pictures in its cells stand below it."""
        if self.table is not None:
            self.blocks += (self.table.table(), *self.table.figures)
            self.table = None

    def mixed(self, message: str, line: int) -> None:
        """A note, once a file, that one thing inside another was read as one of the two."""
        if "markdown-mixed" not in self.book.once:
            self.book.once.add("markdown-mixed")
            at = Location(self.book.path, line)
            self.book.problems.append(note("markdown-mixed", message, at, "write them one after the other"))

"""Block tokens → typed blocks.

The model is flat: a list is a row of items with depths, a quotation a row of paragraphs with one number. What
Markdown allows inside each other beyond that (a list in a quotation, a heading in a list) becomes the innermost of
the two; its words are always kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Block, Box, Code, Footnote, Heading, Item, Paragraph, Quote, Rule
from lisanayn.model.inline import Foreign, Rich, Run, Strong, from_plain, plain
from lisanayn.parse.markdown_figures import take_pictures
from lisanayn.parse.markdown_inline import Notebook, Picture, Piece, is_blank, read_inline, runs_of, tidied
from lisanayn.parse.markdown_notes import finish_notes, note_from, with_attribution
from lisanayn.parse.markdown_tables import TableReader

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 100
"""Blocks inside each other; a list counts two. Half of where the parser would begin to lose text."""

PLAIN = "text between blank lines"
_HEADING = "a line that begins with {} or is underlined"
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
    """Of the item that is open."""
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
    attributes: Token | None = None
    """``{…}`` on a line of its own, until the block it belongs to comes."""
    count: int = 0
    """Of quotations and containers."""

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """All blocks of the text, footnotes last."""
        for token in tokens:
            if token.level >= DEEPEST and token.map and "deep" not in self.book.once:
                self.book.once.add("deep")
                message = f"blocks stand more than {DEEPEST} levels inside each other"
                self.book.fail("markdown-deep", message, self.line(token), "write them side by side")
            self.take(token)
        return (*self.blocks, *finish_notes(self.notes, self.book))

    def line(self, token: Token) -> int:
        """The line of the file a token begins on."""
        return self.first_line + (token.map[0] if token.map else 0)

    def take(self, token: Token) -> None:
        """One token."""
        match token.type:
            case "inline":
                self.inline(token)
            case "heading_open":
                self.heading = token
            case "bullet_list_open" | "ordered_list_open":
                start = token.attrs.get("start", 1)
                self.around.append(_List(token.type[0] == "o", int(start) - 1))
                self.note_mixture("list")
            case "list_item_open":
                self.open_item()
            case "blockquote_open":
                self.count += 1
                self.around.append(_Quotation(self.count, len(self.blocks)))
                self.note_mixture("quotation")
            case "blockquote_close":
                self.close_quotation()
            case "bullet_list_close" | "ordered_list_close":
                self.around.pop()
            case "container_box_open":
                self.open_box(token)
            case "container_box_close":
                self.boxes = self.boxes[:-1]
            case "footnote_reference_open":
                self.around.append(_Note(str(token.meta["label"]), self.line(token), self.blocks))
                self.blocks = []
            case "footnote_reference_close":
                self.close_note()
            case "table_open":
                self.table = TableReader(self.line(token), self.book, self.boxes)
            case "table_close":
                self.close_table()
            case "fence" | "code_block":
                language = token.info.split()[0] if token.info.split() else ""
                self.blocks.append(
                    Code(token.content.rstrip("\n"), self.line(token), language, reason=_CODE, boxes=self.boxes)
                )
            case "hr":
                self.blocks.append(Rule(self.line(token), reason=_RULE, boxes=self.boxes))
            case "attributes_line":
                self.drop_attributes()
                self.attributes = token
            case kind if self.table is not None:
                self.table.take(kind, token, self.lines)
            case _:
                pass  # the ends of paragraphs, headings and items

    def inline(self, token: Token) -> None:
        """The words of a paragraph, heading or cell."""
        if self.table is not None:
            self.table.cell(read_inline(token.children or (), self.line(token), self.book))
            return
        start = token.map[0] if token.map else 0
        if start in self.plain_texts and not self.around and not self.boxes:
            self.drop_attributes_before(token)
            text: Rich = from_plain(self.plain_texts[start])
            self.blocks.append(Paragraph(text, self.line(token), PLAIN))
            return
        pieces = read_inline(token.children or (), self.line(token), self.book)
        if self.heading is not None:
            heading, self.heading = self.heading, None
            self.put_heading(pieces, heading)
        elif any(isinstance(piece, Picture) for piece in pieces):
            words, figures = take_pictures(pieces, self.lang, self.agencies, self.book, self.boxes)
            self.put_words(words, self.line(token))
            self.blocks += figures
        else:
            self.put_words(tidied(runs_of(pieces)), self.line(token))

    def put_words(self, text: Rich, line: int) -> None:
        """A paragraph, as what it stands in makes of it."""
        text = self.in_its_language(text, line)
        if not text:
            return
        inner = self.around[-1] if self.around else None
        match inner:
            case _List():
                self.put_item(inner, text, line)
            case _Quotation():
                self.blocks.append(Quote(text, line, inner.number, reason=_QUOTE, boxes=self.boxes))
            case _:
                self.check_container(text, line)
                self.blocks.append(Paragraph(text, line, PLAIN, self.boxes))

    def put_item(self, inner: _List, text: Rich, line: int) -> None:
        """A paragraph of a list item."""
        depth = sum(isinstance(outer, _List) and outer.shown for outer in self.around[:-1])
        item = Item(text, line, inner.ordered, inner.number, depth, not inner.begun, inner.shown, boxes=self.boxes)
        self.blocks.append(replace(item, reason=_MORE if inner.shown else _ITEM))
        inner.begun = inner.shown = True

    def put_heading(self, pieces: Sequence[Piece], token: Token) -> None:
        """A heading; inside a list or quotation a paragraph in bold."""
        line = self.line(token)
        words, figures = tidied(runs_of(pieces)), ()
        if any(isinstance(piece, Picture) for piece in pieces):
            words, found = take_pictures(pieces, self.lang, self.agencies, self.book, self.boxes)
            figures = found  # type: ignore[assignment]  # the empty tuple above has no element type
        anchor = str(token.meta.get("id", ""))
        if self.attributes is not None:
            anchor = anchor or str(self.attributes.meta.pop("id", ""))
        if any(isinstance(outer, _List | _Quotation) for outer in self.around):
            self.mixture("a heading inside a list or quotation is read as a paragraph in bold", line)
            words = tuple(
                Run(run.text, run.marks if Strong() in run.marks else (Strong(), *run.marks)) for run in words
            )
            self.put_words(words, line)
        elif words:
            words = self.in_its_language(words, line)
            level, reason = int(token.tag[1:]), _HEADING.format(token.markup)
            self.blocks.append(Heading(words, line, level, anchor, reason, self.boxes))
        self.blocks += figures

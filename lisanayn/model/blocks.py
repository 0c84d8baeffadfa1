"""The blocks of an article: what a text is made of, each with its line and the reason it was read so."""

from __future__ import annotations

from typing import Literal

from lisanayn.model.inline import Rich
from lisanayn.record import record


@record
class Box:
    """A container around blocks: ``::: note``. Equal consecutive boxes are one box."""

    name: str
    """``note``, ``warning``, … as the author wrote it; letters, digits and hyphens only."""
    number: int
    """Counts the containers of an article, so that two notes in a row stay two."""


@record
class Paragraph:
    """Running text."""

    text: Rich
    line: int
    """Line of the file where the block begins, from 1, counting the front matter."""
    reason: str = ""
    """Why the block was read as this kind, in words; printed by ``explain``."""
    boxes: tuple[Box, ...] = ()
    """Containers around the block, outermost first."""


@record
class Heading:
    """A subheading; the title of the article is not a block."""

    text: Rich
    line: int
    level: int = 2
    """2 to 6."""
    anchor: str = ""
    """The author's id for it, or empty: then the page makes one."""
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class Figure:
    """A photograph or drawing, also one that a text only names."""

    line: int
    image: str = ""
    """File beside the article; empty when the text names a photograph that is not there."""
    alt: str = ""
    """What is to be seen, for those who do not see it; never a copy of the caption."""
    caption: Rich = ()
    """Empty when the source gave none; never made up."""
    credit: str = ""
    """Photographer or agency as printed, without parentheses and qualifier. Legal text: never translated
    by guess; a page in another language shows the agency table's name for it."""
    qualifier: str = ""
    """``أرشيف``, ``archive``, … as printed."""
    license: str = ""
    alt_source: str = ""
    """The photo desk's own English line, where a wire text carries one; not printed."""
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class Quote:
    """One paragraph of a quotation."""

    text: Rich
    line: int
    number: int = 0
    """Paragraphs of one quotation share it."""
    attribution: Rich = ()
    """Who is quoted, on the last paragraph of a quotation; empty elsewhere."""
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class Item:
    """One item of a list."""

    text: Rich
    line: int
    ordered: bool = False
    number: int = 0
    """The number printed, for an ordered list."""
    depth: int = 0
    """0 for an outer list."""
    first: bool = False
    """Whether the item opens a new list at its depth; two lists in a row stay two."""
    continued: bool = False
    """Whether this is a further paragraph of the item before it: then no marker is printed."""
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class Table:
    """A table with one head row."""

    header: tuple[Rich, ...]
    rows: tuple[tuple[Rich, ...], ...]
    line: int
    align: tuple[Literal["", "start", "center", "end"], ...] = ()
    """A column's alignment, in the text's own direction; empty where the author gave none."""
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class Code:
    """Lines of code; always left to right, never split into sentences."""

    text: str
    line: int
    language: str = ""
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class Rule:
    """A thematic break."""

    line: int
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class Footnote:
    """A footnote's text. Footnotes stand at the end of an article's blocks, in order of first reference."""

    label: str
    text: Rich
    line: int
    reason: str = ""
    boxes: tuple[Box, ...] = ()


@record
class SourceLine:
    """``المصدر : الجزيرة + وكالات``: where a wire text says it comes from. Shown in the attribution footer."""

    text: str
    """As printed, for the round trip."""
    names: tuple[str, ...]
    """The sources, one by one, in their order."""
    line: int
    reason: str = ""


@record
class Dateline:
    """``غزة – وكالة الضفاف``: place, agency or date on a line of its own. Shown in the head."""

    text: str
    line: int
    reason: str = ""


Block = (
    Paragraph | Heading | Figure | Quote | Item | Table | Code | Rule | Footnote | SourceLine | Dateline
)

BlockKind = Literal[
    "paragraph", "heading", "figure", "quote", "list", "table", "code", "rule", "footnote", "source", "dateline"
]


def kind_of(block: Block) -> BlockKind:
    """The name of a block's kind, as ``explain``, overrides and the sidecar spell it."""
    match block:
        case Paragraph():
            return "paragraph"
        case Heading():
            return "heading"
        case Figure():
            return "figure"
        case Quote():
            return "quote"
        case Item():
            return "list"
        case Table():
            return "table"
        case Code():
            return "code"
        case Rule():
            return "rule"
        case Footnote():
            return "footnote"
        case SourceLine():
            return "source"
        case Dateline():
            return "dateline"

"""Elements around rows: paragraphs, quotations, lists and boxes, opened and closed as the blocks ask for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from lisanayn.model.blocks import Box, Item, Quote
from lisanayn.model.rows import BodyBlock, Close, Open
from lisanayn.record import record

Tag = Literal["div", "ul", "ol", "li", "blockquote", "aside"]

BOXES = frozenset({"note", "tip", "warning", "important", "example", "summary", "background"})
"""Names of boxes that have a title in the interface strings."""


@record
class Level:
    """An element around a block. Two blocks stand in one element when their levels are equal."""

    tag: Tag
    role: str
    label: str = ""
    number: int = 0
    """Tells elements of one kind apart."""


class Nesting:
    """Rows with the elements around them, as one flat list."""

    def __init__(self) -> None:
        self._out: list[BodyBlock] = []
        self._levels: tuple[Level, ...] = ()
        self._lists: list[tuple[Level, Level]] = []
        self._count = 0

    def put(self, levels: Iterable[Level], rows: Iterable[BodyBlock]) -> None:
        """Rows inside the elements named, outermost first; what is open already stays open."""
        wanted = tuple(levels)
        same = 0
        for old, new in zip(self._levels, wanted, strict=False):
            if old != new:
                break
            same += 1
        for level in reversed(self._levels[same:]):
            self._out.append(_close(level.tag))
        for level in wanted[same:]:
            self._out.append(Open(level.tag, level.role, level.label))
        self._levels = wanted
        self._out.extend(rows)

    def put_paragraph(self, rows: Iterable[BodyBlock]) -> None:
        """``put`` of a new paragraph that stands in nothing else: nine blocks of ten. It shares no element with what
        is open, nor with what follows, so there is nothing to number and nothing to compare."""
        for level in reversed(self._levels):
            self._out.append(_close(level.tag))
        self._out.append(_PARAGRAPH)
        self._levels = _IN_PARAGRAPH
        self._out.extend(rows)

    def finished(self) -> tuple[BodyBlock, ...]:
        """All rows, every element closed."""
        self.put((), ())
        return tuple(self._out)

    def next(self) -> int:
        """A number no other element has."""
        self._count += 1
        return self._count

    def paragraph(self) -> Level:
        """A new paragraph."""
        return Level("div", "para", number=self.next())

    def items(self, item: Item) -> tuple[Level, ...]:
        """The lists and items around a list item, outermost first."""
        depth = min(item.depth, len(self._lists))
        starts = item.first or depth == len(self._lists)
        if starts:
            new_list = Level("ol" if item.ordered else "ul", "items", number=self.next())
            del self._lists[depth:]
            self._lists.append((new_list, Level("li", "item", number=self.next())))
        else:
            del self._lists[depth + 1 :]
            if not item.continued:
                self._lists[depth] = (self._lists[depth][0], Level("li", "item", number=self.next()))
        return tuple([level for pair in self._lists for level in pair])

    def leave_lists(self) -> None:
        """What follows is no list item: the next one opens a new list."""
        self._lists.clear()


_PARAGRAPH = Open("div", "para")
_IN_PARAGRAPH = (Level("div", "para", number=-1),)
"""A number no other element has: the paragraph is closed by whatever comes next."""


@cache
def _close(tag: Tag) -> Close:
    return Close(tag)


def boxes(found: tuple[Box, ...]) -> tuple[Level, ...]:
    """The boxes around a block."""
    return tuple(
        [
            Level("aside", f"box box-{box.name}", f"box_{box.name}" if box.name in BOXES else "", box.number)
            for box in found
        ]
    )


def quotation(quote: Quote) -> Level:
    """The quotation a paragraph belongs to."""
    return Level("blockquote", "quote", number=quote.number)

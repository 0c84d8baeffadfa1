"""A story's blocks and groups into the rows of a reading page.

The rows come out flat, with Open and Close around those that a list, a quotation or a box holds, so that the template
is one loop. Throughout:
    own, other        the page's language and the one beside it, as in ``model.views``
    source, target    the original's side and the translation's of a pair of blocks
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from lisanayn.model.blocks import Block, Code, Figure, Heading, Item, Paragraph, Quote, Rule, Table
from lisanayn.model.inline import Rich, Run, plain
from lisanayn.model.rows import (
    AnchorBlock,
    BodyBlock,
    CodeBlock,
    FigureBlock,
    HeadingBlock,
    Missing,
    Pair,
    RuleBlock,
    SpeakerBlock,
    TableBlock,
)
from lisanayn.model.story import BlockPair, Group, Story
from lisanayn.pages.figures import FigureMaker
from lisanayn.pages.grids import make_grid
from lisanayn.pages.ids import Ids
from lisanayn.pages.nesting import Nesting, boxes, quotation
from lisanayn.pages.voices import Voice
from lisanayn.record import record
from lisanayn.text.lang import DigitSystem
from lisanayn.text.numbers import to_system

Key = TypeVar("Key", int, str)

_SPACE = Run(" ")
_PLAIN_ID = re.compile(r"s(\d+)")
_LANGUAGE = re.compile(r"[A-Za-z0-9+#-]{1,30}")


@record
class Voices:
    """The languages of a page."""

    own: Voice
    other: Voice | None
    """None on a page of one language."""
    own_is_source: bool
    """Whether the page's language is the original's."""

    def have_notes(self) -> bool:
        """Whether one of the texts has footnotes."""
        return bool(self.own.notes.blocks or (self.other and self.other.notes.blocks))


def make_body(story: Story, pairs: Sequence[BlockPair], voices: Voices, figures: FigureMaker) -> tuple[BodyBlock, ...]:
    """The rows of a page. ``pairs`` are those of the translation shown, or ``alone(story)``.

    A story's page and its text for feeds have the same rows, but for the addresses of pictures, and are made one soon
    after the other: so the last rows of each language are remembered. Footnotes count their references while rows are
    made, so a text with notes is gone through each time.
    """
    if voices.have_notes():
        return _make_rows(story, pairs, voices, figures)
    own, other = voices.own, voices.other
    key = (own.lang.code, own.digits, other and (other.lang.code, other.digits), voices.own_is_source)
    made = _latest.get(key)
    if made and made.story is story and made.pairs is pairs and figures.are_like(made.figures):
        return tuple([figures.moved(row) if isinstance(row, FigureBlock) else row for row in made.body])
    body = _make_rows(story, pairs, voices, figures)
    _latest[key] = _Made(story, pairs, figures, body)
    return body


@record
class _Made:
    """Rows, and the very values they were made from."""

    story: Story
    pairs: Sequence[BlockPair]
    figures: FigureMaker
    body: tuple[BodyBlock, ...]


_latest: dict[object, _Made] = {}
"""By the languages of the page, so never more than a few."""


def _make_rows(story: Story, pairs: Sequence[BlockPair], voices: Voices, figures: FigureMaker) -> tuple[BodyBlock, ...]:
    retired: dict[str, list[str]] = {}
    for anchor in story.anchors:
        retired.setdefault(anchor.before, []).append(anchor.id)
    maker = _Rows(voices, retired, figures)
    for pair in pairs:
        maker.add(pair)
    return maker.finished()


def alone(story: Story) -> tuple[BlockPair, ...]:
    """The original's blocks as pairs without their other half."""
    return tuple(
        [BlockPair(block, None, tuple([Group((one.id,), ()) for one in block.sentences])) for block in story.blocks]
    )


class _Rows:
    """Makes the rows of one page, in reading order."""

    def __init__(self, voices: Voices, retired: dict[str, list[str]], figures: FigureMaker) -> None:
        self._voices = voices
        self._own, self._other = voices.own, voices.other
        self._retired = retired
        self._figures = figures
        self._nesting = Nesting()
        self._ids = Ids()
        self._numbered = False
        self._has_notes = voices.have_notes()

    def finished(self) -> tuple[BodyBlock, ...]:
        """All rows; retired ids that stood at the end come last."""
        rest = tuple(self._retired.get("", ()))
        self._nesting.put((), [AnchorBlock(rest)] if rest else [])
        return self._nesting.finished()

    def add(self, pair: BlockPair) -> None:
        """A block of one text, or two blocks that belong together."""
        leading = pair.source or pair.target
        if leading is None:
            return
        block = leading.block
        if not isinstance(block, Item):
            self._nesting.leave_lists()
        match block:
            case Paragraph() if not block.boxes:
                self._nesting.put_paragraph(self._pairs(pair, "", ""))
            case Paragraph():
                self._nesting.put([*boxes(block.boxes), self._nesting.paragraph()], self._pairs(pair, "", ""))
            case Quote():
                around = [*boxes(block.boxes), quotation(block)]
                self._nesting.put([*around, self._nesting.paragraph()], self._pairs(pair, "", ""))
                self._nesting.put(around, self._speaker(pair))
            case Item():
                around = [*boxes(block.boxes), *self._nesting.items(block), self._nesting.paragraph()]
                self._nesting.put(around, self._pairs(pair, *self._markers(block)))
            case Heading() | Figure() | Table() | Code() | Rule():
                self._nesting.put(boxes(block.boxes), self._whole(pair, block))
            case _:
                pass  # source line, dateline and footnotes stand elsewhere on the page

    def _sides(self, pair: BlockPair) -> tuple[Block | None, Block | None]:
        source = pair.source.block if pair.source else None
        target = pair.target.block if pair.target else None
        return (source, target) if self._voices.own_is_source else (target, source)

    def _whole(self, pair: BlockPair, block: Heading | Figure | Table | Code | Rule) -> Iterator[BodyBlock]:
        """The row of a block that has no sentences."""
        own, other = self._sides(pair)
        match block:
            case Heading():
                texts = [one.text if isinstance(one, Heading) else () for one in (own, other)]
                own_text, other_text = self._linked(*texts)
                if own_text or other_text:
                    name = self._ids.heading(block.anchor, plain(block.text))
                    yield HeadingBlock(name, block.level, own_text, other_text)
            case Figure():
                one, across = (side if isinstance(side, Figure) else None for side in (own, other))
                yield self._figures.make(one, across, self._own, self._other)
            case Table():
                grids = [side if isinstance(side, Table) else None for side in (own, other)]
                across_grid = make_grid(grids[1], self._other.notes) if self._other else None
                own_grid = make_grid(grids[0], self._own.notes)
                if own_grid or across_grid:
                    yield TableBlock(own_grid, across_grid)
            case Code():
                shown = own if isinstance(own, Code) else block
                yield CodeBlock(shown.text, shown.language if _LANGUAGE.fullmatch(shown.language) else "")
            case Rule():
                yield RuleBlock()

    def _linked(self, own: Rich, other: Rich) -> tuple[Rich, Rich]:
        """Both texts with their footnote references as links; nothing for a language that is not on the page."""
        if not self._has_notes:
            return own, other if self._other else ()
        return self._own.notes.linked(own), self._other.notes.linked(other) if self._other else ()

    def _speaker(self, pair: BlockPair) -> Iterator[BodyBlock]:
        own, other = (side.attribution if isinstance(side, Quote) else () for side in self._sides(pair))
        if own or other:
            yield SpeakerBlock(*self._linked(own, other))

    def _markers(self, item: Item) -> tuple[str, str]:
        """What a list prints before an item, on both sides."""
        if item.continued:
            return "", ""
        if not item.ordered:
            return ("•", "•") if item.depth == 0 else ("–", "–")
        text = f"{item.number}."
        return self._own.number(text), self._other.number(text) if self._other else ""

    def _pairs(self, pair: BlockPair, own_marker: str, other_marker: str) -> Iterator[Pair]:
        """The rows of a block with sentences, one for each group."""
        source = {one.id: one.text for one in pair.source.sentences} if pair.source else {}
        target = {n: one.text for n, one in enumerate(pair.target.sentences, 1)} if pair.target else {}
        for group in pair.groups:
            ids, numbers = group.source, group.target
            text = source.get(ids[0], ()) if len(ids) == 1 else _joined(source, ids)
            across = target.get(numbers[0], ()) if len(numbers) == 1 else _joined(target, numbers)
            own, other = (text, across) if self._voices.own_is_source else (across, text)
            if self._has_notes or not self._other:
                own, other = self._linked(own, other)
            missing = "" if ids and numbers else self._missing(group)
            if not own and not other and not missing:
                continue
            number, fifth = _number(ids[0], self._own.digits) if ids else ("", False)
            yield Pair(
                ids[0] if ids else "",
                self._anchors(ids) if len(ids) > 1 or self._retired else (),
                number,
                fifth or (bool(ids) and not self._numbered),
                own,
                other,
                missing,
                own_marker,
                other_marker,
            )
            self._numbered = self._numbered or bool(ids)
            own_marker = other_marker = ""

    def _anchors(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return (*[old for one in ids for old in self._retired.get(one, ())], *ids[1:])

    def _missing(self, group: Group) -> Missing:
        """Which side of the row has no text, if the page has that side at all."""
        if not group.source:
            return "added" if self._other else ""
        if group.target:
            return ""
        if self._voices.own_is_source:
            return "other" if self._other else ""
        return "own"


@lru_cache(maxsize=4096)
def _number(sentence_id: str, digits: DigitSystem) -> tuple[str, bool]:
    """(a sentence's number as printed, whether it is a fifth one); every page asks for the same few hundred."""
    match = _PLAIN_ID.fullmatch(sentence_id)
    return to_system(sentence_id.removeprefix("s"), digits), bool(match and int(match[1]) % 5 == 0)


def _joined(texts: Mapping[Key, Rich], wanted: tuple[Key, ...]) -> Rich:
    """Sentences as one text, with a space between two."""
    runs: list[Run] = []
    for key in wanted:
        text = texts.get(key, ())
        if runs and text:
            runs.append(_SPACE)
        runs += text
    return tuple(runs)

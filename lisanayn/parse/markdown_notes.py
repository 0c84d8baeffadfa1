"""Footnotes: one rich text each, in the order of their first reference."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.model.blocks import Block, Box, Code, Figure, Footnote, Heading, Item, Paragraph, Quote, Table
from lisanayn.model.inline import Break, InlineCode, Rich, Run
from lisanayn.parse.markdown_inline import Notebook

_REASON = "the text of a footnote"
_BREAK = Run("\n", (Break(),))


def note_from(
    blocks: Sequence[Block], label: str, line: int, boxes: tuple[Box, ...]
) -> tuple[Footnote, list[Block]]:
    """(the footnote, its pictures): what stands in a footnote's definition as one text, a line for each block."""
    rows: list[Rich] = []
    pictures: list[Block] = []
    for block in blocks:
        if isinstance(block, Figure):
            pictures.append(block)
        else:
            rows += _rows(block)
    text = tuple(run for row in rows for run in (_BREAK, *row))[1:]
    return Footnote(label, text, line, _REASON, boxes), pictures


def _rows(block: Block) -> list[Rich]:
    """The lines of text of a block inside a footnote."""
    match block:
        case Paragraph(text=text) | Heading(text=text) | Item(text=text):
            return [text]
        case Quote(text=text, attribution=name):
            return [text, name] if name else [text]
        case Code(text=code):
            return [(Run(line, (InlineCode(),)),) for line in code.split("\n") if line]
        case Table(header=header, rows=rows):
            return [_row(cells) for cells in (header, *rows)]
        case _:
            return []


def _row(cells: Sequence[Rich]) -> Rich:
    return tuple(run for cell in cells for run in (Run(" | "), *cell))[1:]


def finish_notes(notes: Sequence[Footnote], book: Notebook) -> tuple[Footnote, ...]:
    """The footnotes in the order of their first reference; those nobody refers to last, with a warning."""
    by_label: dict[str, Footnote] = {}
    for note in notes:
        if note.label in by_label:
            message = f"the footnote {note.label!r} is written in line {by_label[note.label].line} and again here"
            book.fail("note-twice", message, note.line, "give one of them another label")
        by_label.setdefault(note.label, note)
    for written in book.notes:
        by_label[written.label] = Footnote(written.label, written.text, written.line, _REASON)
    for label, note in by_label.items():
        if label not in book.references:
            message = f"nothing refers to the footnote {label!r}"
            book.warn("note-unused", message, note.line, f"write [^{label}] where it belongs, or take it out")
    used = [by_label.pop(label) for label in book.references if label in by_label]
    return (*used, *by_label.values())

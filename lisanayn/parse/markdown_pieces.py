"""What a paragraph is made of while it is read: runs of text, and the pictures among them."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.model.inline import Break, Mark, NoteRef, Rich, Run, plain
from lisanayn.record import record


@record
class Picture:
    """An image where it stood among the words of a paragraph."""

    src: str
    alt: str
    title: str
    attributes: tuple[tuple[str, str], ...]
    line: int


@record
class Note:
    """A footnote written where it belongs: ``^[…]``."""

    label: str
    text: Rich
    line: int


Piece = Run | Picture


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbouring runs under the same marks made one."""
    if len(pieces) == 1:
        return tuple(pieces)
    out: list[Piece] = []
    texts: list[str] = []
    marks: tuple[Mark, ...] | None = None
    for piece in pieces:
        if isinstance(piece, Run) and piece.text and marks == piece.marks:
            texts.append(piece.text)
            continue
        if marks is not None:
            out.append(Run("".join(texts), marks))
            marks = None
        if isinstance(piece, Run) and piece.text and not (piece.marks and isinstance(piece.marks[-1], Break)):
            texts, marks = [piece.text], piece.marks
        else:
            out.append(piece)
    if marks is not None:
        out.append(Run("".join(texts), marks))
    return tuple(out)


def tidied(rich: Rich) -> Rich:
    """The rich text without white space at its two ends; footnote references stay, also those behind a space."""
    runs = list(rich)
    for order, strip in ((range(len(runs)), str.lstrip), (range(len(runs) - 1, -1, -1), str.rstrip)):
        for at in order:
            text = strip(runs[at].text)
            if text != runs[at].text:
                runs[at] = Run(text, runs[at].marks)
            if text:
                break
    return tuple(run for run in runs if run.text or any(isinstance(mark, NoteRef) for mark in run.marks))


def runs_of(pieces: Sequence[Piece]) -> Rich:
    """The text of the pieces, pictures left out."""
    return tuple(piece for piece in pieces if isinstance(piece, Run))


def is_blank(pieces: Sequence[Piece]) -> bool:
    """Whether there are neither words nor references nor pictures."""
    runs = runs_of(pieces)
    noted = any(isinstance(mark, NoteRef) for run in runs for mark in run.marks)
    return len(runs) == len(pieces) and not noted and not plain(runs).strip()

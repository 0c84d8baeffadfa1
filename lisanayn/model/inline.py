"""Text with marks: what stands inside a block.

A rich text is a flat row of runs, each with the marks that hold over it, outermost first. Flat,
because a sentence is a slice of it: cutting a row of runs at two offsets is easy, cutting a tree is not.
The plain text of a rich text is its runs joined; offsets everywhere in the program count in that.
"""

from __future__ import annotations

from lisanayn.record import record


@record
class Strong:
    """Strong importance, ``**…**``."""


@record
class Emphasis:
    """Stress emphasis, ``*…*``."""


@record
class Deleted:
    """Struck out, ``~~…~~``."""


@record
class InlineCode:
    """A piece of code inside a sentence; always left to right."""


@record
class Link:
    """A link. The address has passed the allow-list of ``parse.markdown``."""

    href: str
    title: str = ""


@record
class Foreign:
    """Words in another language, marked by the author: ``[astrolabos]{lang=grc-Latn}``."""

    lang: str
    """A BCP 47 tag, checked for its form only."""


@record
class NoteRef:
    """A reference to a footnote; its run has no text, so that no offset moves."""

    label: str


@record
class NoteLink:
    """A footnote reference as a page prints it: made by ``pages`` from a NoteRef, its run's text is the number."""

    target: str
    """Id of the footnote on the page."""
    id: str
    """Id of the reference itself, for the way back."""


@record
class Break:
    """A line break asked for by the author; its run's text is a newline."""


Mark = Strong | Emphasis | Deleted | InlineCode | Link | Foreign | NoteRef | NoteLink | Break


@record
class Run:
    """A stretch of text under one set of marks."""

    text: str
    """May hold newlines where the source had line ends; they show as spaces."""
    marks: tuple[Mark, ...] = ()
    """Outermost first."""


Rich = tuple[Run, ...]


def plain(rich: Rich) -> str:
    """The text without its marks."""
    if len(rich) == 1:
        return rich[0].text
    return "".join([run.text for run in rich])


def from_plain(text: str) -> Rich:
    """A rich text of one unmarked run; empty for an empty text."""
    return (Run(text),) if text else ()


def cut(rich: Rich, start: int, end: int) -> Rich:
    """The slice of a rich text between two offsets of its plain text.

    A run without text (a footnote reference) belongs to the slice that ends where it stands,
    or, at offset 0, to the first slice: a reference after a full stop stays with its sentence.
    """
    if len(rich) == 1 and rich[0].text:
        return (Run(rich[0].text[start:end], rich[0].marks),) if start < end else ()
    pieces: list[Run] = []
    at = 0
    for run in rich:
        size = len(run.text)
        if size == 0:
            if start < at <= end or (start == at == 0):
                pieces.append(run)
            continue
        low, high = max(start, at), min(end, at + size)
        if low < high:
            pieces.append(Run(run.text[low - at : high - at], run.marks))
        at += size
    return tuple(pieces)


def trimmed(rich: Rich) -> Rich:
    """The rich text without white space at its two ends."""
    text = plain(rich)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return rich if (start, end) == (0, len(text)) else cut(rich, start, end)

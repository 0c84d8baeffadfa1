"""Pictures in Markdown: a paragraph that begins with one is a figure, its further lines are the caption.

    ![what is to be seen](harbour.jpg){license="CC BY 4.0"}
    أسوار الميناء عند الغروب (رويترز-أرشيف)

The credit is the attribute ``credit="…"``, or the parenthesis the caption ends with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

from lisanayn.model.agency import AgencyTable
from lisanayn.model.blocks import Box, Figure
from lisanayn.model.inline import InlineCode, Rich, Run, cut, from_plain, plain
from lisanayn.parse.addresses import file_fault
from lisanayn.parse.captions import split_credit, unknown_credit
from lisanayn.parse.markdown_inline import Notebook
from lisanayn.parse.markdown_pieces import Picture, Piece, is_blank, joined, runs_of, tidied
from lisanayn.problems import Location

ALONE = "a picture in a paragraph of its own"
AMONG_WORDS = "a picture among words, lifted out of its paragraph"

_KNOWN = ("credit", "license", "alt")


def take_pictures(
    pieces: Sequence[Piece], lang: str, agencies: AgencyTable, book: Notebook, boxes: tuple[Box, ...]
) -> tuple[Rich, tuple[Figure, ...]]:
    """(the words that remain, the figures) of a paragraph with pictures in it."""
    _warn_of_braces(pieces, book)
    lines = _lines(pieces)
    figures: list[Figure] = []
    if not _is_pictures(lines[0]):
        for picture in _pictures(pieces):
            _warn_of_words(picture, book)
            figures.append(_figure(picture, (), AMONG_WORDS, lang, agencies, book, boxes))
        return tidied(_closed_up(pieces)), tuple(figures)
    captions: list[tuple[Picture, list[Run], str]] = []
    lifted: list[Picture] = []
    for line in lines:
        if _is_pictures(line):
            captions += [(picture, [], ALONE) for picture in _pictures(line)]
            continue
        caption = captions[-1][1]
        caption += [Run("\n")] * bool(caption)
        caption += runs_of(line)
        lifted += _pictures(line)
    for picture in lifted:
        _warn_of_words(picture, book)
        captions.append((picture, [], AMONG_WORDS))
    for picture, caption, reason in captions:
        figures.append(_figure(picture, tidied(tuple(caption)), reason, lang, agencies, book, boxes))
    return (), tuple(figures)


def _closed_up(pieces: Sequence[Piece]) -> Rich:
    """The words around lifted pictures, with one space where two met."""
    runs: list[Run] = []
    lifted = False
    for piece in pieces:
        if isinstance(piece, Picture):
            lifted = True
            continue
        spaced = lifted and (not runs or runs[-1].text[-1:].isspace())
        runs.append(Run(piece.text.lstrip(" "), piece.marks) if spaced else piece)
        lifted = False
    return tuple(run for run in joined(runs) if isinstance(run, Run))


def _figure(
    picture: Picture,
    caption: Rich,
    reason: str,
    lang: str,
    agencies: AgencyTable,
    book: Notebook,
    boxes: tuple[Box, ...],
) -> Figure:
    attributes = dict(picture.attributes)
    for name in attributes:
        if name not in _KNOWN:
            hint = f"pictures take {', '.join(_KNOWN)}"
            book.warn("attribute-unknown", f"the attribute {name!r} has no meaning here", picture.line, hint)
    figure = Figure(
        line=picture.line,
        image=_image(picture, book),
        alt=attributes.get("alt", picture.alt).strip(),
        caption=caption or from_plain(picture.title.strip()),
        license=attributes.get("license", ""),
        reason=reason,
        boxes=boxes,
    )
    if attributes.get("credit"):
        credit = split_credit(f"({attributes['credit']})", lang, agencies, "figure")
        if credit is None:
            return replace(figure, credit=attributes["credit"])
        return replace(figure, credit=credit.credit, qualifier=credit.qualifier)
    return _credited(figure, lang, agencies, book)


def _credited(figure: Figure, lang: str, agencies: AgencyTable, book: Notebook) -> Figure:
    """The figure with the credit its caption ends with, where it ends with one."""
    text = plain(figure.caption)
    credit = split_credit(text, lang, agencies, "figure") if text else None
    if credit is None:
        return figure
    if credit.credit and not credit.known:
        book.problems.append(unknown_credit(credit.credit, lang, Location(book.path, figure.line)))
    start = max(0, text.find(credit.caption))
    caption = tidied(cut(figure.caption, start, start + len(credit.caption)))
    return replace(figure, caption=caption, credit=credit.credit, qualifier=credit.qualifier)


def _image(picture: Picture, book: Notebook) -> str:
    """The name of the picture's file, or empty when there is none that may be used."""
    name = unquote(picture.src)
    fault = file_fault(name) if name else ""
    if fault:
        hint = "put the picture beside the article and write its file name"
        book.fail("picture-name", f"the picture {picture.src[:80]!r} {fault}", picture.line, hint)
        return ""
    return name


def _warn_of_words(picture: Picture, book: Notebook) -> None:
    message = f"the picture {picture.src[:80]!r} stands among words; it is shown below the paragraph"
    book.warn("picture-inline", message, picture.line, "give it a paragraph of its own")


def _warn_of_braces(pieces: Sequence[Piece], book: Notebook) -> None:
    """Braces that were meant as attributes and are none stand in the text."""
    for piece, after in pairwise(pieces):
        if isinstance(piece, Picture) and isinstance(after, Run) and after.text.startswith("{"):
            message = f"the braces after the picture cannot be read: {after.text[:40]!r}"
            book.warn("attribute-form", message, piece.line, 'write {credit="…" license="…"} right after the bracket')


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by the lines of the source."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, Picture) or "\n" not in piece.text or InlineCode() in piece.marks:
            lines[-1].append(piece)
            continue
        first, *others = piece.text.split("\n")
        lines[-1].append(Run(first, piece.marks))
        lines += [[Run(text, piece.marks)] for text in others]
    return [line for line in lines if not is_blank(line)] or [[]]


def _pictures(pieces: Sequence[Piece]) -> list[Picture]:
    return [piece for piece in pieces if isinstance(piece, Picture)]


def _is_pictures(line: Sequence[Piece]) -> bool:
    """Whether a line holds pictures and nothing else."""
    words = [piece for piece in line if not isinstance(piece, Picture)]
    return len(words) < len(line) and is_blank(words)

"""The lines of a wire text, gathered into units: what stands together is one unit, whatever it turns out to be.

A news page puts one paragraph on a line; a mail or an old terminal breaks paragraphs at a column. Which of the two a
text is cannot be told from one line, so the whole article is measured first:

* **pages**    line ends are paragraph ends; only a line that cannot be complete goes on in the next
* **column**   lines are filled up to one width: a line end is a wrap where the next word would not have fitted
* **ragged**   lines are broken without a fixed width; blank lines end paragraphs
* **lines**    the author says so (``sentences: lines``): blank lines end paragraphs

A unit keeps its line ends, so that nothing of the text changes; they show as spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from itertools import pairwise
from typing import Literal

from lisanayn.record import record
from lisanayn.text.folding import fold
from lisanayn.text.newswire import INVISIBLE, Newswire

Layout = Literal["pages", "column", "ragged", "lines"]
Alone = Literal["", "credit", "label", "latin"]
"""Why a line may stand alone: it ends in a known credit; it is a source line or the page's own words; it is in Latin
letters among lines that are not (the photo desk's)."""
StandsAlone = Callable[[str], Alone]

WIDEST_COLUMN = 132
"""Letters in the widest column anyone wraps at; a longer line is a paragraph."""
SHORT = 24
"""Letters of a line that says nothing about how a text is broken into lines."""
MOST_CAPTION_LINES = 8
"""Lines of a wrapped caption."""
MOST_OPEN_LINES = 12
"""Lines over which a bracket or quotation may stay open."""
LEAST_CUT_WORDS = 6
"""Words of a line that may be the first half of a paragraph."""
HEADING_WORDS = 10
"""A line of more words is no subheading."""

_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_CLOSERS = "\"'“”’»)]}﴾﴿）］" + INVISIBLE + " \t\u00a0"
_EDGES = INVISIBLE + " \t\x0b\x0c\u00a0"
_END_MARKS = (".", "!", "?", "؟", "…", "۔")
_COMMAS = ("،", ",", "؛", ";")
_BULLET = re.compile(r"[-–—*]\s+(?=\S)|[•▪●◦■□►▶‣∙·○✓✔]\s*(?=\S)")
_FIRST = frozenset("-–—*•▪●◦■□►▶‣∙·○✓✔(")
_NUMBER = re.compile(r"\(?(\d{1,2})(?:[.)]\s+|\s?[-–ـ]\s*)(?=[^\d\s])")


@record
class Unit:
    """Lines that belong together."""

    line: int
    """Line of the file where it begins, from 1."""
    last: int
    """Line of the file where it ends."""
    text: str
    """Its lines without the white space at their ends, with a newline between them."""
    apart: bool
    """Whether a blank line (or the text's beginning) stands before it."""
    finished: bool
    """Whether it ends like a sentence: with a mark, and nothing but closing quotes and brackets after it."""
    words: int
    """Number of its words."""


@record
class Marker:
    """What a list item begins with."""

    family: str
    """Items of one list have one: the bullet itself, or ``1`` for numbers."""
    number: int
    """0 for a bullet."""
    length: int
    """Characters up to the item's text."""


def list_marker(text: str) -> Marker | None:
    """The marker at the beginning of a line (never an empty one): ``- ``, ``•``, ``1. ``, ``١- ``. Years are none."""
    if text[0] not in _FIRST and not text[0].isdigit():
        return None
    bullet = _BULLET.match(text)
    if bullet:
        return Marker(text[0], 0, bullet.end())
    number = _NUMBER.match(text)
    if number:
        return Marker("1", int(number[1]), number.end())
    return None


def is_finished(text: str) -> bool:
    """Whether a text ends like a sentence. Two dots are a dash in Arabic headlines, and no end."""
    bare = text.rstrip(_CLOSERS)
    return bare.endswith(_END_MARKS) and not (bare.endswith("..") and not bare.endswith("..."))


@record
class _Line:
    number: int
    text: str
    """Without white space at its ends; empty for a blank line."""
    indent: int


def read_units(
    text: str, first_line: int, by_lines: bool, words: Newswire, alone: StandsAlone, forced: Container[int]
) -> tuple[Layout, tuple[Unit, ...]]:
    """The units of a text, in order, and how its lines were understood. Every line not blank is in one unit.

    ``by_lines``: the author says that line ends are sentence ends. ``alone`` says of a line whether it may stand by
    itself. A unit begins at every line number in ``forced``: there the author has said what begins.
    """
    lines = [_line(number, raw) for number, raw in enumerate(text.split("\n"), first_line)]
    layout: Layout = "lines"
    width = 0
    if not by_lines:
        layout, width = _layout(lines, alone)
    indented = _indents_paragraphs(lines) if layout == "column" else 0
    units: list[Unit] = []
    gathered: list[_Line] = []
    apart = True
    for line in lines:
        if not line.text:
            if gathered:
                units.append(_unit(gathered, apart))
                gathered = []
            apart = True
            continue
        if gathered and (
            line.number in forced
            or (indented and line.indent >= indented > gathered[-1].indent)
            or not _goes_on(gathered, line, layout, width, words, alone)
        ):
            units.append(_unit(gathered, apart))
            gathered, apart = [], False
        gathered.append(line)
    if gathered:
        units.append(_unit(gathered, apart))
    return layout, tuple(units)


def _line(number: int, raw: str) -> _Line:
    text = raw.strip().strip(_EDGES)
    if not text:
        return _Line(number, "", 0)
    bare = raw.lstrip(" \t")
    return _Line(number, text, len(raw) - len(bare) + 7 * raw[: len(raw) - len(bare)].count("\t"))


def _unit(lines: list[_Line], apart: bool) -> Unit:
    text = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
    return Unit(lines[0].number, lines[-1].number, text, apart, is_finished(text), len(text.split()))


def _layout(lines: list[_Line], alone: StandsAlone) -> tuple[Layout, int]:
    """How the line ends of the whole text are to be understood, and the width of a column.

    Looked at are the line ends inside groups without blank lines. Those behind an unfinished line need an explanation:
    wrapping at one width explains them when nearly all lines are as full as they can be.
    """
    inner = [(a, b) for a, b in pairwise(lines) if b.text and len(a.text) > SHORT]
    inner = [(a, b) for a, b in inner if not alone(a.text) and alone(b.text) != "label" and not list_marker(b.text)]
    opened = [(a, b) for a, b in inner if not is_finished(a.text)]
    if not opened or 2 * len(opened) < len(inner):
        return "pages", 0
    widths = sorted(_width(a.text) for a, _ in opened)
    width = widths[-1] if len(widths) < 20 else widths[len(widths) * 19 // 20]
    beyond = sum(_width(line.text) > width + 10 for line in lines)
    if width > WIDEST_COLUMN or 8 * beyond > sum(bool(line.text) for line in lines):
        return "pages", 0
    full = sum(_is_full(a, b, width) for a, b in opened)
    if len(opened) > 1 and 5 * full >= 4 * len(opened):
        return "column", width
    return ("ragged" if _is_ragged(lines, [a for a, _ in inner]) else "pages"), width


def _is_ragged(lines: list[_Line], inner: list[_Line]) -> bool:
    """Whether groups of lines are paragraphs broken anywhere: their last lines are finished, those within are not."""
    lasts = [a for a, b in pairwise([*lines, _Line(0, "", 0)]) if a.text and not b.text]
    if len(lasts) < 2 or len(inner) < 3 or any(_width(line.text) > WIDEST_COLUMN for line in lines):
        return False
    ends = sum(is_finished(line.text) for line in lasts)
    stops = sum(is_finished(line.text) for line in inner)
    return 10 * ends >= 7 * len(lasts) and 10 * stops <= 4 * len(inner)


def _width(text: str) -> int:
    """Columns a text fills: combining marks take none."""
    return len(_MARKS.sub("", text))


def _is_full(a: _Line, b: _Line, width: int) -> bool:
    """Whether the first word of ``b`` would not have fitted on ``a``: then the line end is a wrap."""
    word = b.text.split(None, 1)[0]
    return _width(a.text) + a.indent + 1 + _width(word) > width - 1


def _indents_paragraphs(lines: list[_Line]) -> int:
    """The indent with which paragraphs begin, when few lines have it, or 0."""
    indents = [line.indent for line in lines if line.text]
    few = [indent for indent in indents if indent >= 2]
    return min(few) if few and 2 * len(few) < len(indents) else 0


def _goes_on(
    gathered: list[_Line], line: _Line, layout: Layout, width: int, words: Newswire, alone: StandsAlone
) -> bool:
    """Whether ``line`` belongs to the unit of the lines gathered before it."""
    last, kind = gathered[-1], alone(line.text)
    if kind == "label" or alone(last.text) == "label":
        return False
    if kind != "latin" and alone(gathered[0].text) == "latin" and not line.text.isascii():
        return False
    if list_marker(line.text) and (list_marker(gathered[0].text) or layout != "column"):
        return False
    if len(gathered) <= MOST_CAPTION_LINES and alone(" ".join([one.text for one in gathered])) == "credit":
        return False
    if layout == "column":
        return _is_full(last, line, width) or _must_go_on(gathered, line, width)
    if layout == "pages":
        return _cannot_end(gathered, line, words)
    return not _may_be_heading(gathered, line)


def _must_go_on(gathered: list[_Line], line: _Line, width: int) -> bool:
    """In a column: whether a line that is not full is still no paragraph's end: a hand has changed it."""
    last = gathered[-1].text
    if is_finished(last) or last.endswith((":", "：")):
        return False
    long = len(last.split()) > HEADING_WORDS or (len(gathered) > 1 and 10 * _width(last) > 6 * width)
    return long or line.text[0].islower()


def _may_be_heading(gathered: list[_Line], line: _Line) -> bool:
    """The first line of a group, short and unfinished, before a longer one."""
    first = gathered[0]
    return (
        len(gathered) == 1
        and not is_finished(first.text)
        and len(first.text.split()) <= HEADING_WORDS
        and not first.text.endswith(_COMMAS)
        and not line.text[0].islower()
        and len(line.text) > 1.5 * len(first.text)
    )


def _cannot_end(gathered: list[_Line], line: _Line, words: Newswire) -> bool:
    """On a page of whole lines: whether the last line is visibly cut off: after a comma, inside brackets or a
    quotation, behind a word like "of", before a small letter, or over a shorter rest."""
    text = gathered[-1].text
    if is_finished(text) or len(text) <= SHORT:
        return False
    if _has_only_a_rest_below(text, line.text):
        return True
    if text.endswith(_COMMAS) or line.text[0].islower():
        return True
    so_far = " ".join([one.text for one in gathered[-MOST_OPEN_LINES:]])
    if so_far.count("(") > so_far.count(")") or so_far.count("«") > so_far.count("»"):
        return True
    if so_far.count('"') % 2 and line.text.count('"') % 2:
        return True
    return fold(text.rsplit(None, 1)[-1]) in words.joints


def _has_only_a_rest_below(text: str, below: str) -> bool:
    """Whether an unfinished line stands over a shorter one with a full stop: a heading stands over a longer one."""
    if text[-1] in ")]}）］:：" or not below.rstrip(_CLOSERS).endswith((".", "۔")):
        return False
    return len(text.split()) >= LEAST_CUT_WORDS and len(below) <= len(text)

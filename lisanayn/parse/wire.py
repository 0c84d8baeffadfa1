"""Wire text: plain text as an agency or a news page gives it, read into blocks without any markup.

The text is data. What a line is follows from its place, its length, its last characters and a few words of its
language, never from signs of a markup language. Each line is judged by ``RULES``, in their order; the first that
answers decides, and says why. When it is wrong the author's word wins: ``blocks: {7: paragraph}`` in the front matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Aside, Header
from lisanayn.model.blocks import Block, Figure, Paragraph
from lisanayn.model.inline import plain
from lisanayn.parse.wire_figures import read_caption, read_desk_line, read_picture_lines, read_unknown_caption
from lisanayn.parse.wire_frame import read_dateline, read_furniture, read_source, read_trailer
from lisanayn.parse.wire_measure import measure
from lisanayn.parse.wire_page import Page, Reading
from lisanayn.parse.wire_text import read_heading, read_list, read_override, read_paragraph
from lisanayn.problems import Location, Problem, error, note
from lisanayn.record import record
from lisanayn.text.languages import Lang

TITLE_WORDS = 10
"""Words of the lede that serve as a title."""

_DATELINE = re.compile(r"^[^()\n]{2,40}\([^()\n]{2,24}\)\s*[-–—]\s+(?=\S)")
"""«غزة (رويترز) - » before the first words of a lede."""


@record
class WireText:
    """A wire text, read."""

    blocks: tuple[Block, ...]
    """In the order of the text."""
    asides: tuple[Aside, ...]
    """Lines kept out of the page, each with the reason."""
    problems: tuple[Problem, ...]
    title_guess: str
    """The opening words of the first paragraph; empty when there is no text."""


@record
class Rule:
    """One way of reading a unit."""

    name: str
    read: Callable[[Page, int], Reading | None]
    """What the rule makes of the unit at a place of the page, or None when it is not the rule's case."""
    means: str
    """What the rule looks for, for ``explain`` and its reader."""


RULES: tuple[Rule, ...] = (
    Rule("author", read_override, "the front matter says what begins at this line"),
    Rule("trailer", read_trailer, "behind the article's end: other articles, not printed"),
    Rule("source", read_source, "a label for sources, a colon, at most twelve words"),
    Rule("furniture", read_furniture, "the page's own words: buttons, menus, other titles; not printed"),
    Rule("dateline", read_dateline, "a date, a place with an agency, an author, alone on the line"),
    Rule("photo desk", read_desk_line, "Latin line in another script's text, above a caption: kept with it"),
    Rule("caption", read_caption, "ends in the credit of a known agency, and is no finished sentence"),
    Rule("labelled picture", read_picture_lines, "the page's label for a picture's credit or caption"),
    Rule("unknown credit", read_unknown_caption, "the same with a name not in the table: a caption, with a warning"),
    Rule("list", read_list, "two or more units in a row with one kind of marker"),
    Rule("subheading", read_heading, "a short line without final mark over a longer, finished paragraph"),
    Rule("paragraph", read_paragraph, "everything else"),
)
"""How a unit is read: the first rule that answers. ``paragraph`` always does."""


def read_wire(text: str, first_line: int, lang: Lang, header: Header, agencies: AgencyTable, path: str) -> WireText:
    """The blocks of a wire text.

    ``text`` is what follows the front matter, decoded, with ``\\n`` as line end; ``first_line`` is the number of its
    first line in the file. Nothing is lost: every line that is not blank is in a block or an aside. Never raises.
    """
    page = measure(text, first_line, lang, header, agencies, path)
    blocks: list[Block] = []
    asides: list[Aside] = []
    problems: list[Problem] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(page.units):
        reading = _read(page, at)
        if reading.block is not None:
            blocks.append(reading.block)
            spans.append((page.units[at].line, page.units[at + reading.used - 1].last))
        asides += reading.asides
        problems += reading.problems
        at += reading.used
    problems += _unmet_overrides(page, header)
    problems += _attach_images(blocks, spans, header, path)
    if page.trailer < len(page.units):
        problems.append(_trailer_note(page))
    return WireText(tuple(blocks), tuple(asides), tuple(problems), _title_guess(blocks))


def _read(page: Page, at: int) -> Reading:
    for rule in RULES:
        reading = rule.read(page, at)
        if reading is not None:
            return reading
    raise AssertionError("the last rule always answers")


def _trailer_note(page: Page) -> Problem:
    first, last = page.units[page.trailer], page.units[-1]
    where = f"line {first.line}" if first.line == last.last else f"lines {first.line} to {last.last}"
    return note(
        "wire-trailer",
        f"{where} after the end of the article, from «{first.text[:40]}», kept out of the page",
        Location(page.path, first.line),
        f"what belongs to the article is kept by the front matter: blocks: {{{first.line}: paragraph}}",
    )


def _unmet_overrides(page: Page, header: Header) -> list[Problem]:
    """Overrides that name a line where nothing begins."""
    lines = [unit.line for unit in page.units]
    return [
        error(
            "wire-override",
            f"'blocks' calls line {line} a {kind}, but no block begins there",
            Location(page.path, line),
            f"blocks begin at {_nearest(lines, line)}",
        )
        for line, kind in header.blocks
        if line not in lines
    ]


def _attach_images(blocks: list[Block], spans: list[tuple[int, int]], header: Header, path: str) -> list[Problem]:
    """Gives each picture of the front matter to the figure on its line, in place; the problems of those without one."""
    problems: list[Problem] = []
    for use in header.images:
        at = next((at for at, (first, last) in enumerate(spans) if first <= use.line <= last), None)
        figure = blocks[at] if at is not None else None
        if at is not None and isinstance(figure, Figure):
            blocks[at] = replace(figure, image=use.file, alt=use.alt, license=use.license)
            continue
        captions = [block.line for block in blocks if isinstance(block, Figure)]
        hint = f"captions stand at {_nearest(captions, use.line)}" if captions else "no line was read as a caption"
        if figure is not None:
            hint += f"; if this is one: blocks: {{{use.line}: figure}}"
        message = f"'images' gives {use.file!r} to line {use.line}, where no caption is"
        problems.append(error("wire-image", message, Location(path, use.line), hint))
    return problems


def _nearest(lines: list[int], wanted: int) -> str:
    """The two lines nearest to the one asked for, in words."""
    below = [line for line in lines if line < wanted][-1:]
    above = [line for line in lines if line > wanted][:1]
    return " and ".join([f"line {line}" for line in below + above]) or "no line"


def _title_guess(blocks: list[Block]) -> str:
    """The first words of the first paragraph behind its dateline, to a comma or stop where one comes early enough."""
    text = next((plain(block.text) for block in blocks if isinstance(block, Paragraph)), "")
    words = _DATELINE.sub("", text).split()
    opening = words[:TITLE_WORDS]
    for count, word in enumerate(opening, 1):
        if count > 3 and word[-1] in "،,;؛.؟?!:":
            opening = opening[:count]
            break
    return " ".join(opening).strip("،,;؛.: ") + ("…" if len(words) > len(opening) else "")

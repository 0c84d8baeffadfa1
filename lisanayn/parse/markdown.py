"""Markdown → typed blocks.

Most articles are paragraphs without a single Markdown sign, and subheadings. Those are taken as they are, without
the Markdown library, which costs 70 ms to load and half a millisecond an article. What the quick way gives equals
what the library gives; a property test holds that. The library itself is behind ``markdown_full``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Block, Heading, Paragraph
from lisanayn.model.inline import Run
from lisanayn.problems import Problem

PLAIN = "text between blank lines"
HEADING = "a line that begins with {} or is underlined"

_BLANK_START = re.compile(r"(?:[ \t]*\n)*")
_BLANK = re.compile(r"\n(?:[ \t]*(?:\n|\Z))+")
_SIGNS = "\\`*_[<&~|"
"""Signs that may mean something anywhere in a line."""
_LINE_STARTS = frozenset(" \t#>-+={:")
"""Signs that may mean something at the start of a line, besides digits."""
_NUMBERED = re.compile(r"[0-9]{1,9}[.)]")
_LATER_LINES = re.compile(r"\n(?:[ \t#>\-+={:]|[0-9]{1,9}[.)])|[ \t]\n")
_HEADING_LINE = re.compile(r"(#{1,6}) +([^\s#][^\n#]*)(?:\n|\Z)")
_OPEN_ENDED = ("```", "~~~", ":::")
"""What holds further paragraphs until it is closed: then the library reads everything."""
PLACE = "\ue000"
"""Stands in the library's text for a paragraph it is spared."""


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """What came out of a Markdown body."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines between blank lines."""

    text: str
    line: int
    """From 0, in the body."""
    is_plain: bool
    """A paragraph without any sign that Markdown could read."""


def read_markdown(text: str, first_line: int, lang: str, agencies: AgencyTable, path: str) -> MarkdownText:
    """The blocks of a Markdown body that begins in ``first_line`` of its file. Never raises.

    ``text`` has ``\\n`` for every line end. Headings of level 1 are given as such: ``source`` decides on them.
    """
    chunks = cut_chunks(text)
    blocks: list[Block] = []
    for chunk in chunks:
        if chunk.is_plain:
            blocks.append(Paragraph((Run(chunk.text),), first_line + chunk.line, PLAIN))
        elif not _take_heading(chunk, first_line, blocks):
            break
    else:
        return MarkdownText(tuple(blocks))
    # Not at the top of the module: the library takes longer to load than a hundred plain articles to read.
    from lisanayn.parse.markdown_full import read_full

    spared = {} if any(sign in text for sign in _OPEN_ENDED) else {c.line: c.text for c in chunks if c.is_plain}
    return read_full(text, spared, first_line, lang, agencies, path)


def cut_chunks(text: str) -> list[Chunk]:
    """The text between its blank lines; white space around a plain paragraph is no part of it."""
    chunks: list[Chunk] = []
    signs = [sign for sign in _SIGNS if sign in text]
    start = _BLANK_START.match(text).end()  # type: ignore[union-attr]  # the pattern matches the empty text
    line = text.count("\n", 0, start)
    for blank in _BLANK.finditer(text, start):
        _add_chunk(text[start : blank.start()], line, signs, chunks)
        line += text.count("\n", start, blank.end())
        start = blank.end()
    _add_chunk(text[start:], line, signs, chunks)
    return chunks


def _add_chunk(text: str, line: int, signs: list[str], chunks: list[Chunk]) -> None:
    if text:
        plain = is_plain(text, signs)
        stripped = text.strip() if plain else text
        if stripped:
            chunks.append(Chunk(stripped, line, plain))


def is_plain(text: str, signs: list[str]) -> bool:
    """Whether lines are a paragraph and nothing in them has a meaning; ``signs`` are those to look for."""
    return not (
        text[0] in _LINE_STARTS
        or any(sign in text for sign in signs)
        or _NUMBERED.match(text)
        or ("\n" in text and _LATER_LINES.search(text))
    )


def _take_heading(chunk: Chunk, first_line: int, blocks: list[Block]) -> bool:
    """Takes a chunk of simple headings, perhaps with a paragraph below; False when it is none."""
    text, line = chunk.text, first_line + chunk.line
    found: list[Block] = []
    while match := _HEADING_LINE.match(text):
        title = match[2].strip()
        if not is_plain(title, list(_SIGNS)) or "{" in title:
            return False
        found.append(Heading((Run(title),), line, len(match[1]), reason=HEADING.format(match[1])))
        text, line = text[match.end() :], line + 1
    if text:
        if not is_plain(text, list(_SIGNS)):
            return False
        found.append(Paragraph((Run(text.strip()),), line, PLAIN))
    blocks += found
    return True

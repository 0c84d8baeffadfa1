"""Markdown → typed blocks.

Most articles are paragraphs without a single Markdown sign, and subheadings. Those are taken as they are, without
the Markdown library, which costs 70 ms to load and half a millisecond an article. What the quick way gives equals
what the library gives; a property test holds that. The library itself is behind ``markdown_full``.
"""

from __future__ import annotations

import re

from lisanayn.model.agency import AgencyTable
from lisanayn.model.blocks import Block, Heading, Paragraph
from lisanayn.model.inline import Run
from lisanayn.problems import Problem
from lisanayn.record import record

PLAIN = "text between blank lines"
HEADING = "a line that begins with {} or is underlined"

_BLANK = re.compile(r"(?:\A|\n)(?:[ \t]*(?:\n|\Z))+")
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


@record
class MarkdownText:
    """What came out of a Markdown body."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


def read_markdown(text: str, first_line: int, lang: str, agencies: AgencyTable, path: str) -> MarkdownText:
    """The blocks of a Markdown body that begins in ``first_line`` of its file. Never raises.

    ``text`` has ``\\n`` for every line end. Headings of level 1 are given as such: ``steps`` decides on them.
    """
    signs = [sign for sign in _SIGNS if sign in text]
    chunks = _chunks(text)
    blocks: list[Block] = []
    for chunk, line in chunks:
        if is_plain(chunk, signs):
            words = chunk.strip()
            if words:
                blocks.append(Paragraph((Run(words),), first_line + line, PLAIN))
        elif not _take_heading(chunk, first_line + line, blocks):
            break
    else:
        return MarkdownText(tuple(blocks))
    # Not at the top of the module: the library takes longer to load than a hundred plain articles to read.
    from lisanayn.parse.markdown_full import read_full

    if any(sign in text for sign in _OPEN_ENDED):
        return read_full(text, {}, first_line, lang, agencies, path)
    spared = {line: chunk for chunk, line in chunks if is_plain(chunk, signs) and chunk.strip()}
    return read_full(text, spared, first_line, lang, agencies, path)


def _chunks(text: str) -> list[tuple[str, int]]:
    """The text between its blank lines, each piece with its first line, from 0."""
    chunks: list[tuple[str, int]] = []
    line = 0
    for chunk in text.split("\n\n"):
        if "\n" not in chunk:
            if chunk:
                chunks.append((chunk, line))
            line += 2
            continue
        if "\n " in chunk or "\n\t" in chunk:  # perhaps a blank line with spaces in it
            return _chunks_by_spaces(text)
        words = chunk.lstrip("\n")
        if words:
            chunks.append((words.rstrip("\n"), line + len(chunk) - len(words)))
        line += chunk.count("\n") + 2
    return [chunk for chunk in chunks if not chunk[0].isspace() or chunk[0].strip(" \t")]


def _chunks_by_spaces(text: str) -> list[tuple[str, int]]:
    """As ``_chunks``, where a blank line may hold spaces and tabs."""
    chunks: list[tuple[str, int]] = []
    start = line = 0
    for blank in _BLANK.finditer(text):
        if blank.start() > start:
            chunks.append((text[start : blank.start()], line))
        line += text.count("\n", start, blank.end())
        start = blank.end()
    if start < len(text):
        chunks.append((text[start:], line))
    return chunks


def is_plain(text: str, signs: list[str]) -> bool:
    """Whether lines are a paragraph and nothing in them has a meaning; ``signs`` are those to look for."""
    first = text[0]
    if first in _LINE_STARTS or first.isspace() or (first in "0123456789" and _NUMBERED.match(text)):
        return False
    if signs and any(sign in text for sign in signs):
        return False
    return "\n" not in text or not _LATER_LINES.search(text)


def _take_heading(text: str, line: int, blocks: list[Block]) -> bool:
    """Takes lines that are simple headings, perhaps with a paragraph below; False when there is more to them."""
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

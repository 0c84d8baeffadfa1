"""Markdown with the library: everything the quick way of ``markdown`` does not take."""

from __future__ import annotations

from collections.abc import Mapping

from lisanayn.model.agency import AgencyTable
from lisanayn.parse.markdown import PLACE, MarkdownText
from lisanayn.parse.markdown_blocks import Walk
from lisanayn.parse.markdown_inline import Notebook
from lisanayn.parse.markdown_parser import parser
from lisanayn.parse.markdown_tables import limit_tables
from lisanayn.problems import Location, error


def read_full(
    text: str, spared: Mapping[int, str], first_line: int, lang: str, agencies: AgencyTable, path: str
) -> MarkdownText:
    """The blocks of a body. ``spared`` are plain paragraphs by their line from 0: the library sees one letter each."""
    lines = text.split("\n")
    book = Notebook(path, entities="&" in text)
    replaced, problems = limit_tables(lines, first_line, path) if "|" in text else ({}, ())
    book.problems += problems
    seen = list(lines)
    for number, chunk in spared.items():
        height = chunk.count("\n") + 1
        seen[number : number + height] = [PLACE] + [""] * (height - 1)
    for number, line in replaced.items():
        seen[number] = line
    try:
        tokens = parser().parse("\n".join(seen), {"spared": spared.keys()})
    except RecursionError:  # pictures inside pictures: the library starts a new count of levels for each
        message = "pictures or links stand too deep inside each other to be read"
        book.problems.append(error("markdown-deep", message, Location(path, first_line), "write them side by side"))
        return MarkdownText((), tuple(book.problems))
    plain_texts = {number: chunk.strip() for number, chunk in spared.items()}
    blocks = Walk(first_line, lang, agencies, book, lines, plain_texts).read(tokens)
    return MarkdownText(blocks, tuple(book.problems))

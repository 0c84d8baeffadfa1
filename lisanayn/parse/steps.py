"""What is done to every article after its blocks are read: a visible table of pure functions.

A step takes an article and gives it back, perhaps changed, with what it has to report. A site adds its own at the
end of the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lisanayn.model.article import Article
from lisanayn.model.blocks import Block, Heading, Item, Paragraph, Quote
from lisanayn.model.inline import NoteRef, plain
from lisanayn.problems import Location, Problem, note, warning
from lisanayn.text.folding import fold

Step = Callable[[Article], tuple[Article, tuple[Problem, ...]]]


def drop_empty_blocks(article: Article) -> tuple[Article, tuple[Problem, ...]]:
    """Paragraphs, headings, quotations and items without a word or a footnote reference."""
    kept = tuple([block for block in article.blocks if not _is_empty(block)])
    return (article if len(kept) == len(article.blocks) else replace(article, blocks=kept)), ()


def _is_empty(block: Block) -> bool:
    if not isinstance(block, Paragraph | Heading | Item | Quote):
        return False
    for run in block.text:
        if run.text and not run.text.isspace():
            return False
        if any(isinstance(mark, NoteRef) for mark in run.marks):
            return False
    return True


def drop_title_heading(article: Article) -> tuple[Article, tuple[Problem, ...]]:
    """A first heading of level 1 that repeats the title: the page prints the title itself."""
    first = article.blocks[0] if article.blocks else None
    if not isinstance(first, Heading) or first.level != 1 or not article.header.title:
        return article, ()
    if fold(plain(first.text)) != fold(article.header.title):
        return article, ()
    problem = note(
        "title-repeated",
        f"the heading {plain(first.text)!r} repeats the title and is not printed twice",
        Location(article.path, first.line),
        "take it out; the page prints the title itself",
    )
    return replace(article, blocks=article.blocks[1:]), (problem,)


def lower_headings(article: Article) -> tuple[Article, tuple[Problem, ...]]:
    """Level 1 belongs to the title: other headings of that level become subheadings."""
    if not any(isinstance(block, Heading) and block.level < 2 for block in article.blocks):
        return article, ()
    blocks = [
        replace(block, level=2) if isinstance(block, Heading) and block.level < 2 else block for block in article.blocks
    ]
    return replace(article, blocks=tuple(blocks)), ()


def keep_anchors_apart(article: Article) -> tuple[Article, tuple[Problem, ...]]:
    """An author's id counts for the first heading that bears it."""
    seen: dict[str, int] = {}
    blocks: list[Block] = []
    problems: list[Problem] = []
    for block in article.blocks:
        if isinstance(block, Heading) and block.anchor:
            if block.anchor in seen:
                message = f"the id {block.anchor!r} belongs to the heading in line {seen[block.anchor]}"
                at = Location(article.path, block.line)
                problems.append(warning("heading-id", message, at, "give one of the two another id"))
                block = replace(block, anchor="")
            else:
                seen[block.anchor] = block.line
        blocks.append(block)
    return (replace(article, blocks=tuple(blocks)) if problems else article), tuple(problems)


ARTICLE_STEPS: tuple[tuple[str, Step], ...] = (
    ("drop-empty-blocks", drop_empty_blocks),  # first: the title's heading must be the first block
    ("drop-title-heading", drop_title_heading),
    ("lower-headings", lower_headings),
    ("keep-anchors-apart", keep_anchors_apart),
)

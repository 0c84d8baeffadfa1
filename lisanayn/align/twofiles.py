"""Two texts given by hand, as the command ``align`` takes them, and groups as a terminal shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lisanayn.align.evidence import Evidence
from lisanayn.align.exchange import AlignedGroup, aligned_groups
from lisanayn.align.ids import Lock, identify
from lisanayn.align.outline import divide
from lisanayn.align.pairing import guide_for
from lisanayn.align.splitting import split_article
from lisanayn.align.status import needs_review
from lisanayn.align.translations import Divided, make_translation
from lisanayn.model.article import Article
from lisanayn.model.blocks import Block, Heading, Paragraph
from lisanayn.model.story import Story, Translation
from lisanayn.problems import printable


def align_texts(original: Article, translation: Article, evidence: Evidence) -> tuple[Story, Translation]:
    """Two articles as a story, without lock and sidecar: ids by position. The languages may be the same."""
    original, translation = _without_lone_headings(original, translation, evidence)
    named = identify(split_article(original), Lock(), original.path)
    made, _ = make_translation(named, original.lang, Divided(translation, split_article(translation)), evidence)
    return Story(original.slug, original, named.blocks, (made,)), made


def _without_lone_headings(one: Article, other: Article, evidence: Evidence) -> tuple[Article, Article]:
    """In wire text a subheading is a guess; one that the other text does not have is taken for a paragraph."""
    if "wire" not in (one.kind, other.kind):
        return one, other
    mine, theirs = split_article(one), split_article(other)
    stretches = divide(mine, theirs, guide_for(mine, theirs, (one.lang, other.lang), evidence))
    paired = [stretch.pair for stretch in stretches if stretch.pair]
    return _reread(one, {i for i, _ in paired}), _reread(other, {j for _, j in paired})


def _reread(article: Article, paired: set[int]) -> Article:
    if article.kind != "wire":
        return article
    blocks: list[Block] = []
    for n, block in enumerate(article.blocks):
        if isinstance(block, Heading) and n not in paired:
            block = Paragraph(block.text, block.line, "a subheading that the other text does not have")
        blocks.append(block)
    return replace(article, blocks=tuple(blocks))


def side_by_side(translation: Translation, width: int, review: bool = False) -> str:
    """The groups in two columns for a terminal of ``width`` columns.

    ``review``: only groups that a person should look at, least confident first; else all, in reading order. Each cell
    is isolated, so that a terminal that reorders Arabic keeps the columns in place; control characters of authors
    come out as escapes.
    """
    groups = list(aligned_groups(translation))
    if review:
        groups = sorted([one for one in groups if needs_review(one.group)], key=lambda one: one.group.confidence)
    column = max((width - 5) // 2, 10)
    return "\n".join([line for one in groups for line in _rows(one, column)]) + ("\n" if groups else "")


def _rows(one: AlignedGroup, column: int) -> Iterator[str]:
    mark = "!" if one.group.reviewed else "! changed since" if one.group.stale else f"?{one.group.confidence:.2f}"
    yield f"{' '.join(one.group.source) or '-'} = {' '.join(map(str, one.target)) or '-'}  {mark}"
    left, right = _wrapped(one.source_text or "—", column), _wrapped(one.target_text or "—", column)
    for n in range(max(len(left), len(right))):
        mine, theirs = (cells[n] if n < len(cells) else "" for cells in (left, right))
        yield f"  \u2068{mine}\u2069{' ' * (column - _columns(mine))} │ \u2068{theirs}\u2069"
    yield ""


def _wrapped(text: str, column: int) -> Sequence[str]:
    """The text in lines of at most so many terminal columns; longer words are cut."""
    lines: list[str] = []
    line, used = "", 0
    for word in printable(text).split():
        size = _columns(word)
        while size > column:
            if line:
                lines.append(line)
                line, used = "", 0
            head = _head(word, column)
            lines.append(head)
            word = word[len(head) :]
            size = _columns(word)
        if used and used + 1 + size > column:
            lines.append(line)
            line, used = "", 0
        if word:
            line, used = (f"{line} {word}", used + 1 + size) if used else (word, size)
    return [*lines, line] if line else lines or [""]


def _head(word: str, column: int) -> str:
    """The first characters of a word that fill a column, at least one."""
    used = 0
    for at, character in enumerate(word):
        used += _columns(character)
        if used > column:
            return word[: max(at, 1)]
    return word


def _columns(text: str) -> int:
    """Terminal columns that a text takes: none for marks, two for wide characters."""
    if text.isascii():
        return len(text)
    return sum(
        [
            0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf")
            else 2 if unicodedata.east_asian_width(c) in "WF"
            else 1
            for c in text
        ]
    )  # fmt: skip

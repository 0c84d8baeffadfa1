"""A story as search sees it: its places, and its sentences with their counterparts.

Made in the story's own job, beside its pages, and kept as bytes: JSON as a script may hold it, so that the same
bytes serve the index and, inside one call, the page (``files.story_file``). Cutting the sentences into words is left
to ``shards``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from lisanayn.model.article import Article
from lisanayn.model.blocks import (
    Code,
    Dateline,
    Figure,
    Footnote,
    Heading,
    Item,
    Paragraph,
    Quote,
    Rule,
    SourceLine,
    Table,
)
from lisanayn.model.catalog import Place
from lisanayn.model.inline import Rich, plain
from lisanayn.model.story import BlockPair, Group, SplitBlock, Story
from lisanayn.model.tag import Tag
from lisanayn.record import record

TITLE, SUMMARY, TAGS, FIRST = 0, 1, 2, 3
"""Numbers of the items that every document has; the text begins at ``FIRST``."""

Row = tuple[str, str, str]
"""(anchor on the page, text of the original, text of the translation)."""


@record
class Document:
    """What search knows of a story."""

    languages: tuple[str, ...]
    """The original's first, then those of the translations."""
    paths: tuple[str, ...]
    """Of the reader pages in output/, in the order of the languages; empty where there is none."""
    instant: str
    """ISO date and time; empty when the story has no date. Newer stories come first among equals."""
    items: tuple[tuple[str, int, str, str], ...]
    """(anchor, number of the translation from 1, text of the original, text of that translation)."""


def make_document(story: Story, place: Place) -> bytes:
    """The document of a story. A story without translations has empty second texts."""
    articles = [story.original, *[one.article for one in story.translations]]
    items: list[tuple[str, int, str, str]] = []
    for number, translation in enumerate(story.translations, 1):
        head = _head(story, translation.article, place.tags)
        rows = [*head, *_rows(translation.pairs), *_notes(story.original, translation.article)]
        items += [(anchor, number, own, other) for anchor, own, other in rows]
    if not story.translations:
        alone = [
            BlockPair(block, None, tuple([Group((one.id,), ()) for one in block.sentences])) for block in story.blocks
        ]
        items = [(anchor, 1, own, "") for anchor, own, _ in [*_head(story, None, place.tags), *_rows(alone)]]
    date = story.original.header.date
    document = {
        "l": [article.lang for article in articles],
        "p": [place.path(article.lang) for article in articles],
        "d": date.instant.isoformat() if date else "",
        "i": items,
    }
    return script_json(document)


def read_document(data: bytes) -> Document:
    """A document from its bytes."""
    made = json.loads(data)
    items = tuple([(anchor, number, own, other) for anchor, number, own, other in made["i"]])
    return Document(tuple(made["l"]), tuple(made["p"]), made["d"], items)


def script_json(value: object) -> bytes:
    """JSON that is also a JavaScript literal, and can end no script element: ``<``, U+2028 and U+2029 are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return text.encode("utf-8", "replace")


def _head(story: Story, translation: Article | None, tags: tuple[Tag, ...]) -> list[Row]:
    """Title, summary and tags, always three."""
    own, other = story.original, translation
    names = [[dict(tag.names).get(one.lang, "") for tag in tags] if one else [] for one in (own, other)]
    return [
        ("", own.header.title or story.slug, other.header.title if other else ""),
        ("", own.header.summary, other.header.summary if other else ""),
        ("", " · ".join(filter(None, names[0])), " · ".join(filter(None, names[1]))),
    ]


def _rows(pairs: tuple[BlockPair, ...] | list[BlockPair]) -> Iterator[Row]:
    """The text in reading order. What has no anchor of its own leads to the sentence before it."""
    anchor, figures = "", 0
    for pair in pairs:
        leading = pair.source or pair.target
        if leading is None or isinstance(leading.block, Rule | SourceLine | Dateline | Footnote):
            continue
        if isinstance(leading.block, Paragraph | Quote | Item):
            for row in _sentences(pair, anchor):
                anchor = row[0]
                yield row
        elif isinstance(leading.block, Figure):
            figures += 1
            yield from _filled([(f"f{figures}", _caption(pair.source), _caption(pair.target))])
        else:
            own, other = _lines(pair.source), _lines(pair.target)
            length = max(len(own), len(other))
            yield from _filled([(anchor, _at(own, at), _at(other, at)) for at in range(length)])


def _sentences(pair: BlockPair, anchor: str) -> Iterator[Row]:
    source = {one.id: plain(one.text) for one in pair.source.sentences} if pair.source else {}
    target = [plain(one.text) for one in pair.target.sentences] if pair.target else []
    for group in pair.groups:
        anchor = group.source[0] if group.source else anchor
        own = " ".join([source[one] for one in group.source])
        yield anchor, _line(own), _line(" ".join([target[number - 1] for number in group.target]))
    spoken = [
        plain(one.block.attribution) if one and isinstance(one.block, Quote) else ""
        for one in (pair.source, pair.target)
    ]
    yield from _filled([(anchor, spoken[0], spoken[1])])


def _filled(rows: list[Row]) -> Iterator[Row]:
    """The rows that hold anything, without line ends."""
    for anchor, own, other in rows:
        if own or other:
            yield anchor, _line(own), _line(other)


def _line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text


def _at(lines: list[str], at: int) -> str:
    return lines[at] if at < len(lines) else ""


def _caption(side: SplitBlock | None) -> str:
    """Caption and credit of a picture, as the page prints them."""
    if side is None or not isinstance(side.block, Figure):
        return ""
    credit = f"({side.block.credit})" if side.block.credit else ""
    return f"{plain(side.block.caption)} {credit}".strip()


def _lines(side: SplitBlock | None) -> list[str]:
    """The text of a block without sentences: a heading, the rows of a table, lines of code."""
    match side.block if side else None:
        case Heading(text=text):
            return [plain(text)]
        case Table(header=header, rows=rows):
            return [_cells(row) for row in (header, *rows)]
        case Code(text=code):
            return [line.strip() for line in code.split("\n")]
        case _:
            return []


def _cells(row: tuple[Rich, ...]) -> str:
    return " · ".join(filter(None, [plain(cell).strip() for cell in row]))


def _notes(own: Article, other: Article) -> Iterator[Row]:
    """The footnotes, those of one number together."""
    texts = [[plain(block.text) for block in one.blocks if isinstance(block, Footnote)] for one in (own, other)]
    for number in range(max(len(texts[0]), len(texts[1]))):
        pair = [_at(side, number) for side in texts]
        yield from _filled([(f"fn-{own.lang if pair[0] else other.lang}-{number + 1}", pair[0], pair[1])])

"""One article: a text in one language, as it was read from one file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from lisanayn.model.blocks import Block
from lisanayn.problems import Problem
from lisanayn.record import record

SourceKind = Literal["markdown", "wire"]


@record
class Source:
    """One file of content/, as bytes."""

    path: str
    """Relative to the site folder: ``content/harbour/ar.txt``."""
    slug: str
    """The story the file belongs to: the folder's name, or the file's name before its language."""
    lang: str
    """Language code from the file name; always a language of the site."""
    kind: SourceKind
    """``markdown`` for .md, ``wire`` for .txt."""
    data: bytes


@record
class Aside:
    """A line of a wire text kept out of the page: trailer, boilerplate, photo-desk line."""

    text: str
    line: int
    reason: str


@record
class Moment:
    """A date of an article, with the time of day where the author gave one."""

    day: date
    """The day as written, in the author's own time zone: what is printed."""
    instant: datetime
    """In UTC; what is sorted by. Midnight UTC of the day when no time was given."""


@record
class TagUse:
    """A tag as an author wrote it."""

    text: str
    line: int


@record
class ImageUse:
    """A picture for a wire caption: ``images: {23: {file: harbour.svg, alt: …}}``."""

    line: int
    """Line of the caption in the file."""
    file: str
    alt: str
    license: str = ""


@record
class Correction:
    """A correction made after publication."""

    day: date
    text: str


@record
class Header:
    """The front matter of one file, typed. Empty means not given: a translation inherits from its original."""

    title: str = ""
    summary: str = ""
    slug: str = ""
    """The author's own slug; empty: made from the folder's name by the site's policy."""
    date: Moment | None = None
    updated: Moment | None = None
    retrieved: Moment | None = None
    """When a republished text was taken from its source."""
    publish_at: Moment | None = None
    expires: Moment | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    translation: Literal["", "human", "machine", "reviewed"] = ""
    tags: tuple[TagUse, ...] = ()
    series: str = ""
    part: int = 0
    """Number in the series; 0: by date."""
    sources: tuple[str, ...] = ()
    source_url: str = ""
    license: str = ""
    cover: str = ""
    cover_alt: str = ""
    draft: bool = False
    aliases: tuple[str, ...] = ()
    sentences: Literal["split", "lines"] = "split"
    """``lines``: the author's line ends are the sentence ends."""
    original: bool | None = None
    """``true`` on the file the others translate; None: by the site's first language."""
    corrections: tuple[Correction, ...] = ()
    blocks: tuple[tuple[int, str], ...] = ()
    """Overrides for wire text: line of the file and the kind of block that begins there."""
    images: tuple[ImageUse, ...] = ()


@record
class Article:
    """One text in one language."""

    path: str
    slug: str
    """The story's key: the name of its folder or file."""
    lang: str
    kind: SourceKind
    header: Header
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
    digest: str = ""
    """Digest of the file's bytes and of all else its reading depended on; names the article in cache keys."""


@record
class Parsed:
    """What came out of reading one source."""

    article: Article
    """Complete as far as it could be read; not published when ``problems`` holds an error."""
    problems: tuple[Problem, ...]


@record
class Companion:
    """A file that belongs to an article: the lock of sentence ids (``ar.ids``) or an alignment (``en.align``)."""

    path: str
    slug: str
    lang: str
    kind: Literal["ids", "align"]
    data: bytes

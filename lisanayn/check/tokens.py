"""The tags and texts of a page, in order: as much of HTML's tokenizer as checks need.

Not ``html.parser``: it takes three times as long, raises AssertionError at ``<![x``, needs quadratic time for some
broken pages, and reads scripts differently from one version of Python to the next. Not selectolax: its tree has no
line numbers, and mends in silence what we want to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple, final


@final
class Tag:
    """A start tag. The same letters give the same object, so that what follows from a tag alone is found out once for
    a site, not once a page: two tags are equal only when they are one."""

    __slots__ = ("attributes", "closed", "name", "twice")

    def __init__(self, name: str, attributes: Mapping[str, str], twice: tuple[str, ...], closed: bool) -> None:
        self.name = name
        self.attributes = attributes
        """The first of each name, in small letters and in order; empty text for one without a value."""
        self.twice = twice
        """Names of the attributes that stand there again."""
        self.closed = closed
        """Whether it ends in ``/>``."""


@final
class End(NamedTuple):
    """An end tag."""

    name: str


@final
class Broken(NamedTuple):
    """A tag that never ends; nothing after it can be read."""

    text: str


Token = Tag | End | str | Broken
"""A plain text stands between tags, or inside a script, a style or a title; its entities are decoded but in scripts and
styles."""

# Possessive throughout: a tag is read in one go or not at all, so that no page takes more than linear time.
_TAG = re.compile(
    r"<(?:!--(?:.*?-->|.*)|[!?][^>]*+>?|(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)(>?))", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]++)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]++)))?")
_RAW = {
    name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in ("script", "style", "title", "textarea")
}
"""Elements that hold text only, up to their own end tag."""


_TAGS = 1 << 14
"""Start tags that are remembered: those around the articles come again on every page."""


def tokens(page: str) -> Iterator[tuple[Token, int]]:
    """The tokens of a page, each with its line; comments and declarations are left out."""
    at, line, counted = 0, 1, 0
    search, count = _TAG.search, page.count
    while True:
        tag = search(page, at)
        end = tag.start() if tag else len(page)
        if end > at:
            line, counted = line + count("\n", counted, at), at
            yield _decoded(page[at:end]), line
        if not tag:
            return
        line, counted, at = line + count("\n", counted, end), end, tag.end()
        slash, name, rest, bracket = tag.groups()
        if not name:
            continue
        if not bracket:
            yield Broken(tag[0][:40]), line
            return
        if slash:
            yield _end(name), line
            continue
        start = _start(name, rest)
        yield start, line
        if start.name in _RAW and not start.closed:
            closing = _RAW[start.name].search(page, at)
            end = closing.start() if closing else len(page)
            text = page[at:end]
            yield text if start.name in ("script", "style") else _decoded(text), line
            at = end


def _decoded(text: str) -> str:
    return unescape(text) if "&" in text else text


@lru_cache(_TAGS)
def _end(name: str) -> End:
    return End(name.lower())


@lru_cache(_TAGS)
def _start(name: str, rest: str) -> Tag:
    """The tag of a name and all that follows it before the bracket."""
    attributes: dict[str, str] = {}
    twice = []
    for key, one, two, bare in _ATTRIBUTE.findall(rest):
        if key.lower() in attributes:
            twice.append(key.lower())
        attributes.setdefault(key.lower(), _decoded(one or two or bare))
    return Tag(name.lower(), attributes, tuple(twice), rest.endswith("/"))

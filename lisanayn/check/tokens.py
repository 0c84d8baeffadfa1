"""The tags and texts of a page, in order: as much of HTML's tokenizer as checks need.

Not ``html.parser``: it takes three times as long, raises AssertionError at ``<![x``, needs quadratic time for some
broken pages, and reads scripts differently from one version of Python to the next. Not selectolax: its tree has no
line numbers, and mends in silence what we want to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple


class Start(NamedTuple):
    """A start tag."""

    name: str
    attributes: list[tuple[str, str]]
    """In order, names in small letters; empty text for one without a value."""
    line: int
    closed: bool
    """Whether it ends in ``/>``."""


class End(NamedTuple):
    """An end tag."""

    name: str
    line: int


class Words(NamedTuple):
    """Text between tags, or inside a script, a style or a title; entities decoded but in scripts and styles."""

    text: str
    line: int


class Broken(NamedTuple):
    """A tag that never ends; nothing after it can be read."""

    text: str
    line: int


Token = Start | End | Words | Broken

# Possessive throughout: a tag is read in one go or not at all, so that no page takes more than linear time.
_TAG = re.compile(
    r"<(?:!--(?:.*?-->|.*)|[!?][^>]*+>?|(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)(>?))", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]++)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]++)))?")
_RAW = {
    name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in ("script", "style", "title", "textarea")
}
"""Elements that hold text only, up to their own end tag."""


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page; comments and declarations are left out."""
    at, line, counted = 0, 1, 0
    while True:
        tag = _TAG.search(page, at)
        end = tag.start() if tag else len(page)
        if end > at:
            yield Words(unescape(page[at:end]), line + page.count("\n", counted, at))
        if not tag:
            return
        line, counted, at = line + page.count("\n", counted, end), end, tag.end()
        name = (tag[2] or "").lower()
        if not name:
            continue
        if not tag[4]:
            yield Broken(tag[0][:40], line)
            return
        if tag[1]:
            yield End(name, line)
            continue
        pairs = [(key.lower(), unescape(one or two or bare)) for key, one, two, bare in _ATTRIBUTE.findall(tag[3])]
        yield Start(name, pairs, line, tag[3].endswith("/"))
        if name in _RAW and not tag[3].endswith("/"):
            closing = _RAW[name].search(page, at)
            end = closing.start() if closing else len(page)
            text = page[at:end]
            yield Words(text if name in ("script", "style") else unescape(text), line)
            at = end

"""Drawings without what is private: drawing programs leave paths of the author's disk, names and comments in them."""

from __future__ import annotations

import re
from xml.parsers import expat

_EDITORS = ("inkscape:", "sodipodi:")
_TAG = re.compile(rb"<[A-Za-z][^<>]*>")
_ATTRIBUTE = re.compile(rb"""\s(?:inkscape|sodipodi):[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')""")


def clean_svg(data: bytes) -> bytes:
    """The drawing without comments, ``<metadata>`` and what Inkscape keeps for itself; every other byte stays.

    ``data`` passed ``pictures.inspect``. Where cutting would not leave well-formed XML the drawing stays as it was.
    """
    cuts: list[tuple[int, int]] = []
    depth, since = 0, 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, since
        if depth or name.rpartition(":")[2] == "metadata" or name.startswith(_EDITORS):
            since = since if depth else parser.CurrentByteIndex
            depth += 1

    def end(_: str) -> None:
        nonlocal depth
        if depth:
            depth -= 1
            if not depth:
                cuts.append((since, data.index(b">", parser.CurrentByteIndex) + 1))

    def comment(_: str) -> None:
        if not depth:
            at = parser.CurrentByteIndex
            cuts.append((at, data.index(b"-->", at) + 3))

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CommentHandler = start, end, comment
    try:
        parser.Parse(data, True)
        kept, at = b"", 0
        for first, last in cuts:
            kept, at = kept + data[at:first], last
        cleaned = _TAG.sub(lambda tag: _ATTRIBUTE.sub(b"", tag[0]), kept + data[at:])
        expat.ParserCreate().Parse(cleaned, True)
    except (expat.ExpatError, ValueError):
        return data
    return cleaned

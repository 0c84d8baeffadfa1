"""The usual front matter, read without the YAML library.

Loading the library costs 30 ms and reading with it 0.09 ms a file; most front matters are ``key: value`` lines and
simple lists. This reader takes only lines whose meaning in YAML is beyond doubt and gives up at the first other
one: what it gives equals what ``yaml_nodes`` gives, places included. A property test holds that.
"""

from __future__ import annotations

import re

from lisanayn.parse.yaml_nodes import Listing, Mapping, Node, Scalar

_KEY = re.compile("[a-z][a-z_]*")
_OPENING = frozenset("«“‘(/.…")
"""Signs that may begin an unquoted text, besides letters and digits: they mean nothing to YAML."""
# A tab, what YAML breaks lines at, and what its reader refuses.
_BEYOND = re.compile("[\t\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_QUOTED_LIST = re.compile(r'"[^"]*"(?: *, *"[^"]*")*')
_QUOTED = re.compile(r'"([^"]*)"')


def read_flat(text: str, first_line: int) -> Mapping | None:
    """The nodes of a simple front matter, or None when the YAML library should read it. Never raises."""
    if "\\" in text:
        return None
    pairs: list[tuple[Scalar, Node]] = []
    items: list[Node] = []
    listed = ""  # the white space before the list's hyphens
    number = first_line - 1
    for line in text.split("\n"):
        number += 1
        line = line.rstrip(" ")
        if not line or line[0] == "#":
            continue
        if not line.isprintable() and _BEYOND.search(line):
            return None
        value: Node | None
        if line[0] == " " or line[0] == "-":
            space, hyphen, word = line.partition("- ")
            word = word.lstrip(" ")
            if not hyphen or not word or space.strip(" ") or not pairs or pairs[-1][1] is not _PENDING:
                return None
            value = _scalar(word, number, len(line) - len(word) + 1)
            if value is None or (items and space != listed):
                return None
            listed = space
            items.append(value)
            continue
        key, colon, rest = line.partition(":")
        word = rest.lstrip(" ")
        if not colon or (rest and rest[0] != " ") or not _KEY.fullmatch(key):
            return None
        value = _value(word, number, len(line) - len(word) + 1) if word else _PENDING
        if value is None:
            return None
        if pairs and pairs[-1][1] is _PENDING:
            pairs[-1] = _completed(pairs[-1][0], items, listed)
            items = []
        pairs.append((Scalar(key, number, 1), value))
    if not pairs:
        return None
    if pairs[-1][1] is _PENDING:
        pairs[-1] = _completed(pairs[-1][0], items, listed)
    return Mapping(tuple(pairs), pairs[0][0].line, 1)


_PENDING = Scalar("", 0, 0)
"""Stands for the value of a key that has none on its line: a list may follow."""


def _completed(key: Scalar, items: list[Node], listed: str) -> tuple[Scalar, Node]:
    """A key without a value on its line, with the list that followed it or an empty text."""
    if items:
        return key, Listing(tuple(items), items[0].line, len(listed) + 1)
    return key, Scalar("", key.line, 1)


def _value(text: str, line: int, column: int) -> Node | None:
    return _flow_list(text, line, column) if text[0] == "[" else _scalar(text, line, column)


def _scalar(text: str, line: int, column: int) -> Scalar | None:
    """An unquoted text without YAML's signs, or a quoted one without escapes."""
    first = text[0]
    if first == '"' or first == "'":
        if len(text) > 1 and text[-1] == first and text.count(first) == 2:
            return Scalar(text[1:-1], line, column)
        return None
    if not (first.isalnum() or first in _OPENING) or text[-1] == ":" or ": " in text or " #" in text:
        return None
    return Scalar(text, line, column)


def _flow_list(text: str, line: int, column: int) -> Listing | None:
    """``[a, b]`` or ``["a", "b"]`` on one line."""
    inner = text[1:-1]
    if text[-1] != "]" or len(text) < 2:
        return None
    if not inner.strip(" "):
        return Listing((), line, column, True)
    if '"' in inner:
        start = len(inner) - len(inner.lstrip(" "))
        if not _QUOTED_LIST.fullmatch(inner.strip(" ")):
            return None
        quoted = [Scalar(m[1], line, column + 1 + m.start()) for m in _QUOTED.finditer(inner, start)]
        return Listing(tuple(quoted), line, column, True)
    if any(sign in inner for sign in "[]{}'#:"):
        return None
    items: list[Node] = []
    at = column + 1
    for piece in inner.split(","):
        word = piece.strip(" ")
        if not word or not (word[0].isalnum() or word[0] in _OPENING):
            return None
        items.append(Scalar(word, line, at + len(piece) - len(piece.lstrip(" "))))
        at += len(piece) + 1
    return Listing(tuple(items), line, column, True)

"""The front matter of a file: found, read as nodes, typed as a ``Header``.

It stands at the top between a line ``---`` and a line ``---`` or ``...``; blank lines and invisible marks before it
are forgiven. A wire text needs none, and one that merely begins with a rule of hyphens has none.
"""

from __future__ import annotations

import re

from lisanayn.model.article import Header, SourceKind
from lisanayn.parse.flat_yaml import read_flat
from lisanayn.parse.header import read_fields
from lisanayn.parse.yaml_advice import advise
from lisanayn.parse.yaml_nodes import Mapping, Node, Scalar, YamlFault, read_yaml
from lisanayn.problems import Location, Problem, error
from lisanayn.record import record

MAX_HEAD_BYTES = 64 * 1024
"""Of a front matter."""

_MARKS = "\u061c\u200b\u200e\u200f"
_OPEN = re.compile(rf"[\s{_MARKS}]*?^[ {_MARKS}]*---[ \t{_MARKS}]*(?:\n|\Z)", re.M)
_CLOSE = re.compile(rf"^[{_MARKS}]*(?:---|\.\.\.)[ \t{_MARKS}]*$", re.M)
_NEARLY_CLOSE = re.compile(r"^[ \t]*(?:[-_=*]{2,}|[-–—]{1,3})[ \t]*$", re.M)
_KEY_FIRST = re.compile(rf"[\s{_MARKS}]*(?:#.*\n\s*)*[^\s:]+[ \t]*:")
_KEY_AT_START = re.compile(r"^(?=[^\s#\-\]}])", re.M)
_FORM = "write one 'key: value' a line"
_REMEDIES = {
    "header-alias": "write the text itself in both places",
    "header-tag": "write the text without it",
    "header-depth": "a front matter needs no more than a list of tables",
}


@record
class Split:
    """A file's text, cut in two."""

    head: str | None
    """The front matter without its delimiters; None when there is none."""
    head_line: int
    """Line of the file on which ``head`` begins, from 1."""
    body: str
    body_line: int
    """Line of the file on which ``body`` begins, from 1."""
    problems: tuple[Problem, ...] = ()
    """``header-open``, ``header-size``: then neither part is worth reading."""


def split_front(text: str, path: str, kind: SourceKind) -> Split:
    """Cuts a file into front matter and body. ``text`` has ``\\n`` for every line end. Never raises."""
    opening = _OPEN.match(text)
    if not opening or (kind == "wire" and not _KEY_FIRST.match(text, opening.end())):
        return Split(None, 0, text, 1)
    start = opening.end()
    head_line = text.count("\n", 0, start) + (1 if text[start - 1] == "\n" else 2)
    closing = _CLOSE.search(text, start)
    if not closing:
        return Split(None, 0, "", 1, (_unterminated(text, start, head_line - 1, path),))
    head = text[start : closing.start()]
    body_line = head_line + head.count("\n") + 1
    size = len(head.encode("utf-8", "surrogatepass")) if len(head) * 4 > MAX_HEAD_BYTES else 0
    if size > MAX_HEAD_BYTES:
        message = f"the front matter has {size:,} bytes; the limit is {MAX_HEAD_BYTES:,}"
        return Split(None, 0, "", 1, (error("header-size", message, Location(path, head_line), "move text below it"),))
    return Split(head.rstrip("\n"), head_line, text[closing.end() + 1 :], body_line)


def _unterminated(text: str, start: int, opened: int, path: str) -> Problem:
    message = f"the front matter that opens in line {opened} is never closed"
    near = _NEARLY_CLOSE.search(text, start)
    hint = "write a line of three hyphens, ---, after the last key"
    if near:
        line = text.count("\n", 0, near.end()) + 1
        hint = f"line {line} holds {near[0].strip()!r}: write three hyphens, ---, there"
    return error("header-open", message, Location(path, opened), hint)


def read_header(head: str, first_line: int, path: str, kind: SourceKind) -> tuple[Header, tuple[Problem, ...]]:
    """The typed header and everything that is wrong with it, each with line and column of the file. Never raises."""
    mapping, faults = read_mapping(head, first_line, path)
    header, problems = read_fields(mapping, path, kind)
    return header, faults + problems


def read_mapping(head: str, first_line: int, path: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """The keys and values of a front matter. A key that cannot be read does not hide the others."""
    mapping = read_flat(head, first_line)
    if mapping is not None:
        return mapping, ()
    node = read_yaml(head, first_line)
    if isinstance(node, Mapping):
        return node, ()
    if node is None:
        return Mapping((), first_line, 1), ()
    return _key_by_key(head, first_line, path)


def _key_by_key(head: str, first_line: int, path: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """Reads a front matter with mistakes in pieces that begin with a key each, so that all are reported at once."""
    pairs: list[tuple[Scalar, Node]] = []
    problems: list[Problem] = []
    starts = [match.start() for match in _KEY_AT_START.finditer(head)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(head)], strict=True):
        piece = head[start:end]
        line = first_line + head.count("\n", 0, start)
        node = read_flat(piece, line) or read_yaml(piece, line)
        match node:
            case Mapping():
                pairs += node.pairs
            case None:
                continue
            case YamlFault():
                problems.append(_fault(node, piece, line, path))
            case _:
                wrong, hint = advise(piece.rstrip("\n").partition("\n")[0])
                message = wrong or f"{piece.strip()[:40]!r} is no 'key: value' line"
                problems.append(error("header-yaml", message, Location(path, line, node.column), hint or _FORM))
    return Mapping(tuple(pairs), first_line, 1), tuple(problems)


def _fault(fault: YamlFault, piece: str, first_line: int, path: str) -> Problem:
    """The problem for a piece that is not YAML: in an editor's words where a rule knows the mistake."""
    if fault.code != "header-yaml":
        return error(fault.code, fault.message, Location(path, fault.line, fault.column), _REMEDIES[fault.code])
    lines = piece.rstrip("\n ").split("\n")
    last = first_line + len(lines) - 1
    for number in dict.fromkeys((fault.line, fault.opened, first_line)):
        if first_line <= number <= last and lines[number - first_line].strip():
            message, hint = advise(lines[number - first_line])
            if message:
                column = fault.column if number == fault.line else 0
                return error("header-yaml", message, Location(path, number, column), hint)
    message = f"the front matter cannot be read here: {fault.message}"
    at = Location(path, min(fault.line, last), fault.column if fault.line <= last else 0)
    return error("header-yaml", message, at, "put the value in quotation marks")

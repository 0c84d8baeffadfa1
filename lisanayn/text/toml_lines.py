"""Where the keys of a TOML text stand: the standard library reads TOML and keeps no line numbers."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]
"""Keys from the outside in; a number counts the tables of ``[[name]]`` from 0."""

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)(\]\]?)\s*(?:#.*)?")
_ENTRY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_FENCE = re.compile('"""|\'\'\'')
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def toml_lines(text: str) -> dict[Path, int]:
    """The line, from 1, of every table and key that has a line of its own. Never raises; linear."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    inside = ""  # the quotes of a text of several lines that is open
    for number, line in enumerate(text.split("\n"), 1):
        if inside:
            inside = "" if inside in line else inside
            continue
        header = _HEADER.fullmatch(line)
        if header:
            table = _parts(header[2])
            lines.setdefault(table, number)
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            lines.setdefault(table, number)
            continue
        entry = _ENTRY.match(line)
        if entry:
            lines.setdefault((*table, *_parts(entry[1])), number)
        fences = _FENCE.findall(line)
        if len(fences) % 2:
            inside = fences[0]
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a key, or of the nearest table or key around it; 1 when nothing is known."""
    for size in range(len(path), 0, -1):
        if path[:size] in lines:
            return lines[path[:size]]
    return 1


def toml_fault(message: str, text: str) -> tuple[str, int, int]:
    """(what is wrong, line, column) from the message of the standard library's reader."""
    place = _PLACE.search(message)
    what = _PLACE.sub("", message)
    if place and place[1]:
        return what, int(place[1]), int(place[2])
    return what, text.rstrip("\n").count("\n") + 1, 0


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))

"""YAML, the strict little part of it that a front matter needs, as text with places.

Read from the library's *events*, not from its loaders: every scalar stays the text that was written (``no``, ``1.10``,
``12:30``, ``010``), keys are never merged, and anchors, aliases, tags and deep nesting are refused before anything
is built from them, so that no alias bomb and no recursion can come to be.

The library is loaded only here and only when a front matter needs it: see ``flat_yaml`` for the usual case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from lisanayn.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 8
"""Lists and tables inside each other; the front matter itself counts."""
_TOO_DEEP = f"more than {MAX_DEPTH} levels inside each other"


class Scalar(NamedTuple):
    """One piece of text. A named tuple, not a dataclass: a dozen are made for every file, at a third of the cost."""

    text: str
    line: int
    """Of the file, from 1."""
    column: int
    """From 1."""
    comment: str = ""
    """A ``#`` comment after an unquoted text, one space before it: perhaps meant as text."""


@record
class Listing:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int
    flow: bool = False
    """Written ``[a, b]``."""


@record
class Mapping:
    """Keys and values, in their order; a key may stand twice, which the reader of the header reports."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node = Scalar | Listing | Mapping


@record
class YamlFault:
    """Why a text is not YAML, or not of the kind we read."""

    code: str
    """``header-yaml``, ``header-alias``, ``header-tag``, ``header-depth``."""
    message: str
    line: int
    column: int
    opened: int = 0
    """Line on which the thing begins that could not be read to its end; 0 when the fault is a place."""


@dataclass(slots=True)
class _Open:
    """A list or mapping being built."""

    line: int
    column: int
    flow: bool
    mapping: bool
    nodes: list[Node]
    """Of a mapping: key, value, key, value …"""

    def close(self) -> Node:
        if not self.mapping:
            return Listing(tuple(self.nodes), self.line, self.column, self.flow)
        keys = [node for node in self.nodes[::2] if isinstance(node, Scalar)]
        return Mapping(tuple(zip(keys, self.nodes[1::2], strict=True)), self.line, self.column)


def read_yaml(text: str, first_line: int) -> Node | YamlFault | None:
    """The nodes of a YAML text; None when it is empty. Never raises.

    ``first_line`` is the line of the file on which the text begins. Linear in the text's length.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _build(yaml.parse(text, Loader=loader), text.split("\n"), first_line)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        opened = fault.context_mark.line + first_line if fault.context_mark else 0
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        if "nesting depth" in str(fault.problem):  # newer libraries count levels, too, before they tell of the first
            return YamlFault("header-depth", _TOO_DEEP, line, column)
        return YamlFault("header-yaml", str(fault.problem or fault.context), line, column, opened)
    except yaml.YAMLError as fault:  # a character YAML does not allow
        return YamlFault("header-yaml", str(fault).partition("\n")[0], first_line, 1)


def _build(events: Iterator[Any], lines: list[str], first_line: int) -> Node | YamlFault | None:
    """The events of the library as nodes. Events are untyped there, hence ``Any``."""
    stack: list[_Open] = []
    root: Node | None = None
    for event in events:
        name = type(event).__name__
        if name in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
            continue
        mark = event.start_mark
        line, column = mark.line + first_line, mark.column + 1
        if name == "DocumentStartEvent":
            if root is not None or event.version or event.tags:
                return YamlFault("header-yaml", "a second document or a directive", line, column)
            continue
        refused = _refused(event, name, line, column, len(stack))
        if refused:
            return refused
        if name in ("SequenceStartEvent", "MappingStartEvent"):
            stack.append(_Open(line, column, bool(event.flow_style), name == "MappingStartEvent", []))
            continue
        if name == "ScalarEvent":
            node: Node = _scalar(event, lines, line, column, stack)
        else:
            node = stack.pop().close()
        if not stack:
            root = node
            continue
        parent = stack[-1]
        if parent.mapping and len(parent.nodes) % 2 == 0 and not isinstance(node, Scalar):
            return YamlFault("header-yaml", "a key that is a list or a table", node.line, node.column)
        parent.nodes.append(node)
    return root


def _scalar(event: Any, lines: list[str], line: int, column: int, stack: list[_Open]) -> Scalar:
    """A scalar; an empty one stands where its key stands, as it has no place of its own."""
    if event.style:  # in quotation marks, or a block of lines
        return Scalar(event.value, line, column)
    end = event.end_mark
    rest = lines[end.line][end.column :] if end.line < len(lines) else ""
    comment = rest.lstrip(":")[1:] if rest.lstrip(":").startswith(" #") else ""
    if not event.value and stack and stack[-1].mapping and len(stack[-1].nodes) % 2:
        key = stack[-1].nodes[-1]
        return Scalar("", key.line, key.column, comment)
    return Scalar(event.value, line, column, comment)


def _refused(event: Any, name: str, line: int, column: int, depth: int) -> YamlFault | None:
    """What YAML allows and a front matter does not need."""
    if name == "AliasEvent" or getattr(event, "anchor", None):
        return YamlFault("header-alias", "anchors and aliases are not allowed", line, column)
    if getattr(event, "tag", None):
        return YamlFault("header-tag", f"the tag {event.tag!r} is not allowed", line, column)
    if name == "ScalarEvent" and not event.style and event.value == "<<":
        return YamlFault("header-alias", "merge keys '<<' are not allowed", line, column)
    if depth >= MAX_DEPTH and name != "SequenceEndEvent" and name != "MappingEndEvent":
        return YamlFault("header-depth", _TOO_DEEP, line, column)
    return None

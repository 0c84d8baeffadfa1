"""Values of a front matter, typed: each reader takes a key, reports what is wrong with it and gives a value.

A key that is missing or wrong gives the empty value of its type, so that one mistake never hides another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeVar

from lisanayn.model.article import Moment
from lisanayn.parse.addresses import web_address
from lisanayn.parse.characters import is_suspect
from lisanayn.parse.moments import read_moment
from lisanayn.parse.yaml_advice import quoted
from lisanayn.parse.yaml_nodes import Listing, Mapping, Node, Scalar
from lisanayn.problems import Location, Problem, error, suggestion, warning
from lisanayn.text.direction import unbalanced
from lisanayn.text.normal import MOST_MARKS, compose, control_characters, excessive_marks
from lisanayn.text.numbers import to_system

_EDGE = " \t\n\u061c\u200b\u200e\u200f\ufeff"
"""What is taken off both ends of a value: white space and marks that cannot be seen."""
_COMMAS = re.compile("[،؛]")
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})

Choice = TypeVar("Choice", bound=str)


@dataclass(slots=True)
class Fields:
    """The keys of one table of the front matter, read one by one; what is left at the end is unknown."""

    path: str
    nodes: dict[str, Node]
    inside: str = ""
    """Name of the table in messages: ``images.23``; empty for the front matter itself."""
    problems: list[Problem] = field(default_factory=list)

    def at(self, node: Node) -> Location:
        """The place of a value in the file."""
        return Location(self.path, node.line, node.column)

    def name(self, key: str) -> str:
        """A key as messages call it."""
        return f"{self.inside}.{key}" if self.inside else key

    def wrong(self, node: Node, message: str, hint: str, code: str = "header-value") -> None:
        """Reports a value that cannot be used."""
        self.problems.append(error(code, message, self.at(node), hint))

    def scalar(self, key: str, what: str) -> Scalar | None:
        """The text of a key; None when there is none, or something else."""
        node = self.nodes.get(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.wrong(node, f"{self.name(key)!r} takes {what}, not {_called(node)}", f"write {what} after the colon")
            return None
        return node

    def clean(self, key: str, node: Scalar) -> str:
        """The text of a scalar as it is kept: composed, on one line, without invisible marks at its ends."""
        text = node.text
        if text.isascii() and text.isprintable():
            return text.strip()
        if is_suspect(text):
            found = control_characters(text)
            offset = unbalanced(text)
            sign = found[0][1] if found else text[offset]
            if found or offset >= 0:
                what = "the control character" if found else "the unbalanced direction control"
                code = "source-control" if found else "source-bidi"
                self.wrong(node, f"{self.name(key)!r} holds {what} U+{ord(sign):04X}", "delete it", code)
                text = text.translate({ord(character): None for _, character in found})
        if len(text) > MOST_MARKS and excessive_marks(text) >= 0:  # by escapes: others were cut before
            message = f"{self.name(key)!r} holds more than {MOST_MARKS} combining marks in a row"
            self.wrong(node, message, "delete the rest", "source-marks")
        return " ".join(compose(text).strip(_EDGE).split("\n"))

    def text(self, key: str) -> str:
        """A text; empty when not given."""
        node = self.scalar(key, "one text")
        if node is None:
            return ""
        if node.comment:
            message = f"{node.comment!r} after a space is a comment and not part of {self.name(key)!r}"
            hint = f"if it is, write: {key}: {quoted(f'{node.text} {node.comment}'.strip())}"
            self.problems.append(warning("header-comment", message, self.at(node), hint))
        return self.clean(key, node)

    def listed(self, key: str) -> tuple[tuple[str, Scalar], ...]:
        """The texts of a list, or of a single text, each with its node; empty ones are reported and left out."""
        node = self.nodes.get(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Listing) else (node,)
        if isinstance(node, Scalar) and not node.text.strip(_EDGE):
            return ()
        texts = []
        for item in items:
            if not isinstance(item, Scalar):
                self.wrong(item, f"{self.name(key)!r} takes texts, not {_called(item)}", f"write: {key}: [one, two]")
                continue
            text = self.clean(key, item)
            if text:
                texts.append((text, item))
            else:
                self.wrong(item, f"an item of {self.name(key)!r} is empty", "write the text, or take the item out")
        if isinstance(node, Listing) and node.flow:
            self._check_commas(key, texts)
        return tuple(texts)

    def _check_commas(self, key: str, texts: list[tuple[str, Scalar]]) -> None:
        """``[آثار، تاريخ]`` is one item to YAML, which knows the Latin comma only.

        No tag holds a comma; the name of a source may (``ابن النديم، «الفهرست»``), and a list that has a Latin comma
        elsewhere shows that its author knows.
        """
        for text, node in texts:
            if _COMMAS.search(text) and (key == "tags" or (len(texts) == 1 and "«" not in text)):
                apart = ", ".join(piece.strip() for piece in _COMMAS.split(text))
                message = f"«{text}» is one item: in [ ] only the Latin comma separates"
                self.wrong(node, message, f"write: {key}: [{apart}]", "header-comma")

    def names(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts."""
        return tuple(text for text, _ in self.listed(key))

    def moment(self, key: str) -> Moment | None:
        """A date, with or without a time."""
        node = self.scalar(key, "a date")
        if node is None or not node.text.strip(_EDGE):
            return None
        moment, fault, remedy = read_moment(node.text)
        if fault:
            self.wrong(node, f"{self.name(key)!r}: {fault}", remedy, "header-date")
        return moment

    def flag(self, key: str) -> bool | None:
        """Yes or no; None when not given."""
        node = self.scalar(key, "true or false")
        if node is None:
            return None
        word = self.clean(key, node).lower()
        if word in _TRUE or word in _FALSE:
            return word in _TRUE
        self.wrong(node, f"{self.name(key)!r} takes true or false, not {node.text!r}", f"write: {key}: true")
        return None

    def choice(self, key: str, choices: tuple[Choice, ...], default: Choice) -> Choice:
        """One word of a few."""
        node = self.scalar(key, " or ".join(filter(None, choices)))
        if node is None:
            return default
        word = self.clean(key, node)
        for known in choices:
            if word == known:
                return known
        self.wrong(node, f"{self.name(key)!r} cannot be {node.text!r}", suggestion(word, filter(None, choices)))
        return default

    def url(self, key: str) -> str:
        """An address on the web: http or https."""
        node = self.scalar(key, "an address")
        if node is None or not node.text.strip(_EDGE):
            return ""
        address = web_address(self.clean(key, node))
        if address is None:
            message = f"{self.name(key)!r}: {node.text!r} is no address on the web"
            self.wrong(node, message, "write the whole address, with https:// in front", "header-url")
            return ""
        return address

    def license(self, key: str) -> str:
        """A licence by its name, or the address of its text."""
        text = self.text(key)
        node = self.nodes.get(key)
        if node is not None and re.match(r"[A-Za-z][A-Za-z0-9+.-]*:\S|//", text) and web_address(text) is None:
            message = f"{self.name(key)!r}: {text!r} is no address on the web"
            self.wrong(node, message, "write the licence's name, or an address with https:// in front", "header-url")
            return ""
        return text

    def table(self, key: str) -> tuple[tuple[Scalar, Node], ...]:
        """The pairs of a table under a key."""
        node = self.nodes.get(key)
        if node is None or (isinstance(node, Scalar) and not node.text):
            return ()
        if not isinstance(node, Mapping):
            self.wrong(node, f"{self.name(key)!r} takes a table, not {_called(node)}", f"write: {key}: {{7: …}}")
            return ()
        return node.pairs

    def line_number(self, key: str, node: Scalar) -> int:
        """A line of the file, given as the key of a table; 0 when it is none."""
        digits = to_system(node.text.strip(_EDGE), "latn")
        if re.fullmatch("[0-9]{1,7}", digits) and int(digits):
            return int(digits)
        message = f"{self.name(key)!r} is keyed by line numbers of the file; {node.text!r} is none"
        self.wrong(node, message, "write the number of the line, counting the front matter")
        return 0


def _called(node: Node) -> str:
    """What a node is called in a message."""
    match node:
        case Scalar():
            return f"the text {node.text!r}"
        case Listing():
            return "a list"
        case Mapping():
            return "a table"

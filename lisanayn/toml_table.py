"""A TOML file of the site while it is read: the settings, the tables of tags and agencies."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lisanayn.problems import Location, Problem, error, suggestion
from lisanayn.text.direction import unbalanced
from lisanayn.text.normal import compose, control_characters, excessive_marks
from lisanayn.text.toml_lines import Path, line_of, toml_fault, toml_lines

Choice = TypeVar("Choice", bound=str)


@dataclass(slots=True)
class TomlTable:
    """A TOML file while it is read: finds the line of every key and collects what is wrong."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[Path, int] = field(default_factory=dict)

    def load(self, data: bytes) -> dict[str, object]:
        """The content of the file; empty, with a problem, when it is not TOML in UTF-8."""
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
            values: dict[str, object] = tomllib.loads(text)
        except UnicodeDecodeError as fault:
            at = Location(self.path, data.count(b"\n", 0, fault.start) + 1)
            self.problems.append(error("toml-syntax", "the file is not UTF-8", at, "save it as UTF-8"))
            return {}
        except (ValueError, RecursionError) as fault:  # not TOML; a number of 5,000 digits; 1,000 brackets deep
            what, line, column = toml_fault(str(fault), text)
            at = Location(self.path, line, column)
            hint = 'texts stand in quotation marks: title = "…"'
            self.problems.append(error("toml-syntax", f"the file cannot be read here: {what}", at, hint))
            return {}
        self.lines = toml_lines(text)
        return values

    def at(self, path: Path) -> Location:
        """The place of a key."""
        return Location(self.path, line_of(self.lines, path))

    def name(self, path: Path) -> str:
        """A key as messages call it."""
        return ".".join(str(part) for part in path if isinstance(part, str))

    def wrong(self, path: Path, message: str, hint: str, code: str = "toml-value") -> None:
        """Reports a value that cannot be used."""
        self.problems.append(error(code, message, self.at(path), hint))

    def check_keys(
        self, values: Mapping[str, object], path: Path, known: Sequence[str], also: Collection[str] = ()
    ) -> None:
        """Reports the keys that are not known, each with the nearest that is; ``also`` are allowed and not offered."""
        for key in values:
            if key not in known and key not in also:
                message = f"unknown key {self.name((*path, key))!r}"
                self.wrong((*path, key), message, suggestion(key, known), "toml-key")

    def text(self, values: Mapping[str, object], path: Path) -> str:
        """A text on one line; empty when not given."""
        value = values.get(str(path[-1]), "")
        if not isinstance(value, str):
            self.wrong(path, f"{self.name(path)!r} takes a text, not {value!r}", f'write: {path[-1]} = "…"')
            return ""
        if control_characters(value):
            self.wrong(path, f"{self.name(path)!r} holds a control character", "delete it")
            return ""
        if unbalanced(value) >= 0:
            self.wrong(path, f"{self.name(path)!r} holds a direction control that is not closed", "delete it")
            return ""
        if excessive_marks(value) >= 0:
            self.wrong(path, f"{self.name(path)!r} holds too many combining marks in a row", "delete the rest")
            return ""
        return " ".join(compose(value).split())

    def choice(self, values: Mapping[str, object], path: Path, choices: Sequence[Choice]) -> Choice:
        """One word of a few; the first when not given."""
        word = self.text(values, path)
        for known in choices:
            if word == known:
                return known
        if word:
            self.wrong(path, f"{self.name(path)!r} cannot be {word!r}", suggestion(word, filter(None, choices)))
        return choices[0]

    def flag(self, values: Mapping[str, object], path: Path, default: bool) -> bool:
        """True or false."""
        value = values.get(str(path[-1]), default)
        if isinstance(value, bool):
            return value
        self.wrong(path, f"{self.name(path)!r} takes true or false, not {value!r}", f"write: {path[-1]} = true")
        return default

    def table(self, values: Mapping[str, object], path: Path, what: str = "a table") -> dict[str, object]:
        """The keys of a table; empty when not given."""
        value = values.get(str(path[-1]), {})
        if isinstance(value, dict):
            return value
        self.wrong(path, f"{self.name(path)!r} takes {what}, not {value!r}", f"write: {path[-1]} = …")
        return {}

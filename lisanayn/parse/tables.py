"""The tables beside the articles: ``tags.toml``, ``people.toml`` and ``agencies.toml``, one record a thing.

    [[tag]]
    id = "harbours"
    ar = "الموانئ"
    en = "Harbours"
    aliases = ["مرافئ"]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lisanayn.model.agency import Agency, agency_key
from lisanayn.model.person import Person
from lisanayn.model.tag import Tag
from lisanayn.problems import Problem, sort_problems
from lisanayn.text.folding import fold
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.slugs import MOST_BYTES
from lisanayn.toml_table import TomlTable

MOST_TAGS = 10_000
"""Records of tags.toml: each is a page in every language."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDRESS = re.compile(r"https?://[^\s/?#@\\\"'<>]+(?:[/?#][^\s\\\"'<>]*)?", re.I)


@dataclass(frozen=True, slots=True)
class _Record:
    """One record, before it is a tag or an agency."""

    id: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    url: str


@dataclass(slots=True)
class _Records:
    """A table's records while they are read."""

    name: str
    """``tag`` or ``agency``: what stands in the double brackets."""
    extra: tuple[str, ...]
    """Keys besides id, aliases and languages."""
    languages: Sequence[str]
    table: TomlTable
    key_of: Callable[[str], str]
    """The key under which spellings meet."""
    ids: dict[str, int] = field(default_factory=dict)
    """Every id with the line of its record."""
    spellings: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    """Every key with the number of its record, its line and the word that has it."""

    def read(self, data: bytes) -> list[_Record]:
        """The records that can be used."""
        values = self.table.load(data)
        self.table.check_keys(values, (), [self.name])
        found = values.get(self.name, [])
        if not isinstance(found, list) or not all(isinstance(record, dict) for record in found):
            self.table.wrong((self.name,), f"{self.name!r} takes records", f"write: [[{self.name}]]")
            return []
        if len(found) > MOST_TAGS:
            message = f"{len(found):,} records; {MOST_TAGS:,} are allowed"
            self.table.wrong((self.name, MOST_TAGS), message, "keep what readers look for")
            return []
        records = [self.record(number, record) for number, record in enumerate(found)]
        return [record for record in records if record is not None]

    def record(self, number: int, values: Mapping[str, object]) -> _Record | None:
        """One record, or None when it has no usable id or no name."""
        path = (self.name, number)
        self.table.check_keys(values, path, ["id", *self.languages, "aliases", *self.extra], LANGUAGES)
        ident = self.ident(number, values)
        names = tuple(
            (code, name) for code in self.languages if (name := self.table.text(values, (*path, code)))
        )
        if not names and ident:
            codes = " or ".join(self.languages)
            self.table.wrong(path, f"the {self.name} {ident!r} has no name", f"write a name under {codes}")
        aliases = self.aliases(values, number)
        for code, name in names:
            self.claim(name, number, code)
        for alias in aliases:
            self.claim(alias, number, "aliases")
        url = self.table.text(values, (*path, "url")) if "url" in self.extra else ""
        if url and not _ADDRESS.fullmatch(url):
            self.table.wrong((*path, "url"), f"{url!r} is no address on the web", "write it with https:// in front")
            url = ""
        return _Record(ident, names, aliases, url) if ident and names else None

    def ident(self, number: int, values: Mapping[str, object]) -> str:
        """The id of a record; empty when it has none that can be used."""
        path = (self.name, number, "id")
        if "id" not in values:
            self.table.wrong((self.name, number), f"a {self.name} without id", 'write: id = "harbours"')
            return ""
        ident = self.table.text(values, path)
        line = self.table.at(path).line
        if not _ID.fullmatch(ident) or len(ident) > MOST_BYTES:
            fault = "holds more than small Latin letters, digits and hyphens" if ident else "is empty"
            fault = f"has more than {MOST_BYTES} letters" if len(ident) > MOST_BYTES else fault
            self.table.wrong(path, f"the id {ident!r} {fault}", "write small letters, digits and hyphens: harbour-news")
            return ""
        if ident in self.ids:
            message = f"the id {ident!r} stands in line {self.ids[ident]} and in line {line}"
            self.table.wrong(path, message, "give one of the two another id, or join them", "toml-twice")
            return ""
        self.ids[ident] = line
        return ident

    def aliases(self, values: Mapping[str, object], number: int) -> tuple[str, ...]:
        """The other spellings of a record."""
        path = (self.name, number, "aliases")
        value = values.get("aliases", [])
        if not isinstance(value, list) or not all(isinstance(alias, str) and alias.strip() for alias in value):
            self.table.wrong(path, "'aliases' takes a list of texts", 'write: aliases = ["one", "two"]')
            return ()
        return tuple(self.table.text({"aliases": alias}, path) for alias in value)

    def claim(self, word: str, number: int, where: str) -> None:
        """Notes whose spelling a word is; two records cannot have one spelling."""
        key = self.key_of(word)
        path = (self.name, number, where)
        line = self.table.at(path).line
        other = self.spellings.setdefault(key, (number, line, word))
        if other[0] != number:
            same = f"«{word}»" if word == other[2] else f"«{word}» and «{other[2]}» count as one spelling"
            message = f"{same}: in line {other[1]} and in line {line}"
            self.table.wrong(path, message, f"two {self.name} records cannot share a spelling", "toml-twice")


def read_tags(data: bytes, path: str, languages: Sequence[str]) -> tuple[tuple[Tag, ...], tuple[Problem, ...]]:
    """(the tags in the order of the file, what is wrong). ``languages`` are the site's. Never raises."""
    table = TomlTable(path)
    records = _Records("tag", (), languages, table, fold).read(data)
    tags = tuple(Tag(record.id, record.names, record.aliases) for record in records)
    return tags, sort_problems(table.problems)


def read_people(data: bytes, path: str, languages: Sequence[str]) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    """(the people in the order of the file, what is wrong). ``languages`` are the site's. Never raises."""
    table = TomlTable(path)
    records = _Records("person", (), languages, table, fold).read(data)
    people = tuple(Person(record.id, record.names, record.aliases) for record in records)
    return people, sort_problems(table.problems)


def read_agencies(data: bytes, path: str, languages: Sequence[str]) -> tuple[tuple[Agency, ...], tuple[Problem, ...]]:
    """(the agencies in the order of the file, what is wrong). ``languages`` are the site's. Never raises."""
    table = TomlTable(path)
    records = _Records("agency", ("url",), languages, table, agency_key).read(data)
    agencies = tuple(Agency(record.id, record.names, record.aliases, record.url) for record in records)
    return agencies, sort_problems(table.problems)

"""The names under articles, resolved to people.

One person has a name in each language. Which names are one person's is told by people.toml; failing that, by place: the
first author that a translation names is the first its original names, where both name as many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from lisanayn.model.catalog import Card, CardText, PersonEntry
from lisanayn.model.person import Person, Role
from lisanayn.pages.naming import Addresses
from lisanayn.pages.site import Site, words
from lisanayn.problems import Location, Problem, warning
from lisanayn.text.folding import fold

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class People:
    """Everybody whom the stories name."""

    entries: tuple[PersonEntry, ...]
    """Sorted by id."""
    of_cards: tuple[tuple[tuple[str, str], ...], ...]
    """For each card: (name as written, id), each name once."""


@dataclass(slots=True)
class _Found:
    """A person while the names are read."""

    names: dict[str, str]
    source: str
    """The content file that names the person first."""
    lang: str = ""
    """Of that file."""
    id: str = ""
    """Given by people.toml; empty: made at the end from the names."""
    aliases: tuple[str, ...] = ()
    keys: list[str] = field(default_factory=list)
    """Folded spellings."""
    roles: dict[Role, dict[int, None]] = field(default_factory=dict)


def resolve_people(
    cards: Sequence[Card], listed: Iterable[Person], site: Site
) -> tuple[People, tuple[Problem, ...]]:
    """The people of all stories, whose names count as equal when they fold to one spelling."""
    names = _Names(site)
    for person in listed:
        names.take(person)
    for card in reversed(cards):
        names.read(card)
        names.pair(card)
    for position, card in enumerate(cards):
        for text, role, name in _bylines(card):
            names.found(name, text).roles.setdefault(role, {})[position] = None
    ids = names.ids()
    entries = [_entry(found, ids[id(found)], cards, site) for found in names.everybody() if found.roles]
    of_cards = [
        tuple({name: ids[id(names.found(name, text))] for text, _, name in _bylines(card)}.items()) for card in cards
    ]
    return People(tuple(sorted(entries, key=lambda e: e.person.id)), tuple(of_cards)), tuple(names.problems)


def _bylines(card: Card) -> Iterator[tuple[CardText, Role, str]]:
    for text in card.texts:
        for name in text.authors:
            yield text, "author", name
        for name in text.translators:
            yield text, "translator", name
        for name in text.reviewers:
            yield text, "reviewer", name


def _entry(found: _Found, ident: str, cards: Sequence[Card], site: Site) -> PersonEntry:
    positions = {position for cards_of in found.roles.values() for position in cards_of}
    names = [(code, found.names[code]) for code in site.languages if code in found.names]
    return PersonEntry(
        Person(ident, tuple(names) or ((found.lang, found.aliases[0]),), found.aliases),
        tuple([(role, tuple(found.roles[role])) for role in ROLES if role in found.roles]),
        tuple([(code, sum([bool(cards[p].path(code)) for p in positions])) for code in site.languages]),
    )


class _Names:
    """Every name met so far and whose it is."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._known: dict[str, _Found] = {}
        self._keys: dict[str, str] = {}
        self._addresses = Addresses("person", "list one of the two in content/people.toml with an id of its own", site)
        self._told: set[tuple[str, str]] = set()
        self._problems: list[Problem] = []

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the names."""
        return [*self._problems, *self._addresses.problems]

    def take(self, person: Person) -> None:
        """A person of people.toml."""
        found = _Found(dict(person.names), "", id=person.id, aliases=person.aliases)
        self._addresses.keep(person.id, next(iter(found.names.values()), person.id))
        for spelling in (*found.names.values(), *person.aliases):
            self._known.setdefault(self._key(spelling), found)

    def read(self, card: Card) -> None:
        """The names of a story; whoever is not known yet becomes a person."""
        for text, _, name in _bylines(card):
            found = self.found(name, text)
            # A Latin name in an Arabic text is a name in no particular language, and must not bar the Arabic one.
            if not found.id and text.lang not in found.names and words(name, text.lang).lang:
                found.names[text.lang] = name

    def pair(self, card: Card) -> None:
        """Joins the authors of a story with those that its translations name in their places."""
        first = card.texts[0]
        for text in card.texts[1:]:
            if len(text.authors) == len(first.authors):
                for name, other in zip(first.authors, text.authors, strict=True):
                    self._join(name, first, other, text)

    def found(self, name: str, text: CardText) -> _Found:
        """Whose name it is."""
        key = self._key(name)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _Found({}, text.source, text.lang)
            found.keys.append(key)
            if not words(name, text.lang).lang:
                found.aliases = (name,)
        return found

    def everybody(self) -> list[_Found]:
        """Each person once, in the order they were met."""
        return list({id(found): found for found in self._known.values()}.values())

    def ids(self) -> dict[int, str]:
        """The address of each person, by identity. Where addresses are Latin, a name in Latin letters makes it."""
        made = {}
        for found in self.everybody():
            spelled = (*found.names.values(), *found.aliases)
            latin = [name for name in spelled if self._site.slugs == "latin" and name.isascii()]
            made[id(found)] = found.id or self._addresses.give((*latin, *spelled)[0], found.source)
        return made

    def _key(self, name: str) -> str:
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = fold(name)
        return key

    def _join(self, name: str, text: CardText, other_name: str, other_text: CardText) -> None:
        one, other = self.found(name, text), self.found(other_name, other_text)
        if one is other:
            return
        if other.id:
            one, other = other, one
        if other.id or not one.names.keys().isdisjoint(other.names):
            self._disagree(name, other_name, other_text)
            return
        one.names |= other.names
        one.aliases += other.aliases
        one.keys += other.keys
        for key in other.keys:
            self._known[key] = one

    def _disagree(self, name: str, other_name: str, text: CardText) -> None:
        """Two people who would be one, but have different names in one language: never guessed, reported once."""
        if (name, other_name) not in self._told:
            self._told.add((name, other_name))
            message = f"{other_name!r} stands in the place of {name!r}, who has another name in this language elsewhere"
            hint = "list the person in content/people.toml with all spellings, or write the names in the same order"
            self._problems.append(warning("person-names", message, Location(text.source), hint))

"""Addresses for names that nobody gave an id: people and series."""

from __future__ import annotations

from lisanayn.pages import urls
from lisanayn.pages.site import Site
from lisanayn.problems import Location, Problem, warning
from lisanayn.text.slugs import slug_key, slugify


class Addresses:
    """Ids that are taken, of one kind of page. Give names in a fixed order, the oldest story's first: of two names with
    one address the later one gets a number."""

    def __init__(self, kind: str, remedy: str, site: Site) -> None:
        self._kind = kind
        self._remedy = remedy
        self._site = site
        self._taken: dict[str, str] = {}
        self.problems: list[Problem] = []

    def keep(self, ident: str, name: str) -> None:
        """Takes an id that a person gave."""
        self._taken[slug_key(ident)] = name

    def give(self, name: str, source: str) -> str:
        """An id of its own for a name, which a content file gives."""
        wanted = slugify(name, self._site.slugs) or self._kind
        if wanted.startswith(urls.RESERVED_TAGS):
            wanted = f"{self._kind}-{wanted}"
        ident, number = wanted, 1
        while slug_key(ident) in self._taken:
            number += 1
            ident = f"{wanted}-{number}"
        if number > 1:
            other = self._taken[slug_key(wanted)]
            message = f"the {self._kind} {name!r} would have the address of {other!r}, {wanted!r}; it has {ident!r}"
            self.problems.append(warning("name-address-twice", message, Location(source), self._remedy))
        self._taken[slug_key(ident)] = name
        return ident

"""Lists before their views are made.

A list is planned as plain data (*terms*) and the stories that it shows, in their order. So a build can keep its plans,
and when the words of a story change, and nothing else, the lists that show it are made again and no other is planned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.tag import Tag
from lisanayn.pages.site import Site
from lisanayn.record import record

Listed = tuple[Card, tuple[Tag, ...]]
"""A story and its tags, in the author's order; without tags for kinds that show none."""


@record
class ListKind:
    """One kind of list."""

    name: str
    template: str
    terms: type
    """A record of plain values: all that decides about a list besides its stories and the site's constants."""
    make: Callable[[Any, Sequence[Listed], Site], Page]
    """(terms, stories, site) → the page."""
    mark: Callable[[Card, Sequence[Tag]], str]
    """Names all that such a list shows of a story."""
    topics: bool = False
    """Whether it shows tags of its stories."""


def digest_of(card: Card, _: Sequence[Tag]) -> str:
    """The mark of a kind that may show anything of a card."""
    return card.digest


def planned(kind: ListKind, path: str, terms: object, shows: Sequence[int], catalog: Catalog, site: Site) -> ListPlan:
    """A list of a catalog. ``shows``: positions of its stories."""
    cards, tags = catalog.cards, catalog.card_tags if kind.topics else ((),) * len(catalog.cards)
    listed = [(cards[position], tags[position]) for position in shows]
    return plan_of(kind, path, terms, listed, site)


def plan_of(kind: ListKind, path: str, terms: object, listed: Sequence[Listed], site: Site) -> ListPlan:
    """A list of these stories."""
    inputs = (kind.name, terms, *[kind.mark(card, tags) for card, tags in listed])
    slugs = tuple([card.slug for card, _ in listed])
    return ListPlan(path, kind.template, inputs, partial(kind.make, terms, listed, site), kind.name, terms, slugs)

"""Cards into the catalog: order, tags, addresses; and for each story its place among the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from lisanayn.model.catalog import Card, Catalog, Place
from lisanayn.model.person import Person
from lisanayn.model.picture import PictureFile
from lisanayn.model.tag import Tag
from lisanayn.pages import urls
from lisanayn.pages.addresses import Former, settle_redirects
from lisanayn.pages.bylines import resolve_people
from lisanayn.pages.cards import make_card
from lisanayn.pages.places import make_places
from lisanayn.pages.serials import resolve_series
from lisanayn.pages.site import Site
from lisanayn.pages.topics import resolve_tags, tag_entries
from lisanayn.problems import Location, Problem, error
from lisanayn.text.slugs import RESERVED, slug_fault, slug_key

__all__ = ["Card", "Catalog", "Place", "make_card", "make_catalog", "place_of"]

_UNDATED = datetime.min.replace(tzinfo=UTC)


def make_catalog(
    cards: Iterable[Card],
    tags: Sequence[Tag],
    site: Site,
    people: Sequence[Person] = (),
    former: Former | None = None,
) -> tuple[Catalog, tuple[Problem, ...]]:
    """All stories newest first, with their tags, people and series; and what is wrong between them. ``tags`` and
    ``people`` are those of the site's tables, ``former`` the addresses that stories had before.

    Of two stories that want one address the first by file name is kept, so no page ever overwrites another.
    Stories without a date stand last.
    """
    kept, problems = _without_collisions(sorted(cards, key=lambda card: card.texts[0].source))
    kept.sort(key=lambda card: card.slug)
    kept.sort(key=lambda card: card.date.instant if card.date else _UNDATED, reverse=True)
    card_tags, tag_problems = resolve_tags(kept, tags, site)
    found, people_problems = resolve_people(kept, people, site)
    series, series_problems = resolve_series(kept, site)
    redirects, alias_problems = settle_redirects(kept, former or {}, site)
    places = make_places(kept, card_tags, series, found, site)
    catalog = Catalog(
        cards=tuple(kept),
        tags=tag_entries(kept, card_tags, site),
        card_tags=card_tags,
        places={slug: replace(place, redirects=redirects[slug]) for slug, place in places.items()},
        people=found.entries,
        series=series,
    )
    return catalog, (*problems, *tag_problems, *people_problems, *series_problems, *alias_problems)


def place_of(catalog: Catalog, slug: str, pictures: tuple[PictureFile, ...]) -> Place:
    """What the pages of a story, named by its key, show of the rest of the site, and its pictures."""
    return replace(catalog.places[slug], pictures=pictures)


def _without_collisions(cards: Iterable[Card]) -> tuple[list[Card], list[Problem]]:
    """The cards whose addresses are their own, and a problem for every other."""
    taken: dict[str, str] = {}
    kept: list[Card] = []
    problems: list[Problem] = []
    for card in cards:
        pages = [(page.path, card.texts[0].source) for page in card.stand_ins]
        pages += [(text.path, text.source) for text in card.texts]
        faults = [fault for path, source in pages for fault in _address_faults(path, source, taken)]
        problems += faults
        if faults:
            continue
        kept.append(card)
        taken |= {_key(path): source for path, source in pages}
    return kept, problems


def _key(path: str) -> str:
    lang, _, rest = path.partition("/")
    return f"{lang}/{slug_key(rest.removesuffix('/' + urls.INDEX))}"


def _address_faults(path: str, source: str, taken: dict[str, str]) -> Iterable[Problem]:
    slug = path.split("/")[1] if path.count("/") == 2 else path
    at = Location(source)
    if other := taken.get(_key(path)):
        yield error(
            "address-twice",
            f"{source} and {other} would have the same address, {slug!r}",
            at,
            "give one of the two another 'slug' in its front matter",
        )
    elif slug_key(slug) in RESERVED:
        yield error("address-reserved", f"the address {slug!r} is used by the site itself", at, "choose another 'slug'")
    elif fault := slug_fault(slug):
        yield error("address-bad", f"the slug {slug!r} {fault}", at, "choose another 'slug'")

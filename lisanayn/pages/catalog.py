"""Cards into the catalog: order, tags, addresses; and for each story its place among the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from lisanayn.model.catalog import Card, CardText, Catalog, Neighbours, Place, StoryLink
from lisanayn.model.picture import PictureFile
from lisanayn.model.tag import Tag
from lisanayn.pages import urls
from lisanayn.pages.cards import make_card
from lisanayn.pages.site import Site
from lisanayn.pages.topics import resolve_tags, tag_entries
from lisanayn.problems import Location, Problem, error
from lisanayn.text.slugs import slug_fault, slug_key

__all__ = ["Card", "Catalog", "Place", "make_card", "make_catalog", "place_of"]

_UNDATED = datetime.min.replace(tzinfo=UTC)


def make_catalog(cards: Iterable[Card], tags: Sequence[Tag], site: Site) -> tuple[Catalog, tuple[Problem, ...]]:
    """All stories newest first, with their tags; and what is wrong between them.

    Of two stories that want one address the first by file name is kept, so no page ever overwrites another.
    Stories without a date stand last.
    """
    kept, problems = _without_collisions(sorted(cards, key=lambda card: card.texts[0].source))
    kept.sort(key=lambda card: card.slug)
    kept.sort(key=lambda card: card.date.instant if card.date else _UNDATED, reverse=True)
    card_tags, tag_problems = resolve_tags(kept, tags, site)
    entries = tag_entries(kept, card_tags, site)
    places = _places(kept, card_tags, site)
    return Catalog(tuple(kept), entries, card_tags, places), (*problems, *tag_problems)


def place_of(catalog: Catalog, slug: str, pictures: tuple[PictureFile, ...]) -> Place:
    """What the pages of a story, named by its key, show of the rest of the site, and its pictures."""
    return replace(catalog.places[slug], pictures=pictures)


def _places(cards: Sequence[Card], card_tags: Sequence[tuple[Tag, ...]], site: Site) -> dict[str, Place]:
    """For each card its place, without pictures."""
    neighbours: list[list[Neighbours]] = [[] for _ in cards]
    for lang in site.languages:
        listed = [(i, text) for i, card in enumerate(cards) if (text := card.text(lang))]
        links = [_link(cards[i], text) for i, text in listed]
        for n, (i, _) in enumerate(listed):
            newer = links[n - 1] if n else None
            older = links[n + 1] if n + 1 < len(links) else None
            neighbours[i].append(Neighbours(lang, newer, older))
    return {
        card.slug: Place(tuple([(text.lang, text.path) for text in card.texts]), tuple(around), tags)
        for card, around, tags in zip(cards, neighbours, card_tags, strict=True)
    }


def _link(card: Card, text: CardText) -> StoryLink:
    second = card.second(text.lang)
    return StoryLink(text.path, text.title, second.title, second.lang) if second else StoryLink(text.path, text.title)


def _without_collisions(cards: Iterable[Card]) -> tuple[list[Card], list[Problem]]:
    """The cards whose addresses are their own, and a problem for every other."""
    taken: dict[str, str] = {}
    kept: list[Card] = []
    problems: list[Problem] = []
    for card in cards:
        faults = [fault for text in card.texts for fault in _address_faults(text, taken)]
        problems += faults
        if faults:
            continue
        kept.append(card)
        taken |= {_key(text.path): text.source for text in card.texts}
    return kept, problems


def _key(path: str) -> str:
    lang, _, rest = path.partition("/")
    return f"{lang}/{slug_key(rest.removesuffix('/' + urls.INDEX))}"


def _address_faults(text: CardText, taken: dict[str, str]) -> Iterable[Problem]:
    slug = text.path.split("/")[1] if text.path.count("/") == 2 else text.path
    at = Location(text.source)
    if other := taken.get(_key(text.path)):
        yield error(
            "address-twice",
            f"{text.source} and {other} would have the same address, {slug!r}",
            at,
            "give one of the two another 'slug' in its front matter",
        )
    elif slug in urls.RESERVED:
        yield error("address-reserved", f"the address {slug!r} is used by the site itself", at, "choose another 'slug'")
    elif fault := slug_fault(slug):
        yield error("address-bad", f"the slug {slug!r} {fault}", at, "choose another 'slug'")

"""For each story its place among the others: all that its pages show of them, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.model.catalog import Card, Neighbours, Place, SeriesEntry, SeriesPlace, StoryLink
from lisanayn.model.tag import Tag
from lisanayn.pages import urls
from lisanayn.pages.bylines import People
from lisanayn.pages.entries import name_in
from lisanayn.pages.related import rank_related
from lisanayn.pages.site import Site

Links = dict[int, StoryLink]
"""Position of a card → the link to it, in one language."""


def make_places(
    cards: Sequence[Card],
    card_tags: Sequence[tuple[Tag, ...]],
    series: Sequence[SeriesEntry],
    people: People,
    site: Site,
) -> dict[str, Place]:
    """The place of each card by its key, without pictures."""
    neighbours: list[list[Neighbours]] = [[] for _ in cards]
    days = [card.date.day.toordinal() if card.date else 0 for card in cards]
    ranked: dict[tuple[int, ...], dict[int, tuple[int, ...]]] = {}
    for lang in site.languages:
        readable = tuple([i for i, card in enumerate(cards) if card.text(lang)])
        if readable not in ranked:
            ranked[readable] = rank_related(card_tags, days, readable, site.related)
        near = ranked[readable]
        links: Links = {i: link for i, card in enumerate(cards) if (link := story_link(card, lang))}
        parts = {p: place for entry in series for p, place in _series_places(entry, lang, links, site)}
        listed = list(links)
        for n, i in enumerate(listed):
            neighbours[i].append(
                Neighbours(
                    lang,
                    newer=links[listed[n - 1]] if n else None,
                    older=links[listed[n + 1]] if n + 1 < len(listed) else None,
                    series=parts.get(i),
                    related=tuple([links[other] for other in near.get(i, ())]),
                )
            )
    return {
        card.slug: Place(
            pages=tuple([(text.lang, text.path) for text in card.texts]),
            neighbours=tuple(neighbours[i]),
            tags=card_tags[i],
            stand_ins=card.stand_ins,
            people=people.of_cards[i],
        )
        for i, card in enumerate(cards)
    }


def story_link(card: Card, lang: str) -> StoryLink | None:
    """The link to a story from a page in a language; None when lists of that language leave the story out."""
    text = card.text(lang)
    if text:
        second = card.second(lang)
        if second is None:
            return StoryLink(text.path, text.title)
        return StoryLink(text.path, text.title, second.title, second.lang)
    path = card.path(lang)
    return StoryLink(path, card.texts[0].title, lang=card.texts[0].lang) if path else None


def _series_places(entry: SeriesEntry, lang: str, links: Links, site: Site) -> list[tuple[int, SeriesPlace]]:
    """(position, place) of those stories of a series that lists of the language show."""
    name, name_lang = name_in(entry.names, lang)
    path = urls.series(lang, entry.id)
    count = max(*entry.numbers, len(entry.cards))
    shown = [(p, number) for p, number in zip(entry.cards, entry.numbers, strict=True) if p in links]
    return [
        (
            position,
            SeriesPlace(
                name, name_lang, path, number, count,
                previous=links[shown[n - 1][0]] if n else None,
                next=links[shown[n + 1][0]] if n + 1 < len(shown) else None,
            ),
        )
        for n, (position, number) in enumerate(shown)
    ]  # fmt: skip

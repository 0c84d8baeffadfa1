"""Series: stories that are read in an order."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.model.catalog import Card, SeriesEntry
from lisanayn.pages.naming import Addresses
from lisanayn.pages.site import Site
from lisanayn.problems import Location, Problem, warning
from lisanayn.text.folding import fold


def resolve_series(cards: Sequence[Card], site: Site) -> tuple[tuple[SeriesEntry, ...], tuple[Problem, ...]]:
    """Every series, sorted by id. All spellings with one folded form are one series; its name in each language is the
    one that its oldest story gives."""
    members: dict[str, list[int]] = {}
    for position in reversed(range(len(cards))):
        if cards[position].series and (key := fold(cards[position].series)):
            members.setdefault(key, []).append(position)
    addresses = Addresses("series", "give one of the two series another name", site)
    entries, problems = [], []
    for positions in members.values():
        first = cards[positions[0]]
        ident = addresses.give(_for_address(first, site), first.texts[0].source)
        problems += _repeated(positions, cards)
        ordered = sorted(positions, key=lambda p: cards[p].part or len(cards) + _MOST_PARTS)
        numbers: list[int] = []
        for position in ordered:
            numbers.append(cards[position].part or max(len(numbers), *numbers[-1:], 0) + 1)
        names = {first.texts[0].lang: first.series}
        for position in positions:
            for text in cards[position].texts:
                if text.series:
                    names.setdefault(text.lang, text.series)
        kept = tuple([(code, names[code]) for code in site.languages if code in names])
        entries.append(SeriesEntry(ident, kept, tuple(ordered), tuple(numbers)))
    return tuple(sorted(entries, key=lambda entry: entry.id)), (*problems, *addresses.problems)


def _for_address(card: Card, site: Site) -> str:
    """The name that makes the address: where addresses are Latin, one in Latin letters."""
    latin = [text.series for text in card.texts if site.slugs == "latin" and text.series and text.series.isascii()]
    return latin[0] if latin else card.series


_MOST_PARTS = 10_000
"""Stories without a number follow all that have one, by date."""


def _repeated(positions: Sequence[int], cards: Sequence[Card]) -> list[Problem]:
    first: dict[int, Card] = {}
    problems = []
    for card in [cards[p] for p in positions if cards[p].part]:
        other = first.setdefault(card.part, card)
        if other is not card:
            message = f"{card.texts[0].source} and {other.texts[0].source} are both part {card.part} of {card.series!r}"
            at = Location(card.texts[0].source)
            problems.append(warning("series-part-twice", message, at, "give one of the two another 'part'"))
    return problems

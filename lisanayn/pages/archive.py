"""The archive: all stories by year and month."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.list_views import ArchiveView, MonthGroup, MonthLink, YearLink, YearView
from lisanayn.model.page import ListPlan, Page
from lisanayn.pages import urls
from lisanayn.pages.entries import story_row
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site
from lisanayn.settings import localized
from lisanayn.text.dates import month_name
from lisanayn.text.languages import LANGUAGES

Months = list[tuple[int, list[Card]]]
"""(month, its stories newest first), the last month first."""


def make_archive(catalog: Catalog, site: Site) -> Iterator[Page | ListPlan]:
    """In each language a list of the years, and for each year that has stories a page with its months."""
    years = {lang: _years([card for card in catalog.cards if card.path(lang)]) for lang in site.languages}
    for lang in site.languages:
        yield _index(lang, years[lang], [c for c in catalog.cards if c.path(lang) and c.date is None], site)
        around = ["", *years[lang], ""]
        for n, (year, months) in enumerate(years[lang].items(), 1):
            across = [(code, urls.archive(code, year)) for code in site.languages if year in years[code]]
            beside = (around[n - 1], around[n + 1])
            inputs = (*across, *beside, *[card.digest for _, cards in months for card in cards])
            make = partial(_year, lang, year, months, across, beside, site)
            yield ListPlan(urls.archive(lang, year), "year.html", inputs, make)


def _years(cards: list[Card]) -> dict[str, Months]:
    """Year → its months, the last year first: the days as their authors wrote them."""
    dated = sorted([card for card in cards if card.date], key=_month, reverse=True)
    found: dict[str, Months] = {}
    for (year, month), group in groupby(dated, key=_month):
        found.setdefault(f"{year:04}", []).append((month, list(group)))
    return found


def _month(card: Card) -> tuple[int, int]:
    return (card.date.day.year, card.date.day.month) if card.date else (0, 0)


def _index(lang: str, years: dict[str, Months], undated: list[Card], site: Site) -> Page:
    path = urls.archive(lang)
    count = sum([len(cards) for months in years.values() for _, cards in months]) + len(undated)
    pages = [(code, urls.archive(code)) for code in site.languages]
    frame = make_frame(Outline(path, lang, "", "", pages), site)
    rows = []
    for year, months in years.items():
        href = urls.href(urls.archive(lang, year), frame.root)
        links = [_month_link(month, len(cards), href, lang, site) for month, cards in months]
        rows.append(YearLink(year, href, sum([link.count for link in links]), tuple(links)))
    view = ArchiveView(
        frame, count, tuple(rows), tuple([story_row(card, lang, site, frame.root) for card in undated])
    )
    return Page(path, "archive.html", view)


def _month_link(month: int, count: int, year: str, lang: str, site: Site) -> MonthLink:
    return MonthLink(_id(month), _name(month, lang, site), f"{year}#{_id(month)}", count)


def _year(
    lang: str, year: str, months: Months, across: list[tuple[str, str]], around: tuple[str, str], site: Site
) -> Page:
    path = urls.archive(lang, year)
    frame = make_frame(Outline(path, lang, "", "", across), site)
    groups = [
        MonthGroup(_id(month), _name(month, lang, site), tuple([story_row(c, lang, site, frame.root) for c in cards]))
        for month, cards in months
    ]
    newer, older = [urls.href(urls.archive(lang, one), frame.root) if one else "" for one in around]
    view = YearView(
        frame, year, sum([len(group.rows) for group in groups]), tuple(groups), newer, older,
        archive=urls.href(urls.archive(lang), frame.root),
    )  # fmt: skip
    return Page(path, "year.html", view)


def _id(month: int) -> str:
    return f"m{month:02}"


def _name(month: int, lang: str, site: Site) -> str:
    return month_name(month, LANGUAGES[lang], localized(site.months, lang), alone=True)

"""The archive: all stories by year and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.list_views import ArchiveView, MonthGroup, MonthLink, YearLink, YearView
from lisanayn.model.page import ListPlan, Page
from lisanayn.pages import urls
from lisanayn.pages.entries import story_row
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.planning import Listed, ListKind, digest_of, planned
from lisanayn.pages.site import Site
from lisanayn.record import record
from lisanayn.settings import localized
from lisanayn.text.dates import month_name
from lisanayn.text.languages import LANGUAGES

Months = list[tuple[int, list[int]]]
"""(month, positions of its stories, newest first), the last month first."""


@record
class YearTerms:
    """A year in a language."""

    lang: str
    year: str
    months: tuple[tuple[int, int], ...]
    """(month, its stories), the last month first."""
    across: tuple[tuple[str, str], ...]
    """(language code, path) of the year's pages."""
    newer: str
    older: str
    """Years; empty for none."""


def make_archive(catalog: Catalog, site: Site) -> Iterator[Page | ListPlan]:
    """In each language a list of the years, and for each year that has stories a page with its months."""
    years = {lang: _years(catalog, lang) for lang in site.languages}
    for lang in site.languages:
        yield _index(lang, years[lang], [c for c in catalog.cards if c.path(lang) and c.date is None], site)
        around = ["", *years[lang], ""]
        for n, (year, months) in enumerate(years[lang].items(), 1):
            across = tuple([(code, urls.archive(code, year)) for code in site.languages if year in years[code]])
            counts = tuple([(month, len(positions)) for month, positions in months])
            terms = YearTerms(lang, year, counts, across, around[n - 1], around[n + 1])
            shown = [position for _, positions in months for position in positions]
            yield planned(YEAR, urls.archive(lang, year), terms, shown, catalog, site)


def _years(catalog: Catalog, lang: str) -> dict[str, Months]:
    """Year → its months, the last year first: the days as their authors wrote them."""
    cards = catalog.cards
    dated = [position for position, card in enumerate(cards) if card.date and card.path(lang)]
    dated.sort(key=lambda position: _month(cards[position]), reverse=True)
    found: dict[str, Months] = {}
    for (year, month), group in groupby(dated, key=lambda position: _month(cards[position])):
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


def _year(terms: YearTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang = terms.lang
    path = urls.archive(lang, terms.year)
    frame = make_frame(Outline(path, lang, "", "", terms.across), site)
    rows = iter([story_row(card, lang, site, frame.root) for card, _ in listed])
    groups = [
        MonthGroup(_id(month), _name(month, lang, site), tuple(islice(rows, count))) for month, count in terms.months
    ]
    newer, older = [urls.href(urls.archive(lang, one), frame.root) if one else "" for one in (terms.newer, terms.older)]
    view = YearView(
        frame, terms.year, len(listed), tuple(groups), newer, older,
        archive=urls.href(urls.archive(lang), frame.root),
    )  # fmt: skip
    return Page(path, YEAR.template, view)


YEAR = ListKind("year", "year.html", YearTerms, _year, digest_of)


def _id(month: int) -> str:
    return f"m{month:02}"


def _name(month: int, lang: str, site: Site) -> str:
    return month_name(month, LANGUAGES[lang], localized(site.months, lang), alone=True)

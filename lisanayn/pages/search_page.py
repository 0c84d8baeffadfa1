"""The search page: search itself for those who have scripts, every title for those who have not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.frame import Section
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.tag import Tag
from lisanayn.model.views import SearchView, TitleRow
from lisanayn.pages import urls
from lisanayn.pages.entries import make_pager, page_count
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.planning import Listed, ListKind, planned
from lisanayn.pages.site import Site, columns, words
from lisanayn.record import record

PER_PAGE = 500
"""Titles on one page: few enough to open quickly, many enough for the browser's own search to be of use."""


@record
class SearchTerms:
    """One page of a language's titles."""

    lang: str
    number: int
    count: int
    """Pages of the whole list."""
    total: int
    """Its titles."""


def make_search_pages(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """In each language a plain list of every title, newest first, over as many pages as it takes."""
    for lang in site.languages:
        positions = [position for position, card in enumerate(catalog.cards) if card.text(lang)]
        count = page_count(len(positions), PER_PAGE)
        for number in range(1, count + 1):
            terms = SearchTerms(lang, number, count, len(positions))
            shown = positions[(number - 1) * PER_PAGE : number * PER_PAGE]
            yield planned(TITLES, urls.search(lang, number), terms, shown, catalog, site)


def _titles(terms: SearchTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang, number = terms.lang, terms.number
    path = urls.search(lang, number)
    pages = [(code, urls.search(code)) for code in site.languages if code != lang] + [(lang, path)]
    outline = Outline(path, lang, "", "", pages, paired=number == 1, here=Section.SEARCH, current=number == 1)
    frame = make_frame(outline, site)
    rows = [_row(card, lang, frame.root) for card, _ in listed]
    pager = make_pager(number, terms.count, partial(urls.search, lang), frame.root)
    return Page(path, TITLES.template, SearchView(frame, tuple(rows), terms.total, pager))


def _mark(card: Card, _: Sequence[Tag]) -> str:
    return "\n".join([f"{text.lang} {text.path} {text.title}" for text in card.texts])


TITLES = ListKind("titles", "search.html", SearchTerms, _titles, _mark)


def _row(card: Card, lang: str, root: str) -> TitleRow:
    text, second = card.text(lang), card.second(lang)
    if text is None:
        raise ValueError(f"{card.slug} cannot be read in {lang}")
    own_column, other_column = columns(lang, second.lang if second else lang)
    return TitleRow(
        urls.href(text.path, root),
        words(text.title, lang),
        own_column,
        words(second.title, second.lang) if second else None,
        other_column,
    )

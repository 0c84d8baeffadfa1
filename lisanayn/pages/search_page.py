"""The search page: search itself for those who have scripts, every title for those who have not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.frame import Section
from lisanayn.model.page import Page
from lisanayn.model.views import SearchView, TitleRow
from lisanayn.pages import urls
from lisanayn.pages.entries import make_pager, page_count
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, columns, words

PER_PAGE = 500
"""Titles on one page: few enough to open quickly, many enough for the browser's own search to be of use."""


def make_search_pages(catalog: Catalog, site: Site) -> Iterator[Page]:
    """In each language a plain list of every title, newest first, over as many pages as it takes."""
    for lang in site.languages:
        cards = [card for card in catalog.cards if card.text(lang)]
        count = page_count(len(cards), PER_PAGE)
        for number in range(1, count + 1):
            yield _make_page(lang, cards, number, count, site)


def _make_page(lang: str, cards: list[Card], number: int, count: int, site: Site) -> Page:
    path = urls.search(lang, number)
    pages = [(code, urls.search(code)) for code in site.languages if code != lang] + [(lang, path)]
    outline = Outline(path, lang, "", "", pages, paired=number == 1, here=Section.SEARCH, current=number == 1)
    frame = make_frame(outline, site)
    rows = [_row(card, lang, frame.root) for card in cards[(number - 1) * PER_PAGE : number * PER_PAGE]]
    pager = make_pager(number, count, partial(urls.search, lang), frame.root)
    return Page(path, "search.html", SearchView(frame, tuple(rows), len(cards), pager))


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

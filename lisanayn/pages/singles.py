"""Pages of their own: the list of everything, and the page for addresses that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.frame import Link, Section
from lisanayn.model.page import Page
from lisanayn.model.views import NotFoundView, SearchView, TitleRow
from lisanayn.pages import urls
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, columns, sides, words
from lisanayn.text.languages import LANGUAGES


def make_search_pages(catalog: Catalog, site: Site) -> Iterator[Page]:
    """In each language a plain list of every title, for the browser's own search and for readers without script."""
    for lang in site.languages:
        path = urls.search(lang)
        pages = [(code, urls.search(code)) for code in site.languages]
        frame = make_frame(Outline(path, lang, "", "", pages, here=Section.SEARCH, current=True), site)
        rows = [_row(card, lang, frame.root) for card in catalog.cards if card.text(lang)]
        yield Page(path, "search.html", SearchView(frame, tuple(rows)))


def make_not_found(_: Catalog, site: Site) -> Iterator[Page]:
    """One page in all languages. A host shows it at any address, so its links start from the site's own address;
    where the site has none they are relative and work at the top only."""
    lang = site.languages[0]
    root = urls.base_path(site.base_url)
    outline = Outline(urls.NOT_FOUND, lang, "", "", [(c, urls.home(c)) for c in site.languages], indexed=False)
    frame = make_frame(outline, site, root)
    own, other = sides(lang, next((c for c in site.languages if c != lang), ""), lang)
    homes = [Link(urls.href(urls.home(code), root), words(LANGUAGES[code].name, code)) for code in site.languages]
    yield Page(urls.NOT_FOUND, "404.html", NotFoundView(frame, (own, other) if other else (own,), tuple(homes)))


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

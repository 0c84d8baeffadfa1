"""The homes: each language's stories, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lisanayn.model.catalog import Catalog
from lisanayn.model.frame import Link, Section
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.views import ChooserView, HomeView
from lisanayn.pages import urls
from lisanayn.pages.entries import entry_mark, make_entry, make_pager, page_count
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.planning import Listed, ListKind, planned
from lisanayn.pages.site import Site, words
from lisanayn.record import record
from lisanayn.settings import localized
from lisanayn.text.languages import LANGUAGES


@record
class HomeTerms:
    """One page of a language's list."""

    path: str
    lang: str
    number: int
    count: int
    """Pages of the whole list."""
    pages: tuple[tuple[str, str], ...]
    start: str
    """As ``frame.Outline``'s, this and the next."""
    canonical: str


def make_homes(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """Every language's list, page by page."""
    listed = {lang: _listed(catalog, lang) for lang in site.languages}
    counts = {lang: page_count(len(positions), site.per_page) for lang, positions in listed.items()}
    for lang, positions in listed.items():
        for number in range(1, counts[lang] + 1):
            here = tuple([(code, urls.home(code, number if number <= counts[code] else 1)) for code in site.languages])
            start = urls.ROOT if number == 1 else ""
            terms = HomeTerms(urls.home(lang, number), lang, number, counts[lang], here, start, "")
            shown = positions[(number - 1) * site.per_page : number * site.per_page]
            yield planned(HOME, terms.path, terms, shown, catalog, site)


def make_root(catalog: Catalog, site: Site) -> Iterator[Page | ListPlan]:
    """``/``: a choice of languages, or the first language's home."""
    lang = site.languages[0]
    homes = tuple([(code, urls.home(code)) for code in site.languages])
    if site.chooser:
        frame = make_frame(Outline(urls.ROOT, lang, "", localized(site.taglines, lang), homes, start=urls.ROOT), site)
        choices = [Link(urls.href(path, frame.root), words(LANGUAGES[code].name, code)) for code, path in homes]
        yield Page(urls.ROOT, "chooser.html", ChooserView(frame, tuple(choices)))
        return
    positions = _listed(catalog, lang)
    count = page_count(len(positions), site.per_page)
    terms = HomeTerms(urls.ROOT, lang, 1, count, homes, "", urls.home(lang))
    yield planned(HOME, terms.path, terms, positions[: site.per_page], catalog, site)


def _listed(catalog: Catalog, lang: str) -> list[int]:
    return [position for position, card in enumerate(catalog.cards) if card.path(lang)]


def _home(terms: HomeTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang, first = terms.lang, terms.number == 1
    outline = Outline(
        terms.path, lang, "", localized(site.taglines, lang), terms.pages, first, terms.start, Section.HOME,
        current=first, canonical=terms.canonical,
    )  # fmt: skip
    frame = make_frame(outline, site)
    view = HomeView(
        frame=frame,
        entries=tuple([make_entry(card, tags, lang, site, frame.root) for card, tags in listed]),
        lead=first,
        pager=make_pager(terms.number, terms.count, lambda n: urls.home(lang, n), frame.root),
    )
    return Page(terms.path, HOME.template, view)


HOME = ListKind("home", "home.html", HomeTerms, _home, entry_mark, topics=True)

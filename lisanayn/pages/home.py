"""The homes: each language's stories, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.frame import Link, Section
from lisanayn.model.page import Page
from lisanayn.model.tag import Tag
from lisanayn.model.views import ChooserView, HomeView
from lisanayn.pages import urls
from lisanayn.pages.entries import make_entry, make_pager, page_count
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, words
from lisanayn.settings import localized
from lisanayn.text.languages import LANGUAGES

Listed = list[tuple[Card, tuple[Tag, ...]]]


def make_homes(catalog: Catalog, site: Site) -> Iterator[Page]:
    """Every language's list, page by page."""
    listed = {lang: _listed(catalog, lang) for lang in site.languages}
    counts = {lang: page_count(len(cards), site.per_page) for lang, cards in listed.items()}
    for lang, cards in listed.items():
        for number in range(1, counts[lang] + 1):
            here = [(code, urls.home(code, number if number <= counts[code] else 1)) for code in site.languages]
            start = urls.ROOT if number == 1 else ""
            outline = _outline(urls.home(lang, number), lang, site, here, start, first=number == 1)
            yield Page(outline.path, "home.html", _home(cards, number, counts[lang], outline, site))


def make_root(catalog: Catalog, site: Site) -> Iterator[Page]:
    """``/``: a choice of languages, or the first language's home."""
    lang = site.languages[0]
    homes = [(code, urls.home(code)) for code in site.languages]
    if site.chooser:
        frame = make_frame(Outline(urls.ROOT, lang, "", localized(site.taglines, lang), homes), site)
        choices = [Link(urls.href(path, frame.root), words(LANGUAGES[code].name, code)) for code, path in homes]
        yield Page(urls.ROOT, "chooser.html", ChooserView(frame, tuple(choices)))
        return
    cards = _listed(catalog, lang)
    outline = _outline(urls.ROOT, lang, site, homes, "", first=True, canonical=urls.home(lang))
    yield Page(urls.ROOT, "home.html", _home(cards, 1, page_count(len(cards), site.per_page), outline, site))


def _listed(catalog: Catalog, lang: str) -> Listed:
    pairs = zip(catalog.cards, catalog.card_tags, strict=True)
    return [(card, tags) for card, tags in pairs if card.text(lang)]


def _outline(
    path: str, lang: str, site: Site, pages: list[tuple[str, str]], start: str, *, first: bool, canonical: str = ""
) -> Outline:
    words = localized(site.taglines, lang)
    return Outline(path, lang, "", words, pages, first, start, Section.HOME, current=first, canonical=canonical)


def _home(cards: Listed, number: int, count: int, outline: Outline, site: Site) -> HomeView:
    frame = make_frame(outline, site)
    shown = cards[(number - 1) * site.per_page : number * site.per_page]
    return HomeView(
        frame=frame,
        entries=tuple([make_entry(card, tags, outline.lang, site, frame.root) for card, tags in shown]),
        lead=number == 1,
        pager=make_pager(number, count, lambda n: urls.home(outline.lang, n), frame.root),
    )

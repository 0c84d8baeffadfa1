"""The homes: each language's stories, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lisanayn.model.catalog import Catalog
from lisanayn.model.frame import Link, Section
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.views import ChooserView, HomeView
from lisanayn.pages import urls
from lisanayn.pages.entries import entry_marks, make_entry, make_pager, page_count
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, words
from lisanayn.settings import localized
from lisanayn.text.languages import LANGUAGES


def make_homes(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """Every language's list, page by page."""
    marks = entry_marks(catalog)
    listed = {lang: _listed(catalog, lang) for lang in site.languages}
    counts = {lang: page_count(len(positions), site.per_page) for lang, positions in listed.items()}
    for lang, positions in listed.items():
        for number in range(1, counts[lang] + 1):
            here = [(code, urls.home(code, number if number <= counts[code] else 1)) for code in site.languages]
            start = urls.ROOT if number == 1 else ""
            outline = _outline(urls.home(lang, number), lang, site, here, start, first=number == 1)
            shown = positions[(number - 1) * site.per_page : number * site.per_page]
            yield _plan(shown, number, counts[lang], outline, marks, catalog, site)


def make_root(catalog: Catalog, site: Site) -> Iterator[Page | ListPlan]:
    """``/``: a choice of languages, or the first language's home."""
    lang = site.languages[0]
    homes = [(code, urls.home(code)) for code in site.languages]
    if site.chooser:
        frame = make_frame(Outline(urls.ROOT, lang, "", localized(site.taglines, lang), homes, start=urls.ROOT), site)
        choices = [Link(urls.href(path, frame.root), words(LANGUAGES[code].name, code)) for code, path in homes]
        yield Page(urls.ROOT, "chooser.html", ChooserView(frame, tuple(choices)))
        return
    positions = _listed(catalog, lang)
    outline = _outline(urls.ROOT, lang, site, homes, "", first=True, canonical=urls.home(lang))
    count = page_count(len(positions), site.per_page)
    yield _plan(positions[: site.per_page], 1, count, outline, entry_marks(catalog), catalog, site)


def _listed(catalog: Catalog, lang: str) -> list[int]:
    return [position for position, card in enumerate(catalog.cards) if card.path(lang)]


def _outline(
    path: str, lang: str, site: Site, pages: list[tuple[str, str]], start: str, *, first: bool, canonical: str = ""
) -> Outline:
    words = localized(site.taglines, lang)
    return Outline(path, lang, "", words, pages, first, start, Section.HOME, current=first, canonical=canonical)


def _plan(
    shown: Sequence[int],
    number: int,
    count: int,
    outline: Outline,
    marks: Sequence[str],
    catalog: Catalog,
    site: Site,
) -> ListPlan:
    def make() -> Page:
        frame = make_frame(outline, site)
        cards, tags = catalog.cards, catalog.card_tags
        view = HomeView(
            frame=frame,
            entries=tuple([make_entry(cards[i], tags[i], outline.lang, site, frame.root) for i in shown]),
            lead=number == 1,
            pager=make_pager(number, count, lambda n: urls.home(outline.lang, n), frame.root),
        )
        return Page(outline.path, "home.html", view)

    inputs = (number, count, *outline.pages, *[marks[i] for i in shown])
    return ListPlan(outline.path, "home.html", inputs, make)

"""The series: all of them, and each one's stories in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lisanayn.model.catalog import Catalog, SeriesEntry
from lisanayn.model.list_views import SeriesListView, SeriesView
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.views import TagRow
from lisanayn.pages import urls
from lisanayn.pages.entries import name_in, second_name, story_row
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, columns, words
from lisanayn.text.collation import sort_key
from lisanayn.text.languages import LANGUAGES


def make_series_pages(catalog: Catalog, site: Site) -> Iterator[Page | ListPlan]:
    """In each language a list of the series it has stories of, and a page for each."""
    for lang in site.languages:
        entries = [entry for entry in catalog.series if _shown(entry, lang, catalog)]
        yield _index(lang, entries, catalog, site)
        for entry in entries:
            inputs = (*entry.names, entry.numbers, *[catalog.cards[p].digest for p in entry.cards])
            make = partial(_series, entry, lang, catalog, site)
            yield ListPlan(urls.series(lang, entry.id), "series.html", inputs, make)


def _shown(entry: SeriesEntry, lang: str, catalog: Catalog) -> list[tuple[int, int]]:
    """(position, number) of the stories that lists of the language show."""
    pairs = zip(entry.cards, entry.numbers, strict=True)
    return [(position, number) for position, number in pairs if catalog.cards[position].path(lang)]


def _index(lang: str, entries: list[SeriesEntry], catalog: Catalog, site: Site) -> Page:
    path = urls.all_series(lang)
    pages = [(code, urls.all_series(code)) for code in site.languages]
    frame = make_frame(Outline(path, lang, "", "", pages), site)
    table = LANGUAGES[lang]
    rows = []
    for entry in sorted(entries, key=lambda e: sort_key(name_in(e.names, lang)[0], table)):
        name, name_lang = name_in(entry.names, lang)
        second = second_name(entry.names, lang)
        own_column, other_column = columns(lang, second.lang if second and second.lang else lang)
        rows.append(
            TagRow(
                id=f"series-{entry.id}",
                href=urls.href(urls.series(lang, entry.id), frame.root),
                own=words(name, name_lang),
                own_column=own_column,
                other=second,
                other_column=other_column,
                count=len(_shown(entry, lang, catalog)),
            )
        )
    return Page(path, "all-series.html", SeriesListView(frame, tuple(rows)))


def _series(entry: SeriesEntry, lang: str, catalog: Catalog, site: Site) -> Page:
    path = urls.series(lang, entry.id)
    across = [(code, urls.series(code, entry.id)) for code in site.languages if _shown(entry, code, catalog)]
    name, name_lang = name_in(entry.names, lang)
    frame = make_frame(Outline(path, lang, name, "", across), site)
    rows = [
        story_row(catalog.cards[position], lang, site, frame.root, number)
        for position, number in _shown(entry, lang, catalog)
    ]
    view = SeriesView(
        frame, words(name, name_lang), second_name(entry.names, lang), tuple(rows),
        all_series=urls.href(urls.all_series(lang), frame.root),
    )  # fmt: skip
    return Page(path, "series.html", view)

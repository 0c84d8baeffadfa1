"""The series: all of them, and each one's stories in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lisanayn.model.catalog import Catalog, SeriesEntry
from lisanayn.model.list_views import SeriesListView, SeriesView
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.views import TagRow
from lisanayn.pages import urls
from lisanayn.pages.entries import name_in, second_name, story_row
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.planning import Listed, ListKind, digest_of, planned
from lisanayn.pages.site import Site, columns, words
from lisanayn.record import record
from lisanayn.text.collation import sort_key
from lisanayn.text.languages import LANGUAGES


@record
class SeriesTerms:
    """A series in a language."""

    id: str
    names: tuple[tuple[str, str], ...]
    lang: str
    across: tuple[tuple[str, str], ...]
    """(language code, path) of the series' pages."""
    numbers: tuple[int, ...]
    """Of its stories in the lists of the language."""


def make_series_pages(catalog: Catalog, site: Site) -> Iterator[Page | ListPlan]:
    """In each language a list of the series it has stories of, and a page for each."""
    for lang in site.languages:
        entries = [entry for entry in catalog.series if _shown(entry, lang, catalog)]
        yield _index(lang, entries, catalog, site)
        for entry in entries:
            codes = [code for code in site.languages if _shown(entry, code, catalog)]
            across = tuple([(code, urls.series(code, entry.id)) for code in codes])
            shown = _shown(entry, lang, catalog)
            terms = SeriesTerms(entry.id, entry.names, lang, across, tuple([number for _, number in shown]))
            yield planned(SERIES, urls.series(lang, entry.id), terms, [p for p, _ in shown], catalog, site)


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


def _series(terms: SeriesTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang = terms.lang
    path = urls.series(lang, terms.id)
    name, name_lang = name_in(terms.names, lang)
    frame = make_frame(Outline(path, lang, name, "", terms.across), site)
    rows = [
        story_row(card, lang, site, frame.root, number)
        for (card, _), number in zip(listed, terms.numbers, strict=True)
    ]
    view = SeriesView(
        frame, words(name, name_lang), second_name(terms.names, lang), tuple(rows),
        all_series=urls.href(urls.all_series(lang), frame.root),
    )  # fmt: skip
    return Page(path, SERIES.template, view)


SERIES = ListKind("series", "series.html", SeriesTerms, _series, digest_of)

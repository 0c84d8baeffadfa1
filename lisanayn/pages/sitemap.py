"""sitemap.xml: every page that search engines should keep, with its translations.

It says of languages exactly what the heads of the pages say (``frame.alternates_of`` speaks for both). Later pages of a
list are found through the first one and stand in neither.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lisanayn.model.catalog import Catalog
from lisanayn.model.files import SitemapView
from lisanayn.model.page import Page
from lisanayn.pages import urls
from lisanayn.pages.dates import timestamp
from lisanayn.pages.frame import alternates_of
from lisanayn.pages.machine import file_frame
from lisanayn.pages.site import Site
from lisanayn.record import record

MOST_ADDRESSES = 50_000
MOST_LETTERS = 40_000_000
"""The protocol allows 50,000 addresses and 50 MB a file (https://www.sitemaps.org/protocol.html); a page of six
languages takes a kilobyte, so either can be reached first. All letters of an entry are ASCII."""

BY_USE = "use"


@record
class Family:
    """A page in every language in which it really exists."""

    pages: tuple[tuple[str, str], ...]
    """(language code, path), in the order of the site's languages."""
    start: str = ""
    """As ``frame.Outline.start``."""
    also: str = ""
    """Path of a page that says the same of them and is in no language: the choice of one. Empty for none."""
    changed: str = ""
    """Day or instant of the last change; empty where nobody says."""


def make_sitemap(catalog: Catalog, site: Site) -> Iterator[Page]:
    """The site map; in parts, with a list of them, where one file may not hold it. None for a site without an address,
    because it holds full addresses only."""
    if not site.base_url:
        return
    # Paths are percent-encoded: nothing in an address but its beginning could need escaping.
    escaped = replace(site, base_url=html.escape(site.base_url))
    entries = [entry for family in families(catalog, site) for entry in _entries(family, escaped)]
    frame = file_frame(site)
    bodies = list(_bodies(entries))
    if len(bodies) == 1:
        yield Page(urls.SITEMAP, "sitemap.xml", SitemapView(frame, bodies[0]))
        return
    for number, body in enumerate(bodies, 1):
        yield Page(urls.sitemap_part(number), "sitemap.xml", SitemapView(frame, body))
    parts = [urls.absolute(urls.sitemap_part(number), site.base_url) for number in range(1, len(bodies) + 1)]
    yield Page(urls.SITEMAP, "sitemap.xml", SitemapView(frame, "", tuple(parts)))


def families(catalog: Catalog, site: Site) -> Iterator[Family]:
    """All pages of the site map, lists first."""
    for kind in KINDS:
        yield from kind(catalog, site)


def _homes(_: Catalog, site: Site) -> Iterator[Family]:
    yield Family(_in_all(urls.home, site), urls.ROOT, urls.ROOT if site.chooser else "")


def _stories(catalog: Catalog, site: Site) -> Iterator[Family]:
    first = site.languages[0]
    for card in catalog.cards:
        paths = {text.lang: text.path for text in card.texts}
        pages = tuple([(code, paths[code]) for code in site.languages if code in paths])
        yield Family(pages, paths.get(first) or card.texts[0].path, changed=timestamp(card.updated or card.date))


def _tag_indexes(_: Catalog, site: Site) -> Iterator[Family]:
    for order in (*site.languages, BY_USE):
        yield Family(tuple([(code, urls.tags(code, "" if order == code else order)) for code in site.languages]))


def _tags(catalog: Catalog, site: Site) -> Iterator[Family]:
    for entry in catalog.tags:
        yield Family(tuple([(code, urls.tag(code, entry.tag.id)) for code in site.languages if entry.count(code)]))


def _archive(catalog: Catalog, site: Site) -> Iterator[Family]:
    yield Family(_in_all(urls.archive, site))
    years: dict[str, set[str]] = {}
    for card in catalog.cards:
        if card.date:
            found = years.setdefault(f"{card.date.day.year:04}", set())
            found.update([code for code in site.languages if card.path(code)])
    for year, langs in sorted(years.items()):
        yield Family(tuple([(code, urls.archive(code, year)) for code in site.languages if code in langs]))


def _people(catalog: Catalog, site: Site) -> Iterator[Family]:
    yield Family(_in_all(urls.people, site))
    for entry in catalog.people:
        pages = [(code, urls.person(code, entry.person.id)) for code in site.languages if entry.count(code)]
        yield Family(tuple(pages))


def _series(catalog: Catalog, site: Site) -> Iterator[Family]:
    yield Family(_in_all(urls.all_series, site))
    for entry in catalog.series:
        cards = [catalog.cards[position] for position in entry.cards]
        langs = [code for code in site.languages if any(card.path(code) for card in cards)]
        yield Family(tuple([(code, urls.series(code, entry.id)) for code in langs]))


def _credits(_: Catalog, site: Site) -> Iterator[Family]:
    yield Family(_in_all(urls.credits, site))


def _coverage(_: Catalog, site: Site) -> Iterator[Family]:
    if len(site.languages) > 1:
        yield Family(_in_all(urls.coverage, site))


def _search(_: Catalog, site: Site) -> Iterator[Family]:
    yield Family(_in_all(urls.search, site))


KINDS: tuple[Callable[[Catalog, Site], Iterable[Family]], ...] = (
    _homes, _tag_indexes, _tags, _archive, _people, _series, _credits, _coverage, _search, _stories,
)  # fmt: skip
"""One for each kind of page: a new kind of list is one more."""


def _in_all(path: Callable[[str], str], site: Site) -> tuple[tuple[str, str], ...]:
    """A page that every language has."""
    return tuple([(code, path(code)) for code in site.languages])


def _entries(family: Family, site: Site) -> Iterator[str]:
    """A page's entry for each language, each with the whole set, itself included."""
    alternates = alternates_of(family.pages, family.start, site)
    links = "".join(
        [f'<xhtml:link rel="alternate" hreflang="{one.hreflang}" href="{one.href}"/>\n' for one in alternates]
    )
    changed = f"<lastmod>{family.changed}</lastmod>\n" if family.changed else ""
    for n, (_, path) in enumerate(family.pages):
        address = alternates[n].href if alternates else urls.absolute(path, site.base_url)
        yield f"<url>\n<loc>{address}</loc>\n{changed}{links}</url>\n"
    if family.also:
        yield f"<url>\n<loc>{urls.absolute(family.also, site.base_url)}</loc>\n{links}</url>\n"


def _bodies(entries: Iterable[str]) -> Iterator[str]:
    """The entries in files that are not too large."""
    body: list[str] = []
    size = 0
    for entry in entries:
        if body and (len(body) == MOST_ADDRESSES or size + len(entry) > MOST_LETTERS):
            yield "".join(body)
            body, size = [], 0
        body.append(entry)
        size += len(entry)
    yield "".join(body)

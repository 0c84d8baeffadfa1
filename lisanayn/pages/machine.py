"""What programs ask a site for: robots.txt, the web manifest, rules for hosts, the service worker."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.catalog import Catalog
from lisanayn.model.files import (
    FileFrame,
    FileView,
    HeadersView,
    ManifestView,
    OfflineView,
    RobotsView,
    SearchWordsView,
    WorkerView,
)
from lisanayn.model.frame import Section
from lisanayn.model.page import Page
from lisanayn.pages import urls
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site
from lisanayn.settings import localized
from lisanayn.text.languages import LANGUAGES

MOST_REDIRECTS = 2000
"""Rules that Cloudflare Pages reads (https://developers.cloudflare.com/pages/configuration/redirects/); every old
address has a page of its own besides, so the others lead on as well."""


def file_frame(site: Site, root: str = "") -> FileFrame:
    """The frame of a file that belongs to no language: the site's first one stands in."""
    lang = site.languages[0]
    return FileFrame(lang, LANGUAGES[lang].direction, site.digits, root, site.title(lang))


def make_robots(_: Catalog, site: Site) -> Iterator[Page]:
    """robots.txt: everything may be read; where the site map is."""
    view = RobotsView(file_frame(site), urls.absolute(urls.SITEMAP, site.base_url))
    yield Page(urls.ROBOTS, "robots.txt", view)


def make_manifest(_: Catalog, site: Site) -> Iterator[Page]:
    """manifest.webmanifest (https://www.w3.org/TR/appmanifest/): one for the site, in its first language."""
    lang, *others = site.languages
    names = tuple([(code, site.title(code)) for code in others if site.title(code)])
    view = ManifestView(file_frame(site), site.title(lang), names, localized(site.taglines, lang))
    yield Page(urls.MANIFEST, "manifest.webmanifest", view)


def make_headers(_: Catalog, site: Site) -> Iterator[Page]:
    """_headers, for hosts that read it (Netlify, Cloudflare Pages): what may be kept for ever, and what must not.

    Its rules name paths from the top of the host, so a site in a folder is named with it.
    """
    base = urls.base_path(site.base_url) or "/"
    yield Page(urls.HEADERS, "headers.txt", HeadersView(file_frame(site), base, tuple(site.languages)))


def make_redirect_rules(catalog: Catalog, site: Site) -> Iterator[Page]:
    """_redirects, for the same hosts: every old address with the one that took its place. The newest stories first,
    because hosts read so many and no more."""
    base = urls.base_path(site.base_url) or "/"
    rules = []
    for card in catalog.cards:
        place = catalog.places[card.slug]
        for lang, old in place.redirects:
            rules.append(f"{base}{_literal(old)} {base}{_literal(place.path(lang))} 301\n")
    if rules:
        yield Page(urls.REDIRECTS, "file.txt", FileView(file_frame(site), "".join(rules[:MOST_REDIRECTS])))


def _literal(path: str) -> str:
    """A path as such a rule spells it, where ``*`` and ``:`` stand for anything."""
    return urls.short(path).replace("*", "%2A").replace(":", "%3A")


def make_search_words(_: Catalog, site: Site) -> Iterator[Page]:
    """In each language the script that search begins with: its words, which no page need carry."""
    for lang in site.languages if site.search else ():
        frame = FileFrame(lang, LANGUAGES[lang].direction, site.digits, "", site.title(lang))
        yield Page(urls.search_words(lang), "search-words.js", SearchWordsView(frame))


def make_offline(_: Catalog, site: Site) -> Iterator[Page]:
    """The service worker and, in each language, the page it shows in place of one that it does not have."""
    if not site.offline:
        return
    pages = tuple([(code, urls.offline(code)) for code in site.languages])
    for lang, path in pages:
        frame = make_frame(Outline(path, lang, "", "", pages, here=Section.NONE, indexed=False), site)
        yield Page(path, "offline.html", OfflineView(frame))
    addresses = tuple([(code, urls.short(path)) for code, path in pages])
    words = tuple([urls.search_words(code) for code in site.languages if site.search])
    yield Page(urls.WORKER, "service-worker.js", WorkerView(file_frame(site), addresses, words))

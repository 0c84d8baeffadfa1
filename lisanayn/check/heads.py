"""What search engines and other sites read of a page, and whether all of it agrees (rtl-checklist, 23 to 29).

Pages that are translations of each other say so in three places: ``hreflang``, the site map and the linked data. Each
says it in both directions, or none is believed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.parsers import expat

from lisanayn.check.markup import Markup
from lisanayn.check.values import BuiltFile, Ground, HeadFacts, SitemapEntry, Survey
from lisanayn.problems import Problem, error, warning

_LOCALE = re.compile(r"[a-z]{2,3}_[A-Z]{2}")
_LATER = re.compile(r"(^|/)page/[0-9]+/[^/]*$")
"""Later pages of a list: they are found through the first one, and stand in no site map."""
_LD = "application/ld+json"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9|"
_XHTML = "http://www.w3.org/1999/xhtml|"

def head_facts(page: Markup, ground: Ground) -> HeadFacts | None:
    """The facts of a page; None for one that only leads to another."""
    metas = page.named("meta")
    if any(meta.attributes.get("http-equiv", "").lower() == "refresh" for meta in metas):
        return None
    robots = " ".join([m.attributes.get("content", "") for m in metas if m.attributes.get("name") == "robots"])
    links = page.named("link")
    canonical = next((one.attributes.get("href", "") for one in links if one.attributes.get("rel") == "canonical"), "")
    alternates = frozenset(
        (link.attributes["hreflang"], link.attributes.get("href", ""))
        for link in links
        if link.attributes.get("rel") == "alternate" and "hreflang" in link.attributes
        and not link.attributes.get("type")
    )  # fmt: skip
    work = _work(page)
    return HeadFacts(
        page.path, ground.base_url and ground.base_url + page.path.removesuffix("index.html"), canonical, alternates,
        "noindex" not in robots, frozenset(_ids(work.get("workTranslation"))),
        next(iter(_ids(work.get("translationOfWork"))), ""),
    )  # fmt: skip


def _work(page: Markup) -> dict[str, object]:
    """The page's own work in its linked data."""
    for kind, content, _ in page.scripts:
        if kind != _LD:
            continue
        try:
            found = json.loads(content)
        except (ValueError, RecursionError):
            continue  # told by check.xml
        if isinstance(found, dict) and "inLanguage" in found:
            return found
    return {}


def _ids(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(one["@id"]) for one in values if isinstance(one, dict) and "@id" in one]


def check_page(page: Markup, ground: Ground) -> Iterator[Problem]:
    """What one head says of itself."""
    facts = head_facts(page, ground)
    if facts is None:
        return
    at = ground.at(page.path)
    root = next(iter(page.named("html")), None)
    lang = root.attributes.get("lang", "") if root else ""
    for meta in page.named("meta"):
        if meta.attributes.get("property", "").startswith("og:locale"):
            content = meta.attributes.get("content", "")
            if not _LOCALE.fullmatch(content):
                yield error("head-locale", f"og:locale cannot be {content!r}", ground.at(page.path, meta.line),
                            "write language_TERRITORY: ar_AR, en_US")
    said = _work(page).get("inLanguage")
    if said and lang and said != lang:
        yield error("head-language", f"the linked data is in {said!r}, the page in {lang!r}", at)
    for hreflang, href in sorted(facts.alternates):
        if not href.startswith(("http://", "https://")):
            message = f'hreflang="{hreflang}" leads to {href!r}, which is no full address'
            yield error("head-alternates", message, at, "search engines take full addresses only")
    if not ground.base_url:
        return
    if facts.alternates and facts.address not in {href for code, href in facts.alternates if code != "x-default"}:
        yield error("head-alternates", "the page's hreflang links leave the page itself out", at)
    if facts.alternates and not any(lang == "x-default" for lang, _ in facts.alternates):
        yield warning("head-alternates", "the page's hreflang links name no x-default", at,
                      "it says where readers of any other language go")
    if facts.indexed and not facts.canonical and page.path != "404.html":
        yield warning("head-canonical", "the page does not say which address is its own", at,
                      'put <link rel="canonical"> into its head')


def check_survey(survey: Survey, ground: Ground) -> Iterator[Problem]:
    """Whether heads, site map and linked data agree, in both directions. Without an address there is nothing to agree
    on."""
    known = {page.head.address: page.head for page in survey.pages if page.head} if ground.base_url else {}
    for page in known.values():
        at = ground.at(page.path)
        for hreflang, href in sorted(page.alternates):
            other = known.get(href)
            if other is None:
                message = f'hreflang="{hreflang}" leads to {href!r}, which is no page of the site'
                yield error("head-one-way", message, at, "name real translations only")
            elif other.canonical == href and page.address not in {back for _, back in other.alternates}:
                # (a page that calls another address its own, as / may, speaks by that one)
                message = f"{page.path!r} names {other.path!r} as its translation, which does not name it"
                yield error("head-one-way", message, at, "search engines believe it when both say so")
        for name in sorted(page.translations):
            if name in known and known[name].original != page.address:
                message = f"{page.path!r} has {known[name].path!r} as a translation, which does not say so"
                yield error("head-one-way", message, at, "translationOfWork and workTranslation go together")
        if page.original in known and page.address not in known[page.original].translations:
            message = f"{page.path!r} says that it translates {known[page.original].path!r}, which does not say so"
            yield error("head-one-way", message, at, "translationOfWork and workTranslation go together")
    listed = {entry.address: entry for entry in survey.sitemap}
    if listed:
        yield from _compare(known, listed, ground)


def _compare(known: dict[str, HeadFacts], listed: dict[str, SitemapEntry], ground: Ground) -> Iterator[Problem]:
    """The site map against the pages."""
    for address, entry in sorted(listed.items()):
        page, at = known.get(address), ground.at(entry.path)
        if page is None:
            yield error("sitemap-differs", f"the site map names {address!r}, where no page is", at)
        elif not page.indexed or page.canonical not in ("", address):
            yield error("sitemap-differs", f"the site map names {address!r}, which asks not to be kept", at)
        elif page.alternates != entry.alternates:
            message = f"the site map and {page.path!r} name different translations of it"
            yield error("sitemap-differs", message, at)
    for address, page in sorted(known.items()):
        own = page.canonical == address
        if page.indexed and own and address not in listed and not _LATER.search(page.path):
            message = f"{page.path!r} is to be kept by search engines and not in the site map"
            yield warning("sitemap-differs", message, ground.at(page.path))


def sitemap_entries(file: BuiltFile) -> tuple[SitemapEntry, ...]:
    """The addresses of a site map (sitemaps.org 0.9, with xhtml:link); none when the file is something else, or broken:
    ``check.xml`` tells that."""
    entries: list[SitemapEntry] = []
    words: list[str] = []
    alternates: set[tuple[str, str]] = set()
    address = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        words.clear()
        if name == _XHTML + "link" and attributes.get("rel") == "alternate":
            alternates.add((attributes.get("hreflang", ""), attributes.get("href", "")))

    def end(name: str) -> None:
        nonlocal address
        if name == _SITEMAP + "loc":
            address = "".join(words).strip()
        elif name == _SITEMAP + "url":
            entries.append(SitemapEntry(file.path, address, frozenset(alternates)))
            alternates.clear()

    parser = expat.ParserCreate(namespace_separator="|")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = words.append
    try:
        parser.Parse(file.data, True)
    except expat.ExpatError:
        return ()
    return tuple(entries)

"""Addresses: the only place where a path of output/ is spelled.

Every page is a folder with an ``index.html``, so that a host shows ``/ar/harbour/``. Links between pages are relative
and name the ``index.html``: a browser that opens the folder from a disk (``file://``) shows a listing otherwise, and
nothing shorter works there without a script. What other sites and search engines see (canonical, hreflang, feeds,
JSON-LD, "copy link") is the short form.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from lisanayn.text.slugs import slugify

INDEX = "index.html"
NOT_FOUND = "404.html"
ROOT = INDEX
ATOM, JSON_FEED = "feed.xml", "feed.json"
SITEMAP, ROBOTS, STORIES = "sitemap.xml", "robots.txt", "site.json"
MANIFEST, WORKER = "manifest.webmanifest", "service-worker.js"
HEADERS, REDIRECTS = "_headers", "_redirects"
DOWNLOAD = "site.zip"
_CARDS = "cards/"

# What may stand unescaped in a path (RFC 3986, section 3.3), less what HTML or a shell could read otherwise.
_SAFE = "/-._~!$*+,;=:@"
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")
"""Most addresses need no encoding; every page asks for dozens."""


def home(lang: str, number: int = 1) -> str:
    """Path of a language's list of stories, page ``number``."""
    return f"{lang}/{INDEX}" if number == 1 else f"{lang}/page/{number}/{INDEX}"


def article(lang: str, slug: str) -> str:
    """Path of a story's reader page."""
    return f"{lang}/{slug}/{INDEX}"


def aligned(page: str, kind: str = "") -> str:
    """Path of a translation's aligned text, which lies beside its page; ``kind``: ``tmx``, ``json``, or none yet."""
    return page.removesuffix(INDEX) + ("aligned." + kind if kind else "aligned")


def tags(lang: str, order: str = "") -> str:
    """Path of the tag index; ``order`` is a language code, ``use``, or empty for the first order."""
    return f"{lang}/tags/by-{order}/{INDEX}" if order else f"{lang}/tags/{INDEX}"


def tag(lang: str, tag_id: str, number: int = 1) -> str:
    """Path of a tag's stories, page ``number``."""
    return f"{lang}/tags/{tag_id}/{INDEX}" if number == 1 else f"{lang}/tags/{tag_id}/page/{number}/{INDEX}"


def archive(lang: str, year: str = "") -> str:
    """Path of the list of years, or of the stories of one year."""
    return f"{lang}/archive/{year}/{INDEX}" if year else f"{lang}/archive/{INDEX}"


def people(lang: str) -> str:
    """Path of the list of authors, translators and reviewers."""
    return f"{lang}/people/{INDEX}"


def person(lang: str, person_id: str) -> str:
    """Path of a person's stories."""
    return f"{lang}/people/{person_id}/{INDEX}"


def all_series(lang: str) -> str:
    """Path of the list of series."""
    return f"{lang}/series/{INDEX}"


def series(lang: str, series_id: str) -> str:
    """Path of a series' stories."""
    return f"{lang}/series/{series_id}/{INDEX}"


def credits(lang: str, number: int = 1) -> str:
    """Path of the list of all pictures and their credits, page ``number``."""
    return f"{lang}/credits/{INDEX}" if number == 1 else f"{lang}/credits/page/{number}/{INDEX}"


def coverage(lang: str) -> str:
    """Path of the page that says what is translated."""
    return f"{lang}/coverage/{INDEX}"


def feed(page: str, name: str = ATOM) -> str:
    """Path of the feed of a page: it lies beside it."""
    return page.removesuffix(INDEX) + name


def sitemap_part(number: int) -> str:
    """Path of a part of the site map, where one file cannot hold it."""
    return f"sitemap-{number}.xml"


def offline(lang: str) -> str:
    """Path of the page that is shown without a connection, in place of one that was never read."""
    return f"{lang}/offline/{INDEX}"


def search(lang: str, number: int = 1) -> str:
    """Path of the search page, and of page ``number`` of the titles on it."""
    return f"{lang}/search/{INDEX}" if number == 1 else f"{lang}/search/page/{number}/{INDEX}"


def search_words(lang: str) -> str:
    """Path of the script that search begins with, in a language."""
    return f"{lang}/search/words.js"


def picture(slug: str, name: str, digest: str) -> str:
    """Path of a story's picture: the digest in its name lets a browser keep it for ever.

    Folder and file names are transliterated, so that every host and every system takes them.
    """
    stem, _, extension = name.rpartition(".")
    folder, file = slugify(slug, "latin") or "story", slugify(stem, "latin") or "picture"
    return f"media/{folder}/{file}.{digest[:8]}.{extension.lower()}"


def share_card(page_path: str, digest: str) -> str:
    """Path of the share card of a reader page: ``cards/ar-harbour.4f6c2a91.png``."""
    return f"{_CARDS}{page_path.removesuffix('/' + INDEX).replace('/', '-')}.{digest}.png"


def is_share_card(path: str) -> bool:
    """Whether a picture's path is that of a share card."""
    return path.startswith(_CARDS)


def page(path: str) -> str:
    """Path of the page at an address that an author wrote: ``old/name`` or ``old/name.html``."""
    clean = "/".join([part for part in path.split("/") if part not in ("", ".", "..")])
    return clean if clean.endswith((".html", ".htm")) else f"{clean}/{INDEX}"


RESERVED_TAGS = ("by-", "page", "feed.", INDEX)
"""Beginnings of segments under ``tags/``, ``people/`` and ``series/`` that are the site's own."""


def root(path: str) -> str:
    """What leads from a page to the top of output/: ``../../`` for ``ar/harbour/index.html``."""
    return "../" * path.count("/")


def href(path: str, prefix: str) -> str:
    """The address of ``path`` on a page whose ``root`` is ``prefix``; percent-encoded UTF-8 (RFC 3987, section 3.1)."""
    return (prefix + (path if _PLAIN.fullmatch(path) else quote(path, safe=_SAFE))) or INDEX


def absolute(path: str, base_url: str) -> str:
    """The full address of a path, without ``index.html``; empty when the site has no address."""
    return base_url and base_url + short(path)


def identity(path: str, base_url: str, prefix: str) -> str:
    """A name for a page in linked data: its full address, or its relative one where the site has none."""
    return absolute(path, base_url) or (prefix + short(path)) or "./"


def base_path(base_url: str) -> str:
    """The path of the site's address, ending in a slash: for the page that a host shows at any missing address."""
    return quote(urlsplit(base_url).path, safe=_SAFE + "%") if base_url else ""


def short(path: str) -> str:
    """A path as the world sees it: without ``index.html``, percent-encoded; empty for the top of the site."""
    whole = path.removesuffix(INDEX) if path == INDEX or path.endswith("/" + INDEX) else path
    return whole if _PLAIN.fullmatch(whole) else quote(whole, safe=_SAFE)

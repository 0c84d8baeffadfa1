"""Addresses: the only place where a path of output/ is spelled.

Every page is a folder with an ``index.html``, so that a host shows ``/ar/harbour/``. Links between pages are relative
and name the ``index.html``: a browser that opens the folder from a disk (``file://``) shows a listing otherwise, and
nothing shorter works there without a script. What other sites and search engines see (canonical, hreflang, feeds,
JSON-LD, "copy link") is the short form.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from lisanayn.text.slugs import slugify

INDEX = "index.html"
NOT_FOUND = "404.html"
ROOT = INDEX

# What may stand unescaped in a path (RFC 3986, section 3.3), less what HTML or a shell could read otherwise.
_SAFE = "/-._~!$*+,;=:@"


def home(lang: str, number: int = 1) -> str:
    """Path of a language's list of stories, page ``number``."""
    return f"{lang}/{INDEX}" if number == 1 else f"{lang}/page/{number}/{INDEX}"


def article(lang: str, slug: str) -> str:
    """Path of a story's reader page."""
    return f"{lang}/{slug}/{INDEX}"


def tags(lang: str, order: str = "") -> str:
    """Path of the tag index; ``order`` is a language code, ``use``, or empty for the first order."""
    return f"{lang}/tags/by-{order}/{INDEX}" if order else f"{lang}/tags/{INDEX}"


def tag(lang: str, tag_id: str, number: int = 1) -> str:
    """Path of a tag's stories, page ``number``."""
    return f"{lang}/tags/{tag_id}/{INDEX}" if number == 1 else f"{lang}/tags/{tag_id}/page/{number}/{INDEX}"


def search(lang: str) -> str:
    """Path of the search page."""
    return f"{lang}/search/{INDEX}"


def picture(slug: str, name: str, digest: str) -> str:
    """Path of a story's picture: the digest in its name lets a browser keep it for ever.

    Folder and file names are transliterated, so that every host and every system takes them.
    """
    stem, _, extension = name.rpartition(".")
    folder, file = slugify(slug, "latin") or "story", slugify(stem, "latin") or "picture"
    return f"media/{folder}/{file}.{digest[:8]}.{extension.lower()}"


def page(path: str) -> str:
    """Path of the page at an address that an author wrote: ``old/name`` or ``old/name.html``."""
    clean = "/".join([part for part in path.split("/") if part not in ("", ".", "..")])
    return clean if clean.endswith((".html", ".htm")) else f"{clean}/{INDEX}"


RESERVED = frozenset({"tags", "page", "search", "archive", "people", "series", "feed.xml", INDEX})
"""Segments under a language that are the site's own: no story may stand there."""

RESERVED_TAGS = ("by-", "page", "feed.xml", INDEX)
"""Beginnings of segments under ``tags/`` that are the site's own."""


def root(path: str) -> str:
    """What leads from a page to the top of output/: ``../../`` for ``ar/harbour/index.html``."""
    return "../" * path.count("/")


def href(path: str, prefix: str) -> str:
    """The address of ``path`` on a page whose ``root`` is ``prefix``; percent-encoded UTF-8 (RFC 3987, section 3.1)."""
    return (prefix + quote(path, safe=_SAFE)) or INDEX


def absolute(path: str, base_url: str) -> str:
    """The full address of a path, without ``index.html``; empty when the site has no address."""
    return base_url and base_url + quote(_short(path), safe=_SAFE)


def identity(path: str, base_url: str, prefix: str) -> str:
    """A name for a page in linked data: its full address, or its relative one where the site has none."""
    return absolute(path, base_url) or (prefix + quote(_short(path), safe=_SAFE)) or "./"


def base_path(base_url: str) -> str:
    """The path of the site's address, ending in a slash: for the page that a host shows at any missing address."""
    return quote(urlsplit(base_url).path, safe=_SAFE + "%") if base_url else ""


def _short(path: str) -> str:
    return path.removesuffix(INDEX) if path == INDEX or path.endswith("/" + INDEX) else path

"""Whole sites, built once for all tests that read them: the sample site, and a generated one of 500 stories."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser

from lisanayn.disk import MemoryDisk
from tests.build.builder import Builder, article, translation

ROOT = Path(__file__).parent.parent
MANY = 500


@functools.cache
def sample(base_url: str = "https://two-shores.example/", more: str = "") -> dict[str, bytes]:
    """The repository's own site, standing at an address; ``more`` is further TOML."""
    sources = {
        str(path.relative_to(ROOT)): path.read_bytes() for path in (ROOT / "content").rglob("*") if path.is_file()
    }
    old = 'base_url = "https://two-shores.example/"'
    text = sources["content/site.toml"].decode()
    assert old in text
    sources["content/site.toml"] = (more + text.replace(old, f'base_url = "{base_url}"')).encode()
    return built(sources)


@functools.cache
def many() -> dict[str, bytes]:
    """Stories of two sentences: some without a translation, some half translated, some of one author, all with tags."""
    settings = 'base_url = "https://many.example/"\ntitle = "Many"\nper_page = 50\nshare_cards = false\n'
    sources = {"content/site.toml": settings.encode()}
    for n in range(MANY):
        day = f"20{20 + n % 6}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        head = article(f"خبر {n}", f"نص الخبر {n} قصير. انتهى الخبر.", day, f"[وسم {n % 20}]")
        author = f"author: كاتب {n % 7}\n" if n % 3 == 0 else ""
        series = f"series: سلسلة {n % 4}\n" if n % 50 == 0 else ""
        sources[f"content/s{n:03}/ar.md"] = head.replace("license", f"{author}{series}license").encode()
        if n % 5:
            text = "A short text." if n % 11 == 0 else f"A short text of item {n}. The item is over."
            sources[f"content/s{n:03}/en.md"] = translation(f"Item {n}", text).encode()
    return built(sources)


def built(sources: dict[str, bytes]) -> dict[str, bytes]:
    """The output of a site."""
    builder = Builder(MemoryDisk(dict(sources)))
    report = builder.build()
    assert report.published, report.problems
    return builder.output.contents


@dataclass(frozen=True)
class Head:
    """What a page says of itself and of its other languages."""

    path: str
    lang: str
    canonical: str
    indexed: bool
    alternates: dict[str, str]
    """hreflang → address."""
    switches: dict[str, str]
    """Language → path in output/ of the page that the language switch leads to."""
    data: dict[str, object]
    """Its linked data; empty for none."""
    locales: tuple[str, list[str]]
    feeds: list[str]
    """Paths in output/ of the feeds it names."""


def heads(files: dict[str, bytes]) -> dict[str, Head]:
    """The head of every page, by path; not of the page for missing addresses, whose links start elsewhere."""
    return {path: _head(path, data) for path, data in files.items() if path.endswith(".html") and path != "404.html"}


def _head(path: str, data: bytes) -> Head:
    tree = LexborHTMLParser(data.decode())

    def one(selector: str, attribute: str) -> str:
        node = tree.css_first(selector)
        return (node.attributes.get(attribute) or "") if node else ""

    links = tree.css("link[rel=alternate][hreflang]")
    script = tree.css_first('script[type="application/ld+json"]')
    return Head(
        path=path,
        lang=one("html", "lang"),
        canonical=one("link[rel=canonical]", "href"),
        indexed=one("meta[name=robots]", "content") != "noindex",
        alternates={link.attributes["hreflang"]: link.attributes["href"] for link in links},
        switches={
            link.attributes["hreflang"]: inside(path, link.attributes["href"]) for link in tree.css("a[data-switch]")
        },
        data=json.loads(script.text()) if script else {},
        locales=(
            one('meta[property="og:locale"]', "content"),
            [node.attributes["content"] for node in tree.css('meta[property="og:locale:alternate"]')],
        ),
        feeds=[
            inside(path, link.attributes["href"])
            for link in tree.css('link[rel=alternate][type="application/atom+xml"], '
                                 'link[rel=alternate][type="application/feed+json"]')
        ],
    )  # fmt: skip


def inside(page: str, href: str) -> str:
    """The path in output/ that a relative link of a page means."""
    return unquote(urljoin(f"/{page}", href).partition("#")[0].partition("?")[0]).removeprefix("/")


def file_at(address: str, base_url: str) -> str:
    """The path in output/ of a full address of the site."""
    assert address.startswith(base_url), address
    path = unquote(address.removeprefix(base_url).partition("#")[0])
    return f"{path}index.html" if path.endswith("/") or not path else path

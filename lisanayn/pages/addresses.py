"""Old addresses: which of them lead on to a story, and which are somebody else's now.

Two sources: the aliases that authors write, and the addresses that stories had before (content/addresses.tsv). An
address that is in use always wins. Between two old ones an alias wins, because a person wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lisanayn.model.catalog import Card
from lisanayn.pages import urls
from lisanayn.pages.site import Site
from lisanayn.problems import Location, Problem, error
from lisanayn.text.normal import compose
from lisanayn.text.slugs import RESERVED, without_invisible

Former = Mapping[str, Sequence[tuple[str, str]]]
"""Story's key → (language code, path in output/) of pages it had once; what it has now may stand among them."""

Redirect = tuple[str, str]
"""(language of the page that an old address leads to, path of the old address in output/)."""

MOST_BYTES = 255
"""Of one part of a path: file systems take no more. Old addresses are facts, our own narrower limit is not theirs."""

TOP = frozenset({"static", "media", "cards", "fonts", "pagefind", "search", "404.html", urls.INDEX})
"""Names at the top of output/ that are the site's own."""


def settle_redirects(
    cards: Iterable[Card], former: Former, site: Site
) -> tuple[dict[str, tuple[Redirect, ...]], tuple[Problem, ...]]:
    """For each story's key its old addresses that lead on; and what is wrong with the aliases.

    No two pages share an address, also where only case or invisible letters differ: some hosts and file systems would
    take one for the other. No file stands where another one needs a folder.
    """
    cards = sorted(cards, key=lambda card: card.texts[0].source)
    taken = {_key(path): card.texts[0].source for card in cards for path in _live(card)}
    live = frozenset(taken)
    folders = {folder for key in taken for folder in _folders(key)}
    found: dict[str, list[Redirect]] = {card.slug: [] for card in cards}
    problems: list[Problem] = []

    def blocked(folder: str) -> bool:
        """Whether nothing can lie in a folder: it is a file, or holds a story's own files, which have names like it."""
        return folder in taken and (_is_file(folder) or folder in live)

    def claim(card: Card, redirect: Redirect) -> str:
        """Gives an old address to a story; else the file whose page is there, or ``-`` for the site's own."""
        path = urls.page(redirect[1])
        key = _key(path)
        if key in taken:
            return taken[key]
        if _is_reserved(path, site) or (_is_file(key) and key in folders) or any(map(blocked, _folders(key))):
            return "-"
        taken[key] = card.texts[0].source
        folders.update(_folders(key))
        found[card.slug].append((redirect[0], path))
        return ""

    for card in cards:
        for alias in card.aliases:
            for redirect in _alias(alias, card, site):
                problems += _faults(alias, card, claim(card, redirect))
    for card in cards:
        langs = [text.lang for text in card.texts]
        for lang, path in former.get(card.slug, ()):
            if not _bad_part(path):
                claim(card, (lang if lang in langs else langs[0], path))
    return {slug: tuple(redirects) for slug, redirects in found.items()}, tuple(problems)


def _live(card: Card) -> Iterator[str]:
    """Paths of the pages that a story has."""
    yield from [text.path for text in card.texts]
    yield from [page.path for page in card.stand_ins]


def _alias(alias: str, card: Card, site: Site) -> Iterator[Redirect]:
    """The addresses an alias means. One that begins with a slash or with a language of the site is a path from the
    top, and leads to the story in that language, else to the original. Any other is an old slug: it stands under
    every language the story can be read in."""
    langs = [text.lang for text in card.texts]
    path = alias.strip("/")
    first = path.partition("/")[0]
    if alias.startswith("/") or first in site.languages:
        yield (first if first in langs else langs[0]), path
    else:
        yield from [(lang, f"{lang}/{path}") for lang in langs]


def _faults(alias: str, card: Card, other: str) -> Iterator[Problem]:
    at = Location(card.texts[0].source)
    if part := _bad_part(alias):
        message = f"the alias {alias!r} has a part that no file may be called: {part[:40]!r}"
        yield error("header-alias-path", message, at, "write a path on this site: /old/address/")
    elif other == "-":
        message = f"the alias {alias!r} is used by the site itself"
        yield error("address-reserved", message, at, "take it out of 'aliases'")
    elif other and other != card.texts[0].source:
        message = f"the alias {alias!r} of {card.texts[0].source} is an address of {other}"
        yield error("address-twice", message, at, "take it out of one of the two")


def _bad_part(path: str) -> str:
    """A part of a path that is hidden or too long for a file system; empty for none."""
    for part in path.split("/"):
        if part.startswith(".") or len(part.encode("utf-8", "replace")) > MOST_BYTES:
            return part
    return ""


def _is_file(key: str) -> bool:
    """Whether a page's address is a file's, and not a folder's with an index in it."""
    return key.endswith((".html", ".htm"))


def _is_reserved(path: str, site: Site) -> bool:
    """Whether a path is among the site's own files and lists."""
    first, _, rest = _key(path).partition("/")
    if first in site.languages:
        return not rest or rest.partition("/")[0] in RESERVED
    return not first or first in TOP or first.startswith(("_", "sitemap")) or first in (
        urls.ROBOTS, urls.STORIES, urls.MANIFEST, urls.WORKER, urls.DOWNLOAD,
    )  # fmt: skip


def _key(path: str) -> str:
    """What a file system that ignores case, or a reader, takes for the same path."""
    return without_invisible(compose(path)).casefold().removesuffix(f"/{urls.INDEX}")


def _folders(key: str) -> Iterator[str]:
    """The folders above a path."""
    parts = key.split("/")
    return ("/".join(parts[:n]) for n in range(1, len(parts)))

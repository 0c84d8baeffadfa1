"""Share cards: the picture that other sites show with a link to a reader page. What stands on it, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from lisanayn.model.catalog import Catalog
from lisanayn.pages import urls
from lisanayn.pages.site import Site
from lisanayn.record import record
from lisanayn.text.languages import LANGUAGES

SIZE = (1200, 630)
"""Width and height in pixels: Open Graph's proportion of 1.91 : 1."""

DESIGN = "1"
"""Raised when the same words would be drawn differently: part of every name."""


@record
class Line:
    """A text on a card."""

    text: str
    lang: str
    dir: str


@record
class ShareCard:
    """One card, for one story in one language."""

    path: str
    """In output/."""
    site: Line
    """The site's name; its text may be empty."""
    title: Line
    other: Line | None
    """The title in the language beside it."""


def make_share_cards(catalog: Catalog, site: Site) -> Iterator[ShareCard]:
    """The cards of all stories, from what lists know of them; none when no other site can link here."""
    if not has_cards(site):
        return
    for card in catalog.cards:
        for text in card.texts:
            second = card.second(text.lang) if site.embed_translation else None
            yield share_card(
                text.path, (text.lang, text.title), (second.lang, second.title) if second else None, site
            )


def has_cards(site: Site) -> bool:
    """Whether reader pages have share cards: pictures in a page's head have full addresses or none."""
    return site.share_cards and bool(site.base_url)


def share_card(path: str, own: tuple[str, str], other: tuple[str, str] | None, site: Site) -> ShareCard:
    """The card of the reader page at ``path``; ``own`` and ``other`` are (language code, title)."""
    lines = (_line(own[0], site.title(own[0])), _line(*own), _line(*other) if other and other[1] else None)
    digest = blake2b(repr((DESIGN, lines)).encode(), digest_size=4).hexdigest()
    return ShareCard(urls.share_card(path, digest), *lines)


def _line(lang: str, text: str) -> Line:
    return Line(" ".join(text.split()), lang, LANGUAGES[lang].direction)

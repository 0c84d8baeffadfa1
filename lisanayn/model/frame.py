"""What surrounds every page: parts of views that all templates share."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from lisanayn.model.catalog import Words
from lisanayn.record import record
from lisanayn.text.lang import DigitSystem

Column = Literal["right", "left"]
"""Where a language stands when two stand side by side. Physical: right-to-left scripts are always on the right."""


class Section(Enum):
    """The entry of the main menu that a page belongs to."""

    HOME = "home"
    TOPICS = "topics"
    SEARCH = "search"
    NONE = "none"


@record
class Side:
    """One of the languages of a page."""

    lang: str
    dir: str
    column: Column
    name: str
    """The language's name in the language of the page: ``Arabic``, ``العربية``."""
    marked: bool = False
    """Whether the text is written with vowel marks, so that hiding them means something."""


@record
class Day:
    """A date, for machines and for readers."""

    iso: str
    text: str
    """In the language of the column it stands in."""


@record
class Link:
    """A link to a page of the site."""

    href: str
    words: Words


@record
class IndexLink:
    """A link to one of the site's own lists."""

    key: str
    """Of the interface string that names it."""
    href: str
    current: bool
    """Whether it is the page itself."""


@record
class Switch:
    """The way to the same page in another language."""

    lang: str
    dir: str
    name: str
    """The language's own name."""
    href: str
    """Empty when the page does not exist in that language."""


@record
class Alternate:
    """An address for search engines; absolute."""

    hreflang: str
    href: str


@record
class FeedLink:
    """A feed that a page tells feed readers of."""

    href: str
    type: str
    """``application/atom+xml``"""
    title: str
    """May be empty."""


@record
class Share:
    """What other sites show when a page is linked (Open Graph)."""

    kind: str
    """``article`` or ``website``."""
    locale: str
    locales: tuple[str, ...]
    """Of the real translations."""
    image: str
    """Absolute address; empty when there is none that other sites can show: they show no drawings."""
    image_size: tuple[int, int]
    """Width and height in pixels; zeros where they are not known."""
    image_alt: str
    published: str
    """ISO date; empty when there is none."""
    modified: str


@record
class Frame:
    """What surrounds the main part of every page."""

    lang: str
    dir: str
    digits: tuple[tuple[str, DigitSystem], ...]
    """(language code, digit system) for every language of the site."""
    root: str
    """From the page to the top of output/: ``../../``; on the page for missing addresses, an absolute path."""
    title: str
    """Of the page alone; empty where the site's name or an interface string is the title."""
    site: str
    """The site's name in the page's language; may be empty."""
    description: str
    brand: tuple[Words, ...]
    """The site's name in its languages, from left to right."""
    taglines: tuple[Words, ...]
    """From left to right."""
    home: str
    topics: str
    search: str
    here: Section
    current: bool
    """Whether the page is the section's own page, not one below it."""
    switches: tuple[Switch, ...]
    canonical: str
    """Absolute address of the page; empty when the site has no address."""
    alternates: tuple[Alternate, ...]
    share: Share
    indexed: bool = True
    """Whether search engines should keep the page."""
    lists: tuple[IndexLink, ...] = ()
    """The lists that the foot of the page leads to."""
    feeds: tuple[FeedLink, ...] = ()
    """None on a site without an address."""
    manifest: str = ""
    """Address of the site's web manifest."""
    worker: str = ""
    """Address of the service worker; empty when the site has none."""
    finder: str = ""
    """Address of the script that search begins with (``search-words.js``); empty when the site has no search."""
    italics: bool = False
    """Whether letters on the page are slanted, which takes a file of its own."""

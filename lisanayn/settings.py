"""The settings of a site: frozen values, every one with its default. ``settings_file`` reads them."""

from __future__ import annotations

from typing import Literal

from lisanayn.record import record

SITE_FILE = "content/site.toml"
MAX_LANGUAGES = 6
MAX_PER_PAGE = 500
MAX_RELATED = 12
MAX_ITEMS = 200
MAX_WIDTHS = 6

Missing = Literal["omit", "stub", "show"]

Names = tuple[tuple[str, str], ...]
"""(language code, text in that language), in the order of the site's languages."""


@record
class Reader:
    """``[reader]``: the article pages."""

    embed_translation: bool = True
    """Whether a reader page holds both texts; otherwise its own language only."""


@record
class Publisher:
    """``[publisher]``: who answers for the site; stands in the footer and in the metadata."""

    name: Names = ()
    url: str = ""


@record
class Feeds:
    """``[feeds]``: Atom and JSON feeds, made when the site has an address."""

    items: int = 20
    """The newest stories a feed holds."""
    texts: Literal["both", "own"] = "both"
    """Whether an entry holds both languages, or the feed's own only."""
    full: bool = True
    """The whole text; otherwise the summary."""


@record
class Pictures:
    """``[pictures]``: the sizes and formats that photographs are published in beside their own."""

    widths: tuple[int, ...] = (480, 960, 1600)
    """Pixels; a picture is never enlarged."""
    formats: tuple[str, ...] = ("avif", "webp")
    """The best first. Empty: photographs are published as they are, less their private metadata."""


@record
class Settings:
    """All settings of a site; the default of every field is the default of its key."""

    title: Names = ()
    """The site's name. A string, or a table with one string a language."""
    tagline: Names = ()
    """One line under the name on the home page."""
    languages: tuple[str, ...] = ("ar", "en")
    """Codes of the language table; the first is the site's first language."""
    base_url: str = ""
    """``https://example.org/sub/``: where the site will stand. Empty: only relative addresses are written."""
    home: Literal["first", "chooser"] = "first"
    """What ``/`` shows: the home of the first language, or a choice of languages."""
    slugs: Literal["latin", "keep"] = "latin"
    """How addresses are made: transliterated, or in the letters of the original."""
    digits: Names = ()
    """Digits of the interface, a language: ``arab`` ٠١٢, ``arabext`` ۰۱۲, ``latn`` 012."""
    months: Names = ()
    """Month names, a language: ``gregorian``, ``levantine``, ``both``."""
    license: str = ""
    """Licence of articles that name none of their own."""
    per_page: int = 20
    """Stories on one page of a list."""
    missing: Missing = "omit"
    """What stands where a story is not translated: no page, a stub that leads to the original, or the original."""
    sections: tuple[tuple[str, Missing], ...] = ()
    """``[sections.NAME]``: the same for the stories of one folder under content/."""
    calendar: Names = ()
    """Calendars of dates, a language: ``gregorian``, or ``both``, the Hijri date beside it."""
    related: int = 3
    """Related stories under an article."""
    search: bool = True
    offline: bool = False
    """Whether readers' browsers keep what they read (a service worker)."""
    download: bool = False
    """Whether a zip of the whole site lies beside it."""
    share_cards: bool = True
    """Whether each reader page gets a picture for other sites to show with a link."""
    fonts: Literal["theme", "system"] = "theme"
    """The theme's typefaces, or those of the reader's system."""
    reader: Reader = Reader()
    feeds: Feeds = Feeds()
    pictures: Pictures = Pictures()
    publisher: Publisher = Publisher()
    publish: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """``[publish.NAME]`` tables, as pairs. Never handed to a template."""
    severity: tuple[tuple[str, str], ...] = ()
    """How grave a finding of ``check`` is, by its code: ``error``, ``warning``, ``note`` or ``off``."""


SETTINGS_KEYS: dict[str, str] = {
    "title": "the site's name: one text, or a table with a text for each language",
    "tagline": "one line under the name on the home page: one text, or a table by language",
    "languages": f"codes of the site's languages, the first one leading; 1 to {MAX_LANGUAGES}",
    "base_url": "where the site will stand: https://example.org/sub/; empty: relative addresses only",
    "home": "what / shows: first, the home of the first language, or chooser, a choice of languages",
    "slugs": "how addresses are made: latin, transliterated, or keep, in the letters of the original",
    "digits": "digits of the interface: arab ٠١٢, arabext ۰۱۲ or latn 012; one word, or a table by language",
    "months": "names of months: gregorian, levantine or both; one word, or a table by language",
    "license": "licence of articles that name none of their own",
    "per_page": f"stories on one page of a list; 1 to {MAX_PER_PAGE}",
    "missing": "where a story is not translated: omit; stub, a page leading to it; show, the original",
    "sections": "[sections.NAME] tables: another 'missing' for the stories of the folder content/NAME/",
    "calendar": "calendars of dates: gregorian, or both, the Hijri date beside it; one word, or a table by language",
    "related": f"related stories under an article; 0 to {MAX_RELATED}",
    "search": "true: readers can search the site",
    "offline": "true: readers' browsers keep what was read, by a service worker",
    "download": "true: a zip of the whole site lies beside it",
    "share_cards": "true: each reader page has a picture for other sites to show with a link",
    "fonts": "theme, the typefaces that `lisanayn fonts` fetched, or system, those of the reader's system",
    "feeds.items": f"newest stories in a feed; 1 to {MAX_ITEMS}",
    "feeds.texts": "both: an entry holds both languages; own: the feed's own",
    "feeds.full": "true: the whole text; false: the summary",
    "pictures.widths": "widths in pixels that photographs are made in, beside their own",
    "pictures.formats": "formats that photographs are made in: avif, webp",
    "severity": "[severity] CODE = error, warning, note or off: how grave a finding of `check` is",
    "reader.embed_translation": "true: a reader page holds both texts; false: its own language only",
    "publisher.name": "who answers for the site: one text, or a table by language",
    "publisher.url": "the publisher's own address on the web",
    "publish": "[publish.NAME] tables: where and how `publish NAME` puts the site; no passwords",
}
"""Every key of site.toml with its meaning in one line, for messages and for the README."""


def localized(names: Names, lang: str) -> str:
    """The text for a language; the first text when there is none for it, empty when there is none at all."""
    for code, text in names:
        if code == lang:
            return text
    return names[0][1] if names else ""

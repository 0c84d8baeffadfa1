"""What all pages share: languages, names, address, agencies. Made once a build, frozen."""

from __future__ import annotations

from functools import lru_cache

from lisanayn.model.agency import AgencyTable
from lisanayn.model.catalog import Words
from lisanayn.model.frame import Column, Side
from lisanayn.record import record
from lisanayn.settings import Feeds, Missing, Pictures, Settings, localized
from lisanayn.text.direction import first_strong, opposite_runs
from lisanayn.text.languages import LANGUAGES, DigitSystem, Lang
from lisanayn.text.slugs import Policy

_SYSTEMS: dict[str, DigitSystem] = {"latn": "latn", "arab": "arab", "arabext": "arabext"}


@record
class Site:
    """The constants of a site: settings, no stories and no tags. Part of the key of every page, so that whatever
    changes here makes all pages anew."""

    languages: tuple[str, ...]
    """Codes; the first is the site's first language."""
    titles: tuple[tuple[str, str], ...]
    """(language code, the site's name) for each language."""
    taglines: tuple[tuple[str, str], ...]
    digits: tuple[tuple[str, DigitSystem], ...]
    """(language code, digit system) for each language."""
    months: tuple[tuple[str, str], ...]
    """(language code, way of naming months) for each language."""
    base_url: str
    """Empty, or ending in a slash."""
    chooser: bool
    per_page: int
    license: str
    embed_translation: bool
    slugs: Policy
    publisher: tuple[tuple[str, str], ...]
    publisher_url: str
    agencies: AgencyTable
    missing: Missing
    """What stands where a story is not translated; see ``settings``."""
    sections: tuple[tuple[str, Missing], ...]
    """(folder under content/, the same for its stories)."""
    calendars: tuple[tuple[str, str], ...]
    """(language code, ``gregorian`` or ``both``) for each language."""
    related: int
    search: bool
    offline: bool
    download: bool
    share_cards: bool
    feeds: Feeds
    pictures: Pictures

    def title(self, lang: str) -> str:
        """The site's name in a language."""
        return localized(self.titles, lang)

    def digit_system(self, lang: str) -> DigitSystem:
        """The digits of generated text in a language of the site."""
        return dict(self.digits)[lang]


def make_site(settings: Settings, agencies: AgencyTable) -> Site:
    """The constants of a site, from its checked settings and its table of agencies."""
    base = settings.base_url
    digits, months = dict(settings.digits), dict(settings.months)
    return Site(
        languages=settings.languages,
        titles=tuple([(code, localized(settings.title, code)) for code in settings.languages]),
        taglines=tuple([(code, localized(settings.tagline, code)) for code in settings.languages]),
        digits=tuple([(c, _SYSTEMS.get(digits.get(c, ""), LANGUAGES[c].digits)) for c in settings.languages]),
        months=tuple([(c, months.get(c) or LANGUAGES[c].months[0][0]) for c in settings.languages]),
        base_url=base if not base or base.endswith("/") else base + "/",
        chooser=settings.home == "chooser",
        per_page=max(1, settings.per_page),
        license=settings.license,
        embed_translation=settings.reader.embed_translation,
        slugs=settings.slugs,
        publisher=settings.publisher.name,
        publisher_url=settings.publisher.url,
        agencies=agencies,
        missing=settings.missing,
        sections=settings.sections,
        calendars=tuple([(c, dict(settings.calendar).get(c) or "gregorian") for c in settings.languages]),
        related=settings.related,
        search=settings.search,
        offline=settings.offline,
        download=settings.download,
        share_cards=settings.share_cards,
        feeds=settings.feeds,
        pictures=settings.pictures,
    )


def words(text: str, lang: str) -> Words:
    """Words from a text in a language of the table. Words that are all in another script, as a Latin name among
    Arabic ones, are in a language nobody named; their direction is their own."""
    table = LANGUAGES[lang]
    found = first_strong(text)
    if found in (None, table.direction):
        return Words(text, lang, table.direction)
    rest = "".join([piece for piece, opposite in opposite_runs(text, table) if not opposite])
    return Words(text, lang, table.direction) if first_strong(rest) else Words(text, "", str(found))


def columns(own: str, other: str) -> tuple[Column, Column]:
    """Where two languages stand: right-to-left on the right, left-to-right on the left.

    Of two with one direction, the first stands where its reader begins.
    """
    own_dir, other_dir = LANGUAGES[own].direction, LANGUAGES[other].direction
    first: Column = "right" if own_dir == "rtl" else "left"
    if own_dir == other_dir:
        return first, "left" if first == "right" else "right"
    return first, "right" if other_dir == "rtl" else "left"


def sides(own: str, other: str, page_lang: str) -> tuple[Side, Side | None]:
    """Two languages side by side on a page; ``other`` may be empty."""
    own_column, other_column = columns(own, other or own)
    lead = _side(LANGUAGES[own], own_column, page_lang)
    return lead, _side(LANGUAGES[other], other_column, page_lang) if other else None


@lru_cache(maxsize=256)
def pair_sides(original: str, own: str, other: str) -> tuple[Side, Side]:
    """The sides of a story's page in ``own``: where two languages share a direction, the original keeps its
    column on both pages of the story."""
    translation = other if own == original else own
    original_column, translation_column = columns(original, translation)
    own_column, other_column = (
        (original_column, translation_column) if own == original else (translation_column, original_column)
    )
    return _side(LANGUAGES[own], own_column, own), _side(LANGUAGES[other], other_column, own)


def _side(lang: Lang, column: Column, page_lang: str) -> Side:
    return Side(lang.code, lang.direction, column, lang.name_in(page_lang))


@lru_cache(maxsize=64)
def left_to_right(names: tuple[tuple[str, str], ...]) -> tuple[Words, ...]:
    """Names in the languages of a site as they stand beside each other: left-to-right scripts on the left.

    A name that two languages share stands once, an empty one not at all.
    """
    first: dict[str, Words] = {}
    for code, text in names:
        if text:
            first.setdefault(text, words(text, code))
    return tuple(sorted(first.values(), key=lambda w: w.dir == "rtl"))

"""Views of the lists besides homes and topics: archive, people, series, credits, coverage.

As in ``model.views``, each is the complete input of a template.
"""

from __future__ import annotations

from lisanayn.model.catalog import Words
from lisanayn.model.frame import Column, Day, Frame, Side
from lisanayn.model.rows import CreditText, Part
from lisanayn.model.views import Pager, TagGroup, TagRow
from lisanayn.record import record


@record
class StubView:
    """``stub.html``: a story that is not translated into the language of the page."""

    frame: Frame
    own: Side
    """Of the original."""
    title: str
    summary: str
    day: Day | None
    href: str
    """Of the original."""


@record
class StoryRow:
    """A story in a long list: one line."""

    href: str
    day: Day | None
    own: Words | None
    """The title in the language of the list; None when the story is not translated into it."""
    own_column: Column
    other: Words | None
    other_column: Column
    number: int = 0
    """In a series; 0 elsewhere."""
    done: int = 0
    total: int = 0
    """``done < total``: the translation is not finished."""


@record
class MonthLink:
    """A month of the archive."""

    id: str
    name: str
    href: str
    count: int


@record
class YearLink:
    """A year of the archive."""

    year: str
    """In Latin digits."""
    href: str
    count: int
    months: tuple[MonthLink, ...]


@record
class ArchiveView:
    """``archive.html``: the years that have stories."""

    frame: Frame
    count: int
    years: tuple[YearLink, ...]
    """The last year first."""
    undated: tuple[StoryRow, ...]


@record
class MonthGroup:
    """The stories of a month, newest first."""

    id: str
    name: str
    rows: tuple[StoryRow, ...]


@record
class YearView:
    """``year.html``: the stories of a year."""

    frame: Frame
    year: str
    count: int
    months: tuple[MonthGroup, ...]
    newer: str
    """Address of the next year that has stories; empty for none."""
    older: str
    archive: str


@record
class PeopleView:
    """``people.html``: everybody, by letter."""

    frame: Frame
    count: int
    groups: tuple[TagGroup, ...]


@record
class RoleGroup:
    """What a person did in one role."""

    role: str
    """Key of the interface string."""
    rows: tuple[StoryRow, ...]


@record
class PersonView:
    """``person.html``: the stories of a person."""

    frame: Frame
    name: Words
    second: Words | None
    count: int
    roles: tuple[RoleGroup, ...]
    people: str
    """Address of the list of people."""


@record
class SeriesListView:
    """``all-series.html``: all series."""

    frame: Frame
    rows: tuple[TagRow, ...]


@record
class SeriesView:
    """``series.html``: the stories of a series, in the order of reading."""

    frame: Frame
    name: Words
    second: Words | None
    rows: tuple[StoryRow, ...]
    all_series: str
    """Address of the list of series."""


@record
class CreditRow:
    """A picture and whose it is."""

    href: str
    """Of the story that shows it."""
    title: Words
    credit: CreditText | None
    """None when nobody is named."""
    license: Part | None
    absent: bool
    """Whether the text names a picture that is not published here."""


@record
class CreditsView:
    """``credits.html``: every picture of the site."""

    frame: Frame
    count: int
    rows: tuple[CreditRow, ...]
    pager: Pager | None


@record
class CoverageGroup:
    """Stories in one state of translation."""

    key: str
    """Of the interface string."""
    count: int
    rows: tuple[StoryRow, ...]
    """Those that should be looked at, the newest first and not more than fit; empty for a state that is no work."""


@record
class CoverageLanguage:
    """How far the site is translated into one language."""

    side: Side
    total: int
    """Stories of the site."""
    here: int
    """Stories that can be read in the language, originals included."""
    groups: tuple[CoverageGroup, ...]
    """Every state that occurs."""


@record
class CoverageView:
    """``coverage.html``: what is translated."""

    frame: Frame
    languages: tuple[CoverageLanguage, ...]

"""Views: the complete input of a template, one frozen dataclass for each.

A view holds only str, int, bool, None, date, Enum, tuple and frozen dataclasses, so that a page has a
digest. A template sees its ``view``, the interface strings of the view's language, and nothing else.

Throughout:
    own     the language of the page, which leads
    other   the language beside it; None on a page of one language
"""

from __future__ import annotations

from lisanayn.model.catalog import Words
from lisanayn.model.frame import Column, Day, Frame, Link, Side
from lisanayn.model.picture import PictureFile
from lisanayn.model.rows import BodyBlock, NoteRow, Part
from lisanayn.record import record


@record
class Values:
    """The values of a footer row, on one side."""

    parts: tuple[Part, ...]
    separator: str
    """Between two parts, in the language of the side."""


@record
class Fact:
    """A row of the footer."""

    label: str
    """Key of the interface string."""
    own: Values
    other: Values | None


@record
class TagLink:
    """A tag as an article page shows it."""

    href: str
    own: Words
    other: Words | None
    """None when the tag has no name in the other language, or the same one."""


@record
class SiblingLink:
    """The older or the newer story."""

    href: str
    title: Words
    second: Words | None
    """The title in the other language."""


@record
class SeriesNav:
    """A story's place in its series."""

    name: Words
    href: str
    """Of the series' page."""
    number: int
    count: int
    previous: SiblingLink | None
    next: SiblingLink | None


@record
class ArticleView:
    """``article.html``"""

    frame: Frame
    own: Side
    other: Side | None
    title: str
    other_title: str
    summary: str
    other_summary: str
    kicker: TagLink | None
    dateline: str
    other_dateline: str
    day: Day | None
    authors: tuple[Words, ...]
    translators: tuple[Words, ...]
    translated: bool
    """Whether the page's own language is a translation; the original then stands beside it."""
    translation: str
    """``human``, ``machine``, ``reviewed``; empty when not said, or on a page of one language."""
    sentences: int
    minutes: int
    """Reading time of the page's own text."""
    done: int
    """Translated sentences of the page's original."""
    total: int
    """All sentences of the original; ``done < total`` says the translation is not finished."""
    body: tuple[BodyBlock, ...]
    notes: tuple[NoteRow, ...]
    facts: tuple[Fact, ...]
    tags: tuple[TagLink, ...]
    address: str
    """Permanent address; empty when the site has none."""
    newer: SiblingLink | None
    older: SiblingLink | None
    linked_data: str
    """JSON for search engines (schema.org); empty on a page that stands in for a translation."""
    stands_in: bool = False
    """Whether the text is the original, shown because it is not translated into the language of the page."""
    people: tuple[tuple[str, str], ...] = ()
    """(name of an author or translator, address of the person's page)."""
    aligned: str = ""
    """Address of the aligned text, without its kind (``.tmx``, ``.json``); empty on a page of one language."""
    series: SeriesNav | None = None
    related: tuple[SiblingLink, ...] = ()


# Lists -------------------------------------------------------------------------------------------


@record
class EntryText:
    """A story in a list, in one language."""

    side: Side
    title: str
    summary: str
    topic: Words | None
    day: Day | None


@record
class Entry:
    """A story in a list."""

    href: str
    own: EntryText
    other: EntryText | None
    cover: PictureFile | None
    cover_href: str
    done: int
    total: int
    """``done < total``: the translation is not finished."""
    untranslated: bool = False
    """Whether the story cannot be read in the language of the list; ``own`` has no title then."""


@record
class PageLink:
    """A page of a list; number 0 stands for left out numbers."""

    number: int
    href: str
    current: bool


@record
class Pager:
    """The pages of a list."""

    links: tuple[PageLink, ...]
    newer: str
    """Address; empty on the first page."""
    older: str


@record
class HomeView:
    """``home.html``: the newest stories."""

    frame: Frame
    entries: tuple[Entry, ...]
    lead: bool
    """Whether the first entry is set large: on the first page only."""
    pager: Pager | None
    """None when all stories fit on one page."""


@record
class TagView:
    """``tag.html``: the stories of one tag."""

    frame: Frame
    name: Words
    second: Words | None
    """The tag's name in the other language."""
    count: int
    entries: tuple[Entry, ...]
    pager: Pager | None


@record
class TagRow:
    """A tag in the index."""

    id: str
    href: str
    own: Words | None
    own_column: Column
    other: Words | None
    other_column: Column
    count: int


@record
class TagGroup:
    """The tags under one letter."""

    id: str
    letter: str
    """Empty for the one group of the order by use."""
    lang: str
    dir: str
    rows: tuple[TagRow, ...]


@record
class OrderLink:
    """One order of the tag index."""

    href: str
    lang: str
    """Whose alphabet; empty for the order by use."""
    dir: str
    name: str
    """Of the language, in the language of the page."""
    letters: str
    """First and last letter of the alphabet: ``A–Z``."""
    current: bool


@record
class TagsView:
    """``tags.html``: all tags."""

    frame: Frame
    count: int
    orders: tuple[OrderLink, ...]
    groups: tuple[TagGroup, ...]


@record
class TitleRow:
    """A story in the list of everything."""

    href: str
    own: Words
    own_column: Column
    other: Words | None
    other_column: Column


@record
class SearchView:
    """``search.html``: search, and every title for those without scripts."""

    frame: Frame
    rows: tuple[TitleRow, ...]
    count: int
    """Of all titles."""
    pager: Pager | None


@record
class NotFoundView:
    """``404.html``: one page, all languages."""

    frame: Frame
    sides: tuple[Side, ...]
    homes: tuple[Link, ...]
    """The home of each language."""


@record
class ChooserView:
    """``chooser.html``: ``/`` as a choice of languages."""

    frame: Frame
    choices: tuple[Link, ...]


@record
class RedirectView:
    """``redirect.html``: an old address."""

    frame: Frame
    target: str
    title: Words


View = (
    ArticleView | HomeView | TagView | TagsView | SearchView | NotFoundView | ChooserView | RedirectView
)

"""Views: the complete input of a template, one frozen dataclass for each.

A view holds only str, int, bool, None, date, Enum, tuple and frozen dataclasses, so that a page has a
digest. A template sees its ``view``, the interface strings of the view's language, and nothing else.

Throughout:
    own     the language of the page, which leads
    other   the language beside it; None on a page of one language
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from lisanayn.model.catalog import Words
from lisanayn.model.inline import Rich
from lisanayn.model.picture import PictureFile
from lisanayn.text.lang import DigitSystem

Column = Literal["right", "left"]
"""Where a language stands when two stand side by side. Physical: right-to-left scripts are always on the right."""


Shape = Literal["wide", "tall", "none"]
"""Of a picture: wide ones span both columns, tall ones stand between the captions; ``none``: no picture is there."""

Missing = Literal["", "own", "other", "added"]
"""Which side of a row has nothing because nobody has translated it; ``added``: the original lacks what the translator
put in."""


class Section(Enum):
    """The entry of the main menu that a page belongs to."""

    HOME = "home"
    TOPICS = "topics"
    SEARCH = "search"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the languages of a page."""

    lang: str
    dir: str
    column: Column
    name: str
    """The language's name in the language of the page: ``Arabic``, ``العربية``."""
    marked: bool = False
    """Whether the text is written with vowel marks, so that hiding them means something."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, for machines and for readers."""

    iso: str
    text: str
    """In the language of the column it stands in."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    href: str
    words: Words


@dataclass(frozen=True, slots=True)
class Switch:
    """The way to the same page in another language."""

    lang: str
    dir: str
    name: str
    """The language's own name."""
    href: str
    """Empty when the page does not exist in that language."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """An address for search engines; absolute."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Share:
    """What other sites show when a page is linked (Open Graph)."""

    kind: str
    """``article`` or ``website``."""
    locale: str
    locales: tuple[str, ...]
    """Of the real translations."""
    image: str
    """Absolute address; empty when there is none."""
    image_alt: str
    published: str
    """ISO date; empty when there is none."""
    modified: str


@dataclass(frozen=True, slots=True)
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


# Article pages -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Open:
    """The beginning of an element that holds blocks."""

    tag: Literal["div", "ul", "ol", "li", "blockquote", "aside"]
    role: str
    """The element's class."""
    label: str = ""
    """Key of the interface string that names it; empty for none."""
    kind: Literal["open"] = "open"


@dataclass(frozen=True, slots=True)
class Close:
    """Its end."""

    tag: str
    kind: Literal["close"] = "close"


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the reading page: sentences that translate each other."""

    id: str
    """The first id of the original's sentences; empty when the translation added the row."""
    anchors: tuple[str, ...]
    """Other ids that lead here: of merged sentences, and retired ones."""
    number: str
    """As printed in the margin; empty without an id."""
    fifth: bool
    """Whether the number is always shown."""
    own: Rich
    other: Rich
    missing: Missing = ""
    own_marker: str = ""
    """What a list prints before the row: a bullet or a number."""
    other_marker: str = ""
    kind: Literal["pair"] = "pair"


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A subheading in both languages; a side that lacks it is empty."""

    id: str
    level: int
    own: Rich
    other: Rich
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Part:
    """One value in a credit or in the footer: a name, a date, a link, or an interface string."""

    words: Words | None = None
    key: str = ""
    """Key of an interface string, when there are no words."""
    day: Day | None = None
    """A date, alone or before the words."""
    href: str = ""
    rel: str = ""
    after: str = ""
    """Printed after the words: the numbers of the pictures an agency took, the version of a licence."""
    agency: str = ""
    """Id in the table of agencies; empty when the name is not there."""
    printed: str = ""
    """As the source prints the name, where the page's language calls it otherwise."""


@dataclass(frozen=True, slots=True)
class CreditText:
    """Who is credited for a picture, on one side."""

    names: tuple[Part, ...]
    """Empty when only a qualifier is printed."""
    qualifier: Words | None
    """``archive``, as printed."""


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A picture with caption and credit in both languages."""

    id: str
    number: int
    picture: PictureFile | None
    """None: the source names a picture that is not there."""
    href: str
    """Relative address of the picture."""
    shape: Shape
    eager: bool
    """The first picture of a page is not loaded lazily."""
    alt: Words
    own: Rich
    """Caption; empty when there is none."""
    other: Rich
    own_credit: CreditText | None
    other_credit: CreditText | None
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: Rich
    align: str
    """``start``, ``center``, ``end`` or empty."""
    number: bool
    """Whether it holds a number and nothing else: such cells run left to right."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in one language."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table in both languages."""

    own: Grid | None
    other: Grid | None
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, once for both languages."""

    text: str
    language: str
    """Letters, digits, ``+``, ``-`` and ``#`` only; may be empty."""
    kind: Literal["code"] = "code"


@dataclass(frozen=True, slots=True)
class RuleBlock:
    """A thematic break."""

    kind: Literal["rule"] = "rule"


@dataclass(frozen=True, slots=True)
class SpeakerBlock:
    """Who is quoted, under a quotation."""

    own: Rich
    other: Rich
    kind: Literal["speaker"] = "speaker"


@dataclass(frozen=True, slots=True)
class AnchorBlock:
    """Retired ids that stood at the end of the text."""

    ids: tuple[str, ...]
    kind: Literal["anchor"] = "anchor"


BodyBlock = (
    Open | Close | Pair | HeadingBlock | FigureBlock | TableBlock | CodeBlock | RuleBlock | SpeakerBlock | AnchorBlock
)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A footnote in one language."""

    id: str
    number: str
    text: Rich
    back: str
    """Id of the first reference to it; empty when nothing refers to it."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """The n-th footnote of either side."""

    own: NoteText | None
    other: NoteText | None


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a footer row, on one side."""

    parts: tuple[Part, ...]
    separator: str
    """Between two parts, in the language of the side."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the footer."""

    label: str
    """Key of the interface string."""
    own: Values
    other: Values | None


@dataclass(frozen=True, slots=True)
class TagLink:
    """A tag as an article page shows it."""

    href: str
    own: Words
    other: Words | None
    """None when the tag has no name in the other language, or the same one."""


@dataclass(frozen=True, slots=True)
class SiblingLink:
    """The older or the newer story."""

    href: str
    title: Words
    second: Words | None
    """The title in the other language."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """``article.html``"""

    frame: Frame
    slug: str
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
    updated: Day | None
    authors: tuple[Words, ...]
    translators: tuple[Words, ...]
    translation: str
    """``human``, ``machine``, ``reviewed``; empty when not said, or on a page of one language."""
    sentences: int
    minutes: int
    """Reading time of the page's own text."""
    done: int
    """Translated sentences of the page's original."""
    total: int
    """All sentences of the original; ``done < total`` says the translation is not finished."""
    missing_side: str
    """Language code of the side that lacks them; empty when the translation is complete."""
    body: tuple[BodyBlock, ...]
    notes: tuple[NoteRow, ...]
    facts: tuple[Fact, ...]
    tags: tuple[TagLink, ...]
    address: str
    """Permanent address; empty when the site has none."""
    newer: SiblingLink | None
    older: SiblingLink | None
    linked_data: str
    """JSON for search engines (schema.org)."""


# Lists -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EntryText:
    """A story in a list, in one language."""

    side: Side
    title: str
    summary: str
    topic: Words | None
    day: Day | None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a list; number 0 stands for left out numbers."""

    number: int
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages of a list."""

    links: tuple[PageLink, ...]
    newer: str
    """Address; empty on the first page."""
    older: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """``home.html``: the newest stories."""

    frame: Frame
    entries: tuple[Entry, ...]
    lead: bool
    """Whether the first entry is set large: on the first page only."""
    pager: Pager | None
    """None when all stories fit on one page."""


@dataclass(frozen=True, slots=True)
class TagView:
    """``tag.html``: the stories of one tag."""

    frame: Frame
    name: Words
    second: Words | None
    """The tag's name in the other language."""
    count: int
    entries: tuple[Entry, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag in the index."""

    id: str
    href: str
    own: Words | None
    own_column: Column
    other: Words | None
    other_column: Column
    count: int


@dataclass(frozen=True, slots=True)
class TagGroup:
    """The tags under one letter."""

    id: str
    letter: str
    """Empty for the one group of the order by use."""
    lang: str
    dir: str
    rows: tuple[TagRow, ...]


@dataclass(frozen=True, slots=True)
class OrderLink:
    """One order of the tag index."""

    href: str
    lang: str
    """Whose alphabet; empty for the order by use."""
    name: str
    """Of the language, in the language of the page."""
    letters: str
    """First and last letter of the alphabet: ``A–Z``."""
    current: bool


@dataclass(frozen=True, slots=True)
class TagsView:
    """``tags.html``: all tags."""

    frame: Frame
    count: int
    orders: tuple[OrderLink, ...]
    groups: tuple[TagGroup, ...]


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A story in the list of everything."""

    href: str
    own: Words
    own_column: Column
    other: Words | None
    other_column: Column


@dataclass(frozen=True, slots=True)
class SearchView:
    """``search.html``: every title, for the browser's own search."""

    frame: Frame
    rows: tuple[TitleRow, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """``404.html``: one page, all languages."""

    frame: Frame
    sides: tuple[Side, ...]
    homes: tuple[Link, ...]
    """The home of each language."""


@dataclass(frozen=True, slots=True)
class ChooserView:
    """``chooser.html``: ``/`` as a choice of languages."""

    frame: Frame
    choices: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """``redirect.html``: an old address."""

    frame: Frame
    target: str
    title: Words


View = (
    ArticleView | HomeView | TagView | TagsView | SearchView | NotFoundView | ChooserView | RedirectView
)

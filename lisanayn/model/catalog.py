"""What lists know of stories: small records, so that no list ever holds a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lisanayn.model.article import Moment, TagUse
from lisanayn.model.person import Person, Role
from lisanayn.model.picture import PictureFile
from lisanayn.model.tag import Tag
from lisanayn.record import record


@record
class Words:
    """Words with the language they are in, which need not be the page's."""

    text: str
    lang: str
    """Empty when nobody has said: a Latin name in an Arabic text."""
    dir: str
    """``rtl`` or ``ltr``."""


@record
class CardText:
    """One reader page of a story: the story in one language."""

    lang: str
    title: str
    summary: str
    """Empty when the author gave none."""
    path: str
    """Of the page, in output/: ``ar/harbour/index.html``."""
    done: int
    """Sentences of the original that this text translates; 0 for the original."""
    total: int
    """Sentences of the original; 0 for the original itself."""
    source: str
    """The content file."""
    authors: tuple[str, ...] = ()
    """As this text writes their names; empty in a translation that leaves them to its original."""
    translators: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    translation: Literal["", "human", "machine", "reviewed"] = ""
    """How a translation was made, where it says so."""
    stale: int = 0
    """Groups of sentences that a person reviewed in an earlier wording."""
    series: str = ""
    """The name of the story's series in this language; a translation may leave it to its original."""


@record
class StandIn:
    """A page that stands where a translation is missing. It is no translation: search engines are sent to the
    original, and no list of translations names it."""

    lang: str
    """The language of the page, which the story cannot be read in."""
    path: str
    """Of the page, in output/."""
    policy: Literal["stub", "show"]
    """``stub``: it says so and leads to the original. ``show``: it shows the original."""


@record
class Credit:
    """A picture with its credit, for a page of credits."""

    picture: str
    """Its name; empty when the source printed a credit and the picture is not there."""
    printed: str
    """As the text prints it; empty when it names nobody."""
    lang: str
    license: str
    """The picture's own; empty when it has none."""
    qualifier: str = ""
    """``أرشيف``: what the credit says of the picture besides names."""


@record
class Card:
    """A story as lists see it. Holds no text but title and summary, and no draft ever becomes one."""

    slug: str
    """The story's key: the name of its folder or file."""
    texts: tuple[CardText, ...]
    """The original first, then the translations in the order of the site's languages."""
    date: Moment | None
    updated: Moment | None
    tags: tuple[TagUse, ...]
    """As the author wrote them; the catalog resolves them."""
    aliases: tuple[str, ...]
    """Paths that lead to this story by a redirect."""
    cover: PictureFile | None
    """The author's choice, else the first picture."""
    authors: tuple[str, ...]
    series: str
    sources: tuple[str, ...]
    """Names of the sources, as printed."""
    credits: tuple[Credit, ...]
    digest: str
    """Names the card: two with one digest are equal. Set by the build; empty when it is first made."""
    section: str = ""
    """The folder between content/ and the story's own; empty for none."""
    part: int = 0
    """Number in the series, where the author gave one."""
    stand_ins: tuple[StandIn, ...] = ()
    """In the order of the site's languages."""

    def path(self, lang: str) -> str:
        """The story's page in a language, or what stands in for it; empty when lists of that language leave it out."""
        for text in self.texts:
            if text.lang == lang:
                return text.path
        return next((page.path for page in self.stand_ins if page.lang == lang), "")

    def listed_in(self) -> tuple[str, ...]:
        """The languages whose lists show the story."""
        return (*[text.lang for text in self.texts], *[page.lang for page in self.stand_ins])

    def text(self, lang: str) -> CardText | None:
        """The story's page in a language; None when there is none."""
        for text in self.texts:
            if text.lang == lang:
                return text
        return None

    def second(self, lang: str) -> CardText | None:
        """What stands beside the text in ``lang``: the original, or beside the original its first translation."""
        if self.texts[0].lang != lang:
            return self.texts[0]
        return self.texts[1] if len(self.texts) > 1 else None


@record
class TagEntry:
    """A tag that at least one story carries."""

    tag: Tag
    cards: tuple[int, ...]
    """Positions in ``Catalog.cards`` of the stories that carry it, newest first."""
    counts: tuple[tuple[str, int], ...]
    """(language code, stories that its lists show), for each language of the site."""

    def count(self, lang: str) -> int:
        """Stories of the tag in the lists of a language."""
        return dict(self.counts).get(lang, 0)


@record
class PersonEntry:
    """A person that at least one story names."""

    person: Person
    roles: tuple[tuple[Role, tuple[int, ...]], ...]
    """(role, positions in ``Catalog.cards``, newest first); a role the person never had is left out."""
    counts: tuple[tuple[str, int], ...]
    """(language code, stories that its lists show), for each language of the site."""

    def count(self, lang: str) -> int:
        """Stories of the person in the lists of a language, in whatever role."""
        return dict(self.counts).get(lang, 0)


@record
class SeriesEntry:
    """A series with at least one story."""

    id: str
    """The address of its page."""
    names: tuple[tuple[str, str], ...]
    """(language code, name); may lack a language."""
    cards: tuple[int, ...]
    """Positions in ``Catalog.cards``, in the order of reading."""
    numbers: tuple[int, ...]
    """The number of each within the series: the author's, else by place."""


@record
class StoryLink:
    """All that a page says of another story. Flat, because every build digests two for each page."""

    path: str
    """Of the page in output/, in the language of the page that links."""
    title: str
    """In the language of the page that links."""
    second: str = ""
    """In the other language of that page; empty when there is none."""
    second_lang: str = ""
    lang: str = ""
    """Of ``title``, where it is not that of the page that links: the story is not translated."""


@record
class SeriesPlace:
    """A story's place in its series, as one language's list has it."""

    name: str
    name_lang: str
    path: str
    """Of the series' page, in output/."""
    number: int
    """The story's, from 1."""
    count: int
    """Numbers of the whole series."""
    previous: StoryLink | None
    next: StoryLink | None


@record
class Neighbours:
    """The stories around a story, in one language's lists."""

    lang: str
    newer: StoryLink | None
    older: StoryLink | None
    series: SeriesPlace | None = None
    related: tuple[StoryLink, ...] = ()
    """Stories that share tags, the nearest first; see ``pages.related``."""


@record
class Place:
    """What a story's pages take from the rest of the site. Equal places make equal pages."""

    pages: tuple[tuple[str, str], ...]
    """(language code, path in output/) of the story's reader pages, the original first."""
    neighbours: tuple[Neighbours, ...]
    """One for each reader page and each page that stands in for one."""
    tags: tuple[Tag, ...]
    """In the author's order, without their aliases."""
    pictures: tuple[PictureFile, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    """(name as a text of the story writes it, id of the person), each name once."""
    redirects: tuple[tuple[str, str], ...] = ()
    """(language of the page that it leads to, path in output/) of every old address."""

    def path(self, lang: str) -> str:
        """Path of the story's page in a language; empty when there is none."""
        return dict(self.pages).get(lang, "")


@record
class Catalog:
    """All published stories, newest first, and their tags. Never digested: lists are digested by their views."""

    cards: tuple[Card, ...]
    tags: tuple[TagEntry, ...]
    """Sorted by id."""
    card_tags: tuple[tuple[Tag, ...], ...]
    """For each card, its tags in the author's order."""
    places: Mapping[str, Place]
    """By the story's key; without pictures. Never changed after it was made."""
    people: tuple[PersonEntry, ...] = ()
    """Sorted by id."""
    series: tuple[SeriesEntry, ...] = ()
    """Sorted by id."""

"""What lists know of stories: small records, so that no list ever holds a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lisanayn.model.article import Moment, TagUse
from lisanayn.model.picture import PictureFile
from lisanayn.model.tag import Tag


@dataclass(frozen=True, slots=True)
class Words:
    """Words with the language they are in, which need not be the page's."""

    text: str
    lang: str
    """Empty when nobody has said: a Latin name in an Arabic text."""
    dir: str
    """``rtl`` or ``ltr``."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Credit:
    """A picture's credit, for a page of credits."""

    picture: str
    printed: str
    lang: str
    license: str


@dataclass(frozen=True, slots=True)
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
    """The story's."""

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


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag that at least one story carries."""

    tag: Tag
    cards: tuple[int, ...]
    """Positions in ``Catalog.cards`` of the stories that carry it, newest first."""
    counts: tuple[tuple[str, int], ...]
    """(language code, stories that can be read in it), for each language of the site."""

    def count(self, lang: str) -> int:
        """Stories of the tag that can be read in a language."""
        return dict(self.counts).get(lang, 0)


@dataclass(frozen=True, slots=True)
class StoryLink:
    """All that a page says of another story. Flat, because every build digests two for each page."""

    path: str
    """Of the page in output/, in the language of the page that links."""
    title: str
    """In the language of the page that links."""
    second: str = ""
    """In the other language of that page; empty when there is none."""
    second_lang: str = ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The stories before and after a story, in one language's list."""

    lang: str
    newer: StoryLink | None
    older: StoryLink | None


@dataclass(frozen=True, slots=True)
class Place:
    """What a story's pages take from the rest of the site. Equal places make equal pages."""

    pages: tuple[tuple[str, str], ...]
    """(language code, path in output/) of the story's reader pages, the original first."""
    neighbours: tuple[Neighbours, ...]
    """One for each reader page."""
    tags: tuple[Tag, ...]
    """In the author's order, without their aliases."""
    pictures: tuple[PictureFile, ...] = ()

    def path(self, lang: str) -> str:
        """Path of the story's page in a language; empty when there is none."""
        return dict(self.pages).get(lang, "")


@dataclass(frozen=True, slots=True)
class Catalog:
    """All published stories, newest first, and their tags. Never digested: lists are digested by their views."""

    cards: tuple[Card, ...]
    tags: tuple[TagEntry, ...]
    """Sorted by id."""
    card_tags: tuple[tuple[Tag, ...], ...]
    """For each card, its tags in the author's order."""
    places: Mapping[str, Place]
    """By the story's key; without pictures. Never changed after it was made."""

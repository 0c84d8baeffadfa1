"""What the checks look at: frozen values, made by ``build.checking``."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.article import Article, TagUse
from lisanayn.model.blocks import Block, Figure, Footnote, Heading, Item, Paragraph, Quote, Table
from lisanayn.model.inline import Link, Rich
from lisanayn.model.story import Story
from lisanayn.model.tag import Tag
from lisanayn.problems import Location
from lisanayn.record import record


@record
class Ground:
    """What holds for the whole site."""

    languages: tuple[str, ...]
    license: str = ""
    """The site's own, for what names none."""
    base_url: str = ""
    """Empty, or ending in a slash."""
    output: str = "output"
    """The built site's folder, as messages name it."""

    def at(self, path: str, line: int = 0) -> Location:
        """A place in a built file."""
        return Location(f"{self.output}/{path}", line)


@record
class BuiltFile:
    """One file, by name and bytes."""

    path: str
    """In output/ (for sources: in the site's folder), ``/``-separated."""
    data: bytes


@record
class LinkUse:
    """An address that a page leads to or loads."""

    address: str
    """As written, entities decoded."""
    line: int
    loads: bool
    """Whether the browser fetches it by itself: a picture, a script, a style sheet."""
    switch: str = ""
    """The language that a link of the language switch leads to; empty for any other."""


Alternates = frozenset[tuple[str, str]]
"""(hreflang, full address)."""


@record
class HeadFacts:
    """The head of a page, as far as other pages must agree with it."""

    path: str
    address: str
    """Its full address; empty when the site has none."""
    canonical: str
    alternates: Alternates
    indexed: bool
    translations: frozenset[str]
    """Addresses of the works that the linked data calls translations of this page's."""
    original: str
    """Address of the work that it calls the original."""


@record
class SitemapEntry:
    """One address of the site map."""

    path: str
    """Of the site map's file."""
    address: str
    alternates: Alternates


@record
class PageFacts:
    """What must be known of a page to check the pages that lead to it."""

    path: str
    ids: frozenset[str]
    links: tuple[LinkUse, ...]
    head: HeadFacts | None = None
    """None for a page that only leads to another."""
    lang: str = ""
    """Of the page; empty when it does not say."""


@record
class AuthorLink:
    """A link in an article's text."""

    address: str
    at: Location


@record
class StoryFacts:
    """What must be known of a story to check it against the others."""

    slug: str
    """The folder's name."""
    own_slug: str
    """The author's, for the address; empty when there is none."""
    at: Location
    tags: tuple[TagUse, ...]
    lang: str
    """Of the tags: the original's."""
    links: tuple[AuthorLink, ...]
    pictures: frozenset[str]
    """Names of the picture files that the story shows."""


@record
class Survey:
    """The whole site, as far as the checks need it at once."""

    stories: tuple[StoryFacts, ...] = ()
    tags: tuple[Tag, ...] = ()
    """Of tags.toml."""
    sources: tuple[str, ...] = ()
    """Path of every file under content/ and static/, hidden ones too."""
    spare_pictures: tuple[str, ...] = ()
    """Paths of pictures beside articles that no article shows."""
    pages: tuple[PageFacts, ...] = ()
    sitemap: tuple[SitemapEntry, ...] = ()
    files: frozenset[str] = frozenset()
    """Path of every file of the built site."""


def story_facts(story: Story) -> StoryFacts:
    """The facts of a story."""
    articles = (story.original, *[translation.article for translation in story.translations])
    header = story.original.header
    return StoryFacts(
        story.slug,
        header.slug,
        Location(story.original.path),
        header.tags,
        story.original.lang,
        tuple([link for article in articles for link in _links(article)]),
        frozenset([name for article in articles for name in _pictures(article)]),
    )


def _links(article: Article) -> Iterator[AuthorLink]:
    for block in article.blocks:
        for rich in rich_texts(block):
            for run in rich:
                for mark in run.marks:
                    if isinstance(mark, Link):
                        yield AuthorLink(mark.href, Location(article.path, block.line))


def _pictures(article: Article) -> Iterator[str]:
    yield from [block.image for block in article.blocks if isinstance(block, Figure) and block.image]
    if article.header.cover:
        yield article.header.cover


def rich_texts(block: Block) -> tuple[Rich, ...]:
    """The texts of a block that may hold marks."""
    match block:
        case Paragraph(text=text) | Heading(text=text) | Item(text=text) | Footnote(text=text):
            return (text,)
        case Quote(text=text, attribution=attribution):
            return (text, attribution)
        case Figure(caption=caption):
            return (caption,)
        case Table(header=header, rows=rows):
            return (*header, *[cell for row in rows for cell in row])
        case _:
            return ()

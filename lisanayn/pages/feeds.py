"""Feeds: the newest stories of a language, a tag, a person, as Atom (RFC 4287); of a language as JSON Feed 1.1 too.

Three steps, so that a feed costs no article: a story's text is made once with its pages (``feed_contents``), what a
feed shows besides comes from the cards (``plan_feeds``), and a feed is put together only when one of the two changed
(``make_feed``). Feeds stand on other people's screens, so a site without an address of its own has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from hashlib import sha1
from urllib.parse import urlsplit

from lisanayn.model.article import Moment
from lisanayn.model.catalog import Card, CardText, Catalog
from lisanayn.model.files import FeedEntry, FeedHead, FeedItem, FeedView, FileFrame, FileView
from lisanayn.model.page import Page
from lisanayn.model.tag import Tag
from lisanayn.pages import urls
from lisanayn.pages.entries import tag_name
from lisanayn.pages.feed_json import json_feed
from lisanayn.pages.feed_text import feed_contents
from lisanayn.pages.site import Site
from lisanayn.record import record
from lisanayn.settings import localized
from lisanayn.text.direction import page_title, title_text
from lisanayn.text.languages import LANGUAGES

__all__ = ["FEED_TEMPLATES", "FeedPlan", "feed_contents", "make_feed", "plan_feeds"]

FEED_TEMPLATES = ("feed-content.html",)
"""Templates of the pages that ``feed_contents`` makes."""

NEVER = "1970-01-01T00:00:00Z"
"""``updated`` of a feed without entries: the format asks for a date, and none must come from a clock."""

MOST_LETTERS = 10_000_000
"""Of all texts in a feed. Letters of two bytes and escaped marks make less than three times as many bytes of them, and
readers take no more than some 50 MB; older entries then say where their text is, as in a feed of summaries."""

_FIELDS = tuple([field.name for field in fields(FeedEntry)])

_NAMESPACE_URL = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""RFC 9562, section 6.6."""


@record
class FeedPlan:
    """A feed before its texts are known. Two equal plans with equal texts make one feed."""

    path: str
    """In output/: ``ar/feed.xml``."""
    inputs: tuple[tuple[str, str], ...]
    """(story's key, language) of the texts it holds, newest first; empty where feeds carry summaries only."""
    head: FeedHead


@record
class _Channel:
    """A page that has a feed."""

    title: tuple[str, ...]
    """Of the page, without the site's name; empty for a language's home."""
    pages: tuple[tuple[str, str], ...]
    """(language code, path) of the page in the languages it has stories in."""
    cards: Sequence[int]
    """Positions in the catalog, newest first."""


def plan_feeds(catalog: Catalog, site: Site) -> Iterator[FeedPlan]:
    """Every feed of the site; none when it has no address. A language always has its feeds, a tag and a person in the
    languages they have stories in. Stories without a date are in no feed."""
    if not site.base_url:
        return
    entries = _Entries(catalog, site)
    for lang in site.languages:
        for channel in _channels(catalog, lang, site):
            listed = entries.newest(channel.cards, lang)
            page = dict(channel.pages)[lang]
            inputs = tuple([(catalog.cards[i].slug, lang) for i in listed]) if site.feeds.full else ()
            head = _head(channel, lang, page, tuple([entries.of(i, lang) for i in listed]), site)
            yield FeedPlan(urls.feed(page), inputs, head)
            if not channel.title:
                yield FeedPlan(urls.feed(page, urls.JSON_FEED), inputs, head)


def _channels(catalog: Catalog, lang: str, site: Site) -> Iterator[_Channel]:
    """The pages of a language that have a feed."""
    everything = range(len(catalog.cards))
    yield _Channel((), tuple([(code, urls.home(code)) for code in site.languages]), everything)
    for tag in catalog.tags:
        if tag.count(lang):
            pages = [(code, urls.tag(code, tag.tag.id)) for code in site.languages if tag.count(code)]
            yield _Channel((tag_name(tag.tag, lang)[0],), tuple(pages), tag.cards)
    for person in catalog.people:
        if person.count(lang):
            pages = [(code, urls.person(code, person.person.id)) for code in site.languages if person.count(code)]
            names = dict(person.person.names)
            name = names.get(lang) or next(iter(names.values()), person.person.id)
            cards = sorted({position for _, positions in person.roles for position in positions})
            yield _Channel((name,), tuple(pages), cards)


class _Entries:
    """The entries of a language's stories, each made once though it stands in several feeds."""

    def __init__(self, catalog: Catalog, site: Site) -> None:
        self._catalog = catalog
        self._site = site
        self._made: dict[tuple[int, str], str] = {}

    def newest(self, positions: Iterable[int], lang: str) -> list[int]:
        """The first stories that can be read in the language, as many as a feed holds."""
        found: list[int] = []
        for position in positions:
            card = self._catalog.cards[position]
            if card.date and card.text(lang):
                found.append(position)
                if len(found) == self._site.feeds.items:
                    break
        return found

    def of(self, position: int, lang: str) -> str:
        """A story as JSON."""
        made = self._made.get((position, lang))
        if made is None:
            tags = self._catalog.card_tags[position]
            made = self._made[position, lang] = feed_entry(self._catalog.cards[position], tags, lang, self._site)
        return made


def feed_entry(card: Card, tags: Sequence[Tag], lang: str, site: Site) -> str:
    """What feeds of a language show of a story besides its text, as JSON."""
    entry = _entry(card, tags, lang, site)
    return json.dumps({name: getattr(entry, name) for name in _FIELDS}, ensure_ascii=False)


def _entry(card: Card, tags: Sequence[Tag], lang: str, site: Site) -> FeedEntry:
    text = card.text(lang)
    if text is None or card.date is None:
        raise ValueError(f"{card.slug} has no place in a feed in {lang}")
    published = _instant(card.date)
    return FeedEntry(
        id=stable_id(f"{card.slug}/{lang}", site.base_url),
        url=urls.absolute(text.path, site.base_url),
        title=title_text(text.title, LANGUAGES[lang].direction),
        summary=text.summary,
        published=published,
        updated=max(published, _instant(card.updated)) if card.updated else published,
        authors=_authors(card, text),
        translators=text.translators,
        tags=tuple([(tag.id, tag_name(tag, lang)[0]) for tag in tags]),
        image=urls.absolute(card.cover.path, site.base_url) if card.cover else "",
        translations=tuple(
            [(one.lang, urls.absolute(one.path, site.base_url)) for one in card.texts if one.lang != lang]
        ),
    )


def _authors(card: Card, text: CardText) -> tuple[str, ...]:
    """As the text writes their names, else as the original does."""
    return text.authors or card.texts[0].authors or card.authors


def _instant(moment: Moment) -> str:
    """A moment in UTC (RFC 3339, section 5.6)."""
    return moment.instant.isoformat(timespec="seconds").replace("+00:00", "Z")


def _head(channel: _Channel, lang: str, page: str, entries: tuple[str, ...], site: Site) -> FeedHead:
    parts = [*channel.title, site.title(lang)]
    title = page_title(parts, LANGUAGES[lang].direction) or urls.absolute(page, site.base_url)
    return FeedHead(
        id=stable_id(urls.feed(page), site.base_url),
        lang=lang,
        title=title,
        subtitle=localized(site.taglines, lang) if not channel.title else "",
        page=urls.absolute(page, site.base_url),
        twins=tuple(
            [(code, urls.absolute(urls.feed(path), site.base_url)) for code, path in channel.pages if code != lang]
        ),
        entries=entries,
    )


@lru_cache(maxsize=20_000)
def stable_id(name: str, base_url: str) -> str:
    """A name for ever: ``urn:uuid:…``, version 5 of RFC 9562, made from the site's host and folder and ``name``.

    For an entry that is the story's key and language, for a feed its path: so neither a new title nor a new slug nor
    https instead of http makes a story new again in its readers' lists.
    """
    place = urlsplit(base_url)
    text = f"http://{place.netloc}{place.path}{name}".encode("utf-8", "surrogatepass")
    digest = bytearray(sha1(_NAMESPACE_URL + text, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    made = digest.hex()
    return f"urn:uuid:{made[:8]}-{made[8:12]}-{made[12:16]}-{made[16:20]}-{made[20:]}"


def make_feed(plan: FeedPlan, contents: Sequence[str], site: Site) -> Page:
    """A feed with its texts, in the order of ``plan.inputs``; none of them where feeds carry summaries only."""
    head = plan.head
    entries = [_read_entry(one) for one in head.entries]
    texts = _within(contents) if site.feeds.full else [""] * len(entries)
    items = [FeedItem(entry, text) for entry, text in zip(entries, texts, strict=True)]
    if plan.path.endswith(urls.JSON_FEED):
        text = json_feed(plan.path, head, items, _publisher(head, site), site)
        return Page(plan.path, "file.txt", FileView(_frame(head, site), text))
    has_json = head.page == urls.absolute(urls.home(head.lang), site.base_url)
    view = FeedView(
        frame=_frame(head, site),
        head=head,
        url=urls.absolute(plan.path, site.base_url),
        json=urls.absolute(urls.feed(urls.home(head.lang), urls.JSON_FEED), site.base_url) if has_json else "",
        updated=max([entry.updated for entry in entries], default=NEVER),
        publisher=_publisher(head, site),
        publisher_url=site.publisher_url,
        items=tuple(items),
    )
    return Page(plan.path, "feed.xml", view)


def _within(texts: Sequence[str]) -> Iterator[str]:
    """The texts of the newest entries; empty for the older ones, once a feed would be too large for its readers."""
    room = MOST_LETTERS
    for text in texts:
        room -= len(text)
        yield text if room >= 0 else ""


def _frame(head: FeedHead, site: Site) -> FileFrame:
    return FileFrame(
        head.lang, LANGUAGES[head.lang].direction, site.digits, site.base_url, site.title(head.lang)
    )


def _publisher(head: FeedHead, site: Site) -> str:
    """Who answers for a feed: every one must name somebody (RFC 4287, section 4.1.1)."""
    return localized(site.publisher, head.lang) or site.title(head.lang) or urlsplit(site.base_url).netloc


def _read_entry(text: str) -> FeedEntry:
    found: Mapping[str, object] = json.loads(text)
    made = {name: _tuples(value) for name, value in found.items()}
    return FeedEntry(**made)  # type: ignore[arg-type]


def _tuples(value: object) -> object:
    return tuple([_tuples(one) for one in value]) if isinstance(value, list) else value

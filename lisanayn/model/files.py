"""Views of the files that are no pages: feeds, site maps, lists for machines. The same rules as in ``model.views``."""

from __future__ import annotations

from lisanayn.model.frame import Frame, Side
from lisanayn.model.inline import Rich
from lisanayn.model.rows import BodyBlock, NoteRow
from lisanayn.model.views import Fact
from lisanayn.record import record
from lisanayn.text.lang import DigitSystem


@record
class FileFrame:
    """What rendering must know of a file that is no page."""

    lang: str
    dir: str
    digits: tuple[tuple[str, DigitSystem], ...]
    """(language code, digit system) for every language of the site."""
    root: str
    """What leads to the top of output/: relative, or the site's full address where a file is read elsewhere."""
    site: str = ""
    """The site's name in the file's language; may be empty."""


@record
class FileView:
    """``file.txt``: a file whose whole text is made by ``pages``, in the form its readers ask for."""

    frame: FileFrame
    text: str


@record
class SitemapView:
    """``sitemap.xml``: the addresses of the site, or the parts they were divided into."""

    frame: FileFrame
    body: str
    """The entries as XML, escaped: there may be tens of thousands of them."""
    parts: tuple[str, ...] = ()
    """Addresses of the parts; empty in a site map that holds the entries itself."""


@record
class RobotsView:
    """``robots.txt``"""

    frame: FileFrame
    sitemap: str
    """Full address of the site map; empty when there is none."""


@record
class HeadersView:
    """``headers.txt``: what a host should send with each file."""

    frame: FileFrame
    base: str
    """Path of the site on its host, with slashes at both ends."""
    folders: tuple[str, ...]
    """Paths, from the top of the host, of the folders that hold pages."""


@record
class ManifestView:
    """``manifest.webmanifest``"""

    frame: FileFrame
    name: str
    names: tuple[tuple[str, str], ...]
    """(language code, the site's name) for each language but the first."""
    description: str


@record
class WorkerView:
    """``service-worker.js``"""

    frame: FileFrame
    offline: tuple[tuple[str, str], ...]
    """(language code, address from the top of the page shown when there is no connection) for each language."""
    words: tuple[str, ...] = ()
    """Paths of the scripts that search begins with."""


@record
class SearchWordsView:
    """``search-words.js``: search in the language of the frame."""

    frame: FileFrame


@record
class OfflineView:
    """``offline.html``: what a reader sees without a connection, in place of a page that was never read."""

    frame: Frame


# Feeds -------------------------------------------------------------------------------------------


@record
class Passage:
    """A paragraph in both languages, or one item's; a side without a text is empty."""

    own: Rich
    other: Rich
    kind: str = "passage"


@record
class FeedContentView:
    """``feed-content.html``: the text of a story as feeds carry it. Every address in it is a full one."""

    frame: FileFrame
    own: Side
    other: Side | None
    """None where feeds carry one language only."""
    dateline: str
    other_title: str
    """Empty on an entry of one language."""
    rows: tuple[BodyBlock | Passage, ...]
    notes: tuple[NoteRow, ...]
    facts: tuple[Fact, ...]
    """Sources, credits and licence, in the entry's own language."""


@record
class FeedEntry:
    """A story in a feed."""

    id: str
    url: str
    """Of the reader page in the feed's language."""
    title: str
    summary: str
    published: str
    """RFC 3339, in UTC."""
    updated: str
    """Never before ``published``."""
    authors: tuple[str, ...]
    translators: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    """(id, name)."""
    image: str
    """Full address of the picture that stands for the story; empty when it has none."""
    translations: tuple[tuple[str, str], ...]
    """(language code, address) of the story in other languages."""


@record
class FeedHead:
    """All that a feed shows but the texts."""

    id: str
    lang: str
    title: str
    """With what keeps its pieces from reordering each other."""
    subtitle: str
    page: str
    """Address of the page whose feed it is."""
    twins: tuple[tuple[str, str], ...]
    """(language code, address) of the same feed in other languages."""
    entries: tuple[str, ...]
    """Each a FeedEntry as JSON. A story stands in the feeds of its language, its tags and its people; as one text it is
    made and digested once for all of them."""


@record
class FeedItem:
    """An entry with its text."""

    entry: FeedEntry
    content: str
    """HTML; empty where feeds carry summaries only."""


@record
class FeedView:
    """``feed.xml``: an Atom feed (RFC 4287)."""

    frame: FileFrame
    head: FeedHead
    url: str
    """The feed's own address."""
    json: str
    """Address of the same feed as JSON; empty when there is none."""
    updated: str
    publisher: str
    publisher_url: str
    items: tuple[FeedItem, ...]

"""What is made of a story beside its pages, and serves to make other files of the site.

A *story product* is bytes made in the story's own job, from what its pages are made from, and kept in the cache, never
in output/: the text of an article for feeds, its words for search. A *site product* is files of output/ made from
them. So a feed of twenty articles is put together without reading one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.store import Unusable
from lisanayn.build.summaries import Product
from lisanayn.disk import Disk
from lisanayn.model.catalog import Place
from lisanayn.model.story import Story
from lisanayn.pages.feeds import FEED_TEMPLATES, feed_contents
from lisanayn.pages.site import Site
from lisanayn.record import record
from lisanayn.render import Theme, render_page
from lisanayn.search.document import make_document

FOLDER = "products"


@record
class Ground:
    """What all products of a build are made with."""

    site: Site
    theme: Theme
    cache: Disk


Maker = Callable[[Story, Place, Ground], Iterable[tuple[str, bytes]]]
"""The parts of a product: (name of the part, its bytes)."""


def feed_texts(story: Story, place: Place, ground: Ground) -> Iterator[tuple[str, bytes]]:
    """A story for feeds; its parts are languages."""
    for page in feed_contents(story, place, ground.site):
        yield page.path, render_page(page, ground.theme)


def search_words(story: Story, place: Place, ground: Ground) -> Iterator[tuple[str, bytes]]:
    """A story for search."""
    yield "", make_document(story, place)


FEED, SEARCH = "feed", "search"
STORY_PRODUCTS: dict[str, Maker] = {FEED: feed_texts, SEARCH: search_words}
"""Name → maker."""

PRODUCT_TEMPLATES: tuple[str, ...] = FEED_TEMPLATES
"""Templates that products are rendered with."""


def make_products(names: Sequence[str], key: str, story: Story, place: Place, ground: Ground) -> tuple[Product, ...]:
    """Makes some products of a story and puts them into the cache."""
    made: list[Product] = []
    for name in names:
        for part, data in STORY_PRODUCTS[name](story, place, ground):
            product = (name, part, digest_bytes(data))
            ground.cache.write(product_path(key, product), data)
            made.append(product)
    return tuple(made)


def product_path(key: str, product: Product) -> str:
    """Where a product of the story ``key`` lies in the cache: another content, another path, so that a build that fails
    harms nothing of the last one."""
    name, part, digest = product
    owner = digest_bytes(key.encode("utf-8", "surrogateescape"), part.encode())[:16]
    return f"{FOLDER}/{name}/{owner[:2]}/{owner}-{digest[:16]}"


def read_product(cache: Disk, key: str, product: Product) -> bytes:
    """The bytes of a product. Raises Unusable when the cache has lost or damaged them: all is made anew then."""
    path = product_path(key, product)
    data = cache.read(path) if cache.exists(path) else b""
    if digest_bytes(data) != product[2]:
        raise Unusable("a part of it was lost or changed")
    return data


_texts: dict[str, str] = {}
_MOST_TEXTS = 1000


def feed_text(cache: Disk, key: str, product: Product) -> str:
    """A story's text for feeds. The last ones are remembered: a story stands in the feeds of its language, its topics
    and its people, and its path names its content."""
    path = product_path(key, product)
    text = _texts.get(path)
    if text is None:
        text = read_product(cache, key, product).decode()
        if len(_texts) >= _MOST_TEXTS:
            del _texts[next(iter(_texts))]
        _texts[path] = text
    return text


@record
class Reader:
    """Reads one product of each story; may be sent to a worker."""

    cache: Disk
    products: Mapping[str, tuple[str, Product]]
    """Slug → (the story's key, the product)."""

    def __call__(self, slug: str) -> bytes:
        """See ``read_product``."""
        return read_product(self.cache, *self.products[slug])

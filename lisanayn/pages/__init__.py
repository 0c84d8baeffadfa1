"""Stories into pages: two visible tables of makers. Pure: no disk, no clock, no HTML.

A story maker sees one story and its place among the others, so that stories can be made in any process. A list
maker sees the catalog. Feeds, archive, people and series will be further makers, each a small module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lisanayn.model.catalog import Catalog, Place
from lisanayn.model.page import Page
from lisanayn.model.story import Story
from lisanayn.pages.article import make_article_pages
from lisanayn.pages.home import make_homes, make_root
from lisanayn.pages.redirects import make_redirects
from lisanayn.pages.singles import make_not_found, make_search_pages
from lisanayn.pages.site import Site
from lisanayn.pages.tags import make_tag_indexes, make_tag_pages

StoryMaker = Callable[[Story, Place, Site], Iterable[Page]]
ListMaker = Callable[[Catalog, Site], Iterable[Page]]

STORY_PAGES: tuple[tuple[str, StoryMaker], ...] = (
    ("article", make_article_pages),
    ("redirect", make_redirects),
)

STORY_TEMPLATES: tuple[str, ...] = ("article.html", "redirect.html")
"""Templates of the pages in ``STORY_PAGES``."""

LIST_PAGES: tuple[tuple[str, ListMaker], ...] = (
    ("root", make_root),
    ("home", make_homes),
    ("tags", make_tag_indexes),
    ("tag", make_tag_pages),
    ("search", make_search_pages),
    ("not-found", make_not_found),
)

"""The pages of one story. A maker sees the story and its place among the others, so that stories can be made in any
process."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lisanayn.model.catalog import Place
from lisanayn.model.page import Page
from lisanayn.model.story import Story
from lisanayn.pages.article import make_article_pages
from lisanayn.pages.redirects import make_redirects
from lisanayn.pages.site import Site
from lisanayn.pages.stand_ins import make_stand_ins

StoryMaker = Callable[[Story, Place, Site], Iterable[Page]]

STORY_PAGES: tuple[tuple[str, StoryMaker], ...] = (
    ("article", make_article_pages),
    ("stand-in", make_stand_ins),
    ("redirect", make_redirects),
)

STORY_TEMPLATES: tuple[str, ...] = ("article.html", "stub.html", "redirect.html")
"""Templates of the pages in ``STORY_PAGES``."""

"""Pages at old addresses that lead on to where a story stands now."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.catalog import Place
from lisanayn.model.page import Page
from lisanayn.model.story import Story
from lisanayn.model.views import RedirectView
from lisanayn.pages import urls
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, words


def make_redirects(story: Story, place: Place, site: Site) -> Iterator[Page]:
    """A page for each old address of a story: its aliases, and the addresses it had before (``pages.addresses``)."""
    articles = {article.lang: article for article in (story.original, *[t.article for t in story.translations])}
    for lang, path in place.redirects:
        target = place.path(lang)
        frame = make_frame(Outline(path, lang, "", pages=place.pages, canonical=target, paired=False), site)
        title = words(articles[lang].header.title or story.slug, lang)
        yield Page(path, "redirect.html", RedirectView(frame, urls.href(target, frame.root), title))

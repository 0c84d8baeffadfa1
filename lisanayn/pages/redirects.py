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
    """A page for each alias of a story, in each of its languages.

    An alias is a path on this site. One that begins with a language of the site leads to the story in that language;
    any other is an old slug, and stands under every language the story can be read in.
    """
    articles = {article.lang: article for article in (story.original, *[t.article for t in story.translations])}
    for alias in story.original.header.aliases:
        path = alias.strip("/")
        first = path.partition("/")[0]
        if first in site.languages:
            found = [(first if first in articles else story.original.lang, path)]
        else:
            found = [(lang, f"{lang}/{path}") for lang in articles]
        for lang, old in found:
            yield _redirect(old, articles[lang].header.title or story.slug, lang, place, site)


def _redirect(old: str, title: str, lang: str, place: Place, site: Site) -> Page:
    path = urls.page(old)
    target = place.path(lang)
    frame = make_frame(Outline(path, lang, title, pages=place.pages, canonical=target, paired=False), site)
    view = RedirectView(frame, urls.href(target, frame.root), words(title, lang))
    return Page(path, "redirect.html", view)

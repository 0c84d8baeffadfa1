"""Pages where a translation is missing, by the policy of the site or of the story's section."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.catalog import Place, StandIn
from lisanayn.model.list_views import StubView
from lisanayn.model.page import Page
from lisanayn.model.story import Story
from lisanayn.pages import urls
from lisanayn.pages.article import show_original, standing_in
from lisanayn.pages.dates import day_in
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, sides


def make_stand_ins(story: Story, place: Place, site: Site) -> Iterator[Page]:
    """For each language that the story is not translated into, and that its policy gives a page: a notice with the way
    to the original, or the original itself."""
    for stand_in in place.stand_ins:
        if stand_in.policy == "show":
            yield show_original(story, stand_in, place, site)
        else:
            yield _stub(story, stand_in, place, site)


def _stub(story: Story, stand_in: StandIn, place: Place, site: Site) -> Page:
    original = story.original
    title = original.header.title or story.slug
    ways = [(one.lang, one.path) for one in place.stand_ins]
    outline = Outline(stand_in.path, stand_in.lang, title, pages=place.pages, stand_ins=ways)
    frame = make_frame(standing_in(outline, place, site), site)
    view = StubView(
        frame=frame,
        own=sides(original.lang, "", stand_in.lang)[0],
        title=title,
        summary=original.header.summary,
        day=day_in(original.header.date, stand_in.lang, site),
        href=urls.href(place.pages[0][1], frame.root),
    )
    return Page(stand_in.path, "stub.html", view, original.path)

"""What can be wrong with sources and with the built site: one module a family, one visible table.

Pure functions over frozen values: no disk, no clock. A family looks at what concerns it, a story, a source file, a
built page, another built file, or all of it together, and yields problems; it knows no other family.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lisanayn.check import (
    alignment,
    bidi,
    captions,
    details,
    feeds,
    heads,
    html,
    hygiene,
    letters,
    links,
    places,
    structure,
    styles,
    xml,
)
from lisanayn.check.markup import Markup, read_markup
from lisanayn.check.values import BuiltFile, Ground, PageFacts, StoryFacts, Survey, story_facts
from lisanayn.model.story import Story
from lisanayn.problems import Problem
from lisanayn.record import record

Problems = Iterable[Problem]


@record
class Family:
    """One family of checks, by what it looks at; None where it does not look."""

    name: str
    story: Callable[[Story, Ground], Problems] | None = None
    """One story, read and paired."""
    source: Callable[[BuiltFile, Ground], Problems] | None = None
    """One file of content/ or static/, as bytes."""
    page: Callable[[Markup, Ground], Problems] | None = None
    """One HTML page of the built site."""
    file: Callable[[BuiltFile, Ground], Problems] | None = None
    """One other file of the built site."""
    whole: Callable[[Survey, Ground], Problems] | None = None
    """What only shows when everything is seen at once."""


CHECKS: tuple[Family, ...] = (
    Family("captions", story=captions.check_story),
    Family("alignment", story=alignment.check_story),
    Family("bidi", story=bidi.check_story, page=bidi.check_page),
    Family("letters", story=letters.check_story),
    Family("html", page=html.check_page),
    Family("structure", page=structure.check_page),
    Family("details", page=details.check_page),
    Family("heads", page=heads.check_page, whole=heads.check_survey),
    Family("styles", source=styles.check_source),
    Family("links", whole=links.check_whole),
    Family("places", whole=places.check_whole),
    Family("feeds", file=feeds.check_file),
    Family("xml", page=xml.check_page, file=xml.check_file),
    Family("hygiene", source=hygiene.check_source, whole=hygiene.check_whole),
)


def check_story(story: Story, ground: Ground) -> list[Problem]:
    """What all families say of a story."""
    return [problem for family in CHECKS if family.story for problem in family.story(story, ground)]


def check_source(file: BuiltFile, ground: Ground) -> list[Problem]:
    """What all families say of a source file."""
    return [problem for family in CHECKS if family.source for problem in family.source(file, ground)]


def check_built(file: BuiltFile, ground: Ground) -> tuple[list[Problem], PageFacts | None]:
    """What all families say of a built file; for a page also what the families need that see the whole site."""
    if not file.path.endswith(".html"):
        return [problem for family in CHECKS if family.file for problem in family.file(file, ground)], None
    markup = read_markup(file)
    problems = [problem for family in CHECKS if family.page for problem in family.page(markup, ground)]
    return problems, links.page_facts(markup, heads.head_facts(markup, ground))


def check_whole(survey: Survey, ground: Ground) -> list[Problem]:
    """What all families say of the site as a whole."""
    return [problem for family in CHECKS if family.whole for problem in family.whole(survey, ground)]


__all__ = [
    "CHECKS", "BuiltFile", "Family", "Ground", "PageFacts", "StoryFacts", "Survey",
    "check_built", "check_source", "check_story", "check_whole", "story_facts",
]  # fmt: skip

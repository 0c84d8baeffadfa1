"""What is translated into which language, and what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.list_views import CoverageGroup, CoverageLanguage, CoverageView, StoryRow
from lisanayn.model.page import Page
from lisanayn.pages import urls
from lisanayn.pages.dates import day_in
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, columns, sides, words

MOST_ROWS = 50
"""Stories that a group names, the newest; the rest is a number."""

STATES = ("original", "missing", "partly", "stale", "machine", "reviewed", "human", "whole")
"""What a text can be to a language; each story is in the first that fits."""
WORK = frozenset(("missing", "partly", "stale", "machine"))


def make_coverage(catalog: Catalog, site: Site) -> Iterator[Page]:
    """One page in each language about all languages; none on a site of one."""
    if len(site.languages) < 2:
        return
    for lang in site.languages:
        path = urls.coverage(lang)
        pages = [(code, urls.coverage(code)) for code in site.languages]
        frame = make_frame(Outline(path, lang, "", "", pages), site)
        about = tuple([_about(code, lang, catalog, site, frame.root) for code in site.languages])
        yield Page(path, "coverage.html", CoverageView(frame, about))


def _about(code: str, lang: str, catalog: Catalog, site: Site, root: str) -> CoverageLanguage:
    """How far the site is translated into ``code``, for readers of ``lang``."""
    found: dict[str, list[Card]] = {}
    for card in catalog.cards:
        found.setdefault(_state(card, code), []).append(card)
    groups = [
        CoverageGroup(
            f"coverage_{state}",
            len(found[state]),
            tuple([_row(card, code, lang, site, root) for card in found[state][:MOST_ROWS]]) if state in WORK else (),
        )
        for state in STATES
        if state in found
    ]
    here = len(catalog.cards) - len(found.get("missing", ()))
    return CoverageLanguage(sides(code, "", lang)[0], len(catalog.cards), here, tuple(groups))


def _state(card: Card, code: str) -> str:
    text = card.text(code)
    if text is None:
        return "missing"
    if text is card.texts[0]:
        return "original"
    if text.done < text.total:
        return "partly"
    if text.stale:
        return "stale"
    return text.translation or "whole"


def _row(card: Card, code: str, lang: str, site: Site, root: str) -> StoryRow:
    """A story to be worked on: the title in the language it lacks, else the original's alone."""
    text, original = card.text(code), card.texts[0]
    own_column, other_column = columns(code, original.lang)
    return StoryRow(
        href=urls.href(text.path if text else original.path, root),
        day=day_in(card.date, lang, site),
        own=words(text.title, code) if text else None,
        own_column=own_column,
        other=words(original.title, original.lang),
        other_column=other_column,
        done=text.done if text else 0,
        total=text.total if text else 0,
    )

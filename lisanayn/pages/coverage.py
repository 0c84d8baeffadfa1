"""What is translated into which language, and what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lisanayn.model.catalog import Card, Catalog
from lisanayn.model.list_views import CoverageGroup, CoverageLanguage, CoverageView, StoryRow
from lisanayn.model.page import ListPlan, Page
from lisanayn.pages import urls
from lisanayn.pages.dates import day_in
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.planning import Listed, ListKind, digest_of, planned
from lisanayn.pages.site import Site, columns, sides, words
from lisanayn.record import record

MOST_ROWS = 50
"""Stories that a group names, the newest; the rest is a number."""

STATES = ("original", "missing", "partly", "stale", "machine", "reviewed", "human", "whole")
"""What a text can be to a language; each story is in the first that fits."""
_SIGNS = "omptaviw"
WORK = frozenset(("missing", "partly", "stale", "machine"))


@record
class CoverageTerms:
    """How far the site is translated, for readers of one language."""

    lang: str
    stories: int
    about: tuple[tuple[str, tuple[tuple[str, int, int], ...]], ...]
    """(language code, (state, stories in it, how many of them are named)), in the order of STATES."""


def make_coverage(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """One page in each language about all languages; none on a site of one."""
    states = {code: "".join([state_of(card, code) for card in catalog.cards]) for code in site.languages}
    for terms, shown in plan_coverage(states, site):
        yield planned(COVERAGE, urls.coverage(terms.lang), terms, shown, catalog, site)


def plan_coverage(states: Mapping[str, str], site: Site) -> Iterator[tuple[CoverageTerms, list[int]]]:
    """(what a page says, positions of the stories it names) for each page. ``states``: language code → the state of
    every story in the catalog's order, as ``state_of`` tells it."""
    if len(site.languages) < 2:
        return
    about, shown = [], []
    for code in site.languages:
        groups = []
        for sign, state in zip(_SIGNS, STATES, strict=True):
            if count := states[code].count(sign):
                named = _first(states[code], sign, MOST_ROWS) if state in WORK else []
                groups.append((state, count, len(named)))
                shown += named
        about.append((code, tuple(groups)))
    for lang in site.languages:
        yield CoverageTerms(lang, len(states[lang]), tuple(about)), shown


def _first(states: str, sign: str, most: int) -> list[int]:
    """Positions of the first stories in a state."""
    found: list[int] = []
    position = states.find(sign)
    while position >= 0 and len(found) < most:
        found.append(position)
        position = states.find(sign, position + 1)
    return found


def state_of(card: Card, code: str) -> str:
    """What a story is to a language, as one sign."""
    return _SIGNS[STATES.index(_state(card, code))]


def _page(terms: CoverageTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang, path = terms.lang, urls.coverage(terms.lang)
    pages = [(code, urls.coverage(code)) for code in site.languages]
    frame = make_frame(Outline(path, lang, "", "", pages), site)
    cards = iter([card for card, _ in listed])
    about = []
    for code, groups in terms.about:
        missing = {state: count for state, count, _ in groups}.get("missing", 0)
        made = []
        for state, count, named in groups:
            rows = [_row(card, code, lang, site, frame.root) for card in islice(cards, named)]
            made.append(CoverageGroup(f"coverage_{state}", count, tuple(rows)))
        side = sides(code, "", lang)[0]
        about.append(CoverageLanguage(side, terms.stories, terms.stories - missing, tuple(made)))
    return Page(path, COVERAGE.template, CoverageView(frame, tuple(about)))


COVERAGE = ListKind("coverage", "coverage.html", CoverageTerms, _page, digest_of)


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

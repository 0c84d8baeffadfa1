"""What has to be made besides the stories' pages, and why: every list and asset of the site against the last build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lisanayn.build.fingerprint import fingerprint
from lisanayn.build.ledger import Key, Record, why_render
from lisanayn.build.rendering import theme_of
from lisanayn.build.theme import ThemeFiles
from lisanayn.model.page import ListPlan, Page
from lisanayn.pages.catalog import Catalog
from lisanayn.pages.site import Site
from lisanayn.record import record
from lisanayn.render import template_digest


@record
class Planned:
    """One list, what it will be recorded under, and why it is made."""

    plan: Page | ListPlan
    """Its page, or what makes it: pages are made shortly before they are rendered, and never all at once."""
    key: Key
    reason: str


class TemplateDigests:
    """Digests of templates, each found out once for a theme: they are remembered from build to build."""

    def __init__(self, theme: ThemeFiles, known: Mapping[str, str]) -> None:
        """``known``: those of this very theme, by name."""
        self._theme = theme
        self.known = dict(known)

    def of(self, name: str) -> str:
        """The digest of a template and of all it reaches."""
        if name not in self.known:
            self.known[name] = template_digest(theme_of(self._theme), name)
        return self.known[name]


@record
class Lists:
    """The lists of a site before anything is written."""

    jobs: tuple[Planned, ...]
    paths: frozenset[str]
    """Of all lists, those that are right already among them."""
    twice: tuple[str, ...]
    """Paths that two lists would have."""


@record
class Terms:
    """What decides about a list besides what it shows."""

    site: Site
    site_digest: str
    templates: TemplateDigests
    code: str


def plan_lists(catalog: Catalog, terms: Terms, old: Mapping[str, Record], faults: Mapping[str, str]) -> Lists:
    """Decides for every list whether it is made again. ``old``: what is known of files; ``faults``: which are not as
    they were left."""
    jobs: list[Planned] = []
    paths: set[str] = set()
    twice: list[str] = []
    for plan in _plans(catalog, terms.site):
        if plan.path in paths:
            twice.append(plan.path)
        paths.add(plan.path)
        planned = planned_if_due(plan, terms, old.get(plan.path), faults.get(plan.path))
        if planned is not None:
            jobs.append(planned)
    return Lists(tuple(jobs), frozenset(paths), tuple(twice))


def planned_if_due(plan: Page | ListPlan, terms: Terms, old: Record | None, fault: str | None = None) -> Planned | None:
    """One list with the reason to make it; None when the file of the last build, ``old``, is right already."""
    shown = plan.view if isinstance(plan, Page) else (terms.site_digest, plan.inputs)
    key = Key(fingerprint(shown), terms.templates.of(plan.template), terms.code)
    reason = why_render(old, key, fault)
    return None if reason is None else Planned(plan, key, reason)


def _plans(catalog: Catalog, site: Site) -> Iterator[Page | ListPlan]:
    from lisanayn.pages.list_pages import LIST_PAGES  # not at the top: most edits make no list anew

    for _, maker in LIST_PAGES:
        made: Iterable[Page | ListPlan] = maker(catalog, site)
        yield from made

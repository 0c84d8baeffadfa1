"""What has to be made, and why: every page and asset of the site against the ledger of the last build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lisanayn.build.fingerprint import digest_bytes, fingerprint
from lisanayn.build.ledger import Key, Record, why_render
from lisanayn.build.outputs import Before
from lisanayn.build.rendering import StoryJob, theme_of
from lisanayn.build.theme import ThemeFiles
from lisanayn.build.whole import StorySummary
from lisanayn.model.page import Page
from lisanayn.pages import LIST_PAGES, STORY_TEMPLATES
from lisanayn.pages.catalog import Catalog, place_of
from lisanayn.pages.site import Site
from lisanayn.render import template_digest


@dataclass(frozen=True, slots=True)
class Planned:
    """One job and what it will be recorded under."""

    job: StoryJob | Page
    key: Key
    reason: str


@dataclass(frozen=True, slots=True)
class AssetJob:
    """One file that is copied."""

    path: str
    """In output/."""
    source: str
    """In the site folder; empty when ``data`` holds the bytes."""
    data: bytes
    key: Key
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A build before anything is written."""

    jobs: tuple[Planned, ...]
    assets: tuple[AssetJob, ...]
    kept: dict[str, Record]
    """Files that are right already."""


def make_plan(
    summaries: Sequence[StorySummary], catalog: Catalog, site: Site, theme: ThemeFiles, code: str, before: Before
) -> Plan:
    """Decides for every file whether it is made again."""
    kept: dict[str, Record] = {}
    jobs: list[Planned] = []
    templates = _TemplateDigests(theme)
    site_digest = fingerprint(site)
    by_story: dict[str, list[str]] = defaultdict(list)
    for path, record in before.ledger.records.items():
        if record.story:
            by_story[record.story].append(path)
    for summary in summaries:
        place = place_of(catalog, summary.slug, summary.pictures)
        view = digest_bytes(summary.digest.encode(), fingerprint(place).encode(), site_digest.encode())
        key = Key(view, digest_bytes(*(templates.of(name).encode() for name in STORY_TEMPLATES)), code)
        paths = by_story.get(summary.slug, [])
        reason = _first_reason(paths, key, before)
        if reason is None:
            kept.update((path, before.ledger.records[path]) for path in paths)
        else:
            jobs.append(Planned(StoryJob(summary.files, place, summary.searched), key, reason))
    for _, maker in LIST_PAGES:
        for page in maker(catalog, site):
            key = Key(fingerprint(page.view), templates.of(page.template), code)
            reason = _first_reason([page.path], key, before)
            if reason is None:
                kept[page.path] = before.ledger.records[page.path]
            else:
                jobs.append(Planned(page, key, reason))
    assets: list[AssetJob] = []
    for asset in _assets(summaries, theme):
        reason = _first_reason([asset.path], asset.key, before)
        if reason is None:
            kept[asset.path] = before.ledger.records[asset.path]
        else:
            assets.append(replace(asset, reason=reason))
    return Plan(tuple(jobs), tuple(assets), kept)


def _first_reason(paths: Sequence[str], key: Key, before: Before) -> str | None:
    """Why any of the paths must be made again; a story of which nothing is recorded was never rendered."""
    if not paths:
        return "never rendered"
    reasons = (why_render(before.ledger.records.get(path), key, before.on_disk.get(path)) for path in sorted(paths))
    return next((reason for reason in reasons if reason), None)


def _assets(summaries: Iterable[StorySummary], theme: ThemeFiles) -> Iterable[AssetJob]:
    for asset in theme.assets:
        yield AssetJob(asset.path, "", asset.data, Key(asset.digest, "", ""), "")
    seen: set[str] = set()
    for summary in summaries:
        for picture in summary.pictures:
            if picture.path not in seen:
                seen.add(picture.path)
                yield AssetJob(picture.path, picture.source, b"", Key(picture.digest, "", ""), "")


class _TemplateDigests:
    """Digests of templates, each looked up once a build."""

    def __init__(self, theme: ThemeFiles) -> None:
        self._theme = theme
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = template_digest(theme_of(self._theme), name)
        return self._known[name]

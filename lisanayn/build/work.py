"""One build while it runs: what it was given, and what it has found out so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.fresh import unread
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.knowledge import Known, known_cards
from lisanayn.build.ledger import Key, Record
from lisanayn.build.options import Folders, Options, Progress
from lisanayn.build.outputs import Before
from lisanayn.build.plan import TemplateDigests
from lisanayn.build.pool import Pool, chunks
from lisanayn.build.rendering import Done, Job, RenderTask, render_chunk
from lisanayn.build.signature import Look
from lisanayn.build.store import Store
from lisanayn.build.stories import Reading
from lisanayn.build.summaries import StorySummary
from lisanayn.build.tables import Tables
from lisanayn.build.theme import ThemeFiles
from lisanayn.model.catalog import Card, Place
from lisanayn.model.page import ListPlan
from lisanayn.pages.catalog import Catalog
from lisanayn.pages.site import Site
from lisanayn.problems import Problem
from lisanayn.settings import Settings


@dataclass(frozen=True, slots=True)
class Given:
    """What a build is made by: the same from its beginning to its end."""

    folders: Folders
    settings: Settings
    options: Options
    pool: Pool
    progress: Progress
    look: Look
    store: Store
    meta: Mapping[str, str]
    """Of the store; empty when nothing is known."""
    before: Before
    tables: Tables
    site: Site
    site_digest: str
    code: str


@dataclass(slots=True)
class Work:
    """What a build has found out and done."""

    given: Given
    reading: Reading
    """With what was learned, once something was."""
    theme: ThemeFiles
    templates: TemplateDigests
    touched: dict[str, StoryFiles] = field(default_factory=dict)
    """Stories to be read, by key."""
    gone: frozenset[str] = frozenset()
    """Keys of stories that are no more."""
    known: dict[str, Known] = field(default_factory=dict)
    """What the store tells of stories that were looked up, by key."""
    summaries: dict[str, StorySummary] = field(default_factory=dict)
    """Stories that were read, by key."""
    places: dict[str, tuple[Place, str]] = field(default_factory=dict)
    """Places, and their digests, of the stories whose pages were rendered, by key."""
    catalog: Catalog | None = None
    """None as long as no list can have changed."""
    lists: tuple[ListPlan, ...] = ()
    """The lists of stories that changed, when all lists were planned."""
    reworded: dict[str, tuple[Card, Place]] = field(default_factory=dict)
    """Stories of which lists show other words and nothing else new, by slug: see ``build.rewording``."""
    files: dict[str, dict[str, Record]] = field(default_factory=dict)
    """Files of stories as they were written, by key and path."""
    products: dict[str, dict[tuple[str, str], str]] = field(default_factory=dict)
    """Products of stories that were rendered: key → (name, part) → digest."""
    written: dict[str, tuple[Record, str]] = field(default_factory=dict)
    """Path in output/ → its record and the reason it was written."""
    removed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    _cards: dict[str, Card] | None = None

    def stored_cards(self) -> dict[str, Card]:
        """The cards of the last build, by key."""
        if self._cards is None:
            self._cards = known_cards(self.given.store)
        return self._cards

    def run(self, jobs: Sequence[Job | ListPlan], stage: str) -> Iterator[tuple[Job | ListPlan, Done]]:
        """Does jobs in the pool and tells of the progress; what came of each, in their order."""
        pool, done = self.given.pool, 0
        parts = chunks(jobs, pool)
        for part, results in zip(parts, pool.map(render_chunk, _Tasks(self._task(), parts)), strict=True):
            done += len(part)
            self.given.progress(stage, done, len(jobs))
            yield from zip(part, results, strict=True)

    def _task(self) -> RenderTask:
        folders = self.given.folders
        light = replace(self.theme, assets=tuple([replace(asset, data=b"") for asset in self.theme.assets]))
        cache = unread(folders.cache)
        return RenderTask((), folders.site, folders.stage.disk, cache, self.reading, self.given.site, light)

    def story_key(self, digest: str, seat: str, templates: str) -> Key:
        """What the pages of a story are recorded under."""
        parts = (digest, seat, self.given.site_digest)
        return Key(digest_bytes(*[part.encode() for part in parts]), templates, self.given.code)


class _Tasks(Sequence[RenderTask]):
    """Tasks that are made when they are asked for: the views of all lists of a site would not fit in memory."""

    def __init__(self, task: RenderTask, parts: Sequence[tuple[Job | ListPlan, ...]]) -> None:
        self._task = task
        self._parts = parts

    def __len__(self) -> int:
        return len(self._parts)

    def __getitem__(self, number: Any) -> Any:
        part = self._parts[number]
        return replace(self._task, jobs=tuple([job.make() if isinstance(job, ListPlan) else job for job in part]))

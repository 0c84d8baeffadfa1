"""Stories and pages → files in the stage: the second half of the pipeline, for many at a time.

A job is a small message. A worker reads the story, makes its summary, its pages' views and its products, renders and
writes them into the stage; what goes back is names, digests and the summary, never texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lisanayn.align.exchange import aligned_json, aligned_tmx
from lisanayn.build.codec import dumps
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.precompiled import COMPILED
from lisanayn.build.products import Ground, feed_text, make_products
from lisanayn.build.stories import Reading, make_one
from lisanayn.build.summaries import Product, StorySummary, summarise
from lisanayn.build.theme import ThemeFiles
from lisanayn.disk import Disk
from lisanayn.model.catalog import Place
from lisanayn.model.page import Page
from lisanayn.model.story import Story
from lisanayn.pages import urls
from lisanayn.pages.colophon import license_name
from lisanayn.pages.feeds import FeedPlan, make_feed
from lisanayn.pages.site import Site
from lisanayn.pages.story_pages import STORY_PAGES
from lisanayn.record import record
from lisanayn.render import Theme, make_theme, render_page


@record
class StoryJob:
    """One story to be read and, when its place is known, rendered."""

    files: StoryFiles
    place: Place | None = None
    """None: only its summary is wanted. Without pictures: what the story shows is found while it is read."""
    products: tuple[str, ...] = ()
    """Names of the products that are wanted of it."""
    pages: bool = True
    """Whether its pages are wanted too."""


@record
class FeedJob:
    """One feed, from texts in the cache."""

    plan: FeedPlan
    texts: tuple[tuple[str, Product], ...]
    """(key of a story, its text), in the order of the plan."""


Job = StoryJob | FeedJob | Page


@record
class RenderTask:
    """A chunk of work for one worker."""

    jobs: tuple[Job, ...]
    source: Disk
    stage: Disk
    cache: Disk
    """Where products go."""
    reading: Reading
    site: Site
    theme: ThemeFiles


@record
class Rendered:
    """One file as it was written into the stage."""

    path: str
    digest: str
    size: int
    stamp: int
    source: str
    """The content file it came from; empty for lists."""


@record
class Done:
    """What came of a job."""

    files: tuple[Rendered, ...]
    summary: StorySummary | None = None
    """None for a list."""
    seat: str = ""
    """Names the place the story's pages were rendered with; empty when they were not."""
    products: tuple[Product, ...] = ()
    """What was made beside its pages."""


def render_chunk(task: RenderTask) -> tuple[Done, ...]:
    """Does the jobs of a chunk, in their order. Raises TemplateFault and MachineFault."""
    return tuple([_do(job, task) for job in task.jobs])


def seat_of(place: Place) -> str:
    """Names a place without pictures: equal places, equal names."""
    return digest_bytes(dumps(place).encode("utf-8", "surrogatepass"))


def _do(job: Job, task: RenderTask) -> Done:
    if isinstance(job, Page):
        return Done((_write(job, task),))
    if isinstance(job, FeedJob):
        texts = [feed_text(task.cache, key, product) for key, product in job.texts]
        return Done((_write(make_feed(job.plan, texts, task.site), task),))
    made = make_one(task.source, job.files, task.reading)
    summary = summarise(made, job.files, task.site)
    if not _can_render(summary, job):
        return Done((), summary)
    assert made.story is not None and job.place is not None
    place = replace(job.place, pictures=made.pictures)
    ground = Ground(task.site, theme_of(task.theme), task.cache)
    products = make_products(job.products, job.files.key, made.story, place, ground)
    if not job.pages:
        return Done((), summary, "", products)
    pages = [page for _, maker in STORY_PAGES for page in maker(made.story, place, task.site)]
    files = (*[_write(page, task) for page in pages], *_write_aligned(made.story, place, task))
    return Done(files, summary, seat_of(job.place), products)


def _can_render(summary: StorySummary, job: StoryJob) -> bool:
    """Whether a story's pages can be made: it is published, and its place is that of these very texts."""
    if job.place is None or summary.card is None:
        return False
    pages = tuple([(text.lang, text.path) for text in summary.card.texts])
    return job.place.pages == pages and job.place.stand_ins == summary.card.stand_ins


def _write_aligned(story: Story, place: Place, task: RenderTask) -> Iterator[Rendered]:
    """The aligned text of a story beside each translation's page, for translators' tools: TMX and JSON."""
    license = license_name(story, task.site)
    for translation in story.translations:
        texts = {"tmx": aligned_tmx(story, translation, license), "json": aligned_json(story, translation, license)}
        page = place.path(translation.article.lang)
        for kind, text in texts.items():
            yield _put(urls.aligned(page, kind), text.encode(), translation.article.path, task.stage)


def _write(page: Page, task: RenderTask) -> Rendered:
    return _put(page.path, render_page(page, theme_of(task.theme)), page.source, task.stage)


def _put(path: str, data: bytes, source: str, stage: Disk) -> Rendered:
    entry = stage.write(path, data)
    return Rendered(path, digest_bytes(data), entry.size, entry.stamp, source)


_themes: dict[str, Theme] = {}
"""The theme this process renders with, by digest; a worker holds one."""


def theme_of(files: ThemeFiles) -> Theme:
    """The theme made from its files; made once in a process."""
    if files.digest not in _themes:
        _themes.clear()
        _themes[files.digest] = make_theme(
            dict(files.templates), {asset.name: asset.path for asset in files.assets}, dict(files.catalogues),
            COMPILED,
        )  # fmt: skip
    return _themes[files.digest]

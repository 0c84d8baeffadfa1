"""Pages → files in the stage: the second half of the pipeline, for many pages at a time.

A job is a small message. A worker makes the story again (or finds it in its memo), makes the page's view, renders
it and writes it into the stage; what goes back is names and digests, never texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lisanayn.align.exchange import aligned_json, aligned_tmx
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.stories import Reading
from lisanayn.build.theme import ThemeFiles
from lisanayn.build.whole import read_again
from lisanayn.disk import Disk
from lisanayn.model.page import Page
from lisanayn.model.story import Story
from lisanayn.pages import STORY_PAGES
from lisanayn.pages.catalog import Place
from lisanayn.pages.colophon import license_name
from lisanayn.pages.site import Site
from lisanayn.render import Theme, make_theme, render_page


@dataclass(frozen=True, slots=True)
class StoryJob:
    """All pages of one story."""

    files: StoryFiles
    place: Place
    searched: bool
    """Whether the story was read with a lexicon; see ``build.whole``."""


@dataclass(frozen=True, slots=True)
class RenderTask:
    """A chunk of work for one worker."""

    jobs: tuple[StoryJob | Page, ...]
    source: Disk
    stage: Disk
    reading: Reading
    guided: Reading
    """For stories that were searched."""
    site: Site
    theme: ThemeFiles


@dataclass(frozen=True, slots=True)
class Rendered:
    """One file as it was written into the stage."""

    path: str
    digest: str
    size: int
    stamp: int
    source: str
    """The content file it came from; empty for lists."""
    story: str
    """The story's slug; empty for lists."""


def render_chunk(task: RenderTask) -> tuple[tuple[Rendered, ...], ...]:
    """Renders the jobs of a chunk: what each wrote, in their order. Raises TemplateFault and MachineFault."""
    theme = theme_of(task.theme)
    return tuple(_render_job(job, task, theme) for job in task.jobs)


def _render_job(job: StoryJob | Page, task: RenderTask, theme: Theme) -> tuple[Rendered, ...]:
    if isinstance(job, Page):
        return (_write(job, "", theme, task.stage),)
    story = read_again(task.source, job.files, task.guided if job.searched else task.reading)
    pages = [page for _, maker in STORY_PAGES for page in maker(story, job.place, task.site)]
    written = [_write(page, story.slug, theme, task.stage) for page in pages]
    return (*written, *_write_aligned(story, job.place, task))


def _write_aligned(story: Story, place: Place, task: RenderTask) -> Iterator[Rendered]:
    """The aligned text of a story beside its pages, for translators' tools: TMX and JSON."""
    license = license_name(story, task.site)
    for number, translation in enumerate(story.translations):
        lang = translation.article.lang
        folders = [place.path(lang)] + ([place.path(story.original.lang)] if number == 0 else [])
        texts = {
            "aligned.tmx": aligned_tmx(story, translation, license),
            "aligned.json": aligned_json(story, translation, license),
        }
        for folder in filter(None, folders):
            for name, text in texts.items():
                path = f"{folder.rpartition('/')[0]}/{name}"
                yield _put(path, text.encode(), translation.article.path, story.slug, task.stage)


def _write(page: Page, story: str, theme: Theme, stage: Disk) -> Rendered:
    return _put(page.path, render_page(page, theme), page.source, story, stage)


def _put(path: str, data: bytes, source: str, story: str, stage: Disk) -> Rendered:
    entry = stage.write(path, data)
    return Rendered(path, digest_bytes(data), entry.size, entry.stamp, source, story)


_themes: dict[str, Theme] = {}
"""The theme this process renders with, by digest; a worker holds one."""


def theme_of(files: ThemeFiles) -> Theme:
    """The theme made from its files; made once in a process."""
    if files.digest not in _themes:
        _themes.clear()
        _themes[files.digest] = make_theme(
            dict(files.templates), {asset.name: asset.path for asset in files.assets}, dict(files.catalogues)
        )
    return _themes[files.digest]



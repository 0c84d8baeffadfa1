"""``check``: the sources read as the build reads them, the built site read back, and all checks run over both."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime

from lisanayn.build.addresses import lost_addresses
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import MARKER
from lisanayn.build.inputs import CONTENT, StoryFiles, Tree, read_tree
from lisanayn.build.lexicons import guided_by
from lisanayn.build.outputs import read_manifest
from lisanayn.build.pictures import EXTENSIONS
from lisanayn.build.pool import Pool, chunks, open_pool
from lisanayn.build.positions import tells_place
from lisanayn.build.session import open_site, read_settings
from lisanayn.build.stories import Reading, make_one
from lisanayn.build.tables import Tables, read_tables
from lisanayn.build.whole import learned, make_reading
from lisanayn.check import (
    BuiltFile,
    Ground,
    PageFacts,
    StoryFacts,
    Survey,
    check_built,
    check_source,
    check_story,
    check_whole,
    story_facts,
)
from lisanayn.check.gathering import gathered
from lisanayn.check.heads import sitemap_entries
from lisanayn.check.values import SitemapEntry
from lisanayn.disk import Disk, Entry, RealDisk
from lisanayn.model.catalog import Card
from lisanayn.pages.cards import make_card
from lisanayn.pages.catalog import make_catalog
from lisanayn.pages.site import Site, make_site
from lisanayn.problems import Location, Problem, RefusedPath, error, note, printable, sort_problems, with_severities
from lisanayn.record import record
from lisanayn.settings import Settings

STATIC = "static"
_LARGEST = 50_000_000
"""Bytes of a file that is looked into."""


def check_site(site: str, output: str | None, now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with a site, in the order of files and lines.

    ``output``: the built site, by default output/ in the site's folder. ``now``: the instant (UTC) of the reading;
    drafts and articles of the future are checked as well. Raises SettingsError, MachineFault; RefusedPath for an
    ``output`` in which no site was built.
    """
    disk = open_site(site)
    settings = read_settings(disk)
    built = RealDisk(output if output is not None else os.path.join(disk.root, "output"))
    ground = Ground(settings.languages, settings.license, _with_slash(settings.base_url), _name(built.root, disk.root))
    tree = read_tree(disk, settings)
    tables = read_tables(disk, settings.languages)
    sources = [entry for folder in (CONTENT, STATIC) for entry in disk.files(folder)]
    manifest = read_manifest(built.read(MARKER)) if built.exists(MARKER) else {}
    if output is not None and not manifest:
        hint = f"`lisanayn build --output {printable(output)}` makes one there"
        raise RefusedPath(f"{printable(output)}: holds no site that was built; {hint}")
    with open_pool(0, max(len(tree.stories), len(manifest) // _FILES_A_STORY)) as pool:
        read = _read_stories(disk, tree, settings, tables, ground, now, pool)
        in_files = _check_sources(disk, sources, ground, pool)
        pages, on_pages = _check_output(built, manifest, ground, pool)
    cards = {one.card.slug: one.card for one in reversed(read) if one.card}.values()  # two of one name are told by now
    shown = make_site(settings, tables.agencies)
    catalog, clashes = make_catalog(cards, tables.tags, shown, tables.people, tables.addresses.former())
    survey = Survey(
        stories=tuple([one.facts for one in read if one.facts and one.facts.slug in catalog.places]),
        tags=tables.tags,
        sources=tuple([entry.path for entry in sources]),
        spare_pictures=_spare(tree, read),
        pages=pages,
        sitemap=tuple([one for path in sorted(manifest) if _is_sitemap(path) for one in _entries(built, path)]),
        files=frozenset([*manifest, *[entry.path for entry in built.files()]]),
    )
    in_stories = [problem for one in read for problem in one.problems]
    in_all = check_whole(survey, ground)
    lost = lost_addresses(tables.addresses, [files.slug for files in tree.stories])
    found = [*tree.problems, *tables.problems, *clashes, *lost, *in_stories, *in_files, *on_pages, *in_all]
    return sort_problems(with_severities(found, dict(settings.severity)))


_FILES_A_STORY = 10
"""Built files whose check takes as long as that of one story, for the choice between one process and several."""


def _is_sitemap(path: str) -> bool:
    return "/" not in path and path.startswith("sitemap") and path.endswith(".xml")


def _entries(built: Disk, path: str) -> tuple[SitemapEntry, ...]:
    return sitemap_entries(BuiltFile(path, built.read(path))) if built.exists(path) else ()


def _with_slash(address: str) -> str:
    return address if not address or address.endswith("/") else f"{address}/"


def _name(folder: str, site: str) -> str:
    """The built site's folder as messages name it: from the site's folder, when it lies there."""
    inside = os.path.relpath(folder, site).replace(os.sep, "/")
    return folder if inside.startswith("../") else inside


@record
class _Read:
    """One story, read and checked."""

    files: StoryFiles
    facts: StoryFacts | None
    """None when it could not be read."""
    card: Card | None
    problems: tuple[Problem, ...]


@record
class _StoryTask:
    stories: tuple[StoryFiles, ...]
    source: Disk
    reading: Reading
    site: Site
    ground: Ground


def _read_stories(
    disk: Disk, tree: Tree, settings: Settings, tables: Tables, ground: Ground, now: datetime, pool: Pool
) -> list[_Read]:
    """Every story with the groups that a build gives it: by the lexicon that a build learns, without drafts."""
    reading = make_reading(settings.languages, tables, now, drafts=True, pictures=settings.pictures)
    site = make_site(settings, tables.agencies)
    released = make_reading(settings.languages, tables, now, drafts=False, pictures=settings.pictures)
    guide = learned(disk, tree.stories, released, pool).guide
    guided = guided_by(reading, guide) if guide else reading
    tasks = [_StoryTask(chunk, disk, guided, site, ground) for chunk in chunks(tree.stories, pool)]
    return [one for chunk in pool.map(_check_stories, tasks) for one in chunk]


def _check_stories(task: _StoryTask) -> tuple[_Read, ...]:
    return tuple([_check_one(files, task) for files in task.stories])


def _check_one(files: StoryFiles, task: _StoryTask) -> _Read:
    made = make_one(task.source, files, task.reading)
    if made.story is None:
        return _Read(files, None, None, made.problems)
    found = check_story(made.story, task.ground)
    card = make_card(made.story, task.site)
    return _Read(files, story_facts(made.story), card, (*made.problems, *found))


@record
class _SourceTask:
    paths: tuple[str, ...]
    source: Disk
    ground: Ground


def _check_sources(disk: Disk, sources: Sequence[Entry], ground: Ground, pool: Pool) -> list[Problem]:
    """What is wrong with the bytes of files of content/ and static/, whatever they are."""
    paths = [entry.path for entry in sources if entry.size <= _LARGEST]
    tasks = [_SourceTask(chunk, disk, ground) for chunk in chunks(paths, pool)]
    return [problem for found in pool.map(_check_bytes, tasks) for problem in found]


def _check_bytes(task: _SourceTask) -> list[Problem]:
    found: list[Problem] = []
    for path in task.paths:
        data = task.source.read(path)
        if path.rpartition(".")[2].lower() not in EXTENSIONS:
            found += check_source(BuiltFile(path, data), task.ground)
        elif tells_place(data):
            message = f"the photograph {path.rpartition('/')[2]!r} says where it was taken"
            hint = "copies on the site do not; whoever gets the file itself, from a repository say, can read it"
            found.append(note("picture-place", message, Location(path), hint))
    return found


def _spare(tree: Tree, read: Sequence[_Read]) -> tuple[str, ...]:
    """Pictures that no article shows. Those of a story that could not be read may be shown by it."""
    shown = {
        path
        for one in read
        for path in one.files.pictures
        if one.facts is None or path.rpartition("/")[2] in one.facts.pictures
    }
    pictures = [entry.path for entry in tree.entries if entry.path.rpartition(".")[2].lower() in EXTENSIONS]
    return tuple([path for path in pictures if path not in shown])


@record
class _FileTask:
    files: tuple[tuple[str, str], ...]
    """(path, digest)."""
    built: Disk
    ground: Ground


def _check_output(
    built: Disk, manifest: Mapping[str, str], ground: Ground, pool: Pool
) -> tuple[tuple[PageFacts, ...], list[Problem]]:
    """The built site: every file of its manifest (path → digest) as it was built, and right."""
    if not manifest:
        hint = "`lisanayn build` makes one; then its pages are checked too"
        return (), [note("output-none", "there is no built site here", ground.at(""), hint)]
    tasks = [_FileTask(chunk, built, ground) for chunk in chunks(sorted(manifest.items()), pool)]
    results = [one for chunk in pool.map(_check_files, tasks) for one in chunk]
    problems = gathered(problem for found, _ in results for problem in found)
    return tuple([facts for _, facts in results if facts]), problems


_Result = tuple[list[Problem], PageFacts | None]


def _check_files(task: _FileTask) -> tuple[_Result, ...]:
    return tuple([_check_file(path, digest, task) for path, digest in task.files])


def _check_file(path: str, digest: str, task: _FileTask) -> _Result:
    at = task.ground.at(path)
    if not task.built.exists(path):
        return [error("output-missing", f"{path!r} was built and is not there", at, "run `lisanayn build`")], None
    data = task.built.read(path)
    problems, facts = check_built(BuiltFile(path, data), task.ground)
    if digest_bytes(data) != digest:
        problems.append(error("output-changed", f"{path!r} is not as it was built", at, "run `lisanayn build`"))
    return problems, facts

"""``align``, ``ids`` and ``import``: the commands that work on what lies beside the articles.

These, and ``new``, are the only commands that write into content/; building never does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from lisanayn.align import NO_EVIDENCE, Evidence, make_guided_story, name_table
from lisanayn.align.ids import write_lock
from lisanayn.align.imports import ImportResult
from lisanayn.align.ladders import read_ladder, read_plain_pair
from lisanayn.align.sidecar import without_guesses
from lisanayn.align.sidecar_write import write_sidecar
from lisanayn.align.tmx import read_tmx
from lisanayn.align.twofiles import align_texts
from lisanayn.build.addresses import ADDRESSES_FILE, read_addresses, write_addresses
from lisanayn.build.inputs import StoryFiles, read_tree
from lisanayn.build.pool import open_pool
from lisanayn.build.session import open_site, parse_file, read_settings
from lisanayn.build.stories import Reading
from lisanayn.build.tables import names_of, read_tables
from lisanayn.build.whole import learned, make_reading, read_stories
from lisanayn.disk import RealDisk
from lisanayn.model.article import Companion
from lisanayn.model.story import Story, Translation
from lisanayn.pages.cards import make_card
from lisanayn.pages.site import make_site
from lisanayn.problems import Location, Problem, RefusedPath, SettingsError, error, has_errors, printable, suggestion
from lisanayn.record import record
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.slugs import slug_fault


@record
class OpenStory:
    """A story as the build reads it, with its files."""

    files: StoryFiles
    story: Story
    reading: Reading
    """By which its sentences were paired."""


def open_stories(site: str, slugs: Sequence[str], now: datetime) -> tuple[RealDisk, list[OpenStory]]:
    """The stories named, or all; drafts too. Raises SettingsError with the problems of those that cannot be read."""
    disk = open_site(site)
    settings = read_settings(disk)
    tables = read_tables(disk, settings.languages)
    tree = read_tree(disk, settings)
    names = [files.slug for files in tree.stories]
    unknown = [slug for slug in slugs if slug not in names]
    if unknown:
        raise RefusedPath(f"there is no article {printable(unknown[0])!r}; {suggestion(unknown[0], names)}")
    with open_pool(0, len(names)) as pool:
        reading = learned(disk, tree.stories, make_reading(settings.languages, tables, now, drafts=True), pool)
        wanted = [files for files in tree.stories if not slugs or files.slug in slugs]
        read = list(read_stories(disk, wanted, reading, pool))
    problems = [problem for _, _, found in read for problem in found]
    if has_errors(problems):
        raise SettingsError(problems)
    return disk, [OpenStory(files, story, reading) for files, story, _ in read if story]


def write_ids(site: str, slugs: Sequence[str], now: datetime) -> Iterator[str]:
    """Writes the lock of sentence ids beside each original, and the addresses of the stories; yields the paths of the
    files that changed."""
    disk, stories = open_stories(site, slugs, now)
    for one in stories:
        path = _beside(one.story.original.path, "ids")
        old = _text(disk, path)
        yield from _write(disk, path, old, write_lock(one.story, old))
    settings = read_settings(disk)
    site_values = make_site(settings, read_tables(disk, settings.languages).agencies)
    cards = [make_card(one.story, site_values) for one in stories if not one.story.original.header.draft]
    yield from _write(
        disk, ADDRESSES_FILE, _text(disk, ADDRESSES_FILE), write_addresses(read_addresses(disk), cards)
    )


def write_sidecars(site: str, slugs: Sequence[str], now: datetime) -> Iterator[str]:
    """Writes the alignment beside each translation that needs one; yields the paths of those that changed."""
    disk, stories = open_stories(site, slugs, now)
    languages = read_settings(disk).languages
    for one in stories:
        story = _guessed_anew(disk, one, languages)
        for translation in story.translations:
            path = _beside(translation.article.path, "align")
            old = _text(disk, path)
            yield from _write(disk, path, old, write_sidecar(story, translation, old))


def _guessed_anew(disk: RealDisk, one: OpenStory, languages: tuple[str, ...]) -> Story:
    """The story without the guesses of an earlier run: what a machine wrote must not bind a better one."""
    companions = [
        without_guesses(companion) if companion.kind == "align" else companion
        for file in one.files.companions
        for companion in [Companion(file.path, one.files.slug, file.lang, file.kind, disk.read(file.path))]
    ]
    articles = [one.story.original, *[translation.article for translation in one.story.translations]]
    story, _, _ = make_guided_story(articles, companions, languages, one.reading.evidence, one.reading.guide)
    return story or one.story


def _beside(article: str, extension: str) -> str:
    """``content/harbour/en.md`` → ``content/harbour/en.align``; ``content/salt.en.txt`` → ``content/salt.en.align``."""
    return f"{article.rpartition('.')[0]}.{extension}"


def _text(disk: RealDisk, path: str) -> str:
    return disk.read(path).decode("utf-8-sig", "replace") if disk.exists(path) else ""


def _write(disk: RealDisk, path: str, old: str, new: str) -> Iterator[str]:
    if new and new != old:
        disk.write(path, new.encode())
        yield path


def align_two(
    site: str, original: str, translation: str, langs: tuple[str | None, str | None]
) -> tuple[Story, Translation]:
    """Two files given by path, without lock and sidecar. Raises SettingsError with the problems of either."""
    one, other = (parse_file(site, path, lang) for path, lang in zip((original, translation), langs, strict=True))
    problems = [*one.problems, *other.problems]
    if has_errors(problems):
        raise SettingsError(problems)
    return align_texts(one.article, other.article, _evidence_of(site, (one.article.lang, other.article.lang)))


def _evidence_of(site: str, langs: tuple[str, str]) -> Evidence:
    """What a site knows: its names, and a lexicon of its stories. Outside a site, the built-in names alone."""
    disk = RealDisk(site)
    if not os.path.isdir(os.path.join(disk.root, "content")):
        return Evidence(name_table(names_of(read_tables(disk, langs))))
    settings = read_settings(disk)
    tables = read_tables(disk, settings.languages)
    stories = read_tree(disk, settings).stories
    reading = make_reading(settings.languages, tables, datetime.max.replace(tzinfo=UTC), drafts=True)
    with open_pool(0, len(stories)) as pool:
        guided = learned(disk, stories, reading, pool, reviewed=False)
        return guided.guide or guided.evidence


def import_texts(
    site: str, slug: str, files: Sequence[str], langs: tuple[str, str]
) -> tuple[list[str], tuple[Problem, ...]]:
    """Brings outside texts in as a new article, a sentence a line; returns the paths written and the problems.

    ``files``: one TMX file; or two plain texts, the original first; or a hunalign or vecalign ladder and its two texts.
    """
    for lang in langs:
        if lang not in LANGUAGES:
            raise RefusedPath(f"{printable(lang)!r} is not a language of the table ({', '.join(sorted(LANGUAGES))})")
    fault = slug_fault(slug)
    if fault:
        raise RefusedPath(f"{printable(slug)!r} cannot be an article's name: {fault}")
    disk = open_site(site)
    result = _imported([(path, _bytes_of(path)) for path in files], langs)
    if result.imported is None:
        return [], result.problems
    imported = result.imported
    texts = {
        f"content/{slug}/{imported.source_lang}.md": _article(slug, imported.source),
        f"content/{slug}/{imported.target_lang}.md": _article(slug, imported.target),
        f"content/{slug}/{imported.target_lang}.align": imported.sidecar,
    }
    there = [path for path in texts if disk.exists(path)]
    if there:
        raise RefusedPath(f"{there[0]} is there already; name another article")
    written = [path for path, text in texts.items() if text]
    for path in written:
        disk.write(path, texts[path].encode())
    return written, result.problems


def _imported(files: Sequence[tuple[str, bytes]], langs: tuple[str, str]) -> ImportResult:
    if len(files) == 1:
        return read_tmx(files[0][1], langs, files[0][0])
    texts = []
    for path, data in files:
        try:
            texts.append(data.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError:
            problem = error("import-encoding", "the file is not UTF-8", Location(path), "save it as UTF-8")
            return ImportResult(None, (problem,))
    if len(texts) == 2:
        return read_plain_pair(texts[0], texts[1], langs, NO_EVIDENCE)
    return read_ladder(texts[0], texts[1], texts[2], langs, files[0][0])


def _bytes_of(path: str) -> bytes:
    folder, name = os.path.split(os.path.abspath(path))
    if not os.path.isfile(os.path.join(folder, name)):
        raise RefusedPath(f"{printable(path)}: there is no such file")
    return RealDisk(folder).read(name)


def _article(slug: str, body: str) -> str:
    """An imported text as an article to be filled in; its line ends are its sentence ends."""
    return f"---\ntitle: {slug}\nsentences: lines\n---\n\n{body}"

"""One run of the program over the folders of the file system: what the commands call.

Modules that a build without changes does not need are imported where they are used.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from lisanayn.build import gate
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import only_run, refuse_output
from lisanayn.build.options import Folders, Options, Progress, silent
from lisanayn.build.report import Report
from lisanayn.build.signature import file_time
from lisanayn.build.stage import FolderStage
from lisanayn.disk import RealDisk
from lisanayn.problems import Location, RefusedPath, SettingsError, error, printable

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from lisanayn.build.pool import Pool
    from lisanayn.model.article import Parsed
    from lisanayn.settings import Settings

CACHE = ".lisanayn"


def read_settings(site: RealDisk) -> Settings:
    """The settings of a site. Raises SettingsError with every mistake in them at once."""
    from lisanayn.settings import SITE_FILE
    from lisanayn.settings_file import load_settings

    return load_settings(site.read(SITE_FILE) if site.exists(SITE_FILE) else None)


def open_site(site: str) -> RealDisk:
    """The folder of a site. Raises SettingsError when there is no content/ in it."""
    disk = RealDisk(site)
    if not os.path.isdir(os.path.join(disk.root, "content")):
        hint = "go into the site's folder, name it with --site DIR, or make one with `lisanayn new --site DIR`"
        message = f"there is no folder content/ in {printable(site)}"
        raise SettingsError([error("content-missing", message, Location("content"), hint)])
    return disk


def build_once(
    site: str, output: str | None = None, *, jobs: int = 0, strict: bool = False, drafts: bool = False,
    now: datetime, adopt: bool = False, cache: str = CACHE, executor: str = "", progress: Progress = silent,
    preview: bool = False,
) -> Report:  # fmt: skip
    """Builds a site once, alone. See ``build_site`` for what it raises; RefusedPath and AnotherRun besides.

    ``executor``: see ``pool.open_pool``. ``progress`` is told how far the build is. ``preview``: without what only
    other sites will show.
    """
    disk = open_site(site)
    target = os.path.realpath(output if output is not None else os.path.join(disk.root, "output"))
    refuse_output(disk.root, output if output is not None else target, adopt)
    with only_run(os.path.join(disk.root, CACHE)):
        name = "site" if output is None else f"site-{digest_bytes(target.encode())[:8]}"
        cache_disk = RealDisk(os.path.join(disk.root, cache))
        target_disk = RealDisk(target)
        stage = FolderStage(target_disk, cache_disk, f"{name}.stage")
        taken = file_time(os.path.join(disk.root, CACHE))
        folders = Folders(disk, target_disk, cache_disk, stage, name, taken)

        def settings() -> Settings:
            found = read_settings(disk)
            return replace(found, share_cards=False) if preview else found

        def pool() -> AbstractContextManager[Pool]:
            from lisanayn.build.pool import open_pool

            return open_pool(jobs, executor=executor)

        return gate.build(folders, settings, Options(now, drafts, strict), pool, progress)


def parse_file(site: str, path: str, lang: str | None) -> Parsed:
    """Reads one source by itself, inside a site or outside any. The language: asked for, or from the file's name, or
    the first of the site whose script the text is in."""
    from lisanayn.build.inputs import KINDS
    from lisanayn.build.tables import read_tables
    from lisanayn.model.article import Source
    from lisanayn.parse import parse_source
    from lisanayn.settings import Settings
    from lisanayn.text.languages import LANGUAGES

    folder, name = os.path.split(os.path.abspath(path))
    if not os.path.isfile(os.path.join(folder, name)):
        raise RefusedPath(f"{printable(path)}: there is no such file")
    disk = RealDisk(site)
    settings = read_settings(disk) if os.path.isdir(os.path.join(disk.root, "content")) else Settings()
    stem, _, extension = name.rpartition(".")
    named = stem.rpartition(".")[2]
    code = lang or (named if named in LANGUAGES else settings.languages[0])
    if code not in LANGUAGES:
        raise RefusedPath(f"{printable(code)!r} is not a language of the table ({', '.join(sorted(LANGUAGES))})")
    tables = read_tables(disk, settings.languages)
    slug = stem.removesuffix(f".{named}") if "." in stem else os.path.basename(folder)
    source = Source(path, slug or stem, code, KINDS.get(extension.lower(), "wire"), RealDisk(folder).read(name))
    return parse_source(source, tables.agencies)

"""The door of a build: whether there is anything to do at all.

On most runs nothing has changed since the last one. That is found out here, from one small file and the stamps of the
others, and the last report is told again; only then are the program's other modules loaded.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

from lisanayn import __version__
from lisanayn.build.aside import Aside
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.font_packages import fonts_folder, installed
from lisanayn.build.guard import MARKER
from lisanayn.build.options import Folders, Options, Progress, silent
from lisanayn.build.report import Report, report_from
from lisanayn.build.signature import (
    Inputs,
    Look,
    Signature,
    digest_of,
    look_around,
    look_at,
    read_signature,
    scan_inputs,
    standing,
    with_digests,
    write_signature,
)
from lisanayn.disk import RealDisk

if TYPE_CHECKING:
    from lisanayn.build.pool import Pool
    from lisanayn.settings import Settings

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def build(
    folders: Folders, settings: Callable[[], Settings], options: Options,
    pool: Callable[[], AbstractContextManager[Pool]], progress: Progress = silent,
) -> Report:  # fmt: skip
    """Builds a site, if anything of it has changed. ``settings`` and ``pool`` are called only then.

    Raises what ``engine.build_site`` raises.
    """
    start = time.perf_counter()
    old = _signature(folders, options)
    outside = Aside(lambda: standing(old, folders.output) if old else [MARKER], len(old.paths) if old else 0)
    inputs = scan_inputs(folders.site, PACKAGE, themes(), folders.taken)
    look = look_at(inputs, old)
    report = _unchanged(look, folders, options, outside)
    if report is not None:
        with contextlib.suppress(ValueError, TypeError, KeyError):
            return report_from(report, time.perf_counter() - start)
    # While this process loads the program, another looks at every file of output/.
    outside = Aside(lambda: look_around(folders.output, old) if old else [], len(old.paths) if old else 0)
    from lisanayn.build.engine import build_site

    look = replace(with_digests(look, folders.site, PACKAGE, themes()), outside=outside if old else None)
    with pool() as opened:
        return build_site(folders, settings(), options, opened, look, progress)


def themes() -> list[tuple[str, str]]:
    """(name, folder) of the built-in theme's folders: in the wheel, or in the checkout beside the package."""
    wheel = os.path.join(PACKAGE, "theme")
    parent = wheel if os.path.isdir(wheel) else os.path.dirname(PACKAGE)
    return [(name, os.path.join(parent, name)) for name in ("templates", "static")]


def options_digest(folders: Folders, options: Options) -> str:
    """Names all that decides about a build besides files and the hour."""
    libraries = sorted(
        name
        for folder in sys.path
        if folder.endswith("-packages") and os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith(".dist-info")
    )
    parts = [__version__, sys.version, str(options.drafts), str(options.strict), *libraries]
    parts += [getattr(disk, "root", "") for disk in (folders.site, folders.output)]
    parts.append(installed(RealDisk(fonts_folder())))
    return digest_bytes(*[part.encode("utf-8", "surrogateescape") for part in parts])


def _signature(folders: Folders, options: Options) -> Signature | None:
    """The signature of the last build, when it was one of this kind."""
    old = read_signature(folders.cache, folders.signature)
    return old if old and old.options == options_digest(folders, options) else None


def _unchanged(look: Look, folders: Folders, options: Options, outside: Aside) -> dict[str, object] | None:
    """The report of the last build when this one would end the same; else None. ``outside`` looks for files of output/
    that are not as they were left."""
    old, now = look.old, options.now.isoformat()
    if (
        old is None
        or look.inputs.lines != old.lines  # a stamp that differs is a change, whatever the bytes of this moment are
        or old.since > now
        or (old.until and old.until <= now)
        or any(old.racy.get(path) != digest_of(folders.site, PACKAGE, themes(), path) for path in look.changed)
    ):
        outside.forget()
        return None
    if outside.result():
        return None
    if look.changed:
        _settle(look.inputs, old, folders)
    return old.report


def _settle(inputs: Inputs, old: Signature, folders: Folders) -> None:
    """Writes the signature anew when its doubtful files proved to be the same: the next look need not read them."""
    racy = {path: old.racy[path] for path in inputs.racy if path in old.racy}
    if racy.keys() != old.racy.keys() or inputs.lines != old.lines:
        write_signature(folders.cache, folders.signature, Signature(
            old.options, old.generation, old.code, old.since, old.until, racy, old.report, inputs.lines, old.paths,
            old.stamps,
        ))  # fmt: skip

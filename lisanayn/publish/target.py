"""Where a site can be published: one publisher a kind of target, chosen by the address."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote, urlsplit

from lisanayn.problems import RefusedPath, printable
from lisanayn.publish.difference import Difference, Standing
from lisanayn.publish.folder import FolderPublisher
from lisanayn.publish.release import Release
from lisanayn.publish.zip import ZipPublisher
from lisanayn.settings import SITE_FILE, Settings


class Publisher(Protocol):
    """One target. A new kind of target is one class with this face and one row of PUBLISHERS."""

    keeps_old: bool
    """Whether old assets stay for one more generation."""

    def look(self, wanted: Mapping[str, str]) -> Standing:
        """What the target holds of ours. Writes nothing. Raises RefusedPath when the target is not ours to write to,
        PublishError when a file that is not ours stands where one of ``wanted`` (path → digest) would go."""

    def carry_out(self, release: Release, difference: Difference) -> None:
        """Changes the target. Killed at any moment, the next call finishes the work. Raises MachineFault and
        PublishError."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of target."""

    name: str
    claims: Callable[[str], bool]
    """Whether a path is an address of this kind."""
    is_file: bool
    """Whether the target is one file, rather than a folder that fills."""
    open: Callable[[str], Publisher]
    """Makes the publisher for an absolute path in which no folder is a link."""


PUBLISHERS: tuple[Kind, ...] = (
    Kind("zip", lambda path: path.lower().endswith(".zip"), True, ZipPublisher),
    Kind("folder", lambda path: True, False, FolderPublisher),  # last: every other path is a folder
)

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:")  # two letters or more: a Windows drive has one


def choose(site: str, settings: Settings, target: str | None) -> Publisher:
    """The publisher for a name of site.toml, a path or a URL; without any, the only one that is configured.

    A path of site.toml counts from the site's folder, one from the command line from the current folder. Raises
    RefusedPath for a target that is not known, or that must not be written to.
    """
    configured = {name: dict(table) for name, table in settings.publish}
    if target is None:
        target = _only(list(configured))
    if target in configured:
        address = configured[target].get("target", "")
        if not address:
            raise RefusedPath(f"[publish.{target}] in {SITE_FILE} has no `target`; give it a folder or a .zip file")
        path = os.path.join(site, _local_path(address))
    else:
        _refuse_bare_word(target, list(configured))
        path = _local_path(target)
    kind = next(kind for kind in PUBLISHERS if kind.claims(path))
    real = resolved(path, kind.is_file)
    refuse_target(site, path, real, kind.is_file)
    return kind.open(real)


def _only(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    known = f"one of {', '.join(names)} (from {SITE_FILE}), " if names else ""
    raise RefusedPath(f"say where to publish: {known}a folder, or a .zip file: `lisanayn publish ../public`")


def _refuse_bare_word(target: str, names: list[str]) -> None:
    """A word alone is a name, not a folder: a slip of the finger must not publish into a new folder."""
    if re.search(r"[/\\]|\.zip$", target, re.IGNORECASE) or _SCHEME.match(target) or os.path.isdir(target):
        return
    close = difflib.get_close_matches(target, names, n=1)
    hint = f"Did you mean {close[0]!r}? " if close else ""
    name = printable(target)
    raise RefusedPath(f"there is no [publish.{name}] in {SITE_FILE}. {hint}A folder is written with a slash: ./{name}")


def _local_path(address: str) -> str:
    """The path of an address. Of one that is refused nothing is repeated but its scheme: it may hold a secret."""
    if not _SCHEME.match(address):
        return os.path.expanduser(address)
    parts = urlsplit(address)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise RefusedPath(f"{printable(parts.scheme)}: is no kind of target; known are a folder, a .zip file, and file:///…")
    return unquote(parts.path)


def resolved(path: str, is_file: bool) -> str:
    """The path with all links in it followed, but for a file's own name: what is looked at is what is written to."""
    if not is_file:
        return os.path.realpath(path)
    return os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))


def refuse_target(site: str, path: str, real: str, is_file: bool) -> None:
    """Raises RefusedPath when a target must not be written to: a folder that holds the site's sources, the home folder
    or the root, or a place among the site's own files. ``real``: the resolved path; ``path``: as it was given."""
    root, home = os.path.realpath(site), os.path.realpath(os.path.expanduser("~"))
    name = printable(path)
    if os.path.islink(real):
        raise RefusedPath(f"{name}: is a link; links to files are not written through")
    if is_file and os.path.isdir(real):
        raise RefusedPath(f"{name}: is a folder, not a .zip file")
    if not is_file and os.path.lexists(real) and not os.path.isdir(real):
        raise RefusedPath(f"{name}: is not a folder")
    if not is_file and (_inside(root, real) or _inside(home, real)):
        raise RefusedPath(f"{name}: holds more than a site; name a folder of its own")
    if _inside(real, root) and not _is_free(real, root, is_file):
        raise RefusedPath(f"{name}: lies among the site's own files; name a folder outside the site")


def _is_free(real: str, root: str, is_file: bool) -> bool:
    """Whether a path inside the site's folder is none of the site's own: ``public/``, ``site.zip``."""
    first, *rest = os.path.relpath(real, root).split(os.sep)
    return (is_file and not rest) or not (first.startswith(".") or os.path.normcase(first) in _OWN)


_OWN = frozenset({"content", "templates", "static", "output", "lisanayn", "tests", "bench"})


def _inside(path: str, folder: str) -> bool:
    """Whether a path is the folder or lies in it, on a file system that may not tell letters' case."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)

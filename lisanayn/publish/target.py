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
    open: Callable[[str], Publisher]
    """Makes the publisher for an absolute path."""


PUBLISHERS: tuple[Kind, ...] = (
    Kind("zip", lambda path: path.lower().endswith(".zip"), ZipPublisher),
    Kind("folder", lambda path: True, FolderPublisher),  # last: every other path is a folder
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
    refuse_target(site, path, os.path.dirname(os.path.abspath(path)) if kind.name == "zip" else path)
    return kind.open(os.path.abspath(path))


def _only(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    known = f"one of {', '.join(names)} (from {SITE_FILE}), " if names else ""
    raise RefusedPath(f"say where to publish: {known}a folder, or a .zip file: `lisanayn publish ../public`")


def _refuse_bare_word(target: str, names: list[str]) -> None:
    """A word alone is a name, not a folder: a slip of the finger must not publish into a new folder."""
    if "/" in target or os.sep in target or target.lower().endswith(".zip") or os.path.isdir(target):
        return
    close = difflib.get_close_matches(target, names, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    name = printable(target)
    raise RefusedPath(f"there is no [publish.{name}] in {SITE_FILE}; {hint}A folder is written with a slash: ./{name}")


def _local_path(address: str) -> str:
    """The path of an address. Of one that is refused nothing is repeated but its scheme: it may hold a secret."""
    if not _SCHEME.match(address):
        return os.path.expanduser(address)
    parts = urlsplit(address)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise RefusedPath(f"{printable(parts.scheme)}: is no kind of target; known are a folder, a .zip file, and file:///…")
    return unquote(parts.path)


def refuse_target(site: str, path: str, folder: str) -> None:
    """Raises RefusedPath when ``folder`` must not be written to: the site's sources or output, what lies above them,
    the home folder, the root. Links are resolved first, so that no spelling reaches what another would not."""
    real, root, home = os.path.realpath(folder), os.path.realpath(site), os.path.realpath(os.path.expanduser("~"))
    archive = folder != path
    if os.path.islink(path) and not os.path.isdir(path):
        raise RefusedPath(f"{printable(path)}: is a link to a file; links are not written through")
    if os.path.isdir(path) if archive else os.path.lexists(path) and not os.path.isdir(path):
        raise RefusedPath(f"{printable(path)}: is {'a folder, not a .zip file' if archive else 'not a folder'}")
    if not archive and (_inside(root, real) or _inside(home, real)):
        raise RefusedPath(f"{printable(path)}: holds more than a site; name a folder of its own")
    if _inside(real, root) and (real != root or not archive) and not _is_free(real, root):
        raise RefusedPath(f"{printable(path)}: lies among the site's own files; name a folder outside the site")


def _is_free(folder: str, root: str) -> bool:
    """Whether a folder inside the site's folder is none of the site's own: ``public/``, ``../site/dist``."""
    first = os.path.relpath(folder, root).split(os.sep)[0]
    return not first.startswith(".") and first not in _OWN


_OWN = frozenset({"content", "templates", "static", "output", "lisanayn", "tests", "bench"})


def _inside(path: str, folder: str) -> bool:
    """Whether a path is the folder or lies in it, on a file system that may not tell letters' case."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)

"""Targets on this machine: which paths may be written to, and which never."""

from __future__ import annotations

import os

from lisanayn.problems import RefusedPath, printable
from lisanayn.publish.place import Place, parse_url, scheme_of

_OWN = frozenset({"content", "templates", "static", "output", "lisanayn", "tests", "bench"})


def local_path(place: Place, is_file: bool) -> str:
    """The absolute path of a target, in which no folder is a link. Raises RefusedPath when it must not be written to.

    ``is_file``: whether the target is one file, rather than a folder that fills.
    """
    text = place.address
    if scheme_of(text):
        url = parse_url(text)
        if url.host not in ("", "localhost"):
            raise RefusedPath("file: names another machine; write file:///…")
        text = url.path
    path = place.path(text)
    real = _resolved(path, is_file)
    _refuse_target(place.site, text, real, is_file)
    return real


def _resolved(path: str, is_file: bool) -> str:
    """The path with all links in it followed, but for a file's own name: what is looked at is what is written to."""
    if not is_file:
        return os.path.realpath(path)
    return os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))


def _refuse_target(site: str, path: str, real: str, is_file: bool) -> None:
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


def _inside(path: str, folder: str) -> bool:
    """Whether a path is the folder or lies in it, on a file system that may not tell letters' case."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)

"""What keeps a build from doing harm: which folders may be written to, and one build at a time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from lisanayn.disk import make_folder
from lisanayn.problems import AnotherRun, MachineFault, RefusedPath

try:
    import fcntl
except ImportError:  # Windows: the lock is then the operating system's sharing rule on the open file
    fcntl = None  # type: ignore[assignment]  # the module has no stub of absence

MARKER = ".lisanayn.json"
"""In output/: the manifest of the last build. A folder that holds it is ours."""

PREVIEW = ".lisanayn/preview"
"""Where ``serve`` builds, so that output/ never holds the reload script."""

SOURCES = ("content", "templates", "static", "lisanayn", "tests", "bench", ".git", ".lisanayn")


def refuse_output(site: str, output: str, adopt: bool) -> None:
    """Raises RefusedPath unless ``output`` is a folder that a build may fill.

    Looked at before anything is written: the folder itself after links are resolved, so that no spelling
    (``..``, a link, a trailing slash) reaches a folder that another spelling would not.
    """
    folder, root = os.path.realpath(output), os.path.realpath(site)
    if folder in ("/", os.path.realpath(os.path.expanduser("~"))) or os.path.dirname(folder) == folder:
        raise RefusedPath(f"{output}: this is no folder for a site; name one of its own")
    if _inside(root, folder):
        raise RefusedPath(f"{output}: this folder holds the site's sources; name one of its own, such as output/")
    for name in SOURCES:
        if _inside(folder, os.path.join(root, name)) and not _inside(folder, os.path.join(root, PREVIEW)):
            raise RefusedPath(f"{output}: lies inside {name}/, which holds sources; name a folder of its own")
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise RefusedPath(f"{output}: is not a folder")
    if os.path.ismount(folder):
        raise RefusedPath(f"{output}: is a mounted file system; name a folder in it")
    if os.path.isdir(folder) and not adopt and os.listdir(folder) and not os.path.exists(os.path.join(folder, MARKER)):
        raise RefusedPath(
            f"{output}: is not empty and was not made by lisanayn; "
            "name another folder, or say --adopt to keep its files and build beside them"
        )


def _inside(path: str, folder: str) -> bool:
    """Whether a path is the folder or lies in it, on a file system that may not tell letters' case."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


@contextlib.contextmanager
def only_run(folder: str) -> Iterator[None]:
    """Holds the lock of a site while its block runs; raises AnotherRun when another process holds it.

    The lock is the system's own on an open file, so it ends with its process, however that ends: a file left
    behind by a killed run locks nothing.
    """
    try:
        make_folder(folder)
        handle = os.open(os.path.join(folder, "lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as fault:
        raise MachineFault(f"{fault.filename}: {fault.strerror}") from fault
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as fault:
                raise AnotherRun("another build of this site is running; wait for it, or stop it") from fault
        yield
    finally:
        os.close(handle)

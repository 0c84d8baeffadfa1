"""Publishing to a folder: the document root of a web server on this machine, or a mounted one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from lisanayn.disk import RealDisk, make_folder
from lisanayn.problems import AnotherRun, MachineFault, printable
from lisanayn.publish.local import local_path
from lisanayn.publish.place import Place
from lisanayn.publish.store import LINK, Read, StorePublisher, parents

try:
    import fcntl
except ImportError:  # Windows: two publications at once are then told apart by their markers alone
    fcntl = None  # type: ignore[assignment]  # the module has no stub of absence

_AT_ONCE = 16
"""Folders that are synced at one time: a disk does many of them in the time of one."""


class FolderStore:
    """See Store. Files are synced to the disk before they take their names, folders when a batch is done."""

    def __init__(self, folder: str) -> None:
        """``folder`` is an absolute path in which nothing is a link; it need not exist."""
        self.name = printable(folder)
        self._disk = RealDisk(folder, durable=True)

    def files(self) -> Mapping[str, str]:
        """See Store.files: every file is compared by its bytes, so that what was changed by hand is put right."""
        return {entry.path: "" for entry in self._disk.files()} | dict.fromkeys(self._disk.links(), LINK)

    def read(self, path: str) -> bytes | None:
        """See Store.read."""
        return self._disk.read(path) if self._disk.exists(path) else None

    def same(self, path: str, stamp: str, data: Callable[[], bytes]) -> bool:
        """See Store.same."""
        return self.read(path) == data()

    def write(self, paths: Sequence[str], read: Read) -> Mapping[str, str]:
        """See Store.write."""
        for path in paths:
            self._disk.write(path, read(path))
        folders = {"", *(folder for path in paths for folder in parents(path))}
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(lambda folder: self._disk.sync_folders([folder]), folders))
        return {}

    def remove(self, paths: Sequence[str]) -> None:
        """See Store.remove."""
        for path in paths:
            self._disk.remove(path)


@contextlib.contextmanager
def open_folder(place: Place) -> Iterator[StorePublisher]:
    """The publisher for a folder, alone with it while it is open. Raises RefusedPath and AnotherRun."""
    folder = local_path(place, is_file=False)
    with contextlib.nullcontext() if place.dry_run else _alone(folder):
        yield StorePublisher(FolderStore(folder))


@contextlib.contextmanager
def _alone(folder: str) -> Iterator[None]:
    """Holds the system's lock on the folder itself: it leaves no file, and ends with its process."""
    try:
        make_folder(folder)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as fault:
        raise MachineFault(f"{printable(folder)}: {fault.strerror}") from fault
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fault:
                raise AnotherRun("another publication to this folder is running; wait for it, or stop it") from fault
            except OSError:  # a file system without locks, such as some network ones: the markers must do
                pass
        yield
    finally:
        os.close(handle)

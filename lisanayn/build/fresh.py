"""A folder that nobody reads before it is finished: the stage, as workers write into it."""

from __future__ import annotations

import contextlib
import os

from lisanayn.disk import Disk, Entry, RealDisk


class FreshDisk(RealDisk):
    """Files are written in place, without a second name, at half the cost. One that is there is unlinked first, so that
    other names of the same bytes keep them."""

    def __init__(self, root: str) -> None:
        """See RealDisk."""
        super().__init__(root)
        self._folders: set[str] = set()

    def write(self, path: str, data: bytes) -> Entry:
        """See Disk.write."""
        full, folder = self._full(path), os.path.dirname(path)
        with self._faults(path):
            if folder not in self._folders:
                self._make_folder(folder)
                self._folders.add(folder)
            try:
                handle = os.open(full, _FRESH, 0o644)
            except FileExistsError:
                _clear(full)
                handle = os.open(full, _FRESH, 0o644)
            try:
                left = memoryview(data)
                while left:
                    left = left[os.write(handle, left) :]
                status = os.fstat(handle)
                if status.st_mode & 0o777 != 0o644:
                    os.fchmod(handle, 0o644)
            finally:
                os.close(handle)
        return Entry(path, len(data), status.st_mtime_ns)

    def remove(self, path: str) -> None:
        """See Disk.remove."""
        with self._faults(path):
            _clear(self._full(path))
        super().remove(path)
        self._folders.clear()


def unread(disk: Disk) -> Disk:
    """The same folder for files that nobody reads before they are whole: their readers know their digests."""
    return FreshDisk(disk.root) if isinstance(disk, RealDisk) else disk


_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def _clear(path: str) -> None:
    """Takes a file away, or an empty folder that somebody put in its place."""
    with contextlib.suppress(FileNotFoundError):
        if os.path.isdir(path) and not os.path.islink(path):
            os.rmdir(path)
        else:
            os.unlink(path)

"""The disk, as an interface with a twin in memory.

Every file the program reads or writes goes through here, by a path relative to one root, ``/``-separated.
A path can never leave its root: no ``..``, no absolute path, no link is followed. A file is written whole
or not at all: to a temporary name beside it, then renamed. There is no recursive delete.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from lisanayn.problems import MachineFault, RefusedPath, printable
from lisanayn.record import record

TEMPORARY = ".lisanayn-tmp-"
"""Prefix of the files that are being written; any left by a killed run may be removed."""
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@record
class Entry:
    """One file found on a disk."""

    path: str
    size: int
    """In bytes."""
    stamp: int
    """Changes when the file is written: modification time in nanoseconds."""


Found = tuple[str, int, int, int]
"""A file found by ``Disk.scan``: path, size in bytes, and two stamps, of which one changes whatever is done to the file
(on a file system the times of modification and of change, in nanoseconds)."""


class Disk(Protocol):
    """What the build needs of a disk."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises MachineFault when it cannot be read, RefusedPath outside the root."""

    def write(self, path: str, data: bytes) -> Entry:
        """Puts a file in place whole, making its folders; what stands there now. Raises MachineFault, RefusedPath."""

    def remove(self, path: str) -> None:
        """Removes one file, and the folders it leaves empty. A file that is not there is no fault."""

    def exists(self, path: str) -> bool:
        """Whether a plain file stands at the path."""

    def files(self, folder: str = "") -> Iterator[Entry]:
        """All plain files under a folder, sorted by path; links and special files are left out."""

    def links(self, folder: str = "") -> Iterator[str]:
        """Paths under a folder that are links or special files: never read, but worth a warning."""

    def scan(self, folder: str = "") -> tuple[list[Found], list[str]]:
        """What ``files`` and ``links`` find, both sorted by path, in one quick walk."""

    def look(self, paths: Sequence[str]) -> list[tuple[int, int] | None]:
        """Size and stamp of the plain files at many paths, in their order; None where there is none."""


def checked(path: str) -> str:
    """The path itself, when it is relative and stays inside; else RefusedPath."""
    parts = path.split("/")
    if not path or "\\" in path or "\x00" in path or any(part in ("", ".", "..") for part in parts):
        raise RefusedPath(f"{printable(path)!r} is not a path inside the folder")
    return path


def make_folder(folder: str) -> None:
    """Makes a folder and those above it, with mode 755 whatever the umask. One that is there is left as it is."""
    try:
        os.mkdir(folder)
        os.chmod(folder, 0o755)
    except FileExistsError:
        return
    except FileNotFoundError:
        make_folder(os.path.dirname(folder))
        make_folder(folder)  # another process may have been quicker


class RealDisk:
    """A folder of the file system."""

    def __init__(self, root: str, durable: bool = False) -> None:
        """``root`` is an existing folder, or one that the first write makes. ``durable``: a file's bytes are on the
        disk before it takes its name, so that a power cut leaves no empty file under it."""
        self.root = os.path.abspath(root)
        self._durable = durable

    def read(self, path: str) -> bytes:
        """See Disk.read. No part of the path is followed when it is a link, not even one that has just become one."""
        with self._faults(path), os.fdopen(self._open(path), "rb", 0) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise MachineFault(f"{printable(path)}: not a plain file")
            return bytes(file.readall())

    def _open(self, path: str) -> int:
        """A file opened for reading, each folder on the way from the one above it."""
        if os.open not in os.supports_dir_fd:  # Windows: a moment stays between the look and the opening
            self._refuse_links(path)
            return os.open(self._full(path), _READ)
        *folders, name = checked(path).split("/")
        folder = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for part in folders:
                above, folder = folder, os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
                os.close(above)
            return os.open(name, _READ, dir_fd=folder)
        finally:
            os.close(folder)

    def write(self, path: str, data: bytes) -> Entry:
        """See Disk.write. Files get mode 644 and folders 755 whatever the umask."""
        with self._faults(path):
            full = self._full(path)
            self._make_folder(os.path.dirname(path))
            temporary = os.path.join(os.path.dirname(full), f"{TEMPORARY}{os.getpid()}-{os.path.basename(full)[:40]}")
            try:
                handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fchmod(file.fileno(), 0o644)
                    if self._durable:
                        os.fsync(file.fileno())
                    stamp = os.fstat(file.fileno()).st_mtime_ns
                os.replace(temporary, full)
                return Entry(path, len(data), stamp)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)
                raise

    def remove(self, path: str) -> None:
        """See Disk.remove."""
        with self._faults(path):
            self._refuse_links(path)
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._full(path))
            folder = os.path.dirname(path)
            while folder:
                try:
                    os.rmdir(self._full(folder))
                except OSError:  # not empty, or gone: either way the folders above stay
                    return
                folder = os.path.dirname(folder)

    def sync_folders(self, folders: Iterable[str]) -> None:
        """Makes the names in folders ("" is the root) outlast a power cut, where the file system can promise that."""
        for folder in folders:
            with contextlib.suppress(OSError):  # some file systems and Windows cannot sync a folder
                handle = os.open(self._full(folder) if folder else self.root, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)

    def exists(self, path: str) -> bool:
        """See Disk.exists."""
        with contextlib.suppress(OSError):
            return stat.S_ISREG(os.lstat(self._full(path)).st_mode)
        return False

    def files(self, folder: str = "") -> Iterator[Entry]:
        """See Disk.files."""
        for path, size, stamp, _ in self.scan(folder)[0]:
            yield Entry(path, size, stamp)

    def links(self, folder: str = "") -> Iterator[str]:
        """See Disk.links."""
        yield from self.scan(folder)[1]

    def scan(self, folder: str = "") -> tuple[list[Found], list[str]]:
        """See Disk.scan."""
        found: list[Found] = []
        links: list[str] = []
        top = self._full(folder) if folder else self.root
        waiting = [(top, f"{folder}/" if folder else "")] if os.path.isdir(top) and not os.path.islink(top) else []
        with self._faults(folder):
            for full, prefix in waiting:
                with os.scandir(full) as listing:
                    for entry in listing:
                        if entry.is_file(follow_symlinks=False):
                            s = entry.stat(follow_symlinks=False)
                            found.append((prefix + entry.name, s.st_size, s.st_mtime_ns, s.st_ctime_ns))
                        elif entry.is_dir(follow_symlinks=False):
                            waiting.append((entry.path, f"{prefix}{entry.name}/"))
                        else:
                            links.append(prefix + entry.name)
        return sorted(found), sorted(links)

    def look(self, paths: Sequence[str]) -> list[tuple[int, int] | None]:
        """See Disk.look."""
        found: list[tuple[int, int] | None] = []
        try:
            handle = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError:
            return [None] * len(paths)
        for path in paths:
            try:
                s = os.stat(path, dir_fd=handle, follow_symlinks=False)
                found.append((s.st_size, s.st_mtime_ns) if stat.S_ISREG(s.st_mode) else None)
            except OSError:
                found.append(None)
        os.close(handle)
        return found

    def _full(self, path: str) -> str:
        return os.path.join(self.root, checked(path))

    def _make_folder(self, folder: str) -> None:
        """Makes a folder and those above it, refusing any that is a link."""
        make_folder(os.path.join(self.root, folder) if folder else self.root)
        self._refuse_links(f"{folder}/-" if folder else "-")

    def _refuse_links(self, path: str) -> None:
        folder = os.path.dirname(checked(path))
        while folder:
            if os.path.islink(os.path.join(self.root, folder)):
                raise RefusedPath(f"{printable(folder)} is a link; links are not followed")
            folder = os.path.dirname(folder)

    @contextlib.contextmanager
    def _faults(self, path: str) -> Iterator[None]:
        """Turns what the system refuses into one sentence that names the path and the cause."""
        try:
            yield
        except OSError as fault:
            if fault.errno in (errno.ENOSPC, errno.EDQUOT):
                raise MachineFault(f"{printable(path)}: the disk is full") from fault
            if fault.errno == errno.ENOTDIR:
                self._refuse_links(path)
            elif fault.errno == errno.ELOOP:
                raise RefusedPath(f"{printable(path)} is a link; links are not followed") from fault
            raise MachineFault(f"{printable(path)}: {fault.strerror or fault}") from fault


class MemoryDisk:
    """A disk for tests; remembers what was written and removed, in order."""

    def __init__(self, contents: dict[str, bytes] | None = None) -> None:
        self.contents = {} if contents is None else contents
        self.written: list[str] = []
        self.removed: list[str] = []

    def read(self, path: str) -> bytes:
        """See Disk.read."""
        try:
            return self.contents[checked(path)]
        except KeyError:
            raise MachineFault(f"{path}: no such file") from None

    def write(self, path: str, data: bytes) -> Entry:
        """See Disk.write."""
        self.contents[checked(path)] = data
        self.written.append(path)
        return self._entry(path)

    def remove(self, path: str) -> None:
        """See Disk.remove."""
        if self.contents.pop(checked(path), None) is not None:
            self.removed.append(path)

    def exists(self, path: str) -> bool:
        """See Disk.exists."""
        return path in self.contents

    def files(self, folder: str = "") -> Iterator[Entry]:
        """See Disk.files."""
        prefix = f"{folder}/" if folder else ""
        for path in sorted(self.contents):
            if path.startswith(prefix):
                yield self._entry(path)

    def links(self, folder: str = "") -> Iterator[str]:
        """A memory disk has none."""
        return iter(())

    def scan(self, folder: str = "") -> tuple[list[Found], list[str]]:
        """See Disk.scan."""
        return [(entry.path, entry.size, entry.stamp, 0) for entry in self.files(folder)], []

    def look(self, paths: Sequence[str]) -> list[tuple[int, int] | None]:
        """See Disk.look."""
        there = {path: self._entry(path) for path in paths if path in self.contents}
        return [(there[path].size, there[path].stamp) if path in there else None for path in paths]

    def _entry(self, path: str) -> Entry:
        """Without a clock, the bytes themselves are the stamp: rewritten with the same bytes is not changed."""
        data = self.contents[path]
        return Entry(path, len(data), zlib.crc32(data))

"""How a finished build takes the place of the last one: all at once, or not at all.

New files are written into a stage, never into output/. The stage holds the generation before the one in
output/, its files being links to the same bytes wherever the two agree. A build brings the stage up (the last
build's changes, then its own) and exchanges the two folders in one step of the file system (``renameat2`` with
``RENAME_EXCHANGE``, Linux). So a build costs time only in what changed, and a reader, or a power cut, sees the
old site or the new one.

Where the file system cannot exchange folders, or output/ holds files that are not ours (a CNAME, a .git), the
changes are applied file by file, each whole, from a journal that the next run finishes should this one be killed.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from lisanayn.build.aside import Aside
from lisanayn.build.fresh import FreshDisk
from lisanayn.disk import Disk, MemoryDisk, RealDisk, make_folder
from lisanayn.problems import MachineFault
from lisanayn.record import record

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


@record
class Change:
    """What a build does to output/."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


class Stage(Protocol):
    """A place beside output/ where the next generation is put together."""

    disk: Disk
    """Where new files are written."""

    def recover(self) -> None:
        """Finishes what a killed run had begun to apply. Called before output/ is looked at."""

    def prepare(self, ours: Collection[str], lag: Iterable[str] | None, foreign: bool) -> None:
        """Brings the stage up to what output/ holds. ``ours``: the paths of the last manifest; ``lag``: those by which
        the stage is behind, None when nobody knows; ``foreign``: whether output/ holds files that are not ours."""

    def lag_after(self, change: Change) -> tuple[str, ...] | None:
        """The paths by which the stage will be behind once the change is committed; None: nobody knows."""

    def commit(self, change: Change) -> None:
        """Makes the stage the output."""

    def give_up(self) -> tuple[str, ...] | None:
        """Leaves the output as it is; nothing was written since ``prepare``. What the stage is behind by now."""


class MemoryStage:
    """For tests: the output in memory changes only when the build is complete."""

    def __init__(self, output: MemoryDisk) -> None:
        self.disk: Disk = MemoryDisk()
        self._output = output

    def recover(self) -> None:
        """Nothing outlives a process in memory."""

    def prepare(self, ours: Collection[str], lag: Iterable[str] | None, foreign: bool) -> None:
        """Nothing to bring up."""

    def lag_after(self, change: Change) -> tuple[str, ...] | None:
        """A memory stage is thrown away after each build."""
        return ()

    def give_up(self) -> tuple[str, ...] | None:
        """Nothing to take back."""
        return ()

    def commit(self, change: Change) -> None:
        """See Stage.commit."""
        for path in change.written:
            self._output.write(path, self.disk.read(path))
        for path in change.removed:
            self._output.remove(path)


class FolderStage:
    """A folder of the cache."""

    def __init__(self, output: RealDisk, cache: RealDisk, name: str) -> None:
        """``name``: the stage's folder in the cache, one for each output folder."""
        self._output = output
        self._cache = cache
        self._dirty = f"{name}.dirty"
        self._journal = f"{name}.journal"
        self._root = os.path.join(cache.root, name)
        self._exchange = False
        self._lost: Aside | None = None
        self.disk: Disk = FreshDisk(self._root)

    def prepare(self, ours: Collection[str], lag: Iterable[str] | None, foreign: bool) -> None:
        """See Stage.prepare. Where folders cannot be exchanged the stage starts empty and holds only what is new."""
        fresh = not os.path.isdir(self._root)
        make_folder(self._root)
        self._exchange = not foreign and self._can_exchange()
        killed = self._was_killed()
        self._cache.write(self._dirty, b"")
        if self._exchange and lag is not None and not fresh and not killed:
            if not os.listdir(self._root):  # as after the first build of all: filled while the build goes on
                self._lost = Aside(lambda: self._link_all(sorted(ours)), len(ours))
                return
            for path in sorted(lag):  # the stage is known: only what the last build changed is behind
                self.disk.remove(path)
                if path in ours:
                    self._link(path)
            # Whether somebody has been at the stage meanwhile is found out while the build goes on.
            self._lost = Aside(lambda: self._missing(sorted(ours)), len(ours))
            return
        wanted = frozenset(ours) if self._exchange else frozenset()
        present = {entry.path for entry in self.disk.files()}
        behind = {path for path in wanted & present if not self._same(path)}
        for path in sorted(present - wanted | behind):
            self.disk.remove(path)
        for path in sorted(wanted - present | behind):
            self._link(path)

    def lag_after(self, change: Change) -> tuple[str, ...] | None:
        """See Stage.lag_after. Where folders are not exchanged, the stage is no generation of the site."""
        return tuple(sorted({*change.written, *change.removed})) if self._exchange else None

    def _missing(self, paths: Sequence[str]) -> list[str]:
        """Which of the paths are not in the stage."""
        return [path for path, found in zip(paths, self.disk.look(paths), strict=True) if found is None]

    def _link_all(self, paths: Sequence[str]) -> list[str]:
        """Links many files into the stage, beside whoever is writing there: what is there already is newer. Those that
        could not be linked."""
        failed, last = [], None
        for path in paths:
            try:
                folder = os.path.dirname(path)
                if folder != last:
                    make_folder(os.path.join(self._root, folder))
                    last = folder
                os.link(os.path.join(self._output.root, path), os.path.join(self._root, path), follow_symlinks=False)
            except FileExistsError:
                pass
            except OSError:
                failed.append(path)
        return failed

    def _complete(self, change: Change) -> None:
        """Links into the stage what somebody has taken out of it."""
        lost, self._lost = self._lost, None
        for path in lost.result() if lost else ():
            if path not in change.written and path not in change.removed:
                self._link(path)

    def commit(self, change: Change) -> None:
        """See Stage.commit."""
        self._complete(change)
        if self._exchange:
            for path in change.removed:
                self.disk.remove(path)
            _sync_folder(self._root)
            make_folder(self._output.root)
            if not _exchange(self._root, self._output.root):
                raise MachineFault(f"{self._output.root}: the folder could not be exchanged")
        else:
            self._cache.write(self._journal, json.dumps([list(change.written), list(change.removed)]).encode())
            self._apply(change)
            self._cache.remove(self._journal)
        self._cache.remove(self._dirty)

    def give_up(self) -> tuple[str, ...] | None:
        """See Stage.give_up."""
        self._complete(Change((), ()))
        self._cache.remove(self._dirty)
        return () if self._exchange else None

    def recover(self) -> None:
        """See Stage.recover."""
        if self._cache.exists(self._journal):
            written, removed = json.loads(self._cache.read(self._journal))
            self._apply(Change(tuple(written), tuple(removed)))
            self._cache.remove(self._journal)

    def _was_killed(self) -> bool:
        """Whether the run before this one ended while the stage was being changed."""
        return self._cache.exists(self._dirty)

    def _same(self, path: str) -> bool:
        """Whether the stage's file is a link to the one in output/."""
        try:
            return os.path.samestat(
                os.lstat(os.path.join(self._root, path)), os.lstat(os.path.join(self._output.root, path))
            )
        except OSError:
            return False

    def _apply(self, change: Change) -> None:
        """Pictures and style sheets first, pages next, removals last: a page never points to what is not there."""
        for path in sorted(change.written, key=lambda path: (path.endswith(".html"), path)):
            if self.disk.exists(path):  # otherwise the run that was killed had moved it already
                self._move(path)
        for path in change.removed:
            self._output.remove(path)

    def _move(self, path: str) -> None:
        """Moves a file from the stage into output/, whole, with its stamp."""
        source = os.path.join(self._root, path)
        try:
            make_folder(os.path.dirname(os.path.join(self._output.root, path)))
            os.replace(source, os.path.join(self._output.root, path))
        except OSError as fault:
            if fault.errno != errno.EXDEV:
                raise MachineFault(f"{path}: {fault.strerror}") from fault
            stamp = os.stat(source).st_mtime_ns
            self._output.write(path, self.disk.read(path))
            os.utime(os.path.join(self._output.root, path), ns=(stamp, stamp))
            self.disk.remove(path)

    def _link(self, path: str) -> None:
        source, target = os.path.join(self._output.root, path), os.path.join(self._root, path)
        try:
            try:
                os.link(source, target, follow_symlinks=False)
            except FileNotFoundError:
                make_folder(os.path.dirname(target))
                os.link(source, target, follow_symlinks=False)
        except FileNotFoundError:
            return  # not in output/ any more: the build will find it missing and write it
        except OSError as fault:
            if os.path.isdir(source):
                return  # nor a file: it will be written in the place of the folder
            raise MachineFault(f"{path}: cannot be linked into the stage: {fault.strerror}") from fault

    def _can_exchange(self) -> bool:
        """Tries it on two empty folders of the cache: whether a file system can is not to be known otherwise."""
        output = self._output.root
        if os.path.islink(output) or (os.path.lexists(output) and not os.path.isdir(output)):
            return False
        while not os.path.isdir(output):  # a first build makes folders only when it has succeeded
            output = os.path.dirname(output)
        if os.stat(output).st_dev != os.stat(self._cache.root).st_dev:
            return False
        probes = [os.path.join(self._cache.root, f"probe-{name}") for name in ("here", "there")]
        try:
            for folder in probes:
                os.makedirs(folder, exist_ok=True)
            return _exchange(*probes)
        except OSError:
            return False
        finally:
            for folder in probes:
                with contextlib.suppress(OSError):
                    os.rmdir(folder)


def _exchange(one: str, other: str) -> bool:
    """Exchanges two folders in one step; False where the system or the file system cannot."""
    import ctypes  # not at the top: most builds exchange nothing

    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    done = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done != 0 and ctypes.get_errno() in (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EDQUOT):
        raise MachineFault(f"{other}: {os.strerror(ctypes.get_errno())}")
    return bool(done == 0)


def _sync_folder(folder: str) -> None:
    """Asks the system to keep a folder's new entries, before it takes the place of another."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

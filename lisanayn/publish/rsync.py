"""Publishing over SSH with rsync, which sends only what differs within a file and needs no shell on the server.

rsync is never left to find out what is to be done: it would compare by size and second, and delete what is not ours.
It is told which files to send and which to remove. A file arrives in a folder of temporary files beside the pages
and takes its name when it is whole.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from lisanayn.disk import TEMPORARY, RealDisk
from lisanayn.problems import LisanaynError, PublishError
from lisanayn.publish.place import Url
from lisanayn.publish.process import Outcome, run
from lisanayn.publish.retry import Passing, persist
from lisanayn.publish.sshoptions import CONNECT_SECONDS, NOT_ACCEPTED, UNKNOWN_HOST, quoted
from lisanayn.publish.store import LINK, Read, parents

_SILENCE = 60
"""Seconds without a byte after which rsync gives up."""
_LONGEST = 3600
"""Seconds one call may take."""

_PASSING = frozenset({10, 12, 30, 35, 255})
"""rsync's statuses for sockets, the data stream and time-outs; and SSH's own, which may not say why it ended."""
_GONE = 23
"""rsync's status when something asked for is not there."""

_HERE = f"{TEMPORARY}rsync"
"""The folder at the target in which files arrive."""


class RsyncStore:
    """See Store. A context: it keeps files to be sent in a temporary folder."""

    def __init__(self, url: Url, ssh: Sequence[str]) -> None:
        """``ssh``: the words of the command of SSH."""
        host = f"[{url.host}]" if ":" in url.host else url.host
        self._server = f"{url.user}@{host}" if url.user else host
        self._target = f"{self._server}:{url.path}/"
        port = f":{url.port}" if url.port is not None else ""
        self.name = f"ssh://{self._server}{port}{url.path if url.path.startswith('/') else f'/~/{url.path}'}"
        self._ssh = list(ssh)
        self._is_made = False
        self._there: set[str] = set()

    def __enter__(self) -> RsyncStore:
        """Makes the temporary folder, and one connection that all calls of rsync share."""
        self._folder = tempfile.TemporaryDirectory(prefix="lisanayn-", ignore_cleanup_errors=True)
        socket = os.path.join(self._folder.name, "ssh")
        self._ssh += ["-o", f"ControlPath={socket}"]
        words = [*self._ssh, "-N", "-o", "ControlMaster=yes", "-o", "ControlPersist=no", "--", self._server]
        quiet = subprocess.DEVNULL
        self._connection = subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
        # When it cannot connect, it ends, and the first rsync connects by itself and says why not.
        until = time.monotonic() + CONNECT_SECONDS
        while self._connection.poll() is None and not os.path.exists(socket) and time.monotonic() < until:
            time.sleep(0.02)
        return self

    def __exit__(self, fault: object, *_: object) -> None:
        """Ends the connection and takes the folders away."""
        if self._is_made and fault is None:  # else the server may not answer, and the next run takes it away
            with contextlib.suppress(LisanaynError):
                self._remove([_HERE])
        self._connection.terminate()
        self._connection.wait()
        self._folder.cleanup()

    def files(self) -> Mapping[str, str]:
        """See Store.files: a stamp is a file's size and the second of its time."""
        empty = os.path.join(self._folder.name, "empty")
        os.makedirs(empty, exist_ok=True)
        told = self._rsync(["-rltn", "--out-format=%i|%l|%M|%n%L"], [self._target, empty], allowed=_GONE)
        if told.status == _GONE:
            if "change_dir" in told.complaint and "No such file" in told.complaint:
                return {}
            raise PublishError(f"{self.name}: cannot be read: {told.complaint}")
        found = {}
        for line in told.output.decode("utf-8", "surrogateescape").splitlines():
            about, size, time, path = line.split("|", 3)
            if about[1:2] == "f":
                found[_unescaped(path)] = f"{size}-{_seconds(time)}"
            elif about[1:2] != "d":
                found[_unescaped(path.partition(" -> ")[0])] = LINK
        self._there = set(found)
        return found

    def read(self, path: str) -> bytes | None:
        """See Store.read."""
        folder = os.path.join(self._folder.name, "read")
        os.makedirs(folder, exist_ok=True)
        told = self._rsync(["-tI", "--no-motd"], [self._target + path, f"{folder}/"], allowed=_GONE)
        disk = RealDisk(folder)
        if told.status == _GONE:
            return None
        name = path.rpartition("/")[2]
        data = disk.read(name)
        disk.remove(name)
        return data

    def same(self, path: str, stamp: str, data: Callable[[], bytes]) -> bool:
        """See Store.same: not without fetching it."""
        return False

    def write(self, paths: Sequence[str], read: Read) -> Mapping[str, str]:
        """See Store.write."""
        if not paths:
            return {}
        with tempfile.TemporaryDirectory(dir=self._folder.name) as folder:
            disk, stamps = RealDisk(folder), {}
            os.mkdir(os.path.join(folder, _HERE))
            for path in paths:
                entry = disk.write(path, read(path))
                stamps[path] = f"{entry.size}-{entry.stamp // 10**9}"
            self._make_folder(folder)
            options = ["-tIpR", "--mkpath", "--chmod=D755,F644", f"--temp-dir={_HERE}"]
            self._send(options, paths, folder)
        self._there |= set(paths)
        return stamps

    def remove(self, paths: Sequence[str]) -> None:
        """See Store.remove: what is named and is not here is removed there."""
        self._there -= set(paths)
        still = {folder for path in self._there for folder in parents(path)}
        emptied = {folder for path in paths for folder in parents(path)} - still - {_HERE}
        self._remove(paths)
        for depth in sorted({folder.count("/") for folder in emptied}, reverse=True):  # only empty ones are removed
            self._remove([folder for folder in emptied if folder.count("/") == depth])

    def _remove(self, paths: Sequence[str]) -> None:
        if not paths:
            return
        with tempfile.TemporaryDirectory(dir=self._folder.name) as folder:
            for path in paths:
                os.makedirs(os.path.join(folder, os.path.dirname(path)), exist_ok=True)
            self._send(["-R", "--delete-missing-args", "--no-implied-dirs"], paths, folder)

    def _make_folder(self, folder: str) -> None:
        """Makes the target and, in it, the folder in which files arrive."""
        if self._is_made:
            return
        options = ["-rp", "--mkpath", "--chmod=D755", f"--include=/{_HERE}/", "--exclude=*"]
        self._rsync(options, [f"{folder}/", self._target])
        self._is_made = True

    def _send(self, options: list[str], paths: Sequence[str], folder: str) -> None:
        names = b"\0".join(path.encode() for path in paths)
        self._rsync([*options, "--files-from=-", "--from0"], [f"{folder}/", self._target], names)

    def _rsync(self, options: list[str], places: list[str], data: bytes = b"", allowed: int = 0) -> Outcome:
        words = ["rsync", "-8", "-s", f"--timeout={_SILENCE}", "-e", quoted(self._ssh), *options, "--", *places]

        def once() -> Outcome:
            told = run(words, data=data, seconds=_LONGEST)
            if told.status in _PASSING and not _hint(told.complaint):
                raise Passing(told.complaint)
            return told

        told = persist(once, lambda fault: PublishError(f"{self.name}: the connection failed again and again: {fault}"))
        if told.status not in (0, allowed):
            raise PublishError(f"{self.name}: {_explained(told.complaint)}")
        return told


def _explained(complaint: str) -> str:
    """SSH's and rsync's complaint, with what to do where we know it."""
    hint = _hint(complaint)
    return f"{hint} ({complaint[:_SHOWN]})" if hint else complaint


def _hint(complaint: str) -> str:
    return next((hint for words, hint in _HINTS if words in complaint), "")


_SHOWN = 200
"""Characters of a complaint that we understand."""
_HINTS = (
    ("Host key verification failed", UNKNOWN_HOST),
    ("HOST IDENTIFICATION HAS CHANGED", UNKNOWN_HOST),
    ("Permission denied (", NOT_ACCEPTED),
    ("rsync: command not found", "the server has no rsync: write sftp:// instead of ssh://"),
    ("rsync: not found", "the server has no rsync: write sftp:// instead of ssh://"),
)


def _seconds(time: str) -> int:
    return int(datetime.strptime(time, "%Y/%m/%d-%H:%M:%S").replace(tzinfo=UTC).timestamp())


def _unescaped(path: str) -> str:
    r"""A path as it is: rsync writes control characters as ``\#012``."""
    return re.sub(r"\\#([0-7]{3})", lambda match: chr(int(match[1], 8)), path)

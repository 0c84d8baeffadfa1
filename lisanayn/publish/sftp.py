"""Publishing over SFTP, for servers that allow nothing else. Needs asyncssh."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import posixpath
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from lisanayn.disk import TEMPORARY
from lisanayn.problems import PublishError
from lisanayn.publish.background import BackgroundLoop
from lisanayn.publish.place import Place, Url
from lisanayn.publish.retry import Passing, persist
from lisanayn.publish.secrets import redact
from lisanayn.publish.sshoptions import CONNECT_SECONDS, NOT_ACCEPTED, SIGN_SECONDS, SIGNS, UNKNOWN_HOST, remote_folder
from lisanayn.publish.store import LINK, Read, StorePublisher, parents

_AT_ONCE = 32
"""Files on their way at one time."""
_SECONDS = 120
"""How long one file may take."""
_FAREWELL = 5
"""Seconds to wait for a server when the work is done."""
_DIRECTORY, _REGULAR = 2, 1
"""SFTP's types of files."""

Result = TypeVar("Result")


class SftpStore:
    """See Store. A context: it holds a connection."""

    def __init__(self, url: Url, known_hosts: str, identity: str) -> None:
        """``known_hosts``, ``identity``: files; "" for SSH's own."""
        self._url, self._known_hosts, self._identity = url, known_hosts, identity
        user = f"{url.user}@" if url.user else ""
        port = f":{url.port}" if url.port is not None else ""
        self.name = f"sftp://{user}{url.host}{port}{url.path if url.path.startswith('/') else f'/~/{url.path}'}"
        self._ssh: Any = _library()
        self._runner = BackgroundLoop()
        self._connection: Any = None
        self._sftp: Any = None
        self._folders: set[str] = set()
        self._numbers: dict[str, int] = {}

    def close(self) -> None:
        """Ends the connection."""
        with contextlib.suppress(Exception):  # it may be cut already, which ends it as well
            self._runner.run(self._disconnect())
        self._runner.close()

    def files(self) -> Mapping[str, str]:
        """See Store.files: a stamp is a file's size and the second of its time."""
        found: dict[str, str] = {}
        self._do(lambda: self._walk("", found))
        return found

    def read(self, path: str) -> bytes | None:
        """See Store.read."""

        async def fetch() -> bytes | None:
            try:
                async with self._sftp.open(self._full(path), "rb") as file:
                    return bytes(await file.read())
            except (self._ssh.SFTPNoSuchFile, self._ssh.SFTPNoSuchPath):
                return None

        return self._do(fetch)

    def same(self, path: str, stamp: str, data: Callable[[], bytes]) -> bool:
        """See Store.same: not without fetching it."""
        return False

    def write(self, paths: Sequence[str], read: Read) -> Mapping[str, str]:
        """See Store.write."""
        stamps: dict[str, str] = {}

        async def put(path: str) -> None:
            if path not in stamps:
                stamps[path] = await self._put(path, read(path))

        async def put_all() -> None:
            await self._make_folders(paths)
            await self._each(put, paths)

        self._do(put_all)
        return stamps

    def remove(self, paths: Sequence[str]) -> None:
        """See Store.remove."""

        async def remove(path: str) -> None:
            with contextlib.suppress(self._ssh.SFTPNoSuchFile, self._ssh.SFTPNoSuchPath):
                await self._sftp.remove(self._full(path))

        async def remove_all() -> None:
            await self._each(remove, paths)
            for folder in sorted({folder for path in paths for folder in parents(path)}, reverse=True):
                with contextlib.suppress(self._ssh.SFTPError):  # not empty, or gone
                    await self._sftp.rmdir(self._full(folder))
                    self._folders.discard(folder)

        self._do(remove_all)

    async def _put(self, path: str, data: bytes) -> str:
        """Writes one file under another name, which then takes its own; its stamp."""
        full = self._full(path)
        number = self._numbers.setdefault(path, len(self._numbers))  # the same for a second try, which overwrites it
        temporary = posixpath.join(posixpath.dirname(full), f"{TEMPORARY}{os.getpid()}-{number}")
        try:
            async with self._sftp.open(temporary, "wb") as file:
                await file.write(data)
            await self._sftp.chmod(temporary, 0o644)
            status = await self._sftp.stat(temporary)
            if status.size != len(data):
                raise PublishError(
                    f"{self.name}: {path} arrived with {status.size} of {len(data)} bytes: is the disk full?"
                )
        except (self._ssh.SFTPError, PublishError):  # on a full disk it must not stay
            with contextlib.suppress(self._ssh.SFTPError):
                await self._sftp.remove(temporary)
            raise
        try:
            await self._sftp.posix_rename(temporary, full)
        except self._ssh.SFTPOpUnsupported:  # a server without the extension cannot replace a file in one step
            with contextlib.suppress(self._ssh.SFTPNoSuchFile):
                await self._sftp.remove(full)
            await self._sftp.rename(temporary, full)
        return f"{status.size}-{int(status.mtime)}"

    async def _make_folders(self, paths: Sequence[str]) -> None:
        if "" not in self._folders:
            above = [self._url.path[:end] for end, letter in enumerate(self._url.path) if letter == "/" and end]
            for folder in (*above, self._url.path):
                await self._make_folder(folder)
            self._folders.add("")
        missing = {folder for path in paths for folder in parents(path)} - self._folders
        for depth in sorted({folder.count("/") for folder in missing}):
            folders = [folder for folder in missing if folder.count("/") == depth]
            await self._each(lambda folder: self._make_folder(self._full(folder)), folders)
            self._folders.update(folders)

    async def _make_folder(self, full: str) -> None:
        """Makes one folder with mode 755, unless it is there."""
        if not await self._sftp.isdir(full):
            await self._sftp.mkdir(full)
            await self._sftp.chmod(full, 0o755)

    async def _walk(self, folder: str, found: dict[str, str]) -> None:
        names = []
        try:
            async for entry in self._sftp.scandir(self._full(folder)):
                names.append((str(entry.filename), entry.attrs))
        except (self._ssh.SFTPNoSuchFile, self._ssh.SFTPNoSuchPath):
            return
        folders = []
        for name, about in names:
            path = f"{folder}/{name}" if folder else name
            if name in (".", ".."):
                continue
            if about.type == _DIRECTORY:
                folders.append(path)
            else:
                found[path] = f"{about.size}-{int(about.mtime)}" if about.type == _REGULAR else LINK
        self._folders.update(folders)
        await self._each(lambda path: self._walk(path, found), folders)

    async def _each(self, work: Callable[[str], Awaitable[None]], paths: Sequence[str]) -> None:
        """Does something with each path, a few at a time; the first fault ends it when those under way have ended."""
        waiting = iter(paths)

        async def worker() -> None:
            for path in waiting:
                await asyncio.wait_for(work(path), _SECONDS)

        ended = await asyncio.gather(*(worker() for _ in range(min(_AT_ONCE, len(paths)))), return_exceptions=True)
        for fault in ended:
            if isinstance(fault, BaseException):
                raise fault

    def _full(self, path: str) -> str:
        return posixpath.join(self._url.path, path) if path else self._url.path

    def _do(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """Carries something out, on a new connection when the old one was cut."""

        async def connected() -> Result:
            if self._sftp is None:
                await self._connect()
            return await work()

        def once() -> Result:
            try:
                return self._runner.run(connected())
            except self._ssh.HostKeyNotVerifiable as fault:
                raise PublishError(f"{self.name}: {UNKNOWN_HOST} ({redact(str(fault))})") from None
            except self._ssh.PermissionDenied as fault:
                raise PublishError(f"{self.name}: {NOT_ACCEPTED} ({redact(str(fault))})") from None
            except (self._ssh.SFTPConnectionLost, self._ssh.SFTPNoConnection) as fault:
                raise self._passing(fault) from None
            except self._ssh.SFTPError as fault:
                raise PublishError(f"{self.name}: {redact(str(fault))}") from None
            except (self._ssh.Error, OSError, TimeoutError) as fault:
                raise self._passing(fault) from None

        return persist(once, lambda fault: PublishError(f"{self.name}: the connection failed again and again: {fault}"))

    def _passing(self, fault: Exception) -> Passing:
        if self._connection is not None:
            self._runner.soon(self._connection.abort)
        self._connection = self._sftp = None
        return Passing(redact(str(fault)) or type(fault).__name__)

    async def _connect(self) -> None:
        options: dict[str, Any] = {"known_hosts": self._known_hosts} if self._known_hosts else {}
        options |= {"client_keys": [self._identity]} if self._identity else {}
        options |= {"port": self._url.port} if self._url.port is not None else {}
        options |= {"username": self._url.user} if self._url.user else {}
        password = os.environ.get("LISANAYN_SFTP_PASSWORD")
        options |= {"password": password} if password else {}
        self._connection = await self._ssh.connect(
            self._url.host, connect_timeout=CONNECT_SECONDS, login_timeout=CONNECT_SECONDS,
            keepalive_interval=SIGN_SECONDS, keepalive_count_max=SIGNS, **options,
        )  # fmt: skip
        self._sftp = await self._connection.start_sftp_client()

    async def _disconnect(self) -> None:
        if self._connection is not None:
            self._sftp.exit()
            await asyncio.wait_for(self._sftp.wait_closed(), _FAREWELL)
            self._connection.close()
            await asyncio.wait_for(self._connection.wait_closed(), _FAREWELL)


@contextlib.contextmanager
def open_sftp(place: Place) -> Iterator[StorePublisher]:
    """The publisher for ``sftp://user@host/path``."""
    store = SftpStore(remote_folder(place), place.file_option("known_hosts"), place.file_option("identity"))
    try:
        yield StorePublisher(store)
    finally:
        store.close()


def _library() -> Any:
    try:
        return importlib.import_module("asyncssh")
    except ImportError:
        raise PublishError("publishing over SFTP needs asyncssh: pip install 'lisanayn[sftp]'") from None

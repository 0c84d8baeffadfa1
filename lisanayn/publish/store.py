"""Publishing file by file, to any place that can list, read, write and remove files: a folder, a server, a bucket.

The order of the work is what makes it safe. First the marker says what is coming. Then hashed assets, other assets,
pages, and what announces pages, each batch whole before the next. Then the deletions, and last the marker that says
that all is done. Whoever reads meanwhile finds each page with all it needs; whoever kills the run leaves a marker
from which the next one knows what is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from lisanayn.build.guard import MARKER
from lisanayn.disk import TEMPORARY
from lisanayn.problems import AnotherRun, LisanaynError, PublishError, RefusedPath, printable
from lisanayn.publish.difference import Difference, Standing, batches
from lisanayn.publish.marker import Marker, read_marker
from lisanayn.publish.release import Release

LINK = "link"
"""The stamp of what is neither a file nor a folder."""

Read = Callable[[str], bytes]


class Store(Protocol):
    """A place that holds files by path, ``/``-separated. Each call raises MachineFault, PublishError or RefusedPath."""

    name: str
    """As messages call it; holds no secret."""

    def files(self) -> Mapping[str, str]:
        """Path → stamp of every file there, LINK for links. A stamp changes whenever the file is written; "" when the
        place has none to offer."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is no such file."""

    def same(self, path: str, stamp: str, data: Callable[[], bytes]) -> bool:
        """Whether a file that is there holds these bytes, as far as can be told without fetching it; False when not."""

    def write(self, paths: Sequence[str], read: Read) -> Mapping[str, str]:
        """Writes files, in any order, each whole or not at all; path → stamp of each."""

    def remove(self, paths: Sequence[str]) -> None:
        """Removes files, in any order, and the folders they leave empty. What is gone already is no fault."""


class StorePublisher:
    """See Publisher."""

    keeps_old = True
    keeps_versions = False

    def __init__(self, store: Store, extras: Mapping[str, bytes] | None = None) -> None:
        """``extras``: files that this kind of target wants beside the site."""
        self.name = store.name
        self.extras = extras or {}
        self._store = store
        self._there: Mapping[str, str] = {}

    def look(self, release: Release) -> Standing:
        """See Publisher.look."""
        found = self._store.files()
        _refuse_links(found, release.files)
        marker, is_new = self._marker(found)
        ours = marker.ours()
        self._there = {path: stamp for path, stamp in found.items() if path != MARKER}
        digests = {path: self._digest(path, marker, release) for path in self._there if not _is_leftover(path)}
        return Standing(
            {path: digest for path, digest in digests.items() if path in ours},
            marker,
            {path: digest for path, digest in digests.items() if path not in ours},
            is_new,
        )

    def carry_out(self, release: Release, difference: Difference, before: Marker, after: Marker) -> None:
        """See Publisher.carry_out."""
        if not difference and before.holds(after):
            return
        begun = before.begun(after).as_bytes()
        stamps = {path: self._there.get(path, "") for path in release.files}
        state = "the target is as it was; publish again to go on"
        try:
            # Leftovers first: on a disk that they have filled not even the marker would find room.
            self._store.remove([path for path in self._there if _is_leftover(path)])
            self._put_marker(begun)
            for number, paths in enumerate(batches(difference.written())):
                if number > 1 and paths:
                    state = "part of the new version is there; publish again, and it is finished"
                stamps |= self._store.write(paths, release.read)
            if self._store.read(MARKER) != begun:
                raise AnotherRun("another publication to this target began meanwhile; publish again when it has ended")
            self._store.remove(difference.removed)
            stamps = {path: stamp for path, stamp in stamps.items() if stamp}
            self._put_marker(replace(after, stamps=stamps).as_bytes())
        except (AnotherRun, RefusedPath):
            raise
        except LisanaynError as fault:
            raise PublishError(f"{fault}; {state}") from None

    def previous(self, marker: Marker) -> Release:
        """See Publisher.previous."""
        raise PublishError(f"{self.name}: keeps no earlier versions")

    def _put_marker(self, data: bytes) -> None:
        self._store.write([MARKER], lambda _: data)

    def _marker(self, found: Mapping[str, str]) -> tuple[Marker, bool]:
        data = self._store.read(MARKER) if MARKER in found else None
        if data is None:
            return Marker(), True
        marker = read_marker(data)
        if marker is None:
            raise RefusedPath(f"{self.name}: its {MARKER} is damaged, or of a newer lisanayn; name an empty folder")
        return marker, False

    def _digest(self, path: str, marker: Marker, release: Release) -> str:
        """The digest of a file at the target; "" when it is not known, or not what is wanted."""
        stamp = self._there[path]
        digest = marker.files.get(path, "")
        if stamp and marker.stamps.get(path) == stamp and marker.pending.get(path, digest) == digest:
            return digest
        if stamp != LINK and path in release.files and self._store.same(path, stamp, lambda: release.read(path)):
            return release.files[path]
        return ""


def _is_leftover(path: str) -> bool:
    """Whether a file was being written by a run that was killed."""
    return any(part.startswith(TEMPORARY) for part in path.split("/"))


def _refuse_links(found: Mapping[str, str], wanted: Collection[str]) -> None:
    """Raises RefusedPath when a folder that is to be written into is a link: nothing is written through one."""
    links = {path for path, stamp in found.items() if stamp == LINK}
    for path in wanted if links else ():
        for folder in parents(path):
            if folder in links:
                raise RefusedPath(f"{printable(folder)} at the target is a link; links are not followed")


def parents(path: str) -> Iterator[str]:
    """The folders a path lies in, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path

"""Publishing to a folder: the document root of a web server on this machine, or a mounted one.

The folder holds its own manifest. Before the first file changes, the manifest takes note of what is coming, so that a
run that is killed leaves nothing of which the next one does not know that it is ours.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import MARKER
from lisanayn.disk import TEMPORARY, RealDisk, checked
from lisanayn.problems import PublishError, RefusedPath, printable
from lisanayn.publish.difference import Difference, Standing
from lisanayn.publish.release import Release


@dataclass(frozen=True, slots=True)
class Marker:
    """The manifest of a target."""

    files: dict[str, str] = field(default_factory=dict)
    """Path → digest, of the site last published whole."""
    kept: tuple[str, ...] = ()
    """Files of the site before it that were left for open pages."""
    pending: dict[str, str] = field(default_factory=dict)
    """Path → digest, of a site whose publication has begun; empty when it is finished."""

    def ours(self) -> frozenset[str]:
        """All that publications may have put into the folder: the only files that are ever changed or removed."""
        return frozenset(self.files) | frozenset(self.kept) | frozenset(self.pending)

    def as_bytes(self) -> bytes:
        """The marker's file; the same for the same site."""
        parts: dict[str, object] = {"format": 1, "files": dict(sorted(self.files.items()))}
        if self.kept:
            parts["kept"] = sorted(self.kept)
        if self.pending:
            parts["pending"] = dict(sorted(self.pending.items()))
        return (json.dumps(parts, ensure_ascii=False, indent=0) + "\n").encode()


def read_marker(data: bytes) -> Marker | None:
    """A marker from its bytes; None when they are not one."""
    try:
        parts = json.loads(data)
        files, kept, pending = parts["files"], parts.get("kept", []), parts.get("pending", {})
        marker = Marker(
            {str(path): str(digest) for path, digest in files.items()},
            tuple(str(path) for path in kept),
            {str(path): str(digest) for path, digest in pending.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    for path in marker.ours():
        checked(path)
    return marker


class FolderPublisher:
    """See Publisher."""

    keeps_old = True

    def __init__(self, folder: str) -> None:
        """``folder`` is an absolute path in which nothing is a link; it need not exist."""
        self._name = folder
        self._disk = RealDisk(folder)
        self._marker = Marker()

    def look(self, wanted: Mapping[str, str]) -> Standing:
        """See Publisher.look. The files themselves are read, so that what someone changed by hand is put right."""
        if not os.path.isdir(self._disk.root):
            return Standing({})
        self._marker = self._read_marker()
        ours = self._marker.ours()
        foreign = next((path for path in sorted(wanted.keys() - ours) if self._stands(path)), None)
        if foreign is not None:
            raise PublishError(
                f"{printable(foreign)} at the target was not put there by lisanayn and is not overwritten; "
                "move it away, or rename the article"
            )
        files = {path: digest_bytes(self._disk.read(path)) for path in sorted(ours) if self._disk.exists(path)}
        return Standing(files, frozenset(self._marker.kept))

    def carry_out(self, release: Release, difference: Difference) -> None:
        """See Publisher.carry_out."""
        self._remove_leftovers()
        finished = Marker(dict(release.files), difference.kept)
        if not difference and self._marker == finished:
            return
        known = {**self._marker.files, **self._marker.pending}
        self._disk.write(MARKER, Marker(known, self._marker.kept, dict(release.files)).as_bytes())
        for path in difference.written():
            self._disk.write(path, release.read(path))
        for path in difference.removed:
            self._disk.remove(path)
        self._disk.write(MARKER, finished.as_bytes())

    def _read_marker(self) -> Marker:
        """The folder's marker; an empty one for an empty folder. Raises RefusedPath for a folder of someone else."""
        if self._disk.exists(MARKER):
            marker = read_marker(self._disk.read(MARKER))
            if marker is None:
                raise RefusedPath(f"{printable(self._name)}: its {MARKER} is damaged; name an empty folder instead")
            return marker
        if any(not name.startswith(TEMPORARY) for name in os.listdir(self._disk.root)):
            raise RefusedPath(
                f"{printable(self._name)}: is not empty and nothing was published there before; name an empty folder "
                "(files added to it later are left alone)"
            )
        return Marker()

    def _stands(self, path: str) -> bool:
        return os.path.lexists(os.path.join(self._disk.root, checked(path)))

    def _remove_leftovers(self) -> None:
        """Half-written files of a run that was killed."""
        for entry in list(self._disk.files()):
            if entry.path.rpartition("/")[2].startswith(TEMPORARY):
                self._disk.remove(entry.path)

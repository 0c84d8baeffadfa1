"""The finished site in output/: complete, or not published at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import MARKER
from lisanayn.build.outputs import read_manifest
from lisanayn.disk import Disk, RealDisk, checked
from lisanayn.problems import MachineFault, PublishError, printable
from lisanayn.record import record

_BUILD_FIRST = "run `lisanayn build` and publish again"
_SHOWN = 5


@record
class Release:
    """A version of the site that is whole: every file of its manifest is there, with the digest the build gave it."""

    files: Mapping[str, str]
    """Path → digest of the bytes."""
    source: Callable[[str], bytes]
    """Reads the bytes of a path; they are not trusted."""
    built: int = 0
    """When it was built, in seconds since 1970; 0 when that is not known."""
    folder: str = ""
    """Where its files stand under their own paths; empty when they do not."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises PublishError when they are no longer those that were built."""
        data = self.source(path)
        if digest_bytes(data) != self.files[path]:
            raise PublishError(f"{printable(path)} is no longer as it was built; {_BUILD_FIRST}")
        return data

    def with_files(self, extra: Mapping[str, bytes]) -> Release:
        """The release and the files that a kind of target wants beside the site. What the site has already, stays."""
        new = {path: data for path, data in extra.items() if path not in self.files}
        if not new:
            return self
        files = {**self.files, **{path: digest_bytes(data) for path, data in new.items()}}
        return Release(files, lambda path: new[path] if path in new else self.source(path), self.built)


def read_release(output: str) -> Release:
    """The release in a folder. Raises PublishError unless the folder holds one whole build.

    Only the files of the manifest count: whatever else lies in the folder is not published.
    """
    disk = RealDisk(output)
    files = read_manifest(disk.read(MARKER)) if disk.exists(MARKER) else {}
    if not files:
        raise PublishError(f"{printable(os.path.basename(output))}/ holds no finished site; {_BUILD_FIRST}")
    wrong = [path for path, digest in sorted(files.items()) if _digest(disk, checked(path)) != digest]
    if wrong:
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        names = ", ".join(map(printable, wrong[:_SHOWN]))
        folder = printable(os.path.basename(output))
        raise PublishError(f"{folder}/ is not as it was built: {names}{more} missing or changed; {_BUILD_FIRST}")
    return Release(files, disk.read, int(os.stat(os.path.join(output, MARKER)).st_mtime), disk.root)


def _digest(disk: Disk, path: str) -> str:
    """Of a file's bytes; empty when there is no such file, or it cannot be read."""
    try:
        return digest_bytes(disk.read(path)) if disk.exists(path) else ""
    except MachineFault:
        return ""

"""The last two versions published to a target, kept in the site's cache so that ``--rollback`` can bring one back.

A file is kept once, by its digest; where the file system allows it, it is a second name of the file in output/ and
takes no room.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping

from lisanayn.disk import RealDisk, checked
from lisanayn.problems import PublishError
from lisanayn.publish.marker import Marker
from lisanayn.publish.release import Release

_VERSIONS = 2
_INDEX = "versions.json"


class History:
    """What was published to one target from this copy of the site."""

    def __init__(self, cache: str, name: str) -> None:
        """``cache``: the site's cache folder. ``name`` tells targets apart."""
        self._disk = RealDisk(os.path.join(cache, "published", name))

    def record(self, release: Release) -> None:
        """Takes note of a version that has been published whole; forgets what is older than the one before it."""
        versions = self._versions()
        files = dict(release.files)
        kept = [files, *(version for version in versions if version != files)][:_VERSIONS]
        for path, digest in files.items():
            if not self._disk.exists(_blob(digest)):
                self._keep(release, path, digest)
        self._disk.write(_INDEX, (json.dumps({"format": 1, "versions": kept}, ensure_ascii=False) + "\n").encode())
        needed = {digest for version in kept for digest in version.values()}
        for digest in {digest for version in versions for digest in version.values()} - needed:
            self._disk.remove(_blob(digest))

    def previous(self, marker: Marker) -> Release:
        """The version before the one a target holds; when a publication was broken off, the last whole one. Raises
        PublishError when it is not kept here."""
        versions = self._versions()
        if not marker.ours():
            raise PublishError("nothing was published there yet, so there is nothing to bring back")
        if not versions or versions[0] != dict(marker.files):
            raise PublishError(
                "the version at the target was not published from this copy of the site, so the one before it is not "
                "kept here; roll back where it was published, or build the older sources and publish them"
            )
        wanted = versions[0] if marker.pending else versions[1] if len(versions) > 1 else None
        if wanted is None:
            raise PublishError("there is no version before the one at the target: it is the first")
        missing = [path for path, digest in wanted.items() if not self._disk.exists(_blob(digest))]
        if missing:
            raise PublishError(f"the version before is not complete in the cache: {len(missing)} files are missing")
        return Release(wanted, lambda path: self._disk.read(_blob(wanted[path])), marker.built)

    def _keep(self, release: Release, path: str, digest: str) -> None:
        data = release.read(path)
        if release.folder:
            target = os.path.join(self._disk.root, _blob(digest))
            with contextlib.suppress(OSError):
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.link(os.path.join(release.folder, path), target, follow_symlinks=False)
                return
        self._disk.write(_blob(digest), data)

    def _versions(self) -> list[dict[str, str]]:
        """Path → digest of each version, the last first; none when the index cannot be read."""
        try:
            versions = json.loads(self._disk.read(_INDEX))["versions"] if self._disk.exists(_INDEX) else []
            return [_files(version) for version in versions]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return []


def _files(version: Mapping[str, object]) -> dict[str, str]:
    return {checked(str(path)): str(digest) for path, digest in version.items()}


def _blob(digest: str) -> str:
    return checked(f"blobs/{digest[:2]}/{digest[2:]}")

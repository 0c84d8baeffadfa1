"""Publishing to a .zip file: one file to hand to a host's upload page, or to keep.

The archive is written beside its final name and takes it when it is whole. What is compared is the contents, never the
packed bytes, which may differ between versions of zlib.
"""

from __future__ import annotations

import contextlib
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lisanayn.build.archive import write_archive
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import TEMPORARY, make_folder
from lisanayn.problems import MachineFault, PublishError, RefusedPath, printable
from lisanayn.publish.difference import Difference, Standing
from lisanayn.publish.local import local_path
from lisanayn.publish.marker import Identity, Marker
from lisanayn.publish.place import Place
from lisanayn.publish.release import Release

_COMMENT = b"lisanayn "
"""How the archive's comment begins: tells our archives from others, which are never overwritten."""
_LONGEST_TITLE = 5000
_MOST = 1 << 30
"""Bytes of one file that are read back for the comparison; a file that claims more is not ours."""


class ZipPublisher:
    """See Publisher."""

    keeps_old = False
    keeps_versions = False
    extras: Mapping[str, bytes] = MappingProxyType({})

    def __init__(self, path: str) -> None:
        """``path`` ends in .zip and need not exist."""
        self.name = printable(path)
        self._path = path

    def look(self, release: Release) -> Standing:
        """See Publisher.look."""
        if not os.path.lexists(self._path):
            return Standing(is_new=True)
        try:
            with zipfile.ZipFile(self._path) as archive:
                if not archive.comment.startswith(_COMMENT):
                    raise RefusedPath(f"{self.name}: was not made by lisanayn and is not overwritten")
                if any(info.file_size > _MOST for info in archive.infolist()):
                    raise RefusedPath(f"{self.name}: holds a file too large to be one of ours")
                files = {name: digest_bytes(archive.read(name)) for name in archive.namelist()}
                return Standing(files, Marker(_identity(archive.comment), files))
        except zipfile.BadZipFile as fault:
            raise RefusedPath(f"{self.name}: is not a .zip file, and is not overwritten") from fault
        except OSError as fault:
            raise MachineFault(f"{self.name}: {fault.strerror}") from fault

    def carry_out(self, release: Release, difference: Difference, before: Marker, after: Marker) -> None:
        """See Publisher.carry_out."""
        if not difference and before.site == after.site:
            return
        folder, name = os.path.split(self._path)
        temporary = os.path.join(folder, f"{TEMPORARY}{name}")
        try:
            make_folder(folder)
            with open(temporary, "wb") as file:
                write_archive(file, release.files, release.read, _comment(after.site))
                file.flush()
                os.fsync(file.fileno())
                os.fchmod(file.fileno(), 0o644)
            os.replace(temporary, self._path)
        except OSError as fault:
            raise PublishError(f"{self.name}: {fault.strerror}; it is as it was") from fault
        finally:
            if os.path.lexists(temporary):
                os.unlink(temporary)

    def previous(self, marker: Marker) -> Release:
        """See Publisher.previous."""
        raise PublishError(f"{self.name}: keeps no earlier versions")


@contextlib.contextmanager
def open_zip(place: Place) -> Iterator[ZipPublisher]:
    """The publisher for a .zip file."""
    yield ZipPublisher(local_path(place, is_file=True))


def _comment(site: Identity) -> bytes:
    """The archive's comment: ours, and whose site it holds."""
    return _COMMENT + json.dumps({"address": site.address, "title": site.title[:_LONGEST_TITLE]}).encode()


def _identity(comment: bytes) -> Identity:
    try:
        parts = json.loads(comment.removeprefix(_COMMENT))
        return Identity(str(parts["address"]), str(parts["title"]))
    except (ValueError, KeyError, TypeError):
        return Identity()

"""Publishing to a .zip file: one file to hand to a host's upload page, or to keep.

The archive is written beside its final name and takes it when it is whole. Names are sorted, times and modes are
fixed, so that one site makes one archive; what is compared is the contents, never the packed bytes, which may differ
between versions of zlib.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Mapping

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import TEMPORARY, make_folder
from lisanayn.problems import MachineFault, PublishError, RefusedPath, printable
from lisanayn.publish.difference import Difference, Standing
from lisanayn.publish.release import Release

_COMMENT = b"lisanayn"
"""The archive's comment: tells our archives from others, which are never overwritten."""
_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip archive can say."""
_MOST = 1 << 30
"""Bytes of one file that are read back for the comparison; a file that claims more is not ours."""


class ZipPublisher:
    """See Publisher."""

    keeps_old = False

    def __init__(self, path: str) -> None:
        """``path`` ends in .zip and need not exist."""
        self._path = path

    def look(self, wanted: Mapping[str, str]) -> Standing:
        """See Publisher.look."""
        if not os.path.lexists(self._path):
            return Standing({})
        try:
            with zipfile.ZipFile(self._path) as archive:
                if archive.comment != _COMMENT:
                    raise RefusedPath(f"{printable(self._path)}: was not made by lisanayn and is not overwritten")
                if any(info.file_size > _MOST for info in archive.infolist()):
                    raise RefusedPath(f"{printable(self._path)}: holds a file too large to be one of ours")
                return Standing({name: digest_bytes(archive.read(name)) for name in archive.namelist()})
        except zipfile.BadZipFile as fault:
            raise RefusedPath(f"{printable(self._path)}: is not a .zip file, and is not overwritten") from fault
        except OSError as fault:
            raise MachineFault(f"{printable(self._path)}: {fault.strerror}") from fault

    def carry_out(self, release: Release, difference: Difference) -> None:
        """See Publisher.carry_out."""
        if not difference:
            return
        folder, name = os.path.split(self._path)
        temporary = os.path.join(folder, f"{TEMPORARY}{name}")
        try:
            make_folder(folder)
            with open(temporary, "wb") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
                    archive.comment = _COMMENT
                    for path in sorted(release.files):
                        archive.writestr(_entry(path), release.read(path), zipfile.ZIP_DEFLATED, 9)
                file.flush()
                os.fsync(file.fileno())
                os.fchmod(file.fileno(), 0o644)
            os.replace(temporary, self._path)
        except OSError as fault:
            raise PublishError(f"{printable(self._path)}: {fault.strerror}; it is as it was") from fault
        finally:
            if os.path.lexists(temporary):
                os.unlink(temporary)


def _entry(path: str) -> zipfile.ZipInfo:
    """The head of one file. Names other than ASCII carry the UTF-8 flag, which zipfile sets by itself."""
    entry = zipfile.ZipInfo(path, _TIME)
    entry.create_system = 3  # Unix, whose modes follow
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry

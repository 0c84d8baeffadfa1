"""A site in one .zip file: the same files make the same archive, on any day and for any user.

Names are sorted, times and modes fixed. (The packed bytes are those of the machine's zlib; another version may pack
otherwise.)
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable, Iterable
from typing import IO

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip archive can say."""
_LEVEL = 6
"""Of zlib: 9 takes three times as long for a hundredth of the size."""
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2", ".mp3", ".mp4", ".m4a", ".ogg")
"""Files that packing makes no smaller."""


def write_archive(file: IO[bytes], paths: Iterable[str], read: Callable[[str], bytes], comment: bytes = b"") -> None:
    """Writes an archive of ``paths`` into an open file; ``read`` gives the bytes of one."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = comment
        for path in sorted(paths):
            method = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(_entry(path), read(path), method, _LEVEL)


def _entry(path: str) -> zipfile.ZipInfo:
    """The head of one file. Names other than ASCII carry the UTF-8 flag, which zipfile sets by itself."""
    entry = zipfile.ZipInfo(path, _TIME)
    entry.create_system = 3  # Unix, whose modes follow
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry

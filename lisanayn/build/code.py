"""The digest of the program: a page made by other code is made again, so nobody raises a version by hand."""

from __future__ import annotations

import functools
import os

from lisanayn import __version__
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import RealDisk


@functools.cache
def code_digest() -> str:
    """Of the package's modules and catalogues, by name and bytes."""
    package = RealDisk(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parts = [__version__.encode()]
    for entry in package.files():
        if entry.path.endswith((".py", ".po")) and not entry.path.startswith("theme/"):
            parts += [entry.path.encode(), package.read(entry.path)]
    return digest_bytes(*parts)

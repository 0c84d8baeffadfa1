"""Compiled templates, kept from build to build: to compile those of an edit takes longer than the edit itself.

They lie where Python keeps the program's own modules compiled (``__pycache__``) and are trusted as those are: never in
a site's folder, which may come from elsewhere. Kept by the digest of their source, under the digest of the program and
the version of Python; whatever is wrong with the file costs the compiling.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from importlib.util import cache_from_source

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import RealDisk
from lisanayn.problems import LisanaynError

COMPILED: dict[str, bytes] = {}
"""Name and digest of a template → its code; what themes of this process are given, and fill."""

_MOST = 200
"""Templates. Somebody who works on a theme leaves one at each save; the oldest go."""
_loaded: dict[str, bytes] = {}


def load_compiled(code: str) -> None:
    """Brings back what earlier builds compiled. ``code``: digest of the program."""
    place = _place()
    if COMPILED or place is None:
        return
    disk, name = place
    with contextlib.suppress(LisanaynError, ValueError, EOFError, TypeError):
        data = disk.read(name) if disk.exists(name) else b""
        key = _key(code)
        if data.startswith(key) and data[len(key) :][:32] == digest_bytes(data[len(key) + 32 :]).encode():
            COMPILED.update(marshal.loads(data[len(key) + 32 :]))
    _loaded.update(COMPILED)


def keep_compiled(code: str) -> None:
    """Keeps what was compiled since, where the program's folder can be written."""
    place = _place()
    if place is None or sys.dont_write_bytecode or COMPILED.keys() == _loaded.keys():
        return
    disk, name = place
    body = marshal.dumps(dict(list(COMPILED.items())[-_MOST:]))
    with contextlib.suppress(LisanaynError, OSError):
        disk.write(name, _key(code) + digest_bytes(body).encode() + body)
    _loaded.update(COMPILED)


def _key(code: str) -> bytes:
    return digest_bytes(code.encode(), sys.version.encode()).encode()


def _place() -> tuple[RealDisk, str] | None:
    """The folder and the name of the file; None where Python keeps nothing."""
    try:
        folder, name = os.path.split(cache_from_source(os.path.abspath(__file__)))
    except NotImplementedError:
        return None
    return RealDisk(folder), f"{name.removesuffix('.pyc')}.templates"

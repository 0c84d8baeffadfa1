"""What stands in output/ before a build, and the account of it afterwards.

output/ holds one file that is not the site: the manifest, every path with the digest of its bytes. It marks the
folder as ours, it is what ``publish`` compares by, and with it a build that has lost its memory still knows which
files it may remove.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import MARKER
from lisanayn.build.stage import Change, Stage
from lisanayn.disk import Disk
from lisanayn.record import record

MISSING = "missing from the output folder"
CHANGED = "changed in the output folder"
_FEW = 50
"""One file in so many: so few are written into the manifest as it stands, which takes a tenth of the time."""


@record
class Before:
    """output/ as the build found it."""

    files: dict[str, str]
    """The manifest: path → digest of everything that is ours, and so may be removed; without the manifest itself."""
    generation: str
    """Digest of the manifest."""
    known: bool
    """Whether the store describes this generation."""
    faults: dict[str, str]
    """Path → what is wrong with a file of ours."""
    foreign: frozenset[str]
    """Files that are not ours: never touched."""


Around = tuple[Mapping[str, bool], Iterable[str]]
"""See ``signature.look_around``."""


def look_at_output(output: Disk, generation: str, around: Callable[[], Around]) -> Before:
    """What is there and what of it is ours. ``generation`` is the one the store describes; ``around`` compares its
    files with what is there."""
    manifest = output.read(MARKER) if output.exists(MARKER) else b""
    files = read_manifest(manifest)
    digest = digest_bytes(manifest)
    known = bool(files) and digest == generation
    if not known:
        there = [path for path, *_ in output.scan()[0]]
        return Before(files, digest, False, {}, frozenset(there) - files.keys() - {MARKER})
    wrong, foreign = around()
    faults = {path: CHANGED if is_there else MISSING for path, is_there in wrong.items() if path != MARKER}
    return Before(files, digest, True, faults, frozenset(foreign) - files.keys() - {MARKER})


def read_manifest(data: bytes) -> dict[str, str]:
    """Path → digest, from a manifest's bytes; empty when they are not one."""
    try:
        files: dict[str, str] = json.loads(data)["files"]
        return files if set(map(type, files.values())) <= {str} else {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_manifest(files: Mapping[str, str]) -> bytes:
    """The manifest's bytes: the same for the same site, on any machine. ``files``: path → digest."""
    whole = {"format": 1, "files": dict(sorted(files.items()))}
    return (json.dumps(whole, ensure_ascii=False, indent=0) + "\n").encode()


def next_manifest(output: Disk, before: Before, written: Mapping[str, str], removed: Collection[str]) -> bytes:
    """The manifest after a build. ``written``: path → digest of the files it wrote; ``removed``: those it removes."""
    if before.known and not removed and len(written) * _FEW < len(before.files):
        patched = _patched(output.read(MARKER), before.files, written)
        if patched is not None:
            return patched
    files = {path: digest for path, digest in before.files.items() if path not in removed}
    return write_manifest(files | dict(written))


def _patched(old: bytes, before: Mapping[str, str], now: Mapping[str, str]) -> bytes | None:
    """The manifest's bytes after some of its files, ``now``, got other digests than ``before``; None where it is not as
    ``write_manifest`` would have written it, or a file is new."""
    data = old
    for path, digest in now.items():
        name = json.dumps(path, ensure_ascii=False).encode()
        line = b"\n%b: %b" % (name, json.dumps(before.get(path)).encode())
        if data.count(line) != 1:
            return None
        data = data.replace(line, b"\n%b: %b" % (name, json.dumps(digest).encode()))
    return data


def put_out(
    stage: Stage, manifest: bytes, change: Change, keep: Callable[[tuple[str, ...] | None], None]
) -> int:
    """Puts the finished stage in the place of output/ and has it remembered; the manifest's stamp.

    ``keep`` saves the store: it gets the paths by which the stage is behind afterwards. It is called after the
    exchange; a run killed between the two leaves a site that is whole and a store that does not describe it, which
    costs one full build.
    """
    stamp = stage.disk.write(MARKER, manifest).stamp
    whole = Change((*change.written, MARKER), change.removed)
    lag = stage.lag_after(whole)
    stage.commit(whole)
    keep(lag)
    return stamp

"""What stands in output/ before a build, and the account of it afterwards.

output/ holds one file that is not the site: the manifest, every path with the digest of its bytes. It marks the
folder as ours, it is what ``publish`` compares by, and with it a build that has lost its ledger still knows which
files it may remove.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import MARKER
from lisanayn.build.ledger import Ledger, Record, read_ledger, write_ledger
from lisanayn.build.stage import Change, Stage
from lisanayn.disk import Disk
from lisanayn.problems import Location, Problem, warning


@dataclass(frozen=True, slots=True)
class Before:
    """output/ as the build found it."""

    ledger: Ledger
    on_disk: dict[str, tuple[int, int]]
    """Path → size and stamp of every file that is there."""
    ours: frozenset[str]
    """Paths the last build wrote: all that may ever be removed."""
    foreign: frozenset[str]
    """Files that are not ours: never touched."""
    problems: tuple[Problem, ...]


def look_at_output(output: Disk, cache: Disk, name: str) -> Before:
    """What is there, what of it is ours, and the ledger that describes it."""
    on_disk = {entry.path: (entry.size, entry.stamp) for entry in output.files()}
    manifest = output.read(MARKER) if MARKER in on_disk else b""
    files = read_manifest(manifest)
    ledger, problems = _ledger_of(cache, name, digest_bytes(manifest), bool(files))
    ours = frozenset(files) | {MARKER}
    return Before(ledger, on_disk, ours, frozenset(on_disk) - ours, problems)


def _ledger_of(cache: Disk, name: str, generation: str, is_built: bool) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger that describes this generation of output/: the last one, or the next one of a run that was killed
    right after its folder took the place of the old one."""
    reasons = []
    for path in (name, next_name(name)):
        ledger, reason = read_ledger(cache, path)
        if ledger.generation == generation and not reason:
            return ledger, ()
        reasons.append(reason or ("it describes another build" if cache.exists(path) else ""))
    reason = next(filter(None, reasons), "")
    if not reason and not is_built:
        return Ledger(), ()
    told = warning(
        "cache-unusable",
        f"the cache cannot be used: {reason or 'it is gone'}; the whole site is built anew",
        Location(f".lisanayn/{name}"),
        "nothing to do; this costs one full build",
    )
    return Ledger(), (told,) if reason else ()


def next_name(name: str) -> str:
    """The ledger of a build that is about to be committed."""
    return name.replace(".json", "-next.json")


def read_manifest(data: bytes) -> dict[str, str]:
    """Path → digest, from a manifest's bytes; empty when they are not one."""
    try:
        files = json.loads(data)["files"]
        return {str(path): str(digest) for path, digest in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def manifest_of(records: dict[str, Record]) -> bytes:
    """The manifest's bytes: the same for the same site, on any machine."""
    files = {path: record.digest for path, record in sorted(records.items()) if path != MARKER}
    return (json.dumps({"format": 1, "files": files}, ensure_ascii=False, indent=0) + "\n").encode()


def commit(stage: Stage, cache: Disk, name: str, records: dict[str, Record], change: Change) -> None:
    """Puts the finished stage in the place of output/ and saves the ledger.

    The next ledger is saved before the exchange and takes its final name after it, so that a run killed in
    between leaves a ledger for either generation.
    """
    manifest = manifest_of(records)
    stage.disk.write(MARKER, manifest)
    whole = Change((*change.written, MARKER), change.removed)
    ledger = Ledger(digest_bytes(manifest), records, stage.lag_after(whole))
    write_ledger(cache, next_name(name), ledger)
    stage.commit(whole)
    write_ledger(cache, name, ledger)
    cache.remove(next_name(name))

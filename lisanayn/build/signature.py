"""What the last build saw and left, in one small file: a build that finds it all the same has nothing to do.

Times and sizes decide where they cannot lie; a file that was changed so shortly before it was looked at that
another change might bear the same stamp is decided by its digest (git calls such an entry "racily clean"). Whatever is
wrong with the file costs a longer look at the site, never a wrong page. Nothing heavy is imported here.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lisanayn.build.aside import Aside
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import Disk, Found, RealDisk
from lisanayn.problems import LisanaynError

FORMAT = 2
RACY = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system that is still in use (FAT)."""
FOLDERS = ("content", "templates", "static", "fonts")
"""Folders of a site that a build reads."""
CODE = "//code/"
THEME = "//theme/"
"""What the paths of the program's own files and of its theme begin with: no file of a site can be called so."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every file a build depends on, as the disk shows it; nothing has been read."""

    content: list[Found]
    """Under content/, sorted by path."""
    links: list[str]
    """Paths under content/ that are no plain files."""
    lines: list[str]
    """Path, size and stamps of every file of every folder, in one order."""
    racy: list[str]
    """Paths whose next change might bear the same stamps."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The last build of one output folder."""

    options: str
    """Digest of what a person asked for, of the machine and of the folders."""
    generation: str
    """Digest of the manifest in output/."""
    code: str
    """Digest of the program."""
    since: str
    """The last instant (ISO 8601) that released or withdrew an article; empty for none."""
    until: str
    """The next such instant."""
    racy: dict[str, str]
    """Path → digest of the inputs that stamps alone cannot vouch for."""
    report: dict[str, object]
    """What the build told; see ``report``."""
    lines: list[str]
    """See Inputs."""
    paths: list[str]
    """Files of output/, the manifest among them."""
    stamps: list[tuple[int, int]]
    """Size and stamp of each."""


@dataclass(frozen=True, slots=True)
class Look:
    """The inputs of a build, against those of the last one."""

    inputs: Inputs
    old: Signature | None = None
    """None when there is none, or when it is of another program, of other options or of another instant."""
    changed: frozenset[str] = field(default_factory=frozenset)
    """Paths whose stamps differ, that are new or gone, or that only their bytes can vouch for."""
    moved: bool = True
    """Whether any path is new or gone."""
    racy: dict[str, str] = field(default_factory=dict)
    """Path → digest of the inputs that stamps alone cannot vouch for, taken before anything was read: what is saved
    while the build runs has another, and is built by the next."""
    outside: Aside | None = None
    """A look at output/, under way: what ``look_around`` finds."""


def scan_inputs(site: Disk, program: str, themes: Sequence[tuple[str, str]], taken: int) -> Inputs:
    """Looks at all folders. ``program``: the package's folder; ``themes``: (name, folder) of the theme's folders;
    ``taken``: the file system's own time just before the look, in nanoseconds; 0: its stamps cannot lie."""
    content, links = site.scan(FOLDERS[0])
    found = [*content]
    for folder in FOLDERS[1:]:
        found += site.scan(folder)[0]
    for prefix, folder in [(CODE, program), *[(f"{THEME}{name}/", folder) for name, folder in themes]]:
        found += [
            (prefix + path, size, stamp, change)
            for path, size, stamp, change in RealDisk(folder).scan()[0]
            if prefix != CODE or path.endswith((".py", ".po"))
        ]
    lines = [f"{path} {size} {stamp} {change}" for path, size, stamp, change in found]
    newest = taken - RACY
    racy = [path for path, _, stamp, change in found if stamp >= newest or change >= newest] if taken else []
    return Inputs(content, links, lines, racy)


def look_at(inputs: Inputs, old: Signature | None) -> Look:
    """Compares the inputs with those of the last build; no file is read."""
    if old is None:
        return Look(inputs)
    if inputs.lines == old.lines:
        return Look(inputs, old, frozenset(old.racy), moved=False)
    now, then = frozenset(inputs.lines), frozenset(old.lines)
    come, gone = {path_of(line) for line in now - then}, {path_of(line) for line in then - now}
    return Look(inputs, old, frozenset(come | gone | old.racy.keys()), moved=come != gone)


def with_digests(look: Look, site: Disk, program: str, themes: Sequence[tuple[str, str]]) -> Look:
    """The look with the digests of ``racy``. To be taken before any input is read."""
    return replace(look, racy={path: digest_of(site, program, themes, path) for path in look.inputs.racy})


def standing(old: Signature, output: Disk) -> list[str]:
    """Files of output/ that are not as the last build left them."""
    found = output.look(old.paths)
    if found == old.stamps:
        return []
    return [path for path, stamp, expected in zip(old.paths, found, old.stamps, strict=True) if stamp != expected]


def look_around(output: Disk, old: Signature) -> tuple[dict[str, bool], list[str]]:
    """(files of output/ that are not as the last build left them, and whether each is there; files that it did not
    make)."""
    found = {path: (size, stamp) for path, size, stamp, _ in output.scan()[0]}
    left = dict(zip(old.paths, old.stamps, strict=True))
    return {path: path in found for path in left if left[path] != found.get(path)}, sorted(found.keys() - left.keys())


def digest_of(site: Disk, program: str, themes: Sequence[tuple[str, str]], path: str) -> str:
    """Digest of an input's bytes; empty when it cannot be read."""
    disk, name = site, path
    for prefix, folder in [(CODE, program), *[(f"{THEME}{name}/", folder) for name, folder in themes]]:
        if path.startswith(prefix):
            disk, name = RealDisk(folder), path.removeprefix(prefix)
    try:
        return digest_bytes(disk.read(name))
    except LisanaynError:
        return ""


def path_of(line: str) -> str:
    """The path of one of ``Inputs.lines``."""
    return line.rsplit(" ", 3)[0]


def write_signature(cache: Disk, name: str, signature: Signature) -> None:
    """Saves it: one line of JSON, then the long lists as they are compared."""
    lines = "\0".join(signature.lines).encode("utf-8", "surrogateescape")
    paths = "\0".join(signature.paths).encode("utf-8", "surrogateescape")
    stamps = array("q", [number for pair in signature.stamps for number in pair]).tobytes()
    head = {
        "format": FORMAT, "machine": sys.byteorder, "sizes": [len(lines), len(paths), len(stamps)],
        "sum": digest_bytes(lines, paths, stamps), "options": signature.options, "generation": signature.generation,
        "code": signature.code, "since": signature.since, "until": signature.until, "racy": signature.racy,
        "report": signature.report,
    }  # fmt: skip
    cache.write(name, json.dumps(head, separators=(",", ":")).encode() + b"\n" + lines + paths + stamps)


def read_signature(cache: Disk, name: str) -> Signature | None:
    """The signature, or None when there is none that can be used."""
    if not cache.exists(name):
        return None
    try:
        first, _, rest = cache.read(name).partition(b"\n")
        head = json.loads(first)
        one, two, three = head["sizes"]
        lines, paths, stamps = rest[:one], rest[one : one + two], rest[one + two : one + two + three]
        if head["format"] != FORMAT or head["machine"] != sys.byteorder or head["sum"] != digest_bytes(
            lines, paths, stamps
        ):
            return None
        numbers = array("q")
        numbers.frombytes(stamps)
        each = iter(numbers)
        return Signature(
            str(head["options"]), str(head["generation"]), str(head["code"]), str(head["since"]), str(head["until"]),
            {str(path): str(digest) for path, digest in head["racy"].items()}, dict(head["report"]),
            _split(lines), _split(paths), list(zip(each, each, strict=True)),
        )  # fmt: skip
    except (LisanaynError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _split(data: bytes) -> list[str]:
    return data.decode("utf-8", "surrogateescape").split("\0") if data else []


def file_time(folder: str) -> int:
    """The time of the file system that holds a folder, in nanoseconds, as its files are stamped: the clock of the
    machine may be another, or may have been set."""
    path = os.path.join(folder, "lock")
    os.utime(path)
    return os.stat(path).st_mtime_ns

"""What was built, and from what: why a page is made again, or why it is not.

The ledger is data in ``.lisanayn/``, never code: JSON, checked on reading. Whatever is wrong with it (another version,
damage, another output folder) costs a full build and one warning, never a wrong page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from lisanayn.disk import Disk
from lisanayn.problems import MachineFault

LEDGER_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Key:
    """Names everything a page was made from."""

    view: str
    """Digest of the page's view, or of what the view is made from."""
    templates: str
    """Digest of the template and of all it reaches."""
    code: str
    """Digest of the program."""


@dataclass(frozen=True, slots=True)
class Record:
    """One file of output/ as the last build left it."""

    key: Key
    digest: str
    """Of the file's bytes."""
    size: int
    stamp: int
    """As the disk gave it after writing; a file with another size or stamp is made again."""
    story: str = ""
    """Slug of the story the file belongs to; empty for lists and assets."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The last build of one output folder."""

    generation: str = ""
    """Digest of the manifest in output/: tells whether the folder is the one that was built."""
    records: dict[str, Record] = field(default_factory=dict)
    """By path in output/."""
    lag: tuple[str, ...] = ()
    """Paths by which the stage folder differs from output/: written or removed by the last build."""


def why_render(old: Record | None, new: Key, on_disk: tuple[int, int] | None) -> str | None:
    """The reason to make a page again, or None when the bytes on disk are already right.

    ``on_disk`` is the size and stamp of the file in output/, None when it is not there.
    """
    if old is None:
        return "never rendered"
    changed = [part for part in ("view", "templates", "code") if getattr(old.key, part) != getattr(new, part)]
    if changed:
        return f"{' and '.join(changed)} changed"
    if on_disk is None:
        return "missing from the output folder"
    if on_disk != (old.size, old.stamp):
        return "changed in the output folder"
    return None


def write_ledger(disk: Disk, path: str, ledger: Ledger) -> None:
    """Saves a ledger; the file appears whole or not at all."""
    keys: dict[Key, int] = {}
    rows = {
        name: [keys.setdefault(record.key, len(keys)), record.digest, record.size, record.stamp, record.story]
        for name, record in sorted(ledger.records.items())
    }
    data = {
        "format": LEDGER_FORMAT,
        "generation": ledger.generation,
        "lag": list(ledger.lag),
        "keys": [[key.view, key.templates, key.code] for key in keys],
        "records": rows,
    }
    disk.write(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def read_ledger(disk: Disk, path: str) -> tuple[Ledger, str]:
    """The ledger and, when it cannot be used, the reason in words (then the ledger is empty)."""
    if not disk.exists(path):
        return Ledger(), ""
    try:
        data = json.loads(disk.read(path))
        if data["format"] != LEDGER_FORMAT:
            return Ledger(), f"it has format {data['format']!r}, this program reads {LEDGER_FORMAT}"
        keys = [Key(*map(_text, row)) for row in data["keys"]]
        records = {
            _text(name): Record(keys[row[0]], _text(row[1]), int(row[2]), int(row[3]), _text(row[4]))
            for name, row in data["records"].items()
        }
        return Ledger(_text(data["generation"]), records, tuple(map(_text, data["lag"]))), ""
    except MachineFault as fault:
        return Ledger(), str(fault)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return Ledger(), "it is damaged"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value

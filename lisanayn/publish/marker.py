"""The manifest that a target holds: what of it is ours, whose site it is, and whether a publication is under way.

It is the file ``.lisanayn.json`` beside the pages. It is written twice in a publication: first of all, naming what is
coming, so that a run that is killed leaves nothing of which the next does not know that it is ours; and last of all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lisanayn.disk import checked
from lisanayn.problems import RefusedPath

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Identity:
    """Which site it is: the same in every copy of its sources, on any machine."""

    address: str = ""
    """The ``base_url`` of its settings."""
    title: str = ""
    """Its title in its first language."""

    def is_other(self, than: Identity) -> bool:
        """Whether the two are certainly two sites: by their addresses where both have one, else by their titles."""
        if self.address and than.address:
            return self.address != than.address
        return bool(self.title and than.title) and self.title != than.title

    def __str__(self) -> str:
        return self.address or self.title or "a site without a name"


@dataclass(frozen=True, slots=True)
class Marker:
    """The manifest of a target."""

    site: Identity = field(default_factory=Identity)
    files: Mapping[str, str] = field(default_factory=dict)
    """Path → digest, of the version last published whole."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Files that are no longer of the site → instant (ISO, UTC) at which they left it."""
    pending: Mapping[str, str] = field(default_factory=dict)
    """Path → digest, of a version whose publication has begun; empty when it is finished."""
    stamps: Mapping[str, str] = field(default_factory=dict)
    """Path → what the target's own listing said of the file when it was written: its ETag, or its size and time."""
    runner: str = ""
    """A name, without meaning elsewhere, of the copy of the site from which it was published."""
    published: str = ""
    """Instant (ISO, UTC) of the publication that began or ended last."""
    built: int = 0
    """When the published version was built, in seconds since 1970; 0 when nobody knows."""

    def ours(self) -> frozenset[str]:
        """All that publications may have put there: the only files that are ever changed or removed unasked."""
        return frozenset(self.files) | frozenset(self.kept) | frozenset(self.pending)

    def begun(self, next_one: Marker) -> Marker:
        """The marker while ``next_one`` is on its way. Files of a publication that was begun before stay ours."""
        strays = dict.fromkeys(self.pending.keys() - self.files.keys(), next_one.published)
        return replace(
            self, site=next_one.site, kept={**strays, **self.kept}, pending=next_one.files,
            runner=next_one.runner, published=next_one.published,
        )  # fmt: skip

    def holds(self, other: Marker) -> bool:
        """Whether the two tell of one finished version, whenever it was published."""
        return (self.site, self.files, self.kept, self.pending) == (other.site, other.files, other.kept, other.pending)

    def as_bytes(self) -> bytes:
        """The marker's file; the same for the same marker."""
        tables = {"files": self.files, "kept": self.kept, "pending": self.pending, "stamps": self.stamps}
        parts: dict[str, object] = {"format": FORMAT, "address": self.site.address, "title": self.site.title}
        parts |= {"runner": self.runner, "published": self.published, "built": self.built}
        parts |= {name: dict(sorted(table.items())) for name, table in tables.items() if table or name == "files"}
        return (json.dumps(parts, ensure_ascii=False, indent=0) + "\n").encode()


def read_marker(data: bytes) -> Marker | None:
    """A marker from its bytes; None when they are not one, or name a path that leads out of the target."""
    try:
        parts = json.loads(data)
        files, kept, pending, stamps = (_table(parts, name) for name in ("files", "kept", "pending", "stamps"))
        identity = Identity(str(parts.get("address", "")), str(parts.get("title", "")))
        about = str(parts.get("runner", "")), str(parts.get("published", "")), int(parts.get("built", 0))
        if int(parts["format"]) > FORMAT or "files" not in parts:
            return None
        marker = Marker(identity, files, kept, pending, stamps, *about)
        for path in marker.ours():
            checked(path)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, RefusedPath):
        return None
    return marker


def _table(parts: Mapping[str, object], name: str) -> dict[str, str]:
    table = parts.get(name, {})
    if isinstance(table, list):  # format 1 kept names only: when they left is not known
        return {str(path): "" for path in table}
    if not isinstance(table, dict):
        raise TypeError(name)
    return {str(path): str(value) for path, value in table.items()}

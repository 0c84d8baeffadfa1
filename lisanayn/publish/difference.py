"""What a publication changes, and whether it changes too much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from lisanayn.publish.marker import Marker

MOST_DELETIONS = 256
MOST_SHARE = 0.2
"""Of the files at the target: more deletions than either are asked about first."""

KEPT_FOR = timedelta(hours=24)
"""How long an asset that left the site stays for pages that are still open in a browser, or lie in a cache."""

_SHOWN = 20
"""Paths named in a message."""

_HASHED_NAME = re.compile(r"\.[0-9a-f]{8}\.[a-z0-9]+$")
_DOCUMENTS = (".html", ".htm")
_ANNOUNCEMENTS = (
    ".xml", "feed.json", "site.json", "robots.txt", "service-worker.js", "site.zip", "_redirects", "_headers",
)  # fmt: skip
"""What leads to pages, or speaks for all of them: it comes when they are there."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a target holds before a publication."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Path → digest, for every file there that earlier publications put there; "" for one that is known to differ
    from what is wanted, or of which nothing is known."""
    marker: Marker = field(default_factory=Marker)
    strangers: Mapping[str, str] = field(default_factory=dict)
    """Files there that no publication put there, likewise."""
    is_new: bool = False
    """Whether nothing was ever published there."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a publication does, in the order in which it does it."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: Mapping[str, str] = field(default_factory=dict)
    """Files that left the site and stay a day for open pages → instant (ISO, UTC) at which they left."""
    stop: str = ""
    """Why the publication would not be carried out; empty when nothing speaks against it."""

    def __bool__(self) -> bool:
        """Whether anything changes at the target."""
        return bool(self.added or self.changed or self.removed)

    def written(self) -> tuple[str, ...]:
        """Paths to be written, in order: what pages need, then the pages, then what announces them."""
        return publishing_order((*self.added, *self.changed))

    def lines(self) -> tuple[str, ...]:
        """One line a file: ``+`` added, ``~`` changed, ``-`` removed."""
        added = frozenset(self.added)
        return (*(f"{'+' if path in added else '~'} {path}" for path in self.written()),
                *(f"- {path}" for path in self.removed))  # fmt: skip

    def summary(self, dry_run: bool) -> str:
        """One sentence for the end of the report."""
        if self.stop:
            return f"Would stop: {self.stop}"
        if not self:
            return "Nothing to publish: the target holds this site already."
        counts = (len(self.added), "added"), (len(self.changed), "changed"), (len(self.removed), "removed")
        told = ", ".join(f"{number} {word}" for number, word in counts if number)
        old = f"; {len(self.kept)} files of earlier versions stay for a day" if self.kept else ""
        return f"{'Would publish' if dry_run else 'Published'}: {told}{old}."


def is_hashed(path: str) -> bool:
    """Whether a file's name changes with its bytes, so that whoever has it never needs to ask for it again."""
    return _HASHED_NAME.search(path) is not None


def batches(paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Paths in the order of their publication: hashed assets, other assets, pages, feeds and site maps. Each batch is
    there before the next begins, so that nothing points to what is not there yet."""
    found: tuple[list[str], ...] = ([], [], [], [])
    for path in sorted(paths):
        found[_batch(path)].append(path)
    return tuple(map(tuple, found))


def _batch(path: str) -> int:
    if path.endswith(_ANNOUNCEMENTS):
        return 3
    if path.endswith(_DOCUMENTS):
        return 2
    return 0 if is_hashed(path) else 1


def publishing_order(paths: Iterable[str]) -> tuple[str, ...]:
    """The batches one after another."""
    return tuple(path for batch in batches(paths) for path in batch)


def compare(
    wanted: Mapping[str, str], standing: Standing, keeps_old: bool, now: datetime, adopt: bool = False
) -> Difference:
    """The difference between a site and what a target holds.

    ``wanted``: path → digest of the site. ``keeps_old``: whether assets that the site no longer has stay for a day,
    counted to ``now`` (aware). ``adopt``: whether files of others that stand in the way may be overwritten. They are
    never removed.
    """
    adopted = {path: digest for path, digest in standing.strangers.items() if adopt and path in wanted}
    there = {**standing.files, **adopted}
    added = tuple(sorted(wanted.keys() - there.keys()))
    changed = tuple(sorted(path for path in wanted.keys() & there.keys() if wanted[path] != there[path]))
    gone = standing.files.keys() - wanted.keys()
    assets = [path for path in sorted(gone) if keeps_old and is_hashed(path)]
    left = {path: standing.marker.kept.get(path, instant(now)) for path in assets}
    kept = {path: since for path, since in left.items() if now - read_instant(since) < KEPT_FOR}
    return Difference(added, changed, publishing_order(gone - kept.keys())[::-1], kept)


def instant(moment: datetime) -> str:
    """An instant as markers write it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_instant(text: str) -> datetime:
    """An instant of a marker; one long ago when it cannot be read."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def brake(difference: Difference, standing: Standing, allowed: int) -> str:
    """Why so many deletions must be asked about, naming them; empty when they are few or ``allowed``."""
    number, total = len(difference.removed), len(standing.files)
    if number <= allowed or (number <= MOST_DELETIONS and number <= total * MOST_SHARE):
        return ""
    more = f" and {number - _SHOWN} more" if number > _SHOWN else ""
    names = ", ".join(difference.removed[:_SHOWN])
    return (
        f"{number} of the {total} files at the target would be removed: {names}{more}. "
        f"If that is what you want, say --allow-deletes {number}"
    )

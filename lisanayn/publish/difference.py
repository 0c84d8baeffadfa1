"""What a publication changes, and whether it changes too much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_DELETIONS = 256
MOST_SHARE = 0.2
"""Of the files at the target: more deletions than either are asked about first."""

_SHOWN = 20
"""Paths named in a message."""

_HASHED_NAME = re.compile(r"\.[0-9a-f]{8}\.[a-z0-9]+$")
_DOCUMENTS = (".html", ".htm")
_MAPS = (".xml", "robots.txt")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a target holds before a publication."""

    files: Mapping[str, str]
    """Path → digest of its bytes, for every file that earlier publications put there and that is still there."""
    expiring: frozenset[str] = frozenset()
    """Those of them that belong to the generation before the last: they go with the next change."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a publication does, in the order in which it does it."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...] = ()
    """Files of the last generation that stay for pages still open in a browser; the next change removes them."""
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
        if not self:
            return "Nothing to publish: the target holds this site already."
        counts = (len(self.added), "added"), (len(self.changed), "changed"), (len(self.removed), "removed")
        told = ", ".join(f"{number} {word}" for number, word in counts if number)
        old = f"; {len(self.kept)} files of the last version stay until the next change" if self.kept else ""
        if self.stop:
            return f"Would stop: {self.stop}"
        return f"{'Would publish' if dry_run else 'Published'}: {told}{old}."


def publishing_order(paths: Iterable[str]) -> tuple[str, ...]:
    """Assets first, pages next, feeds and site maps last: nothing points to what is not there yet."""
    return tuple(sorted(paths, key=lambda path: (path.endswith(_DOCUMENTS) + 2 * path.endswith(_MAPS), path)))


def compare(wanted: Mapping[str, str], standing: Standing, keeps_old: bool) -> Difference:
    """The difference between a site and what a target holds.

    ``wanted``: path → digest of the site. ``keeps_old``: whether assets that the site no longer has stay for one
    more generation, so that a page someone has open still finds its style sheet and pictures.
    """
    added = tuple(sorted(wanted.keys() - standing.files.keys()))
    both = wanted.keys() & standing.files.keys()
    changed = tuple(sorted(path for path in both if wanted[path] != standing.files[path]))
    gone = standing.files.keys() - wanted.keys()
    kept = {path for path in gone if keeps_old and _HASHED_NAME.search(path)} - standing.expiring
    if not added and not changed and gone - kept <= standing.expiring:
        kept = set(gone)  # the same site once more is no new generation
    removed = publishing_order(gone - kept)[::-1]
    return Difference(added, changed, removed, tuple(sorted(kept)))


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

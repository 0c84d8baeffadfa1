"""Which stories must be read: those whose files, or whose hour, are not what they were.

Stamps say where to look, digests decide. As long as no file came or went, the names of all others need not even be
sorted into stories again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lisanayn.build.addresses import ADDRESSES_FILE, Addresses, lost_addresses
from lisanayn.build.codec import dumps
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import CONTENT, StoryFiles, Tree, is_ignored, make_tree
from lisanayn.build.knowledge import known_stories, unpack_problems
from lisanayn.build.signature import Look, path_of
from lisanayn.build.store import Store
from lisanayn.build.stories import Reading
from lisanayn.disk import Disk
from lisanayn.problems import Problem
from lisanayn.record import record
from lisanayn.settings import Settings


@record
class Changes:
    """What is to be read."""

    touched: tuple[StoryFiles, ...]
    gone: tuple[str, ...]
    """Keys of stories that are no more."""
    problems: tuple[Problem, ...]
    """What is wrong with names."""
    stories: int
    """All there are."""


def find_changes(
    site: Disk, store: Store, meta: Mapping[str, str], look: Look, settings: Settings, reading: Reading,
    addresses: Addresses,
) -> Changes:  # fmt: skip
    """Compares the files with what is known of them. ``meta`` is the store's; empty when nothing is known.
    ``addresses`` are those that stories had before."""

    def names() -> Tree:
        tree = make_tree(look.inputs.content, look.inputs.links, settings)
        lost = lost_addresses(addresses, [files.slug for files in tree.stories])
        return replace(tree, problems=(*tree.problems, *lost))

    if meta.get("reading") != reading.digest:
        tree = names()
        known = {str(key) for (key,) in store.rows("SELECT key FROM stories")}
        gone = tuple(sorted(known - {files.key for files in tree.stories}))
        return Changes(tree.stories, gone, tree.problems, len(tree.stories))
    unsure = look.old is None or look.old.generation != meta.get("generation")
    changed = None if unsure else {p for p in look.changed if p.startswith(f"{CONTENT}/") and not is_ignored(p)}
    keys = _edited(site, store, changed) | _due(store, reading)
    if changed is not None and ADDRESSES_FILE not in changed and not _moved(look, changed):
        touched = [known.files for _, known in sorted(known_stories(store, keys).items())]
        return Changes(tuple(touched), (), unpack_problems(meta.get("tree", "")), int(meta.get("stories", "0")))
    tree = names()
    before = {str(key): str(files) for key, files in store.rows("SELECT key, files FROM stories")}
    there = tuple([files for files in tree.stories if files.key in keys or before.get(files.key) != dumps(files)])
    gone = tuple(sorted(before.keys() - {files.key for files in tree.stories}))
    return Changes(there, gone, tree.problems, len(tree.stories))


def _moved(look: Look, changed: set[str]) -> bool:
    """Whether a path that counts is new or gone."""
    if not look.moved or look.old is None:
        return look.old is None
    now = {path for path, *_ in look.inputs.content}
    then = {path for line in look.old.lines if (path := path_of(line)).startswith(f"{CONTENT}/")}
    return bool((now ^ then) & changed)


def _edited(site: Disk, store: Store, changed: set[str] | None) -> set[str]:
    """Keys of the stories that read a file whose bytes are others now. ``changed``: where to look; None: everywhere."""
    query = "SELECT path, key, digest FROM reads"
    rows = store.rows(query) if changed is None else list(store.rows_of(query, "path", changed))
    now: dict[str, str] = {}
    for path in {str(path) for path, _, _ in rows}:
        now[path] = digest_bytes(site.read(path)) if site.exists(path) else ""
    return {str(key) for path, key, digest in rows if now[str(path)] != digest}


def _due(store: Store, reading: Reading) -> set[str]:
    """Keys of the stories that an hour has released or withdrawn since they were read."""
    now = reading.now.isoformat()
    query = "SELECT key FROM stories WHERE since > ? OR (until != '' AND until <= ?)"
    return {str(key) for (key,) in store.rows(query, (now, now))}

"""The search index as part of a build: kept up from what the stories left in the cache."""

from __future__ import annotations

from collections.abc import Mapping

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.ledger import Key, Record, why_render
from lisanayn.build.products import SEARCH, Reader
from lisanayn.build.searching import Sources, read_state, search_files, write_state
from lisanayn.build.uses import all_products
from lisanayn.build.work import Work
from lisanayn.search.files import INDEX

META = "search"
"""Under which the state of search is remembered."""


def make_search(work: Work, old: Mapping[str, Record]) -> frozenset[str]:
    """Makes the files of search that are not right already; the paths of all. ``old``: what is known of files."""
    given = work.given
    if not given.site.search:
        given.store.put("meta", [(META, "")])
        return frozenset()
    slugs = {str(key): str(slug) for key, slug in given.store.rows("SELECT key, slug FROM stories")}
    slugs |= {key: one.files.slug for key, one in work.summaries.items()}
    made = {
        slugs[key]: (key, (SEARCH, "", digest))
        for key, parts in all_products(work).items()
        if (digest := parts.get((SEARCH, ""))) is not None
        and (work.catalog is None or slugs[key] in work.catalog.places)
    }
    state = read_state(given.meta.get(META, "").encode())
    known = state.paths() if state else {}
    if any(path in given.before.faults or path not in old for path in known):
        state = None
    documents = {slug: product[2] for slug, (_, product) in sorted(made.items())}
    sources = Sources(documents, Reader(given.folders.cache, made), given.site.languages, given.code, given.pool)
    after, files = search_files(sources, state, given.folders.output)
    stage = given.folders.stage.disk
    for path, data in files:
        key = Key(digest_bytes(data), "", given.code)
        reason = why_render(old.get(path), key, given.before.faults.get(path))
        if reason is not None:
            entry = stage.write(path, data)
            work.written[path] = (Record(key, key.view, entry.size, entry.stamp), reason)
    given.store.put("meta", [(META, write_state(after).decode())])
    return frozenset(after.paths())


def is_of_search(path: str) -> bool:
    """Whether a file of output/ belongs to the search index."""
    return path.startswith(INDEX.rpartition("/")[0] + "/")

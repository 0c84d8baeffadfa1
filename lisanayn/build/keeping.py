"""What a build leaves for the next one: the store's rows, and the signature."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from lisanayn.build.change import Changes
from lisanayn.build.gate import options_digest
from lisanayn.build.guard import MARKER
from lisanayn.build.knowledge import lesson_rows, pack_evidence, pack_problems, story_row
from lisanayn.build.lexicons import Lesson, name_of
from lisanayn.build.passes import frame_of
from lisanayn.build.products import product_path
from lisanayn.build.report import Report, report_data
from lisanayn.build.rewording import list_rows, order_rows
from lisanayn.build.signature import Signature, write_signature
from lisanayn.build.store import Row
from lisanayn.build.work import Work
from lisanayn.problems import Problem


def keep_rows(
    work: Work, changes: Changes, catalog_problems: Iterable[Problem] | None, lessons: Sequence[Lesson] | None
) -> list[str]:
    """Writes what is known now into the store; it is kept by ``Store.save``. Paths in the cache that nobody needs when
    that is done."""
    store = work.given.store
    read = work.summaries
    gone = [*work.gone, *read]
    stale = _stale_products(work)
    store.remove("reads", "key", gone)
    store.remove("stories", "key", work.gone)
    store.put("stories", (story_row(one, *work.places.get(key, (None, ""))) for key, one in read.items()))
    store.put("reads", ((path, key, digest) for key, one in read.items() for path, digest in one.reads))
    store.remove("products", "key", [*work.gone, *read, *work.products])
    products = work.products.items()
    store.put("products", ((key, *what, digest) for key, made in products for what, digest in made.items()))
    store.remove("records", "path", work.removed)
    store.put_records((path, record) for path, (record, _) in work.written.items())
    if lessons is not None:
        store.remove_all("lessons")
        store.put("lessons", lesson_rows(lessons))
    store.put("meta", _meta(work, changes, catalog_problems, lessons))
    if work.catalog is not None:
        store.remove("lists", "path", [*work.removed, *work.written])
        store.put("lists", list_rows(work.lists))
        store.put("meta", order_rows(store, work.catalog, work.given.site))
    return stale


def _stale_products(work: Work) -> list[str]:
    """Paths in the cache of products that are no longer those of their story."""
    query = "SELECT key, name, part, digest FROM products"
    stale = []
    for key, name, part, digest in work.given.store.rows_of(query, "key", work.gone | work.products.keys()):
        if work.products.get(str(key), {}).get((str(name), str(part))) != digest:
            stale.append(product_path(str(key), (str(name), str(part), str(digest))))
    return stale


def _meta(
    work: Work, changes: Changes, catalog_problems: Iterable[Problem] | None, lessons: Sequence[Lesson] | None
) -> Iterator[Row]:
    given = work.given
    yield "reading", work.reading.digest
    yield "site", given.site_digest
    yield "tables", given.tables.digest
    yield "frame", frame_of(work)
    yield "theme", work.theme.digest
    yield "templates", json.dumps(work.templates.known)
    yield "tree", pack_problems(changes.problems)
    yield "stories", str(changes.stories)
    if catalog_problems is not None:
        yield "catalog", pack_problems(catalog_problems)
    if lessons is not None:
        yield "guide", pack_evidence(work.reading.guide) if work.reading.guide else ""
        yield "guided", work.reading.guided
        yield "taught", name_of(lessons)


def keep_generation(work: Work, generation: str, lag: tuple[str, ...] | None) -> None:
    """Writes which output the store describes, and keeps everything."""
    given = work.given
    given.store.put("meta", [("generation", generation), ("lag", json.dumps(lag))])
    given.store.save(given.folders.cache, given.folders.store)


def keep_signature(work: Work, report: Report, generation: str, manifest: tuple[int, int]) -> None:
    """Writes the signature of a build that was published. ``manifest``: size and stamp of the manifest."""
    given = work.given
    folders, inputs = given.folders, given.look.inputs
    paths, stamps = _stamps(work)
    since, until = _turns(work)
    racy, told = given.look.racy, report_data(report)
    write_signature(folders.cache, folders.signature, Signature(
        options_digest(folders, given.options), generation, given.code, since, until, racy, told,
        inputs.lines, [MARKER, *paths], [manifest, *stamps],
    ))  # fmt: skip


def _stamps(work: Work) -> tuple[list[str], list[tuple[int, int]]]:
    """Every file of output/ but the manifest, and its size and stamp: from the last signature, where it described what
    stood there, else from the store."""
    given, old = work.given, work.given.look.old
    known = given.before.known and old is not None and old.generation == given.before.generation
    if old is not None and known and not work.removed:
        place = {path: at for at, path in enumerate(old.paths)}
        stamps = [*old.stamps]
        if place.keys() >= work.written.keys() and old.paths[0] == MARKER:
            for path, (record, _) in work.written.items():
                stamps[place[path]] = (record.size, record.stamp)
            return old.paths[1:], stamps[1:]
    rows = given.store.rows("SELECT path, size, stamp FROM records ORDER BY path")
    return [str(path) for path, _, _ in rows], [(int(str(size)), int(str(stamp))) for _, size, stamp in rows]


def _turns(work: Work) -> tuple[str, str]:
    ((since, until),) = work.given.store.rows(
        "SELECT max(since), min(CASE WHEN until = '' THEN NULL ELSE until END) FROM stories"
    )
    return str(since or ""), str(until or "")

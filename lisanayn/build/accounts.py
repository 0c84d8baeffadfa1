"""The account of a build: which file was written and why, which is removed, and which two would be one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from lisanayn.build.ledger import Record, why_render
from lisanayn.build.plan import Lists
from lisanayn.build.report import Report, Stopwatch
from lisanayn.build.work import Work
from lisanayn.problems import Location, Problem, error, sort_problems


def note_stories(work: Work) -> dict[str, Record]:
    """Notes the files of the stories that were rendered, with the reason for each, and those that stories have no
    longer. What is known of the files of all stories that were looked at comes back, by path."""
    faults = work.given.before.faults
    keys = {*work.files, *work.touched, *work.gone}
    if work.catalog is not None:  # another story may have lost its address
        seated = work.given.store.rows("SELECT key FROM stories WHERE seat != ''")
        keys |= {str(key) for (key,) in seated} - keys_of(work)
    old: dict[str, Record] = {}
    of_story: dict[str, list[str]] = {}
    for path, record in _records_of(work, keys):
        old[path] = record
        of_story.setdefault(record.story, []).append(path)
    for key, files in work.files.items():
        before = {path: old[path] for path in of_story.get(key, ()) if is_page(old[path])}
        reasons = {path: why_render(before.get(path), record.key, faults.get(path)) for path, record in files.items()}
        whole = next(filter(None, [reasons[path] for path in sorted(reasons)]), "read again")
        for path, record in files.items():
            work.written[path] = (record, reasons[path] or whole)
        work.removed |= before.keys() - files.keys()
    for key in keys - work.files.keys() - keys_of(work):
        work.removed.update(of_story.get(key, ()))
    return old


def keys_of(work: Work) -> set[str]:
    """Keys of the published stories that are as they were."""
    if work.catalog is None:
        return set()
    rows = work.given.store.rows("SELECT key, slug FROM stories")
    return {
        str(key) for key, slug in rows
        if slug in work.catalog.places and key not in work.gone and key not in work.touched
    }  # fmt: skip


def is_page(record: Record) -> bool:
    """Whether a file was rendered from a template; pictures and other assets were not."""
    return bool(record.key.templates)


def _records_of(work: Work, keys: Iterable[str]) -> Iterator[tuple[str, Record]]:
    names = list(keys)
    if len(names) > 1000:
        yield from work.given.store.records("story != ''").items()
        return
    for start in range(0, len(names), 500):
        some = names[start : start + 500]
        yield from work.given.store.records(f"story IN ({','.join('?' * len(some))})", some).items()


def find_clashes(work: Work, lists: Lists | None) -> list[Problem]:
    """Files that two makers would write, and files of someone else that stand where one would go."""
    problems: list[Problem] = []
    owners: dict[str, str] = {}
    for files in work.files.values():
        for path, record in files.items():
            if path in owners:
                problems.append(_clash(path, owners[path], record.source))
            owners[path] = record.source
    problems += [_clash(path, owners[path], "") for path in sorted((lists.paths if lists else set()) & owners.keys())]
    problems += [_clash(path, "", "") for path in (lists.twice if lists else ())]
    before = work.given.before
    for key, files in work.files.items():
        for path in sorted(files.keys() & before.files.keys()):
            for known, record in work.given.store.records("path = ?", [path]).items() if path in before.files else ():
                if record.story != key and known not in work.removed and record.story not in work.files:
                    problems.append(_clash(path, record.source, files[path].source))
    problems += _twins(work)
    problems += [
        error("output-foreign", f"{path!r} in the output folder was not made by lisanayn", Location(path),
              "move it away, or rename the article")
        for path in sorted(before.foreign & work.written.keys())
    ]
    return problems


def _twins(work: Work) -> Iterator[Problem]:
    """Paths that are two here and one on a disk that tells neither the case of letters nor their composition apart."""
    before = work.given.before.files
    new = work.written.keys() - before.keys()
    if not new:
        return
    seen: dict[str, str] = {}
    for path in sorted((before.keys() - work.removed) | work.written.keys(), key=lambda path: (path in new, path)):
        other = seen.setdefault(_folded(path), path)
        if other != path and path in new:
            yield _clash(path, _source(work.written, other), work.written[path][0].source)


def _folded(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _source(written: Mapping[str, tuple[Record, str]], path: str) -> str:
    return written[path][0].source if path in written else path


def _clash(path: str, one: str, other: str) -> Problem:
    names = " and ".join(sorted({one or "a list of the site", other or "a list of the site"}))
    return error("path-twice", f"two pages have the address {path!r}: {names}", Location(other or one), "rename one")


def make_report(work: Work, watch: Stopwatch, published: bool) -> Report:
    """What is told of a build."""
    store = work.given.store
    rows = store.rows("SELECT key, articles, faulty FROM stories")
    counts = {str(key): (int(str(articles)), bool(faulty)) for key, articles, faulty in rows if key not in work.gone}
    counts |= {key: (one.facts.articles, one.facts.faulty) for key, one in work.summaries.items()}
    faulty = sum(bad for _, bad in counts.values())
    ((records,),) = store.rows("SELECT count(*) FROM records")
    unchanged = int(str(records)) - (len(work.written) if published else 0)
    return Report(
        {path: reason for path, (_, reason) in sorted(work.written.items())}, unchanged,
        tuple(sorted(work.removed)), sort_problems(work.problems), watch.seconds, tuple(watch.stages),
        len(counts) - faulty, sum(articles for articles, _ in counts.values()), faulty, published,
    )  # fmt: skip

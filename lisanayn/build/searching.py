"""The search index as a product of the site: made from the stories' documents, and kept up with little work.

What search needs to know of the last build stands in one small state (which story had which number and document) and in
output/ itself: the file of a story holds the words it was indexed under, so that an edit takes out the old ones and
puts in the new, in the shards of those words only. Whatever does not fit (no state, another version, a file changed
by hand, a site that outgrew its size) makes everything anew, with the same bytes: the result depends on the
documents alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.pool import Pool, SerialPool
from lisanayn.disk import Disk
from lisanayn.problems import MachineFault
from lisanayn.record import record
from lisanayn.search.document import read_document
from lisanayn.search.files import (
    INDEX,
    index_file,
    make_keys,
    read_shard_file,
    read_story_file,
    shard_file,
    shard_path,
    story_file,
    story_path,
)
from lisanayn.search.numbers import Level, level_of, number_stories
from lisanayn.search.shards import PART, Entries, Homes, Shard, divide, entries_of, gather, with_entry

STATE = "search.json"
"""Name of the state in the cache."""

_MOST_PARTS = 16
_ANEW = 0.25
"""Share of changed stories from which making everything anew is less work."""


@dataclass(frozen=True, slots=True)
class Known:
    """A story as the last build indexed it."""

    document: str
    """Digest of its document."""
    number: int
    file: str
    """Digest of its file in output/."""
    instant: str


@dataclass(slots=True)
class State:
    """What a build of the index leaves for the next one. ``files`` names everything that belongs to search."""

    key: str
    stories: dict[str, Known] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """Path in output/ → digest; without the stories' files."""

    def paths(self) -> dict[str, str]:
        """Path in output/ → digest, of every file of search."""
        return self.files | {story_path(one.number): one.file for one in self.stories.values()}


def read_state(data: bytes | None) -> State | None:
    """A state from its bytes; None where there is none or it cannot be read."""
    try:
        made = json.loads(data or b"")
        stories = {slug: Known(*row) for slug, row in made["stories"].items()}
        return State(made["key"], stories, made["files"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def write_state(state: State) -> bytes:
    """The state as bytes."""
    stories = {s: (k.document, k.number, k.file, k.instant) for s, k in state.stories.items()}
    value = {"key": state.key, "stories": stories, "files": state.files}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Sources:
    """What the index is made from."""

    documents: Mapping[str, str]
    """Slug → digest of the story's document (``search.document.make_document``), for every published story."""
    read: Callable[[str], bytes]
    """The document of a slug."""
    languages: Sequence[str]
    """Of the site."""
    code: str
    """Digest of the program: another program may make other files."""
    pool: Pool = field(default_factory=SerialPool)
    """For everything anew; with processes, ``read`` must be a value that can be sent to them."""


def search_files(sources: Sources, before: State | None, output: Disk) -> tuple[State, Iterator[tuple[str, bytes]]]:
    """The new state, and what must be written into output/: (path, bytes). The state is complete only when all of that
    has been taken. Files of ``before`` that the new state does not name are to be removed.

    ``before`` is the state of the files that stand in ``output`` now, or None to make everything.
    """
    state = State(f"{sources.code} {' '.join(sources.languages)}")
    fits = before is not None and before.key == state.key and before.files
    if before and fits and len(sources.documents) and level_of(len(before.stories)) == level_of(len(sources.documents)):
        return state, _update(sources, before, state, output)
    return state, _make(sources, state)


def _make(sources: Sources, state: State) -> Iterator[tuple[str, bytes]]:
    """Everything. The files of the stories are handed on one by one, never held together."""
    level = level_of(len(sources.documents))
    numbered = sorted([(number, slug) for slug, number in number_stories(sources.documents, level.slots).items()])
    tasks = [PartTask(tuple(stories), sources.read) for stories in _parts(numbered, level)]
    parts: list[Shard] = []
    for task, part in zip(tasks, sources.pool.map(index_part, tasks), strict=True):
        parts.append(part.entries)
        for (number, slug), instant in zip(task.stories, part.instants, strict=True):
            yield _story(slug, number, sources.read(slug), instant, sources, state)
    homes = Homes(make_keys(sources.languages), level.shards)
    for shard, lines in enumerate(divide(parts, homes, level.shards)):
        yield _kept(shard_path(shard), shard_file(shard, lines), state)
    yield _kept(INDEX, index_file(level, _newest_first(state), sources.languages), state)


@record
class PartTask:
    """A part of the stories for one worker."""

    stories: tuple[tuple[int, str], ...]
    """(number, slug), in order."""
    read: Callable[[str], bytes]


@record
class PartDone:
    """What came of it."""

    instants: tuple[str, ...]
    entries: Shard


def index_part(task: PartTask) -> PartDone:
    """Cuts the documents of a part into words and gathers them."""
    instants: list[str] = []
    found: list[tuple[int, Entries]] = []
    for number, slug in task.stories:
        document = read_document(task.read(slug))
        instants.append(document.instant)
        found.append((number, entries_of(document)))
    return PartDone(tuple(instants), gather(found))


def _parts(numbered: Sequence[tuple[int, str]], level: Level) -> Iterator[list[tuple[int, str]]]:
    """The stories in parts that can be put end to end."""
    size = max(1, level.slots // _MOST_PARTS // PART) * PART
    for _, group in groupby(numbered, key=lambda pair: pair[0] // size):
        yield list(group)


def _update(sources: Sources, before: State, state: State, output: Disk) -> Iterator[tuple[str, bytes]]:
    """Only what the changed stories change; everything, when the old files cannot be trusted."""
    level = level_of(len(sources.documents))
    same = sources.documents.keys() == before.stories.keys()
    numbers = (
        {s: k.number for s, k in before.stories.items()} if same else number_stories(sources.documents, level.slots)
    )
    changed = [
        slug
        for slug, digest in sources.documents.items()
        if not _is_same(before.stories.get(slug), digest, numbers[slug])
    ]
    gone = [slug for slug, known in before.stories.items() if numbers.get(slug) != known.number]
    if len(changed) + len(gone) > _ANEW * len(sources.documents) + 1:
        yield from _make(sources, state)
        return
    try:
        old = {
            before.stories[s].number: _old_entries(before.stories[s], output)
            for s in {*changed, *gone} & before.stories.keys()
        }
        new: dict[int, Entries] = {}
        written: list[tuple[str, bytes]] = []
        state.stories = {slug: before.stories[slug] for slug in sources.documents if slug in before.stories}
        state.files = dict(before.files)
        for slug in sorted(changed):
            data = sources.read(slug)
            document = read_document(data)
            new[numbers[slug]] = entries_of(document)
            written.append(_story(slug, numbers[slug], data, document.instant, sources, state))
        homes = Homes(make_keys(sources.languages), level.shards)
        written += _changed_shards(_edits(old, new, homes), state, output)
    except (_Doubt, MachineFault):
        state.stories, state.files = {}, {}
        yield from _make(sources, state)
        return
    index = index_file(level, _newest_first(state), sources.languages)
    if digest_bytes(index) != before.files.get(INDEX):
        written.append(_kept(INDEX, index, state))
    yield from written


class _Doubt(Exception):
    """A file of output/ is not what the last build left."""


def _is_same(known: Known | None, digest: str, number: int) -> bool:
    return known is not None and known.document == digest and known.number == number


def _story(slug: str, number: int, data: bytes, instant: str, sources: Sources, state: State) -> tuple[str, bytes]:
    made = story_file(number, data)
    state.stories[slug] = Known(sources.documents[slug], number, digest_bytes(made), instant)
    return story_path(number), made


def _kept(path: str, data: bytes, state: State) -> tuple[str, bytes]:
    state.files[path] = digest_bytes(data)
    return path, data


def _newest_first(state: State) -> Iterable[int]:
    """Numbers by date; stories without a date last, those of one instant by slug."""
    by_slug = sorted(state.stories.items())
    return [known.number for _, known in sorted(by_slug, key=lambda pair: pair[1].instant, reverse=True)]


def _old_entries(known: Known, output: Disk) -> Entries:
    data = _trusted(story_path(known.number), known.file, output)
    return entries_of(read_document(read_story_file(known.number, data)))


def _trusted(path: str, digest: str, output: Disk) -> bytes:
    data = output.read(path)
    if digest_bytes(data) != digest:
        raise _Doubt(path)
    return data


Edits = dict[int, list[tuple[str, int, str]]]
"""Shard → (term, number of the story, its items; empty to take it out)."""


def _edits(old: Mapping[int, Entries], new: Mapping[int, Entries], homes: Homes) -> Edits:
    edits: Edits = defaultdict(list)
    for number in sorted(old.keys() | new.keys()):
        was, now = old.get(number, {}), new.get(number, {})
        for term in sorted(was.keys() | now.keys()):
            items = now.get(term, "")
            if items != was.get(term, ""):
                for shard in homes.of(term):
                    edits[shard].append((term, number, items))
    return edits


def _changed_shards(edits: Edits, state: State, output: Disk) -> Iterator[tuple[str, bytes]]:
    for shard, changes in sorted(edits.items()):
        path = shard_path(shard)
        lines = read_shard_file(shard, _trusted(path, state.files.get(path, ""), output))
        for term, number, items in changes:
            entries = with_entry(lines.get(term, ""), number, items)
            if entries:
                lines[term] = entries
            else:
                lines.pop(term, None)
        yield _kept(path, shard_file(shard, lines), state)

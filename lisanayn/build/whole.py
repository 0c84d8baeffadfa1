"""All stories of a site as the build reads them: how each is read, and what the site teaches the aligner first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from lisanayn.align import Evidence, name_table
from lisanayn.build.code import code_digest
from lisanayn.build.codec import dumps
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.forecast import forecast_all
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.lexicons import Candidate, Lesson, choose, guided_by, learn, may_teach, read_lessons
from lisanayn.build.pool import Pool, chunks
from lisanayn.build.stories import Reading, make_one
from lisanayn.build.tables import Tables, names_of
from lisanayn.disk import Disk
from lisanayn.model.story import Story
from lisanayn.problems import Problem
from lisanayn.record import record
from lisanayn.settings import Pictures


def make_reading(
    languages: tuple[str, ...], tables: Tables, now: datetime, drafts: bool, pictures: Pictures | None = None,
    code: str = "",
) -> Reading:  # fmt: skip
    """What the reading of every story depends on, before anything was learned. ``code`` names the program, where that
    is known already."""
    evidence = Evidence(name_table(names_of(tables)))
    wanted = pictures if pictures is not None else Pictures()
    parts = [code or code_digest(), tables.agencies_digest, evidence.digest(), *languages, str(drafts), dumps(wanted)]
    digest = digest_bytes(*[part.encode("utf-8", "surrogatepass") for part in parts])
    return Reading(languages, tables.agencies, evidence, now, drafts, wanted, digest)


def find_lessons(
    source: Disk, files: Mapping[str, StoryFiles], candidates: Iterable[Candidate], reading: Reading, pool: Pool,
    known: Mapping[str, Sequence[Lesson]] | None = None, reviewed: bool = True,
) -> tuple[Lesson, ...]:  # fmt: skip
    """The lessons of a site. ``files``: its stories by key; ``known``: lessons that need not be read for, by key;
    ``reviewed``: see ``lessons_of``."""

    def lessons(keys: Sequence[str]) -> Mapping[str, Sequence[Lesson]]:
        found = {key: known[key] for key in keys if known and key in known}
        rest = [files[key] for key in keys if key not in found]
        return found | dict(read_lessons(source, rest, reading, pool, reviewed))

    return choose(candidates, lessons)


def read_stories(
    source: Disk, stories: Sequence[StoryFiles], reading: Reading, pool: Pool
) -> Iterator[tuple[StoryFiles, Story | None, tuple[Problem, ...]]]:
    """Stories by a reading, in their order, and what is wrong with each; None for one that is not published."""
    for chunk in pool.map(read_chunk, [StoriesTask(some, source, reading) for some in chunks(stories, pool)]):
        yield from chunk


def learned(
    source: Disk, stories: Sequence[StoryFiles], reading: Reading, pool: Pool, reviewed: bool = True
) -> Reading:
    """The reading with everything that a site's stories teach, as a build has it; with ``reviewed`` off, with what
    those teach too that nobody has reviewed."""
    teachers = [files for files in stories if not reviewed or may_teach(files)]
    heads = forecast_all(source, teachers, reading, None, pool)
    candidates = [head.candidate for head in heads if head.candidate]
    lessons = find_lessons(source, {files.key: files for files in teachers}, candidates, reading, pool, None, reviewed)
    return guided_by(reading, learn(lessons, reading.evidence))


@record
class StoriesTask:
    """A chunk of stories to be read."""

    stories: tuple[StoryFiles, ...]
    source: Disk
    reading: Reading


def read_chunk(task: StoriesTask) -> tuple[tuple[StoryFiles, Story | None, tuple[Problem, ...]], ...]:
    """Reads the stories of a chunk, in their order."""
    made = [(files, make_one(task.source, files, task.reading)) for files in task.stories]
    return tuple([(files, one.story, one.problems) for files, one in made])


def by_key(lessons: Iterable[Lesson]) -> dict[str, list[Lesson]]:
    """Lessons by the story they are of."""
    found: dict[str, list[Lesson]] = {}
    for one in lessons:
        found.setdefault(one.key, []).append(one)
    return found

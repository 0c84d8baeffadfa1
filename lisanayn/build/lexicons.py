"""What the aligner learns from a site: from which stories, and when anew.

A lexicon is learned from the sentence pairs of stories that a person has reviewed: those with a sidecar in which a
group bears the mark ``!``. The oldest come first, at most ``MOST_STORIES`` of them and ``MOST_PAIRS`` pairs for each
pair of languages. So an edit of any other story leaves the lexicon, and with it every other page, as it is. None of
the pairs depends on a lexicon, so there is nothing to go round in a circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lisanayn.align import Evidence
from lisanayn.align.lexicon import MOST_PAIRS, learn_lexicon, trusted_pairs
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.pool import Pool, chunks
from lisanayn.build.stories import MadeStory, Reading, make_one
from lisanayn.disk import Disk
from lisanayn.model.article import Moment
from lisanayn.problems import has_errors
from lisanayn.record import record

MOST_STORIES = 300
"""Stories learned from, for each pair of languages."""
_AT_ONCE = 64
"""Stories read at a time until there are enough pairs."""

Pairs = tuple[tuple[str, str], ...]
"""(sentence, its translation), surest first."""


@record
class Candidate:
    """A story that a lexicon might be learned from."""

    key: str
    moment: str
    """By which stories are ordered: undated ones last."""
    langs: tuple[str, ...]
    """The original's language first."""


@record
class Lesson:
    """What one story teaches about one pair of languages."""

    key: str
    source: str
    target: str
    pairs: Pairs
    digest: str
    """Of the pairs."""


def candidate(key: str, date: Moment | None, langs: Sequence[str]) -> Candidate | None:
    """The candidate that a story is, with the languages of its texts, the original's first; None for a single one."""
    moment = f"0 {date.instant.isoformat()}" if date else "1"
    return Candidate(key, moment, tuple(langs)) if len(langs) > 1 else None


def may_teach(files: StoryFiles) -> bool:
    """Whether something may have been reviewed in a story: only a sidecar can say so."""
    return any(file.kind == "align" for file in files.companions)


def lessons_of(made: MadeStory, key: str, reviewed: bool = True) -> tuple[Lesson, ...]:
    """What a story that was read without a guide teaches, a lesson for each translation. ``reviewed``: nothing where
    nobody has reviewed a group."""
    story = made.story
    if story is None or has_errors(made.problems):
        return ()
    found = []
    for translation in story.translations:
        lang = translation.article.lang
        teaches = not reviewed or any(group.reviewed for pair in translation.pairs for group in pair.groups)
        pairs = tuple(trusted_pairs(story, lang)[:MOST_PAIRS]) if teaches else ()
        parts = [part.encode("utf-8", "surrogatepass") for pair in pairs for part in pair]
        found.append(Lesson(key, story.original.lang, lang, pairs, digest_bytes(*parts)))
    return tuple(found)


def choose(
    candidates: Iterable[Candidate], lessons: Callable[[Sequence[str]], Mapping[str, Sequence[Lesson]]]
) -> tuple[Lesson, ...]:
    """The lessons a site learns from, oldest story first. ``lessons`` gives those of some stories, by their keys. A
    lesson without pairs is one too: it was looked at."""
    ordered = sorted(candidates, key=lambda one: (one.moment, one.key))
    chosen: list[Lesson] = []
    stories: dict[tuple[str, str], int] = defaultdict(int)
    pairs: dict[tuple[str, str], int] = defaultdict(int)

    def open_to(source: str, target: str) -> bool:
        return stories[source, target] < MOST_STORIES and pairs[source, target] < MOST_PAIRS

    for start in range(0, len(ordered), _AT_ONCE):
        batch = ordered[start : start + _AT_ONCE]
        some = [one for one in batch if any(open_to(one.langs[0], lang) for lang in one.langs[1:])]
        found = lessons([one.key for one in some]) if some else {}
        for one in some:
            for lesson in found.get(one.key, ()):
                if open_to(lesson.source, lesson.target):
                    stories[lesson.source, lesson.target] += bool(lesson.pairs)
                    pairs[lesson.source, lesson.target] += len(lesson.pairs)
                    chosen.append(lesson)
    return tuple(chosen)


def name_of(lessons: Iterable[Lesson]) -> str:
    """Names what is learned: equal lessons in one order make one lexicon."""
    return digest_bytes(*["\0".join((one.source, one.target, one.digest)).encode() for one in lessons])


def learn(lessons: Iterable[Lesson], evidence: Evidence) -> Evidence:
    """The evidence with a lexicon for every pair of languages that something was learned about."""
    gathered: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in lessons:
        if one.pairs:
            gathered[one.source, one.target] += one.pairs
    lexicons = [(one, other, learn_lexicon(pairs, one, other)) for (one, other), pairs in sorted(gathered.items())]
    return replace(evidence, lexicons=tuple(lexicons))


def guided_by(reading: Reading, guide: Evidence) -> Reading:
    """The same reading with what was learned; unguided where that is nothing."""
    return replace(reading, guide=guide, guided=guide.digest()) if guide.lexicons else reading


@record
class LessonTask:
    """A chunk of stories whose lessons are wanted."""

    stories: tuple[StoryFiles, ...]
    source: Disk
    reading: Reading
    reviewed: bool


def lessons_of_chunk(task: LessonTask) -> tuple[tuple[str, tuple[Lesson, ...]], ...]:
    """For each story of a chunk: its key and its lessons."""
    made = [(files.key, make_one(task.source, files, task.reading)) for files in task.stories]
    return tuple([(key, lessons_of(one, key, task.reviewed)) for key, one in made])


def read_lessons(
    source: Disk, stories: Sequence[StoryFiles], reading: Reading, pool: Pool, reviewed: bool = True
) -> Iterator[tuple[str, tuple[Lesson, ...]]]:
    """The same for many stories."""
    plain = replace(reading, guide=None, guided="")
    tasks = [LessonTask(some, source, plain, reviewed) for some in chunks(stories, pool)]
    for chunk in pool.map(lessons_of_chunk, tasks):
        yield from chunk

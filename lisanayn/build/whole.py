"""All stories of a site, read and paired.

Twice, where it must be: what the aligner had to search for is searched for again with a lexicon, learned from the
groups of the whole site that a person reviewed or that agree by themselves. None of those depends on a lexicon, so two
rounds are all there can be, and the second is for the stories that were searched only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lisanayn.align import Evidence, name_table
from lisanayn.align.lexicon import MOST_PAIRS, learn_lexicon, needs_lexicon, trusted_pairs
from lisanayn.build.code import code_digest
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.pool import Pool, chunks
from lisanayn.build.stories import Reading, make_one
from lisanayn.build.tables import Tables, names_of
from lisanayn.disk import Disk
from lisanayn.model.picture import PictureFile
from lisanayn.model.story import Story
from lisanayn.pages.catalog import Card, make_card
from lisanayn.pages.site import Site
from lisanayn.problems import MachineFault, Problem

Pairs = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""(language of a translation, sentence pairs that a lexicon may be learned from)."""


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What the lists, and the build itself, must know of a story: small, so that thousands fit in memory."""

    slug: str
    files: StoryFiles
    card: Card | None
    """None when the story is not published."""
    digest: str
    """Names the story; see Story.digest."""
    pictures: tuple[PictureFile, ...]
    problems: tuple[Problem, ...]
    articles: int
    """Files read."""
    lang: str
    """Of the original; empty when the story is not published."""
    searched: bool
    """Whether a lexicon could change its groups."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Every story of a site."""

    summaries: tuple[StorySummary, ...]
    reading: Reading
    """How the stories were read that need no lexicon."""
    guided: Reading
    """How those were read that do; the same reading when there is none."""

    def reading_of(self, summary: StorySummary) -> Reading:
        """How a story was read, and is read again for its pages."""
        return self.guided if summary.searched else self.reading


def make_reading(languages: tuple[str, ...], tables: Tables, now: datetime, drafts: bool) -> Reading:
    """What the reading of every story depends on, before anything was learned."""
    evidence = Evidence(name_table(names_of(tables)))
    parts = (code_digest(), tables.digest, " ".join(languages), str(drafts))
    return Reading(languages, tables.agencies, evidence, now, drafts, digest_bytes(*[part.encode() for part in parts]))


def read_whole(source: Disk, stories: Sequence[StoryFiles], reading: Reading, site: Site, pool: Pool) -> Whole:
    """Reads all stories; see the module. Raises MachineFault when a file cannot be read."""
    summaries = _summaries(source, stories, reading, site, pool)
    searched = [summary for summary in summaries if summary.searched]
    if not searched:
        return Whole(summaries, reading, reading)
    guided = with_lexicons(source, summaries, reading, pool)
    again = _summaries(source, [summary.files for summary in searched], guided, site, pool)
    # A story stays "searched" though the lexicon settled it: its pages must find the same groups again.
    second = {summary.files: replace(summary, searched=True) for summary in again}
    return Whole(tuple([second.get(summary.files, summary) for summary in summaries]), reading, guided)


@dataclass(frozen=True, slots=True)
class SummaryTask:
    """A chunk of stories to be read."""

    stories: tuple[StoryFiles, ...]
    source: Disk
    reading: Reading
    site: Site


def summarise_chunk(task: SummaryTask) -> tuple[StorySummary, ...]:
    """Reads the stories of a chunk, in their order."""
    return tuple([_summarise(files, task) for files in task.stories])


def _summarise(files: StoryFiles, task: SummaryTask) -> StorySummary:
    made = make_one(task.source, files, task.reading)
    story = made.story
    if story is None:
        return StorySummary(files.slug, files, None, "", made.pictures, made.problems, made.articles, "", False)
    card = make_card(story, task.site, made.pictures)
    return StorySummary(
        files.slug, files, card, story.digest, made.pictures, made.problems, made.articles, story.original.lang,
        needs_lexicon(story),
    )  # fmt: skip


def _summaries(
    source: Disk, stories: Sequence[StoryFiles], reading: Reading, site: Site, pool: Pool
) -> tuple[StorySummary, ...]:
    tasks = [SummaryTask(chunk, source, reading, site) for chunk in chunks(stories, pool)]
    return tuple([summary for chunk in pool.map(summarise_chunk, tasks) for summary in chunk])


@dataclass(frozen=True, slots=True)
class PairsTask:
    """A chunk of stories whose trusted pairs are wanted."""

    stories: tuple[StoryFiles, ...]
    source: Disk
    reading: Reading


def pairs_of_chunk(task: PairsTask) -> tuple[tuple[str, Pairs], ...]:
    """For each published story: the language of its original and its trusted pairs."""
    found = []
    for files in task.stories:
        story = read_again(task.source, files, task.reading)
        langs = [translation.article.lang for translation in story.translations]
        found.append((story.original.lang, tuple([(lang, tuple(trusted_pairs(story, lang))) for lang in langs])))
    return tuple(found)


def with_lexicons(source: Disk, summaries: Iterable[StorySummary], reading: Reading, pool: Pool) -> Reading:
    """The same reading with what can be learned from the site, a lexicon a pair of languages."""
    published = [summary.files for summary in summaries if summary.card]
    gathered: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    tasks = [PairsTask(chunk, source, reading) for chunk in chunks(published, pool)]
    for chunk in pool.map(pairs_of_chunk, tasks):
        for original, by_lang in chunk:
            for lang, pairs in by_lang:
                known = gathered[original, lang]
                known += pairs[: MOST_PAIRS - len(known)]
    lexicons = tuple(
        [(one, other, learn_lexicon(pairs, one, other)) for (one, other), pairs in sorted(gathered.items())]
    )
    evidence = replace(reading.evidence, lexicons=lexicons)
    return replace(reading, evidence=evidence, digest=digest_bytes(reading.digest.encode(), evidence.digest().encode()))


def read_again(disk: Disk, files: StoryFiles, reading: Reading) -> Story:
    """The same story as a moment ago, for its pages. Raises MachineFault when its files changed in between."""
    made = make_one(disk, files, reading)
    if made.story is None:
        raise MachineFault(f"{files.slug}: the article changed while the site was being built; build again")
    return made.story

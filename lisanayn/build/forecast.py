"""What the front matter alone tells of a story: its card as far as lists order and name stories by it.

A first build needs every story's place among the others before it renders the first page, and must not read every
text twice for that. So the heads are read first, which costs little, the places are made from them, and the pages are
rendered in the one pass that reads the texts. It is a guess: where a text turns out otherwise (an error in it, say),
the pages of its neighbours are made again. What is published never depends on a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lisanayn.align import NO_EVIDENCE, make_story
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.lexicons import Candidate, candidate
from lisanayn.build.pool import Pool, chunks
from lisanayn.build.stories import Reading, characters_of, shown_articles
from lisanayn.disk import Disk
from lisanayn.model.article import Parsed, Source
from lisanayn.model.catalog import Card
from lisanayn.pages.cards import make_card
from lisanayn.pages.site import Site
from lisanayn.parse import parse_source, read_head
from lisanayn.record import record


@record
class Forecast:
    """What is likely to be published of a story."""

    key: str
    card: Card | None
    """Without counts, credits and pictures; None when the story is not going to be published, or nobody asked."""
    candidate: Candidate | None
    """See ``lexicons``."""
    characters: str
    """See Facts."""


@record
class HeadTask:
    """A chunk of stories whose heads are to be read."""

    stories: tuple[StoryFiles, ...]
    source: Disk
    reading: Reading
    site: Site | None


def forecast_all(
    source: Disk, stories: Sequence[StoryFiles], reading: Reading, site: Site | None, pool: Pool
) -> Iterator[Forecast]:
    """The forecasts of many stories, in their order; without a ``site`` there are no cards."""
    plain = replace(reading, evidence=NO_EVIDENCE, guide=None)
    tasks = [HeadTask(chunk, source, plain, site) for chunk in chunks(stories, pool, 500)]
    for found in pool.map(forecast_chunk, tasks):
        yield from found


def forecast_chunk(task: HeadTask) -> tuple[Forecast, ...]:
    """The forecasts of a chunk, in its order."""
    return tuple([_forecast(files, task) for files in task.stories])


def _forecast(files: StoryFiles, task: HeadTask) -> Forecast:
    reading = task.reading
    sources = [
        Source(file.path, files.slug, file.lang, file.kind, task.source.read(file.path)) for file in files.articles
    ]
    characters = characters_of([source.data for source in sources], reading.languages)
    articles = shown_articles([_parsed(source, reading) for source in sources], reading)
    story, _ = make_story([replace(one, blocks=()) for one in articles], (), reading.languages, reading.evidence)
    if story is None:
        return Forecast(files.key, None, None, characters)
    moment = story.original.header.date
    langs = [story.original.lang, *[translation.article.lang for translation in story.translations]]
    card = make_card(story, task.site) if task.site else None
    return Forecast(files.key, card, candidate(files.key, moment, langs), characters)


def _parsed(source: Source, reading: Reading) -> Parsed:
    head = read_head(source)
    return Parsed(head, ()) if head else parse_source(source, reading.agencies)

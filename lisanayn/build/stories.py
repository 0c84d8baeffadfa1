"""Source files → one story with its pictures: the first half of the pipeline, for one story at a time.

What a story is made from is all in ``StoryFiles`` (names), the disk (bytes) and ``Reading`` (everything else), so a
worker process can make any story from a small message.
"""

from __future__ import annotations

import difflib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from lisanayn.align import Evidence, make_story
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.pictures import BadPicture, inspect
from lisanayn.build.release import is_released
from lisanayn.disk import Disk
from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Article, Companion, Source
from lisanayn.model.blocks import Figure
from lisanayn.model.picture import PictureFile
from lisanayn.model.story import Story
from lisanayn.pages import urls
from lisanayn.parse import parse_source
from lisanayn.problems import Location, Problem, error, has_errors


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reading of a story depends on besides its own files."""

    languages: tuple[str, ...]
    agencies: AgencyTable
    evidence: Evidence
    now: datetime
    """The instant of the build, UTC; an input like any other."""
    drafts: bool
    digest: str
    """Of the fields above, but for ``now``: an hour that releases nothing changes nothing."""


@dataclass(frozen=True, slots=True)
class MadeStory:
    """One story, read and paired."""

    slug: str
    story: Story | None
    """None when nothing of it is released, or when it has errors."""
    pictures: tuple[PictureFile, ...]
    problems: tuple[Problem, ...]
    articles: int
    """How many of its files were read."""


_MEMO_SIZE = 1024
_memo: OrderedDict[str, MadeStory] = OrderedDict()
"""The last stories made in this process, by the digest of everything they were made from. A story is needed twice in a
build, once for the lists and once for its pages; ``serve`` finds unchanged ones here again."""


def make_one(disk: Disk, files: StoryFiles, reading: Reading) -> MadeStory:
    """Reads the files of a story and pairs its texts. A file that cannot be read is a MachineFault."""
    data = {path: disk.read(path) for path in _paths(files)}
    timed = any(word in text.replace(b"\0", b"") for text in data.values() for word in _TIMED)
    released = [str(reading.now)] if timed else []
    key = digest_bytes(
        reading.digest.encode(),
        *(part for path, content in data.items() for part in (path.encode(), content)),
        *(text.encode() for text in released),
    )
    if key in _memo:
        _memo.move_to_end(key)
        return _memo[key]
    made = _make(files, data, reading, key)
    _memo[key] = made
    if len(_memo) > _MEMO_SIZE:
        _memo.popitem(last=False)
    return made


_TIMED = (b"publish_at", b"expires")
"""Front matter keys for which the instant of the build counts; in UTF-16 there are zero bytes between the letters."""


def _paths(files: StoryFiles) -> Iterator[str]:
    for article in files.articles:
        yield article.path
    for companion in files.companions:
        yield companion.path
    yield from files.pictures


def _make(files: StoryFiles, data: dict[str, bytes], reading: Reading, key: str) -> MadeStory:
    parsed = [
        parse_source(Source(file.path, files.slug, file.lang, file.kind, data[file.path]), reading.agencies)
        for file in files.articles
    ]
    problems = [problem for one in parsed for problem in one.problems]
    articles: list[Article] = []
    hidden: list[Article] = []
    for one in parsed:
        shown = is_released(one.article.header, reading.now, reading.drafts)
        (articles if shown else hidden).append(one.article)
    if has_errors(problems) or not articles or any(_leads(article, reading.languages) for article in hidden):
        return MadeStory(files.slug, None, (), tuple(problems), len(parsed))
    companions = [
        Companion(file.path, files.slug, file.lang, file.kind, data[file.path]) for file in files.companions
    ]
    story, found = make_story(articles, companions, reading.languages, reading.evidence)
    problems += found
    pictures, missing = _pictures(files, articles, data)
    problems += missing
    if story is None or has_errors(problems):
        return MadeStory(files.slug, None, (), tuple(problems), len(parsed))
    return MadeStory(files.slug, replace(story, digest=key), pictures, tuple(problems), len(parsed))


def _leads(article: Article, languages: tuple[str, ...]) -> bool:
    """Whether an article is the original of its story, whose translations are not shown without it."""
    return article.header.original if article.header.original is not None else article.lang == languages[0]


def _pictures(
    files: StoryFiles, articles: list[Article], data: dict[str, bytes]
) -> tuple[tuple[PictureFile, ...], list[Problem]]:
    """The pictures that the articles show; one that is missing or must not be published is a problem at its line."""
    beside = {path.rpartition("/")[2]: path for path in files.pictures}
    found: dict[str, PictureFile] = {}
    problems: list[Problem] = []
    for article in articles:
        shown = [(block.image, block.line) for block in article.blocks if isinstance(block, Figure) and block.image]
        if article.header.cover:
            shown.append((article.header.cover, 1))
        for name, line in shown:
            at = Location(article.path, line)
            path = beside.get(name)
            if name in found:
                continue
            if path is None:
                problems.append(_missing(name, beside, at))
                continue
            try:
                picture = inspect(data[path])
            except BadPicture as fault:
                problems.append(error("picture-bad", f"{name!r} {fault}", at, "save it again from the drawing program"))
                continue
            digest = digest_bytes(data[path])
            target = urls.picture(files.slug, name, digest)
            found[name] = PictureFile(name, path, target, picture.width, picture.height, digest)
    return tuple(found[name] for name in sorted(found)), problems


def _missing(name: str, beside: dict[str, str], at: Location) -> Problem:
    close = difflib.get_close_matches(name, beside, n=1)
    hint = f"did you mean {close[0]!r}?" if close else "put the file beside the article, or take the picture out"
    return error("picture-missing", f"there is no picture {name!r} beside the article", at, hint)

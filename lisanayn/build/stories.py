"""Source files → one story with its pictures: the first half of the pipeline, for one story at a time.

What a story is made from is all in ``StoryFiles`` (names), the disk (bytes) and ``Reading`` (everything else), so a
worker process can make any story from a small message.
"""

from __future__ import annotations

import difflib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from lisanayn.align import Evidence, make_guided_story
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.images import picture_file
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.pictures import BadPicture, inspect
from lisanayn.build.release import is_released, turns
from lisanayn.disk import Disk
from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Article, Companion, Parsed, Source
from lisanayn.model.blocks import Figure
from lisanayn.model.picture import PictureFile
from lisanayn.model.story import Story
from lisanayn.parse import parse_source
from lisanayn.parse.decode import decode
from lisanayn.problems import Location, Problem, error, has_errors
from lisanayn.record import record
from lisanayn.settings import Pictures
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.typefaces import rare_characters


@record
class Reading:
    """All that the reading of a story depends on besides its own files."""

    languages: tuple[str, ...]
    agencies: AgencyTable
    evidence: Evidence
    """By which sentences are paired first: names, and no lexicon."""
    now: datetime
    """The instant of the build, UTC; an input like any other."""
    drafts: bool
    pictures: Pictures
    digest: str
    """Of the fields above, but for ``now``: an hour that releases nothing changes nothing."""
    guide: Evidence | None = None
    """By which they are paired once more where the first had to search; None: nothing has been learned."""
    guided: str = ""
    """Digest of ``guide``; empty for None."""


@record
class MadeStory:
    """One story, read and paired."""

    slug: str
    story: Story | None
    """None when nothing of it is released, or when it has errors."""
    pictures: tuple[PictureFile, ...]
    problems: tuple[Problem, ...]
    articles: int
    """How many of its files were read."""
    reads: tuple[tuple[str, str], ...] = ()
    """(path, digest) of every file that was read."""
    searched: bool = False
    """Whether a lexicon could change its groups: they were made with that of the reading, if it has one."""
    since: str = ""
    """The last instant that released or withdrew an article of it, ISO 8601; empty for none."""
    until: str = ""
    """The next such instant."""
    characters: str = ""
    """Those of its articles' files that the fonts of the site's languages do not hold by themselves, sorted."""


_MEMO_SIZE = 64
_memo: OrderedDict[str, MadeStory] = OrderedDict()
"""The last stories made in this process, by the digest of what they were made from: after a small edit a story is
needed twice, once for its card and once for its pages."""


def make_one(disk: Disk, files: StoryFiles, reading: Reading) -> MadeStory:
    """Reads the files of a story and pairs its texts. A file that cannot be read is a MachineFault."""
    paths = [*[file.path for file in files.articles], *[file.path for file in files.companions]]
    data = {path: disk.read(path) for path in paths}
    reads = [(path, digest_bytes(content)) for path, content in data.items()]
    parts = [part for read in reads for part in read]
    key = digest_bytes(*[part.encode("utf-8", "surrogateescape") for part in (
        reading.digest, reading.guided, str(reading.now), *files.pictures, *parts,
    )])  # fmt: skip
    kept = _memo.get(key)
    if kept and all(digest_bytes(disk.read(path)) == digest for path, digest in kept.reads[len(paths) :]):
        _memo.move_to_end(key)
        return kept
    made = _make(disk, files, data, reads, reading)
    _memo[key] = made
    if len(_memo) > _MEMO_SIZE:
        _memo.popitem(last=False)
    return made


def _make(
    disk: Disk, files: StoryFiles, data: dict[str, bytes], reads: list[tuple[str, str]], reading: Reading
) -> MadeStory:
    parsed = [
        parse_source(Source(file.path, files.slug, file.lang, file.kind, data[file.path]), reading.agencies)
        for file in files.articles
    ]
    problems = [problem for one in parsed for problem in one.problems]
    since, until = ("", "") if reading.drafts else turns([one.article.header for one in parsed], reading.now)
    rare = characters_of([data[file.path] for file in files.articles], reading.languages)
    none = MadeStory(files.slug, None, (), tuple(problems), len(parsed), tuple(reads), False, since, until, rare)
    articles = shown_articles(parsed, reading)
    if has_errors(problems) or not articles:
        return none
    companions = [
        Companion(file.path, files.slug, file.lang, file.kind, data[file.path]) for file in files.companions
    ]
    story, found, searched = make_guided_story(
        articles, companions, reading.languages, reading.evidence, reading.guide
    )
    problems += found
    pictures, missing = _pictures(disk, files, articles, reads, reading.pictures)
    problems += missing
    if story is None or has_errors(problems):
        return replace(none, problems=tuple(problems), reads=tuple(reads))
    released = tuple([article.path for article in articles])
    story = replace(story, digest=story_digest(reading, tuple(reads), released, searched))
    return replace(
        none, story=story, pictures=pictures, problems=tuple(problems), reads=tuple(reads), searched=searched
    )


def characters_of(articles: Sequence[bytes], languages: Sequence[str]) -> str:
    """The characters of some files that the fonts of a site in these languages do not hold by themselves, sorted."""
    texts = []
    for data in articles:
        if data.isascii():
            continue  # every font holds those
        try:
            texts.append(data.decode())
        except UnicodeDecodeError:
            texts.append(decode(data, "").text)
    return rare_characters("".join(texts), frozenset([LANGUAGES[code].script for code in languages]))


def story_digest(
    reading: Reading, reads: tuple[tuple[str, str], ...], released: tuple[str, ...], searched: bool
) -> str:
    """Names a story: two with one digest are equal."""
    parts = [reading.digest, reading.guided if searched else "", *released]
    parts += [part for read in reads for part in read]
    return digest_bytes(*[part.encode("utf-8", "surrogateescape") for part in parts])


def shown_articles(parsed: Sequence[Parsed], reading: Reading) -> list[Article]:
    """The released ones; none when the original is not, since no translation is shown without it."""
    shown: list[Article] = []
    for one in parsed:
        if is_released(one.article.header, reading.now, reading.drafts):
            shown.append(one.article)
        elif _leads(one.article, reading.languages):
            return []
    return shown


def _leads(article: Article, languages: tuple[str, ...]) -> bool:
    """Whether an article is the original of its story, whose translations are not shown without it."""
    return article.header.original if article.header.original is not None else article.lang == languages[0]


def _pictures(
    disk: Disk, files: StoryFiles, articles: list[Article], reads: list[tuple[str, str]], wanted: Pictures
) -> tuple[tuple[PictureFile, ...], list[Problem]]:
    """The pictures that the articles show; one that is missing or must not be published is a problem at its line. Those
    that were read are added to ``reads``."""
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
            data = disk.read(path)
            digest = digest_bytes(data)
            reads.append((path, digest))
            try:
                found[name] = picture_file(files.slug, path, digest, inspect(data), wanted)
            except BadPicture as fault:
                problems.append(error("picture-bad", f"{name!r} {fault}", at, "save it again from the drawing program"))
    return tuple(found[name] for name in sorted(found)), problems


def _missing(name: str, beside: dict[str, str], at: Location) -> Problem:
    close = difflib.get_close_matches(name, beside, n=1)
    hint = f"did you mean {close[0]!r}?" if close else "put the file beside the article, or take the picture out"
    return error("picture-missing", f"there is no picture {name!r} beside the article", at, hint)

"""What the disk holds: which files make which story, which are pictures, which are astray.

Names decide, nothing is read here: ``content/<slug>/<lang>.md`` and ``content/<slug>.<lang>.txt`` are articles,
``.ids`` and ``.align`` beside them their companions; pictures lie beside the article that shows them.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from lisanayn.build.pictures import EXTENSIONS
from lisanayn.disk import Disk, Entry, Found
from lisanayn.model.article import SourceKind
from lisanayn.problems import Location, Problem, error, printable, warning
from lisanayn.record import record
from lisanayn.settings import SITE_FILE, Settings
from lisanayn.text.direction import unbalanced
from lisanayn.text.normal import control_characters

CONTENT = "content"
TABLES = ("tags.toml", "people.toml", "agencies.toml", "site.toml", "addresses.tsv")
KINDS: dict[str, SourceKind] = {"md": "markdown", "txt": "wire"}

_IGNORED = re.compile(
    r"(^|/)(\.|#|~\$)|~$|\.(swp|swx|swo|tmp|bak|orig|part|crdownload)$|(^|/)(4913|Thumbs\.db|desktop\.ini)$", re.I
)
"""Dotfiles and what editors and systems leave behind: never read, never published."""


@record
class ArticleFile:
    """One article file, by name."""

    path: str
    lang: str
    kind: SourceKind


@record
class CompanionFile:
    """A lock of ids or an alignment, by name."""

    path: str
    lang: str
    kind: Literal["ids", "align"]


@record
class StoryFiles:
    """All files of one story."""

    key: str
    """Names the story among all: ``content/harbour``, the folder or the common beginning of its files."""
    slug: str
    """The folder's name, or the file's name before its language."""
    articles: tuple[ArticleFile, ...]
    companions: tuple[CompanionFile, ...]
    pictures: tuple[str, ...]
    """Paths of the pictures beside the articles; only those an article shows are published."""


@record
class Tree:
    """The content folder, sorted into stories."""

    stories: tuple[StoryFiles, ...]
    entries: tuple[Entry, ...]
    """Every file that counts, with size and stamp."""
    problems: tuple[Problem, ...]


def is_ignored(path: str) -> bool:
    """Whether a file is a dotfile or an editor's leftover."""
    return bool(_IGNORED.search(path))


def read_tree(disk: Disk, settings: Settings) -> Tree:
    """Sorts the names under content/ into stories; a file that fits nowhere is a problem with a remedy."""
    return make_tree(*disk.scan(CONTENT), settings)


def make_tree(found: Sequence[Found], links: Sequence[str], settings: Settings) -> Tree:
    """The same of what ``Disk.scan`` has found under content/."""
    entries = tuple([Entry(path, size, stamp) for path, size, stamp, _ in found if not is_ignored(path)])
    articles: dict[str, list[ArticleFile]] = defaultdict(list)
    companions: dict[str, list[CompanionFile]] = defaultdict(list)
    pictures: dict[str, list[str]] = defaultdict(list)
    problems: list[Problem] = [
        warning("link-ignored", f"{printable(path)!r} is a link or a special file and was not read", Location(path),
                "put a copy of the file there")
        for path in links
        if not is_ignored(path)
    ]
    for path in (entry.path for entry in entries):
        folder, _, name = path.rpartition("/")
        stem, _, extension = name.rpartition(".")
        extension = extension.lower()
        if folder == CONTENT and name in TABLES:
            continue
        if extension in EXTENSIONS:
            pictures[folder].append(path)
            continue
        if extension not in KINDS and extension not in ("ids", "align"):
            problems.append(_astray(path, name))
            continue
        key, lang = (f"{folder}/{stem.rpartition('.')[0]}", stem.rpartition(".")[2]) if "." in stem else (folder, stem)
        if key == CONTENT or lang not in settings.languages:
            problems.append(_nameless(path, name, lang, settings.languages))
        elif extension in KINDS:
            articles[key].append(ArticleFile(path, lang, KINDS[extension]))
        else:
            companions[key].append(CompanionFile(path, lang, "ids" if extension == "ids" else "align"))
    stories = []
    for key in sorted(articles):
        problems += _unreadable(key, articles[key][0].path)
        flat = not any(file.path.startswith(f"{key}/") for file in articles[key])
        folder = key.rpartition("/")[0] if flat else key
        stories.append(
            StoryFiles(
                key=key,
                slug=key.rpartition("/")[2],
                articles=tuple(articles[key]),
                companions=tuple(companions.pop(key, ())),
                pictures=tuple(pictures[folder]),
            )
        )
    problems += [
        error("companion-alone", f"{file.path.rpartition('/')[2]!r} belongs to no article", Location(file.path),
              "delete it, or put the article back beside it")
        for files in companions.values()
        for file in files
    ]
    problems += _same_slug(stories)
    return Tree(tuple(stories), entries, tuple(problems))


def _same_slug(stories: Iterable[StoryFiles]) -> Iterable[Problem]:
    first: dict[str, StoryFiles] = {}
    for story in stories:
        other = first.setdefault(story.slug, story)
        if other is not story:
            yield error(
                "slug-twice",
                f"two articles are called {story.slug!r}: {other.articles[0].path} and {story.articles[0].path}",
                Location(story.articles[0].path),
                "rename one of the two",
            )


def _unreadable(key: str, path: str) -> Iterable[Problem]:
    """A name that shows as another than it is, in a folder's listing as in our own messages."""
    if control_characters(key) or unbalanced(key) >= 0:
        message = f"the name {printable(key.rpartition('/')[2])!r} holds an invisible control"
        yield error("address-bad", message, Location(path), "rename it: type the name anew")


def _nameless(path: str, name: str, lang: str, languages: tuple[str, ...]) -> Problem:
    known = ", ".join(languages)
    stem = name.split(".", 1)[0]
    extension = name.rpartition(".")[2]
    close = difflib.get_close_matches(lang, languages, n=1)
    if close:
        hint = f"did you mean {name.replace(lang, close[0])!r}?"
    elif path.count("/") == 1:
        first = f"{languages[0]}.{extension}"
        hint = f"name it {stem}.{first}, or put it into a folder as {stem}/{first}"
    else:
        hint = f"name it {languages[0]}.{extension}, or add the language to {SITE_FILE}"
    return error("file-language", f"{name!r} does not name a language of the site ({known})", Location(path), hint)


def _astray(path: str, name: str) -> Problem:
    return warning(
        "file-unknown",
        f"{name!r} is not an article, a picture or a table, and is not published",
        Location(path),
        "articles end in .md or .txt; files to be copied as they are belong into static/",
    )

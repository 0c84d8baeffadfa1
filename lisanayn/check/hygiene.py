"""What should not be there: keys, hidden files, names and tags that cannot be told apart, pictures nobody shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lisanayn.check.values import BuiltFile, Ground, StoryFacts, Survey
from lisanayn.model.tag import Tag
from lisanayn.problems import Location, Problem, error, note, printable, warning
from lisanayn.text.folding import fold
from lisanayn.text.private import is_key
from lisanayn.text.slugs import slug_key

_KEY_TEXT = re.compile(
    rb"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}"
    rb"|\bglpat-[A-Za-z0-9_-]{20}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bsk_live_[A-Za-z0-9]{16,}|\bAIza[A-Za-z0-9_-]{35}"
)
_HARMLESS = frozenset({".gitkeep", ".gitignore", ".gitattributes", ".DS_Store", ".directory", ".nojekyll"})
_SHORTEST = 4
"""Letters of a tag below which one letter more or less makes another word."""

_SCRIPTS = {
    "Latin": re.compile("[a-z\u00df-\u024f]", re.IGNORECASE),
    "Greek": re.compile("[\u0370-\u03ff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
}
"""Scripts whose letters look alike."""


def check_source(file: BuiltFile, ground: Ground) -> Iterator[Problem]:
    """A key inside a file that is published."""
    match = _KEY_TEXT.search(file.data)
    if match:
        line = file.data.count(b"\n", 0, match.start()) + 1
        yield error("secret-text", f"the file holds what looks like a secret: {match[0][:8].decode('ascii')}…",
                    Location(file.path, line), "take it out, and make a new one: this one may have been seen")


def check_whole(survey: Survey, ground: Ground) -> Iterator[Problem]:
    """Names of files, addresses of stories, tags."""
    yield from _check_names(survey)
    yield from _check_slugs(survey.stories)
    yield from _check_tags(survey.stories, survey.tags)
    for path in survey.spare_pictures:
        message = f"no article shows {path.rpartition('/')[2]!r}; it is not published"
        yield note("picture-unused", message, Location(path), "show it, or delete it")


def _check_names(survey: Survey) -> Iterator[Problem]:
    hidden: set[str] = set()
    for path in survey.sources:
        if is_key(path):
            yield error("secret-file", f"{printable(path)!r} looks like a key or a store of passwords", Location(path),
                        "keep it outside the site's folder, and make a new one if it was ever published")
            continue
        parts = path.split("/")
        at = next((n for n, part in enumerate(parts) if part.startswith(".")), None)
        if at is not None and parts[at] not in _HARMLESS:
            hidden.add("/".join(parts[: at + 1]))
    for path in sorted(hidden):
        yield note("file-hidden", f"{printable(path)!r} is hidden, and neither read nor published", Location(path),
                   "delete it, or give it a name without a dot")


def _check_slugs(stories: tuple[StoryFacts, ...]) -> Iterator[Problem]:
    first: dict[str, StoryFacts] = {}
    for story in stories:
        for name in dict.fromkeys(filter(None, (story.own_slug, story.slug))):
            mixed = _mixed_word(name)
            if mixed:
                word, scripts = mixed
                message = f"{word!r} in the name {name!r} mixes {' and '.join(scripts)} letters"
                yield warning("slug-mixed", message, story.at,
                              "write it anew in one script: two such names look the same and are not")
        other = first.setdefault(slug_key(story.own_slug or story.slug), story)
        if other.slug != story.slug:
            yield warning("slug-alike", f"the names {story.slug!r} and {other.slug!r} look the same", story.at,
                          f"rename one; the other is in {other.at.path}")


def _mixed_word(name: str) -> tuple[str, list[str]] | None:
    """The first word of a name whose letters are of several scripts that look alike, with the scripts."""
    for word in re.split(r"[\W_]+", name):
        scripts = [script for script, letters in _SCRIPTS.items() if letters.search(word)]
        if len(scripts) > 1:
            return word, scripts
    return None


def _check_tags(stories: tuple[StoryFacts, ...], listed: tuple[Tag, ...]) -> Iterator[Problem]:
    """Unlisted tags that differ from another tag by one letter: a slip of the pen makes a topic of its own."""
    known: dict[str, str] = {}
    for tag in listed:
        for name in (tag.id, *[name for _, name in tag.names], *tag.aliases):
            known.setdefault(fold(name), name)
    used: dict[str, tuple[str, Location, int]] = {}
    for story in stories:
        for use in story.tags:
            key = fold(use.text)
            if key and key not in known:
                text, at, count = used.get(key, (use.text, Location(story.at.path, use.line), 0))
                used[key] = (text, at, count + 1)
    names = known | {key: text for key, (text, _, _) in used.items()}
    near = _neighbours(names)
    uses = {key: count for key, (_, _, count) in used.items()}
    told: set[str] = set()
    for key, (text, at, count) in sorted(used.items(), key=lambda item: (item[1][2], item[1][1])):
        others = sorted(near[key] - told, key=lambda other: (other not in known, -uses.get(other, 0), other))
        if others:  # the likeliest: a listed one, or the one used most
            told.add(key)
            message = f"the tag {text!r} ({count} use{'s' if count > 1 else ''}) is nearly {names[others[0]]!r}"
            yield warning("tag-close", message, at, "if they are one, write it one way; "
                          "if they are two, list both in content/tags.toml")


def _neighbours(names: dict[str, str]) -> dict[str, set[str]]:
    """For each key the keys that one letter more, less or other makes of it; linear in the number of names.

    Two words at such a distance meet at a word with one letter taken out of either (the SymSpell idea).
    """
    meeting: dict[str, set[str]] = defaultdict(set)
    for key in names:
        if len(key) >= _SHORTEST and not any(character.isdigit() for character in key):
            for at in range(len(key) + 1):
                meeting[key[:at] + key[at + 1 :]].add(key)
    near: dict[str, set[str]] = defaultdict(set)
    for keys in meeting.values():
        for key in keys:
            near[key] |= {other for other in keys if other != key and _one_apart(key, other)}
    return near


def _one_apart(one: str, other: str) -> bool:
    """Whether two words differ by exactly one letter added, left out or replaced."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at + (len(one) == len(other)) :] == other[at + 1 :]

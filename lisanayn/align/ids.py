"""The lock of sentence ids (``ar.ids``): which sentence had which id when an editor last wrote it.

    # Sentence ids of this text …
    s1<TAB>normalised sentence
    s2<TAB>                          retired: the sentence went away; the id keeps an empty anchor here
    s3<TAB>= s4                      merged: the sentence went into s4, the id leads there
    s4<TAB>normalised sentence
    s4a<TAB>normalised sentence      came between s4 and s5 later

Lines stand in the order of the text. An id is never renumbered and never used again, so no line is ever taken out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count as count_from
from itertools import pairwise, product
from string import ascii_lowercase

from lisanayn.align.identity import match_sentences
from lisanayn.align.sidecar import conflict, decoded
from lisanayn.align.words import normalized
from lisanayn.model.article import Companion
from lisanayn.model.inline import plain
from lisanayn.model.story import Anchor, Sentence, SplitBlock, Story
from lisanayn.problems import Location, Problem, error, warning
from lisanayn.record import record

SENTENCE_ID = re.compile(r"s\d{1,9}[a-z]{0,9}")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")
_HEAD = "# Sentence ids, kept through edits: links lead to them. Written by the command 'ids'; keep it with the text.\n"


@record
class LockLine:
    """One id that was given once."""

    id: str
    words: str
    """The normalised sentence; empty for an id that has no sentence any more."""
    into: str = ""
    """The id into whose sentence it was merged."""


@record
class Lock:
    """A whole lock file; empty when there is none."""

    lines: tuple[LockLine, ...] = ()


def read_lock(companion: Companion) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock as written, and one problem for each line that cannot be trusted. Never raises.

    The lines that can be read are used all the same: a damaged lock must not give every sentence a new id.
    """
    problems: list[Problem] = []
    lines: dict[str, LockLine] = {}
    places: dict[str, int] = {}
    text = decoded(companion, problems)
    for number, raw in enumerate(text.rstrip("\n").split("\n") if text else (), 1):
        at = Location(companion.path, number)
        raw = raw.rstrip("\r")
        if not raw.strip() or raw.startswith("#"):
            continue
        if _CONFLICT.match(raw):
            problems.append(conflict(raw, at))
            continue
        name, tab, rest = raw.partition("\t")
        if not tab or not SENTENCE_ID.fullmatch(name):
            hint = "each line is an id, a tab and the sentence; write the lock anew with the command 'ids'"
            problems.append(error("ids-line", f"cannot read {raw[:60]!r}", at, hint))
        elif name in lines:
            hint = "take the line out that is not the sentence of this id"
            problems.append(error("ids-twice", f"the id {name!r} stands in line {places[name]} already", at, hint))
        else:
            lines[name] = _lock_line(name, rest.strip())
            places[name] = number
    return Lock(tuple(lines.values())), tuple(problems)


def _lock_line(name: str, rest: str) -> LockLine:
    into = rest[1:].strip()
    if rest.startswith("=") and SENTENCE_ID.fullmatch(into):
        return LockLine(name, "", into)
    return LockLine(name, rest)


def lock_words(sentence: str) -> str:
    """What the lock keeps of a sentence: its words and numbers, folded; a dot for one of signs alone."""
    words = normalized(sentence)
    return words if any(map(str.isalnum, words)) else "·"


def write_lock(story: Story, old: str = "") -> str:
    """The lock file of a story as it stands: its sentences, and every id that has lost its sentence.

    Comments of ``old`` that stand before its first id are kept. Writing twice gives the same text.
    """
    head = "".join([line + "\n" for line in _leading_comments(old)]) or _HEAD
    lines: list[str] = []
    gone: dict[str, list[str]] = {}
    for anchor in story.anchors:
        rest = f"= {anchor.before}" if anchor.merged and anchor.before else ""
        gone.setdefault(anchor.before, []).append(f"{anchor.id}\t{rest}\n")
    for block in story.blocks:
        for sentence in block.sentences:
            lines += gone.get(sentence.id, ())
            lines.append(f"{sentence.id}\t{lock_words(plain(sentence.text))}\n")
    return head + "".join([*lines, *gone.get("", ())])


def _leading_comments(old: str) -> Sequence[str]:
    comments = []
    for line in old.removeprefix("\ufeff").split("\n"):
        if not line.startswith("#"):
            break
        comments.append(line.rstrip())
    return comments


@record
class Identified:
    """A text whose sentences have their ids."""

    blocks: tuple[SplitBlock, ...]
    anchors: tuple[Anchor, ...]
    """For every id of the lock that has no sentence any more."""
    problems: tuple[Problem, ...]


def identify(blocks: Sequence[SplitBlock], lock: Lock, path: str) -> Identified:
    """Gives the sentences of a text their ids: those of the lock, or by position where there is none.

    ``path`` is the article's, for what is reported: sentences that keep their id though much of them changed.
    """
    if not lock.lines:
        count = sum([len(block.sentences) for block in blocks])
        return Identified(_named(blocks, [f"s{n}" for n in range(1, count + 1)]), (), ())
    words = [lock_words(plain(sentence.text)) for block in blocks for sentence in block.sentences]
    living = [line for line in lock.lines if line.words]
    found = match_sentences([line.words for line in living], words)
    names = _names(found.same, living, len(words), {line.id for line in lock.lines})
    merged = {living[place].id: names[n] for place, n in found.merged.items()}
    named = _named(blocks, names)
    return Identified(named, _anchors(lock, names, merged), tuple(_doubts(named, found.doubtful, path)))


def _names(same: Mapping[int, int], living: Sequence[LockLine], count: int, used: Iterable[str]) -> list[str]:
    """An id for each sentence: the one it had, else a new one named after the sentence before it.

    Behind the last sentence that had an id, the next whole numbers.
    """
    names: list[str] = []
    taken = set(used)
    letters: dict[str, Iterator[str]] = {}
    last = max([n for n in range(count) if n in same], default=-1)
    whole = 1 + max([int(name.rstrip(ascii_lowercase)[1:]) for name in taken])
    before = "s0"
    for n in range(count):
        if n in same:
            name = living[same[n]].id
        elif n > last:
            name = f"s{whole}"
            whole += 1
        else:
            stem = before.rstrip(ascii_lowercase)
            endings = letters.setdefault(stem, _letters())
            name = next(candidate for candidate in map(stem.__add__, endings) if candidate not in taken)
            taken.add(name)
        names.append(name)
        before = name
    return names


def _letters() -> Iterator[str]:
    """a, b, … z, aa, ab, …"""
    for size in count_from(1):
        yield from map("".join, product(ascii_lowercase, repeat=size))


def _named(blocks: Sequence[SplitBlock], names: Sequence[str]) -> tuple[SplitBlock, ...]:
    """The blocks, their sentences given these ids in order."""
    rest = iter(names)
    return tuple(
        [
            SplitBlock(block.block, tuple([Sentence(next(rest), s.text) for s in block.sentences]))
            if block.sentences
            else block
            for block in blocks
        ]
    )


def _anchors(lock: Lock, names: Sequence[str], merged: Mapping[str, str]) -> tuple[Anchor, ...]:
    """Where each id leads that has no sentence any more: into the sentence that took it in, else to where it stood.

    That is a new sentence in its place, if there is one, else the next of its old neighbours that is still there.
    The result is in the order of the text.
    """
    alive = set(names)
    old = {line.id for line in lock.lines}
    follows = dict(pairwise(names))
    ahead = dict(_next_alive(lock, alive))
    anchors = []
    before = ""
    for line in lock.lines:
        if line.id in alive:
            before = line.id
            continue
        into = merged.get(line.id) or line.into
        if into in alive:
            anchors.append(Anchor(line.id, into, merged=True))
            continue
        replacement = follows.get(before, "") if before else names[0] if names else ""
        anchors.append(Anchor(line.id, replacement if replacement and replacement not in old else ahead[line.id]))
    order = {name: n for n, name in enumerate([*names, ""])}
    return tuple(sorted(anchors, key=lambda anchor: order[anchor.before]))


def _next_alive(lock: Lock, alive: Container[str]) -> Iterator[tuple[str, str]]:
    """For each id of the lock the next one, in the lock's order, that has a sentence; empty behind the last."""
    ahead = ""
    for line in reversed(lock.lines):
        yield line.id, ahead
        if line.id in alive:
            ahead = line.id


def _doubts(blocks: Sequence[SplitBlock], doubtful: Mapping[int, float], path: str) -> Iterator[Problem]:
    at = 0
    for block in blocks:
        for sentence in block.sentences:
            if at in doubtful:
                words = " ".join(plain(sentence.text).split()[:6])
                share = f"{doubtful[at]:.0%}"
                message = f"{sentence.id} keeps its id though only {share} of its words are the same: {words!r}"
                hint = "run 'ids' if it is the same sentence; if not, empty the line of that id in the .ids file first"
                yield warning("ids-doubtful", message, Location(path, block.block.line), hint)
            at += 1

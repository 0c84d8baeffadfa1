"""The alignment file beside a translation (``en.align``), line by line.

    # a comment
    [p3 s4]                     the third paragraph of the original, whose first sentence is s4
    s4 s5 = 1   !3f9a.77c0      two sentences of the original, one of the translation; a person has reviewed it
    s6    = -                   not translated
    -     = 3                   added by the translator
    s7    = 4 5   ?0.62         a machine's guess with its confidence

Paragraphs, quotations and list items that have sentences are counted, from 1. The numbers on the right count the
sentences of the block beside it. Where that is not the block of the same number, the header names it, or the blocks
through which the numbers run: ``[p3 s4 = p2]``, ``[p3 s4 = p2 p3]``, ``[p3 s4 = -]``, ``[- = p4]``. What follows the
mark is a comment. The letters after ``!`` name the wording that was reviewed, original and translation; a person
writes ``!`` alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Literal

from lisanayn.align.words import normalized
from lisanayn.model.article import Companion
from lisanayn.problems import Location, Problem, error
from lisanayn.record import record

SENTENCE_ID = re.compile(r"s\d+[a-z]*")
_HEADER = re.compile(r"\[\s*(?:p\d{1,6}\s+(s\d+[a-z]*)|-)\s*(?:=\s*(-|p\d{1,6}(?:\s+p\d{1,6})*+)\s*)?\].*", re.DOTALL)
_LINE = re.compile(
    r"(-|s\d+[a-z]*(?:\s+s\d+[a-z]*)*+)\s*=\s*(-|\d{1,6}(?:\s+\d{1,6})*+)(?=\s|$)"
    r"(?:\s+(?:(!)([0-9a-f]{4}\.[0-9a-f]{4})?|\?(\d(?:\.\d{1,9})?))(?=\s|$))?(?!\s*[!?]).*",
    re.DOTALL,
)
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")

Mark = Literal["", "!", "?"]


@record
class SidecarLine:
    """One group as the file says it."""

    line: int
    source: tuple[str, ...]
    """Ids; empty for a sentence that the translator added."""
    target: tuple[int, ...]
    """Numbers as written; empty for what is not translated."""
    mark: Mark
    """``!`` reviewed, ``?`` a machine's guess, empty: stated by a person and not reviewed."""
    wording: str
    """Digests of the reviewed wording, ``3f9a.77c0``; empty when the mark stands alone."""
    confidence: float
    raw: str
    """The line as it stands."""
    before: tuple[str, ...] = ()
    """Comments and empty lines that stand directly before it."""


@record
class Section:
    """The groups of one block, or of blocks that were joined."""

    line: int
    first: str
    """Id of the block's first sentence; empty for a block that the translator added."""
    blocks: tuple[int, ...] | None
    """Numbers of the translation's blocks; None when the header names none, empty for ``-``."""
    lines: tuple[SidecarLine, ...]
    raw: str
    before: tuple[str, ...] = ()


@record
class Sidecar:
    """A whole file."""

    sections: tuple[Section, ...]
    after: tuple[str, ...] = ()
    """Comments at the end."""


def read_sidecar(companion: Companion) -> tuple[Sidecar, tuple[Problem, ...]]:
    """The file as written, and its lines that cannot be read. Never raises."""
    headers: list[tuple[re.Match[str], int, str, tuple[str, ...]]] = []
    entries: list[list[SidecarLine]] = []
    problems: list[Problem] = []
    before: list[str] = []
    text = decoded(companion, problems)
    for number, raw in enumerate(text.rstrip("\n").split("\n") if text else (), 1):
        at = Location(companion.path, number)
        bare = raw.strip()
        if not bare or bare.startswith("#"):
            before.append(bare)
        elif _CONFLICT.match(bare):
            problems.append(conflict(bare, at))
        elif header := _HEADER.fullmatch(bare):
            headers.append((header, number, bare, tuple(before)))
            entries.append([])
            before = []
        elif entries and (line := _LINE.fullmatch(bare)) and (line[1] != "-" or line[2] != "-"):
            entries[-1].append(_entry(line, number, bare, before))
            before = []
        else:
            hint = "write groups like 's4 s5 = 1', under a header like '[p3 s4]'"
            problems.append(error("sidecar-line", f"cannot read {bare[:60]!r}", at, hint))
    sections = [_section(*header, lines) for header, lines in zip(headers, entries, strict=True)]
    return Sidecar(tuple(sections), tuple(before)), tuple(problems)


def decoded(companion: Companion, problems: list[Problem]) -> str:
    """The text of a companion file; bytes that are not UTF-8 are a problem, and nothing of the file is used."""
    try:
        return companion.data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = companion.data.count(b"\n", 0, fault.start) + 1
        at = Location(companion.path, line)
        problems.append(error("companion-encoding", "the file is not UTF-8", at, "save it as UTF-8, or write it anew"))
        return ""


def conflict(marker: str, at: Location) -> Problem:
    """What to say of a line that a version control system left in the file."""
    return error(
        "companion-conflict", f"a merge left {marker[:20]!r} here", at,
        "decide between the two versions, take the marker lines out, and check again",
    )  # fmt: skip


def _section(
    match: re.Match[str], number: int, raw: str, before: tuple[str, ...], lines: Sequence[SidecarLine]
) -> Section:
    blocks: tuple[int, ...] | None = None
    if match[2]:
        blocks = () if match[2] == "-" else tuple([int(name[1:]) for name in match[2].split()])
    return Section(number, match[1] or "", blocks, tuple(lines), raw, before)


def _entry(match: re.Match[str], number: int, raw: str, before: Sequence[str]) -> SidecarLine:
    source = () if match[1] == "-" else tuple(match[1].split())
    target = () if match[2] == "-" else tuple(map(int, match[2].split()))
    mark: Mark = "!" if match[3] else "?" if match[5] else ""
    confidence = min(float(match[5]), 1.0) if match[5] else 1.0
    return SidecarLine(number, source, target, mark, match[4] or "", confidence, raw, tuple(before))


def without_guesses(companion: Companion) -> Companion:
    """The same file without the lines a machine wrote, for ``align --write``: so they are guessed anew."""
    lines = companion.data.decode("utf-8-sig", "replace").splitlines(keepends=True)
    kept = [raw for raw in lines if not ((line := _LINE.fullmatch(raw.strip())) and line[5])]
    return replace(companion, data="".join(kept).encode())


def wording(source: Sequence[str], target: Sequence[str]) -> str:
    """``3f9a.77c0``: names the words of a group on both sides; punctuation, vowel marks and case do not count."""
    return f"{wording_of(source)}.{wording_of(target)}"


def wording_of(sentences: Sequence[str]) -> str:
    """One side's half of ``wording``."""
    text = "\n".join([normalized(sentence) for sentence in sentences])
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()

"""Outside texts into sources: two bodies, one sentence a line, and the sidecar that says how the lines belong together.

The bodies are Markdown that shows the very words given, for articles with ``sentences: lines`` in their front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lisanayn.problems import Problem
from lisanayn.record import record

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Positions, from 0, of neighbouring lines on both sides."""

# What CommonMark and our extensions could take for markup, anywhere and at the beginning of a line.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|^{}]|!(?=\[)")
_LINE_MARKUP = re.compile(r"(#|\+|-|=|:::|\d{1,9}(?=[.)]))")


@record
class Imported:
    """Two texts ready to be written as articles."""

    source_lang: str
    target_lang: str
    source: str
    """Body of the original: paragraphs of lines, a sentence each."""
    target: str
    sidecar: str
    """Empty when everything is one to one."""


@record
class ImportResult:
    """What came of an import."""

    imported: Imported | None
    """None when nothing could be read."""
    problems: tuple[Problem, ...]


def body(paragraphs: Iterable[Sequence[str]]) -> str:
    """Paragraphs of sentences as Markdown, one sentence a line."""
    return "\n".join(["".join([_line(sentence) + "\n" for sentence in lines]) for lines in paragraphs if lines])


def _line(sentence: str) -> str:
    """One sentence on one line, with a backslash before all that would be markup."""
    words = _MARKUP.sub(r"\\\g<0>", " ".join(sentence.split()))
    if match := _LINE_MARKUP.match(words):
        at = match.end() if match[0][0].isdigit() else 0
        words = f"{words[:at]}\\{words[at:]}"
    return words


def sidecar_of(beads: Iterable[Bead], mark: str = "") -> str:
    """The sidecar of two texts of one paragraph each; empty when all lines pair one to one."""
    beads = list(beads)
    if all(len(one) == len(other) == 1 for one, other in beads):
        return ""
    lines = [f"[p1 s1{'' if all_sided(beads) else ' = -'}]"]
    for one, other in beads:
        left = " ".join([f"s{n + 1}" for n in one]) or "-"
        right = " ".join([str(n + 1) for n in other]) or "-"
        lines.append(f"{left:<7} = {right:<7} {mark}".rstrip())
    return "".join([line + "\n" for line in lines])


def all_sided(beads: Iterable[Bead]) -> bool:
    """Whether the translation has any sentence at all."""
    return any(other for _, other in beads)

"""Reads the specification files of tests/corpus that the text package is held to."""

from __future__ import annotations

import re
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"

_SIGNS = str.maketrans({"⏎": "\n", "⍽": "\u00a0", "⍼": "\u202f"})
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def cases(name: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """(title, input, expected lines) of a file in which each case is ``title . input . expected .``

    Lines that begin with a hash, and what stands before the line of the first title, are remarks.
    """
    lines = [line for line in (CORPUS / name).read_text("utf-8").split("\n") if not line.startswith("# ")]
    parts = "\n".join(lines).split("\n.\n")
    assert len(parts) % 3 == 1, f"{name}: a case is not closed by a line with one dot"
    found = []
    for title, given, want in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
        wanted = tuple([line.translate(_SIGNS) for line in want.split("\n")])
        found.append((title.strip().rpartition("\n")[2], given.translate(_SIGNS), wanted))
    return found


def rows(name: str) -> list[list[str]]:
    """The rows of a tab-separated file; lines that begin with a hash are remarks, \\uXXXX is a character."""
    lines = (CORPUS / name).read_text("utf-8").split("\n")
    kept = [line for line in lines if line and not line.startswith("#")]
    return [[_ESCAPE.sub(lambda m: chr(int(m[1], 16)), cell) for cell in line.split("\t")] for line in kept]

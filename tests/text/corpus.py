"""Reads the specification files of tests/corpus: cases of title, input and expected output between lines of one dot."""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"

SIGNS = str.maketrans({"⏎": "\n", "⍽": "\u00a0", "⍼": "\u202f"})


def cases(name: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """(title, input, expected lines) of a file in which each case is ``title . input . expected .``"""
    parts = "\n".join(
        [line for line in (CORPUS / name).read_text("utf-8").split("\n") if not line.startswith("# ")]
    ).split("\n.\n")
    assert len(parts) % 3 == 1, f"{name}: a case is not closed by a line with one dot"
    found = []
    for title, given, want in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
        lines = [line.translate(SIGNS) for line in want.split("\n")]
        found.append((title.strip().rpartition("\n")[2], given.translate(SIGNS), tuple(lines)))
    return found


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated file without its remarks; ``\\u0640`` and ``\\t`` stand for their characters."""
    lines = (CORPUS / name).read_text("utf-8").split("\n")
    kept = [line for line in lines if line and not line.startswith("#")]
    return [tuple(_unescaped(cell) for cell in line.split("\t")) for line in kept]


def _unescaped(cell: str) -> str:
    if "\\" not in cell:
        return cell
    pieces = cell.split("\\u")
    return "".join([pieces[0].replace("\\t", "\t"), *(chr(int(piece[:4], 16)) + piece[4:] for piece in pieces[1:])])

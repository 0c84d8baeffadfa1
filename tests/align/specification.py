"""Reads the specification files of tests/corpus/align: ``title . input . expected .``"""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus" / "align"


def cases(name: str) -> list[tuple[str, str, str]]:
    """(title, input, expected) of a file; what stands before the line of the first title is a remark."""
    parts = (CORPUS / name).read_text("utf-8").split("\n.\n")
    assert len(parts) % 3 == 1 and not parts[-1].strip(), f"{name}: a case is not closed by a line with one dot"
    return [
        (title.strip().rpartition("\n")[2], given.strip("\n"), want)
        for title, given, want in zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    ]

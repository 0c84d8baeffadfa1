"""How well wire texts are read: ``python -m tests.parse.wire_scores [FOLDER]`` prints precision and recall a kind.

A figure counts as found only when its caption, credit and qualifier are right too.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.parse.wire_corpus import CORPUS, Case, Row, agrees, cases, found_rows, read


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind of block over some texts."""

    expected: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of the found that are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that were found."""
        return self.right / self.expected if self.expected else 1.0


def scores(texts: Iterable[Case]) -> tuple[dict[str, Score], list[str]]:
    """(score by kind, one line for every difference)."""
    expected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    differences: list[str] = []
    for case in texts:
        rows = found_rows(read(case))
        expected.update(row.kind for row in case.expected)
        found.update(row.kind for row in rows)
        for row in case.expected:
            if any(agrees(row, other) for other in rows):
                right[row.kind] += 1
            else:
                differences.append(f"{case.name}: wanted {_shown(row)}, got {_at(rows, row.line)}")
        wanted = {(row.kind, row.line) for row in case.expected}
        differences += [f"{case.name}: too much: {_shown(row)}" for row in rows if (row.kind, row.line) not in wanted]
    kinds = sorted(expected | found)
    return {kind: Score(expected[kind], found[kind], right[kind]) for kind in kinds}, differences


def _at(rows: list[Row], line: int) -> str:
    return "; ".join(_shown(row) for row in rows if row.line == line) or "nothing there"


def _shown(row: Row) -> str:
    credit = f" [{row.credit}|{row.qualifier}]" if row.kind == "figure" else ""
    return f"{row.kind} {row.line} «{row.start[:40]}»{credit}"


def main(arguments: list[str]) -> None:
    """Prints the table, and the differences below it."""
    folder = Path(arguments[0]) if arguments else CORPUS
    texts = cases(folder)
    table, differences = scores(texts)
    print(f"{len(texts)} texts")
    print(f"{'kind':<12}{'expected':>9}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}")
    for kind, score in table.items():
        print(
            f"{kind:<12}{score.expected:>9}{score.found:>7}{score.right:>7}"
            f"{score.precision:>11.3f}{score.recall:>8.3f}"
        )
    print("\n".join(differences))


if __name__ == "__main__":
    main(sys.argv[1:])

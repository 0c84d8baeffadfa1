"""The corpus in other shapes: wrapped at columns, without blank lines, with too many of them, with stray characters.

What a text says does not depend on how its lines were broken, so that the blocks must stay the same but for few.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable

import pytest

from tests.parse.wire_corpus import Case, cases, found_rows, read

Key = tuple[str, str, str, str]

# Texts that are wrapped, or hang on their line numbers, already.
CASES = [
    case
    for case in cases()
    if not (case.header.blocks or case.header.images or case.header.sentences == "lines")
    and not any(word in case.name for word in ("wrap", "indented"))
]


def wrapped(width: int) -> Callable[[str], str]:
    def wrap(text: str) -> str:
        lines = [
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
            for line in text.split("\n")
        ]
        return "\n".join([piece for pieces in lines for piece in pieces])

    return wrap


SHAPES: dict[str, tuple[Callable[[str], str], float]] = {
    "wrapped at 60": (wrapped(60), 0.97),
    "wrapped at 72": (wrapped(72), 0.97),
    "wrapped at 80": (wrapped(80), 0.97),
    "wrapped at 100": (wrapped(100), 0.97),
    "no blank lines": (lambda text: "\n".join([line for line in text.split("\n") if line.strip()]), 0.96),
    "blank lines everywhere": (lambda text: "\n\n".join([line for line in text.split("\n") if line.strip()]), 0.96),
    "marks of direction": (lambda text: "\n".join([f"\u200f{line}\u200f \u00a0" for line in text.split("\n")]), 0.99),
    "no-break spaces": (lambda text: text.replace(" ", "\u00a0"), 0.99),
}


def blocks(case: Case, text: str) -> Counter[Key]:
    rows = found_rows(read(Case(case.name, case.lang, case.header, text, ())))
    return Counter([(row.kind, _plain(row.start)[:40], _plain(row.credit), _plain(row.qualifier)) for row in rows])


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("shape", SHAPES)
def test_the_shape_of_a_text_changes_little(shape: str) -> None:
    change, floor = SHAPES[shape]
    expected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case in CASES:
        before, after = blocks(case, case.text), blocks(case, change(case.text))
        for counter, keys in ((expected, before), (found, after), (right, before & after)):
            for key, number in keys.items():
                counter[key[0]] += number
    for kind in ("paragraph", "figure", "heading", "source"):
        assert right[kind] >= floor * expected[kind], (kind, "recall")
        assert right[kind] >= floor * found[kind], (kind, "precision")

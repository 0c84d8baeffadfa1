"""C12: a name or title with a direction control that is never closed turns nothing but itself.

The build refuses such a text; here it is put into the finished pages, as if it had come through, and everything else
must stay where it was drawn.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import kinds_of

CONTROLS = {
    "RLI": "\u2067", "LRI": "\u2066", "FSI": "\u2068",
    "RLE": "\u202b", "LRE": "\u202a", "RLO": "\u202e", "LRO": "\u202d",
}  # fmt: skip

MOVED = """
([names, control]) => {
  const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) if (node.data.trim()) texts.push(node);
  const given = new Set(names), ours = texts.filter(node => given.has(node.data.trim()));
  const places = () => texts.map(node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(box => box.width).map(box => [box.left, box.right, box.top]).flat();
  });
  const before = places();
  /* behind the words: inside its own text it has nothing left to turn */
  for (const node of ours) node.data = node.data.trimEnd() + control + node.data.slice(node.data.trimEnd().length);
  const after = places();
  for (const node of ours) node.data = node.data.replace(control, "");
  const differ = (a, b) => a.length !== b.length || a.some((value, n) => Math.abs(value - b[n]) > 1);
  return { seen: ours.length,
           moved: texts.filter((_, n) => differ(before[n], after[n])).map(node => node.data.trim().slice(0, 60)) };
}
"""
"""Which texts stand elsewhere once each name is followed by a control that is never closed."""


def names_of(output: Path) -> list[str]:
    """What authors wrote and lists repeat: titles, names of tags and people."""
    found = json.loads((output / "site.json").read_text("utf-8"))
    titles = [text["title"] for story in found["stories"] for text in story["texts"]]
    pages = [path for folder in ("tags", "people") for path in output.glob(f"*/{folder}/*/index.html")]
    heads = [path.read_text("utf-8").partition("<h1")[2].partition("</h1>")[0] for path in pages]
    inside = [part.rpartition(">")[2].strip() for head in heads for part in head.split("<")]
    return sorted({*titles, *inside} - {""})


@pytest.mark.parametrize("name", CONTROLS)
def test_nothing_moves(page: Page, address: str, output: Path, name: str):
    names, seen = names_of(output), 0
    for path in kinds_of(output):
        page.goto(f"{address}{path}")
        found = page.evaluate(MOVED, [names, CONTROLS[name]])
        assert found["moved"] == [], path
        seen += found["seen"]
    assert seen > 100


def test_without_the_marks_of_the_page_something_would(page: Page, address: str, output: Path):
    """That what is measured can be seen at all."""
    moved = []
    for path in kinds_of(output):
        page.goto(f"{address}{path}")
        page.evaluate(
            "for (const one of document.querySelectorAll('main bdi, main [dir]')) one.replaceWith(...one.childNodes)"
        )
        moved += page.evaluate(MOVED, [names_of(output), CONTROLS["RLO" if path.startswith("en") else "LRO"]])["moved"]
    assert moved

"""What a browser has drawn, as values a test can compare."""

from __future__ import annotations

from playwright.sync_api import ElementHandle, Locator, Page

LINES = """
element => {
  const lines = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    if (node.parentElement.closest(".vh, .colon")) continue;
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      /* what has no width of its own, a vowel mark or the alef of a lam-alef, stands where its letter does */
      if (!box || (!box.width && /\\s/.test(node.data[at]))) continue;
      const middle = (box.top + box.bottom) / 2;
      let line = lines.find(one => Math.abs(one.middle - middle) < 10);
      if (!line) lines.push(line = { middle, glyphs: [] });
      const turned = /[\\u0590-\\u08ff]/.test(node.data[at]) ? -1 : 1;
      line.glyphs.push([box.left + turned * line.glyphs.length / 1e4, node.data[at].replace("\\u00a0", " ")]);
    }
  }
  lines.sort((a, b) => a.middle - b.middle);
  return lines.map(line => line.glyphs.sort((a, b) => a[0] - b[0]).map(glyph => glyph[1]).join("").trim());
}
"""


def vis(element: Locator | ElementHandle) -> list[str]:
    """The lines of an element, each as its characters from left to right as drawn, mirrored signs unmirrored."""
    return element.evaluate(LINES)


def rtl(text: str) -> str:
    """How a text that runs from right to left reads from left to right."""
    return text[::-1]


MODES = ("side", "stack", "right", "left", "reveal")


def show(page: Page, mode: str) -> None:
    """Chooses a layout as a reader does."""
    page.check(f"#m-{mode}", force=True)


def box(page: Page, selector: str) -> dict[str, float]:
    """Where an element stands: left, right, top, bottom in CSS pixels."""
    return page.evaluate(
        "selector => { const {left, right, top, bottom} = document.querySelector(selector).getBoundingClientRect();"
        " return {left, right, top, bottom}; }",
        selector,
    )

"""``python -m bench.reader_speed [SENTENCES]``: what a long article costs in a browser.

An article of 300 sentences with vowel marks is built, opened in headless Chromium, and every control that sets it anew
is pressed. Times run from the key to the frame after next, when the new layout is on the screen; best and median of
five.
The specification: no task over 50 ms while the page loads, a layout changed within 100 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from lisanayn.build.session import build_once
from tests.browser.conftest import FLAGS, chromium

RUNS = 5
KEYS = {
    "stacked": "2",
    "Arabic": "3",
    "English": "4",
    "reveal": "5",
    "side by side": "1",
    "larger": "+",
    "smaller": "-",
    "vowel marks": "v",
    "marks back": "v",
    "next sentence": "j",
}

LONG_TASKS = """window.long = [];
new PerformanceObserver(list => long.push(...list.getEntries().map(one => Math.round(one.duration))))
  .observe({ type: "longtask", buffered: true });"""

PRESSED = """key => new Promise(done => {
  const codes = { "+": "Equal", "-": "Minus", v: "KeyV", j: "KeyJ" };
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { code: codes[key] || `Digit${key}`, bubbles: true }));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""


def write_article(content: Path, sentences: int) -> None:
    """An article in paragraphs of four sentences, vowelled."""
    arabic = "كَانَتِ السَّفِينَةُ رقم {n} تَنْتَظِرُ فِي المِينَاءِ حَتَّى يَهْدَأَ البَحْرُ وَيَعُودَ البَحَّارَةُ مِنَ السُّوقِ."
    english = "Ship number {n} lay in the harbour until the sea grew calm and the sailors came back from the market."
    folder = content / "ships"
    folder.mkdir(parents=True)
    for lang, text, head in [("ar", arabic, "title: السفن\ndate: 2026-01-02"), ("en", english, "title: Ships")]:
        rows = [text.format(n=n) for n in range(1, sentences + 1)]
        paragraphs = [" ".join(rows[at : at + 4]) for at in range(0, sentences, 4)]
        (folder / f"{lang}.md").write_text(f"---\n{head}\n---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def measure(page: Page, address: str) -> None:
    """Prints the long tasks of loading and the times of every control."""
    page.add_init_script(LONG_TASKS)
    page.goto(address)
    page.wait_for_timeout(1000)
    print(f"{'tasks over 50 ms while loading':32} {page.evaluate('long')}")
    times: dict[str, list[float]] = {name: [] for name in KEYS}
    for _ in range(RUNS):
        page.evaluate("long = []; scrollTo(0, 6000)")
        for name, key in KEYS.items():
            times[name].append(page.evaluate(PRESSED, key))
            page.wait_for_timeout(150)
    for name, found in times.items():
        print(f"{name:32} best {min(found):5.0f} ms   median {statistics.median(found):5.0f} ms")
    print(f"{'tasks over 50 ms, all controls':32} {sorted(page.evaluate('long'))}")


def main() -> None:
    """Builds the article and measures both of its pages."""
    sentences = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        write_article(Path(folder) / "content", sentences)
        build_once(folder, now=datetime(2026, 11, 22, tzinfo=UTC))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium() or None, args=FLAGS)
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            measure(page, (Path(folder) / "output" / "en" / "ships" / "index.html").as_uri())
            browser.close()


if __name__ == "__main__":
    main()

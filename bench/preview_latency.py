"""``python -m bench.preview_latency [STORIES]``: from the save of a file to the browser's repaint.

A site of the sample articles under many names, the preview as ``serve`` runs it, headless Chromium on one article.
Each save changes a word of it; the clock runs until the new word is painted. A second row moves a title, which changes
lists too. Needs Playwright and a Chromium (``CHROMIUM`` names another than the system's).
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.__main__ import make_corpus
from lisanayn.serve.main import Preview

SAVES = 20


def painted(page: Page, word: str) -> None:
    """Waits until a frame with the word has been shown."""
    page.wait_for_function("word => document.body && document.body.innerText.includes(word)", arg=word, polling="raf")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def saves(page: Page, article: Path, old: str, new: str, sign: str) -> list[float]:
    """Seconds from each save to its repaint; ``new`` holds ``{}`` for a word that no save before has brought."""
    text, times = article.read_text("utf-8"), []
    for number in range(SAVES):
        word = f"{number}{sign}{number}"
        start = time.perf_counter()
        article.write_text(text.replace(old, new.format(word), 1), "utf-8")
        painted(page, word)
        times.append(time.perf_counter() - start)
        time.sleep(0.3)
    return times


def main() -> None:
    """Prints median and worst."""
    stories = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        make_corpus(site, stories)
        running = Preview(str(site), "127.0.0.1", 0, True, datetime(2026, 11, 22, tzinfo=UTC), lambda line: None)
        server = threading.Thread(target=running.run, daemon=True)
        server.start()
        program = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{running.server.url}en/astrolabe-00000/index.html")
        page.wait_for_load_state("networkidle")
        article = site / "content/astrolabe-00000/en.md"
        title = next(line for line in article.read_text("utf-8").split("\n") if line.startswith("title:"))
        body = article.read_text("utf-8").split("---", 2)[2].split()[0]
        print(f"{stories} stories, {SAVES} saves, from the write to the repaint")
        series = (("a word", f"\n{body}", f"\n{{}} {body}", "x"), ("a title", title, "title: Astrolabe {}", "y"))
        for name, *change in series:
            times = saves(page, article, *change)
            print(f"{name:8} median {statistics.median(times):.3f} s, worst {max(times):.3f} s")
        browser.close()
        running.server.stop()
        server.join()


if __name__ == "__main__":
    main()

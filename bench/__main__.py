"""``python -m bench [STORIES]``: what a build costs, cold, after one edit, and with nothing changed.

The corpus is the sample articles again and again under other names, so it holds everything a site holds. Each case
is run as a whole process, medians of five; read the figures as ratios of one run, since machines drift.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 5


def make_corpus(site: Path, stories: int) -> None:
    """Copies the sample articles until there are ``stories`` of them."""
    content = site / "content"
    content.mkdir(parents=True)
    for table in ROOT.glob("content/*.toml"):
        shutil.copy(table, content / table.name)
    originals = sorted(folder for folder in (ROOT / "content").iterdir() if folder.is_dir())
    for number in range(stories):
        folder = originals[number % len(originals)]
        shutil.copytree(folder, content / f"{folder.name}-{number:05}")


def seconds(site: Path, *options: str) -> float:
    """Wall seconds of one build as a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "--site", str(site), "--now", "2026-11-22", *options]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def cold(site: Path) -> float:
    """A first build: no cache, no output."""
    for name in ("output", ".lisanayn"):
        subprocess.run(["rm", "-rf", "--", str(site / name)], check=True)
    return seconds(site)


def one_edit(site: Path) -> float:
    """A build after one word was added to one article."""
    path = next(iter(sorted(site.glob("content/astrolabe-*/en.md"))))
    path.write_text(path.read_text("utf-8") + "More.\n", "utf-8")
    return seconds(site)


def main() -> None:
    """Prints a table of medians."""
    stories = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        make_corpus(site, stories)
        rows = [("cold", cold), ("one edit", one_edit), ("no change", seconds)]
        print(f"{stories} stories, both languages, median of {RUNS} runs")
        for name, measure in rows:
            times = [measure(site) for _ in range(RUNS)]
            print(f"{name:10} {statistics.median(times):8.3f} s   ({min(times):.3f}–{max(times):.3f})")


if __name__ == "__main__":
    main()

"""B01, B02: a build killed at any instant leaves the old site or the new one, and the next build needs no help.

``KILLS`` is the number of kills: 20 here, 200 in the full run.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.builder import article, translation

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("KILLS", "20"))
STORIES = 60  # enough for worker processes


def build(site: Path, *more: str) -> list[str]:
    return [
        sys.executable,
        str(ROOT / "build.py"),
        "build",
        "--site",
        str(site),
        "--now",
        "2026-03-20",
        *more,
    ]


def site_hash(folder: Path) -> str:
    """One digest of every path, mode and byte of a folder."""
    name = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name.update(f"{path.relative_to(folder)} {path.stat().st_mode:o}\n".encode() + path.read_bytes())
    return name.hexdigest()


def write_sources(site: Path, word: str) -> None:
    for number in range(STORIES):
        folder = site / "content" / f"story-{number:02}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "ar.md").write_text(article(f"قصة {number} {word}", f"جملة أولى {word}. جملة ثانية."), "utf-8")
        (folder / "en.md").write_text(translation(f"Story {number} {word}", f"First {word}. Second."), "utf-8")


@pytest.mark.slow
def test_b01_b02_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path):
    site, cleans = tmp_path / "site", {}
    for word in ("قديم", "جديد"):
        write_sources(tmp_path / word, word)
        subprocess.run(build(tmp_path / word), check=True, capture_output=True)
        cleans[word] = site_hash(tmp_path / word / "output")
    shutil.copytree(tmp_path / "قديم" / "content", site / "content")
    started = time.perf_counter()
    subprocess.run(build(site), check=True, capture_output=True)
    seconds = time.perf_counter() - started
    chance = random.Random(2026)
    current, seen = "قديم", set()
    for trial in range(KILLS):
        target = "جديد" if current == "قديم" else "قديم"
        write_sources(site, target)
        jobs = ["--jobs", str(1 + trial % 2)]
        process = subprocess.Popen(build(site, *jobs), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.1) * seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = site_hash(site / "output")
        assert left in cleans.values(), f"trial {trial}: neither the old site nor the new one"
        seen.add(left == cleans[target])
        subprocess.run(build(site), check=True, capture_output=True)
        assert site_hash(site / "output") == cleans[target], f"trial {trial}: the next build did not mend it"
        assert sorted(path.name for path in site.iterdir()) == [".lisanayn", "content", "output"]
        current = target
    assert seen, "no build was killed"

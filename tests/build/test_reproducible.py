"""Same sources, same bytes: whatever the hash seed, time zone, locale, umask, folder or number of processes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.builder import SITE, article, translation

ROOT = Path(__file__).parent.parent.parent


def write_small_site(root: Path) -> None:
    for path, text in SITE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def write_site(root: Path) -> None:
    write_small_site(root)
    for number in range(100):  # enough for worker processes to be started
        folder = root / f"content/story-{number}"
        folder.mkdir()
        (folder / "ar.md").write_text(article(f"قصة {number}", "جملة. أخرى؟"), "utf-8")
        (folder / "en.md").write_text(translation(f"Story {number}", "One. Another?"), "utf-8")


def built(root: Path, jobs: str = "1", **environment: str) -> str:
    """The digest of a site's names, modes and bytes after a build in another process."""
    subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "build", "--site", str(root), "--jobs", jobs, "--now", "2026-03-20"],
        check=True, capture_output=True, env={**os.environ, **environment},
        umask=int(environment.get("UMASK", "22"), 8),
    )  # fmt: skip
    name = hashlib.sha256()
    for path in sorted((root / "output").rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        name.update(f"{path.relative_to(root)} {path.stat().st_mode:o}\n".encode() + content)
    return name.hexdigest()


@pytest.mark.slow
def test_nothing_of_the_machine_is_in_the_output(tmp_path):
    variations = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Baghdad", "LC_ALL": "C.UTF-8", "UMASK": "077", "jobs": "2"},
        {"PYTHONHASHSEED": "3", "TZ": "Pacific/Apia", "HOME": "/nonexistent", "UMASK": "002", "jobs": "3"},
    ]
    digests = set()
    for number, variation in enumerate(variations):
        root = tmp_path / ("folder" * number + "x")
        write_site(root)
        digests.add(built(root, **variation))
    assert len(digests) == 1

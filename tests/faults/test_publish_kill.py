"""D17: a publication killed at any instant, while someone reads: no page is missing, none without its style sheet."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from lisanayn.publish import publish_site
from tests.publish.sites import NOW, build, contents

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("KILLS", "20"))
PAGES = 30

PUBLISH = """
import sys
from datetime import datetime
from lisanayn.publish import publish_site
print("ready", flush=True)
sys.stdin.readline()
publish_site(sys.argv[1], sys.argv[2], now=datetime.fromisoformat(sys.argv[3]))
"""

READ = """
import json, os, sys
public, count = sys.argv[1], {"reads": 0, "missing": 0, "torn": 0, "mixed": 0}
pages = [f"ar/مرفأ-{n}/index.html" for n in range(int(sys.argv[3]))] + ["index.html"]
def read(path):
    try:
        with open(os.path.join(public, path), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None
print("ready", flush=True)
while not os.path.exists(sys.argv[2]):
    for path in pages:
        page = read(path)
        count["reads"] += 1
        if page is None:
            count["missing"] += 1
            continue
        words = page.split()
        if len(words) < 3 or words[0] != "begin" or words[-1] != "end":
            count["torn"] += 1
            continue
        style = read(words[1])
        count["missing"] += style is None
        count["mixed"] += style is not None and style.split() != ["style", words[2], "end"]
print(json.dumps(count))
"""


def version(number: int) -> dict[str, bytes]:
    """A site whose every page says its version and names that version's style sheet; one page comes and goes."""
    style, word = f"static/style.{number:08x}.css", f"v{number}"
    page = f"begin {style} {word} {'نص ' * 400} end".encode()
    pages = {f"ar/مرفأ-{n}/index.html": page for n in range(PAGES)} | {
        "index.html": page,
        f"ar/{number % 2}/index.html": page,
    }
    return {**pages, style: f"style {word} end".encode(), "sitemap.xml": word.encode()}


@pytest.mark.slow
def test_d17_a_reader_never_meets_half_a_publication(tmp_path: Path):
    site, public, stop = build(tmp_path / "site", version(0)), tmp_path / "public", tmp_path / "stop"
    publish_site(str(site), str(public), now=NOW)
    chance, killed = random.Random(2026), 0
    started = time.perf_counter()
    build(site, version(1))
    publish_site(str(site), str(public), now=NOW + timedelta(days=1))
    seconds = time.perf_counter() - started
    reader = subprocess.Popen([sys.executable, "-c", READ, public, stop, str(PAGES)], stdout=subprocess.PIPE, text=True)
    assert reader.stdout is not None and reader.stdout.readline() == "ready\n"
    try:
        for trial in range(2, 2 + KILLS):
            # More than a day between two: the style sheet of the version before the last goes each time.
            now = NOW + timedelta(hours=25 * trial)
            build(site, version(trial))
            command = [sys.executable, "-c", PUBLISH, str(site), str(public), now.isoformat()]
            run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
            assert run.stdout is not None and run.stdout.readline() == "ready\n"
            assert run.stdin is not None
            run.stdin.write("go\n")
            run.stdin.flush()
            time.sleep(chance.uniform(0, 1.1) * seconds)
            run.send_signal(signal.SIGKILL)
            run.communicate()
            killed += run.returncode == -signal.SIGKILL
            held = contents(public)
            for path, data in held.items():
                whole = path in version(trial - 1) or path in version(trial) or path.startswith("static/")
                assert whole or ".lisanayn-tmp-" in path, (trial, path, data[:20])
            publish_site(str(site), str(public), now=now)
            held = contents(public)
            assert held.items() >= version(trial).items(), trial
            assert all(path.startswith("static/") for path in held.keys() - version(trial).keys()), trial
    finally:
        stop.touch()
        told = json.loads(reader.communicate(timeout=30)[0])
    assert killed, "no run was killed"
    assert told["reads"] > 1000
    assert (told["missing"], told["torn"], told["mixed"]) == (0, 0, 0), told

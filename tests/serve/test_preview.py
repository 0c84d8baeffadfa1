"""The whole preview on a real site: from a save to what the server shows."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lisanayn.problems import AddressTaken, SettingsError
from lisanayn.serve.main import Preview, preview, watched

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PATIENCE = 10


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "content/salt").mkdir(parents=True)
    write(site, "ar", "ملح البحر", "الملح قديم.")
    write(site, "en", "Sea salt", "Salt is old.")
    return site


def write(site: Path, lang: str, title: str, text: str) -> None:
    (site / f"content/salt/{lang}.md").write_text(f"---\ntitle: {title}\ndate: 2026-11-01\n---\n\n{text}\n", "utf-8")


@contextmanager
def previewing(site: Path) -> Iterator[tuple[Preview, list[str]]]:
    said: list[str] = []
    running = Preview(str(site), "127.0.0.1", 0, True, NOW, said.append)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        until(lambda: any("The preview is at" in line for line in said))
        yield running, said
    finally:
        running.server.stop()
        thread.join(10)
        assert not thread.is_alive()


def until(condition: Callable[[], bool]) -> None:
    for _ in range(PATIENCE * 50):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("it never came true")


def get(running: Preview, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(running.server.url + path, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as fault:
        return fault.code, fault.read().decode()


def test_a_save_is_shown_and_output_is_never_touched(site: Path):
    with previewing(site) as (running, _):
        assert "الملح قديم" in get(running, "ar/salt/")[1]
        write(site, "ar", "ملح البحر", "الملح جديد.")
        until(lambda: "الملح جديد" in get(running, "ar/salt/")[1])
    assert not (site / "output").exists()
    assert sorted(path.name for path in site.iterdir()) == [".lisanayn", "content"]
    assert not any(b"preview.js" in path.read_bytes() for path in (site / ".lisanayn").rglob("*.html"))


def test_however_fast_the_saves_come_the_last_one_is_shown(site: Path):
    with previewing(site) as (running, _):
        for number in range(20):
            write(site, "en", "Sea salt", f"Salt number {number}.")
            time.sleep(0.02)
        until(lambda: "Salt number 19" in get(running, "en/salt/")[1])


def test_a_deleted_article_is_gone_and_a_new_one_is_there(site: Path):
    with previewing(site) as (running, _):
        os.rename(site / "content/salt", site / "content/bread")
        until(lambda: get(running, "ar/salt/")[0] == 404 and get(running, "ar/bread/")[0] == 200)


def test_a_mistake_is_told_in_page_and_terminal_and_the_last_good_page_stays(site: Path):
    with previewing(site) as (running, said):
        write(site, "ar", "ملح\ntitel: x", "الملح جديد.")
        until(lambda: not running.server.shown.published)
        (problem,) = [p for p in running.server.shown.problems if p.severity.value == "error"]
        assert (problem.at.path, problem.at.line) == ("content/salt/ar.md", 3)
        assert "الملح قديم" in get(running, "ar/salt/")[1]
        until(lambda: any(line.startswith("content/salt/ar.md:3") for line in said))
        write(site, "ar", "ملح البحر", "الملح أحمر.")
        until(lambda: running.server.shown.published and "الملح أحمر" in get(running, "ar/salt/")[1])


def test_broken_settings_and_templates_do_not_end_the_preview(site: Path):
    with previewing(site) as (running, _):
        (site / "content/site.toml").write_text("titel = 'x'")
        until(lambda: not running.server.shown.published)
        (site / "content/site.toml").write_text("")
        until(lambda: running.server.shown.published)
        (site / "templates").mkdir()
        (site / "templates/article.html").write_text("{% if %}")
        until(lambda: [problem.code for problem in running.server.shown.problems] == ["build-stopped"])
        assert str(running.server.shown.problems[0].at) == "templates/article.html:1"
        (site / "templates/article.html").unlink()
        until(lambda: running.server.shown.published)
        assert get(running, "ar/salt/")[0] == 200


def test_drafts_are_shown_and_nothing_of_the_environment_is(site: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LISANAYN_CANARY", "canary-7f3a")
    write(site, "ar", "ملح\ndraft: true", "مسودة.")
    with previewing(site) as (running, _):
        status, page = get(running, "ar/salt/")
        assert status == 200 and "مسودة" in page
        for path in ("", "ar/salt/", "nowhere", f"~{running.server.token}/state.json"):
            assert "canary-7f3a" not in get(running, path)[1]


def test_a_build_by_hand_meanwhile_disturbs_nothing(site: Path):
    from lisanayn.build.session import build_once

    with previewing(site) as (running, _):
        assert build_once(str(site), now=NOW).published
        write(site, "ar", "ملح البحر", "الملح جديد.")
        until(lambda: "الملح جديد" in get(running, "ar/salt/")[1])
    assert not any(b"preview.js" in path.read_bytes() for path in (site / "output").rglob("*.html"))


def test_a_folder_without_content_is_refused_before_anything_starts(tmp_path: Path):
    with pytest.raises(SettingsError):
        preview(str(tmp_path), "127.0.0.1", 0, False, True, NOW, print)


def test_a_taken_port_is_told_before_anything_is_built(site: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(AddressTaken):
        preview(str(site), "127.0.0.1", taken.getsockname()[1], False, True, NOW, print)
    assert not (site / ".lisanayn").exists()


def test_the_theme_of_the_checkout_is_watched_too(site: Path):
    root = Path(__file__).parents[2]
    want = [site / "content", site / "templates", site / "static", root / "templates", root / "static"]
    assert watched(str(site)) == tuple(map(str, want))


@pytest.mark.parametrize("number, status", [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_an_interrupt_ends_it_cleanly(site: Path, number: int, status: int):
    command = [sys.executable, "-m", "lisanayn", "serve", "--site", str(site), "--port", str(free_port())]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout and process.stderr
    try:
        lines = []
        while "Ctrl-C" not in "".join(lines[-1:]):
            lines.append(process.stdout.readline())
            assert lines[-1], process.stderr.read()
        process.send_signal(number)
        assert process.wait(PATIENCE) == status
        assert process.stderr.read() == ""
    finally:
        process.kill()
        process.communicate()


PROGRAM = "from lisanayn.__main__ import run\nprint('ready', flush=True)\nrun()"


@pytest.mark.parametrize("number, statuses", [(signal.SIGINT, {0, 130}), (signal.SIGTERM, {143, -15})])
def test_an_interrupt_at_any_moment_ends_it_without_a_word(site: Path, number: int, statuses: set[int]):
    """From the program's first instruction to some time after it answers; ``INTERRUPTS`` moments, 200 in the full run.
    A second one follows at once, as from a hasty hand."""
    chance = random.Random(2026)
    for trial in range(int(os.environ.get("INTERRUPTS", "6"))):
        command = [sys.executable, "-c", PROGRAM, "serve", "--site", str(site), "--port", str(free_port())]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            assert process.stdout and process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 1.2))
            process.send_signal(number)
            if trial % 2:
                time.sleep(chance.uniform(0, 0.1))
                process.send_signal(number)
            _, told = process.communicate(timeout=30)
            assert process.returncode in (statuses | {130, 143} if trial % 2 else statuses), (trial, told)
            assert told.strip() == "", (trial, told)
        finally:
            process.kill()
            process.communicate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])

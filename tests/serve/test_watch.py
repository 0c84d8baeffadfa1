"""What counts as a change: saves of every kind, and nothing that editors leave behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from lisanayn.serve.watch import Watch


class Bell:
    """Counts the calls and lets a test wait for the next."""

    def __init__(self) -> None:
        self.rang = threading.Semaphore(0)

    def ring(self) -> None:
        self.rang.release()

    def rings(self, seconds: float = 5) -> bool:
        return self.rang.acquire(timeout=seconds)

    def quiet(self) -> bool:
        """Whether it does not ring for half a second."""
        return not self.rings(0.5)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".hidden/site/content/salt").mkdir(parents=True)  # a hidden folder above the site hides nothing
    return tmp_path / ".hidden/site"


@pytest.fixture
def bell(site: Path) -> Iterator[Bell]:
    bell, said = Bell(), list[str]()
    watch = Watch([str(site / "content"), str(site / "templates")], bell.ring, said.append)
    watch.start()
    assert bell.rings()  # once it watches: what was saved before is built
    yield bell
    watch.end()
    watch.join(5)
    assert not watch.is_alive() and said == []


def test_a_save_is_a_change(site: Path, bell: Bell):
    (site / "content/salt/ar.md").write_text("ملح")
    assert bell.rings()


def test_a_save_by_rename_is_a_change(site: Path, bell: Bell):
    (site / "content/salt/.ar.md.new").write_text("ملح")
    assert bell.quiet()
    os.replace(site / "content/salt/.ar.md.new", site / "content/salt/ar.md")
    assert bell.rings()


def test_a_removal_and_a_moved_folder_are_changes(site: Path, bell: Bell):
    (site / "content/salt/ar.md").write_text("ملح")
    assert bell.rings()
    (site / "content/salt/ar.md").unlink()
    assert bell.rings()
    os.rename(site / "content/salt", site / "content/bread")
    assert bell.rings()


def test_what_editors_leave_behind_is_none(site: Path, bell: Bell):
    left = ["4913", ".#ar.md", "#ar.md#", "ar.md~", ".ar.md.swp", "ar.md.tmp", "~$ar.md", ".DS_Store", "ar.md.part"]
    for name in left:
        (site / "content/salt" / name).write_text("x")
    assert bell.quiet()


def test_a_folder_that_is_made_later_is_watched_from_then_on(site: Path, bell: Bell):
    (site / "templates").mkdir()
    assert bell.rings()
    while bell.rings(1):
        pass
    (site / "templates/article.html").write_text("x")
    assert bell.rings()


def test_a_folder_that_is_moved_away_and_back_is_watched_again(site: Path, bell: Bell):
    os.rename(site / "content", site / "away")
    assert bell.rings()
    os.rename(site / "away", site / "content")
    assert bell.rings()
    while bell.rings(1):
        pass
    (site / "content/salt/ar.md").write_text("ملح")
    assert bell.rings()

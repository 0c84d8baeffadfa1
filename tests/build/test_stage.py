"""The stage: output/ is the old site or the new one, at every instant."""

import errno
import os

import pytest

from lisanayn.build import stage as stages
from lisanayn.build.stage import Change, FolderStage
from lisanayn.disk import RealDisk
from lisanayn.problems import MachineFault


class Site:
    """An output folder, its cache, and builds as the engine does them."""

    def __init__(self, root):
        self.output = RealDisk(str(root / "output"))
        self.cache = RealDisk(str(root / "cache"))
        self.lag = ()
        self.ours = set()

    def begin(self, foreign=False):
        stage = FolderStage(self.output, self.cache, "stage")
        stage.recover()
        stage.prepare(self.ours, self.lag, foreign)
        return stage

    def build(self, written, removed=(), foreign=False):
        stage = self.begin(foreign)
        for path, text in written.items():
            stage.disk.write(path, text.encode())
        change = Change(tuple(written), tuple(removed))
        self.lag = stage.lag_after(change)
        stage.commit(change)
        self.ours = self.ours - {*removed} | {*written}

    def contents(self):
        return {entry.path: self.output.read(entry.path).decode() for entry in self.output.files()}


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


@pytest.fixture(params=["exchange", "file by file"])
def either(request, site, monkeypatch):
    """Both ways of replacing a folder must leave the same."""
    if request.param == "file by file":
        monkeypatch.setattr(stages, "_exchange", lambda one, other: False)
    return site


def test_many_builds_leave_exactly_what_the_last_one_made(either):
    either.build({"a": "1", "b/c": "1", "d": "1"})
    assert either.contents() == {"a": "1", "b/c": "1", "d": "1"}
    either.build({"a": "2"})
    assert either.contents() == {"a": "2", "b/c": "1", "d": "1"}
    either.build({"e": "3"}, removed=["b/c"])
    assert either.contents() == {"a": "2", "d": "1", "e": "3"}
    either.build({"b/c": "4", "a": "4"}, removed=["d"])
    assert either.contents() == {"a": "4", "b/c": "4", "e": "3"}


def test_nothing_is_seen_before_the_commit(either):
    either.build({"a": "1"})
    stage = either.begin()
    stage.disk.write("a", b"2")
    stage.disk.write("new", b"2")
    assert either.contents() == {"a": "1"}


def test_a_run_killed_before_its_commit_leaves_no_trace_in_the_next(either):
    either.build({"a": "1", "b": "1"})
    stage = either.begin()
    stage.disk.write("a", b"half-finished")
    stage.disk.write("never", b"meant")
    stage.disk.remove("b")
    either.build({"c": "2"})
    assert either.contents() == {"a": "1", "b": "1", "c": "2"}


def test_a_change_costs_links_only_for_what_changed(site):
    site.build({f"page{n}": "1" for n in range(20)})
    site.build({"page3": "2"})
    stage = site.begin()
    assert sum(os.stat(os.path.join(stage.disk.root, f"page{n}")).st_nlink == 2 for n in range(20)) == 20


def test_writing_into_the_stage_never_writes_through_a_link(site):
    site.build({"a": "1"})
    site.build({"b": "1"})
    stage = site.begin()
    stage.disk.write("a", b"2")
    assert site.contents()["a"] == "1"


def test_foreign_files_stay(site):
    site.build({"a": "1"})
    site.output.write("CNAME", b"example.org")
    site.output.write("git/config", b"x")
    site.build({"a": "2", "b": "2"}, foreign=True)
    assert site.contents() == {"a": "2", "b": "2", "CNAME": "example.org", "git/config": "x"}


def test_a_run_killed_between_two_files_is_finished_by_the_next(site, monkeypatch):
    monkeypatch.setattr(stages, "_exchange", lambda one, other: False)
    site.build({"a.css": "1", "b.html": "1", "c.html": "1"})
    moves = []

    def killed(self, path, move=FolderStage._move):
        if len(moves) == 2:
            raise KeyboardInterrupt
        moves.append(path)
        move(self, path)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(FolderStage, "_move", killed)
        site.build({"a.css": "2", "b.html": "2", "c.html": "2"}, removed=[])
    assert site.contents() == {"a.css": "2", "b.html": "2", "c.html": "1"}, "assets come before the pages that use them"
    FolderStage(site.output, site.cache, "stage").recover()
    assert site.contents() == {"a.css": "2", "b.html": "2", "c.html": "2"}


def test_another_file_system_is_crossed_by_whole_copies(site, monkeypatch):
    monkeypatch.setattr(stages, "_exchange", lambda one, other: False)

    def elsewhere(source, target):
        raise OSError(errno.EXDEV, "another file system")

    stage = site.begin()
    entry = stage.disk.write("a", b"1")
    monkeypatch.setattr(
        stages.os,
        "replace",
        lambda s, t, real=os.replace: elsewhere(s, t) if "stage" in s and "tmp-" not in s else real(s, t),
    )
    stage.commit(Change(("a",), ()))
    assert site.contents() == {"a": "1"}
    assert next(iter(site.output.files())).stamp == entry.stamp


def test_a_machine_that_refuses_is_named(site, monkeypatch):
    site.build({"a": "1"})
    stage = site.begin()
    stage.disk.write("a", b"2")
    monkeypatch.setattr(stages, "_exchange", lambda one, other: False)
    with pytest.raises(MachineFault, match="exchanged"):
        stage.commit(Change(("a",), ()))
    assert site.contents() == {"a": "1"}

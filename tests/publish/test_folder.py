"""Publishing to a folder: whole or nothing, ours only, finished by the next run when it was interrupted."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from lisanayn.disk import RealDisk
from lisanayn.problems import LisanaynError, MachineFault, PublishError, RefusedPath
from lisanayn.publish import publish_site
from tests.publish.sites import FIRST, NOW, SECOND, build, contents


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return build(tmp_path / "site", FIRST)


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return tmp_path / "public"


def publish(site: Path, target: Path | str, **options: object) -> object:
    return publish_site(str(site), str(target), **options)  # type: ignore[arg-type]  # the tests' own options


def test_a_first_publication_makes_the_folder_and_copies_the_site(site: Path, public: Path):
    difference = publish_site(str(site), str(public))
    assert contents(public) == FIRST
    assert set(difference.added) == FIRST.keys()


def test_only_files_of_the_manifest_are_published(site: Path, public: Path):
    (site / "output/.env").write_text("SECRET=1")
    (site / "output/notes.txt").write_text("by hand")
    publish(site, public)
    assert contents(public) == FIRST


def test_a_second_publication_writes_what_differs_only(site: Path, public: Path):
    publish(site, public)
    before = {path: (public / path).stat().st_ino for path in FIRST}
    build(site, SECOND)
    difference = publish_site(str(site), str(public))
    assert difference.added == ("ar/bread/index.html", "static/style.33333333.css")
    assert difference.removed == ("en/salt/index.html",)
    unchanged = FIRST.keys() & SECOND.keys() - set(difference.changed)
    assert unchanged and all((public / path).stat().st_ino == before[path] for path in unchanged)


def test_publishing_the_same_site_again_writes_nothing(site: Path, public: Path):
    publish(site, public)
    before = {path: path.stat().st_ino for path in public.rglob("*")}
    assert not publish_site(str(site), str(public))
    assert {path: path.stat().st_ino for path in public.rglob("*")} == before


def test_an_edit_that_keeps_size_and_time_arrives(site: Path, public: Path):
    publish(site, public)
    build(site, {**FIRST, "index.html": FIRST["index.html"].swapcase()})
    os.utime(site / "output/index.html", (0, 0))
    os.utime(public / "index.html", (0, 0))
    assert publish_site(str(site), str(public)).changed == ("index.html",)


def test_a_file_changed_by_hand_at_the_target_is_put_right(site: Path, public: Path):
    publish(site, public)
    (public / "index.html").write_text("defaced")
    assert publish_site(str(site), str(public)).changed == ("index.html",)
    assert contents(public) == FIRST


def test_d19_the_old_style_sheet_stays_for_a_day(site: Path, public: Path):
    publish(site, public, now=NOW)
    build(site, SECOND)
    publish(site, public, now=NOW)
    old = {path: FIRST[path] for path in ["static/style.11111111.css"]}
    build(site, {**SECOND, "index.html": b"third"})
    publish(site, public, now=NOW + timedelta(hours=23))
    assert contents(public) == {**SECOND, "index.html": b"third", **old}
    publish(site, public, now=NOW + timedelta(hours=24))
    assert contents(public) == {**SECOND, "index.html": b"third"}


def test_d19_a_style_sheet_that_comes_back_starts_anew(site: Path, public: Path):
    publish(site, public, now=NOW)
    for hours, files in [(1, SECOND), (20, FIRST), (22, SECOND), (45, SECOND)]:
        build(site, files)
        publish(site, public, now=NOW + timedelta(hours=hours), adopt=True)
    assert (public / "static/style.11111111.css").exists()


def test_files_of_others_are_never_touched(site: Path, public: Path):
    publish(site, public)
    (public / "CNAME").write_text("example.org")
    (public / ".well-known").mkdir()
    (public / ".well-known/security.txt").write_text("Contact: …")
    build(site, SECOND)
    publish(site, public)
    assert (public / "CNAME").read_text() == "example.org"
    assert (public / ".well-known/security.txt").exists()


def test_a_file_of_others_in_the_way_stops_the_publication(site: Path, public: Path):
    publish(site, public)
    (public / "ar/bread").mkdir(parents=True)
    (public / "ar/bread/index.html").write_text("by hand")
    build(site, SECOND)
    before = contents(public)
    with pytest.raises(PublishError, match=r"ar/bread/index\.html at the target was not put there by lisanayn"):
        publish(site, public)
    assert contents(public) == before


def test_a_folder_that_holds_other_things_is_refused_the_first_time(site: Path, public: Path):
    public.mkdir()
    (public / "photos.txt").write_text("mine")
    with pytest.raises(RefusedPath, match="is not empty and nothing was published there before"):
        publish(site, public)
    assert os.listdir(public) == ["photos.txt"]


def test_a_damaged_marker_is_refused(site: Path, public: Path):
    public.mkdir()
    (public / ".lisanayn.json").write_text("{")
    with pytest.raises(RefusedPath, match="damaged"):
        publish(site, public)


def test_a_marker_that_points_outside_is_refused(site: Path, public: Path, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("keep")
    public.mkdir()
    (public / ".lisanayn.json").write_text(json.dumps({"format": 1, "files": {"../letter.txt": "00"}}))
    with pytest.raises(RefusedPath):
        publish(site, public)
    assert (tmp_path / "letter.txt").exists()


def test_a_link_at_the_target_is_not_written_through(site: Path, public: Path, tmp_path: Path):
    publish(site, public)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("mine")
    os.rename(public / "en", public / "en-real")
    (public / "en").symlink_to(elsewhere)
    build(site, SECOND)
    with pytest.raises((RefusedPath, PublishError)):
        publish(site, public)
    assert (elsewhere / "index.html").read_text() == "mine"


@pytest.mark.parametrize("damage", ["missing", "changed", "no manifest", "empty manifest", "no output"])
def test_a_build_that_is_not_whole_is_not_published(site: Path, public: Path, damage: str):
    publish(site, public)
    output = site / "output"
    if damage == "missing":
        (output / "ar/index.html").unlink()
    elif damage == "changed":
        (output / "ar/index.html").write_bytes(b"x")
    elif damage == "no manifest":
        (output / ".lisanayn.json").unlink()
    elif damage == "empty manifest":
        (output / ".lisanayn.json").write_text('{"format": 1, "files": {}}')
    else:
        os.rename(output, site / "elsewhere")
    before = contents(public)
    with pytest.raises(PublishError, match="lisanayn build"):
        publish(site, public)
    assert contents(public) == before


def test_many_deletions_stop_and_are_listed(site: Path, public: Path):
    publish(site, public)
    build(site, {path: FIRST[path] for path in FIRST if not path.startswith("en/")} | {"ar/index.html": b"new"})
    publish(site, public)
    build(site, {"index.html": b"only this"})
    before = contents(public)
    with pytest.raises(PublishError, match=r"files at the target would be removed: .*--allow-deletes 6"):
        publish(site, public)
    assert contents(public) == before
    publish(site, public, allow_deletes=6)
    assert "ar/index.html" not in contents(public)


def test_a_dry_run_prints_what_the_run_does_and_writes_nothing(site: Path, public: Path, tmp_path: Path):
    publish(site, public)
    build(site, SECOND)
    os.rename(site / ".lisanayn", tmp_path / "cache")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    told = publish_site(str(site), str(public), dry_run=True)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert publish_site(str(site), str(public)).lines() == told.lines()


def test_a_dry_run_says_when_the_run_would_stop(site: Path, public: Path):
    publish(site, public)
    build(site, {"index.html": b"only this"})
    told = publish_site(str(site), str(public), dry_run=True)
    assert told.summary(dry_run=True).startswith("Would stop: 8 of the 11 files")


def test_files_are_readable_by_a_web_server_whatever_the_umask(site: Path, public: Path):
    old = os.umask(0o077)
    try:
        publish(site, public)
    finally:
        os.umask(old)
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in [public, *public.rglob("*")]}
    assert modes == {(True, 0o755), (False, 0o644)}


class Killed(BaseException):
    """Stands for a process that ends at this point."""


class Killer:
    """Ends the run at the n-th change of a folder: a rename or a removal."""

    def __init__(self, folder: Path, step: int, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.left = str(folder), step
        patch.setattr(os, "replace", self._counting(os.replace))
        patch.setattr(os, "unlink", self._counting(os.unlink))

    def _counting(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: str, *rest: str) -> None:
            self.left -= path.startswith(self.folder)
            if self.left == 0:
                raise Killed
            real(path, *rest)

        return call


def _assert_sound(public: Path) -> None:
    """Each page is the old or the new one, and finds the style sheet it names."""
    held = contents(public)
    del held["CNAME"]
    for path, data in held.items():
        if path.rpartition("/")[2].startswith(".lisanayn-tmp-"):
            continue
        assert data in (FIRST.get(path), SECOND.get(path)), path
        assert not path.endswith(".html") or data.split(b"'")[1].decode() in held, path


def _interrupted(folder: Path, step: int) -> bool:
    """Publishes a first and a second version and stops the second at a step; whether it came so far."""
    site, public = build(folder / "site", FIRST), folder / "public"
    publish(site, public)
    (public / "CNAME").write_text("example.org")
    build(site, SECOND)
    with pytest.MonkeyPatch.context() as patch:
        Killer(public, step, patch)
        try:
            publish(site, public)
        except Killed:
            return True
    return False


def test_a_run_that_is_interrupted_anywhere_is_finished_by_the_next(tmp_path: Path):
    step = 1
    while _interrupted(tmp_path / str(step), step):
        site, public = tmp_path / str(step) / "site", tmp_path / str(step) / "public"
        _assert_sound(public)
        publish(site, public)
        old = "static/style.11111111.css"
        assert contents(public) == {**SECOND, old: FIRST[old], "CNAME": b"example.org"}
        marker = json.loads((public / ".lisanayn.json").read_text())
        assert "pending" not in marker and marker["files"].keys() == SECOND.keys()
        step += 1
    assert step > 9  # every write and every removal was a place to stop


KILL_AT = """
import os, signal, sys
from lisanayn.publish import publish_site
real, left = os.replace, int(sys.argv[3])
def replace(*paths):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*paths)
os.replace = replace
publish_site(sys.argv[1], sys.argv[2])
"""


@pytest.mark.parametrize("step", [1, 2, 5])
def test_a_killed_first_publication_is_finished_by_the_next(site: Path, public: Path, step: int):
    run = subprocess.run([sys.executable, "-c", KILL_AT, str(site), str(public), str(step)], check=False)
    assert run.returncode == -signal.SIGKILL
    publish(site, public)
    assert contents(public) == FIRST


def test_a_killed_run_of_one_version_is_finished_by_the_next_version(site: Path, public: Path):
    third = {"index.html": b"<link href='static/style.11111111.css'>third", "static/style.11111111.css": b"x"}
    publish(site, public, now=NOW)
    build(site, SECOND)
    subprocess.run([sys.executable, "-c", KILL_AT, str(site), str(public), "7"], check=False)
    build(site, third)
    publish(site, public, allow_deletes=99, now=NOW)
    build(site, {**third, "index.html": b"fourth"})
    publish(site, public, allow_deletes=99, now=NOW + timedelta(days=2))
    assert contents(public) == {**third, "index.html": b"fourth"}


@pytest.mark.parametrize(
    "target",
    ["/", "~", "{site}", "{site}/", "{site}/.", "{site}/..", "{site}/content", "{site}/content/new", "{site}/templates",
     "{site}/static/x", "{site}/output", "{site}/output/public", "{site}/.lisanayn/preview", "{site}/.git/x",
     "{site}/../site/output", "{link}", "{link}/../content"],
)  # fmt: skip
def test_a_dangerous_folder_is_refused(tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch):
    home = tmp_path / "home"
    site = build(home / "work/site", FIRST)
    (site / "static").mkdir()
    (home / "link").symlink_to(site / "output")
    monkeypatch.setenv("HOME", str(home))
    before = contents(home)
    with pytest.raises((RefusedPath, MachineFault)) as fault:
        publish(site, target.format(site=site, link=home / "link"))
    assert fault.value.status == 2
    assert {path: data for path, data in contents(home).items() if not path.endswith("lock")} == before


def test_a_folder_inside_the_site_that_is_none_of_its_own_is_fine(site: Path):
    publish(site, site / "public")
    assert contents(site / "public") == FIRST


def test_two_publications_of_one_site_do_not_run_at_once(site: Path, public: Path):
    from lisanayn.build.guard import only_run

    with only_run(str(site / ".lisanayn")), pytest.raises(LisanaynError) as fault:
        publish(site, public)
    assert fault.value.status == 75


def test_d26_two_sites_do_not_publish_to_one_folder_at_once(site: Path, public: Path):
    """The lock is on the folder itself: it leaves no file there."""
    publish(site, public)
    handle = os.open(public, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(LisanaynError, match="another publication to this folder is running") as fault:
            publish(site, public)
    finally:
        os.close(handle)
    assert fault.value.status == 75
    publish(site, public)
    assert contents(public) == FIRST


def test_a_file_is_on_the_disk_before_it_takes_its_name(site: Path, public: Path, monkeypatch: pytest.MonkeyPatch):
    """A power cut leaves no empty page: the bytes are synced before the rename, the folders before the manifest."""
    order: list[str] = []
    sync, rename = os.fsync, os.replace

    def fsync(handle: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "bytes")
        sync(handle)

    def replace(source: str, target: str) -> None:
        order.append(os.path.relpath(target, public))
        rename(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    publish(site, public)
    names = [number for number, word in enumerate(order) if word in FIRST]
    assert len(names) == len(FIRST) and all(order[number - 1] == "bytes" for number in names)
    assert order[order.index(".lisanayn.json", 2) - 2] == "folder"


def test_d25_a_full_disk_is_an_error_that_says_what_stands_there(
    site: Path, public: Path, monkeypatch: pytest.MonkeyPatch
):
    publish(site, public)
    build(site, SECOND)
    write = RealDisk.write

    def full(self: RealDisk, path: str, data: bytes) -> object:
        if self.root == str(public) and path == "ar/index.html":
            raise MachineFault(f"{path}: the disk is full")
        return write(self, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(RealDisk, "write", full)
        with pytest.raises(PublishError, match=r"the disk is full; part of the new version is there; publish again"):
            publish(site, public)
    publish(site, public)
    assert contents(public).items() >= SECOND.items()


def test_d27_versions_kept_for_a_rollback_take_no_room_twice(site: Path, public: Path):
    publish(site, public)
    build(site, SECOND)
    publish(site, public)
    blobs = list((site / ".lisanayn/published").rglob("blobs/*/*"))
    assert {path.read_bytes() for path in blobs} == {*FIRST.values(), *SECOND.values()}
    assert any(path.stat().st_nlink == 2 for path in blobs)
    build(site, {**SECOND, "index.html": b"third"})
    publish(site, public)
    kept = {path.read_bytes() for path in (site / ".lisanayn/published").rglob("blobs/*/*")}
    assert kept == {*SECOND.values(), b"third"}


def test_d27_a_kept_version_that_was_damaged_is_not_published(site: Path, public: Path):
    publish(site, public)
    build(site, SECOND)
    publish(site, public)
    for path in (site / ".lisanayn/published").rglob("blobs/*/*"):
        if path.read_bytes() == FIRST["index.html"]:
            path.unlink()
            path.write_bytes(b"damaged")
    with pytest.raises(PublishError, match="no longer as it was built"):
        publish(site, public, rollback=True)

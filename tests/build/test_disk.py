"""The disk: whole files, inside one root, nothing followed."""

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.disk import MemoryDisk, RealDisk, checked
from lisanayn.problems import MachineFault, RefusedPath

OUTSIDE = ["../x", "/x", "a/../../x", "a//b", "./a", "", ".", "..", "a/..", "a\\b", "C:\\x\\y", "a\x00b", "a/./b", "/"]


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_never_leaves_its_root(path, tmp_path):
    for disk in (RealDisk(str(tmp_path / "root")), MemoryDisk()):
        for use in (disk.read, disk.remove, lambda p, disk=disk: disk.write(p, b"x")):
            with pytest.raises(RefusedPath):
                use(path)
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.sampled_from("./\\ab\0~%2eC:\u2215"), max_size=12))
def test_whatever_is_accepted_stays_inside(path):
    try:
        accepted = checked(path)
    except RefusedPath:
        return
    assert os.path.normpath("/root/" + accepted).startswith("/root/")


def test_a_file_is_written_whole_with_plain_modes(tmp_path):
    before = os.umask(0o077)
    try:
        disk = RealDisk(str(tmp_path / "new"))
        entry = disk.write("a/b/c.html", "سلام".encode())
    finally:
        os.umask(before)
    assert disk.read("a/b/c.html").decode() == "سلام"
    assert entry == next(iter(disk.files()))
    assert stat.S_IMODE((tmp_path / "new/a/b/c.html").stat().st_mode) == 0o644
    assert stat.S_IMODE((tmp_path / "new/a/b").stat().st_mode) == 0o755
    assert os.listdir(tmp_path / "new/a/b") == ["c.html"]


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path):
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "inside").write_text("x")
    disk = RealDisk(str(tmp_path))
    with pytest.raises(MachineFault, match="page"):
        disk.write("page", b"new")
    assert sorted(os.listdir(tmp_path)) == ["page"]


def test_links_are_not_followed_and_not_listed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    root = tmp_path / "root"
    root.mkdir()
    (root / "file").symlink_to(secret)
    (root / "folder").symlink_to(tmp_path)
    (root / "loop").symlink_to("loop")
    disk = RealDisk(str(root))
    assert list(disk.files()) == []
    assert sorted(disk.links()) == ["file", "folder", "loop"]
    for path in ("file", "folder/secret"):
        with pytest.raises(RefusedPath):
            disk.read(path)
    with pytest.raises(RefusedPath):
        disk.write("folder/new", b"x")
    assert sorted(os.listdir(tmp_path)) == ["root", "secret"]


def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    disk = RealDisk(str(tmp_path))
    assert list(disk.links()) == ["pipe"]
    with pytest.raises(MachineFault, match="pipe"):
        disk.read("pipe")


def test_removing_the_last_file_of_a_folder_removes_the_folder(tmp_path):
    disk = RealDisk(str(tmp_path))
    disk.write("a/b/c", b"")
    disk.write("a/d", b"")
    disk.remove("a/b/c")
    assert [entry.path for entry in disk.files()] == ["a/d"]
    assert not (tmp_path / "a/b").exists()
    disk.remove("a/b/c")


def test_files_come_sorted_whatever_the_file_system_says(tmp_path):
    disk = RealDisk(str(tmp_path))
    for name in ("b", "a/z", "a/y", "c", "A"):
        disk.write(name, b"")
    assert [entry.path for entry in disk.files()] == ["A", "a/y", "a/z", "b", "c"]


def test_missing_and_unreadable_files_name_path_and_cause(tmp_path):
    with pytest.raises(MachineFault, match=r"gone: No such file"):
        RealDisk(str(tmp_path)).read("gone")


def test_two_processes_may_make_one_folder(tmp_path, monkeypatch):
    mkdir = os.mkdir

    def and_the_other_was_quicker(folder, *mode):
        mkdir(folder, *mode)
        if folder.endswith("one"):
            mkdir(f"{folder}/two")

    monkeypatch.setattr(os, "mkdir", and_the_other_was_quicker)
    RealDisk(str(tmp_path)).write("one/two/file", b"x")
    assert (tmp_path / "one/two/file").read_bytes() == b"x"

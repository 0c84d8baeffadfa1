"""What a folder, rsync, SFTP and S3 have in common: the same promises, asked of each against a server on loopback."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from lisanayn.problems import AnotherRun, Location, PublishError, RefusedPath, error, warning
from tests.publish.benches import MARKER, Bench, Killed, watch
from tests.publish.sites import FIRST, NOW, SECOND, build, contents

OLD = {path: FIRST[path] for path in ["static/style.11111111.css"]}
"""What stays a day when the second version takes the place of the first."""


def test_a_first_publication_puts_the_whole_site_there(any_bench: Bench):
    difference = any_bench.publish()
    assert any_bench.files() == FIRST
    assert set(difference.added) == FIRST.keys()


def test_d24_a_dry_run_tells_what_the_run_does_in_its_order_and_writes_nothing(
    any_bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    any_bench.publish()
    build(any_bench.site, SECOND)
    before, mine = any_bench.everything(), contents(any_bench.site)
    told = any_bench.publish(dry_run=True)
    assert (any_bench.everything(), contents(any_bench.site)) == (before, mine)
    done = watch(monkeypatch, any_bench.store)
    assert any_bench.publish().lines() == told.lines()
    marker = f"w {MARKER}"
    assert done[0] == done[-1] == marker
    assert done[1:-1] == [line.replace("+", "w").replace("~", "w").replace("-", "r", 1) for line in told.lines()]
    assert any_bench.files() == {**SECOND, **OLD}


def test_publishing_the_same_site_again_does_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch):
    bench.publish()
    done = watch(monkeypatch, bench.store)
    assert not bench.publish(now=NOW + timedelta(days=3))
    assert done == []


def test_d20_an_edit_that_keeps_size_and_time_arrives(bench: Bench):
    bench.publish()
    build(bench.site, {**FIRST, "index.html": FIRST["index.html"].swapcase()})
    assert bench.publish().changed == ("index.html",)
    assert bench.files()["index.html"] == FIRST["index.html"].swapcase()


def test_what_was_changed_or_removed_there_by_hand_is_put_right(any_bench: Bench):
    any_bench.publish()
    any_bench.put("index.html", b"defaced")
    any_bench.remove("ar/index.html")
    difference = any_bench.publish()
    assert (difference.added, difference.changed) == (("ar/index.html",), ("index.html",))
    assert any_bench.files() == FIRST


def test_d19_old_assets_stay_a_day(bench: Bench):
    bench.publish()
    build(bench.site, SECOND)
    bench.publish()
    assert bench.publish(now=NOW + timedelta(hours=23)).removed == ()
    assert bench.publish(now=NOW + timedelta(hours=24)).removed == tuple(OLD)
    assert bench.files() == SECOND


def test_d23_files_of_others_are_never_touched(any_bench: Bench):
    any_bench.publish()
    others = {"CNAME": b"example.org", ".well-known/security.txt": b"Contact: ...", "en/salt/notes.txt": b"mine"}
    for path, data in others.items():
        any_bench.put(path, data)
    build(any_bench.site, SECOND)
    any_bench.publish()
    assert any_bench.files() == {**SECOND, **OLD, **others}


def test_d23_a_place_that_holds_other_things_is_refused_the_first_time(bench: Bench):
    bench.put("photo.jpg", b"mine")
    bench.put("index.html", b"mine")
    with pytest.raises(RefusedPath, match=r"not empty and nothing was published there before \(index\.html would be"):
        bench.publish()
    assert bench.files() == {"photo.jpg": b"mine", "index.html": b"mine"}
    bench.publish(adopt=True)
    assert bench.files() == {**FIRST, "photo.jpg": b"mine"}


def test_d23_a_file_of_others_in_the_way_stops_the_publication(bench: Bench):
    bench.publish()
    bench.put("ar/bread/index.html", b"by hand")
    build(bench.site, SECOND)
    with pytest.raises(PublishError, match=r"ar/bread/index\.html at the target was not put there by lisanayn"):
        bench.publish()
    assert bench.files() == {**FIRST, "ar/bread/index.html": b"by hand"}


def test_d21_a_build_that_is_not_whole_is_not_published(bench: Bench):
    bench.publish()
    build(bench.site, SECOND)
    (bench.site / "output/ar/index.html").unlink()
    before = bench.everything()
    with pytest.raises(PublishError, match="lisanayn build"):
        bench.publish()
    assert bench.everything() == before


def test_d21_a_place_that_holds_another_site_is_refused(bench: Bench, tmp_path: Path):
    bench.configure(bench.site, 'title = "Two Shores"\n')
    bench.publish()
    other = build(tmp_path / "other", {"index.html": b"other"})
    bench.configure(other, 'title = "Three Shores"\n')
    with pytest.raises(RefusedPath, match=r"holds another site, 'Two Shores'; this one is 'Three Shores'.*--adopt"):
        bench.publish(site=other)
    assert bench.files() == FIRST


def test_d22_many_deletions_stop_and_are_listed(any_bench: Bench):
    any_bench.publish()
    build(any_bench.site, {"index.html": b"only this"})
    with pytest.raises(PublishError, match=r"8 of the 11 files at the target would be removed: .*--allow-deletes 8"):
        any_bench.publish()
    assert any_bench.files() == FIRST
    any_bench.publish(allow_deletes=8)
    assert any_bench.files() == {"index.html": b"only this", **OLD, "media/salt/pan.22222222.svg": b"<svg/>"}


def test_d26_an_older_build_does_not_replace_a_newer_one(bench: Bench, tmp_path: Path):
    import os

    older = build(tmp_path / "elsewhere/site", SECOND)
    bench.configure(older)
    os.utime(older / "output" / MARKER, (1_700_000_000, 1_700_000_000))
    bench.publish()
    with pytest.raises(PublishError, match="holds a build that is newer than output/"):
        bench.publish(site=older)
    assert bench.files() == FIRST
    bench.publish(site=older, adopt=True)
    assert bench.files() == {**SECOND, **OLD}


def _broken_off(bench: Bench, step: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Publishes and stops before a step; whether the run came so far."""
    with monkeypatch.context() as patch:
        watch(patch, bench.store, step)
        try:
            bench.publish()
        except Killed:
            return True
    return False


def test_d18_d25_a_run_that_is_broken_off_anywhere_is_finished_by_the_next(
    any_bench: Bench, monkeypatch: pytest.MonkeyPatch
):
    """Before it is: every page is whole, old or new, and finds the style sheet it names."""
    any_bench.publish()
    hashed = {path: data for files in (FIRST, SECOND) for path, data in files.items() if "style" in path}
    seen = 0
    # Every step in the two that are quick; what stands between them and the others is the same.
    for step in range(1, 99) if any_bench.kind in ("folder", "sftp") else (2, 9):
        wanted = FIRST if any_bench.files()["index.html"] == SECOND["index.html"] else SECOND
        build(any_bench.site, wanted)
        if not _broken_off(any_bench, step, monkeypatch):
            break
        held = any_bench.files()
        for path, data in held.items():
            assert data in (FIRST.get(path), SECOND.get(path)), (step, path)
            assert not path.endswith(".html") or data.split(b"'")[1].decode() in held, (step, path)
        any_bench.publish()
        assert wanted.items() <= any_bench.files().items() <= (wanted | hashed).items(), step
        assert "pending" not in json.loads(any_bench.everything()[MARKER])
        seen = step
    assert seen > 8  # every write and every removal was a place to stop


def test_d26_a_run_that_is_under_way_elsewhere_is_left_alone(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    elsewhere = build(tmp_path / "elsewhere/site", FIRST)
    bench.configure(elsewhere)
    with monkeypatch.context() as patch:
        watch(patch, bench.store, 4)
        with pytest.raises(Killed):
            bench.publish(site=elsewhere)
    half = bench.files()
    with pytest.raises(AnotherRun, match="from another machine began at 2026-03-20T12:00:00Z and is not finished"):
        bench.publish(now=NOW + timedelta(minutes=14))
    assert bench.files() == half
    bench.publish(now=NOW + timedelta(minutes=16))
    assert bench.files() == FIRST


def test_d26_a_run_that_meets_another_stops_before_it_removes_anything(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Two that began in the same moment: the later marker wins, and whoever finds it gives up."""
    bench.publish()
    build(bench.site, SECOND)
    real = bench.store.write

    def write(self: object, paths: list[str], *rest: object) -> object:
        if "sitemap.xml" in paths:
            bench.put(MARKER, json.dumps({"format": 2, "files": {}, "pending": {"x": "1"}}).encode())
        return real(self, paths, *rest)

    monkeypatch.setattr(bench.store, "write", write)
    with pytest.raises(AnotherRun, match="another publication to this target began meanwhile"):
        bench.publish()
    assert "en/salt/index.html" in bench.files()


def test_d27_rollback_brings_back_the_version_before_and_back_again(any_bench: Bench):
    any_bench.publish()
    build(any_bench.site, SECOND)
    any_bench.publish()
    told = any_bench.publish(rollback=True, dry_run=True)
    assert any_bench.publish(rollback=True).lines() == told.lines()
    assert any_bench.files() == {**FIRST, "static/style.33333333.css": SECOND["static/style.33333333.css"]}
    any_bench.publish(rollback=True)
    assert any_bench.files() == {**SECOND, **OLD}


def test_d27_a_run_that_was_broken_off_is_undone_by_a_rollback(bench: Bench, monkeypatch: pytest.MonkeyPatch):
    bench.publish()
    build(bench.site, SECOND)
    with monkeypatch.context() as patch:
        watch(patch, bench.store, 6)
        with pytest.raises(Killed):
            bench.publish()
    bench.publish(rollback=True)
    assert bench.files().items() >= FIRST.items()


def test_d27_only_what_was_published_from_here_can_be_brought_back(bench: Bench, tmp_path: Path):
    bench.publish()
    elsewhere = build(tmp_path / "elsewhere/site", SECOND)
    bench.configure(elsewhere)
    bench.publish(site=elsewhere)
    with pytest.raises(PublishError, match="was not published from this copy"):
        bench.publish(rollback=True)
    with pytest.raises(PublishError, match="it is the first"):
        bench.publish(site=elsewhere, rollback=True)


def test_a_damaged_marker_is_refused(bench: Bench):
    bench.publish()
    for damaged in (b"{", b'{"format": 2, "files": {"../letter.txt": "00"}}', b'{"format": 9, "files": {}}'):
        bench.put(MARKER, damaged)
        with pytest.raises(RefusedPath, match="damaged"):
            bench.publish()


def test_a_site_with_errors_is_not_published(bench: Bench):
    wrong = error("title-missing", "no title", Location("content/a/ar.md", 1), "give one")
    with pytest.raises(PublishError, match=r"1 errors: content/a/ar\.md:1: error: no title"):
        bench.publish(problems=lambda: [wrong])
    assert bench.files() == {}
    bench.publish(problems=lambda: [warning("title-missing", "no title", Location("a"), "give one")])
    assert bench.files() == FIRST

"""Whether there is anything to do: B16, B17, B28 and B29 of the catalogue of faults, on a real disk."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lisanayn.build import gate, signature
from lisanayn.build.session import build_once
from lisanayn.build.signature import path_of, read_signature
from lisanayn.disk import RealDisk
from tests.build.builder import NOW, article
from tests.build.test_reproducible import write_small_site

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def site(tmp_path):
    write_small_site(tmp_path)
    build(tmp_path)
    return tmp_path


def build(site, **options):
    return build_once(str(site), jobs=1, **{"now": NOW, **options})


def tree(folder):
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*")) if path.is_file()
    }  # fmt: skip


def test_b29_no_change_rewrites_nothing_three_times(site):
    before = tree(site / "output")
    for _ in range(3):
        report = build(site)
        assert report.written == {} and report.published and report.unchanged == len(before) - 1
    assert tree(site / "output") == before


def test_without_a_change_nothing_heavy_is_loaded(site):
    build(site)  # the files are younger than two seconds: this run reads their bytes once more
    program = (
        "import sys; from datetime import datetime, UTC; from lisanayn.build.session import build_once;"
        f"report = build_once({str(site)!r}, now=datetime(2026, 3, 20, tzinfo=UTC));"
        "assert report.written == {} and report.unchanged; print(*sorted(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    heavy = {"jinja2", "markdown_it", "babel", "yaml", "pyarabic", "sqlite3", "PIL", "fontTools", "ctypes"}
    heavy |= {f"lisanayn.{name}" for name in ("parse", "align", "pages", "render", "settings", "build.engine")}
    assert heavy & set(told.split()) == set()


def test_the_last_report_is_told_again(site):
    (site / "content/stray.docx").write_bytes(b"x")
    first = build(site)
    again = build(site)
    assert again.problems == first.problems != ()
    assert (again.stories, again.articles, again.faulty) == (first.stories, first.articles, first.faulty)


@pytest.mark.parametrize("seconds", [0, 1_000, 4_000_000_000], ids=["1970", "long ago", "in the future"])
def test_b16_an_edit_is_seen_that_keeps_size_and_time(site, seconds):
    path = site / "content/quay/ar.md"
    os.utime(path, (seconds, seconds))
    build(site)
    text = path.read_text("utf-8")
    path.write_text(text.replace("الفجر", "العصر"), "utf-8")
    os.utime(path, (seconds, seconds))
    assert "ar/quay/index.html" in build(site).written
    assert "العصر" in (site / "output/ar/quay/index.html").read_text("utf-8")


def test_b16_an_edit_within_one_tick_of_the_clock_is_decided_by_its_bytes(site, monkeypatch):
    path = site / "content/quay/ar.md"
    build(site)
    path.write_text(path.read_text("utf-8").replace("الفجر", "العصر"), "utf-8")
    scan = RealDisk.scan
    kept = read_signature(RealDisk(str(site / ".lisanayn")), "site.signature")
    old = {path_of(line): line for line in kept.lines}

    def same_stamps(disk, folder=""):
        found, links = scan(disk, folder)
        return [
            (path, *map(int, old[path].rsplit(" ", 3)[1:])) if path.startswith("content/") else (path, *rest)
            for path, *rest in found
        ], links

    monkeypatch.setattr(RealDisk, "scan", same_stamps)
    assert "ar/quay/index.html" in build(site).written


def test_b16_new_times_alone_make_no_page_anew(site):
    before = tree(site / "output")
    for path in (site / "content").rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert build(site).written == {}
    assert tree(site / "output") == before


def test_doubtful_files_are_settled_once(site, monkeypatch):
    monkeypatch.setattr(signature, "RACY", 0)
    build(site)
    kept = read_signature(RealDisk(str(site / ".lisanayn")), "site.signature")
    assert kept.racy == {}, "no file is read again for ever"


@pytest.mark.parametrize("harm", ["damage", "truncate", "delete", "replace by a folder"])
def test_b17_a_file_harmed_in_output_is_repaired_and_told(site, harm):
    right = {path: data for path, (data, _) in tree(site / "output").items()}
    page = site / "output/ar/quay/index.html"
    if harm == "damage":
        page.write_bytes(page.read_bytes().replace(b"html", b"HTML"))
    elif harm == "truncate":
        page.write_bytes(b"")
    else:
        page.unlink()
        if harm == "replace by a folder":
            page.mkdir()
    report = build(site)
    assert report.written["ar/quay/index.html"].endswith("in the output folder") or "missing" in str(report.written)
    assert {path: data for path, (data, _) in tree(site / "output").items()} == right


def test_b28_the_hour_of_a_build_is_in_no_page(site, monkeypatch):
    before = tree(site / "output")
    for now in (datetime(2027, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)):
        assert build(site, now=now).written == {}
    assert tree(site / "output") == before


def test_an_hour_that_releases_an_article_is_no_build_without_change(site):
    late = article("غدًا", "نص قادم.").replace("tags:", "publish_at: 2026-04-01\ntags:")
    (site / "content/late").mkdir()
    (site / "content/late/ar.md").write_text(late, "utf-8")
    assert "ar/late/index.html" not in build(site).written
    assert build(site).written == {}
    assert "ar/late/index.html" in build(site, now=datetime(2026, 4, 2, tzinfo=UTC)).written
    assert "ar/late/index.html" in build(site).removed, "and back"


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"format": 1}\n', b"\x80\x04cos\n", b"[" * 10_000 + b"\n"])
def test_a_damaged_signature_costs_a_longer_look(site, damage):
    before = tree(site / "output")
    (site / ".lisanayn/site.signature").write_bytes(damage)
    report = build(site)
    assert report.written == {} and report.problems == () and tree(site / "output") == before


def test_a_signature_cut_short_anywhere_is_none(site):
    cache = RealDisk(str(site / ".lisanayn"))
    whole = cache.read("site.signature")
    for end in range(0, len(whole), 97):
        cache.write("cut", whole[:end])
        assert read_signature(cache, "cut") is None


@pytest.mark.parametrize("option", [{"drafts": True}, {"strict": True}])
def test_other_options_are_another_build(site, option):
    write = site / "content/mill"
    write.mkdir()
    (write / "ar.md").write_text(article("مسودة", "نص.").replace("tags:", "draft: true\ntags:"), "utf-8")
    build(site)
    assert bool(build(site, **option).written) == option.get("drafts", False)


def test_fonts_that_were_fetched_since_are_a_change(site, monkeypatch):
    assert build(site).written == {}
    monkeypatch.setattr(gate, "installed", lambda fonts: "another-face-1.0")
    assert gate.read_signature(RealDisk(str(site / ".lisanayn")), "site.signature") is not None
    seen = []
    whole = gate.look_at
    monkeypatch.setattr(gate, "look_at", lambda inputs, old: seen.append(old) or whole(inputs, old))
    build(site)
    assert seen == [None], "the last build was of another machine"


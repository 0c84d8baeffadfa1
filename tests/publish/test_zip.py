"""Publishing to a .zip file: reproducible, readable anywhere, never half written."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from lisanayn.problems import PublishError, RefusedPath
from lisanayn.publish import publish_site
from tests.publish.sites import FIRST, SECOND, build


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return build(tmp_path / "site", FIRST)


def test_the_archive_holds_the_site_and_nothing_else(site: Path, tmp_path: Path):
    publish_site(str(site), str(tmp_path / "site.zip"))
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FIRST
        assert archive.namelist() == sorted(FIRST)


def test_one_site_makes_one_archive(site: Path, tmp_path: Path):
    publish_site(str(site), str(tmp_path / "one.zip"))
    other = build(tmp_path / "elsewhere/site", dict(reversed(FIRST.items())))
    for path in (other / "output").rglob("*"):
        os.utime(path, (1, 1))
    old = os.umask(0o077)
    try:
        publish_site(str(other), str(tmp_path / "two.zip"))
    finally:
        os.umask(old)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert (tmp_path / "two.zip").stat().st_mode & 0o777 == 0o644


def test_arabic_names_are_marked_as_utf_8_and_modes_are_fixed(site: Path, tmp_path: Path):
    publish_site(str(site), str(tmp_path / "site.zip"))
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        arabic = archive.getinfo("ar/مرفأ/index.html")
        assert arabic.flag_bits & 0x800
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_equal_archive_is_left_alone(site: Path, tmp_path: Path):
    publish_site(str(site), str(tmp_path / "site.zip"))
    before = (tmp_path / "site.zip").stat().st_ino
    assert not publish_site(str(site), str(tmp_path / "site.zip"))
    assert (tmp_path / "site.zip").stat().st_ino == before


def test_the_difference_is_to_the_archive_that_is_there(site: Path, tmp_path: Path):
    publish_site(str(site), str(tmp_path / "site.zip"))
    build(site, SECOND)
    difference = publish_site(str(site), str(tmp_path / "site.zip"))
    assert difference.removed == ("en/salt/index.html", "static/style.11111111.css")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == SECOND


def test_an_interrupted_run_leaves_the_old_archive(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    publish_site(str(site), str(tmp_path / "site.zip"))
    before = (tmp_path / "site.zip").read_bytes()
    build(site, SECOND)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(zipfile.ZipFile, "writestr", full)
        with pytest.raises(PublishError, match="No space left on device; it is as it was"):
            publish_site(str(site), str(tmp_path / "site.zip"))
    assert (tmp_path / "site.zip").read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["site", "site.zip"]


def test_an_archive_of_someone_else_is_not_overwritten(site: Path, tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "holiday.zip", "w") as archive:
        archive.writestr("beach.txt", "sun")
    with pytest.raises(RefusedPath, match="was not made by lisanayn"):
        publish_site(str(site), str(tmp_path / "holiday.zip"))


def test_a_file_that_is_no_archive_is_not_overwritten(site: Path, tmp_path: Path):
    (tmp_path / "letter.zip").write_text("dear")
    with pytest.raises(RefusedPath, match=r"is not a \.zip file"):
        publish_site(str(site), str(tmp_path / "letter.zip"))
    assert (tmp_path / "letter.zip").read_text() == "dear"


@pytest.mark.parametrize("name", ["content/x.zip", "output/x.zip", "static/x.zip"])
def test_an_archive_among_the_sources_is_refused(site: Path, name: str):
    (site / "static").mkdir()
    with pytest.raises(RefusedPath, match="among the site's own files"):
        publish_site(str(site), str(site / name))


def test_an_archive_beside_the_sources_is_fine(site: Path):
    publish_site(str(site), str(site / "site.zip"))
    assert (site / "site.zip").exists()

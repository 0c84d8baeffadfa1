"""Which target is meant: a name of site.toml, a path, a URL, or the only one there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from lisanayn.problems import RefusedPath
from lisanayn.publish import publish_site
from tests.publish.sites import FIRST, build, contents

LIVE = '[publish.live]\ntarget = "../public"\n'
BACKUP = '[publish.backup]\ntarget = "../backup.zip"\n'


def site_with(tmp_path: Path, toml: str) -> Path:
    site = build(tmp_path / "site", FIRST)
    (site / "content/site.toml").write_text(toml, "utf-8")
    return site


def test_a_name_of_the_settings_counts_from_the_sites_folder(tmp_path: Path):
    publish_site(str(site_with(tmp_path, LIVE + BACKUP)), "live")
    assert contents(tmp_path / "public") == FIRST


def test_the_only_target_needs_no_name(tmp_path: Path):
    publish_site(str(site_with(tmp_path, LIVE)), None)
    assert contents(tmp_path / "public") == FIRST


def test_of_two_targets_one_must_be_named(tmp_path: Path):
    with pytest.raises(RefusedPath, match="one of live, backup"):
        publish_site(str(site_with(tmp_path, LIVE + BACKUP)), None)


def test_without_any_target_one_must_be_named(tmp_path: Path):
    with pytest.raises(RefusedPath, match="say where to publish"):
        publish_site(str(site_with(tmp_path, "")), None)


def test_a_mistyped_name_makes_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RefusedPath, match="Did you mean 'live'"):
        publish_site(str(site_with(tmp_path, LIVE)), "liev")
    assert not (tmp_path / "liev").exists()


def test_a_path_of_the_command_line_counts_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    site = site_with(tmp_path, "")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    publish_site(str(site), "./public")
    assert contents(tmp_path / "desk/public") == FIRST


def test_a_file_url_is_a_path(tmp_path: Path):
    publish_site(str(site_with(tmp_path, "")), f"file://{tmp_path}/my%20site")
    assert contents(tmp_path / "my site") == FIRST


SECRET = ["rsync://u:hunter2@example.org/www", "https://hunter2.example/x", "file://hunter2/x", "ftp:hunter2"]


@pytest.mark.parametrize("address", SECRET)
def test_another_kind_of_address_is_refused_without_repeating_it(tmp_path: Path, address: str):
    with pytest.raises(RefusedPath) as fault:
        publish_site(str(site_with(tmp_path, "")), address)
    assert "hunter2" not in str(fault.value)
    assert address.partition(":")[0] in str(fault.value)

"""docs/hosting.md: every table in it is one the program takes, and every key is told of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lisanayn.publish.target import PUBLISHERS, choose
from lisanayn.settings_file import load_settings
from tests.publish.sites import NOW

PAGE = (Path(__file__).parent.parent.parent / "docs/hosting.md").read_text("utf-8")
TABLES = [table for table in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if "[publish." in table]


@pytest.mark.parametrize("table", TABLES)
def test_a_documented_table_is_understood(tmp_path: Path, table: str):
    uncommented = re.sub(r"^# (\w+ =)", r"\1", table, flags=re.MULTILINE)
    name = re.findall(r"\[publish\.(\w+)\]", table)[0]
    assert choose(str(tmp_path), load_settings(uncommented.encode()), name, NOW).place.address


def test_every_kind_and_every_key_is_told_of():
    for kind in PUBLISHERS:
        for key in kind.keys:
            assert re.search(rf"^#? ?{key} = |`{key}`", PAGE, re.MULTILINE), (kind.name, key)


def test_an_option_that_a_kind_does_not_have_is_refused_with_the_nearest(tmp_path: Path):
    settings = load_settings(b'[publish.a]\ntarget = "s3://two-shores"\nregoin = "eu"\n')
    with pytest.raises(Exception, match=r"a s3 target has no 'regoin'; did you mean 'region'\?"):
        choose(str(tmp_path), settings, "a", NOW)


def test_a_kind_that_does_not_exist_is_refused(tmp_path: Path):
    settings = load_settings(b'[publish.a]\nkind = "ftp"\ntarget = "x"\n')
    with pytest.raises(Exception, match="there is no 'ftp'; known are git, ssh, sftp, s3, zip, folder"):
        choose(str(tmp_path), settings, "a", NOW)

"""Which folders a build may fill, and that only one build runs."""

import multiprocessing
import os

import pytest

from lisanayn.build.guard import MARKER, only_run, refuse_output
from lisanayn.problems import AnotherRun, RefusedPath


@pytest.fixture
def site(tmp_path):
    root = tmp_path / "home" / "site"
    for folder in ("content/harbour", "templates", "static", ".git", "lisanayn"):
        (root / folder).mkdir(parents=True)
    (tmp_path / "linked").symlink_to(root)
    return root


DANGEROUS = [
    "/", "~", ".", "..", "../..", "content", "content/", "content/harbour", "content/../content", "./content/new",
    "templates", "static/x", ".git", ".git/refs", ".lisanayn", ".lisanayn/site.stage", "../site", "../site/",
    "../../linked", "../../linked/content", "lisanayn", "lisanayn/build", "output/../..", "tests/x",
]  # fmt: skip


@pytest.mark.parametrize("output", DANGEROUS)
def test_b10_a_dangerous_output_is_refused(site, output, monkeypatch):
    monkeypatch.chdir(site)
    with pytest.raises(RefusedPath):
        refuse_output(str(site), os.path.expanduser(output), adopt=True)


@pytest.mark.parametrize("output", ["output", "public", "../public", "output/", "build/site", ".lisanayn/preview"])
def test_a_folder_of_its_own_is_accepted(site, output, monkeypatch):
    monkeypatch.chdir(site)
    refuse_output(str(site), output, adopt=False)


def test_b12_a_folder_with_other_files_is_taken_only_when_adopted(site):
    output = site / "output"
    output.mkdir()
    (output / "thesis.doc").write_text("x")
    with pytest.raises(RefusedPath, match="--adopt"):
        refuse_output(str(site), str(output), adopt=False)
    refuse_output(str(site), str(output), adopt=True)
    (output / MARKER).write_text("{}")
    refuse_output(str(site), str(output), adopt=False)


def test_a_file_is_not_a_folder(site):
    (site / "output").write_text("x")
    with pytest.raises(RefusedPath, match="not a folder"):
        refuse_output(str(site), str(site / "output"), adopt=True)


def _hold(folder, held, leave):
    with only_run(folder):
        held.set()
        leave.wait(20)


def test_b20_one_build_at_a_time_and_a_killed_one_blocks_nobody(tmp_path):
    context = multiprocessing.get_context("spawn")
    held, leave = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(tmp_path), held, leave))
    other.start()
    assert held.wait(20)
    with pytest.raises(AnotherRun), only_run(str(tmp_path)):
        pass
    other.kill()
    other.join()
    with only_run(str(tmp_path)):
        pass

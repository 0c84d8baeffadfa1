"""A cluster's executor in the place of this machine's processes: the same bytes."""

import subprocess
import sys

import pytest

from lisanayn.build.session import build_once
from tests.build.builder import NOW
from tests.build.test_gate import tree
from tests.build.test_reproducible import write_site

PROGRAM = """
import sys
from dask import config
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.mark.slow
def test_two_workers_of_a_cluster_make_the_same_bytes(tmp_path):
    pytest.importorskip("distributed")
    for name in ("here", "there"):
        write_site(tmp_path / name)
    build_once(str(tmp_path / "here"), now=NOW, jobs=1)
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    cluster = subprocess.Popen([sys.executable, "-c", PROGRAM], text=True, **streams)
    try:
        address = cluster.stdout.readline().strip().removeprefix("tcp://")
        report = build_once(str(tmp_path / "there"), now=NOW, executor=f"dask://{address}")
    finally:
        cluster.communicate("", timeout=30)
    assert report.published
    here, there = (tree(tmp_path / name / "output") for name in ("here", "there"))
    assert {path: data for path, (data, _) in here.items()} == {path: data for path, (data, _) in there.items()}

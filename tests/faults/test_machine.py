"""What the machine does to a build: a full disk, a failing one, the keyboard, several builds at once."""

import os
import shutil
import signal
import subprocess
import time

import pytest

from tests.faults.test_kill import build, site_hash, write_sources

CALLS = int(os.environ.get("FAULTS", "6"))
"""Places of a build at which each fault is made; 60 in the full run."""

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace makes the faults: it is not installed")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """A site that was built, whose texts have changed since; and the hash of what is in its output."""
    root = tmp_path_factory.mktemp("machine")
    write_sources(root / "site", "قديم")
    subprocess.run(build(root / "site", "--jobs", "1"), check=True, capture_output=True)
    write_sources(root / "site", "جديد")
    return root / "site", site_hash(root / "site/output")


@pytest.fixture
def site(sites, tmp_path):
    shutil.copytree(sites[0], tmp_path / "site")  # no hard links between stage and output: the next build makes them
    return tmp_path / "site", sites[1]


def ended(site, *injection):
    command = ["strace", "-qq", "-o", os.devnull, *injection, *build(site, "--jobs", "1")]
    return subprocess.run(command, capture_output=True, text=True)


@needs_strace
@pytest.mark.slow
@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EDQUOT"])
@pytest.mark.parametrize("call", ["write", "renameat2"])
def test_b04_b05_a_disk_that_refuses_leaves_the_old_site_and_says_so(site, call, error):
    folder, old = site
    other = build(folder, "--jobs", "1", "--output", str(folder / "other"))
    counted = subprocess.run(["strace", "-qq", "-c", "-e", f"trace={call}", *other], capture_output=True, text=True)
    calls = next(int(line.split()[3]) for line in counted.stderr.splitlines() if line.endswith(call))
    whole = {old, site_hash(folder / "other")}
    refused = 0
    for number in sorted({1 + calls * step // CALLS for step in range(CALLS)}):
        done = ended(folder, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}")
        assert "Traceback" not in done.stderr, (number, done.stderr)
        assert site_hash(folder / "output") in whole, number
        if done.returncode == 0:  # none that matters, or the site was published before
            break
        assert done.returncode == 3 and done.stderr.count("\n") == 1, (number, done.stderr)
        assert error != "ENOSPC" or "full" in done.stderr or call != "write", done.stderr
        refused += 1
    assert refused
    done = subprocess.run(build(folder, "--jobs", "1"), capture_output=True, text=True)
    assert done.returncode == 0 and site_hash(folder / "output") == site_hash(folder / "other")


@needs_strace
@pytest.mark.slow
def test_b05_short_writes_are_invisible(site, tmp_path):
    folder, _ = site
    subprocess.run(build(folder, "--jobs", "1", "--output", str(tmp_path / "right")), check=True, capture_output=True)
    done = ended(folder, "-e", "trace=write", "-e", "inject=write:retval=1:when=40+7")
    assert done.returncode != 0 or site_hash(folder / "output") == site_hash(tmp_path / "right")


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_b08_the_keyboard_ends_a_build_and_leaves_nothing(site, tmp_path, jobs):
    folder, old = site
    process = subprocess.Popen(
        build(folder, "--jobs", jobs), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(1.2)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=10)
    if process.returncode != 0:  # it may have been done already
        assert process.returncode == 130 and told.count("\n") <= 1, told
        if site_hash(folder / "output") != old:  # it came when the new site had just taken its place
            new = str(tmp_path / "new")
            subprocess.run(build(folder, "--output", new), check=True, capture_output=True)
            assert site_hash(folder / "output") == site_hash(tmp_path / "new")
    assert sorted(path.name for path in folder.iterdir()) == [".lisanayn", "content", "output"]
    assert not subprocess.run(["pgrep", "-g", str(process.pid)], capture_output=True).stdout, "a worker goes on"


@pytest.mark.slow
def test_b20_of_five_builds_at_once_one_runs(site):
    folder, _ = site
    processes = [
        subprocess.Popen(build(folder, "--jobs", "1"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(5)
    ]
    told = [process.communicate(timeout=120)[1] for process in processes]
    statuses = sorted(process.returncode for process in processes)
    assert statuses[0] == 0 and set(statuses) <= {0, 75}, told
    assert not any("Traceback" in words for words in told)
    again = subprocess.run(build(folder), capture_output=True, text=True)
    assert again.returncode == 0 and "0 files written" in again.stdout



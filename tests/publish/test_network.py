"""D25: a network that is cut at any point, a storage that fails, a host whose disk is full. What was there stays whole,
the run says so, and the next one finishes the work.

``CUTS`` is the number of points at which each line is cut: 3 here, 50 in the full run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from lisanayn.disk import RealDisk
from lisanayn.problems import PublishError
from lisanayn.publish import publish_site
from lisanayn.publish.s3 import _client
from tests.publish.benches import BUCKET, S3Bench, _quick_client
from tests.publish.network import FaultyStorage, Line
from tests.publish.servers import SshServer
from tests.publish.sites import FIRST, NOW, SECOND, build

CUTS = int(os.environ.get("CUTS", "3"))
KINDS = ["sftp", pytest.param("ssh", id="rsync"), "git", "s3"]
HASHED = {path: data for files in (FIRST, SECOND) for path, data in files.items() if "style" in path}
"""What stays a day."""


class Far:
    """A site, and a target of some kind at the other end of a line."""

    def __init__(self, kind: str, site: Path, line: Line, table: str) -> None:
        self.kind, self.site, self.line = kind, site, line
        (site / "content/site.toml").write_text(table, "utf-8")

    def publish(self, files: dict[str, bytes]) -> None:
        build(self.site, files)
        publish_site(str(self.site), "live", now=NOW)

    def files(self) -> dict[str, bytes]:
        """What a reader finds."""
        raise NotImplementedError


class FarFolder(Far):
    folder: Path

    def files(self) -> dict[str, bytes]:
        disk = RealDisk(str(self.folder))
        found = {entry.path: disk.read(entry.path) for entry in disk.files()}
        return {path: data for path, data in found.items() if ".lisanayn" not in path}


class FarBranch(Far):
    repo: Path

    def files(self) -> dict[str, bytes]:
        def git(*words: str) -> bytes:
            return subprocess.run(["git", "-C", self.repo, *words], check=True, capture_output=True).stdout

        paths = git("ls-tree", "-r", "-z", "--name-only", "gh-pages").decode().split("\0")
        ours = [path for path in paths if path and path not in (".lisanayn.json", ".nojekyll")]
        return {path: git("cat-file", "blob", f"gh-pages:{path}") for path in ours}


class FarBucket(Far):
    client: Any

    def files(self) -> dict[str, bytes]:
        return S3Bench(self.site, self.client, "").files()


@pytest.fixture
def quick_storage(monkeypatch: pytest.MonkeyPatch) -> None:
    """One client for all publications to one storage: making one reads some megabytes of descriptions."""
    monkeypatch.setattr("lisanayn.publish.s3._client", lambda options: _quick_client(options["endpoint_url"]))


@pytest.fixture(params=KINDS)
def far(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Far]:
    """A target of each kind, with the first version of a site on it."""
    kind = request.param
    request.getfixturevalue("quick_storage")
    if kind == "ssh" and not (shutil.which("rsync") and shutil.which("ssh")):
        pytest.skip("rsync or ssh is not installed")
    site = build(tmp_path / "site", FIRST)
    if kind == "s3":
        endpoint = urlsplit(request.getfixturevalue("s3_endpoint"))
        strict = FaultyStorage("127.0.0.1", endpoint.port or 0)
        request.addfinalizer(strict.close)
        line = Line(strict.port)
        table = f'[publish.live]\ntarget = "s3://{BUCKET}/live/موقع"\nendpoint_url = "http://127.0.0.1:{line.port}"\n'
        found: Far = FarBucket(kind, site, line, table)
        found.client = request.getfixturevalue("s3_client")  # type: ignore[attr-defined]  # of its kind
    else:
        server: SshServer = request.getfixturevalue("ssh_server")
        line = Line(server.port)
        known = tmp_path / "known"
        known.write_text(server.known_hosts.read_text().replace(str(server.port), str(line.port)))
        here = f"root@127.0.0.1:{line.port}{tmp_path}/far"
        scheme, keys = ("git+ssh", 'kind = "git"\n') if kind == "git" else (kind, "")
        table = f'[publish.live]\ntarget = "{scheme}://{here}"\n{keys}'
        table += f'identity = "{server.identity}"\nknown_hosts = "{known}"\n'
        if kind == "git":
            subprocess.run(["git", "init", "--bare", "--quiet", "--template=", tmp_path / "far"], check=True)
            found = FarBranch(kind, site, line, table)
            found.repo = tmp_path / "far"
        else:
            found = FarFolder(kind, site, line, table)
            found.folder = tmp_path / "far"
    try:
        found.publish(FIRST)
        yield found
    finally:
        line.close()


def points(far: Far) -> Iterator[tuple[int, dict[str, bytes], dict[str, bytes]]]:
    """(bytes after which to cut the line, what stands there, what is to be published), CUTS times."""
    far.line.mend()
    far.publish(SECOND)
    whole = far.line.sent
    for number in range(CUTS):
        old, new = (SECOND, FIRST) if number % 2 == 0 else (FIRST, SECOND)
        yield int(0.95 * whole * number / CUTS), old, new


@pytest.mark.slow
def test_a_line_that_stays_cut_leaves_whole_pages_and_the_next_run_finishes(far: Far):
    for after, old, new in points(far):
        far.line.cut(after, "cut")
        with pytest.raises(PublishError) as fault:
            far.publish(new)
        told = str(fault.value)
        assert fault.value.status == 4 and "\n" not in told, (after, told)
        held = far.files()
        for path, data in held.items():
            assert data in (old.get(path), new.get(path), HASHED.get(path)), (after, path)
            assert not path.endswith(".html") or data.split(b"'")[1].decode() in held, (after, path)
        as_it_was = all(held.get(path) == data for path, data in old.items())
        assert as_it_was or "part of the new version is there; publish again" in told or held == new, (after, told)
        far.line.mend()
        far.publish(new)
        assert new.items() <= far.files().items() <= (new | HASHED).items(), after


@pytest.mark.slow
def test_a_line_that_is_there_again_at_once_is_not_even_noticed(far: Far):
    for after, _, new in points(far):
        far.line.cut(after, "once")
        far.publish(new)
        assert new.items() <= far.files().items() <= (new | HASHED).items(), after


@pytest.mark.parametrize("far", ["sftp", "s3"], indirect=True)  # the others leave signs of life to SSH
def test_a_line_that_swallows_everything_ends_the_run(far: Far, monkeypatch: pytest.MonkeyPatch):
    """With seconds in place of the tens of seconds that a slow line is given."""
    monkeypatch.setattr("lisanayn.publish.sftp.SIGN_SECONDS", 0.2)
    monkeypatch.setattr("lisanayn.publish.sftp.CONNECT_SECONDS", 0.5)
    monkeypatch.setattr("lisanayn.publish.s3._READ_SECONDS", 0.5)
    monkeypatch.setattr("lisanayn.publish.s3._client", _client)
    far.line.cut(2000, "silent")
    with pytest.raises(PublishError, match=r"failed again and again.*(?:as it was|publish again)"):
        far.publish(SECOND)
    far.line.mend()


# A storage that fails -----------------------------------------------------------------------------


@pytest.fixture
def storage(
    quick_storage: None, s3_endpoint: str, s3_client: Any, tmp_path: Path
) -> Iterator[tuple[FarBucket, FaultyStorage]]:
    """A bucket with the first version, behind a proxy that makes faults."""
    address = urlsplit(s3_endpoint)
    proxy = FaultyStorage(address.hostname or "", address.port or 0)
    table = f'[publish.live]\ntarget = "s3://{BUCKET}/live/موقع"\nendpoint_url = "{proxy.address}"\n'
    far = FarBucket("s3", build(tmp_path / "site", FIRST), None, table)  # type: ignore[arg-type]  # no line is cut
    far.client = s3_client
    try:
        far.publish(FIRST)
        yield far, proxy
    finally:
        proxy.close()


@pytest.mark.parametrize(
    ("status", "code"), [(500, "InternalError"), (503, "SlowDown"), (502, "BadGateway"), (400, "RequestTimeout")]
)
def test_a_storage_that_is_busy_is_asked_again(storage: tuple[FarBucket, FaultyStorage], status: int, code: str):
    far, proxy = storage
    seen: list[str] = []

    def every_third(method: str, path: str, body: bytes) -> bytes | tuple[int, str]:
        seen.append(path)
        return (status, code) if len(seen) % 3 == 0 else body

    proxy.fault = every_third
    far.publish(SECOND)
    assert SECOND.items() <= far.files().items()


@pytest.mark.parametrize(
    ("status", "code"), [(500, "InternalError"), (507, "InsufficientStorage"), (403, "QuotaExceeded")]
)
@pytest.mark.parametrize("suffix", ["css", ".html", "sitemap.xml"])
def test_a_storage_that_stays_broken_ends_the_run_and_the_next_finishes_it(
    storage: tuple[FarBucket, FaultyStorage], status: int, code: str, suffix: str
):
    far, proxy = storage
    proxy.fault = lambda method, path, body: (status, code) if method == "PUT" and path.endswith(suffix) else body
    with pytest.raises(PublishError, match=r"publish again") as fault:
        far.publish(SECOND)
    assert fault.value.status == 4 and code in str(fault.value)
    held = far.files()
    assert all(data in (FIRST.get(path), SECOND.get(path)) for path, data in held.items())
    assert all(data.split(b"'")[1].decode() in held for path, data in held.items() if path.endswith(".html"))
    proxy.fault = lambda method, path, body: body
    far.publish(SECOND)
    assert SECOND.items() <= far.files().items() <= (SECOND | HASHED).items()


def spoiled(body: bytes) -> bytes:
    return bytes([body[0] ^ 1]) + body[1:]


def test_what_arrives_otherwise_than_it_was_sent_is_sent_again(storage: tuple[FarBucket, FaultyStorage]):
    far, proxy = storage
    spoilt: set[str] = set()

    def once_a_path(method: str, path: str, body: bytes) -> bytes:
        if method != "PUT" or path in spoilt:
            return body
        spoilt.add(path)
        return spoiled(body)

    proxy.fault = once_a_path
    far.publish(SECOND)
    assert len(spoilt) > 5
    assert SECOND.items() <= far.files().items()


def test_what_never_arrives_as_it_was_sent_ends_the_run(storage: tuple[FarBucket, FaultyStorage]):
    far, proxy = storage
    proxy.fault = lambda method, path, body: spoiled(body) if method == "PUT" and path.endswith("css") else body
    with pytest.raises(PublishError, match=r"BadDigest|did not arrive as it was sent") as fault:
        far.publish(SECOND)
    assert "the target is as it was" in str(fault.value)
    assert FIRST.items() <= far.files().items()


# A host whose disk is full ------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SshServer]:
    """A server whose home is a disk of 400 KB, in a mount namespace of its own."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("this machine does not let a user mount a disk of his own")
    (tmp_path / "disk").mkdir()
    mount = f"mount -t tmpfs -o size=400k none '{tmp_path}/disk' && exec \"$@\""
    server = SshServer(tmp_path / "home", ["unshare", "-rm", "sh", "-c", mount, "sh"])
    yield server
    server.close()


@pytest.mark.parametrize("scheme", ["sftp", pytest.param("ssh", id="rsync")])
def test_a_full_disk_on_the_host_ends_the_run_and_the_next_needs_no_help(
    tmp_path: Path, small_disk: SshServer, scheme: str
):
    if scheme == "ssh" and not (shutil.which("rsync") and shutil.which("ssh")):
        pytest.skip("rsync or ssh is not installed")
    far = FarFolder(scheme, build(tmp_path / "site", FIRST), None, small_disk.table(scheme, f"{tmp_path}/disk/public"))  # type: ignore[arg-type]  # no line is cut
    far.folder = Path(f"/proc/{small_disk.process}/root{tmp_path}/disk/public")
    far.publish(FIRST)
    with pytest.raises(PublishError, match=r"(?i)no space|full|quota") as fault:
        far.publish({**SECOND, "media/large.44444444.bin": bytes(600_000)})
    assert fault.value.status == 4 and "the target is as it was" in str(fault.value)
    assert FIRST.items() <= far.files().items()
    far.publish(SECOND)
    assert far.files() == SECOND | HASHED

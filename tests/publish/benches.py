"""One place to publish to of each kind, all with the same handles, so that one test can ask the same of all of them."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lisanayn.disk import RealDisk
from lisanayn.publish import publish_site
from lisanayn.publish.difference import Difference
from lisanayn.publish.folder import FolderStore
from lisanayn.publish.rsync import RsyncStore
from lisanayn.publish.s3 import S3Store, _client
from lisanayn.publish.sftp import SftpStore
from tests.publish.servers import SshServer
from tests.publish.sites import FIRST, NOW, build

MARKER = ".lisanayn.json"
STORES: dict[str, type[Any]] = {"folder": FolderStore, "sftp": SftpStore, "ssh": RsyncStore, "s3": S3Store}
BUCKET = "two-shores"


class Killed(BaseException):
    """Stands for a process that ends at this point."""


class Bench:
    """A site and a target. What stands there is read and changed here behind the program's back."""

    def __init__(self, kind: str, site: Path) -> None:
        self.kind, self.site, self.store = kind, site, STORES[kind]

    def publish(self, now: datetime = NOW, site: Path | None = None, **options: Any) -> Difference:
        return publish_site(str(site or self.site), "live", now=now, **options)

    def configure(self, site: Path, more: str = "") -> None:
        """Writes the site's settings."""
        (site / "content/site.toml").write_text(more + self.table(), "utf-8")

    def everything(self) -> dict[str, bytes]:
        raise NotImplementedError

    def put(self, path: str, data: bytes) -> None:
        raise NotImplementedError

    def remove(self, path: str) -> None:
        raise NotImplementedError

    def table(self) -> str:
        raise NotImplementedError

    def files(self) -> dict[str, bytes]:
        """Every file but the manifest."""
        return {path: data for path, data in self.everything().items() if path != MARKER}


class FolderBench(Bench):
    """Also for the servers: they serve a folder of this machine."""

    def __init__(self, kind: str, site: Path, folder: Path, table: str) -> None:
        super().__init__(kind, site)
        self.folder, self._table = folder, table

    def everything(self) -> dict[str, bytes]:
        disk = RealDisk(str(self.folder))
        return {entry.path: disk.read(entry.path) for entry in disk.files()}

    def put(self, path: str, data: bytes) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(data)

    def remove(self, path: str) -> None:
        (self.folder / path).unlink()

    def table(self) -> str:
        return self._table


class S3Bench(Bench):
    """A folder in a bucket that holds other things too."""

    def __init__(self, site: Path, client: Any, endpoint: str) -> None:
        super().__init__("s3", site)
        self.client, self.endpoint = client, endpoint

    def everything(self) -> dict[str, bytes]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix="live/موقع/")
        keys = [entry["Key"] for page in pages for entry in page.get("Contents", ())]
        get = self.client.get_object
        return {key.removeprefix("live/موقع/"): get(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}

    def put(self, path: str, data: bytes) -> None:
        self.client.put_object(Bucket=BUCKET, Key=f"live/موقع/{path}", Body=data)

    def remove(self, path: str) -> None:
        self.client.delete_object(Bucket=BUCKET, Key=f"live/موقع/{path}")

    def table(self) -> str:
        return f'[publish.live]\ntarget = "s3://{BUCKET}/live/موقع"\nendpoint_url = "{self.endpoint}"\n'


@pytest.fixture(scope="session")
def ssh_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    server = SshServer(tmp_path_factory.mktemp("ssh") / "home folder")
    yield server
    server.close()


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3_client(s3_endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of the tests' own, and an empty bucket."""
    import boto3

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "canary-id-1234")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "canary-secret-5678")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    client = boto3.client("s3", endpoint_url=s3_endpoint, region_name="us-east-1")
    client.create_bucket(Bucket=BUCKET)
    yield client
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET):
        for entry in page.get("Contents", ()):
            client.delete_object(Bucket=BUCKET, Key=entry["Key"])
    client.delete_bucket(Bucket=BUCKET)
    client.close()


@pytest.fixture(params=["folder", "sftp", "s3"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    """A target, empty, and a site of which the first version is built."""
    return _bench(request.param, request, tmp_path)


@pytest.fixture(params=STORES)
def any_bench(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    """The same with rsync, which is slow to start, and shares all that does not touch the server with the others."""
    return _bench(request.param, request, tmp_path)


def _bench(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    site = build(tmp_path / "site", FIRST)
    if kind == "s3":
        request.getfixturevalue("monkeypatch").setattr(
            "lisanayn.publish.s3._client", lambda options: _quick_client(options["endpoint_url"])
        )
        found: Bench = S3Bench(site, request.getfixturevalue("s3_client"), request.getfixturevalue("s3_endpoint"))
    elif kind == "folder":
        found = FolderBench(kind, site, tmp_path / "public", f'[publish.live]\ntarget = "{tmp_path}/public"\n')
    else:
        if kind == "ssh" and not (shutil.which("rsync") and shutil.which("ssh")):
            pytest.skip("rsync or ssh is not installed")
        folder = tmp_path / "a 'place' $(touch pwned) مرفأ"
        found = FolderBench(kind, site, folder, request.getfixturevalue("ssh_server").table(kind, str(folder)))
    found.configure(site)
    return found


@functools.cache
def _quick_client(endpoint: str) -> Any:
    """The program's client for storage, made once: making one reads some megabytes of descriptions."""
    client = _client({"endpoint_url": endpoint})
    client.close = lambda: None
    return client


def watch(patch: pytest.MonkeyPatch, store: type[Any], step: int = 0) -> list[str]:
    """Lists what a store is asked to do, file by file (``w path``, ``r path``); ends the run before step ``step``."""
    done: list[str] = []

    def one_by_one(letter: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: object, paths: Sequence[str], *rest: object) -> dict[str, str]:
            stamps: dict[str, str] = {}
            for path in paths:
                if len(done) + 1 == step:
                    raise Killed
                stamps |= real(self, [path], *rest) or {}
                done.append(f"{letter} {path}")
            return stamps

        return call

    patch.setattr(store, "write", one_by_one("w", store.write))
    patch.setattr(store, "remove", one_by_one("r", store.remove))
    return done

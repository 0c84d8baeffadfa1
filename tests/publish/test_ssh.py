"""Publishing over SSH: which server is trusted, what reaches it, and what is said when it fails."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pytest

from lisanayn.problems import PublishError, RefusedPath
from lisanayn.publish import publish_site
from tests.publish.servers import SshServer
from tests.publish.sites import FIRST, NOW, SECOND, build, contents

SCHEMES = ["sftp", pytest.param("ssh", id="rsync")]


def site_at(tmp_path: Path, table: str) -> Path:
    site = build(tmp_path / "site", FIRST)
    (site / "content/site.toml").write_text(table, "utf-8")
    return site


NAMES = ["a b", "a'b\"c", "$(touch pwned)", "`touch pwned`;x", "مرفأ", "-rf", "*"]


@pytest.mark.parametrize(
    ("scheme", "name"), [*(("sftp", name) for name in NAMES), *(("ssh", name) for name in NAMES[1:4] + NAMES[5:6])]
)
def test_d29_a_folder_is_taken_by_its_name_whatever_it_is(
    tmp_path: Path, ssh_server: SshServer, scheme: str, name: str
):
    table = ssh_server.table(scheme, f"{tmp_path}/x/{name}".replace('"', '\\"'))
    publish_site(str(site_at(tmp_path, table)), "live", now=NOW)
    assert contents(tmp_path / "x" / name) == FIRST
    assert not list(tmp_path.rglob("pwned")) + list(ssh_server.identity.parent.rglob("pwned"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("known", ["unknown", "changed"])
def test_d29_a_server_whose_key_is_unknown_or_changed_is_refused(
    tmp_path: Path, ssh_server: SshServer, scheme: str, known: str
):
    table = ssh_server.table(scheme, f"{tmp_path}/public")
    other = tmp_path / "known"
    key = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    other.write_text(f"[127.0.0.1]:{ssh_server.port} {key}" if known == "changed" else "")
    with pytest.raises(PublishError, match="the server's key is not the known one, or not known yet") as fault:
        publish_site(str(site_at(tmp_path, table.replace(str(ssh_server.known_hosts), str(other)))), "live", now=NOW)
    assert fault.value.status == 4 and "\n" not in str(fault.value)
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_d29_a_key_that_is_not_accepted_is_an_error_with_a_remedy(tmp_path: Path, ssh_server: SshServer, scheme: str):
    stranger = tmp_path / "stranger"
    asyncssh.generate_private_key("ssh-ed25519").write_private_key(str(stranger))
    stranger.chmod(0o600)
    table = ssh_server.table(scheme, f"{tmp_path}/public").replace(str(ssh_server.identity), str(stranger))
    with pytest.raises(PublishError, match="does not accept the key: load it into the SSH agent"):
        publish_site(str(site_at(tmp_path, table)), "live", now=NOW)


@pytest.mark.parametrize("scheme", ["ssh", "sftp"])
@pytest.mark.parametrize(
    "rest", ["host", "host/", "host/~", "host/~/", "host/a/../..", "host/home", "-oProxyCommand=x/y", "u:secret@host/x",
             "u;id@host/x", "host/x?y", "/x", "ho st/x", "host:99999/x"],
)  # fmt: skip
def test_d23_d29_an_address_that_is_no_folder_of_its_own_is_refused(tmp_path: Path, scheme: str, rest: str):
    with pytest.raises(RefusedPath) as fault:
        publish_site(str(build(tmp_path / "site", FIRST)), f"{scheme}://{rest}", now=NOW)
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_folder_that_is_a_link_is_not_written_through(tmp_path: Path, ssh_server: SshServer, scheme: str):
    public, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    site = site_at(tmp_path, ssh_server.table(scheme, str(public)))
    publish_site(str(site), "live", now=NOW)
    elsewhere.mkdir()
    os.rename(public / "en", public / "en-real")
    (public / "en").symlink_to(elsewhere)
    build(site, SECOND)
    with pytest.raises(RefusedPath, match="en at the target is a link"):
        publish_site(str(site), "live", now=NOW, adopt=True)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_d31_modes_are_those_of_a_web_server_and_emptied_folders_go(tmp_path: Path, ssh_server: SshServer, scheme: str):
    public = tmp_path / "public"
    site = site_at(tmp_path, ssh_server.table(scheme, str(public)))
    old = os.umask(0o077)
    try:
        publish_site(str(site), "live", now=NOW)
    finally:
        os.umask(old)
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in [public, *public.rglob("*")]} == {
        (True, 0o755), (False, 0o644),
    }  # fmt: skip
    build(site, {path: data for path, data in FIRST.items() if not path.startswith("en/")})
    publish_site(str(site), "live", now=NOW)
    assert sorted(path.name for path in public.iterdir() if path.is_dir()) == ["ar", "media", "static"]


def test_without_rsync_ssh_means_sftp(tmp_path: Path, ssh_server: SshServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    site = site_at(tmp_path, ssh_server.table("ssh", f"{tmp_path}/public"))
    publish_site(str(site), "live", now=NOW)
    assert contents(tmp_path / "public") == FIRST


class CutProxy:
    """A proxy on loopback that cuts each connection after a number of bytes to the server, and counts connections."""

    def __init__(self, port: int, cuts: list[int]) -> None:
        self._port, self._cuts, self.connections = port, cuts, 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                limit = self._cuts[self.connections] if self.connections < len(self._cuts) else 1 << 40
                self.connections += 1
                self._threads.append(threading.Thread(target=self._connect, args=(client, limit)))
                self._threads[-1].start()

    def _connect(self, client: socket.socket, limit: int) -> None:
        with client, socket.create_connection(("127.0.0.1", self._port)) as server:
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=self._pump, args=(server, client, 1 << 40))
            back.start()
            self._pump(client, server, limit)
            back.join()

    @staticmethod
    def _pump(source: socket.socket, target: socket.socket, most: int) -> None:
        with contextlib.suppress(OSError):
            while most > 0 and (data := source.recv(min(4096, most))):
                target.sendall(data)
                most -= len(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def proxied(tmp_path: Path, ssh_server: SshServer) -> Iterator[object]:
    """Makes a site and a table that leads to the server by a proxy with these cuts."""
    proxies: list[CutProxy] = []

    def make(scheme: str, cuts: list[int]) -> tuple[Path, CutProxy]:
        proxies.append(CutProxy(ssh_server.port, cuts))
        known = tmp_path / f"known-{len(proxies)}"
        known.write_text(ssh_server.known_hosts.read_text().replace(str(ssh_server.port), str(proxies[-1].port)))
        table = ssh_server.table(scheme, f"{tmp_path}/public")
        table = table.replace(str(ssh_server.port), str(proxies[-1].port)).replace(
            str(ssh_server.known_hosts), str(known)
        )
        return site_at(tmp_path, table), proxies[-1]

    yield make
    for proxy in proxies:
        proxy.close()


LARGE = {**FIRST, "media/large.33333333.bin": bytes(range(256)) * 800}


@pytest.mark.parametrize("cut", [0, 900, 4000, 8000, 60_000, 150_000])
def test_d25_a_connection_that_is_cut_is_made_anew(tmp_path: Path, proxied: object, cut: int):
    site, proxy = proxied("sftp", [cut])  # type: ignore[operator]  # a fixture that is a function
    build(site, LARGE)
    publish_site(str(site), "live", now=NOW)
    assert proxy.connections == 2
    assert contents(tmp_path / "public") == LARGE


def test_d25_rsync_goes_on_after_a_cut(tmp_path: Path, proxied: object):
    site, proxy = proxied("ssh", [60_000, 70_000])  # type: ignore[operator]  # a fixture that is a function
    build(site, LARGE)
    publish_site(str(site), "live", now=NOW)
    assert proxy.connections > 2
    assert contents(tmp_path / "public") == LARGE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_d25_a_connection_that_stays_cut_ends_the_run_and_the_next_finishes_it(
    tmp_path: Path, proxied: object, scheme: str
):
    site, _ = proxied(scheme, [60_000] * 60)  # type: ignore[operator]  # a fixture that is a function
    build(site, LARGE)
    with pytest.raises(PublishError, match=r"failed again and again|onnection") as fault:
        publish_site(str(site), "live", now=NOW)
    assert "publish again" in str(fault.value) and "\n" not in str(fault.value)
    assert not (tmp_path / "public/index.html").exists()
    site, _ = proxied(scheme, [])  # type: ignore[operator]  # a fixture that is a function
    build(site, LARGE)
    publish_site(str(site), "live", now=NOW)
    assert contents(tmp_path / "public") == LARGE

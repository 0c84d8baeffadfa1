"""A preview of a folder of finished pages, on a thread, and what is needed to talk to it in raw bytes."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.problems import Problem
from lisanayn.serve.server import PreviewServer
from lisanayn.serve.shown import Outcome

HEAD = '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>مرفأ</title></head>'
PAGE = HEAD + "<body>{}</body></html>"

SITE = {
    "index.html": PAGE.format("<main><p>البيت</p></main>").encode(),
    "404.html": PAGE.format("<main><p>لا صفحة هنا</p></main>").encode(),
    "ar/مرفأ/index.html": PAGE.format("<main><p>المرفأ</p></main>").encode(),
    "ar/feed.xml": "<feed>خبر</feed>".encode(),
    "static/style.11111111.css": b"p { color: black }",
    "media/a.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "media/a.woff2": b"wOF2",
}


OPENING = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}
"""Headers that open a socket (RFC 6455, section 4.1)."""


@dataclass
class Preview:
    """A running preview and its folder."""

    server: PreviewServer
    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)

    def show(self, files: dict[str, bytes], problems: tuple[Problem, ...] = (), published: bool = True) -> None:
        """Puts the pages into the folder and tells the server, as a build does; returns when it is shown."""
        for path, data in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(data)
        self.files = files
        digests = {path: digest_bytes(data) for path, data in files.items()}
        self.tell(Outcome(published, digests, problems))

    def tell(self, outcome: Outcome) -> None:
        """Tells the server what a build came to, and waits until it is shown."""
        done = threading.Event()
        self.server.show(outcome)
        self.server._loop.add_callback(done.set)  # type: ignore[union-attr]  # it runs
        assert done.wait(5)

    def raw(self, request: bytes) -> bytes:
        """All that the server answers to these bytes."""
        with socket.create_connection(("127.0.0.1", self.server.port), 5) as client:
            client.sendall(request)
            client.settimeout(5)
            answer = b""
            try:
                # A connection that was to become a socket stays open; its answer is all head.
                while not (b"Upgrade" in request and b"\r\n\r\n" in answer) and (chunk := client.recv(65536)):
                    answer += chunk
            except (TimeoutError, ConnectionResetError):
                pass
            return answer

    def ask(self, path: str, method: str = "GET", host: str | None = None, **headers: str) -> Answer:
        """One request; ``host``: the Host header, by default the right one."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.server.port}'}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in {"Connection": "close", **headers}.items()]
        return Answer.read(self.raw("\r\n".join([*lines, "", ""]).encode()))

    def ours(self, name: str) -> str:
        """The address of one of the preview's own files."""
        return f"/~{self.server.token}/{name}"

    def socket(self, **headers: str) -> Answer:
        """The answer to the opening of a socket; ``headers`` change those of a page of the preview."""
        return self.ask(self.ours("livereload"), **{"Origin": self.server.url[:-1], **OPENING, **headers})


@dataclass
class Answer:
    """An HTTP answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @classmethod
    def read(cls, data: bytes) -> Answer:
        """From raw bytes; status 0 when there is no answer."""
        head, _, body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.split(": ", 1) for line in lines)
        return cls(int(first.split(" ")[1]) if data else 0, {name.lower(): value for name, value in pairs}, body)

    def json(self) -> object:
        """The body."""
        return json.loads(self.body)


@contextmanager
def running(folder: Path, host: str = "127.0.0.1", base_path: str = "/", port: int = 0) -> Iterator[Preview]:
    """A preview of SITE that runs until the block ends; a fault of its thread is raised here."""
    server = PreviewServer(str(folder.parent), str(folder), host, base_path)
    server.bind(port)
    started = threading.Event()
    faults: list[BaseException] = []

    def run() -> None:
        try:
            server.run(started.set)
        except BaseException as fault:
            faults.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        assert started.wait(10)
        preview = Preview(server, folder)
        preview.show(SITE)
        yield preview
    finally:
        server.stop()
        thread.join(10)
    assert not thread.is_alive()
    if faults:
        raise faults[0]

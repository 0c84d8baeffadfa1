"""Networks that fail, on loopback: a line that is cut or swallows everything, and a storage that makes faults."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import http.client
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

EVER = 1 << 60


class Line:
    """A proxy to a port of this machine. After a number of bytes to the server, all connections together, it is cut."""

    def __init__(self, port: int) -> None:
        self._target, self._open = port, set[socket.socket]()
        self._lock = threading.Lock()
        self.mend()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def mend(self) -> None:
        """From now on all goes through; what went through so far is forgotten."""
        with self._lock:
            self.sent, self.cuts, self._cut_after, self._ends, self._down = 0, 0, EVER, "", False

    def cut(self, after: int, ends: str) -> None:
        """Mends the line, to cut it again after so many bytes. ``ends``: what becomes of it then: it is there again at
        once (``once``), stays cut (``cut``), or stays open and swallows all that is sent (``silent``)."""
        self.mend()
        with self._lock:
            self._cut_after, self._ends = after, ends

    def close(self) -> None:
        """Ends everything."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._hang_up()
        for thread in list(self._threads):
            thread.join()
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self._down and self._ends == "cut":
                    client.close()
                    continue
                self._threads.append(threading.Thread(target=self._connect, args=(client,)))
                self._threads[-1].start()

    def _connect(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self._target)) as server:
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open |= {client, server}
            back = threading.Thread(target=self._pump, args=(server, client, lambda data: len(data)))
            back.start()
            self._pump(client, server, self._passing)
            back.join()
            with self._lock:
                self._open -= {client, server}

    def _passing(self, data: bytes) -> int:
        """How many bytes still go through, before the line is cut."""
        with self._lock:
            passing = max(0, min(len(data), self._cut_after - self.sent))
            self.sent += passing
            return passing

    def _pump(self, source: socket.socket, target: socket.socket, passing: Callable[[bytes], int]) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                if self._down and self._ends == "silent":
                    continue
                number = passing(data)
                target.sendall(data[:number])
                if number < len(data):
                    self._fail()
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _fail(self) -> None:
        with self._lock:
            self.cuts += 1
            self._down = self._ends != "once"
            self._cut_after = EVER
        if self._ends != "silent":
            self._hang_up()

    def _hang_up(self) -> None:
        with self._lock:
            ends = list(self._open)
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


Fault = Callable[[str, str, bytes], bytes | tuple[int, str]]
"""(method, path, body) → the body to hand on, or (status, code) of the answer in place of the storage's."""


class FaultyStorage:
    """A proxy to a storage that spoils requests, or answers them with faults of its own.

    A file that does not arrive whole, head and body, never reaches the storage, as with real ones; moto, and the
    server of Python's library under both, take an end of the line for the end of the head.
    """

    def __init__(self, host: str, port: int) -> None:
        self.fault: Fault = lambda method, path, body: body
        storage = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                digest = base64.b64encode(hashlib.md5(body, usedforsecurity=False).digest()).decode()
                if self.command == "PUT" and self.headers.get("Content-MD5") != digest:
                    self.close_connection = True
                    return None
                found = storage.fault(self.command, self.path, body)
                if isinstance(found, tuple):
                    data = f"<Error><Code>{found[1]}</Code><Message>a fault</Message></Error>".encode()
                    return self.reply(found[0], {"Content-Type": "application/xml"}, data)
                connection = http.client.HTTPConnection(host, port)
                kept = {name: value for name, value in self.headers.items() if name != "Expect"}
                connection.request(self.command, self.path, found, kept)
                answer = connection.getresponse()
                data = answer.read()
                connection.close()
                return self.reply(answer.status, dict(answer.getheaders()), data)

            def reply(self, status: int, headers: dict[str, str], data: bytes) -> None:
                self.send_response_only(status)
                for name, value in headers.items():
                    if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(b"" if self.command == "HEAD" else data)

            do_GET = do_PUT = do_DELETE = do_HEAD = do_POST = answer  # the library's names

            def log_message(self, format: str, *arguments: object) -> None:
                """Says nothing."""

            def handle(self) -> None:
                with contextlib.suppress(OSError):  # the line was cut
                    super().handle()

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        self.port = int(self._server.server_address[1])
        self.address = f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Ends it."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

"""The server of the preview: livereload's, with its doors closed.

``bind`` first, so that a taken port is told before anything is built; then ``run``, which returns when the server was
stopped. The state is changed on the server's own thread only.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import secrets
import socket
from collections.abc import Callable
from typing import Any
from weakref import WeakSet

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.iostream import IOStream
from tornado.web import Application

from lisanayn.disk import Disk, RealDisk
from lisanayn.problems import AddressTaken, printable
from lisanayn.serve.access import access_for, is_private
from lisanayn.serve.handlers import ClientHandler, Ours, PageHandler, ReloadSocket, ScriptHandler, StateHandler
from lisanayn.serve.shown import Outcome, Shown

PAGES, PROBLEMS = "*", "problems"
"""All that the socket ever says after "reload": load the page again, or ask what is wrong."""

_LIMITS = {
    "max_header_size": 32 * 1024,
    "max_body_size": 1024,
    "idle_connection_timeout": 60,
    "body_timeout": 10,
    "decompress_request": False,
}


class PreviewServer(Server):
    """One run of the preview. See ``handlers.Host`` for what its pages need of it."""

    def __init__(self, site: str, folder: str, host: str, base_path: str = "/") -> None:
        """``site``: the site's folder; ``folder``: where the preview is built; ``host``: the address to listen at."""
        self._quiet = _NoWatcher()
        super().__init__(watcher=self._quiet)  # type: ignore[no-untyped-call]  # livereload has no types
        self.access = access_for(host)
        self.disk: Disk = RealDisk(folder)
        self.folder = os.path.abspath(site)
        self.base_path = base_path
        self.shown = Shown()
        self.token = secrets.token_urlsafe(24)
        self.port = 0
        self._address = host.strip("[]")
        self._socket: socket.socket | None = None
        self._http: _HTTPServer | None = None
        self._loop: IOLoop | None = None
        self._fault: BaseException | None = None
        self._is_stopped = False

    @property
    def url(self) -> str:
        """What to open in the browser."""
        name = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(self._address, self._address)
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}/"

    @property
    def is_private(self) -> bool:
        """Whether only this machine can reach the preview."""
        return is_private(self._address)

    def bind(self, port: int) -> None:
        """Takes the port; 0 for any free one. Raises AddressTaken."""
        family = socket.AF_INET6 if ":" in self._address else socket.AF_INET
        try:
            listening = socket.create_server((self._address, port), family=family)
        except OSError as fault:
            raise AddressTaken(_why(fault, self._address, port)) from fault
        listening.setblocking(False)
        self.port = int(listening.getsockname()[1])
        self._socket = listening

    def run(self, started: Callable[[], None]) -> None:
        """Serves until ``stop``. ``started`` is called when the server answers. Raises what was given to ``fail``."""
        # livereload keeps these for the whole process; a second server must not inherit the first one's.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        LiveReloadHandler._last_reload_time = None
        LiveReloadHandler.waiters = set()
        self._quiet.started = started
        try:
            self.serve(port=self.port, host=self._address)  # type: ignore[no-untyped-call]  # livereload has no types
        finally:
            if self._socket:
                self._socket.close()
        if self._fault is not None:
            raise self._fault

    def application(self, port: int, host: str, *_: object, **__: object) -> None:
        """Called by ``serve``: puts our handlers in the place of livereload's, on the sockets already bound."""
        LiveReloadHandler.watcher = self.watcher
        ours, options = f"/~{self.token}", {"preview": self}
        application = Application(
            [
                (f"{ours}/livereload", ReloadSocket, options),
                (f"{ours}/livereload\\.js", ClientHandler, options),
                (f"{ours}/preview\\.js", ScriptHandler, options),
                (f"{ours}/state\\.json", StateHandler, options),
                (r"/(.*)", PageHandler, options),
            ],
            default_handler_class=_Nowhere,
            default_handler_args=options,
            log_function=lambda handler: None,
            websocket_max_message_size=4096,
            websocket_ping_interval=30,
        )
        self._loop = IOLoop.current()
        if self._is_stopped:  # before there was a loop to stop
            self.stop()
        if self._socket:
            self._http = _HTTPServer(application, **_LIMITS)
            self._http.add_socket(self._socket)

    def show(self, outcome: Outcome) -> None:
        """Shows what a build came to; from any thread."""
        if self._loop:
            self._loop.add_callback(self._show, outcome)

    def _show(self, outcome: Outcome) -> None:
        before, self.shown = self.shown, self.shown.after(outcome)
        news = PAGES if self.shown.pages != before.pages else PROBLEMS
        LiveReloadHandler.reload_waiters(news)  # type: ignore[no-untyped-call]  # livereload has no types

    def stop(self) -> None:
        """Ends ``run``, also one that has not begun; from any thread, and from the handler of a signal."""
        self._is_stopped = True
        if self._loop:
            # Not tornado's own call: on the loop's thread, as in a signal's handler, it does not wake a sleeping loop.
            with contextlib.suppress(RuntimeError):  # it is closed
                self._loop.asyncio_loop.call_soon_threadsafe(self._end)  # type: ignore[attr-defined]  # all have one

    def _end(self) -> None:
        """Hangs up, then leaves the loop once everybody has noticed."""
        if self._http:
            self._http.hang_up()
        if self._loop:
            self._loop.add_callback(self._loop.stop)

    def fail(self, fault: BaseException) -> None:
        """Ends ``run`` with a fault of another thread."""
        self._fault = fault
        self.stop()

    def _setup_logging(self) -> None:
        """Errors only: the terminal belongs to the author's problems."""
        for name in ("livereload", "tornado"):
            logging.getLogger(name).setLevel(logging.ERROR)


class _HTTPServer(HTTPServer):
    """Knows its open connections, those that became sockets too, which tornado's own server forgets."""

    def initialize(self, *arguments: Any, **options: Any) -> None:
        """Called by tornado in place of ``__init__``."""
        super().initialize(*arguments, **options)
        self._streams: WeakSet[IOStream] = WeakSet()

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """A new connection."""
        self._streams.add(stream)
        super().handle_stream(stream, address)

    def hang_up(self) -> None:
        """Closes every connection."""
        for stream in list(self._streams):
            stream.close()


class _NoWatcher(Watcher):
    """Tells livereload that watching is taken care of, so that it does not poll."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # livereload has no types
        self.started: Callable[[], None] = lambda: None
        # Without any task livereload would watch the current folder.
        self.watch("")  # type: ignore[no-untyped-call]  # livereload has no types

    def start(self, callback: Callable[[], None]) -> bool:
        """Called on the server's thread when it is about to answer; True is livereload's word for "no polling"."""
        self.started()
        return True


class _Nowhere(Ours):
    """Addresses that are no path at all: a proxy's, or CONNECT's."""

    def prepare(self) -> None:
        """404 for a host of ours, 403 for any other."""
        super().prepare()
        self.send_error(404)


def _why(fault: OSError, host: str, port: int) -> str:
    """What keeps us from listening, and what to do."""
    if fault.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program, perhaps another preview; say --port {port + 1}"
    if fault.errno == errno.EACCES:
        return f"port {port} is reserved for the system; say --port 8000"
    why = os.strerror(fault.errno) if fault.errno and fault.errno > 0 else fault.strerror or str(fault)
    why = why.partition(" (while")[0]  # Python names the address once more
    return f"cannot listen at {printable(host)}: {why}; leave --host away, or name an address of this machine"

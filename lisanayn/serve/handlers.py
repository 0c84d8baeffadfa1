"""The addresses of the preview: the site's pages, and under ``/~TOKEN/`` what reloads them.

From livereload come the protocol of the socket, the script in the page and the serving of files. Its own handlers
answer to any host name, open their socket to any web site, let anyone force a reload, and send no charset; here every
handler asks ``Access`` first, and all that is livereload's lives under a name that is new in each run.
"""

from __future__ import annotations

import contextlib
import html
import json
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web

from lisanayn.disk import Disk
from lisanayn.problems import LisanaynError
from lisanayn.serve.access import Access
from lisanayn.serve.injection import with_scripts
from lisanayn.serve.shown import NOT_FOUND, Found, Shown

_SCRIPT = Path(__file__).with_name("preview.js")

TYPES = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
    "xml": "application/xml", "svg": "image/svg+xml", "txt": "text/plain", "webmanifest": "application/manifest+json",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/x-icon", "woff2": "font/woff2", "mp3": "audio/mpeg", "m4a": "audio/mp4",
    "ogg": "audio/ogg", "mp4": "video/mp4", "pdf": "application/pdf", "epub": "application/epub+zip",
    "zip": "application/zip", "wasm": "application/wasm",
}  # fmt: skip
"""File name extension → media type: the same on every machine, whatever its registry of types says."""

_TEXT = ("text/", "application/json", "application/xml", "image/svg", "application/manifest")

_NOTHING = (
    b'<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Not here</title></head>'
    b"<body><main><h1>Not here</h1><p>The site has no page at this address.</p></main></body></html>"
)


class Host(Protocol):
    """What the handlers need of the server."""

    access: Access
    disk: Disk
    """The preview's folder."""
    shown: Shown
    token: str
    folder: str
    """The site's folder, which is told to nobody."""
    base_path: str
    """Path of the site's own address, ``/sub/`` or ``/``: links may be written with it."""


class Guarded(web.RequestHandler):
    """Refuses requests under foreign names; never tells a browser to keep or share what it got."""

    preview: Host

    def set_default_headers(self) -> None:
        """Drafts are neither stored by the browser nor shown, framed or loaded by pages of other sites."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Frame-Options", "SAMEORIGIN")

    def prepare(self) -> None:
        """Exactly one Host header, and one that names this preview."""
        hosts = self.request.headers.get_list("Host")
        if len(hosts) != 1:
            raise web.HTTPError(400)
        if not self.preview.access.allows_host(hosts[0]):
            raise web.HTTPError(403)

    def write_error(self, status_code: int, **_: Any) -> None:
        """A short answer that says nothing of this machine."""
        if status_code == 405:
            self.set_header("Allow", "GET, HEAD")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {html.escape(self._reason)}\n")


class Ours(Guarded):
    """A handler that knows the preview."""

    def initialize(self, preview: Host) -> None:
        """``preview`` holds the state that is shown."""
        self.preview = preview


class PageHandler(Ours):
    """The files of the last good build, and nothing else.

    A file is read whole and sent whole. We do not use livereload's StaticFileHandler: it streams a file in pieces, so
    that only the first could be given the scripts, tells two saves within a second apart by nothing, and computes
    paths of the disk from what the browser asks for, where looking names up in the manifest is enough. HEAD, the tag of
    the content and 304 come from tornado's own ``finish``.
    """

    def get(self, address: str) -> None:
        """The file at an address, the way to it, or the page for missing ones."""
        found = self._find(address)
        if found is None:
            self._send_missing()
        elif found.redirect:
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"/{quote(address)}/{query}")
        else:
            self._send(found.path)

    head = get

    def _find(self, address: str) -> Found | None:
        base = self.preview.base_path.strip("/")
        found = self.preview.shown.find(address)
        if found is None and base and (address == base or address.startswith(f"{base}/")):
            return self.preview.shown.find(address[len(base) + 1 :])
        return found

    def _send(self, path: str) -> None:
        try:
            data = self.preview.disk.read(path)
        except LisanaynError:  # a link, a device, or gone since the last build
            self._send_missing()
            return
        kind = TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
        # Without the charset a browser may guess another one for Arabic.
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind)
        self.finish(self._with_scripts(data) if kind == "text/html" else data)

    def _send_missing(self) -> None:
        """The site's own page for missing addresses, which reloads like any other."""
        page = _NOTHING
        if NOT_FOUND in self.preview.shown.files:
            with contextlib.suppress(LisanaynError):
                page = self.preview.disk.read(NOT_FOUND)
        self.set_status(404)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self._with_scripts(page))

    def _with_scripts(self, page: bytes) -> bytes:
        return with_scripts(page, self.request.headers["Host"], self.preview.token, self.preview.shown.pages)


class ReloadSocket(Ours, LiveReloadHandler):
    """livereload's socket, for pages of the preview only. It never says more than that something changed."""

    def prepare(self) -> None:
        """A browser always sends an Origin with a socket; whoever sends none is no page of ours."""
        super().prepare()
        if not self.check_origin(self.request.headers.get("Origin", "")):
            raise web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        """Only pages that came from this very address."""
        return self.preview.access.allows_origin(origin, self.request.headers["Host"])

    def on_message(self, message: str | bytes) -> None:
        """livereload's handshake; anything that is none closes the socket."""
        try:
            command = json.loads(message)["command"]
        except (ValueError, KeyError, TypeError, RecursionError):
            self.close()
            return
        if command in ("hello", "info"):
            super().on_message(message)  # type: ignore[no-untyped-call]  # livereload has no types


class ClientHandler(Ours, LiveReloadJSHandler):
    """livereload's script, as it ships."""


class ScriptHandler(Ours):
    """Our own script: problems in the page, and the reader's place."""

    def get(self) -> None:
        """Sends the script."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(_SCRIPT.read_bytes())


class StateHandler(Ours):
    """What is wrong now, for the page's script."""

    def get(self) -> None:
        """Sends the state as JSON."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(self.preview.shown.as_json(self.preview.folder))

"""``serve``: builds, serves, watches, and shows each save in the browser."""

from __future__ import annotations

import os
import signal
import threading
import time
import webbrowser
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from lisanayn.build.guard import PREVIEW
from lisanayn.build.session import open_site, read_settings
from lisanayn.build.theme import built_in
from lisanayn.problems import Problem, describe, printable
from lisanayn.serve.building import forgiving, make_build
from lisanayn.serve.rebuilder import Rebuilder
from lisanayn.serve.server import PreviewServer
from lisanayn.serve.shown import Outcome
from lisanayn.serve.watch import Watch

_FAREWELL = 3.0
"""Seconds that a build under way is given when the preview ends."""

SOURCES = ("content", "templates", "static")


def preview(
    site: str, host: str, port: int, open_browser: bool, drafts: bool, now: datetime, say: Callable[[str], None]
) -> int:
    """Shows a site in the browser until it is interrupted; the status to end the process with. To be called on the
    main thread, as the last thing that a process does: from the first interrupt on, the next ends it at once.

    ``say`` prints a line. ``drafts``: whether what is not released yet is shown. ``now``: the instant (UTC) that
    decides what is released. Raises AddressTaken; and what ``build_once`` raises, but only for the first build: later
    the page and the terminal tell it, and the preview goes on.
    """
    running = Preview(site, host, port, drafts, now, say)
    ending = Ending(running.server.stop)
    ending.take_over()
    if open_browser:
        threading.Thread(target=_open, args=(running.server.url, say), daemon=True).start()
    running.run()
    return ending.status


def _open(url: str, say: Callable[[str], None]) -> None:
    if not webbrowser.open(url):
        say(f"No browser could be opened; open {url} in one.")


class Preview:
    """A server, a thread that builds and a thread that watches, put together."""

    def __init__(
        self, site: str, host: str, port: int, drafts: bool, now: datetime, say: Callable[[str], None]
    ) -> None:
        """Takes the port (0: any free one) and builds for the first time. See ``preview``."""
        disk = open_site(site)
        base = read_settings(disk).base_url
        self.server = PreviewServer(disk.root, os.path.join(disk.root, PREVIEW), host, urlsplit(base).path)
        self.server.bind(port)
        self._say = say
        self._teller = Teller(say)
        build = make_build(site, drafts, now)
        self._first = build(0)
        self._teller.tell(self._first)
        # One process builds from here on: what is built again is little, and its memory of the stories is kept.
        self._rebuilder = Rebuilder(forgiving(build, jobs=1), self._show, self.server.fail)
        self._watch = Watch(watched(disk.root), self._rebuilder.ask, say)

    def run(self) -> None:
        """Serves until ``server.stop`` is called. A build under way is let finish, but not waited for without end."""
        try:
            self.server.run(self._begin)
        finally:
            threads: tuple[Watch | Rebuilder, ...] = (self._watch, self._rebuilder)
            for thread in threads:
                thread.end()
            # To end the interpreter under a thread that loads modules, or is in code that is not Python's, can hang or
            # abort; so both are waited for.
            until = time.monotonic() + _FAREWELL
            for thread in threads:
                if thread.is_alive():
                    thread.join(max(0.0, until - time.monotonic()))

    def _begin(self) -> None:
        self.server.show(self._first)
        self._rebuilder.start()
        self._watch.start()
        self._say(f"The preview is at {self.server.url} (Ctrl-C ends it)")
        if not self.server.is_private:
            self._say("Everyone in your network can open it, drafts included.")

    def _show(self, outcome: Outcome) -> None:
        self.server.show(outcome)
        self._teller.tell(outcome)


def watched(site: str) -> tuple[str, ...]:
    """The folders whose files make the site: its own, and the built-in theme where that lies in a checkout."""
    theme = [built_in(name).root for name in ("templates", "static")]
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    outside = [folder for folder in theme if not folder.startswith(package + os.sep)]
    return tuple(dict.fromkeys([*(os.path.join(site, name) for name in SOURCES), *outside]))


class Ending:
    """What the signals that end a process do to a preview: they stop the server, and raise nothing.

    An exception that can come between any two instructions can come where nobody catches it: in a callback of the
    loop, in a finalizer, in the interpreter's own end.
    """

    def __init__(self, stop: Callable[[], None]) -> None:
        """``stop`` may be called on any thread, at any time."""
        self.status = 0
        self._stop = stop
        self._is_ending = False

    def take_over(self) -> None:
        """From now on the signals come here."""
        signal.signal(signal.SIGINT, self._on_signal)
        signal.signal(signal.SIGTERM, self._on_signal)

    def _on_signal(self, number: int, _: object) -> None:
        if self._is_ending:
            # Whoever asks twice does not want to wait; what a build leaves half done, the next one puts right.
            os._exit(130 if number == signal.SIGINT else 143)
        self._is_ending = True
        self.status = 0 if number == signal.SIGINT else 143
        self._stop()


class Teller:
    """Tells the terminal of each build: what is new among the problems, and what was written."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """``say`` prints a line."""
        self._say = say
        self._known: frozenset[Problem] = frozenset()

    def tell(self, outcome: Outcome) -> None:
        """Problems that were told before are counted only."""
        for problem in outcome.problems:
            if problem not in self._known and problem.at.path:
                self._say(describe(problem))
        old = len(self._known.intersection(outcome.problems))
        if self._known and not outcome.problems:
            self._say("All mended.")
        if outcome.told and outcome.told != "Nothing changed.":
            self._say(printable(outcome.told) + (f" ({old} problem{'s' * (old > 1)} as before)" if old else ""))
        self._known = frozenset(outcome.problems)

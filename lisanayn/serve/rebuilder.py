"""Builds when asked to, one build at a time, and never forgets that it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable

from lisanayn.problems import AnotherRun
from lisanayn.serve.shown import Outcome

_PATIENCE = 0.3
"""Seconds before a build is tried again that found another one running."""


class Rebuilder(threading.Thread):
    """A thread that turns any number of ``ask()`` into as few builds as will do.

    A call that comes while a build is running leads to another build after it, so that the last save is always built.
    """

    def __init__(
        self, build: Callable[[], Outcome], show: Callable[[Outcome], None], fail: Callable[[BaseException], None]
    ) -> None:
        """``show`` gets each outcome; ``fail`` gets a bug, after which the thread has ended."""
        super().__init__(name="rebuild", daemon=True)
        self._build, self._show, self._fail = build, show, fail
        self._asked = threading.Event()
        self._ended = threading.Event()

    def ask(self) -> None:
        """Asks for a build that sees everything saved until now."""
        self._asked.set()

    def end(self) -> None:
        """Ends the thread after the build that is running."""
        self._ended.set()
        self._asked.set()

    def run(self) -> None:
        """Builds until ``end``."""
        while True:
            self._asked.wait()
            if self._ended.is_set():
                return
            self._asked.clear()
            try:
                self._show(self._build())
            except AnotherRun:
                self._ended.wait(_PATIENCE)
                self._asked.set()
            except BaseException as fault:
                self._fail(fault)  # handed to the main thread, which alone may report a bug
                return

"""Tries again what may have failed by chance."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

WAITS = (0.5, 2.0, 5.0)
"""Seconds before the second, third and fourth try."""
PATIENCE = 25.0
"""Seconds after the first try began from which on none is begun any more: where nothing answers at all, each takes as
long as it may, and whoever waits should know within a minute."""


class Passing(Exception):
    """A fault that may be gone in a moment: a connection that was cut, a server that was busy."""


def persist(action: Callable[[], Result], fail: Callable[[Passing], Exception]) -> Result:
    """What an action gives, tried again with growing pauses while it raises Passing; then raises what ``fail`` makes
    of the last fault."""
    until = time.monotonic() + PATIENCE
    for wait in (*WAITS, None):
        try:
            return action()
        except Passing as fault:
            if wait is None or time.monotonic() + wait > until:
                raise fail(fault) from None
            time.sleep(wait)
    raise AssertionError("unreachable")

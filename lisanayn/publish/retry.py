"""Tries again what may have failed by chance."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

WAITS = (0.5, 2.0, 5.0)
"""Seconds before the second, third and fourth try."""
PATIENCE = 20.0
"""Seconds after a fault from which on no try is begun any more: where nothing answers, each takes as long as it may,
and whoever waits should know within a minute."""
_LONG = 60.0
"""Seconds after which a try has certainly done something before it failed: no silence is waited for so long."""


class Passing(Exception):
    """A fault that may be gone in a moment: a connection that was cut, a server that was busy."""


def persist(action: Callable[[], Result], fail: Callable[[Passing], Exception]) -> Result:
    """What an action gives, tried again with growing pauses while it raises Passing; then raises what ``fail`` makes
    of the last fault."""
    until = None
    for wait in (*WAITS, None):
        began = time.monotonic()
        try:
            return action()
        except Passing as fault:
            now = time.monotonic()
            if until is None or now - began > _LONG:
                until = now + PATIENCE
            if wait is None or now + wait > until:
                raise fail(fault) from None
            time.sleep(wait)
    raise AssertionError("unreachable")

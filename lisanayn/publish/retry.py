"""Tries again what may have failed by chance."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

WAITS = (0.5, 2.0, 5.0)
"""Seconds before the second, third and fourth try."""


class Passing(Exception):
    """A fault that may be gone in a moment: a connection that was cut, a server that was busy."""


def persist(action: Callable[[], Result], fail: Callable[[Passing], Exception]) -> Result:
    """What an action gives, tried again with growing pauses while it raises Passing; then raises what ``fail`` makes
    of the last fault."""
    for wait in WAITS:
        try:
            return action()
        except Passing:
            time.sleep(wait)
    try:
        return action()
    except Passing as fault:
        raise fail(fault) from None

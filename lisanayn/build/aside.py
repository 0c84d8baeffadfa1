"""A look at the disk by a second process, while this one does something else. Nothing heavy is imported here."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

_WORTH = 2000
"""Files. To look at fewer takes less time than to start a process."""


class Aside:
    """A function at work. Its result must be plain data; a process that fails costs nothing but its time."""

    def __init__(self, function: Callable[[], Any], files: int) -> None:
        """``files``: about how many the function looks at. Where a process is not worth it, or cannot be forked safely,
        the function is called when its result is asked for."""
        self._process = 0
        self._function = function
        if files >= _WORTH and _can_fork():
            self._start()

    def _start(self) -> None:
        self._pipe, theirs = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(theirs)
            return
        status = 1
        try:  # the child: nothing but the function, and no way back into the program
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.close(self._pipe)
            left = memoryview(json.dumps(self._function()).encode())
            while left:
                left = left[os.write(theirs, left) :]
            status = 0
        finally:
            os._exit(status)

    def result(self) -> Any:
        """What the function returned, as JSON brings it back."""
        if not self._process:
            return json.loads(json.dumps(self._function()))
        parts = []
        while part := os.read(self._pipe, 1 << 20):
            parts.append(part)
        status = self._end()
        return json.loads(b"".join(parts)) if status == 0 else json.loads(json.dumps(self._function()))

    def forget(self) -> None:
        """Nobody wants to know any more."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            self._end()

    def __del__(self) -> None:
        """A build that ended early has asked for nothing."""
        self.forget()

    def _end(self) -> int:
        os.close(self._pipe)
        process, self._process = self._process, 0
        return os.waitpid(process, 0)[1]


def _can_fork() -> bool:
    """Whether a copy of this process is safe (it has one thread) and any faster (there is a second processor)."""
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return hasattr(os, "fork") and alone and (os.cpu_count() or 1) > 1

"""``python -m lisanayn``, and what the command ``lisanayn`` and ``python build.py`` call: a process from its first
instant to its last."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import NoReturn

INTERRUPTED = 130


def run() -> NoReturn:
    """Runs the command that the process was started with, and ends it.

    The interpreter is not taken down piece by piece: what a build has made is on the disk, and to free a large site's
    values one by one takes as long as to look at all its files. Nor can an interrupt find it half taken down, when
    Python has given the signal back to the system: from the moment the status is known, interrupts are ignored.
    """
    gc.set_threshold(100_000, 50, 100)  # while modules are loaded there is nothing to collect
    try:
        from lisanayn.cli import main

        main()
    except KeyboardInterrupt:  # while the program was still being loaded, or was ending
        status: object = INTERRUPTED
    except SystemExit as end:
        status = end.code
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    code = status if isinstance(status, int) else 0 if status is None else 1
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError, AttributeError):  # Python itself says what it could not write, or cannot say it
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    # Python looks first where it was started, which may be a folder of articles from elsewhere: a jinja2.py that lies
    # there is no part of the program. (Not needed for the command, whose first place is its own folder.)
    if not sys.flags.safe_path:
        del sys.path[0]
    run()

"""What changed? A thread that waits for the system to say that a file of the site was saved.

Watching is watchfiles' work; livereload's own polling looks at every file several times a second, which stops the
server for whole seconds at 10,000 files.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence

import watchfiles

from lisanayn.build.inputs import is_ignored

QUIET = 50
"""Milliseconds without a further change after which a save counts as finished."""
LONGEST = 400
"""Milliseconds after which changes that never stop are built all the same."""
_LOOK = 500
"""Milliseconds between two looks at whether the folders themselves are still those that are watched."""


class Watch(threading.Thread):
    """Calls ``changed`` after each change of a file in the folders; once more when it has begun to watch."""

    def __init__(self, folders: Sequence[str], changed: Callable[[], None], say: Callable[[str], None]) -> None:
        """``folders`` need not exist yet: one that appears later is watched from then on."""
        super().__init__(name="watch", daemon=True)
        self._folders = tuple(os.path.abspath(folder) for folder in folders)
        self._changed = changed
        self._say = say
        self._ended = threading.Event()
        self._poll = False

    def run(self) -> None:
        """Watches until ``end``. A folder that is removed, replaced or made is noticed, and watched anew."""
        while not self._ended.is_set():
            known = self._state()
            try:
                self._watch([folder for folder, identity in known.items() if identity], known)
            except OSError as fault:
                if self._poll:
                    raise
                self._poll = True
                self._say(f"The system cannot watch so many files ({fault}); looking at them all the time instead.")

    def end(self) -> None:
        """Ends the thread within half a second."""
        self._ended.set()

    def _watch(self, folders: list[str], known: dict[str, tuple[int, int] | None]) -> None:
        if not folders:
            self._ended.wait(_LOOK / 1000)
            return
        changes = watchfiles.watch(
            *folders, watch_filter=self._counts, debounce=LONGEST, step=QUIET, stop_event=self._ended,
            rust_timeout=_LOOK, yield_on_timeout=True, raise_interrupt=False, force_polling=self._poll or None,
            ignore_permission_denied=True,
        )  # fmt: skip
        first = True
        for change in changes:
            if change or first:  # what was saved before the first look is not reported, and must not be lost
                self._changed()
            first = False
            if self._state() != known:
                self._changed()
                return

    def _state(self) -> dict[str, tuple[int, int] | None]:
        """Which folder stands at each path: a folder moved away and back is another one to the system."""
        return {folder: _identity(folder) for folder in self._folders}

    def _counts(self, change: watchfiles.Change, path: str) -> bool:
        """Whether a file matters: not what editors and systems leave behind."""
        folder = next((folder for folder in self._folders if path.startswith(folder + os.sep)), None)
        return folder is None or not is_ignored(path[len(folder) + 1 :].replace(os.sep, "/"))


def _identity(folder: str) -> tuple[int, int] | None:
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino

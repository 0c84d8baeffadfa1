"""Where work is done: here, or in other processes. Both have one face, that of ``concurrent.futures``.

Work goes out in large chunks: paths in, small results out. The results come back in the order of the chunks, so the
number of processes never shows in what is built.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

SERIAL_BELOW = 48
"""Stories. Starting two processes costs about as much as building this many here."""


class Pool(Protocol):
    """Runs one function over many chunks."""

    jobs: int
    """How many chunks are worked on at a time."""

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """The results in the order of the tasks."""


class SerialPool:
    """Does everything in this process."""

    jobs = 1

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """See Pool.map."""
        return map(function, tasks)


class ProcessPool:
    """Worker processes of this machine, started at the first task."""

    def __init__(self, jobs: int) -> None:
        """``jobs`` is the number of processes, at least 1."""
        from concurrent.futures import ProcessPoolExecutor

        self.jobs = jobs
        self._executor = ProcessPoolExecutor(jobs)

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """See Pool.map."""
        return self._executor.map(function, tasks)

    def close(self) -> None:
        """Ends the workers."""
        self._executor.shutdown(cancel_futures=True)


@contextmanager
def open_pool(jobs: int, work: int) -> Iterator[Pool]:
    """A pool for about ``work`` stories with at most ``jobs`` processes; 0 means one for each processor."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or work < SERIAL_BELOW:
        yield SerialPool()
        return
    pool = ProcessPool(jobs)
    try:
        yield pool
    finally:
        pool.close()


def chunks(items: Sequence[Task], pool: Pool, at_most: int = 200) -> list[tuple[Task, ...]]:
    """The items in chunks that keep every worker busy: about four a worker, none larger than ``at_most``."""
    size = max(1, min(at_most, -(-len(items) // (pool.jobs * 4))))
    return [tuple(items[start : start + size]) for start in range(0, len(items), size)]

"""Where work is done: here, in processes of this machine, or on a cluster. All have one face.

Work goes out in large chunks: paths in, small results out. The results come back in the order of the chunks, so the
number of processes never shows in what is built.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol, TypeVar

from lisanayn.problems import Location, SettingsError, error

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


class ExecutorPool:
    """Any executor of ``concurrent.futures``' face: a cluster's, or this machine's where processes cannot be forked."""

    def __init__(self, executor: Any, jobs: int) -> None:
        """``executor`` has ``map``; ``jobs`` is the number of its workers."""
        self.jobs = jobs
        self._executor = executor

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """See Pool.map."""
        results: Iterator[Result] = self._executor.map(function, tasks)
        return results


class LazyPool:
    """A pool that is opened at the first large piece of work: most builds have none."""

    def __init__(self, open_one: Callable[[], Pool], jobs: int) -> None:
        """``open_one`` opens the real pool of so many ``jobs``."""
        self.jobs = jobs
        self._open = open_one
        self._pool: Pool | None = None

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """See Pool.map. A single task is done here."""
        if len(tasks) < 2:
            return map(function, tasks)
        if self._pool is None:
            self._pool = self._open()
        return self._pool.map(function, tasks)


@contextmanager
def open_pool(jobs: int, work: int | None = None, executor: str = "") -> Iterator[Pool]:
    """A pool with at most ``jobs`` processes; 0 means one for each processor. They are started when they are needed,
    and never for less ``work`` than SERIAL_BELOW stories, where that is known.

    ``executor``: ``dask://HOST:PORT`` of a scheduler that takes the place of local processes. Raises SettingsError when
    it cannot be used.
    """
    if executor:
        with _cluster(executor) as pool:
            yield pool
        return
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or (work is not None and work < SERIAL_BELOW):
        yield SerialPool()
        return
    opened: list[Any] = []

    def open_one() -> Pool:
        if hasattr(os, "fork"):
            from lisanayn.build.workers import ForkPool

            opened.append(ForkPool(jobs))
            return opened[0]  # type: ignore[no-any-return]
        from concurrent.futures import ProcessPoolExecutor

        opened.append(ProcessPoolExecutor(jobs))
        return ExecutorPool(opened[0], jobs)

    try:
        yield LazyPool(open_one, jobs)
    finally:
        for one in opened:
            one.shutdown(cancel_futures=True)


@contextmanager
def _cluster(url: str) -> Iterator[Pool]:
    scheme, found, address = url.partition("://")
    if scheme != "dask" or not found or not address:
        raise _refused(f"{url!r} is no executor", "write: dask://HOST:PORT")
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise _refused("the package 'distributed' is not installed", "pip install 'lisanayn[cluster]'") from None
    try:
        client = distributed.Client(f"tcp://{address}", timeout="10s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as fault:
        raise _refused(f"no scheduler answers at {address}: {fault}", "start one with `dask scheduler`") from None
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise _refused(f"the scheduler at {address} has no workers", "start some with `dask worker`")
        yield ExecutorPool(client.get_executor(pure=False), workers)


def _refused(message: str, hint: str) -> SettingsError:
    return SettingsError([error("executor-bad", message, Location("--executor"), hint)])


def chunks(items: Sequence[Task], pool: Pool, at_most: int = 100) -> list[tuple[Task, ...]]:
    """The items in chunks that keep every worker busy: about four a worker, none larger than ``at_most``. Few items are
    one chunk, which is worked on here."""
    if len(items) < SERIAL_BELOW:
        return [tuple(items)] if items else []
    size = max(1, min(at_most, -(-len(items) // (pool.jobs * 4))))
    return [tuple(items[start : start + size]) for start in range(0, len(items), size)]

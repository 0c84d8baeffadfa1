"""Worker processes, forked: they start with everything loaded, and end with their parent whatever happens to it.

Each has a pipe of its own. A worker that dies (killed for want of memory, say) is seen at once by its closed pipe and
is a MachineFault. A parent that dies takes its workers with it (on Linux at once, elsewhere when they have done their
chunk), so that none goes on writing into a stage that another build has begun; until then they hold its lock. The
keyboard's interrupt is for the parent alone, which ends the workers.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, NoReturn, TypeVar

from lisanayn.problems import MachineFault

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4
"""Results that may wait for an earlier one, a worker: the parent's memory stays small."""
_COLLECTED = (20_000, 10, 10)
"""When the garbage collector looks (``gc.set_threshold``). What a worker makes holds no cycles, so it finds next to
nothing, and by default it would look once a story."""
_PR_SET_PDEATHSIG = 1
"""``prctl(2)``, Linux: a signal for this process when its parent dies."""


@dataclass(slots=True)
class _Worker:
    process: int
    pipe: Connection
    chunk: int | None = None
    """Number of the chunk it is working on."""


class ForkPool:
    """Some processes of this machine."""

    def __init__(self, jobs: int) -> None:
        """Starts ``jobs`` processes."""
        self.jobs = jobs
        self._workers: list[_Worker] = []
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()  # what is loaded is shared: the collector must not touch, and so copy, every page of it
        try:
            for _ in range(jobs):
                self._start()
        finally:
            gc.unfreeze()

    def _start(self) -> None:
        ours, theirs = Pipe()
        parent = os.getpid()
        process = os.fork()
        if process == 0:
            _end_with(parent)
            gc.set_threshold(*_COLLECTED)
            for worker in self._workers:
                worker.pipe.close()
            ours.close()
            _work(theirs)
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def map(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """See Pool.map. What a task raises is raised here, where its result would have come."""
        results: dict[int, tuple[bool, Any]] = {}
        given = 0
        for wanted in range(len(tasks)):
            while wanted not in results:
                for worker in self._workers:
                    # A worker gets its next chunk only when it waits for one: were both to send, neither would read.
                    if worker.chunk is None and given < min(len(tasks), wanted + _AHEAD * self.jobs):
                        self._send(worker, (function, tasks[given]))
                        worker.chunk = given
                        given += 1
                self._receive(results)
            good, value = results.pop(wanted)
            if not good:
                raise value
            yield value

    def _send(self, worker: _Worker, message: object) -> None:
        try:
            worker.pipe.send_bytes(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
        except OSError as fault:
            raise _died(worker) from fault

    def _receive(self, results: dict[int, tuple[bool, Any]]) -> None:
        busy = {worker.pipe: worker for worker in self._workers if worker.chunk is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            try:
                answer = pickle.loads(worker.pipe.recv_bytes())
            except (EOFError, OSError) as fault:
                raise _died(worker) from fault
            if worker.chunk is not None:
                results[worker.chunk] = answer
            worker.chunk = None

    def shutdown(self, cancel_futures: bool = False) -> None:
        """Ends the workers, at once, whatever they are doing."""
        for worker in self._workers:
            worker.pipe.close()
            try:
                os.kill(worker.process, signal.SIGKILL)
                os.waitpid(worker.process, 0)
            except (ProcessLookupError, ChildProcessError):
                pass  # it is gone already
        self._workers.clear()


def _died(worker: _Worker) -> MachineFault:
    return MachineFault(
        f"a worker process ({worker.process}) ended before its work was done; perhaps memory ran out: try fewer --jobs"
    )


def _end_with(parent: int) -> None:
    """Lets the system end this process together with its parent, where it can."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "prctl"):
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before it could be asked for
            os._exit(1)


def _work(pipe: Connection) -> NoReturn:
    """The life of a worker: tasks until the pipe is closed."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        while True:
            try:
                function, task = pickle.loads(pipe.recv_bytes())
            except (EOFError, OSError):
                status = 0
                break
            try:
                answer: tuple[bool, Any] = (True, function(task))
            except Exception as fault:
                fault.__cause__ = None
                answer = (False, fault)
            pipe.send_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(status)

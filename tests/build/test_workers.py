"""Worker processes: results in order, faults where they belong, no worker without its parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lisanayn.build.pool import ExecutorPool, SerialPool, chunks, open_pool
from lisanayn.build.workers import ForkPool
from lisanayn.problems import MachineFault, SettingsError

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def pool():
    made = ForkPool(2)
    yield made
    made.shutdown()


def slow_when_even(number):
    time.sleep(0.02 * (number % 2 == 0))
    return number, os.getpid(), b"x" * 300_000  # more than a pipe holds


def fail_at_five(number):
    if number == 5:
        raise MachineFault("five")
    return number


def die_at_three(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_results_come_in_the_order_of_the_tasks_from_other_processes(pool):
    found = list(pool.map(slow_when_even, range(12)))
    assert [number for number, _, _ in found] == list(range(12))
    assert os.getpid() not in {process for _, process, _ in found}


def test_a_pool_works_twice(pool):
    assert list(pool.map(fail_at_five, range(4))) == list(pool.map(fail_at_five, range(4)))


def test_what_a_task_raises_is_raised_here_after_the_results_before_it(pool):
    results = pool.map(fail_at_five, range(9))
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    with pytest.raises(MachineFault, match="five"):
        next(results)


def test_a_worker_that_is_killed_is_a_fault_of_the_machine(pool):
    with pytest.raises(MachineFault, match="memory"):
        list(pool.map(die_at_three, range(8)))


def test_workers_end_with_a_parent_that_is_killed():
    program = (
        "import time; from lisanayn.build.workers import ForkPool\n"
        "pool = ForkPool(2); print(*[worker.process for worker in pool._workers], flush=True)\n"
        "list(pool.map(time.sleep, [60, 60]))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    workers = [int(word) for word in parent.stdout.readline().split()]
    assert len(workers) == 2
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not any(is_running(worker) for worker in workers):
            return
        time.sleep(0.05)
    pytest.fail("a worker goes on without its parent")


def is_running(process):
    """Whether a process lives; one that has ended and is not yet buried does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


def test_few_items_are_one_chunk_and_many_keep_every_worker_busy(pool):
    assert chunks(list(range(47)), pool) == [tuple(range(47))]
    many = chunks(list(range(1000)), pool)
    assert [item for chunk in many for item in chunk] == list(range(1000))
    assert len(many) >= 4 * pool.jobs and max(map(len, many)) <= 125
    assert chunks([], SerialPool()) == []


@pytest.mark.parametrize(
    ("url", "told"),
    [("ray://x:1", "is no executor"), ("dask://", "is no executor"), ("dask", "is no executor")],
)
def test_an_executor_that_cannot_be_used_is_named(url, told):
    with pytest.raises(SettingsError, match=told), open_pool(0, executor=url):
        pass


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match="not installed"), open_pool(0, executor="dask://127.0.0.1:1"):
        pass


def test_any_executor_will_do():
    class Face:
        def map(self, function, tasks):
            return map(function, tasks)

    assert list(ExecutorPool(Face(), 2).map(fail_at_five, [1, 2])) == [1, 2]

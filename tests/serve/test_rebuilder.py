"""No save is lost: whatever was saved before the last call of ``ask`` is in the last build."""

from __future__ import annotations

import threading
from collections.abc import Callable

from lisanayn.problems import AnotherRun
from lisanayn.serve.rebuilder import Rebuilder
from lisanayn.serve.shown import Outcome


class Desk:
    """A file that someone saves, and a build that reads it slowly."""

    def __init__(self) -> None:
        self.file = 0
        self.built: list[int] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def build(self) -> Outcome:
        seen = self.file
        self.begun.set()
        assert self.go_on.wait(5)
        return Outcome(True, None, (), str(seen))

    def show(self, outcome: Outcome) -> None:
        self.built.append(int(outcome.told))


def _until(condition: Callable[[], bool]) -> None:
    clock = threading.Event()
    for _ in range(500):
        if condition():
            return
        clock.wait(0.01)
    raise AssertionError("it never came true")


def test_saves_during_a_build_lead_to_one_more_build_that_has_the_last():
    desk = Desk()
    rebuilder = Rebuilder(desk.build, desk.show, lambda fault: None)
    rebuilder.start()
    desk.file = 1
    rebuilder.ask()
    assert desk.begun.wait(5)
    for save in range(2, 22):
        desk.file = save
        rebuilder.ask()
    desk.go_on.set()
    _until(lambda: desk.built == [1, 21])
    rebuilder.end()
    rebuilder.join(5)
    assert not rebuilder.is_alive()
    assert desk.built == [1, 21]


def test_a_build_that_finds_another_one_running_is_tried_again():
    tries: list[int] = []
    shown: list[Outcome] = []

    def build() -> Outcome:
        tries.append(1)
        if len(tries) < 3:
            raise AnotherRun
        return Outcome(True, None, ())

    rebuilder = Rebuilder(build, shown.append, lambda fault: None)
    rebuilder.start()
    rebuilder.ask()
    _until(lambda: bool(shown))
    rebuilder.end()
    assert len(tries) == 3


def test_a_bug_is_handed_on_and_ends_the_thread():
    faults: list[BaseException] = []

    def build() -> Outcome:
        raise ZeroDivisionError

    rebuilder = Rebuilder(build, lambda outcome: None, faults.append)
    rebuilder.start()
    rebuilder.ask()
    rebuilder.join(5)
    assert [type(fault) for fault in faults] == [ZeroDivisionError]

"""When something that failed by chance is tried again, and when no more."""

from __future__ import annotations

import pytest

from lisanayn.publish import retry
from lisanayn.publish.retry import Passing, persist


class Clock:
    """Time that passes only as the tests say."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def tries(monkeypatch: pytest.MonkeyPatch, lasting: list[float]) -> tuple[int, float]:
    """How many tries are made, and how long it takes, when each fails after so many seconds."""
    clock, made = Clock(), 0
    monkeypatch.setattr(retry, "time", clock)
    monkeypatch.setattr(retry, "WAITS", (0.5, 2.0, 5.0))

    def fails() -> None:
        nonlocal made
        made += 1
        clock.now += lasting[made - 1]
        raise Passing("cut")

    with pytest.raises(ValueError, match="cut"):
        persist(fails, lambda fault: ValueError(str(fault)))
    return made, clock.now - 1000


def test_what_fails_at_once_is_tried_four_times(monkeypatch: pytest.MonkeyPatch):
    assert tries(monkeypatch, [0.1] * 4) == (4, pytest.approx(7.9))


@pytest.mark.parametrize("silence", [10.0, 15.0, 20.0, 25.0])
def test_where_nothing_answers_it_ends_within_a_minute(monkeypatch: pytest.MonkeyPatch, silence: float):
    assert tries(monkeypatch, [silence] * 4)[1] < 60


def test_a_long_try_that_is_cut_is_no_reason_to_give_up(monkeypatch: pytest.MonkeyPatch):
    assert tries(monkeypatch, [600.0, 300.0, 0.1, 0.1])[0] == 4


def test_what_succeeds_is_not_done_again():
    assert persist(lambda: 7, lambda fault: ValueError()) == 7

"""Dates as authors write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.parse.moments import read_moment


@pytest.mark.parametrize(
    ("written", "day", "instant"),
    [
        ("2026-03-12", date(2026, 3, 12), datetime(2026, 3, 12, tzinfo=UTC)),
        ("٢٠٢٦-٠٣-١٢", date(2026, 3, 12), datetime(2026, 3, 12, tzinfo=UTC)),
        ("۲۰۲۶-۰۳-۱۲", date(2026, 3, 12), datetime(2026, 3, 12, tzinfo=UTC)),
        ("\u200f2026-03-12\u200f", date(2026, 3, 12), datetime(2026, 3, 12, tzinfo=UTC)),
        ("2026-03-12T18:30", date(2026, 3, 12), datetime(2026, 3, 12, 18, 30, tzinfo=UTC)),
        ("2026-03-12 18:30:15Z", date(2026, 3, 12), datetime(2026, 3, 12, 18, 30, 15, tzinfo=UTC)),
        ("2026-03-12T01:30+03:00", date(2026, 3, 12), datetime(2026, 3, 11, 22, 30, tzinfo=UTC)),
        ("2026-03-12T23:30-0230", date(2026, 3, 12), datetime(2026, 3, 13, 2, 0, tzinfo=UTC)),
        ("2024-02-29", date(2024, 2, 29), datetime(2024, 2, 29, tzinfo=UTC)),
        ("9999-12-31T23:59-05:00", date(9999, 12, 31), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("1700-01-01", date(1700, 1, 1), datetime(1700, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_moment_keeps_the_authors_day_and_is_sorted_in_utc(written: str, day: date, instant: datetime) -> None:
    moment, fault, _ = read_moment(written)
    assert moment is not None and fault == ""
    assert (moment.day, moment.instant) == (day, instant)


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("12/05/2024", "write 2024-05-12 or 2024-12-05"),
        ("13/05/2024", "write 2024-05-13"),
        ("05/05/2024", "write 2024-05-05"),
        ("2024/5/1", "write 2024-05-01"),
        ("١٢/٠٥/٢٠٢٤", "write 2024-05-12 or 2024-12-05"),
    ],
)
def test_other_forms_are_refused_with_the_form_to_write(written: str, remedy: str) -> None:
    assert read_moment(written) == (None, read_moment(written)[1], remedy)
    assert written in read_moment(written)[1]


NEVER = ["0001-01-01", "1445-02-30", "2023-02-29", "2026-00-10", "2026-01-00", "2026-01-01T24:00", "x", ""]


@pytest.mark.parametrize("written", NEVER)
def test_days_that_never_were_are_refused(written: str) -> None:
    moment, fault, remedy = read_moment(written)
    assert moment is None and fault and remedy


@given(st.dates(min_value=date(1700, 1, 1)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    moment, _, _ = read_moment(day.isoformat())
    assert moment is not None and moment.day == day


@given(st.text(alphabet="0123456789٠١٢-/:.TZ+ \u200f", max_size=30))
def test_nothing_raises(written: str) -> None:
    moment, fault, _ = read_moment(written)
    assert (moment is None) == bool(fault)

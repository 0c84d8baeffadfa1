"""Values as data and back: what is not exactly what was written is refused."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.build.codec import dumps, loads, pack, unpack
from lisanayn.model.article import Moment, TagUse
from lisanayn.model.catalog import Card, CardText, Neighbours, Place, StoryLink
from lisanayn.model.tag import Tag
from lisanayn.problems import Location, Problem, Severity

LINK = StoryLink("ar/quay/index.html", "الرصيف", "The Quay", "en")
PLACE = Place((("ar", "ar/a/index.html"),), (Neighbours("ar", LINK, None),), (Tag("sea", (("ar", "بحر"),)),))
CARD = Card(
    slug="quay", texts=(CardText("ar", "الرصيف", "", "ar/quay/index.html", 1, 2, "content/quay/ar.md"),),
    date=Moment(date(2026, 3, 1), datetime(2026, 3, 1, tzinfo=UTC)), updated=None, tags=(TagUse("بحر", 3),),
    aliases=("old",), cover=None, authors=("ن",), series="", sources=(), credits=(), digest="d",
)  # fmt: skip
PROBLEM = Problem(Severity.ERROR, "date-bad", "\ud800 bad", Location("content/a/ar.md", 3), "")


@pytest.mark.parametrize("value", [PLACE, CARD, PROBLEM, LINK], ids=lambda value: type(value).__name__)
def test_a_value_comes_back_equal_and_its_text_is_one_line(value):
    text = dumps(value)
    assert loads(type(value), text) == value and "\n" not in text
    assert dumps(loads(type(value), text)) == text


@dataclass(frozen=True)
class Sample:
    one: str
    several: tuple[int, ...] = ()
    pair: tuple[str, bool] = ("", False)
    maybe: float | None = None


@given(st.builds(Sample, st.text(), st.lists(st.integers()).map(tuple), st.tuples(st.text(), st.booleans()),
                 st.none() | st.floats(allow_nan=False)))  # fmt: skip
def test_any_content_comes_back(value):
    assert loads(Sample, dumps(value)) == value


def leaves(data, path=()):
    """The paths of everything inside some data."""
    for number, item in enumerate(data if isinstance(data, list) else ()):
        yield (*path, number)
        yield from leaves(item, (*path, number))


def test_a_wrong_type_at_any_place_is_refused():
    whole = json.loads(dumps(CARD))
    places = list(leaves(whole))
    assert len(places) > 20
    for path in places:
        data = json.loads(json.dumps(whole))
        inner = data
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = {"a": 1}
        with pytest.raises(ValueError, match="is not"):
            unpack(Card, data)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", "7", '["quay"]', "[" * 100_000, '"x"'])
def test_what_is_no_row_is_refused(text):
    with pytest.raises(ValueError):
        loads(Card, text)


@pytest.mark.parametrize(
    ("kind", "data"),
    [(Location, ["content/a", True, 0]), (Sample, ["a", [1, "2"], ["", False], None]),
     (Sample, ["a", [], ["", 0], None]),
     (Moment, ["2026-03-01T00:00:00", "2026-03-01T00:00:00+00:00"]), (Problem, ["FATAL", "c", "m", ["p", 1, 1], ""]),
     (Location, ["a", 1, 2, 3])],
)  # fmt: skip
def test_a_near_miss_is_refused(kind, data):
    with pytest.raises(ValueError):
        unpack(kind, data)


def test_a_type_without_fixed_content_has_no_code():
    @dataclass(frozen=True)
    class Loose:
        anything: object

    with pytest.raises(TypeError, match="no fixed content"):
        pack(Loose(set()))

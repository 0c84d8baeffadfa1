"""Records: dataclasses to everybody who asks, quicker to define."""

import pickle
from dataclasses import fields, is_dataclass, replace
from inspect import signature
from typing import get_type_hints

import pytest

from lisanayn.record import record


@record
class Place:
    """Where."""

    name: str
    line: int = 1
    column: int = 0

    def told(self) -> str:
        """In words."""
        return f"{self.name}:{self.line}"


@record
class Single:
    value: int


@record
class Nothing:
    pass


class TestARecord:
    def test_takes_its_fields_by_place_and_by_name(self) -> None:
        assert Place("a", 2).line == 2
        assert Place(name="a", column=4) == Place("a", 1, 4)
        assert str(signature(Place)) == "(name, line=1, column=0)"
        with pytest.raises(TypeError):
            Place()  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            Place("a", other=1)  # type: ignore[call-arg]

    def test_has_slots_methods_and_words(self) -> None:
        assert Place("a").told() == "a:1"
        assert Place.__doc__ == "Where."
        assert repr(Place("a")) == "Place(name='a', line=1, column=0)"
        with pytest.raises(AttributeError):
            Place("a").other = 1  # type: ignore[attr-defined]

    def test_is_equal_to_its_like_alone(self) -> None:
        assert Single(1) == Single(1) != Single(2)
        assert Single(1) != 1
        assert Nothing() == Nothing()
        assert len({Single(1), Single(1), Nothing(), Nothing(), Place("a"), Place("a", 1)}) == 3

    def test_is_a_dataclass(self) -> None:
        assert is_dataclass(Place)
        assert [(f.name, f.type) for f in fields(Place)] == [("name", str), ("line", int), ("column", int)]
        assert replace(Place("a"), line=7) == Place("a", 7)
        assert get_type_hints(Place) == {"name": str, "line": int, "column": int}
        match Place("a", 2, 3):
            case Place(name, line):
                assert (name, line) == ("a", 2)

    @pytest.mark.parametrize("value", [Place("a", 2), Single(3), Nothing()])
    def test_can_be_sent_to_another_process(self, value: object) -> None:
        assert pickle.loads(pickle.dumps(value)) == value

"""Frozen dataclasses as plain data and back, checked: what a store on a disk may hold.

A value becomes a row of its fields (nested lists, texts, numbers, None), which JSON can write. On the way back
every row is held against the annotations of its class, so that a file which somebody damaged or made up
becomes a ValueError and never a value of the wrong shape. No name of a class stands in the data: the
reader says what it expects.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Pack = Callable[[Any], Any]
_PLAIN = (str, int, float, bool)


def dumps(value: object) -> str:
    """A frozen dataclass as JSON text: one line, the same for equal values."""
    return json.dumps(pack(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[Value], text: str) -> Value:
    """The value that ``dumps`` wrote. Raises ValueError for anything else."""
    try:
        return unpack(kind, json.loads(text))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def pack(value: object) -> Any:
    """A frozen dataclass as a tuple of its fields, in their order, all the way down."""
    kind: Any = type(value)
    packer = _packer(kind)
    return packer(value) if packer else value


def unpack(kind: type[Value], data: object) -> Value:
    """The value of a class that ``pack`` made ``data`` from. Raises ValueError when it cannot be."""
    wanted: Any = kind
    value: Value = _unpacker(wanted)(data)
    return value


@cache
def _packer(kind: Any) -> Pack | None:
    """How values of a type are packed; None when they are plain data already. Raises TypeError for a type that has no
    fixed content."""
    if kind in _PLAIN or kind is type(None):
        return None
    origin = get_origin(kind)
    if origin is Literal:
        return None
    if origin in (Union, types.UnionType):
        return _pack_optional(kind)
    if origin is tuple:
        return _pack_tuple(get_args(kind))
    if isinstance(kind, type):
        if hasattr(kind, "__dataclass_params__"):
            return _pack_dataclass(kind)
        if issubclass(kind, Enum):
            return lambda value: value.name
        if issubclass(kind, date):
            return lambda value: value.isoformat()
    raise TypeError(f"{kind!r} has no fixed content")


def _pack_dataclass(kind: type) -> Pack:
    hints = get_type_hints(kind)
    names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    packers = [_packer(hints[name]) for name in names]
    deep = [(position, packer) for position, packer in enumerate(packers) if packer]
    if len(names) == 1:
        single, only = names[0], packers[0]
        return lambda value: (only(getattr(value, single)) if only else getattr(value, single),)
    get = attrgetter(*names)
    if not deep:
        return get

    def packed(value: Any) -> Any:
        row = list(get(value))
        for position, packer in deep:
            row[position] = packer(row[position])
        return row

    return packed


def _pack_tuple(kinds: tuple[Any, ...]) -> Pack | None:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        one = _packer(kinds[0])
        return (lambda value: [one(item) for item in value]) if one else None
    each = [_packer(kind) for kind in kinds]
    if not any(each):
        return None
    return lambda value: [packer(item) if packer else item for packer, item in zip(each, value, strict=True)]


def _inner(kind: Any) -> Any:
    """X of ``X | None``."""
    inner = [one for one in get_args(kind) if one is not type(None)]
    if len(inner) != 1 or len(get_args(kind)) != 2:
        raise TypeError(f"{kind!r} does not say of itself which of its types a value has")
    return inner[0]


def _pack_optional(kind: Any) -> Pack | None:
    one = _packer(_inner(kind))
    return (lambda value: None if value is None else one(value)) if one else None


@cache
def _unpacker(kind: Any) -> Pack:
    """How values of a type are made again. What it returns raises ValueError."""
    if kind in _PLAIN:
        return _plain(kind)
    origin = get_origin(kind)
    if origin is Literal:
        return _chosen(frozenset(get_args(kind)))
    if origin in (Union, types.UnionType):
        one = _unpacker(_inner(kind))
        return lambda data: None if data is None else one(data)
    if origin is tuple:
        return _unpack_tuple(get_args(kind))
    if isinstance(kind, type):
        if hasattr(kind, "__dataclass_params__"):
            return _unpack_dataclass(kind)
        if issubclass(kind, Enum):
            return _named(kind)
        if issubclass(kind, date):
            return _moment(kind)
    raise TypeError(f"{kind!r} has no fixed content")


def _wrong(data: object, wanted: str) -> ValueError:
    return ValueError(f"{str(data)[:40]!r} is not {wanted}")


def _plain(kind: type) -> Pack:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise _wrong(data, kind.__name__)
        return data

    return read


def _chosen(known: frozenset[Any]) -> Pack:
    def read(data: Any) -> Any:
        if not isinstance(data, str | int) or data not in known:
            raise _wrong(data, f"one of {sorted(map(str, known))}")
        return data

    return read


def _named(kind: type[Enum]) -> Pack:
    members = dict(kind.__members__)

    def read(data: Any) -> Any:
        if not isinstance(data, str) or data not in members:
            raise _wrong(data, kind.__name__)
        return members[data]

    return read


def _moment(kind: type[date]) -> Pack:
    timed = issubclass(kind, datetime)

    def read(data: Any) -> Any:
        if not isinstance(data, str) or ("T" in data) != timed:
            raise _wrong(data, kind.__name__)
        return kind.fromisoformat(data)

    return read


def _unpack_tuple(kinds: tuple[Any, ...]) -> Pack:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        if kinds[0] in _PLAIN:
            return _alike(kinds[0])
        one = _unpacker(kinds[0])

        def many(data: Any) -> Any:
            if type(data) is not list:
                raise _wrong(data, "a list")
            return tuple([one(item) for item in data])

        return many
    return _row(tuple, kinds, f"a list of {len(kinds)}")


def _alike(kind: type) -> Pack:
    """A list of plain values of one type."""
    wanted = {kind}

    def read(data: Any) -> Any:
        if type(data) is not list or (data and set(map(type, data)) != wanted):
            raise _wrong(data, f"a list of {kind.__name__}")
        return tuple(data)

    return read


def _unpack_dataclass(kind: type) -> Pack:
    hints = get_type_hints(kind)
    names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    return _row(lambda row: kind(*row), [hints[name] for name in names], kind.__name__)


def _row(make: Callable[[list[Any]], Any], kinds: Sequence[Any], name: str) -> Pack:
    """A list with a value of its own type at each place. The plain ones are checked at once."""
    count = len(kinds)
    plain = [place for place, kind in enumerate(kinds) if kind in _PLAIN]
    expected = [kinds[place] for place in plain]
    deep = [(place, _unpacker(kind)) for place, kind in enumerate(kinds) if kind not in _PLAIN]

    def read(data: Any) -> Any:
        if type(data) is not list or len(data) != count:
            raise _wrong(data, f"a row of {name}")
        types = list(map(type, data))
        if [types[place] for place in plain] != expected:
            raise _wrong(data, f"a row of {name}")
        if deep:
            data = data.copy()
            for place, one in deep:
                data[place] = one(data[place])
        return make(data)

    return read

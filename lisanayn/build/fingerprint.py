"""A value's short digest: equal values, equal digests, in any process, on any day.

The digest polices purity: it refuses a set, a dict or an object, whose order or content may differ between
two equal runs. So a view that cannot be named cannot be rendered.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

SIZE = 16
"""Bytes of a digest: 2^64 pages before two meet by chance."""


def digest_bytes(*parts: bytes) -> str:
    """The digest of byte strings, each with its length, so that no two lists of parts look alike."""
    name = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        name.update(len(part).to_bytes(8, "little"))
        name.update(part)
    return name.hexdigest()


def fingerprint(value: object) -> str:
    """The digest of a value made of str, bytes, int, float, bool, None, date, Enum, tuple and frozen dataclasses.

    Raises TypeError for anything else.
    """
    pieces: list[bytes] = []
    _add(value, pieces.append)
    return hashlib.blake2b(b"".join(pieces), digest_size=SIZE).hexdigest()


def _add(value: object, add: Callable[[bytes], None]) -> None:
    """Adds the pieces that name a value. The commonest types first: a page's view has thousands of values."""
    kind: Any = type(value)
    if kind is str:
        data = value.encode("utf-8", "surrogatepass")  # type: ignore[attr-defined]
        add(b"s%d:" % len(data))
        add(data)
    elif kind is tuple:
        add(b"(%d:" % len(value))  # type: ignore[arg-type]
        for item in value:  # type: ignore[attr-defined]
            _add(item, add)
    elif value is None or kind in (bool, int, float):
        add(f"{kind.__name__}{value!r};".encode())
    elif (fields := _fields(kind)) is not None:
        add(fields.name)
        for item in fields.get(value):
            _add(item, add)
    elif isinstance(value, Enum):
        add(f"e{kind.__name__}.{value.name};".encode())
    elif isinstance(value, bytes):
        add(b"b%d:" % len(value))
        add(value)
    elif isinstance(value, date):
        add(f"d{value.isoformat()};".encode())
    elif isinstance(value, str):  # from here on: classes derived from plain ones, which are named as those
        _add(str(value), add)
    elif isinstance(value, tuple):
        _add(tuple(value), add)
    else:
        raise TypeError(f"a {kind.__name__} has no fixed content to name")


class _Fields:
    """How the fields of a frozen dataclass are read."""

    def __init__(self, kind: type) -> None:
        names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
        self.name = f"{kind.__name__}{{".encode()
        if len(names) > 1:
            self.get: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
        else:
            self.get = lambda value: tuple([getattr(value, name) for name in names])


@functools.cache
def _fields(kind: Any) -> _Fields | None:
    """The fields of a frozen dataclass; None for any other type."""
    parameters = getattr(kind, "__dataclass_params__", None)
    if parameters is None:
        return None
    if not parameters.frozen:
        raise TypeError(f"a {kind.__name__} has no fixed content to name")
    return _Fields(kind)

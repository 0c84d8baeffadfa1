"""A value's short digest: equal values, equal digests, in any process, on any day.

The digest polices purity: it refuses a set, a dict or an object, whose order or content may differ between
two equal runs. So a view that cannot be named cannot be rendered.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from datetime import date
from enum import Enum

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
    name = hashlib.blake2b(digest_size=SIZE)
    for piece in _pieces(value):
        name.update(piece)
    return name.hexdigest()


def _pieces(value: object) -> Iterator[bytes]:
    if isinstance(value, Enum):
        yield f"e{type(value).__name__}.{value.name};".encode()
    elif value is None or isinstance(value, bool | int | float):
        yield f"{type(value).__name__}{value!r};".encode()
    elif isinstance(value, str):
        data = value.encode("utf-8", "surrogatepass")
        yield b"s%d:" % len(data)
        yield data
    elif isinstance(value, bytes):
        yield b"b%d:" % len(value)
        yield value
    elif isinstance(value, date):
        yield f"d{value.isoformat()};".encode()
    elif isinstance(value, tuple):
        yield b"(%d:" % len(value)
        for item in value:
            yield from _pieces(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type) and _is_frozen(value):
        yield f"{type(value).__name__}{{".encode()
        for part in dataclasses.fields(value):
            yield from _pieces(getattr(value, part.name))
    else:
        raise TypeError(f"a {type(value).__name__} has no fixed content to name")


def _is_frozen(value: object) -> bool:
    parameters = getattr(value, "__dataclass_params__", None)
    return bool(getattr(parameters, "frozen", False))

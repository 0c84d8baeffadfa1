"""Values: what the stages hand on. Frozen for the type checker, quick to define and to make when the program runs.

``@record`` stands where ``@dataclass(frozen=True, slots=True)`` would, and a record is a dataclass to everybody who
asks (``fields``, ``replace``, ``match``, ``pickle``). Python's own decorator writes six methods as text and compiles
them, for each of some three hundred classes, before a build can begin; and in a frozen dataclass every field has to get
around the freezing. Defaults are plain values here: what needs ``field(…)`` is a dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def record(kind: type[Kind]) -> type[Kind]:
    """A frozen dataclass with slots, whose freezing is mypy's work alone. It is equal to another of its class when all
    fields are, and has a hash."""
    names = tuple(vars(kind).get("__annotations__", ()))
    space = {name: value for name, value in vars(kind).items() if name not in ("__dict__", "__weakref__")}
    defaults = tuple([space.pop(name) for name in names if name in space])
    space |= {
        "__qualname__": kind.__qualname__, "__slots__": names, "__match_args__": names,
        "__init__": _init(names, defaults),
        "__dataclass_params__": _PARAMETERS, "__dataclass_fields__": _Fields(defaults),
    }  # fmt: skip
    made: Any = type(kind.__name__, kind.__bases__, space)
    _give_methods(made, names)
    return made  # type: ignore[no-any-return]


def _init(names: tuple[str, ...], defaults: tuple[object, ...]) -> FunctionType:
    """``__init__`` with these parameters. Its code is that of any class with as many fields, under other names: to
    compile a text for each takes twenty times as long."""
    code = _template(len(names)).replace(co_names=names, co_varnames=("self", *names))
    return FunctionType(code, {}, "__init__", defaults or None)


@cache
def _template(count: int) -> CodeType:
    """The code of an ``__init__`` that puts so many parameters into fields of their names."""
    names = [f"p{number}" for number in range(count)]
    body = "".join([f" self.{name} = {name}\n" for name in names]) or " pass\n"
    space: dict[str, Any] = {}
    exec(f"def __init__({', '.join(['self', *names])}):\n{body}", space)
    code: CodeType = space["__init__"].__code__
    return code


def _give_methods(kind: Any, names: tuple[str, ...]) -> None:
    content = _content(names)

    def equal(self: object, other: object) -> bool:
        return content(self) == content(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(content(self))

    def told(self: object) -> str:
        values = ", ".join([f"{name}={value!r}" for name, value in zip(names, content(self), strict=True)])
        return f"{kind.__qualname__}({values})"

    def reduced(self: object) -> tuple[object, ...]:
        return kind, content(self)

    for name, method in (("__eq__", equal), ("__hash__", hashed), ("__repr__", told), ("__reduce__", reduced)):
        if name not in vars(kind) or (name == "__hash__" and kind.__hash__ is None):
            setattr(kind, name, method)


def _content(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What reads all fields."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


class _Parameters:
    """What ``dataclass`` was called with: whoever names values by their content asks whether they are frozen."""

    init = repr = eq = frozen = slots = match_args = True
    order = unsafe_hash = kw_only = weakref_slot = False


_PARAMETERS = _Parameters()


class _Fields:
    """The fields of a record as ``dataclasses`` knows them, made when somebody asks."""

    def __init__(self, defaults: tuple[object, ...]) -> None:
        self._defaults = defaults

    def __get__(self, _: object, kind: type) -> dict[str, object]:
        from dataclasses import dataclass  # not at the top: a build without changes asks for no fields

        names: tuple[str, ...] = vars(kind)["__slots__"]
        defaults = dict(zip(names[len(names) - len(self._defaults) :], self._defaults, strict=True))
        space = {"__annotations__": kind.__annotations__, "__module__": kind.__module__, **defaults}
        fields: dict[str, object] = vars(dataclass(type(kind.__name__, (), space)))["__dataclass_fields__"]
        kind.__dataclass_fields__ = fields  # type: ignore[attr-defined]
        return fields

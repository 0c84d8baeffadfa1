"""Patterns that take long to compile, compiled when they are first used: many builds never come to that."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern, and takes over its methods one by one as they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getattr__(self, name: str) -> Any:
        value = self.__dict__[name] = getattr(re.compile(self._text), name)  # ``re`` remembers what it has compiled
        return value


def later(text: str) -> re.Pattern[str]:
    """The pattern of a text, compiled when it is first used."""
    return cast("re.Pattern[str]", _Later(text))

"""The same fault on many pages is one fault of a template: it is told once."""

from __future__ import annotations

from collections.abc import Iterable

from lisanayn.problems import Location, Problem, Severity


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """Problems of built pages with those that differ only in their place made one, at the first place, with a count."""
    places: dict[tuple[Severity, str, str, str], dict[str, Location]] = {}
    for problem in problems:
        found = places.setdefault((problem.severity, problem.code, problem.message, problem.hint), {})
        found[problem.at.path] = min(found.get(problem.at.path, problem.at), problem.at)
    return [
        Problem(severity, code, message + _others(len(found) - 1), min(found.values()), hint)
        for (severity, code, message, hint), found in places.items()
    ]


def _others(number: int) -> str:
    return f" (and on {number} more page{'s' if number > 1 else ''})" if number else ""

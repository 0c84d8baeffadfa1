"""What a build did, for people and for programs."""

from __future__ import annotations

import time
from typing import Any

from lisanayn.problems import Location, Problem, Severity
from lisanayn.record import record

UNUSABLE = "cache-unusable"
"""Code of the one problem that is of a single build, and of no file."""


@record
class Report:
    """The outcome of one build."""

    written: dict[str, str]
    """Path in output/ → why it was written."""
    unchanged: int
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    seconds: float
    stages: tuple[tuple[str, float], ...]
    """(stage, seconds), in the order they ran."""
    stories: int
    """Stories that are, or would be, published."""
    articles: int
    """Article files read."""
    faulty: int
    """Stories kept back by errors."""
    published: bool
    """Whether output/ holds what was built; False when errors left it as it was."""

    def as_json(self) -> dict[str, object]:
        """The object that ``build --json`` prints."""
        return {
            "written": self.written if self.published else {},
            "unchanged": self.unchanged,
            "removed": list(self.removed) if self.published else [],
            "problems": [problem_json(problem) for problem in self.problems],
            "seconds": round(self.seconds, 3),
            "slowest": self.slowest,
            "stories": self.stories,
            "faulty": self.faulty,
            "published": self.published,
        }

    @property
    def slowest(self) -> str:
        """The stage that took longest; empty when there was nothing to do."""
        return max(self.stages, key=lambda stage: stage[1])[0] if self.stages else ""

    def count(self, severity: Severity) -> int:
        """How many problems have a severity."""
        return sum(problem.severity is severity for problem in self.problems)


class Stopwatch:
    """Seconds of the stages of a build, for the report only: no page ever sees them."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self.stages: list[tuple[str, float]] = []

    def lap(self, stage: str) -> None:
        """The stage that ends now."""
        now = time.perf_counter()
        self.stages.append((stage, now - self._last))
        self._last = now

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.perf_counter() - self._start


def problem_json(problem: Problem) -> dict[str, object]:
    """A problem as ``--json`` prints it everywhere."""
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "path": problem.at.path,
        "line": problem.at.line,
        "column": problem.at.column,
        "hint": problem.hint,
    }


def report_data(report: Report) -> dict[str, object]:
    """What of a report is true of the next build too, if nothing changes: as plain data."""
    return {
        "unchanged": report.unchanged + len(report.written), "stories": report.stories, "articles": report.articles,
        "faulty": report.faulty,
        "problems": [[p.severity.name, p.code, p.message, p.at.path, p.at.line, p.at.column, p.hint]
                     for p in report.problems if p.code != UNUSABLE],
    }  # fmt: skip


def report_from(data: dict[str, Any], seconds: float) -> Report:
    """The report of a build that had nothing to do, from that of the last one. Raises ValueError, TypeError, KeyError
    for anything that ``report_data`` did not make."""
    problems = tuple(
        Problem(Severity[grade], code, message, Location(path, line, column), hint)
        for grade, code, message, path, line, column, hint in data["problems"]
    )
    return Report(
        {}, int(data["unchanged"]), (), problems, seconds, (("scan", seconds),), int(data["stories"]),
        int(data["articles"]), int(data["faulty"]), True,
    )  # fmt: skip

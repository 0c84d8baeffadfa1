"""What a build did, for people and for programs."""

from __future__ import annotations

import time
from dataclasses import dataclass

from lisanayn.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
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
            "stories": self.stories,
            "faulty": self.faulty,
            "published": self.published,
        }

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

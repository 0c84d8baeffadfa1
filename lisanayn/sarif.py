"""Findings of ``check`` for code hosts: SARIF 2.1.0 (OASIS), which GitHub and GitLab show beside the lines."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from lisanayn import __version__
from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(problems: Iterable[Problem]) -> dict[str, object]:
    """One SARIF log with one run: every code that was found as a rule, every problem as a result."""
    found = tuple(problems)
    codes = sorted({problem.code for problem in found})
    rules = [
        {"id": code, "fullDescription": {"text": PROBLEM_CODES[code]}, "help": {"text": PROBLEM_CODES[code]}}
        for code in codes
    ]
    driver = {"name": "lisanayn", "version": __version__, "rules": rules}
    results = [_result(problem, codes.index(problem.code)) for problem in found]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _result(problem: Problem, rule: int) -> dict[str, object]:
    """Severities have the same names in SARIF (3.27.10: error, warning, note). Lines and columns begin with 1; a
    finding about a whole file has no region (3.29.4)."""
    place: dict[str, object] = {"artifactLocation": {"uri": quote(problem.at.path, safe="/")}}
    if problem.at.line:
        region = {"startLine": problem.at.line} | ({"startColumn": problem.at.column} if problem.at.column else {})
        place["region"] = region
    text = f"{problem.message}. {problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }

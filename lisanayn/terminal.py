"""What the commands print: reports, problems, JSON. Only these functions and ``cli`` write to the terminal."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from lisanayn.problems import Problem, Severity, describe, printable

if TYPE_CHECKING:
    from lisanayn.build.report import Report


def print_report(report: Report, why: bool, output: str) -> None:
    """The summary of a build, with a reason for each page when ``why``."""
    if why:
        for path, reason in report.written.items():
            click.echo(f"{printable(path)}: {reason}")
        for path in report.removed:
            click.echo(f"{printable(path)}: removed, nothing makes it any more")
    print_problems(report.problems)
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    found = ", ".join(filter(None, [count(errors, "error"), count(warnings, "warning")]))
    if not report.published:
        click.echo(
            f"Not published: {found}. {count(report.faulty, 'story', 'stories') or 'No story'} with errors, "
            f"{report.stories} without; {printable(output)} is as it was.",
            err=True,
        )
        return
    slowest = max(report.stages, key=lambda stage: stage[1])[0]
    click.echo(
        f"{count(report.stories, 'story', 'stories') or 'no story'}: {len(report.written)} files written, "
        f"{report.unchanged} unchanged, {len(report.removed)} removed in {report.seconds:.2f} s (slowest: {slowest})"
        + (f"; {found}" if found else "")
    )


def count(number: int, one: str, many: str = "") -> str:
    """``3 errors``; empty for none."""
    return f"{number} {one if number == 1 else many or one + 's'}" if number else ""


def print_problems(problems: tuple[Problem, ...]) -> None:
    """One line each, where errors go."""
    for problem in problems:
        click.echo(describe(problem), err=True)


def print_json(value: object) -> None:
    """One JSON value, Arabic as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def prepare_streams() -> None:
    """Arabic on a terminal that claims ASCII is printed as escapes, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = (stream.encoding or "").lower()
            reconfigure(encoding="utf-8" if encoding in ("ascii", "us-ascii", "ansi_x3.4-1968") else None,
                        errors="backslashreplace")

"""What the commands print: reports, problems, JSON. Only these functions and ``cli`` write to the terminal."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


_BAR = 30
_PATIENCE = 1.0
"""Seconds of work before a bar appears: short work needs none."""
_LINE_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""


@contextmanager
def progress_shown() -> Iterator[Callable[[str, int, int], None]]:
    """Shows how far long work is: a bar in a terminal, a plain line now and then in a log. Gives the function to call
    with (stage, done, all)."""
    start = last = time.monotonic()
    terminal = sys.stderr.isatty()
    shown = False

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal last, shown
        now = time.monotonic()
        if terminal and now - start > _PATIENCE and (now - last > 0.1 or done == total):
            full = _BAR * done // max(total, 1)
            click.echo(f"\r{stage:12} [{'#' * full}{'-' * (_BAR - full)}] {done}/{total}\033[K", err=True, nl=False)
            last, shown = now, True
        elif not terminal and now - last > _LINE_EVERY:
            click.echo(f"{stage}: {done} of {total}", err=True)
            last = now

    try:
        yield progress
    finally:
        if shown:
            click.echo("\r\033[K", err=True, nl=False)


def count(number: int, one: str, many: str = "") -> str:
    """``3 errors``; empty for none."""
    return f"{number} {one if number == 1 else many or one + 's'}" if number else ""


def print_problems(problems: tuple[Problem, ...]) -> None:
    """One line each, where errors go."""
    for problem in problems:
        click.echo(describe(problem), err=True)


def print_json(value: object) -> None:
    """One JSON value, Arabic as it is; what a terminal could obey is written as JSON's own escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    click.echo(_STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


_STEERING = re.compile("[\x7f-\x9f\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u2069\ufeff]")


def prepare_streams() -> None:
    """Arabic on a terminal that claims ASCII is printed as escapes, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = (stream.encoding or "").lower()
            reconfigure(encoding="utf-8" if encoding in ("ascii", "us-ascii", "ansi_x3.4-1968") else None,
                        errors="backslashreplace")

"""What can be wrong, as values, and what can stop a build, as exceptions.

A mistake of an author is a ``Problem``: it has a place and a remedy, it never stops the
reading of other files, and all problems of a run are reported together.

What can stop a build:

* LisanaynError        shown without a traceback; carries its exit status
  + SettingsError      before anything is read (2)
  + RefusedPath        a folder we must not write to or read from (2)
  + TemplateFault      while a page is rendered: names template, line and page (1)
  + AddressTaken       the preview cannot listen at its address (2)
  + MachineFault       disk full, no permission, unreadable file (3)
  + PublishError       after output/ is complete; output/ stays as it is (4)
  + AnotherRun         another build of this site is active (75)

Anything else is a bug. Only ``cli.main`` may catch it, and only to ask for a report (70).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from lisanayn.record import record


class Severity(Enum):
    """How much a problem matters to what is published."""

    ERROR = "error"
    """The file is not published; exit status 1."""
    WARNING = "warning"
    """Published, but an editor should look; an error under ``--strict``."""
    NOTE = "note"
    """Worth knowing, nothing to do."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the site."""

    path: str
    """Relative to the site folder, ``/``-separated."""
    line: int = 0
    """From 1, counting the front matter; 0 when the whole file is meant."""
    column: int = 0
    """From 1; 0 when the whole line is meant."""

    def __str__(self) -> str:
        parts = [self.path] + [str(n) for n in (self.line, self.column) if n]
        return ":".join(parts)


@record
class Problem:
    """One mistake, its place and its remedy."""

    severity: Severity
    code: str
    """Short and stable, a key of ``problem_codes.PROBLEM_CODES``."""
    message: str
    """What is wrong, in one sentence, quoting the words at fault."""
    at: Location
    hint: str = ""
    """What to do about it; empty only when the message says so already."""


def error(code: str, message: str, at: Location, hint: str = "") -> Problem:
    """A problem that keeps its file from being published."""
    return Problem(Severity.ERROR, code, message, at, hint)


def warning(code: str, message: str, at: Location, hint: str = "") -> Problem:
    """A problem an editor should look at; the page is published all the same."""
    return Problem(Severity.WARNING, code, message, at, hint)


def note(code: str, message: str, at: Location, hint: str = "") -> Problem:
    """Something worth knowing that asks for nothing."""
    return Problem(Severity.NOTE, code, message, at, hint)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Without repetitions, in the order of files and lines."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.at, p.code, p.message)))


def with_severities(problems: Iterable[Problem], wanted: Mapping[str, str]) -> tuple[Problem, ...]:
    """The problems as grave as a site wants them: ``wanted`` gives a severity, or ``off``, by code."""
    found = []
    for problem in problems:
        word = wanted.get(problem.code, problem.severity.value)
        if word != "off":
            severity = Severity(word)
            found.append(problem if severity is problem.severity else replace(problem, severity=severity))
    return tuple(found)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems keeps something from being published."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The hint for an unknown word: the nearest known one, or all of them when none is near."""
    import difflib  # not at the top: costs 4 ms, and a build without mistakes needs none of it

    choices = list(known)
    close = difflib.get_close_matches(word.lower(), choices, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(choices)}"


# Characters that could reorder, hide or colour a terminal line: C0, C1, bidi controls,
# zero-width letters, line separators. Text of authors passes through here before it is printed.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u2069\ufeff]")


def printable(text: str) -> str:
    """The text with every control character written as an escape, so no terminal obeys it."""
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}" if ord(m[0]) > 0xFF else f"\\x{ord(m[0]):02x}", text)


def describe(problem: Problem) -> str:
    """One line for an editor: ``content/a/ar.md:2:1: error: message  — hint [code]``.

    No caret under the faulty words: terminals reorder Arabic lines, and a caret would point elsewhere.
    """
    hint = f"  — {problem.hint}" if problem.hint else ""
    return printable(f"{problem.at}: {problem.severity.value}: {problem.message}{hint} [{problem.code}]")


class LisanaynError(Exception):
    """A fault that ends the run with a message and no traceback."""

    status = 1


class SettingsError(LisanaynError):
    """The settings cannot be used; nothing has been read or written."""

    status = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(describe, self.problems)))


class RefusedPath(LisanaynError):
    """A path that must not be read or written, refused before anything happened."""

    status = 2


class AddressTaken(LisanaynError):
    """The address or port of the preview is in use, reserved, or not of this machine."""

    status = 2


class TemplateFault(LisanaynError):
    """A template failed; names the template, its line and the page being made."""

    status = 1


class MachineFault(LisanaynError):
    """The machine refused: disk full, permission denied, file unreadable."""

    status = 3


class PublishError(LisanaynError):
    """Publishing failed; output/ and the host stay as they were."""

    status = 4


class AnotherRun(LisanaynError):
    """Another run holds this site's lock."""

    status = 75

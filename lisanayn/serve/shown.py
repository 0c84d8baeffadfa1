"""What the preview shows at one moment: the last good site, and what is wrong with the sources."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from lisanayn.problems import Problem, Severity, printable

INDEX = "index.html"
NOT_FOUND = "404.html"
MOST_PROBLEMS = 50
"""Told in the page; the terminal has them all."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one build came to."""

    published: bool
    """Whether the pages show the sources as they are now; otherwise the last good ones stay."""
    files: Mapping[str, str] | None
    """Path → digest of every file of the preview, from its manifest; None: as before."""
    problems: tuple[Problem, ...]
    told: str = ""
    """One line for the terminal."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an address leads."""

    path: str
    """Of the file, in the preview's folder."""
    redirect: bool = False
    """Whether the browser must first be sent to the folder's address, with a slash at its end."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An immutable state; each build makes the next."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Path → digest; nothing else is served, whatever lies in the folder."""
    published: bool = True
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    """Counts the states of the site; a page of an older state reloads itself."""

    def after(self, outcome: Outcome) -> Shown:
        """The state that a build leads to."""
        files = self.files if outcome.files is None else outcome.files
        changed = files != self.files or outcome.published > self.published
        return Shown(files, outcome.published, outcome.problems, self.pages + changed)

    def find(self, address: str) -> Found | None:
        """The file at an address: a path as a browser sends it, decoded, without the first slash. None: nothing there.

        Only names of the manifest are found, so no spelling of ``..``, no dotfile and no listing ever is.
        """
        path = unicodedata.normalize("NFC", address)
        if path in self.files:
            return Found(path)
        folder = path.rstrip("/")
        index = f"{folder}/{INDEX}" if folder else INDEX
        if index in self.files and path in (folder, f"{folder}/"):
            return Found(index, redirect=bool(folder) and path == folder)
        return None

    def as_json(self, hidden: str) -> bytes:
        """What the page's script asks for. ``hidden``: the site's folder, of which a page learns nothing."""
        return json.dumps(
            {
                "pages": self.pages,
                "published": self.published,
                "more": max(0, len(self.problems) - MOST_PROBLEMS),
                "problems": [_told(problem, hidden) for problem in _gravest_first(self.problems)[:MOST_PROBLEMS]],
            },
            ensure_ascii=False,
        ).encode()


def _gravest_first(problems: tuple[Problem, ...]) -> list[Problem]:
    order = list(Severity)
    return sorted(problems, key=lambda problem: order.index(problem.severity))


def _told(problem: Problem, hidden: str) -> dict[str, str]:
    """A problem for the page: text only, no control characters, no path of the machine."""
    texts = {
        "severity": problem.severity.value,
        "code": problem.code,
        "place": str(problem.at),
        "message": problem.message,
        "hint": problem.hint,
    }
    return {
        key: printable(text.replace(hidden + "/", "").replace(hidden, "the site's folder"))
        for key, text in texts.items()
    }

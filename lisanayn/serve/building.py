"""The site's own build, as the preview uses it: into a folder of its own, and never the end of the server."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import datetime

from lisanayn.build.guard import MARKER, PREVIEW
from lisanayn.build.outputs import read_manifest
from lisanayn.build.report import Report
from lisanayn.build.session import build_once
from lisanayn.disk import RealDisk
from lisanayn.problems import AnotherRun, LisanaynError, Location, Problem, SettingsError, TemplateFault, error
from lisanayn.serve.shown import Outcome


def make_build(site: str, drafts: bool, now: datetime) -> Callable[[int], Outcome]:
    """A function that builds the site into its preview folder with a number of processes (0: as many as there are).

    It raises what ``build_once`` raises.
    """
    folder = os.path.join(os.path.abspath(site), PREVIEW)
    disk = RealDisk(folder)

    def build(jobs: int) -> Outcome:
        report = build_once(site, folder, jobs=jobs, drafts=drafts, now=now, preview=True)
        files = read_manifest(disk.read(MARKER)) if disk.exists(MARKER) else {}
        return Outcome(report.published, files, report.problems, _told(report))

    return build


def forgiving(build: Callable[[int], Outcome], jobs: int) -> Callable[[], Outcome]:
    """The build with everything that stops it turned into problems of the page: an author who breaks the settings or a
    template sees it there, and goes on. AnotherRun and bugs are still raised."""

    def call() -> Outcome:
        try:
            return build(jobs)
        except AnotherRun:
            raise
        except SettingsError as fault:
            return Outcome(False, None, fault.problems, _NOT_BUILT)
        except TemplateFault as fault:
            return Outcome(False, None, (_in_template(str(fault)),), _NOT_BUILT)
        except LisanaynError as fault:
            problem = error("build-stopped", str(fault), Location(""), "")
            return Outcome(False, None, (problem,), f"Not built: {fault}")

    return call


_NOT_BUILT = "Not built: the preview shows the last good pages."
_PLACE = re.compile(r"((?:templates|locale)/[^:\s]+)(?::(\d+))?: (.+)", re.DOTALL)
"""How the message of a TemplateFault begins."""


def _in_template(message: str) -> Problem:
    """The fault of a template as a problem at its place."""
    found = _PLACE.fullmatch(message)
    place, words = (Location(found[1], int(found[2] or 0)), found[3]) if found else (Location("templates"), message)
    return error("build-stopped", words, place, "mend the template; docs/theming.md lists what one may use")


def _told(report: Report) -> str:
    if not report.published:
        return _NOT_BUILT
    first = next(iter(report.written), "")
    if not first and not report.removed:
        return "Nothing changed."
    more = f" and {len(report.written) - 1} more" if len(report.written) > 1 else ""
    written = f"wrote {first}{more}" if first else "wrote nothing"
    removed = f", removed {len(report.removed)}" if report.removed else ""
    return f"Built in {report.seconds:.2f} s: {written}{removed}."

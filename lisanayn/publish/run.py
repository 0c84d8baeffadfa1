"""One publication: the finished site, the target, the difference, and only then a change."""

from __future__ import annotations

import contextlib
import os
import platform
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import only_run
from lisanayn.disk import RealDisk
from lisanayn.problems import Problem, PublishError, Severity, describe
from lisanayn.publish.difference import Difference, Standing, brake, compare, instant
from lisanayn.publish.history import History
from lisanayn.publish.marker import Marker
from lisanayn.publish.objections import objection
from lisanayn.publish.place import Publisher
from lisanayn.publish.release import Release, read_release
from lisanayn.publish.target import Target, choose
from lisanayn.settings import SITE_FILE
from lisanayn.settings_file import load_settings

OUTPUT = "output"
CACHE = ".lisanayn"

_SHOWN = 3


def publish_site(
    site: str, target: str | None, dry_run: bool = False, allow_deletes: int = 0, *, adopt: bool = False,
    rollback: bool = False, now: datetime | None = None, problems: Callable[[], Iterable[Problem]] | None = None,
) -> Difference:  # fmt: skip
    """Publishes output/ of a site; what changed at the target, or would change.

    ``target``: a name of site.toml, a path or a URL; None for the only one that is configured. ``dry_run`` writes
    nothing, anywhere. ``allow_deletes``: how many files may go although they are many. ``adopt``: take the target over,
    whatever it holds (see ``objections``). ``rollback``: bring back the version before the one at the target, instead
    of output/. ``now``: the instant of the publication (aware); the end of the build when not given. ``problems`` finds
    what is wrong with the site: an error stops the publication.

    Raises SettingsError; RefusedPath for a target that is not ours to write to; PublishError when output/ is not
    whole or has errors, when too much would be removed, or the target failed; AnotherRun; MachineFault.
    """
    disk = RealDisk(site)
    settings = load_settings(disk.read(SITE_FILE) if disk.exists(SITE_FILE) else None)
    output = os.path.join(disk.root, OUTPUT)
    now = now or _end_of_build(output)
    chosen = choose(disk.root, settings, target, now, dry_run)
    if problems is not None and not rollback:
        _refuse_errors(problems())
    with _alone(disk.root, dry_run):
        built = None if rollback else read_release(output)
        with chosen.open() as publisher:
            return _publish(chosen, publisher, built, dry_run, allow_deletes, adopt)


def _publish(
    chosen: Target, publisher: Publisher, built: Release | None, dry_run: bool, allow_deletes: int, adopt: bool
) -> Difference:
    """``built``: the version to be published; None for the one before the one at the target."""
    place = chosen.place
    name = digest_bytes(chosen.kind.name.encode(), publisher.name.encode())[:16]
    history = History(os.path.join(place.site, CACHE), name)
    release = built.with_files(publisher.extras) if built is not None else _previous(publisher, history)
    standing = _look(publisher, release)
    runner, published = _runner(place.site), instant(place.now)
    after = Marker(place.identity, dict(release.files), runner=runner, published=published, built=release.built)
    fault = None if adopt else objection(standing, after, publisher.name, place.now)
    if fault is not None:
        raise fault
    difference = compare(release.files, standing, publisher.keeps_old, place.now, adopt)
    difference = replace(difference, stop=brake(difference, standing, allow_deletes))
    if dry_run:
        return difference
    if difference.stop:
        raise PublishError(f"nothing was published: {difference.stop}")
    publisher.carry_out(release, difference, standing.marker, replace(after, kept=difference.kept))
    if not publisher.keeps_versions:
        history.record(release)
    return difference


def _look(publisher: Publisher, release: Release) -> Standing:
    """What the target holds. A fault says what became of the target: nothing."""
    try:
        return publisher.look(release)
    except PublishError as fault:
        raise PublishError(f"{fault}; the target is as it was") from None


def _previous(publisher: Publisher, history: History) -> Release:
    marker = _look(publisher, Release({}, lambda path: b"")).marker
    return publisher.previous(marker) if publisher.keeps_versions else history.previous(marker)


def _refuse_errors(problems: Iterable[Problem]) -> None:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        more = f" and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""
        told = "; ".join(map(describe, errors[:_SHOWN]))
        raise PublishError(f"nothing was published: the site has {len(errors)} errors: {told}{more}")


def _end_of_build(output: str) -> datetime:
    """When output/ was built; long ago when there is no build."""
    try:
        seconds = os.stat(output).st_mtime
    except OSError:
        seconds = 0.0
    return datetime.fromtimestamp(int(seconds), UTC)


def _runner(site: str) -> str:
    """A name for this copy of the site on this machine, which tells nobody else anything."""
    return digest_bytes(platform.node().encode(), os.path.realpath(site).encode())[:16]


def _alone(site: str, dry_run: bool) -> AbstractContextManager[None]:
    """Holds the site's lock, so that no build changes output/ meanwhile; a dry run writes not even a lock."""
    return contextlib.nullcontext() if dry_run else only_run(os.path.join(site, CACHE))

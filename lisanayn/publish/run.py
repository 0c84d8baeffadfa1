"""One publication: the finished site, the target, the difference, and only then a change."""

from __future__ import annotations

import contextlib
import os
from contextlib import AbstractContextManager
from dataclasses import replace

from lisanayn.build.guard import only_run
from lisanayn.disk import RealDisk
from lisanayn.problems import PublishError
from lisanayn.publish.difference import Difference, brake, compare
from lisanayn.publish.release import read_release
from lisanayn.publish.target import choose
from lisanayn.settings import SITE_FILE
from lisanayn.settings_file import load_settings

OUTPUT = "output"
CACHE = ".lisanayn"


def publish_site(site: str, target: str | None, dry_run: bool = False, allow_deletes: int = 0) -> Difference:
    """Publishes output/ of a site; what changed at the target, or would change.

    ``target``: a name of site.toml, a folder, a .zip file or a file:// URL; None for the only one that is configured.
    ``dry_run`` writes nothing, anywhere. ``allow_deletes``: how many files may go although they are many.

    Raises SettingsError; RefusedPath for a target that is not ours to write to; PublishError when output/ is not
    whole, when too much would be removed, or a file of someone else is in the way; AnotherRun; MachineFault.
    """
    disk = RealDisk(site)
    settings = load_settings(disk.read(SITE_FILE) if disk.exists(SITE_FILE) else None)
    publisher = choose(disk.root, settings, target)
    with _alone(disk.root, dry_run):
        release = read_release(os.path.join(disk.root, OUTPUT))
        standing = publisher.look(release.files)
        difference = compare(release.files, standing, publisher.keeps_old)
        difference = replace(difference, stop=brake(difference, standing, allow_deletes))
        if dry_run:
            return difference
        if difference.stop:
            raise PublishError(f"nothing was published: {difference.stop}")
        publisher.carry_out(release, difference)
    return difference


def _alone(site: str, dry_run: bool) -> AbstractContextManager[None]:
    """Holds the site's lock, so that no build changes output/ meanwhile; a dry run writes not even a lock."""
    return contextlib.nullcontext() if dry_run else only_run(os.path.join(site, CACHE))

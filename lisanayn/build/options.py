"""What a build is told: folders, and what a person asked for. Nothing heavy is imported here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from lisanayn.build.stage import Stage
from lisanayn.disk import Disk
from lisanayn.record import record

Progress = Callable[[str, int, int], None]
"""Told how far a build is: (stage, what is done, of how many). Called often; it must be quick."""


def silent(stage: str, done: int, total: int) -> None:
    """Tells nobody."""


@record
class Options:
    """What a person may say about one build."""

    now: datetime
    """The instant of the build, UTC: decides what is released, and nothing else."""
    drafts: bool = False
    strict: bool = False
    """Warnings keep the site from being published too."""


@record
class Folders:
    """The folders of one build."""

    site: Disk
    output: Disk
    cache: Disk
    stage: Stage
    name: str = "site"
    """Of what is remembered in the cache; one for each output folder."""
    taken: int = 0
    """The time of the cache's file system before anything was looked at, in nanoseconds; see ``signature``."""

    @property
    def store(self) -> str:
        """Name of the store in the cache."""
        return f"{self.name}.sqlite"

    @property
    def signature(self) -> str:
        """Name of the signature in the cache."""
        return f"{self.name}.signature"

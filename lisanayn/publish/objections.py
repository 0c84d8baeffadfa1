"""What speaks against publishing to a target, apart from the number of deletions. ``--adopt`` overrules all of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from lisanayn.problems import AnotherRun, LisanaynError, PublishError, RefusedPath, printable
from lisanayn.publish.difference import Standing, read_instant
from lisanayn.publish.marker import Identity, Marker

_PATIENCE = timedelta(minutes=15)
"""How long another machine's unfinished publication is taken to be still running."""

_SHOWN = 5


def objection(standing: Standing, next_one: Marker, name: str, now: datetime) -> LisanaynError | None:
    """The first thing that speaks against putting ``next_one`` where ``standing`` is; None when nothing does.

    ``name``: the target as messages call it. Nothing has been written yet, and nothing will be when it is raised.
    """
    marker, wanted = standing.marker, next_one.files
    in_the_way = sorted(standing.strangers.keys() & wanted.keys())
    if standing.is_new and standing.strangers:
        return RefusedPath(
            f"{name}: is not empty and nothing was published there before{_overwritten(in_the_way)}; name an empty "
            "folder, or say --adopt to publish beside its files, which stay"
        )
    if marker.site.is_other(next_one.site):
        return RefusedPath(f"{name}: {_two_sites(marker.site, next_one.site)}; if it may take its place, say --adopt")
    if in_the_way:
        return PublishError(
            f"{_names(in_the_way)} at the target was not put there by lisanayn and is not overwritten; "
            "move it away, rename the article, or say --adopt"
        )
    began = read_instant(marker.published)
    if marker.pending and marker.runner != next_one.runner and abs(now - began) < _PATIENCE:
        return AnotherRun(
            f"{name}: a publication from another machine began at {marker.published} and is not finished; wait for it, "
            f"or say --adopt if it was broken off (after {_PATIENCE.seconds // 60} minutes that goes without saying)"
        )
    if next_one.built and marker.built > next_one.built and marker.files != wanted:
        return PublishError(
            f"{name}: holds a build that is newer than output/; fetch the newest sources, run `lisanayn build` and "
            "publish again, or say --adopt to put the older one there"
        )
    return None


def _two_sites(there: Identity, here: Identity) -> str:
    return f"holds another site, {printable(str(there))!r}; this one is {printable(str(here))!r}"


def _overwritten(paths: Collection[str]) -> str:
    return f" ({_names(sorted(paths))} would be overwritten)" if paths else ""


def _names(paths: list[str]) -> str:
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return ", ".join(map(printable, paths[:_SHOWN])) + more

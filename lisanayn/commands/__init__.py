"""The commands, one module each; what they share stands here. A module is loaded when its command is called."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click


def site_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--site DIR``."""
    return click.option("--site", default=".", metavar="DIR", help="The site's folder (default: here).")(function)


def instant(now: str | None) -> datetime:
    """The instant of the build: asked for, or given by SOURCE_DATE_EPOCH, or the clock's; the only look at a clock."""
    from lisanayn.text.dates import parse_date

    if now:
        day = parse_date(now)
        if day is None:
            raise click.BadParameter(f"{now!r} is not a date; write it as 2026-03-12", param_hint="--now")
        return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one clock: from here on it is an input

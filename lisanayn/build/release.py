"""What is published on a day: drafts, articles of the future and expired ones stay out of every page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lisanayn.model.article import Header


def is_released(header: Header, now: datetime, drafts: bool) -> bool:
    """Whether an article may be shown at an instant (aware, UTC). ``drafts`` shows what is not released yet too."""
    if drafts:
        return True
    if header.draft or (header.publish_at and header.publish_at.instant > now):
        return False
    return not (header.expires and header.expires.instant <= now)


def turns(headers: Iterable[Header], now: datetime) -> tuple[str, str]:
    """(the last instant up to ``now`` that released or withdrew one of the articles, the next one), ISO 8601; empty for
    none. Between the two nothing changes by itself."""
    dates = [moment.instant for header in headers for moment in (header.publish_at, header.expires) if moment]
    before, after = [date for date in dates if date <= now], [date for date in dates if date > now]
    return max(before).isoformat() if before else "", min(after).isoformat() if after else ""

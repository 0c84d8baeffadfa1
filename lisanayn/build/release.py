"""What is published on a day: drafts, articles of the future and expired ones stay out of every page."""

from __future__ import annotations

from datetime import UTC, datetime

from lisanayn.model.article import Header


def is_released(header: Header, now: datetime, drafts: bool) -> bool:
    """Whether an article may be shown at an instant (aware, UTC). ``drafts`` shows what is not released yet too."""
    if drafts:
        return True
    if header.draft or (header.publish_at and header.publish_at.instant > now):
        return False
    return not (header.expires and header.expires.instant <= now)


def midnight(year: int, month: int, day: int) -> datetime:
    """The instant at which a day begins in UTC."""
    return datetime(year, month, day, tzinfo=UTC)

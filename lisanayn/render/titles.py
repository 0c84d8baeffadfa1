"""Titles: plain text whose direction is right where no markup can help, in a tab or a shared link."""

from __future__ import annotations

from collections.abc import Iterable

from lisanayn.text.direction import LRM, RLM, isolated, title_text
from lisanayn.text.lang import Direction


def page_title(parts: Iterable[str], direction: Direction) -> str:
    """The parts of a title, each isolated so that none reorders another, behind a mark of the page's direction.

    The mark always stands when there are isolates: the first letter decides how a tab shows the line, and letters
    inside isolates do not count (UAX #9, rule P2).
    """
    given = [part for part in parts if part]
    if len(given) < 2:
        return title_text(given[0], direction) if given else ""
    return (RLM if direction == "rtl" else LRM) + " · ".join([isolated(part) for part in given])

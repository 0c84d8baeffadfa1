"""Ids of headings and figures: lasting, unique on a page, and the same on all pages of a story."""

from __future__ import annotations

import re

from lisanayn.text.slugs import slugify

_GOOD = re.compile(r"[^\W\d_][\w.-]{0,79}")
_OURS = re.compile(r"(s\d|f\d|t\d|fn-|fnref-|tag-|letter-)")
"""Beginnings of ids that the page gives itself."""
_FIXED = frozenset({"main", "text", "pos", "marks", "keys", "about", "notes"})


class Ids:
    """The ids given out on one page."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def heading(self, anchor: str, text: str) -> str:
        """An id for a heading: the author's where it can be one, else made from the words."""
        wanted = anchor if _GOOD.fullmatch(anchor) and not self._is_ours(anchor) else f"h-{slugify(text, 'latin')}"
        wanted = wanted.rstrip("-") or "h"
        free, count = wanted, 1
        while free in self._taken:
            count += 1
            free = f"{wanted}-{count}"
        self._taken.add(free)
        return free

    @staticmethod
    def _is_ours(anchor: str) -> bool:
        return bool(_OURS.match(anchor)) or anchor in _FIXED or anchor.startswith(("m-", "z-"))

"""The tables of ``text.inflection`` that a site needs: those of the scripts its languages are written in."""

from __future__ import annotations

from collections.abc import Iterable

from lisanayn.text.inflection import Joined, Stemmed
from lisanayn.text.inflection_arabic import ARABIC
from lisanayn.text.inflection_latin import LATIN
from lisanayn.text.inflection_more import HEBREW, PERSIAN

_JOINED: tuple[tuple[Joined, tuple[str, ...]], ...] = ((ARABIC, ("ar",)), (PERSIAN, ("fa", "ur")), (HEBREW, ("he",)))
"""(table, languages it is for); of two tables for one script the first that serves a language of the site is taken."""


def joined_tables(languages: Iterable[str]) -> tuple[Joined, ...]:
    """The tables of scripts with clitics and endings; one a script."""
    codes = set(languages)
    found: dict[str, Joined] = {}
    for table, served in _JOINED:
        if codes & set(served):
            found.setdefault(table.letters, table)
    return tuple(found.values())


def stemmed_tables() -> tuple[Stemmed, ...]:
    """The tables of scripts with stems: every site has Latin words, if only names."""
    return (LATIN,)

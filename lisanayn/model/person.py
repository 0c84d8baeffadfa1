"""People: who wrote, translated and reviewed; one record for all their names."""

from __future__ import annotations

from typing import Literal

from lisanayn.record import record

Role = Literal["author", "translator", "reviewer"]


@record
class Person:
    """One person, from people.toml or made from the names that stories give."""

    id: str
    """Stable; the address of the person's page."""
    names: tuple[tuple[str, str], ...]
    """(language code, name), in the order of the site's languages; may lack a language."""
    aliases: tuple[str, ...] = ()
    """Other spellings that mean the same person."""

"""People: who wrote, translated and reviewed; one record for all their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["author", "translator", "reviewer"]


@dataclass(frozen=True, slots=True)
class Person:
    """One person, from people.toml or made from the names that stories give."""

    id: str
    """Stable; the address of the person's page."""
    names: tuple[tuple[str, str], ...]
    """(language code, name), in the order of the site's languages; may lack a language."""
    aliases: tuple[str, ...] = ()
    """Other spellings that mean the same person."""

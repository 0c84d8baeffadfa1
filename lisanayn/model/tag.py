"""Tags: what articles are about, one record for both languages."""

from __future__ import annotations

from lisanayn.record import record


@record
class Tag:
    """One topic, from tags.toml or made from the first article that used an unlisted word."""

    id: str
    """Stable; the address of the tag's page."""
    names: tuple[tuple[str, str], ...]
    """(language code, name), in the order of the site's languages; may lack a language."""
    aliases: tuple[str, ...] = ()

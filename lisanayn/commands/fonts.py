"""``fonts``: the theme's typefaces, fetched once for all sites of the machine."""

from __future__ import annotations

import click


@click.command(epilog="Example: lisanayn fonts")
def fonts() -> int:
    """Fetch the theme's typefaces (Noto Naskh Arabic, Noto Serif Hebrew, Literata; SIL Open Font License)."""
    from lisanayn.build.font_packages import fetch_fonts

    return 0 if fetch_fonts(click.echo) else 1

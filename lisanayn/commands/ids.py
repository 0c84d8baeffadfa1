"""``ids``: the locks that keep sentence ids."""

from __future__ import annotations

import click

from lisanayn.commands import instant, site_option
from lisanayn.problems import printable


@click.command(epilog="Example: lisanayn ids harbour")
@site_option
@click.argument("slugs", nargs=-1, metavar="[SLUG …]")
def ids(site: str, slugs: tuple[str, ...]) -> int:
    """Write the locks that keep sentence ids, so that links to sentences survive edits."""
    from lisanayn.build.alignment import write_ids

    for path in write_ids(site, slugs, instant(None)):
        click.echo(printable(path))
    return 0

"""``publish``: output/ to where readers find it."""

from __future__ import annotations

import click

from lisanayn.commands import site_option
from lisanayn.problems import printable


@click.command(epilog="Example: lisanayn publish ../public --dry-run")
@site_option
@click.argument("target", required=False)
@click.option("--dry-run", is_flag=True, help="Print what would change at the target, and change nothing.")
@click.option("--allow-deletes", default=0, metavar="N", help="Allow the removal of up to N files.")
def publish(site: str, target: str | None, dry_run: bool, allow_deletes: int) -> int:
    """Publish output/ to a folder or a .zip file, or to a target named in site.toml."""
    from lisanayn.publish import publish_site

    difference = publish_site(site, target, dry_run, allow_deletes)
    for line in difference.lines():
        click.echo(printable(line))
    click.echo(difference.summary(dry_run))
    return 0

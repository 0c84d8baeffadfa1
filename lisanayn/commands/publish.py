"""``publish``: output/ to where readers find it."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from lisanayn.commands import site_option
from lisanayn.problems import printable


@click.command(epilog="Examples: lisanayn publish ../public --dry-run · lisanayn publish pages --rollback")
@site_option
@click.argument("target", required=False)
@click.option("--dry-run", is_flag=True, help="Print what would change at the target, and change nothing.")
@click.option("--allow-deletes", default=0, type=click.IntRange(0), metavar="N",
              help="Allow the removal of up to N files.")  # fmt: skip
@click.option("--adopt", is_flag=True, help="Take a target over that holds other files, another site or a newer build.")
@click.option("--rollback", is_flag=True, help="Bring back the version before the one at the target.")
def publish(site: str, target: str | None, dry_run: bool, allow_deletes: int, adopt: bool, rollback: bool) -> int:
    """Publish output/ to a folder, a .zip file, a git branch, a server or storage; see docs/hosting.md.

    TARGET is the name of a [publish.NAME] table in site.toml, a path or a URL. A site that `check` finds errors in is
    not published.
    """
    from lisanayn.build.checking import check_site
    from lisanayn.publish import publish_site

    # The real clock, whatever SOURCE_DATE_EPOCH says: assets that leave stay a day of the readers' time.
    now = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251
    difference = publish_site(
        site, target, dry_run, allow_deletes, adopt=adopt, rollback=rollback, now=now,
        problems=lambda: check_site(site, None, now),
    )  # fmt: skip
    for line in difference.lines():
        click.echo(printable(line))
    click.echo(difference.summary(dry_run))
    return 0

"""``build``: the site into output/."""

from __future__ import annotations

import os

import click

from lisanayn.commands import instant, site_option
from lisanayn.terminal import print_json, print_report, progress_shown


@click.command(epilog="Example: lisanayn build --why")
@site_option
@click.option("--output", metavar="DIR", help="Where the site goes (default: output/ in the site's folder).")
@click.option("--jobs", default=0, metavar="N", type=click.IntRange(0, 256), help="Processes (default: all).")
@click.option("--strict", is_flag=True, help="Warnings keep the site from being published too.")
@click.option("--why", is_flag=True, help="The reason for each page written.")
@click.option("--drafts", is_flag=True, help="Include drafts and articles of the future.")
@click.option("--now", metavar="DATE", help="Build as if it were this day (default: SOURCE_DATE_EPOCH, or today).")
@click.option("--adopt", is_flag=True, help="Build into a folder that holds other files; they are kept.")
@click.option("--executor", default="", metavar="URL", help="Work on a cluster: dask://HOST:PORT.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
def build(site: str, output: str | None, jobs: int, strict: bool, why: bool, drafts: bool, now: str | None,
          adopt: bool, executor: str, as_json: bool) -> int:  # fmt: skip
    """Build the site into output/."""
    from lisanayn.build.session import build_once

    with progress_shown() as progress:
        report = build_once(
            site, output, jobs=jobs, strict=strict, drafts=drafts, now=instant(now), adopt=adopt, executor=executor,
            progress=progress,
        )  # fmt: skip
    if as_json:
        print_json(report.as_json())
    else:
        print_report(report, why, output or os.path.join(site, "output"))
    return 0 if report.published else 1

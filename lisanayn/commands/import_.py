"""``import``: outside texts into an article."""

from __future__ import annotations

import click

from lisanayn.commands import site_option
from lisanayn.problems import printable
from lisanayn.terminal import print_problems


@click.command(name="import", epilog="Example: lisanayn import memory.tmx --slug harbour --langs ar,en")
@site_option
@click.argument("files", nargs=-1, required=True)
@click.option("--slug", required=True, help="The new article's name.")
@click.option("--langs", default="ar,en", show_default=True, metavar="ORIGINAL,TRANSLATION")
def import_(site: str, files: tuple[str, ...], slug: str, langs: str) -> int:
    """Bring in a TMX file, two plain texts, or a hunalign or vecalign ladder with its two texts."""
    from lisanayn.build.alignment import import_texts

    pair = tuple(langs.split(","))
    if len(pair) != 2 or len(files) > 3:
        raise click.UsageError("give one TMX file, two texts, or a ladder and two texts; --langs takes two codes")
    written, problems = import_texts(site, slug, files, (pair[0].strip(), pair[1].strip()))
    print_problems(problems)
    for path in written:
        click.echo(printable(path))
    return 0 if written else 1

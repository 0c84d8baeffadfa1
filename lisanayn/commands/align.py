"""``align``: sentences beside those that translate them."""

from __future__ import annotations

import os
import shutil

import click

from lisanayn.commands import instant, site_option
from lisanayn.problems import printable


@click.command(epilog="Examples: lisanayn align harbour --review · lisanayn align one.ar.txt other.en.txt")
@site_option
@click.argument("names", nargs=-1, metavar="[SLUG … | ORIGINAL TRANSLATION]")
@click.option("--write", is_flag=True, help="Write the alignment files; what a person reviewed is not touched.")
@click.option("--review", is_flag=True, help="Only what a person should look at, least confident first.")
@click.option("--source-lang", metavar="CODE", help="With two files: the original's language.")
@click.option("--target-lang", metavar="CODE", help="With two files: the translation's language.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
def align(site: str, names: tuple[str, ...], write: bool, review: bool, source_lang: str | None,
          target_lang: str | None, as_json: bool) -> int:  # fmt: skip
    """Show the sentences of a story beside those that translate them, or of two files given by path."""
    from lisanayn.align.exchange import groups_json
    from lisanayn.align.status import translation_status
    from lisanayn.align.twofiles import side_by_side
    from lisanayn.build.alignment import align_two, open_stories, write_sidecars

    width = shutil.get_terminal_size((100, 24)).columns
    if len(names) == 2 and all(os.path.isfile(name) for name in names):
        _, translation = align_two(site, names[0], names[1], (source_lang, target_lang))
        click.echo(groups_json(translation) if as_json else side_by_side(translation, width, review))
        return 0
    if write:
        for path in write_sidecars(site, names, instant(None)):
            click.echo(printable(path))
        return 0
    _, stories = open_stories(site, names, instant(None))
    rows = [(translation_status(one.story, t), one.story.slug, t) for one in stories for t in one.story.translations]
    for status, slug, translation in sorted(rows, key=lambda row: (-row[0].work(), row[1], row[0].lang)):
        if as_json:
            click.echo(groups_json(translation))
            continue
        click.echo(
            f"{printable(slug)} → {status.lang}: {status.translated} of {status.sentences} sentences translated, "
            f"{status.unreviewed} groups to review, {status.stale} changed since their review"
        )
        if names:
            click.echo(side_by_side(translation, width, review))
    return 0

"""``new``: an article or a site to start from."""

from __future__ import annotations

import click

from lisanayn.commands import instant


@click.command(epilog="Examples: lisanayn new harbour · lisanayn new --site my-site --langs he,en")
@click.argument("slug", required=False)
@click.option("--site", metavar="DIR", help="With SLUG: the site's folder. Alone: the folder of a new site.")
@click.option("--langs", default="ar,en", show_default=True, metavar="CODES", help="Languages of a new site.")
def new(slug: str | None, site: str | None, langs: str) -> int:
    """Start an article, or with --site alone a whole site that builds."""
    from lisanayn.build.starter import new_article, new_site

    if slug is None and site is None:
        raise click.UsageError("say what to make: `new harbour` an article, `new --site my-site` a site")
    if slug is not None:
        made = new_article(site or ".", slug)
    else:
        program = click.get_current_context().find_root().info_name or "lisanayn"
        made = new_site(site or ".", [code.strip() for code in langs.split(",")], instant(None).date(), program)
    for line in made:
        click.echo(line)
    return 0

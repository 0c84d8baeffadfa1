"""``new``: an article or a site to start from."""

from __future__ import annotations

import click


@click.command(epilog="Examples: lisanayn new harbour · lisanayn new --site my-site")
@click.argument("slug", required=False)
@click.option("--site", metavar="DIR", help="With SLUG: the site's folder. Alone: the folder of a new site.")
def new(slug: str | None, site: str | None) -> int:
    """Start an article, or with --site alone a whole site that builds."""
    from lisanayn.build.starter import new_article, new_site

    if slug is None and site is None:
        raise click.UsageError("say what to make: `new harbour` an article, `new --site my-site` a site")
    made = new_article(site or ".", slug) if slug is not None else new_site(site or ".")
    for line in made:
        click.echo(line)
    return 0

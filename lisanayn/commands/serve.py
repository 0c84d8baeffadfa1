"""``serve``: preview with live reload."""

from __future__ import annotations

import click

from lisanayn.commands import instant, site_option


@click.command(epilog="Example: lisanayn serve --open")
@site_option
@click.option("--port", default=8000, type=click.IntRange(1, 65535), show_default=True, help="Where to listen.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address shows the preview to others.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--drafts/--no-drafts", default=True, help="Show drafts (default: yes).")
def serve(site: str, port: int, host: str, open_browser: bool, drafts: bool) -> int:
    """Build, serve on this machine, watch, and reload the browser after each save."""
    from lisanayn.serve import preview

    return preview(site, host, port, open_browser, drafts, instant(None), click.echo)

"""``explain``: how a source was read."""

from __future__ import annotations

import click

from lisanayn.commands import site_option
from lisanayn.terminal import print_json


@click.command(epilog="Example: lisanayn explain content/harbour/ar.txt")
@site_option
@click.argument("file")
@click.option("--lang", metavar="CODE", help="The text's language (default: from the file's name).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
def explain(site: str, file: str, lang: str | None, as_json: bool) -> int:
    """Show how a source file was read: block by block, each with its reason."""
    from lisanayn.build.session import parse_file
    from lisanayn.explain import explain_json, explain_text
    from lisanayn.problems import has_errors
    from lisanayn.text.languages import LANGUAGES

    parsed = parse_file(site, file, lang)
    language = LANGUAGES[parsed.article.lang]
    if as_json:
        print_json(explain_json(parsed, language))
    else:
        click.echo(explain_text(parsed, language))
    return 1 if has_errors(parsed.problems) else 0

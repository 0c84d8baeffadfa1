"""``check``: everything that can be wrong."""

from __future__ import annotations

import difflib

import click

from lisanayn.commands import instant, site_option
from lisanayn.problems import Severity, printable
from lisanayn.terminal import count, print_json, print_problems


@click.command(epilog="Example: lisanayn check --strict")
@site_option
@click.option("--output", metavar="DIR", help="The built site (default: output/ in the site's folder).")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--explain", "code", metavar="CODE", help="What a problem's code means, and what to do.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
@click.option("--sarif", is_flag=True, help="A SARIF log, for code hosts.")
def check(site: str, output: str | None, strict: bool, code: str | None, as_json: bool, sarif: bool) -> int:
    """Check the sources and the built site for everything that can be wrong."""
    from lisanayn.build.checking import check_site
    from lisanayn.build.report import problem_json
    from lisanayn.problem_codes import PROBLEM_CODES
    from lisanayn.sarif import as_sarif

    if code is not None:
        if code not in PROBLEM_CODES:
            close = difflib.get_close_matches(code, PROBLEM_CODES, n=3)
            hint = f"; did you mean {' or '.join(close)}?" if close else ""
            raise click.BadParameter(f"no problem has the code {printable(code)!r}{hint}", param_hint="--explain")
        click.echo(PROBLEM_CODES[code])
        return 0
    if as_json and sarif:
        raise click.UsageError("--json and --sarif are two forms of one answer; name one of them")
    problems = check_site(site, output, instant(None))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    if sarif:
        print_json(as_sarif(problems))
    elif as_json:
        print_json({"problems": [problem_json(problem) for problem in problems]})
    else:
        print_problems(problems)
        found = ", ".join(filter(None, [count(errors, "error"), count(warnings, "warning")]))
        click.echo(found or "Nothing wrong.")
    return 1 if errors or (strict and warnings) else 0

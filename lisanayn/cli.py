"""Arguments → one function a command. The only place that prints, and the only one that ends the process.

Heavy modules are imported inside the commands that need them: a build that finds nothing changed loads none of them.

Exit statuses: 0 good · 1 the content or a template is wrong · 2 usage, settings or a refused path · 3 the machine
refused · 4 publishing failed · 70 a bug · 75 another run is active · 130 interrupted.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NoReturn

import click

from lisanayn import __version__
from lisanayn.problems import LisanaynError, MachineFault, Problem, SettingsError, Severity, describe, printable

if TYPE_CHECKING:
    from lisanayn.build.report import Report

BUG = 70
INTERRUPTED = 130


class _Commands(click.Group):
    """``python build.py`` alone, or with options only, means ``build``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts ``build`` before the options when no command is named."""
        words = [word for word in args if not word.startswith("-")]
        asks_help = args and args[0] in ("--help", "-h", "--version")
        if not asks_help and (not words or not any(word in self.commands for word in words)) and not _names(args):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def _names(args: list[str]) -> bool:
    """Whether the first word is a (mistyped) command rather than an option's value."""
    return bool(args) and not args[0].startswith("-")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lisanayn")
def commands() -> None:
    """lisanayn (لسانين): a static site generator for bilingual reading.

    A folder of articles and their translations goes in; a static folder for any web host comes out.
    Without a command, the site is built.
    """


def _site_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--site", default=".", metavar="DIR", help="The site's folder (default: here).")(function)


@commands.command(epilog="Example: lisanayn build --why")
@_site_option
@click.option("--output", metavar="DIR", help="Where the site goes (default: output/ in the site's folder).")
@click.option("--jobs", default=0, metavar="N", type=click.IntRange(0, 256), help="Processes (default: all).")
@click.option("--strict", is_flag=True, help="Warnings keep the site from being published too.")
@click.option("--why", is_flag=True, help="The reason for each page written.")
@click.option("--drafts", is_flag=True, help="Include drafts and articles of the future.")
@click.option("--now", metavar="DATE", help="Build as if it were this day (default: SOURCE_DATE_EPOCH, or today).")
@click.option("--adopt", is_flag=True, help="Build into a folder that holds other files; they are kept.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
def build(site: str, output: str | None, jobs: int, strict: bool, why: bool, drafts: bool, now: str | None,
          adopt: bool, as_json: bool) -> int:  # fmt: skip
    """Build the site into output/."""
    from lisanayn.build.session import build_once

    report = build_once(site, output, jobs=jobs, strict=strict, drafts=drafts, now=_instant(now), adopt=adopt)
    if as_json:
        _print_json(report.as_json())
    else:
        _print_report(report, why, output or os.path.join(site, "output"))
    return 0 if report.published else 1


def _instant(now: str | None) -> datetime:
    """The instant of the build: asked for, or given by SOURCE_DATE_EPOCH, or the clock's; the only look at a clock."""
    from lisanayn.text.dates import parse_date

    if now:
        day = parse_date(now)
        if day is None:
            raise click.BadParameter(f"{now!r} is not a date; write it as 2026-03-12", param_hint="--now")
        return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one clock: from here on it is an input


def _print_report(report: Report, why: bool, output: str) -> None:
    if why:
        for path, reason in report.written.items():
            click.echo(f"{printable(path)}: {reason}")
        for path in report.removed:
            click.echo(f"{printable(path)}: removed, nothing makes it any more")
    _print_problems(report.problems)
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    found = ", ".join(filter(None, [_count(errors, "error"), _count(warnings, "warning")]))
    if not report.published:
        click.echo(
            f"Not published: {found}. {_count(report.faulty, 'story', 'stories') or 'No story'} with errors, "
            f"{report.stories} without; {printable(output)} is as it was.",
            err=True,
        )
        return
    slowest = max(report.stages, key=lambda stage: stage[1])[0]
    click.echo(
        f"{_count(report.stories, 'story', 'stories') or 'no story'}: {len(report.written)} files written, "
        f"{report.unchanged} unchanged, {len(report.removed)} removed in {report.seconds:.2f} s (slowest: {slowest})"
        + (f"; {found}" if found else "")
    )


def _count(number: int, one: str, many: str = "") -> str:
    """``3 errors``; empty for none."""
    return f"{number} {one if number == 1 else many or one + 's'}" if number else ""


def _print_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(describe(problem), err=True)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


@commands.command(epilog="Example: lisanayn explain content/harbour/ar.txt")
@_site_option
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
        _print_json(explain_json(parsed, language))
    else:
        click.echo(explain_text(parsed, language))
    return 1 if has_errors(parsed.problems) else 0


@commands.command(epilog="Example: lisanayn serve --open")
@_site_option
@click.option("--port", default=8000, type=click.IntRange(1, 65535), show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address shows the preview to others.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--drafts/--no-drafts", default=True, help="Show drafts (default: yes).")
def serve(site: str, port: int, host: str, open_browser: bool, drafts: bool) -> int:
    """Build, serve on this machine, watch, and reload the browser after each save."""
    from lisanayn.serve import preview

    preview(site, host, port, open_browser, drafts, _instant(None), click.echo)
    return 0


@commands.command(epilog="Example: lisanayn check --strict")
@_site_option
@click.option("--output", metavar="DIR", help="The built site (default: output/ in the site's folder).")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--explain", "code", metavar="CODE", help="What a problem's code means, and what to do.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of words.")
def check(site: str, output: str | None, strict: bool, code: str | None, as_json: bool) -> int:
    """Check the sources and the built site for everything that can be wrong."""
    from lisanayn.build.checking import check_site
    from lisanayn.build.report import problem_json
    from lisanayn.problems import PROBLEM_CODES

    if code is not None:
        if code not in PROBLEM_CODES:
            raise click.BadParameter(f"no problem has the code {printable(code)!r}", param_hint="--explain")
        click.echo(PROBLEM_CODES[code])
        return 0
    problems = check_site(site, output, _instant(None))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    if as_json:
        _print_json({"problems": [problem_json(problem) for problem in problems]})
    else:
        _print_problems(problems)
        found = ", ".join(filter(None, [_count(errors, "error"), _count(warnings, "warning")]))
        click.echo(found or "Nothing wrong.")
    return 1 if errors or (strict and warnings) else 0


@commands.command(epilog="Example: lisanayn publish ../public --dry-run")
@_site_option
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


@commands.command(epilog="Examples: lisanayn new harbour · lisanayn new --site my-site")
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


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs a command and ends the process with its status."""
    _prepare_streams()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        status = commands.main(arguments, prog_name=_name(), standalone_mode=False)
    except click.Abort:
        status = INTERRUPTED
    except KeyboardInterrupt:
        status = INTERRUPTED
    except click.ClickException as fault:
        fault.show()
        status = 2
    except SettingsError as fault:
        _print_problems(fault.problems)
        status = fault.status
    except LisanaynError as fault:
        click.echo(f"lisanayn: {printable(str(fault))}", err=True)
        status = fault.status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except OSError as fault:
        click.echo(f"lisanayn: {printable(str(MachineFault(fault)))}", err=True)
        status = MachineFault.status
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo(f"lisanayn {__version__}: this is a bug; please report it with the lines above.", err=True)
        status = BUG
    sys.exit(status if isinstance(status, int) else 0)


def _prepare_streams() -> None:
    """Arabic on a terminal that claims ASCII is printed as escapes, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = (stream.encoding or "").lower()
            reconfigure(encoding="utf-8" if encoding in ("ascii", "us-ascii", "ansi_x3.4-1968") else None,
                        errors="backslashreplace")


def _name() -> str:
    return "python build.py" if os.path.basename(sys.argv[0]) == "build.py" else "lisanayn"

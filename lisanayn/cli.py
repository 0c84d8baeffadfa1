"""Arguments → one function a command. The only place that prints, and the only one that ends the process.

Heavy modules are imported inside the commands that need them: a build that finds nothing changed loads none of them.

Exit statuses: 0 good · 1 the content or a template is wrong · 2 usage, settings or a refused path · 3 the machine
refused · 4 publishing failed · 70 a bug · 75 another run is active · 130 interrupted.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NoReturn

import click

from lisanayn import __version__
from lisanayn.problems import LisanaynError, MachineFault, SettingsError, Severity, printable
from lisanayn.terminal import count, prepare_streams, print_json, print_problems, print_report

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
        print_json(report.as_json())
    else:
        print_report(report, why, output or os.path.join(site, "output"))
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
        print_json(explain_json(parsed, language))
    else:
        click.echo(explain_text(parsed, language))
    return 1 if has_errors(parsed.problems) else 0


@commands.command(epilog="Examples: lisanayn align harbour --review · lisanayn align one.ar.txt other.en.txt")
@_site_option
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
        for path in write_sidecars(site, names, _instant(None)):
            click.echo(printable(path))
        return 0
    _, stories = open_stories(site, names, _instant(None))
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


@commands.command(epilog="Example: lisanayn ids harbour")
@_site_option
@click.argument("slugs", nargs=-1, metavar="[SLUG …]")
def ids(site: str, slugs: tuple[str, ...]) -> int:
    """Write the locks that keep sentence ids, so that links to sentences survive edits."""
    from lisanayn.build.alignment import write_ids

    for path in write_ids(site, slugs, _instant(None)):
        click.echo(printable(path))
    return 0


@commands.command(name="import", epilog="Example: lisanayn import memory.tmx --slug harbour --langs ar,en")
@_site_option
@click.argument("files", nargs=-1, required=True)
@click.option("--slug", required=True, help="The new article's name.")
@click.option("--langs", default="ar,en", show_default=True, metavar="ORIGINAL,TRANSLATION")
def import_command(site: str, files: tuple[str, ...], slug: str, langs: str) -> int:
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
    from lisanayn.problem_codes import PROBLEM_CODES

    if code is not None:
        if code not in PROBLEM_CODES:
            raise click.BadParameter(f"no problem has the code {printable(code)!r}", param_hint="--explain")
        click.echo(PROBLEM_CODES[code])
        return 0
    problems = check_site(site, output, _instant(None))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    if as_json:
        print_json({"problems": [problem_json(problem) for problem in problems]})
    else:
        print_problems(problems)
        found = ", ".join(filter(None, [count(errors, "error"), count(warnings, "warning")]))
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
    prepare_streams()
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
        print_problems(fault.problems)
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


def _name() -> str:
    return "python build.py" if os.path.basename(sys.argv[0]) == "build.py" else "lisanayn"

"""Arguments → one function a command. The only place that prints, and the only one that ends the process.

Heavy modules are imported inside the commands that need them: a build that finds nothing changed loads none of them.

Exit statuses: 0 good · 1 the content or a template is wrong · 2 usage, settings or a refused path · 3 the machine
refused · 4 publishing failed · 70 a bug · 75 another run is active · 130 interrupted.
"""

from __future__ import annotations

import difflib
import os
import signal
import sys
from importlib import import_module
from typing import NoReturn

import click

from lisanayn import __version__
from lisanayn.problems import LisanaynError, MachineFault, SettingsError, printable
from lisanayn.terminal import prepare_streams, print_problems

BUG = 70
INTERRUPTED = 130


COMMANDS = ("build", "serve", "explain", "align", "ids", "import", "check", "publish", "new", "fonts", "completion")
"""In the order of ``--help``; each is a module of ``lisanayn.commands``."""


class _Commands(click.Group):
    """Loads a command when it is called. ``python build.py`` alone, or with options only, means ``build``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        name = "import_" if cmd_name == "import" else cmd_name  # a word of the language cannot name a module
        command: click.Command = getattr(import_module(f"lisanayn.commands.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word; for a slip of the finger, the one that was meant is named."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            close = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(COMMANDS)}"
            raise click.UsageError(f"no command is called {printable(args[0])!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts ``build`` before the options when no command is named."""
        words = [word for word in args if not word.startswith("-")]
        asks_help = args and args[0] in ("--help", "-h", "--version")
        named = any(word in COMMANDS for word in words) or (args and not args[0].startswith("-"))
        if not asks_help and not named and not ctx.resilient_parsing:  # a shell that completes gives no command yet
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lisanayn")
def commands() -> None:
    """lisanayn (لسانين): a static site generator for bilingual reading.

    A folder of articles and their translations goes in; a static folder for any web host comes out.
    Without a command, the site is built.
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs a command and raises SystemExit with its status; see ``__main__.run`` for the end of the process."""
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

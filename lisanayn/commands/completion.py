"""``completion``: what makes a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(epilog='Example: put eval "$(lisanayn completion bash)" into ~/.bashrc')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print a script that lets the shell complete commands and options with the Tab key."""
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"{shell} is not known")
    click.echo(found(ctx.find_root().command, {}, "lisanayn", "_LISANAYN_COMPLETE").source())
    return 0

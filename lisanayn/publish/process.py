"""Runs git, rsync and ssh: argument lists and never a shell, no questions asked, an end to every wait."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence

from lisanayn.problems import PublishError
from lisanayn.publish.secrets import redact
from lisanayn.record import record


@record
class Outcome:
    """How a program ended."""

    status: int
    output: bytes
    complaint: str
    """What it wrote to its standard error, on one line, without secrets."""


def run(
    arguments: Sequence[str], environment: Mapping[str, str] | None = None, data: bytes = b"", seconds: float = 600
) -> Outcome:
    """Runs a program to its end. Raises PublishError when it is not there, or has not ended after ``seconds``."""
    environment = environment if environment is not None else os.environ
    try:
        ended = subprocess.run(
            arguments, input=data, capture_output=True, timeout=seconds, check=False,
            env={**environment, "LC_ALL": "C.UTF-8", "TZ": "UTC"}, start_new_session=True,
        )  # fmt: skip
    except FileNotFoundError:
        raise PublishError(f"the program {arguments[0]} is not installed") from None
    except subprocess.TimeoutExpired:
        raise PublishError(f"{arguments[0]} did not end within {seconds:.0f} seconds and was stopped") from None
    return Outcome(ended.returncode, ended.stdout, redact(ended.stderr.decode("utf-8", "replace")))

"""A git repository of our own, bare and gone when it has done its work: nobody's index, files, hooks or branches."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from lisanayn.problems import PublishError
from lisanayn.publish.process import Outcome, run
from lisanayn.publish.retry import Passing, persist
from lisanayn.publish.sshoptions import CUT

NETWORK_SECONDS = 600

REMOTE = "target"
_HELPER = (
    """!f() { test "$1" = get && """
    """printf 'username=%s\\npassword=%s\\n' "$LISANAYN_GIT_USER" "$LISANAYN_GIT_TOKEN"; }; f"""
)
"""A credential helper that hands on what stands in the environment; a token never stands in a command line."""

_PASSING = re.compile(
    rf"{CUT}|could not resolve host|timed out|early eof|unexpected disconnect|remote end"
    r"|http 5\d\d|error: 5\d\d|rpc failed|network is unreachable|temporarily|operation too slow",
    re.IGNORECASE,
)


class GitRepo:
    """One bare repository in a temporary folder, with one remote."""

    def __init__(self, remote: str, ssh: str, header: str = "") -> None:
        """``remote``: the URL; a user and a token in it are moved to where no other process sees them. ``ssh``: the
        command of SSH, "" for the user's own. ``header``: sent with each request over http."""
        self._folder = tempfile.TemporaryDirectory(prefix="lisanayn-git-", ignore_cleanup_errors=True)
        self._environment = _environment(self._folder.name, remote, ssh, header)
        self.git("init", "--bare", "--quiet", "--template=", self._folder.name)

    def close(self) -> None:
        """Takes the repository away."""
        self._folder.cleanup()

    def git(self, *arguments: str, data: bytes = b"") -> bytes:
        """What a command prints. Raises PublishError when it fails."""
        outcome = self._run(arguments, data)
        if outcome.status:
            raise PublishError(f"git {arguments[0]}: {outcome.complaint}")
        return outcome.output

    def ask(self, *arguments: str) -> Outcome:
        """A command that speaks to the remote, tried again when the network fails."""

        def once() -> Outcome:
            outcome = self._run(arguments)
            if outcome.status and _PASSING.search(outcome.complaint) and "hook" not in outcome.complaint:
                raise Passing(outcome.complaint)
            return outcome

        return persist(once, lambda fault: PublishError(f"git {arguments[0]}: {fault}"))

    def _run(self, arguments: tuple[str, ...], data: bytes = b"") -> Outcome:
        return run(["git", *arguments], self._environment, data, NETWORK_SECONDS)


def setting_of(site: str, *arguments: str) -> str:
    """What ``git`` says of the repository the site lies in; "" when it says nothing."""
    try:
        command = ["git", "-C", site, *arguments]
        ended = subprocess.run(
            command, capture_output=True, timeout=20, check=False, stdin=subprocess.DEVNULL, env=_own_environment()
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ended.stdout.decode("utf-8", "replace").strip() if ended.returncode == 0 else ""


def without_secret(url: str) -> tuple[str, str, str]:
    """A URL without user and token, the user, and the token. Only of http and https; others keep their user."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or "@" not in parts.netloc:
        return url, "", ""
    user, _, host = parts.netloc.rpartition("@")
    name, _, token = user.partition(":")
    return parts._replace(netloc=host).geturl(), unquote(name), unquote(token)


def _own_environment() -> dict[str, str]:
    """The environment without what points git to a repository other than the one it is told."""
    return {name: value for name, value in os.environ.items() if name not in _LOCAL}


def _environment(folder: str, remote: str, ssh: str, header: str) -> Mapping[str, str]:
    """The environment of git: the user's, without what points to another repository, and with our settings on top."""
    own = _own_environment()
    url, user, token = without_secret(remote)
    if user and not token:
        user, token = "x-access-token", user
    token = token or own.get("LISANAYN_GIT_TOKEN", "")
    user = user or own.get("LISANAYN_GIT_USER", "") or "x-access-token"
    settings = {
        "core.hooksPath": os.devnull,
        f"remote.{REMOTE}.url": url,
        f"remote.{REMOTE}.promisor": "true",  # old pages are not fetched: their names are enough
        f"remote.{REMOTE}.partialclonefilter": "blob:none",
        "core.autocrlf": "false",
        "push.followTags": "false",
        "push.recurseSubmodules": "no",
        "push.gpgSign": "false",
        "fetch.recurseSubmodules": "false",
        "gc.auto": "0",
        "http.lowSpeedLimit": "100",
        "http.lowSpeedTime": "20",
    }
    settings |= {"credential.helper": _HELPER} if token else {}
    settings |= {"core.sshCommand": ssh} if ssh else {}
    settings |= {f"http.{url}.extraHeader": header} if header else {}
    numbered = enumerate(settings.items())
    pairs = {f"GIT_CONFIG_{part}_{n}": pair[i] for n, pair in numbered for i, part in enumerate(("KEY", "VALUE"))}
    return own | pairs | {
        "GIT_CONFIG_COUNT": str(len(settings)), "GIT_DIR": folder, "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "file:http:https:ssh", "GIT_ADVICE": "0",
        "LISANAYN_GIT_USER": user, "LISANAYN_GIT_TOKEN": token,
    }  # fmt: skip


_LOCAL = frozenset(
    {
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_NAMESPACE",
        "GIT_PREFIX",
        "GIT_CONFIG",
        "GIT_CONFIG_PARAMETERS",
        "GIT_CONFIG_COUNT",
        "GIT_TEMPLATE_DIR",
        "GIT_QUARANTINE_PATH",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
        "GIT_REPLACE_REF_BASE",
        "GIT_TRACE",
        "GIT_TRACE_CURL",
        "GIT_CURL_VERBOSE",
        "GIT_TRACE_PACKET",
        "GIT_ASKPASS",
        "SSH_ASKPASS",
    }
)
"""What a hook of another repository, or someone looking for a fault, may have left in the environment."""

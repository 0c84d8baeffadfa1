"""How SSH is called, and which folder of a server is meant."""

from __future__ import annotations

import posixpath
import shlex
from dataclasses import replace

from lisanayn.problems import RefusedPath
from lisanayn.publish.place import Place, Url, parse_url

CONNECT_SECONDS = 10
"""How long a server may take to answer."""
UNKNOWN_HOST = (
    "the server's key is not the known one, or not known yet: compare it with what your host publishes, and connect "
    "once with ssh"
)
NOT_ACCEPTED = "the server does not accept the key: load it into the SSH agent, or name it with `identity`"

SIGN_SECONDS, SIGNS = 5, 3
"""A server is asked for a sign of life so often; after so many that do not come the connection counts as lost."""


def remote_folder(place: Place) -> Url:
    """The URL of a folder on a server: its path is absolute, or counts from the home folder and does not begin with a
    slash. Raises RefusedPath for a root, a home folder, or a path that climbs."""
    url = parse_url(place.address)
    path = url.path.rstrip("/")
    path = path[3:] if path.startswith("/~/") else path
    if not url.host:
        raise RefusedPath(
            f"{url.scheme}: the target names no server; write {url.scheme}://user@example.org/var/www/site"
        )
    if path in ("", "/~") or ".." in path.split("/") or posixpath.normpath(path) in ("/", ".", "/root", "/home"):
        raise RefusedPath(
            f"{url.scheme}: the target is a root, a home folder, or climbs with ..; name a folder of its own: "
            f"{url.scheme}://user@example.org/var/www/site, or /~/public for one in the home folder"
        )
    return replace(url, path=posixpath.normpath(path))


_ENDING = ("BatchMode=yes", f"ConnectTimeout={CONNECT_SECONDS}",
           f"ServerAliveInterval={SIGN_SECONDS}", f"ServerAliveCountMax={SIGNS}")  # fmt: skip
"""What makes every call of SSH end: nothing is asked, and no silence is waited for."""

CUT = r"connection\b.{0,80}?(?:closed|reset|refused|timed out|lost)|broken pipe|kex_exchange_identification|hung up"
"""How SSH, and who called it, say that a connection was cut. A pattern, for all sizes of letters."""


def own_ssh() -> str:
    """The command of the user's own SSH, with all that its configuration says of the server; but it ends."""
    return quoted(["ssh", *(word for option in _ENDING for word in ("-o", option))])


def ssh_words(place: Place, url: Url) -> list[str]:
    """The words of the command that calls SSH. Nothing is asked, and a host that is not known is refused."""
    options = ["StrictHostKeyChecking=yes", *_ENDING]
    known, identity = place.file_option("known_hosts"), place.file_option("identity")
    options += [f'UserKnownHostsFile="{known}"'] if known else []
    options += [f'IdentityFile="{identity}"', "IdentitiesOnly=yes"] if identity else []
    words = ["ssh", *(word for option in options for word in ("-o", option))]
    return words + (["-p", str(url.port)] if url.port is not None else [])


def quoted(words: list[str]) -> str:
    """A command line for rsync and git, which take it apart at spaces and quotation marks, as a shell does."""
    return " ".join(map(shlex.quote, words))

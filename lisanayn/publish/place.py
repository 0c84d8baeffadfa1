"""A target as it was asked for, and the face that every kind of publisher shows."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from urllib.parse import unquote, urlsplit

from lisanayn.problems import RefusedPath
from lisanayn.publish.difference import Difference, Standing
from lisanayn.publish.marker import Identity, Marker
from lisanayn.publish.release import Release
from lisanayn.record import record


class Publisher(Protocol):
    """One target. A new kind of target is one class with this face, one function that opens it, and a row of
    PUBLISHERS; a place that takes single files needs a Store only."""

    name: str
    """As messages call it; holds no secret."""
    keeps_old: bool
    """Whether assets that left the site stay for a day."""
    keeps_versions: bool
    """Whether the target itself keeps earlier versions; those of others are kept in the site's cache."""
    extras: Mapping[str, bytes]
    """Files that this kind of target wants beside the site, by path."""

    def look(self, release: Release) -> Standing:
        """What the target holds. Writes nothing. Raises RefusedPath when it cannot be ours to write to."""

    def carry_out(self, release: Release, difference: Difference, before: Marker, after: Marker) -> None:
        """Changes the target. ``before`` is the marker that was found there, ``after`` the one to be left there.
        Killed at any moment, the next call finishes the work. Raises PublishError, AnotherRun."""

    def previous(self, marker: Marker) -> Release:
        """The version before the one the target holds. Only asked of a target that ``keeps_versions``. Raises
        PublishError when there is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A target as it was asked for."""

    site: str
    """The site's folder, absolute."""
    address: str
    """A path or a URL. One with a secret in it is refused before it comes here."""
    is_configured: bool = False
    """Whether it stands in site.toml: then its paths count from the site's folder, else from the current one."""
    options: Mapping[str, str] = field(default_factory=dict)
    """The other keys of its table."""
    identity: Identity = field(default_factory=Identity)
    """The site that is published."""
    now: datetime = datetime.min
    """The instant of the publication (aware)."""
    dry_run: bool = False
    """Whether nothing may be written, anywhere."""

    def path(self, text: str) -> str:
        """A path of the target's table or of the command line, absolute; ``~`` is the home folder. ``..`` is left in
        it: behind a link, it means what the system takes it to mean."""
        return os.path.join(self.site if self.is_configured else os.getcwd(), os.path.expanduser(text))

    def file_option(self, key: str) -> str:
        """The absolute path in an option; "" when it is not given. Raises RefusedPath when no such file is there."""
        text = self.options.get(key, "")
        if text and not os.path.exists(self.path(text)):
            raise RefusedPath(f"{key}: there is no file {text}")
        return self.path(text) if text else ""


@record
class Url:
    """The parts of a target's URL."""

    scheme: str
    user: str
    host: str
    port: int | None
    path: str
    """Percent signs decoded; begins with a slash, or is empty."""


_HOST = re.compile(r"\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_][A-Za-z0-9._-]*")
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._+-]*|")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:")  # two letters or more: a Windows drive has one


def scheme_of(address: str) -> str:
    """The scheme of a URL in small letters; empty for a path."""
    return address.partition(":")[0].lower() if _SCHEME.match(address) else ""


def parse_url(address: str) -> Url:
    """The parts of a URL. Raises RefusedPath, without repeating the URL, when it holds a password, or a part that could
    be taken for something else by a program it is handed to."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise RefusedPath("the target is not a URL: it cannot be taken apart") from None
    scheme = parts.scheme.lower()
    user, host = parts.netloc.rpartition("@")[0], parts.netloc.rpartition("@")[2]
    host = host.removesuffix(f":{port}") if port is not None else host.removesuffix(":")
    if ":" in user or (user and scheme.endswith(("https", "http"))):
        raise RefusedPath(
            f"{scheme}: the target holds a password or a token. Addresses are shown, saved and logged: take it out, "
            "and leave it to the SSH agent, the git credential helper, or the environment"
        )
    if parts.query or (parts.fragment and not scheme.startswith("git")):
        raise RefusedPath(f"{scheme}: the target has a part behind ? or #, which means nothing here")
    path = unquote(parts.path)
    if not _USER.fullmatch(user) or (host and not _HOST.fullmatch(host)) or any(ord(c) < 32 for c in path):
        raise RefusedPath(f"{scheme}: the user, the host or the path of the target has characters that cannot be in it")
    return Url(scheme, user, host.strip("[]"), port, path)

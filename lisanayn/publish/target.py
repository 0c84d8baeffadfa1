"""Where a site can be published: one kind of target a row, chosen by the address or by name."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime

from lisanayn.problems import RefusedPath, printable
from lisanayn.publish.folder import open_folder
from lisanayn.publish.git import open_git
from lisanayn.publish.marker import Identity
from lisanayn.publish.place import Place, Publisher, scheme_of
from lisanayn.publish.s3 import open_s3
from lisanayn.publish.sftp import open_sftp
from lisanayn.publish.ssh import open_ssh
from lisanayn.publish.zip import open_zip
from lisanayn.record import record
from lisanayn.settings import SITE_FILE, Settings


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of target."""

    name: str
    """As ``kind`` says it in site.toml."""
    claims: Callable[[str], bool]
    """Whether an address is of this kind."""
    open: Callable[[Place], AbstractContextManager[Publisher]]
    """Opens a target, alone with it where that is possible; closes it and takes away what was made for it."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """What a [publish.NAME] table may hold besides ``kind`` and ``target``, each with its meaning."""


_SSH_KEYS = {
    "identity": "the file of the SSH key, when the agent does not offer it",
    "known_hosts": "the file of known hosts, when it is not SSH's own",
}
_GIT_KEYS = {
    "remote": "the repository: a URL, or the name of a remote of the repository the site lies in",
    "branch": "the branch that is published to; gh-pages when not given",
    "directory": "the folder on the branch that holds the site; the whole branch when not given",
    "message": "the message of each commit",
    "cname": "the site's own domain, written to the file CNAME",
}
_S3_KEYS = {
    "endpoint_url": "the address of a storage that is not Amazon's",
    "region": "the region of the bucket",
    "profile": "the profile of the AWS configuration that may write there",
}

PUBLISHERS: tuple[Kind, ...] = (
    Kind("git", lambda address: scheme_of(address).startswith("git+"), open_git, _GIT_KEYS | _SSH_KEYS),
    Kind("ssh", lambda address: scheme_of(address) == "ssh", open_ssh, _SSH_KEYS),
    Kind("sftp", lambda address: scheme_of(address) == "sftp", open_sftp, _SSH_KEYS),
    Kind("s3", lambda address: scheme_of(address) == "s3", open_s3, _S3_KEYS),
    Kind("zip", lambda address: address.lower().endswith(".zip") and scheme_of(address) in ("", "file"), open_zip),
    Kind("folder", lambda address: scheme_of(address) in ("", "file"), open_folder),
)

_WANTED = "a folder, a .zip file, git+ssh://…, git+https://…, ssh://…, sftp://… or s3://…"


@record
class Target:
    """A target that is known, not opened yet."""

    kind: Kind
    place: Place

    def open(self) -> AbstractContextManager[Publisher]:
        """See Kind.open."""
        return self.kind.open(self.place)


def choose(site: str, settings: Settings, target: str | None, now: datetime, dry_run: bool = False) -> Target:
    """The target for a name of site.toml, a path or a URL; without any, the only one that is configured.

    Raises RefusedPath for a target that is not known, or whose table cannot be used.
    """
    configured = {name: dict(table) for name, table in settings.publish}
    if target is None:
        target = _only(list(configured))
    identity = Identity(settings.base_url, settings.title[0][1] if settings.title else "")
    if target not in configured:
        _refuse_bare_word(target, list(configured))
        return Target(_kind_of(target), Place(site, target, False, {}, identity, now, dry_run))
    table = configured[target]
    address = table.get("target") or table.get("remote") or ""
    kind = _kind_named(target, table["kind"]) if "kind" in table else _kind_of(address) if address else None
    if kind is None or not address:
        raise RefusedPath(f"[publish.{target}] in {SITE_FILE} has no `target`; give it {_WANTED}")
    _check_keys(target, table, kind)
    return Target(kind, Place(site, address, True, table, identity, now, dry_run))


def _kind_of(address: str) -> Kind:
    """The kind of an address. Of one that is refused nothing is repeated but its scheme: it may hold a secret."""
    for kind in PUBLISHERS:
        if kind.claims(address):
            return kind
    raise RefusedPath(f"{printable(scheme_of(address))}: is no kind of target; known are {_WANTED}")


def _kind_named(target: str, name: str) -> Kind:
    kinds = {kind.name: kind for kind in PUBLISHERS}
    if name not in kinds:
        raise RefusedPath(f"[publish.{target}] kind: there is no {printable(name)!r}; known are {', '.join(kinds)}")
    return kinds[name]


def _check_keys(target: str, table: Mapping[str, str], kind: Kind) -> None:
    known = ["kind", "target", *kind.keys]
    for key in table:
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"
            raise RefusedPath(f"[publish.{target}]: a {kind.name} target has no {printable(key)!r}; {hint}")


def _only(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    known = f"one of {', '.join(names)} (from {SITE_FILE}), " if names else ""
    raise RefusedPath(f"say where to publish: {known}{_WANTED}: `lisanayn publish ../public`")


def _refuse_bare_word(target: str, names: list[str]) -> None:
    """A word alone is a name, not a folder: a slip of the finger must not publish into a new folder."""
    if re.search(r"[/\\]|\.zip$", target, re.IGNORECASE) or scheme_of(target) or os.path.isdir(target):
        return
    close = difflib.get_close_matches(target, names, n=1)
    hint = f"Did you mean {close[0]!r}? " if close else ""
    name = printable(target)
    raise RefusedPath(f"there is no [publish.{name}] in {SITE_FILE}. {hint}A folder is written with a slash: ./{name}")

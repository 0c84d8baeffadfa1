"""Publishing to a branch of a git repository: GitHub Pages, GitLab Pages, and any host that takes a push.

One publication is one commit, made on top of what the branch holds: files of others stay, and the push is refused when
the branch has moved on meanwhile. The commit is made in a repository of our own; the site's repository, if it lies in
one, is asked for the address of a remote and for the author's name, and not touched.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator, Mapping

from lisanayn.build.guard import MARKER
from lisanayn.disk import checked
from lisanayn.problems import PublishError, RefusedPath, printable
from lisanayn.publish.difference import Difference, Standing
from lisanayn.publish.gitrepo import REMOTE, GitRepo, setting_of, without_secret
from lisanayn.publish.marker import Marker, read_marker
from lisanayn.publish.place import Place, parse_url, scheme_of
from lisanayn.publish.release import Release
from lisanayn.publish.sshoptions import own_ssh, quoted, ssh_words

BRANCH = "gh-pages"
_AT_ONCE = 400
"""Names of files in one command line."""
_NEXT, _BASE = "refs/lisanayn/next", "refs/lisanayn/base"


class GitPublisher:
    """See Publisher."""

    keeps_old = True
    keeps_versions = True

    def __init__(self, repo: GitRepo, address: str, branch: str, directory: str, commit: str, cname: str) -> None:
        """``directory``: "", or a folder of the branch with a slash behind it. ``commit``: the head of the commit."""
        self.name = f"{address}#{branch}"
        self.extras: Mapping[str, bytes] = {".nojekyll": b""} | ({"CNAME": f"{cname}\n".encode()} if cname else {})
        self._repo, self._branch, self._directory, self._commit = repo, f"refs/heads/{branch}", directory, commit
        self._base = ""
        self._names: dict[str, str] = {}

    def look(self, release: Release) -> Standing:
        """See Publisher.look."""
        self._base = self._tip()
        if not self._base:
            return Standing(is_new=True)
        self._fetch("--depth=1")
        blobs, others = self._tree(self._base)
        found = self._marker(self._base) if MARKER in blobs else None
        if found is None and any(path.startswith("content/") and path.endswith((".md", ".toml")) for path in blobs):
            raise RefusedPath(f"{self.name}: the branch holds the sources of a site; name another, such as {BRANCH}")
        marker = found or Marker()
        blobs.pop(MARKER, None)
        digests = {path: self._digest(path, blob, release) for path, blob in blobs.items()}
        ours = marker.ours() | self.extras.keys()
        strangers = {path: digest for path, digest in digests.items() if path not in ours} | dict.fromkeys(others, "")
        return Standing({path: d for path, d in digests.items() if path in ours}, marker, strangers, found is None)

    def carry_out(self, release: Release, difference: Difference, before: Marker, after: Marker) -> None:
        """See Publisher.carry_out."""
        if not difference and before.holds(after):
            return
        base = f"from {self._base}\n".encode() if self._base else b""
        parts = [f"commit {_NEXT}\n{self._commit}".encode(), base]
        parts += [b"D %s\n" % self._quoted(path) for path in difference.removed]
        parts += [self._file(path, release.read(path)) for path in difference.written()]
        parts += [self._file(MARKER, after.as_bytes())]
        self._repo.git("fast-import", "--quiet", data=b"".join(parts))
        lease = f"--force-with-lease={self._branch}:{self._base}"
        told = self._repo.ask("push", "--quiet", "--no-verify", lease, REMOTE, f"{_NEXT}:{self._branch}")
        if told.status and self._tip() == self._repo.git("rev-parse", _NEXT).decode().strip():
            return  # the connection was cut when all was done, and the second push found the first one's work
        if told.status and ("stale info" in told.complaint or "fetch first" in told.complaint):
            raise PublishError(
                f"{self.name}: the branch moved on while it was looked at: someone else pushed to it. Nothing was "
                "published; publish again"
            )
        if told.status:
            raise PublishError(f"{self.name}: the push was refused and nothing was published: {told.complaint}")

    def previous(self, marker: Marker) -> Release:
        """See Publisher.previous: from the last commit but one that changed the marker."""
        if self._base:
            self._fetch("--unshallow")
        path = self._directory + MARKER
        log = self._repo.git("rev-list", "--first-parent", self._base, "--", path) if self._base else b""
        for commit in log.decode().split()[1:]:
            older = self._marker(commit)
            if older is not None and older.files != marker.files:
                return self._release(commit, older, marker.built)
        raise PublishError(f"{self.name}: there is no version before the one on the branch")

    def _release(self, commit: str, older: Marker, built: int) -> Release:
        """The version of a commit. Its files are not read to be compared: git has names for them already."""
        blobs, _ = self._tree(commit)
        self._names = {digest: blobs[path] for path, digest in older.files.items() if path in blobs}
        self._fetch_blobs(set(blobs.values()) - set(self._tree(self._base)[0].values()))
        return Release(older.files, lambda path: self._repo.git("cat-file", "blob", blobs[path]), built)

    def _tip(self) -> str:
        """The commit the branch is at; "" when there is no such branch."""
        told = self._repo.ask("ls-remote", REMOTE, self._branch)
        if told.status:
            raise PublishError(f"{self.name}: cannot be read: {told.complaint}")
        lines = [line.split("\t") for line in told.output.decode("utf-8", "replace").splitlines()]
        return next((commit for commit, name in lines if name == self._branch), "")

    def _fetch(self, depth: str) -> None:
        told = self._repo.ask("fetch", "--quiet", "--no-tags", depth, REMOTE, f"+{self._base}:{_BASE}")
        if told.status and "unshallow" not in told.complaint:
            raise PublishError(f"{self.name}: cannot be read: {told.complaint}")

    def _fetch_blobs(self, names: set[str]) -> None:
        """Fetches files at once that would else come one by one, as each is read; a remote may not be able to."""
        wanted = sorted(names)
        for first in range(0, len(wanted), _AT_ONCE):
            self._repo.ask("fetch", "--quiet", "--no-tags", REMOTE, *wanted[first : first + _AT_ONCE])

    def _tree(self, commit: str) -> tuple[dict[str, str], list[str]]:
        """Path → blob of the files in the site's folder of a commit; and what else stands there: links, modules."""
        blobs, others = {}, []
        for line in self._repo.git("ls-tree", "-r", "-z", commit).decode("utf-8", "surrogateescape").split("\0"):
            about, _, path = line.partition("\t")
            if path.startswith(self._directory):
                path = path.removeprefix(self._directory)
                if about.startswith(("100644 ", "100755 ")):
                    blobs[path] = about.split()[2]
                elif path:
                    others.append(path)
        return blobs, others

    def _marker(self, commit: str) -> Marker | None:
        marker = read_marker(self._repo.git("cat-file", "blob", f"{commit}:{self._directory}{MARKER}"))
        if marker is None:
            raise RefusedPath(f"{self.name}: its {MARKER} is damaged, or of a newer lisanayn; remove it there")
        return marker

    def _digest(self, path: str, blob: str, release: Release) -> str:
        digest = release.files.get(path, "")
        name = self._names.get(digest) or (_blob_name(release.read(path)) if digest else "")
        return digest if name == blob else ""

    def _file(self, path: str, data: bytes) -> bytes:
        return b"M 100644 inline %s\ndata %d\n%s\n" % (self._quoted(path), len(data), data)

    def _quoted(self, path: str) -> bytes:
        text = (self._directory + path).encode("utf-8", "surrogateescape")
        return b'"%s"' % text.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")


def _blob_name(data: bytes) -> str:
    """What git calls these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


@contextlib.contextmanager
def open_git(place: Place) -> Iterator[GitPublisher]:
    """The publisher for ``git+ssh://host/repo.git#branch`` and its like, or for a table with ``kind = "git"``."""
    address, _, fragment = place.address.partition("#")
    branch = place.options.get("branch") or fragment or BRANCH
    directory = place.options.get("directory", "").strip("/")
    remote, shown, ssh = _remote(place, address)
    if not setting_of("/", "check-ref-format", "--normalize", f"refs/heads/{branch}"):
        raise RefusedPath(f"{printable(branch)!r} cannot be the name of a branch")
    _refuse_own_branch(place.site, remote, branch)
    # What a checkout of a CI service holds in its own configuration: the only credentials there are.
    header = setting_of(place.site, "config", "--get-urlmatch", "http.extraHeader", without_secret(remote)[0])
    repo = GitRepo(remote, ssh, header)
    try:
        head = _commit_head(place, place.options.get("message", ""))
        prefix = f"{checked(directory)}/" if directory else ""
        yield GitPublisher(repo, shown, branch, prefix, head, place.options.get("cname", "").strip())
    finally:
        repo.close()


def _remote(place: Place, address: str) -> tuple[str, str, str]:
    """The URL of the remote, the same as it may be shown, and the command of SSH ("" for the user's own)."""
    scheme = scheme_of(address)
    if not scheme and place.is_configured and "/" not in address and ":" not in address:
        remote = setting_of(place.site, "remote", "get-url", "--push", "--", address)
        if not remote:
            raise RefusedPath(f"the site lies in no git repository with a remote {printable(address)!r}")
        return remote, without_secret(remote)[0], setting_of(place.site, "config", "core.sshCommand") or _own_ssh()
    if scheme:
        url = parse_url(address)
        plain = address[4:] if scheme.startswith("git+") else address
        if scheme.removeprefix("git+") not in ("ssh", "https", "http", "file"):
            raise RefusedPath(f"{scheme}: git publishes over ssh, https, http and file")
        ssh = quoted(ssh_words(place, url)) if scheme.endswith("ssh") else ""
        return plain, plain, ssh
    if address.startswith("-") or "::" in address:
        raise RefusedPath(f"{printable(address)!r} is no address of a repository")
    is_path = "/" in address and ":" not in address.partition("/")[0]
    return (place.path(address),) * 2 + ("",) if is_path else (address, address, _own_ssh())


def _own_ssh() -> str:
    """The command of SSH for an address that the user's own configuration may know; "" where the environment names
    one."""
    return "" if "GIT_SSH" in os.environ or "GIT_SSH_COMMAND" in os.environ else own_ssh()


def _refuse_own_branch(site: str, remote: str, branch: str) -> None:
    """Raises RefusedPath for the branch that holds the sources: the one the site's own repository is on."""
    if setting_of(site, "symbolic-ref", "--short", "HEAD") != branch:
        return
    own = [setting_of(site, "remote", "get-url", name) for name in setting_of(site, "remote").split()]
    own += [setting_of(site, "rev-parse", "--show-toplevel"), setting_of(site, "rev-parse", "--absolute-git-dir")]
    if _place_of(remote) in map(_place_of, own):
        raise RefusedPath(f"{printable(branch)}: is the branch of the site's sources; name another, such as {BRANCH}")


def _place_of(url: str) -> str:
    """Host and path of a repository, however it is spelt: ``https://host/a.git`` and ``git@host:a`` are one place."""
    path = re.sub(r"^[a-z+]+://", "", without_secret(url)[0])
    path = re.sub(r"^[^/@]+@", "", path).replace(":", "/", 1)
    return re.sub(r"(?:/\.git|\.git|/)*$", "", re.sub(r"/+", "/", path))


def _commit_head(place: Place, message: str) -> str:
    """Author, committer and message of a commit, as fast-import reads them."""
    name = setting_of(place.site, "config", "user.name") or "lisanayn"
    email = setting_of(place.site, "config", "user.email") or "lisanayn@localhost"
    who = f"{_plain(name)} <{_plain(email)}> {int(place.now.timestamp())} +0000"
    text = (message or f"Publish {place.identity}").encode()
    return f"author {who}\ncommitter {who}\ndata {len(text)}\n{text.decode()}\n"


def _plain(text: str) -> str:
    """A part of an author's line, without the marks that end one."""
    return "".join(" " if c in "<>\n\r\0" else c for c in text).strip() or "lisanayn"

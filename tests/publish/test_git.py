"""Publishing to a branch of a git repository: one commit on top of what is there, from a repository of our own."""

from __future__ import annotations

import base64
import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from lisanayn.problems import PublishError, RefusedPath
from lisanayn.publish import publish_site
from lisanayn.publish.gitrepo import GitRepo, without_secret
from tests.publish.sites import FIRST, NOW, SECOND, build, contents

OLD = {path: FIRST[path] for path in ["static/style.11111111.css"]}
"""What stays a day when the second version takes the place of the first."""


@pytest.fixture(autouse=True)
def own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration of this machine's user, and one that would spoil a commit made in the ordinary way."""
    config = tmp_path / "gitconfig"
    trap = f"echo ran >> {tmp_path}/hook-ran; exit 1\n"
    for name in ("pre-push", "pre-commit", "reference-transaction", "post-checkout"):
        hook = tmp_path / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\n{trap}")
        hook.chmod(0o755)
    config.write_text(
        f"[core]\n\tautocrlf = true\n\thooksPath = {tmp_path}/hooks\n\tsafecrlf = true\n"
        "[commit]\n\tgpgSign = true\n[push]\n\tgpgSign = true\n[user]\n\tname = سلمى\n\temail = salma@example.org\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    return bare(tmp_path / "remote مستودع.git")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return build(tmp_path / "site", FIRST)


def bare(folder: Path) -> Path:
    git(folder.parent, "init", "--bare", "--quiet", "--template=", str(folder))
    git(folder, "config", "core.hooksPath", str(folder / "hooks"))  # a host does not read this user's configuration
    return folder


def git(folder: Path, *arguments: str, data: bytes = b"", env: dict[str, str] | None = None) -> str:
    ended = subprocess.run(
        ["git", "-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false", "-c", "core.safecrlf=false",
         "-c", "core.autocrlf=false", "-c", "push.gpgSign=false", *arguments],
        cwd=folder, capture_output=True, input=data, check=False, env=os.environ | (env or {}),
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout.decode()


def on_branch(remote: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """Every file of the branch but the manifest."""
    paths = [path for path in git(remote, "ls-tree", "-r", "-z", "--name-only", branch).split("\0") if path]
    read = ["git", "cat-file", "blob"]
    found = {p: subprocess.run([*read, f"{branch}:{p}"], cwd=remote, capture_output=True, check=True) for p in paths}
    return {path: run.stdout for path, run in found.items() if not path.endswith(".lisanayn.json")}


def commit_elsewhere(remote: Path, tmp_path: Path, files: dict[str, str], branch: str = "gh-pages") -> None:
    """A commit by someone else, in a clone of their own."""
    clone = tmp_path / f"clone-{len(list(tmp_path.iterdir()))}"
    git(tmp_path, "clone", "--quiet", str(remote), str(clone))
    git(clone, "checkout", "--quiet", "-B", branch, *([f"origin/{branch}"] if has_branch(remote, branch) else []))
    for path, text in files.items():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_text(text)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "theirs")
    git(clone, "push", "--quiet", "origin", branch)


def has_branch(remote: Path, branch: str) -> bool:
    return bool(git(remote, "for-each-ref", f"refs/heads/{branch}"))


def url(remote: Path) -> str:
    return f"git+file://{remote}#gh-pages"


def publish(site: Path, remote: Path, **options: object) -> object:
    return publish_site(str(site), url(remote), now=NOW, **options)  # type: ignore[arg-type]  # the tests' own options


def test_a_first_publication_makes_the_branch(site: Path, remote: Path, tmp_path: Path):
    publish(site, remote)
    assert on_branch(remote) == {**FIRST, ".nojekyll": b""}
    assert git(remote, "log", "--format=%an|%ae|%cn|%ad|%s", "--date=iso-strict", "gh-pages").strip() == (
        "سلمى|salma@example.org|سلمى|2026-03-20T12:00:00+00:00|Publish a site without a name"
    )
    assert not (tmp_path / "hook-ran").exists()


def test_d28_without_a_repository_and_without_a_name_it_works_too(site: Path, remote: Path, tmp_path: Path):
    (tmp_path / "gitconfig").write_text("")
    publish(site, remote)
    assert git(remote, "log", "--format=%an <%ae>", "gh-pages").strip() == "lisanayn <lisanayn@localhost>"
    assert not (site / ".git").exists()


def test_a_second_publication_is_one_commit_with_what_differs(site: Path, remote: Path):
    publish(site, remote)
    build(site, SECOND)
    difference = publish(site, remote)
    assert on_branch(remote) == {**SECOND, **OLD, ".nojekyll": b""}
    assert git(remote, "rev-list", "--count", "gh-pages").strip() == "2"
    shown = git(
        remote,
        "-c",
        "core.quotePath=false",
        "diff-tree",
        "-r",
        "--no-renames",
        "--name-status",
        "gh-pages~1",
        "gh-pages",
    )
    told = {line.replace("+ ", "A\t").replace("~ ", "M\t").replace("- ", "D\t") for line in difference.lines()}
    assert set(shown.splitlines()) == set(told) | {"M\t.lisanayn.json"}


def test_publishing_the_same_site_again_makes_no_commit(site: Path, remote: Path):
    publish(site, remote)
    before = git(remote, "rev-parse", "gh-pages")
    assert not publish(site, remote)
    assert git(remote, "rev-parse", "gh-pages") == before


def test_line_ends_arrive_as_they_are_whatever_autocrlf_says(site: Path, remote: Path):
    files = {**FIRST, "a.txt": b"one\r\ntwo\r\n", "b.txt": b"one\n", '"x".txt': b"", ".gitattributes": b"* text=auto\n"}
    publish(build(site, files), remote)
    assert on_branch(remote) == {**files, ".nojekyll": b""}


def test_d23_files_of_others_on_the_branch_stay(site: Path, remote: Path, tmp_path: Path):
    publish(site, remote)
    commit_elsewhere(remote, tmp_path, {"CNAME": "example.org", ".gitlab-ci.yml": "pages: {}"})
    build(site, SECOND)
    publish(site, remote)
    others = {"CNAME": b"example.org", ".gitlab-ci.yml": b"pages: {}"}
    assert on_branch(remote) == {**SECOND, **OLD, **others, ".nojekyll": b""}


def test_d23_a_branch_with_other_things_on_it_is_refused_the_first_time(site: Path, remote: Path, tmp_path: Path):
    commit_elsewhere(remote, tmp_path, {"index.html": "mine", "photo.jpg": "mine"})
    with pytest.raises(
        RefusedPath, match=r"nothing was published there before \(index\.html would be overwritten\).*--adopt"
    ):
        publish(site, remote)
    assert on_branch(remote) == {"index.html": b"mine", "photo.jpg": b"mine"}
    publish(site, remote, adopt=True)
    assert on_branch(remote) == {**FIRST, "photo.jpg": b"mine", ".nojekyll": b""}


def test_a_file_of_others_in_the_way_stops_the_publication(site: Path, remote: Path, tmp_path: Path):
    publish(site, remote)
    commit_elsewhere(remote, tmp_path, {"ar/bread/index.html": "by hand"})
    build(site, SECOND)
    with pytest.raises(PublishError, match="was not put there by lisanayn"):
        publish(site, remote)


def test_d28_a_branch_that_moves_on_meanwhile_is_not_overwritten(
    site: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    publish(site, remote)
    build(site, SECOND)
    asked = GitRepo.ask

    def ask(self: GitRepo, *arguments: str) -> object:
        if arguments[0] == "push":
            commit_elsewhere(remote, tmp_path, {"theirs.txt": "theirs"})
        return asked(self, *arguments)

    monkeypatch.setattr(GitRepo, "ask", ask)
    with pytest.raises(PublishError, match=r"moved on while it was looked at.*Nothing was published"):
        publish(site, remote)
    assert on_branch(remote) == {**FIRST, ".nojekyll": b"", "theirs.txt": b"theirs"}
    monkeypatch.undo()
    publish(site, remote)
    assert on_branch(remote) == {**SECOND, **OLD, ".nojekyll": b"", "theirs.txt": b"theirs"}


def test_d28_a_branch_that_was_put_back_meanwhile_is_not_overwritten(
    site: Path, remote: Path, monkeypatch: pytest.MonkeyPatch
):
    """The lease refuses what a plain push would let through: the branch is at an ancestor of what was looked at."""
    publish(site, remote)
    build(site, SECOND)
    publish(site, remote)
    build(site, FIRST)
    asked = GitRepo.ask

    def ask(self: GitRepo, *arguments: str) -> object:
        if arguments[0] == "push":
            git(remote, "update-ref", "refs/heads/gh-pages", "gh-pages~1")
        return asked(self, *arguments)

    monkeypatch.setattr(GitRepo, "ask", ask)
    with pytest.raises(PublishError, match="moved on while it was looked at"):
        publish(site, remote)


def test_d28_the_users_tree_index_and_branches_are_not_touched(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    work = tmp_path / "work"
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(work))
    git(work, "remote", "add", "origin", str(remote))
    site = build(work / "site", FIRST)
    (site / "content/site.toml").write_text('[publish.pages]\nkind = "git"\nremote = "origin"\ncname = "two.example"\n')
    git(work, "add", "site/content")
    git(work, "commit", "--quiet", "--message", "sources")
    (site / "content/site.toml").write_text((site / "content/site.toml").read_text() + 'message = "نشر"\n')
    (work / "untracked.txt").write_text("mine")
    git(work, "checkout", "--quiet", "--detach")
    before = repository(work)
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "trap-index"))  # as a hook of theirs would leave it
    monkeypatch.setenv("GIT_DIR", str(work / ".git"))
    publish_site(str(site), "pages", now=NOW)
    monkeypatch.delenv("GIT_INDEX_FILE")
    monkeypatch.delenv("GIT_DIR")
    assert repository(work) == before
    assert not (tmp_path / "trap-index").exists()
    assert not (tmp_path / "hook-ran").exists()
    assert on_branch(remote) == {**FIRST, ".nojekyll": b"", "CNAME": b"two.example\n"}
    assert git(remote, "log", "--format=%s", "gh-pages").strip() == "نشر"


def repository(work: Path) -> dict[str, bytes]:
    """Every file of a work tree and its repository."""
    return {
        str(path): path.read_bytes() for path in work.rglob("*") if path.is_file() and ".lisanayn" not in path.parts
    }


@pytest.mark.parametrize("spelling", ["{remote}", "file://{remote}", "git+file://{remote}", "origin"])
def test_d28_the_branch_of_the_sources_is_refused(remote: Path, tmp_path: Path, spelling: str):
    work = tmp_path / "work"
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(work))
    git(work, "remote", "add", "origin", f"file://{remote}")
    site = build(work, FIRST)
    table = f'[publish.pages]\nkind = "git"\nbranch = "main"\nremote = "{spelling.format(remote=remote)}"\n'
    (site / "content/site.toml").write_text(table)
    with pytest.raises(RefusedPath, match="main: is the branch of the site's sources"):
        publish_site(str(site), "pages", now=NOW, adopt=True)
    assert not has_branch(remote, "main")


def test_d28_a_branch_that_holds_sources_is_refused_even_when_nothing_tells_that_it_is_ours(
    site: Path, remote: Path, tmp_path: Path
):
    commit_elsewhere(remote, tmp_path, {"content/site.toml": 'title = "مرفأ"'}, "main")
    with pytest.raises(RefusedPath, match="holds the sources of a site"):
        publish_site(str(site), f"git+file://{remote}#main", now=NOW, adopt=True)


def test_a_site_in_a_folder_of_a_branch_leaves_the_rest_alone(site: Path, remote: Path, tmp_path: Path):
    commit_elsewhere(remote, tmp_path, {"README.md": "a project", "docs-old/x": "x"}, "main")
    table = f'[publish.pages]\nkind = "git"\nremote = "{remote}"\nbranch = "main"\ndirectory = "docs"\n'
    (site / "content/site.toml").write_text(table)
    publish_site(str(site), "pages", now=NOW)
    inside = {f"docs/{path}": data for path, data in {**FIRST, ".nojekyll": b""}.items()}
    assert on_branch(remote, "main") == {"README.md": b"a project", "docs-old/x": b"x", **inside}


def test_d27_rollback_brings_back_the_version_before_and_back_again(site: Path, remote: Path, tmp_path: Path):
    publish(site, remote)
    build(site, SECOND)
    publish(site, remote)
    commit_elsewhere(remote, tmp_path, {"theirs.txt": "theirs"})
    elsewhere = build(tmp_path / "another/site", SECOND)
    publish(elsewhere, remote, rollback=True)
    new = {path: SECOND[path] for path in ["static/style.33333333.css"]}
    assert on_branch(remote) == {**FIRST, **new, ".nojekyll": b"", "theirs.txt": b"theirs"}
    publish(elsewhere, remote, rollback=True)
    assert on_branch(remote) == {**SECOND, **OLD, ".nojekyll": b"", "theirs.txt": b"theirs"}


def test_d27_the_first_version_has_none_before_it(site: Path, remote: Path):
    publish(site, remote)
    with pytest.raises(PublishError, match="no version before"):
        publish(site, remote, rollback=True)


def test_a_host_that_serves_parts_of_a_repository_serves_no_old_page(
    site: Path, remote: Path, monkeypatch: pytest.MonkeyPatch
):
    git(remote, "config", "uploadpack.allowFilter", "true")
    git(remote, "config", "uploadpack.allowAnySHA1InWant", "true")
    publish(site, remote)
    build(site, SECOND)
    publish(site, remote)
    publish(site, remote, rollback=True)
    assert on_branch(remote).items() >= FIRST.items()
    git(remote, "fsck", "--strict")


def test_d24_a_dry_run_writes_nothing(site: Path, remote: Path, tmp_path: Path):
    before = contents(tmp_path)
    told = publish(site, remote, dry_run=True)
    assert contents(tmp_path) == before
    assert publish(site, remote).lines() == told.lines()


def test_d25_a_push_that_is_refused_by_the_host_says_so(site: Path, remote: Path):
    (remote / "hooks").mkdir(exist_ok=True)
    (remote / "hooks/pre-receive").write_text("#!/bin/sh\necho protected branch >&2\nexit 1\n")
    (remote / "hooks/pre-receive").chmod(0o755)
    with pytest.raises(
        PublishError, match=r"the push was refused and nothing was published: .*protected branch"
    ) as fault:
        publish(site, remote)
    assert fault.value.status == 4
    assert not has_branch(remote, "gh-pages")


def test_d25_a_remote_that_is_not_there_is_an_error_of_one_line(site: Path, tmp_path: Path):
    with pytest.raises(PublishError, match="cannot be read") as fault:
        publish(site, tmp_path / "nowhere.git")
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("address", ["git+ext://sh -c whoami", "git+ssh://-oProxyCommand=x/r.git", "git+file:///x#-f..g",
                                     "git+https://token@example.org/r.git"])  # fmt: skip
def test_d29_an_address_that_a_program_could_take_for_something_else_is_refused(site: Path, address: str):
    with pytest.raises(RefusedPath):
        publish_site(str(site), address, now=NOW)


class Host(BaseHTTPRequestHandler):
    """A host over http that lets nobody in, and notes what it was sent and what the process list showed meanwhile."""

    authorized: ClassVar[list[str]] = []
    processes: ClassVar[list[bytes]] = []

    def do_GET(self) -> None:
        """Asks for a user and a password, whatever came."""
        self.authorized.extend(self.headers.get_all("Authorization", []))
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):  # it has ended meanwhile
                self.processes.append(process.read_bytes())
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="here"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture
def host() -> Iterator[int]:
    Host.authorized.clear()
    Host.processes.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


CANARY = "canary-4711"


@pytest.mark.parametrize("way", ["url of the remote", "environment", "header of a checkout"])
def test_d30_a_token_reaches_the_host_and_no_command_line_and_no_message(
    tmp_path: Path, host: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], way: str
):
    """CI services write tokens into the URL of the remote, or into the configuration of the checkout."""
    work, address = tmp_path / "work", f"127.0.0.1:{host}/r.git"
    git(tmp_path, "init", "--quiet", str(work))
    sent = base64.b64encode(f"x-access-token:{CANARY}".encode()).decode()
    url = f"http://x-access-token:{CANARY}@{address}" if way.startswith("url") else f"http://{address}"
    git(work, "remote", "add", "origin", url)
    if way.startswith("header"):
        git(work, "config", f"http.http://127.0.0.1:{host}/.extraHeader", f"AUTHORIZATION: basic {sent}")
    if way == "environment":
        monkeypatch.setenv("LISANAYN_GIT_TOKEN", CANARY)
    site = build(work, FIRST)
    (site / "content/site.toml").write_text('[publish.pages]\nkind = "git"\nremote = "origin"\n')
    with pytest.raises(PublishError, match="cannot be read") as fault:
        publish_site(str(site), "pages", now=NOW)
    assert sent in " ".join(Host.authorized)
    said = str(fault.value) + repr(fault.value.__cause__) + "".join(capfd.readouterr())
    assert f"127.0.0.1:{host}" in said
    for canary in (CANARY, sent):
        assert canary not in said
        assert not any(canary.encode() in line for line in Host.processes)


def test_user_and_token_are_taken_out_of_a_url():
    assert without_secret("https://u:p%40w@example.org/r.git") == ("https://example.org/r.git", "u", "p@w")
    assert without_secret("ssh://git@example.org/r.git") == ("ssh://git@example.org/r.git", "", "")

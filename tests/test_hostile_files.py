"""C06, C08, C10, C21, C22, C23, C32 of the catalogue of faults: files that run, lead elsewhere, or say too much.

One site on a real disk is full of all of them; its sentences are canaries, which must be in no file and no message.
(C31, what is not released, is in ``test_leaks``.)
"""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from lisanayn.disk import RealDisk
from lisanayn.problems import MachineFault, RefusedPath
from tests.build.builder import NOW, article, translation

CANARY = "qzcanaryzq"
ROOT = Path(__file__).parents[1]

SPEAKS = f"import pathlib; pathlib.Path('RAN').write_text('{CANARY}')\nprint('{CANARY}')\n"
RUNNING = (
    "jinja2.py", "yaml.py", "click.py", "markdown_it.py", "sitecustomize.py", "usercustomize.py", "conf.py",
    "conftest.py", "pelicanconf.py", "dodo.py", "setup.py", "tomllib.py", "json.py", "__init__.py",
    "__main__.py", "eleventy.config.cjs", ".eleventy.js", "base.html", "article.html", "page.j2", "_data.js",
)  # fmt: skip
"""What one program or another would run where it finds it."""

PRIVATE = (
    ".env", ".env.local", ".git/config", ".htpasswd", ".netrc", ".DS_Store", ".ssh/id_ed25519", "id_rsa", "server.pem",
    "server.key", "site.sqlite", "secrets.toml", "credentials.json", "Thumbs.db", "node_modules/x/index.js",
    "wallet.kdbx", "__pycache__/x.pyc",
)  # fmt: skip


def fill(site: Path, secret: Path) -> None:
    """Two good articles, and beside them everything that must not be followed, run or copied."""
    write(site / "content/site.toml", "title = 'x'\n[publish.live]\ntype = 's3'\nbucket = 'qzbucketzq'\n")
    write(site / "content/quay/ar.md", article("الرصيف", "عاد الصيادون. كان البحر هادئًا.", tags="[]"))
    write(site / "content/quay/en.md", translation("The Quay", "The fishermen came back. The sea was calm."))
    for folder in ("content", "content/quay", "static", "."):
        for name in RUNNING:
            if not (folder == "static" and name.endswith(".html")):
                write(site / folder / name, SPEAKS)
    for folder in ("content", "content/quay", "static"):
        for name in PRIVATE:
            write(site / folder / name, f"KEY={CANARY}\n")
    write(secret / "secret.md", article(f"سر {CANARY}", CANARY))
    write(secret / "folder/ar.md", article(f"سر {CANARY}", CANARY))
    write(secret / "secret.css", f"/* {CANARY} */")
    for place, name, target in (
        ("content/stolen", "ar.md", secret / "secret.md"),
        ("content", "folder", secret / "folder"),
        ("content", "environ.ar.md", "/proc/self/environ"),
        ("content/quay", "broken.svg", "nowhere"),
        ("content/quay", "loop", "loop"),
        ("content/quay", "one", "two"),
        ("content/quay", "two", secret / "secret.css"),
        ("content", "up", ".."),
        ("static", "stolen.css", secret / "secret.css"),
        ("static", "all", secret),
        ("templates", "footer.html", secret / "secret.md"),
        ("templates", "all", secret),
    ):
        (site / place).mkdir(parents=True, exist_ok=True)
        (site / place / name).symlink_to(target)
    os.mkfifo(site / "content/quay/pipe.ar.md")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the hostile site; ``secret`` lies beside it."""
    folder = tmp_path_factory.mktemp("hostile")
    fill(folder / "site", folder / "secret")
    return folder / "site"


@pytest.fixture(scope="module")
def run(site: Path) -> subprocess.CompletedProcess[str]:
    """The site built by the program itself, started in the site's folder, with a secret in the environment."""
    environment = {
        **os.environ, "PYTHONPATH": "", "AWS_SECRET_ACCESS_KEY": CANARY, "LISANAYN_TOKEN": CANARY, "HOME": str(site),
    }  # fmt: skip
    environment.pop("PYTHONPATH")
    command = [sys.executable, "-m", "lisanayn", "build", "--why", "--now", "2026-03-20"]
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, timeout=60, check=False)


def output(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in (site / "output").rglob("*") if path.is_file()}


def test_a_hostile_folder_is_built_and_nothing_in_it_runs(site, run):
    """C06: neither as a template nor as a module, though Python would look in this folder first."""
    assert run.returncode == 0, run.stderr
    assert (site / "output/ar/quay/index.html").is_file()
    assert CANARY not in run.stdout
    assert list(site.rglob("RAN")) == []


def test_no_link_is_followed(site, run):
    """C08: a link to a file, a folder, itself, a chain, the process's own environment; in content, static and the
    theme. One warning for each in content/."""
    told = [line for line in run.stderr.splitlines() if "[link-ignored]" in line]
    assert len(told) == 9, run.stderr
    files = output(site)
    assert not any("stolen" in path or "folder" in path or "/all/" in path for path in files)
    assert not any((site / "output" / path).is_symlink() for path in files)


def test_no_secret_is_in_any_file_or_message(site, run):
    """C10, C32: keys, hidden files, and programs' own folders are not copied; what the environment and the publishing
    settings hold reaches neither a page nor a message."""
    for path, data in output(site).items():
        assert CANARY.encode() not in data or path.startswith("output/static/"), path
        assert b"qzbucketzq" not in data, path
    kept = {path.removeprefix("output/static/") for path, data in output(site).items() if CANARY.encode() in data}
    stems = {name.partition(".")[0] for name in RUNNING if not name.startswith(".")}
    assert {name.partition(".")[0] for name in kept} <= stems  # files of the theme's author, copied and never run
    assert CANARY not in run.stderr and "qzbucketzq" not in run.stderr


def test_what_the_cache_keeps_holds_no_secret_either(site, run):
    """C10, C32."""
    for path in (site / ".lisanayn").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"qzbucketzq" not in data and f"KEY={CANARY}".encode() not in data, path


def test_check_names_every_key(site, run):
    """C10: each file that looks like a key, once, and says nothing of what is in it."""
    from lisanayn.build.checking import check_site

    problems = check_site(str(site), None, NOW)
    named = [problem.at.path for problem in problems if problem.code == "secret-file"]
    keys = [".env", ".env.local", ".htpasswd", ".netrc", ".ssh/id_ed25519", "id_rsa", "server.pem", "server.key",
            "site.sqlite", "secrets.toml", "credentials.json", "wallet.kdbx"]  # fmt: skip
    expected = [f"{folder}/{key}" for folder in ("content", "content/quay", "static") for key in keys]
    assert sorted(set(named) & set(expected)) == sorted(expected) and len(named) == len(set(named))
    assert not any(CANARY in problem.message + problem.hint for problem in problems)


@pytest.mark.parametrize("swapped", ["content/quay", "content"])
def test_a_folder_that_becomes_a_link_between_look_and_opening_is_not_followed(tmp_path, monkeypatch, swapped):
    """C08: the race. The opening of the outermost folder is the last moment to swap one."""
    write(tmp_path / "site/content/quay/ar.md", "good")
    write(tmp_path / "secret/content/quay/ar.md", CANARY)
    write(tmp_path / "secret/ar.md", CANARY)
    write(tmp_path / "secret/quay/ar.md", CANARY)
    disk = RealDisk(str(tmp_path / "site"))
    assert disk.read("content/quay/ar.md") == b"good"
    opened, done = os.open, []

    def open_and_swap(path, flags, *rest, **more):
        if str(path).endswith("/site") and not done:
            done.append(path)
            folder = tmp_path / "site" / swapped
            folder.rename(tmp_path / "away")
            folder.symlink_to(tmp_path / ("secret" if swapped != "content" else "secret/content"))
        return opened(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", open_and_swap)
    monkeypatch.setattr(os, "supports_dir_fd", os.supports_dir_fd | {open_and_swap})
    with pytest.raises((MachineFault, RefusedPath)):
        disk.read("content/quay/ar.md")
    assert done


def test_a_file_that_becomes_a_link_is_not_followed(tmp_path):
    """C08: the same with the file itself."""
    write(tmp_path / "secret", CANARY)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/ar.md").symlink_to(tmp_path / "secret")
    disk = RealDisk(str(tmp_path / "site"))
    disk._refuse_links = lambda path: None  # type: ignore[method-assign]  # the look before found nothing
    with pytest.raises(RefusedPath):
        disk.read("ar.md")


# Pictures ----------------------------------------------------------------------------------------


def picture(kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (120, 60, 30)).save(out, kind, **more)
    return out.getvalue()


def photograph() -> bytes:
    """A JPEG that says where it was taken, by whose camera, and who owns it."""
    exif = Image.Exif()
    exif[0x010F] = CANARY  # maker
    exif[0xA431] = CANARY  # serial number
    exif[0xA430] = CANARY  # the camera's owner
    exif.get_ifd(0x8825).update({1: "N", 2: (33.0, 30.0, 0.0), 3: "E", 4: (36.0, 18.0, 0.0), 29: CANARY})
    packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{CANARY}</x:xmpmeta>'.encode()
    return picture("JPEG", exif=exif, comment=CANARY.encode(), xmp=packet)


def svg(inside: str, before: str = "") -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="3">'
    return f"{before}{head}{inside}</svg>".encode()


LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
DRAWINGS = {
    "script": svg("<script>alert(1)</script>"),
    "handler": svg('<rect width="1" height="1" onload="alert(1)"/>'),
    "foreign": svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    "use": svg('<use href="https://evil.example/x.svg#a"/>'),
    "image": svg('<image xlink:href="file:///etc/passwd"/>'),
    "style": svg("<style>@import url(//evil.example/x.css);</style>"),
    "link": svg('<a href="javascript:alert(1)"><rect/></a>'),
    "set": svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "animate": svg('<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>'),
    "entities": svg("&b;", LAUGHS),
    "outside": svg("&c;", LAUGHS),
    "sheet": svg("", '<?xml-stylesheet href="x.css"?>'),
    "encoding": svg("<script>alert(1)</script>").decode().encode("utf-16"),
}
BOMBS = {
    "header": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000) + b"\x08\x02" + b"\0" * 7, "png"),
    "gif": (b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\0\0\0;", "gif"),
    "cut": (picture("JPEG")[:200], "jpg"),
    "script": (b"<script>alert(1)</script>", "jpg"),
    "page": (b"<!doctype html><svg><script>alert(1)</script></svg>", "svg"),
    "empty": (b"", "webp"),
}


def shown(name: str, data: bytes):
    """What a build makes of an article with this picture."""
    from tests.build.builder import Builder

    site = Builder()
    site.write("content/quay/ar.md", article("عنوان", f"نص.\n\n![وصف]({name})\nتعليق (رويترز)", tags="[]"))
    site.write(f"content/quay/{name}", data)
    return site, site.build()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_that_could_run_or_load_something_is_refused(name):
    """C21: with its article's line; nothing is published."""
    site, report = shown("x.svg", DRAWINGS[name])
    assert [(one.code, one.at.path) for one in report.problems if one.severity.value == "error"] == [
        ("picture-bad", "content/quay/ar.md")
    ]
    assert not report.published and site.output.contents == {}


@pytest.mark.parametrize("name", BOMBS)
def test_a_picture_that_would_grow_without_end_or_is_none_is_refused_by_name(name):
    """C23: judged by its first bytes, never decoded."""
    data, extension = BOMBS[name]
    _, report = shown(f"x.{extension}", data)
    (problem,) = [one for one in report.problems if one.severity.value == "error"]
    assert problem.code == "picture-bad" and f"x.{extension}" in problem.message


def test_a_wrong_extension_and_a_picture_that_is_also_a_script_do_no_harm():
    """C23: the kind is read from the bytes, and what is published is that kind under its own name."""
    both = picture("GIF").replace(b"GIF89a", b"GIF89a", 1) + b"=1;alert(1)//"
    for name, data in (("x.gif", both), ("x.jpg", picture("PNG")), ("x.png", picture("JPEG"))):
        site, report = shown(name, data)
        files = [path for path in site.output.contents if path.startswith("media/")]
        if report.published:
            assert files and not any(path.endswith((".html", ".js", ".svg")) for path in files)
        else:
            assert [one.code for one in report.problems if one.severity.value == "error"] == ["picture-bad"]


def test_where_and_by_whom_a_photograph_was_taken_is_published_nowhere():
    """C22: position, serial number, owner and comments; and check says that the source holds a position."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CANARY)
    for name, data in (("x.jpg", photograph()), ("x.png", picture("PNG", pnginfo=info))):
        assert CANARY.encode() in data
        site, report = shown(name, data)
        assert report.published, report.problems
        assert [path for path in site.output.contents if path.startswith("media/")]
        for path, built in site.output.contents.items():
            assert CANARY.encode() not in built, path

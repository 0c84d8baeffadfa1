"""Small built sites, made by hand: what a build leaves in output/, without a build."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import RealDisk

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)

FIRST = {
    "index.html": b"<link href='static/style.11111111.css'>",
    "ar/index.html": b"<link href='static/style.11111111.css'>1",
    "ar/مرفأ/index.html": b"<link href='static/style.11111111.css'>2",
    "ar/salt/index.html": b"<link href='static/style.11111111.css'>3",
    "en/index.html": b"<link href='static/style.11111111.css'>4",
    "en/salt/index.html": b"<link href='static/style.11111111.css'>5",
    "static/style.11111111.css": b"p { color: black }",
    "media/salt/pan.22222222.svg": b"<svg/>",
    "ar/feed.xml": b"<feed/>",
    "sitemap.xml": b"<urlset/>",
    "robots.txt": b"User-agent: *",
}
"""A site before an edit."""

SECOND = {
    **{path: data.replace(b"11111111", b"33333333") for path, data in FIRST.items() if "style" not in path},
    "ar/bread/index.html": b"<link href='static/style.33333333.css'>6",
    "static/style.33333333.css": b"p { color: navy }",
    "sitemap.xml": b"<urlset>bread</urlset>",
}
"""The same site with one more page and another style sheet; one page is gone."""
del SECOND["en/salt/index.html"]


def build(site: Path, files: dict[str, bytes]) -> Path:
    """Puts a finished build into ``site/output``, in place of the last one; the site's folder."""
    (site / "content").mkdir(parents=True, exist_ok=True)
    output = RealDisk(str(site / "output"))
    for entry in list(output.files()):
        output.remove(entry.path)
    for path, data in files.items():
        output.write(path, data)
    manifest = {"format": 1, "files": {path: digest_bytes(data) for path, data in sorted(files.items())}}
    output.write(".lisanayn.json", json.dumps(manifest, ensure_ascii=False).encode())
    return site


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    disk = RealDisk(str(folder))
    return {entry.path: disk.read(entry.path) for entry in disk.files() if entry.path != ".lisanayn.json"}

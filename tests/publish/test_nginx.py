"""The published folder, served by nginx as docs/hosting.md says: types, encodings, caches, 404, folders."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from lisanayn.publish import publish_site
from tests.publish.sites import FIRST, NOW, build

ROOT = Path(__file__).parent.parent.parent
SITE = {
    **FIRST,
    "404.html": b"<p>not here</p>",
    "manifest.webmanifest": b"{}",
    "ar/salt/aligned.tmx": b"<tmx/>",
    "ar/salt/aligned.json": b"{}",
    "static/reader.44444444.js": b"1",
    "static/text.55555555.woff2": b"wOF2",
    "media/salt/pan.66666666.avif": b"avif",
    "_headers": b"/*",
    "ar/old/index.html": b'<meta http-equiv="refresh" content="0; url=../salt/index.html">',
}

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    publish_site(str(build(folder / "site", SITE)), str(folder / "public"), now=NOW)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    documented = re.search(r"```nginx\n(.*?)```", (ROOT / "docs/hosting.md").read_text("utf-8"), re.DOTALL)
    assert documented
    server = documented[1].replace("listen 80;", f"listen 127.0.0.1:{port};")
    server = server.replace("/var/www/two-shores", f"{folder}/public")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} {server} }}\n"
    )
    process = subprocess.Popen(
        ["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)], stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            assert process.poll() is None, (folder / "error.log").read_text()
            time.sleep(0.05)
    yield port
    process.terminate()
    process.wait()


def ask(port: int, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, quote(path))
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/ar/مرفأ/", "text/html; charset=utf-8"),
        ("/ar/مرفأ/index.html", "text/html; charset=utf-8"),
        ("/static/style.11111111.css", "text/css; charset=utf-8"),
        ("/static/reader.44444444.js", "application/javascript; charset=utf-8"),
        ("/static/text.55555555.woff2", "font/woff2"),
        ("/media/salt/pan.22222222.svg", "image/svg+xml; charset=utf-8"),
        ("/media/salt/pan.66666666.avif", "image/avif"),
        ("/manifest.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/ar/salt/aligned.tmx", "application/x-tmx+xml; charset=utf-8"),
        ("/ar/salt/aligned.json", "application/json; charset=utf-8"),
        ("/ar/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/ar/old/", "text/html; charset=utf-8"),
    ],
)
def test_every_file_comes_with_its_type_and_encoding(port: int, path: str, kind: str):
    status, headers, body = ask(port, path)
    assert (status, headers["content-type"]) == (200, kind)
    assert body == SITE[path.lstrip("/") + ("index.html" if path.endswith("/") else "")]
    hashed = re.search(r"\.[0-9a-f]{8}\.", path)
    assert headers["cache-control"] == ("public, max-age=31536000, immutable" if hashed else "public, no-cache")


@pytest.mark.parametrize(
    "path", ["/no-such-page", "/ar/no-such/", "/.lisanayn.json", "/.git/config", "/_headers", "/static/"]
)
def test_what_is_not_there_answers_with_the_sites_own_page_and_the_status_404(port: int, path: str):
    status, headers, body = ask(port, path)
    assert (status, headers["content-type"], body) == (404, "text/html; charset=utf-8", SITE["404.html"])


def test_a_folder_without_its_slash_leads_on(port: int):
    status, headers, _ = ask(port, "/ar/مرفأ")
    assert status == 301
    assert headers["location"].endswith(quote("/ar/مرفأ/"))


def test_a_page_that_did_not_change_is_not_sent_again(port: int):
    _, headers, _ = ask(port, "/")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/", headers={"If-None-Match": headers["etag"]})
    assert connection.getresponse().status == 304
    connection.close()

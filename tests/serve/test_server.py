"""What the preview's server answers, byte by byte: the site's pages to the one who started it, nothing to others."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from lisanayn.problems import AddressTaken, Location, error
from lisanayn.serve.server import PreviewServer
from lisanayn.serve.shown import Outcome
from tests.serve.running import OPENING, SITE, Preview, running

ARABIC = "/" + quote("ar/مرفأ")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    site = tmp_path_factory.mktemp("site")
    (site / "secret.txt").write_text("canary")
    (site / "preview2").mkdir()
    (site / "preview2/index.html").write_text("canary")
    with running(site / "preview") as preview:
        folder = preview.folder
        (folder / ".lisanayn.json").write_text("canary")
        (folder / ".env").write_text("canary")
        (folder / "left.html").write_text("canary")
        os.symlink(site / "secret.txt", folder / "link.txt")
        os.symlink(site, folder / "up")
        yield preview


def test_a_page_is_sent_with_its_charset_and_is_not_kept(preview: Preview):
    answer = preview.ask(f"{ARABIC}/")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "المرفأ".encode() in answer.body


def test_a_page_gets_the_two_scripts_once_and_the_folder_none(preview: Preview):
    body = preview.ask("/").body
    assert body.count(b"<script") == 2
    assert body.index(b"preview.js") < body.index(b"livereload.js") < body.index(b"</head>")
    assert all(b"script" not in path.read_bytes() for path in preview.folder.rglob("*.html"))


def test_a_folder_without_its_slash_is_sent_on(preview: Preview):
    answer = preview.ask(f"{ARABIC}?mode=side")
    assert (answer.status, answer.headers["location"]) == (302, f"{ARABIC}/?mode=side")


@pytest.mark.parametrize(
    "path, kind",
    [("/ar/feed.xml", "application/xml; charset=utf-8"), ("/static/style.11111111.css", "text/css; charset=utf-8"),
     ("/media/a.svg", "image/svg+xml; charset=utf-8"), ("/media/a.woff2", "font/woff2")],
)  # fmt: skip
def test_other_files_are_sent_as_they_are(preview: Preview, path: str, kind: str):
    answer = preview.ask(path)
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, kind, SITE[path[1:]])


def test_a_missing_page_is_the_sites_own_with_status_404_and_reloads(preview: Preview):
    answer = preview.ask("/ar/nowhere/")
    assert answer.status == 404
    assert "لا صفحة هنا".encode() in answer.body
    assert b"livereload.js" in answer.body


def test_head_has_the_headers_of_get_and_no_body(preview: Preview):
    got, head = preview.ask("/"), preview.ask("/", "HEAD")
    assert head.body == b""
    assert head.headers["content-length"] == got.headers["content-length"] == str(len(got.body))
    assert head.headers["etag"] == got.headers["etag"]


def test_whoever_has_the_page_gets_304(preview: Preview):
    tag = preview.ask("/").headers["etag"]
    assert preview.ask("/", If_None_Match=tag).status == 304
    assert preview.ask("/", If_None_Match='"other"').status == 200


# Doors -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST", "127.0.0.1"])
def test_names_of_this_machine_are_answered(preview: Preview, host: str):
    assert preview.ask("/", host=host.format(port=preview.server.port)).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "192.168.1.7:{port}", "localhost.evil.example", "127.0.0.1.evil.example",
     "localhost:{port}@evil.example", "[::1", "[::2]", "0.0.0.0", "localhost:", "127.0.0.1:999999", "a" * 5000,
     "local\x00host", "127.0.0.1/x"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/nowhere", "{state}", "{script}"])
def test_other_names_are_not(preview: Preview, host: str, path: str):
    path = path.format(state=preview.ours("state.json"), script=preview.ours("preview.js"))
    answer = preview.ask(path, host=host.format(port=preview.server.port))
    assert answer.status in (400, 403)
    assert b"main" not in answer.body and b"problems" not in answer.body


@pytest.mark.parametrize("hosts", [b"", b"Host: 127.0.0.1\r\nHost: evil.example\r\n", b"Host:\r\n"])
def test_no_name_or_two_are_refused(preview: Preview, hosts: bytes):
    answer = preview.raw(b"GET / HTTP/1.1\r\n" + hosts + b"Connection: close\r\n\r\n")
    assert answer == b"" or answer.split(b" ")[1] in (b"400", b"403")


def test_a_forwarded_name_counts_for_nothing(preview: Preview):
    assert preview.ask("/", host="evil.example", X_Forwarded_Host="localhost").status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
@pytest.mark.parametrize("path", ["/", "{state}"])
def test_only_get_and_head_are_answered(preview: Preview, method: str, path: str):
    answer = preview.ask(path.format(state=preview.ours("state.json")), method, X_Echo="canary")
    assert answer.status == 405
    assert b"canary" not in answer.body


@pytest.mark.parametrize(
    "path",
    ["/forcereload", "/livereload", "/livereload.js", "/~wrong/livereload", "/~wrong/state.json", "/~/state.json",
     "/.env", "/.lisanayn.json", "/.git/config", "/left.html", "/ar/", "/static/", "/media", "/link.txt",
     "/up/secret.txt", "/index.html/", "/index.html/..", "/%00", "/index.html%00.css"],
)  # fmt: skip
def test_what_is_not_of_the_site_is_not_there(preview: Preview, path: str):
    answer = preview.ask(path)
    assert answer.status == 404
    assert b"canary" not in answer.body


UP = ["..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "..%00", "%c0%ae%c0%ae", "．．", "...", "..;"]
SLASH = ["/", "//", "\\", "%2f", "%5c", "%252f", "/./", "%c0%af"]
TRAVERSALS = [
    f"{start}{up}{slash}{target}"
    for up in UP
    for slash in SLASH
    for start, target in [("/", "secret.txt"), ("/ar/", f"{up}{slash}preview2/index.html"), ("//", "secret.txt?raw")]
]


def test_no_spelling_leads_out_of_the_folder(preview: Preview):
    assert len(TRAVERSALS) > 200
    for path in TRAVERSALS:
        for method in ("GET", "HEAD"):
            answer = preview.ask(path.encode().decode("latin-1"), method)
            assert answer.status in (400, 404), path
            assert b"canary" not in answer.body
            assert str(preview.folder).encode() not in answer.body


def test_an_address_with_a_host_in_it_is_no_way_round(preview: Preview):
    for target in ("http://evil.example/", f"http://127.0.0.1:{preview.server.port}/../secret.txt", "secret.txt", "*"):
        assert preview.ask(target).status in (400, 403, 404)


def test_a_special_file_hangs_nothing(preview: Preview):
    os.mkfifo(preview.folder / "pipe.txt")
    preview.tell(Outcome(True, {**preview.server.shown.files, "pipe.txt": "0", "link.txt": "0", "gone.txt": "0"}, ()))
    for path in ("/pipe.txt", "/link.txt", "/gone.txt"):
        assert preview.ask(path).status == 404
    preview.show(SITE)


def test_other_sites_may_neither_read_nor_frame_nor_load(preview: Preview):
    for path in ("/", "/nowhere", "/media/a.svg", preview.ours("state.json"), preview.ours("livereload.js")):
        headers = preview.ask(path, Origin="http://evil.example").headers
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert not [name for name in headers if name.startswith("access-control")]


# The socket --------------------------------------------------------------------------------------


def test_the_preview_s_own_page_may_open_the_socket(preview: Preview):
    assert preview.socket().status == 101


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "http://127.0.0.1", "http://localhost:{port}", "https://127.0.0.1:{port}",
     "http://127.0.0.1:{port}.evil.example", "http://192.168.1.7:{port}", "file://", "http://127.0.0.1:1"],
)  # fmt: skip
def test_pages_from_elsewhere_may_not(preview: Preview, origin: str):
    assert preview.socket(Origin=origin.format(port=preview.server.port)).status == 403


def test_a_program_without_an_origin_may_not(preview: Preview):
    assert preview.ask(preview.ours("livereload"), **OPENING).status == 403


def test_a_rebound_name_may_not_though_name_and_origin_agree(preview: Preview):
    rebound = {"Origin": "http://evil.example", **OPENING}
    assert preview.ask(preview.ours("livereload"), host="evil.example", **rebound).status == 403


# Patience ----------------------------------------------------------------------------------------


def test_many_idle_connections_keep_nobody_waiting(preview: Preview):
    idle = [socket.create_connection(("127.0.0.1", preview.server.port), 5) for _ in range(200)]
    try:
        for client in idle[::2]:
            client.sendall(b"GET / HTTP/1.1\r\nHost: 127")
        start = time.monotonic()
        assert preview.ask("/").status == 200
        assert time.monotonic() - start < 5
    finally:
        for client in idle:
            client.close()


def test_a_head_too_long_is_refused_and_the_server_lives(preview: Preview):
    preview.raw(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 200_000 + b"\r\n\r\n")
    preview.raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20 + b"\r\n\r\n")
    assert preview.ask("/").status == 200


# Addresses ---------------------------------------------------------------------------------------


def test_the_server_listens_on_this_machine_only(preview: Preview):
    assert preview.server._socket.getsockname()[0] == "127.0.0.1"


def test_a_taken_port_is_said_clearly(preview: Preview):
    other = PreviewServer("/nowhere", "/nowhere", "127.0.0.1")
    with pytest.raises(AddressTaken, match=f"port {preview.server.port} is taken by another program") as fault:
        other.bind(preview.server.port)
    assert fault.value.status == 2


def test_an_address_of_another_machine_is_said_clearly():
    with pytest.raises(AddressTaken, match=r"cannot listen at 192\.0\.2\.1"):
        PreviewServer("/nowhere", "/nowhere", "192.0.2.1").bind(0)


def test_open_to_the_network_numeric_addresses_are_answered_and_names_are_not(tmp_path: Path):
    with running(tmp_path / "preview", host="0.0.0.0") as preview:
        assert preview.ask("/", host=f"192.168.1.7:{preview.server.port}").status == 200
        assert preview.ask("/", host="evil.example").status == 403
        assert preview.server.url == f"http://127.0.0.1:{preview.server.port}/"


def test_the_path_of_the_sites_own_address_works_in_the_preview_too(tmp_path: Path):
    with running(tmp_path / "preview", base_path="/sub/") as preview:
        assert preview.ask("/sub/static/style.11111111.css").body == SITE["static/style.11111111.css"]
        assert preview.ask("/sub/").status == 200
        assert preview.ask(f"/sub{ARABIC}").headers["location"] == f"/sub{ARABIC}/"
        assert preview.ask("/submarine/").status == 404


# States ------------------------------------------------------------------------------------------


def test_a_deleted_page_is_gone_though_its_file_is_still_there(tmp_path: Path):
    with running(tmp_path / "preview") as preview:
        preview.show({path: data for path, data in SITE.items() if "مرفأ" not in path})
        assert preview.ask(f"{ARABIC}/").status == 404


def test_problems_are_told_without_any_path_of_this_machine(tmp_path: Path):
    with running(tmp_path / "preview") as preview:
        words = f"'<script>\u202e' in {tmp_path}/content/a/ar.md"
        fault = error("front-matter", words, Location("content/a/ar.md", 3), "fix")
        preview.show(SITE, (fault,), published=False)
        state = preview.ask(preview.ours("state.json")).json()
        assert state == {
            "pages": 1,
            "published": False,
            "more": 0,
            "problems": [
                {"severity": "error", "code": "front-matter", "place": "content/a/ar.md:3",
                 "message": "'<script>\\u202e' in content/a/ar.md", "hint": "fix"},
            ],
        }  # fmt: skip
        assert "المرفأ".encode() in preview.ask(f"{ARABIC}/").body  # the last good page stays beneath


def test_without_any_page_yet_the_answer_still_reloads(tmp_path: Path):
    with running(tmp_path / "preview") as preview:
        preview.show({})
        answer = preview.ask("/")
        assert answer.status == 404 and b"livereload.js" in answer.body


def test_a_bug_in_another_thread_ends_the_preview_and_is_raised(tmp_path: Path):
    with pytest.raises(ZeroDivisionError), running(tmp_path / "preview") as preview:
        preview.server.fail(ZeroDivisionError())

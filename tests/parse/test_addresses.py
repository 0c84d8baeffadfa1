"""Addresses: what may be linked to, what may be shown, what may redirect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.parse.addresses import file_fault, link_address, path_fault, web_address

ALLOWED = {
    "https://example.org/ص?x=1&y=2#z": "https://example.org/ص?x=1&y=2#z",
    "HTTP://Example.org": "HTTP://Example.org",
    "https://مثال.إختبار/": "https://مثال.إختبار/",
    "http://[::1]:80/": "http://[::1]:80/",
    "mailto:a@example.org": "mailto:a@example.org",
    "tel:+20123": "tel:+20123",
    "../harbour/": "../harbour/",
    "/harbour/": "/harbour/",
    "#s3": "#s3",
    "?q=a:b": "?q=a:b",
    "صفحة 1.html": "صفحة%201.html",
    'a"b': "a%22b",
    "a/b:c": "a/b:c",
}

REFUSED = [
    "", " ", "javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "\tjavascript:x", "java\tscript:x",
    "java\nscript:x", "java\rscript:x", "java\x00script:x", "\x01javascript:x", "\x1fjavascript:x",
    "javascript\u200b:x", "\u202ejavascript:x", "java\u00adscript:x", "\ufeffjavascript:x", "\u2028javascript:x",
    "javascript\uff1ax", "javascript%3ax", "javascript&colon;x", "java script:x", "vbscript:x", "livescript:x",
    "data:text/html,x", "data:image/svg+xml,x", "DATA:,x", "blob:x", "file:///etc/passwd", "filesystem:x",
    "feed:javascript:x", "feed:https://x.y", "view-source:x", "view-source:javascript:x", "ms-msdt:/id", "ms-word:x",
    "intent:#Intent;end", "jar:x", "about:blank", "ws://x.y", "ftp://x.y/", "chrome://x", "x:y", "a+b:c", "ملاحظة:1",
    "//evil.example/x", "//", "///x", "\\\\evil.example", "/\\evil.example", "\\/evil.example",
    "https:\\\\evil.example", "https:evil.example", "https:/x", "http://", "http:///x", "https://?x", "https://#x",
    "http://a\\@b/", "http://a<b>/", "mailto:", "tel://x", "https://x\u202ey/", "https://x\ud800/", "https://[x]/",
]  # fmt: skip


@pytest.mark.parametrize(("written", "address"), ALLOWED.items())
def test_addresses_that_are_allowed(written: str, address: str) -> None:
    assert link_address(written) == address


@pytest.mark.parametrize("written", REFUSED, ids=ascii)
def test_addresses_that_are_refused(written: str) -> None:
    assert link_address(written) is None


@given(st.text(alphabet="jJavscript:/\\.#? \t\n\x00\u202e%3a&;@[]htpme\"'<>", max_size=20))
def test_what_is_allowed_has_one_of_four_schemes_or_none(written: str) -> None:
    address = link_address(written)
    if address is not None:
        head = address.partition("/")[0].partition("?")[0].partition("#")[0]
        scheme = head.partition(":")[0].lower() if ":" in head else ""
        assert scheme in ("", "http", "https", "mailto", "tel")
        assert not address.startswith("//") and "\\" not in address
        assert not set(address) & set("\"'<> \t\n\x00\u202e")


def test_the_web_is_http_and_https_with_a_host() -> None:
    assert web_address("https://example.org/x") == "https://example.org/x"
    for written in ("mailto:a@b.c", "/x", "example.org", "tel:1", "#x"):
        assert web_address(written) is None


@pytest.mark.parametrize("name", ["a.jpg", "صورة.jpg", "sub/a.jpg", "my map.svg", "a..b.png"])
def test_files_beside_an_article(name: str) -> None:
    assert file_fault(name) == ""


ELSEWHERE = [
    "", "../a.jpg", "a/../../b", "/etc/passwd", "~/x", "C:\\x", "a\\b", "https://x.y/a.jpg", "//x/y",
    "data:image/png,x", ".env", "sub/.git/config", "./a.jpg", "a\x00.jpg", "a\u202egpj.exe", "a?.jpg", "a|b",
]  # fmt: skip


@pytest.mark.parametrize("name", ELSEWHERE, ids=ascii)
def test_files_that_are_elsewhere_or_hidden(name: str) -> None:
    assert file_fault(name) != ""


@pytest.mark.parametrize("path", ["/old/", "old/page.html", "أرشيف/قديم/"])
def test_old_addresses(path: str) -> None:
    assert path_fault(path) == ""


NOWHERE = [
    "", "/", "//evil.example", "https://x.y/", "/a/../b", "/%2e%2e/", "a\\b", "a b", "/x?y", "/x#y", "/\u202e",
]  # fmt: skip


@pytest.mark.parametrize("path", NOWHERE, ids=ascii)
def test_old_addresses_that_are_none(path: str) -> None:
    assert path_fault(path) != ""

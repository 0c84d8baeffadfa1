"""The preview's scripts in a page, and a page's own policy that must let them run."""

from __future__ import annotations

import re

import html5lib
import pytest

from lisanayn.serve.injection import allowing, with_scripts

TOKEN, HOST = "t0ken", "127.0.0.1:8000"


def injected(page: str) -> str:
    return with_scripts(page.encode(), HOST, TOKEN, 7).decode()


def test_the_scripts_stand_before_the_end_of_the_head():
    assert injected("<head><title>x</title></head><body>") == (
        "<head><title>x</title>"
        '<script src="//127.0.0.1:8000/~t0ken/preview.js" nonce="t0ken" data-pages="7" defer></script>'
        '<script src="//127.0.0.1:8000/~t0ken/livereload.js?host=127.0.0.1&amp;port=8000/~t0ken" nonce="t0ken" defer>'
        "</script></head><body>"
    )


@pytest.mark.parametrize(
    "page",
    ["<head>" + "x" * 100_000 + "</head><body></body>", "<HEAD></HEAD ><body>", "<p>no head</p></body></html>",
     "<p>only", "", "<title>x</title><p>y"],
)  # fmt: skip
def test_every_page_gets_them_once(page: str):
    tree = html5lib.parse(injected(page), namespaceHTMLElements=False)
    assert [script.get("data-pages") for script in tree.iter("script")] == ["7", None]


def test_an_address_in_brackets_and_one_without_a_port():
    assert b"?host=[::1]&amp;port=8000/~" in with_scripts(b"</head>", "[::1]:8000", TOKEN, 1)
    assert b"?host=[::1]&amp;port=80/~" in with_scripts(b"</head>", "[::1]", TOKEN, 1)
    assert b"?host=localhost&amp;port=80/~" in with_scripts(b"</head>", "localhost", TOKEN, 1)


@pytest.mark.parametrize(
    "policy, want",
    [
        ("default-src 'self'", "default-src 'self'; script-src 'self'; connect-src 'self' ws://127.0.0.1:8000"),
        ("default-src 'none'; img-src 'self'",
         "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self' ws://127.0.0.1:8000"),
        ("script-src 'sha256-abc='", "script-src 'sha256-abc=' 'self'"),
        ("script-src 'unsafe-inline'", "script-src 'unsafe-inline' 'self'"),
        ("script-src 'strict-dynamic' 'sha256-abc='", "script-src 'strict-dynamic' 'sha256-abc=' 'nonce-t0ken'"),
        ("script-src 'self'; connect-src 'none'", "script-src 'self'; connect-src 'self' ws://127.0.0.1:8000"),
        ("img-src 'self'; base-uri 'none'", "img-src 'self'; base-uri 'none'"),
        ("upgrade-insecure-requests;; ", "upgrade-insecure-requests"),
    ],
)  # fmt: skip
def test_a_policy_lets_the_preview_in_and_stays_as_strict(policy: str, want: str):
    assert allowing(policy, HOST, TOKEN) == want


@pytest.mark.parametrize(
    "meta",
    ["<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">",
     "<meta content='default-src &#39;none&#39;' http-equiv=content-security-policy>",
     "<META\nHTTP-EQUIV='content-security-policy'\n CONTENT=\"default-src &#39;none&#39;\" />"],
)  # fmt: skip
def test_the_policy_is_found_however_it_is_written(meta: str):
    page = injected(f"<head>{meta}</head>")
    (policy,) = re.findall(r'content="([^"]*)"', page)
    assert policy == (
        "default-src &#x27;none&#x27;; script-src &#x27;self&#x27;; connect-src &#x27;self&#x27; ws://127.0.0.1:8000"
    )


def test_other_metas_stay_as_they_are():
    page = '<head><meta name="description" content="content-security-policy"><meta charset="utf-8"></head>'
    assert injected(page).startswith(page.removesuffix("</head>"))

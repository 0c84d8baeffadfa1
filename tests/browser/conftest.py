"""A headless Chromium and the sample site, served on this machine only."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lisanayn.build.session import build_once
from tests.browser.stories import write_stories

ROOT = Path(__file__).parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """The path of a Chromium; empty for Playwright's own; None when there is none."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return "" if os.path.exists(playwright.chromium.executable_path) else None


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests of a worker."""
    from playwright.sync_api import sync_playwright

    path = chromium()
    if path is None:
        pytest.skip("no Chromium: the browser tests need one; install chromium, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path or None, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def output(tmp_path_factory) -> Path:
    """The sample site and the stories of ``stories.py``, built once."""
    site = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content", site / "content")
    write_stories(site / "content")
    report = build_once(str(site), now=datetime(2026, 11, 22, tzinfo=UTC))
    assert report.published
    return site / "output"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def address(output) -> str:
    """Where the sample site is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser):
    """A page of its own for each test; anything it loads from elsewhere, or logs as an error, fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: faults.append(f"asks {request.url}") if _is_foreign(request.url) else None)
    yield page
    context.close()
    assert faults == []


def _is_foreign(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1", "data:", "file:", "about:", "blob:"))


def pages_of(output: Path) -> list[str]:
    """Every HTML page of a built site, as a path."""
    return sorted(str(path.relative_to(output)) for path in output.rglob("*.html"))


def kinds_of(output: Path) -> list[str]:
    """A page of each kind, told by the class of its body, in the site's first two languages."""
    found: dict[tuple[str, str], str] = {}
    for path in pages_of(output):
        kind = re.search(r'<body class="([^"]*)"', (output / path).read_text("utf-8"))
        found.setdefault((path.partition("/")[0], kind[1] if kind else ""), path)
    return sorted(found.values())

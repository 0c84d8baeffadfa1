"""The preview in a real browser: it reloads, keeps the reader's place, and tells problems without being fooled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lisanayn.problems import Location, error, warning
from lisanayn.serve.shown import Outcome
from tests.serve.running import SITE, Preview, running

pytestmark = pytest.mark.browser

STRICT = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"
HEAD = f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">{STRICT}<title>ملح</title></head>'


def article(*sentences: str) -> bytes:
    """A long page: each sentence as tall as a window."""
    rows = "".join(f'<p id="s{n}">{text}{"<br>" * 60}</p>' for n, text in enumerate(sentences, 1))
    return f"{HEAD}<body><main id='main'>{rows}</main></body></html>".encode()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    with running(tmp_path / "preview") as preview:
        yield preview


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 700})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if "Security Policy" in message.text else None)
    yield page
    context.close()
    assert faults == []


def connected(preview: Preview, page: Page, path: str) -> None:
    """Opens a page and waits until its socket stands."""
    with page.expect_websocket() as socket:
        page.goto(preview.server.url + path)
    socket.value.wait_for_event("framereceived")


def show(preview: Preview, first: str) -> None:
    preview.show({**SITE, "ar/salt/index.html": article(first, "ثانية", "ثالثة", "رابعة")})


def test_a_page_with_a_strict_policy_reloads_after_a_build(preview: Preview, page: Page):
    show(preview, "قديمة")
    connected(preview, page, "ar/salt/")
    show(preview, "جديدة")
    expect(page.locator("#s1")).to_contain_text("جديدة")


def test_a_page_without_a_head_reloads_too(preview: Preview, page: Page):
    preview.show({**SITE, "bare.html": b"<p id=a>old"})
    connected(preview, page, "bare.html")
    preview.show({**SITE, "bare.html": b"<p id=a>new"})
    expect(page.locator("#a")).to_have_text("new")


def test_a_build_that_ends_before_the_socket_stands_is_not_missed(preview: Preview, page: Page):
    show(preview, "قديمة")
    page.route(re.compile("livereload"), lambda route: (show(preview, "جديدة"), route.continue_()), times=1)
    page.goto(f"{preview.server.url}ar/salt/")
    expect(page.locator("#s1")).to_contain_text("جديدة")


def test_the_sentence_that_is_read_stays_where_it_is(preview: Preview, page: Page):
    show(preview, "قديمة")
    connected(preview, page, "ar/salt/")
    page.evaluate("document.getElementById('s3').scrollIntoView(); scrollBy(0, -80)")
    before = page.evaluate("document.getElementById('s3').getBoundingClientRect().top")
    show(preview, "جديدة" + "<br>" * 40)  # the text above it grows by two windows
    expect(page.locator("#s1")).to_contain_text("جديدة")
    page.wait_for_function(
        "want => Math.abs(document.getElementById('s3').getBoundingClientRect().top - want) < 2", arg=before
    )


HOSTILE = "<img src=x onerror=\"document.title='owned'\"> «ملح» \u202e"


def test_a_mistake_is_shown_over_the_last_good_page_and_goes_when_mended(preview: Preview, page: Page):
    show(preview, "قديمة")
    connected(preview, page, "ar/salt/")
    fault = error("header-key", f"unknown key {HOSTILE}", Location("content/salt/ar.md", 3), "did you mean 'title'?")
    preview.tell(Outcome(False, None, (fault,)))
    panel = page.locator("#lisanayn-preview")
    expect(panel).to_contain_text("content/salt/ar.md:3")
    expect(panel).to_contain_text("<img src=x onerror")
    expect(panel).to_contain_text("\\u202e")
    expect(panel).to_contain_text("did you mean 'title'?")
    expect(page.locator("#s1")).to_contain_text("قديمة")
    assert page.title() == "ملح"
    show(preview, "قديمة")
    expect(panel).to_have_count(0)


def test_a_mistake_is_shown_on_pages_that_are_opened_later(preview: Preview, page: Page):
    show(preview, "قديمة")
    preview.tell(Outcome(False, None, (error("header-key", "unknown key", Location("content/salt/ar.md", 3)),)))
    page.goto(f"{preview.server.url}ar/salt/")
    expect(page.get_by_role("alert")).to_contain_text("Not built: 1 error.")
    page.get_by_role("button", name="Hide").click()
    expect(page.locator("#lisanayn-preview")).to_have_count(0)


def test_warnings_are_a_strip_that_opens(preview: Preview, page: Page):
    preview.show(SITE, (warning("alt-missing", "no words for the picture", Location("content/salt/ar.md", 9)),))
    page.goto(preview.server.url)
    panel = page.locator("#lisanayn-preview")
    expect(panel.get_by_text("1 warning", exact=True)).to_be_visible()
    expect(panel.get_by_text("no words for the picture")).to_be_hidden()
    box = panel.locator("section").bounding_box()
    assert box and box["height"] < 60
    panel.get_by_text("1 warning", exact=True).click()
    expect(panel.get_by_text("no words for the picture")).to_be_visible()


def test_a_preview_started_again_is_found_again(browser: Browser, tmp_path: Path):
    context = browser.new_context()
    page = context.new_page()
    with running(tmp_path / "one") as first:
        connected(first, page, "")
        port = first.server.port
    with running(tmp_path / "two", port=port) as second:
        second.show({**SITE, "index.html": article("من جديد")})
        expect(page.locator("#s1")).to_contain_text("من جديد")
    context.close()

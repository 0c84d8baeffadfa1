"""The content security policy that every page states, and that nothing on it breaks."""

import re

import pytest

from tests.browser.conftest import kinds_of, pages_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
LISTEN = """addEventListener("securitypolicyviolation", event => {
  (window.violations ||= []).push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
}, true);"""
FOUND = "window.violations || []"


@pytest.fixture
def watched(page):
    page.add_init_script(LISTEN)
    return page


def test_every_page_states_the_policy_and_holds_nothing_it_forbids(output):
    for path in pages_of(output):
        html = (output / path).read_text("utf-8")
        assert html.count(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">') == 1, path
        assert html.index("Content-Security-Policy") < html.index("<link"), path
        assert not re.search(r"<[^>]+\sstyle=|<style|<[^>]+\son[a-z]+=", html), path
        assert not re.search(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\")", html), path


def test_a_page_of_each_kind_keeps_it(watched, address, output):
    for path in kinds_of(output):
        watched.goto(address + path)
        assert watched.evaluate(FOUND) == [], path


@pytest.mark.parametrize("from_folder", [False, True])
def test_no_control_breaks_it(watched, address, output, from_folder):
    place = output.as_uri() + "/" if from_folder else address
    watched.goto(f"{place}ar/astrolabe/index.html#s2")
    for key in ["j", "k", "s", "c", "v", "v", "d", "+", "-", "5", "4", "3", "2", "1", "Enter", "Control+c", "Escape"]:
        watched.keyboard.press(key)
    watched.click(".disp summary")
    for control in watched.query_selector_all(".bar input"):
        control.evaluate("one => one.click()")
    for button in watched.query_selector_all("[data-do]"):
        button.evaluate("one => one.hidden || one.click()")
    assert watched.evaluate(FOUND) == []


def test_a_broken_policy_would_be_seen(browser, address):
    """The listener itself works: what the policy forbids is reported."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.goto(f"{address}en/astrolabe/index.html")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_function("window.violations && violations.length")
    assert page.evaluate(FOUND)[0].startswith("style-src-attr inline")
    context.close()

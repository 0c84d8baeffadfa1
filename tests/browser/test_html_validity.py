"""Every page of the sample site under the Nu Html Checker."""

import pytest

from tests.browser.conftest import pages_of
from tests.browser.nu_checker import Message, NoChecker, check

NOT_OF_FILES = "Resource violates Content Security Policy (meta tag):"
"""A file has no origin that 'self' could name; the browser tests ask for the same pages from a server, and fail when
it refuses anything."""

NOT_OF_DATA = "Inline script violates Content Security Policy (meta tag):"
"""Said of JSON for search engines too, which no browser runs and no policy forbids (HTML, "data block")."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """The checker as a function. The only skip: a machine without Java, or without the network at the first run."""
    broken = tmp_path_factory.mktemp("broken")
    (broken / "page.html").write_text("<!doctype html><title>x</title><p><div>nested</p></div>", "utf-8")
    try:
        faults = check(broken, ["page.html"])
    except NoChecker as fault:
        pytest.skip(f"THE HTML OF THE PAGES IS NOT CHECKED: {fault}")
    assert [fault for fault in faults if fault.kind == "error"], "the checker finds nothing wrong with broken HTML"
    return check


def is_real(message: Message) -> bool:
    """Whether a message is about the page, not about how it was handed over."""
    return not message.text.startswith((NOT_OF_FILES, NOT_OF_DATA))


def test_every_page_of_the_sample_site_is_valid(checked, output):
    pages = pages_of(output)
    assert len(pages) > 50
    assert [str(message) for message in checked(output, pages) if is_real(message)] == []


def test_scripts_stand_in_files_of_their_own(output):
    for path in pages_of(output):
        html = (output / path).read_text("utf-8")
        assert html.count("<script>") == 0, path

"""The browser of tests/browser, for the tests of what the preview does in a page."""

from tests.browser.conftest import browser

__all__ = ["browser"]

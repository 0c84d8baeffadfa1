"""What a page weighs, gzip, and how often it asks: the budget of the reading page's specification."""

import gzip

from tests.pages.stories import ROOT


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def test_an_article_of_twenty_sentences_is_light(output):
    for lang in ("ar", "en"):
        assert weight((output / lang / "plain" / "index.html").read_bytes()) <= 10_000
        assert weight((output / lang / "astrolabe" / "index.html").read_bytes()) <= 9_500


def test_style_and_scripts_are_light():
    static = ROOT / "static"
    assert weight((static / "style.css").read_bytes()) <= 11_300
    assert sum(weight((static / name).read_bytes()) for name in ("head.js", "reader.js")) <= 6_000


WAITED_FOR = {"document", "stylesheet", "script", "font", "fetch", "xhr"}
"""Kinds of request a page waits for; its icon, manifest and pictures come after."""


def test_a_page_asks_six_times_at_most(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type in WAITED_FOR else None)
    page.goto(f"{address}en/astrolabe/index.html")
    page.wait_for_load_state("networkidle")
    assert "fonts-italic" in " ".join(asked) and len(asked) <= 6, asked

"""Paper: A4, both languages facing, no pair split, nothing that only a screen needs."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads PDF with pdftotext (poppler-utils)")
HIDDEN = ".site, .bar, .sib, .site-foot, .tools, .toast, .skip, .cite .btn"


@pytest.fixture(scope="module")
def sheet(browser, address):
    """One page for all tests here."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def sheets(page, tmp_path) -> list[str]:
    """The text of every sheet, without spaces."""
    path = tmp_path / "article.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return [re.sub(r"\s+", "", one) for one in text.split("\f")[:-1]]


@needs_pdftotext
@pytest.mark.parametrize("mode", ["side", "stack", "reveal"])
def test_no_pair_is_split_between_sheets(sheet, address, tmp_path, mode):
    sheet.goto(f"{address}en/long/index.html?mode={mode}")
    printed = sheets(sheet, tmp_path)
    assert len(printed) >= 4
    for number in range(1, 61):
        marks = [f"{mark}{lang}{number}x" for mark in ("Start", "End") for lang in ("ar", "en")]
        where = {index for mark in marks for index, text in enumerate(printed) if mark in text}
        assert len(where) == 1 and all(any(mark in text for text in printed) for mark in marks), (number, where)


@needs_pdftotext
def test_sheets_are_numbered_and_the_licence_has_its_address(sheet, address, tmp_path):
    sheet.goto(f"{address}en/astrolabe/index.html")
    printed = sheets(sheet, tmp_path)
    count = len(printed)
    assert [re.search(rf"(\d+)/{count}", text)[1] for text in printed] == [str(n) for n in range(1, count + 1)]
    assert "https://creativecommons.org/licenses/by/4.0/deed.en" in "".join(printed)
    assert "https://two-shores.example/en/astrolabe/" in "".join(printed)


def test_controls_are_gone_and_every_fifth_number_stays(sheet, address):
    sheet.goto(f"{address}ar/astrolabe/index.html?theme=dark&size=4&mode=reveal")
    sheet.emulate_media(media="print")
    assert [one for one in sheet.query_selector_all(HIDDEN) if one.is_visible()] == []
    shown = sheet.evaluate(
        """() => [...document.querySelectorAll(".num")].filter(n => !/, 0\\)$/.test(getComputedStyle(n).color))
             .map(n => n.parentElement.id)"""
    )
    assert shown == ["s1", "s5", "s10", "s15", "s20"]
    assert sheet.locator("#s2 .num").evaluate("one => getComputedStyle(one).display") == "none", "it leaves no gap"
    printed = [one for one in sheet.query_selector_all(".pair > p") if one.is_visible()]
    assert len(printed) == 42, "paper cannot be opened"
    colour = "one => getComputedStyle(document.querySelector(one)).color"
    assert [sheet.evaluate(colour, one) for one in ("body", ".colophon a")] == ["rgb(0, 0, 0)"] * 2
    sheet.emulate_media(media="screen")


def test_the_two_languages_face_each_other_on_a_sheet(sheet, address):
    sheet.set_viewport_size({"width": 680, "height": 960})
    sheet.goto(f"{address}ar/astrolabe/index.html")
    sheet.emulate_media(media="print")
    right, left = (sheet.query_selector(f"#s2 > .{side}").bounding_box() for side in ("right", "left"))
    assert left["x"] + left["width"] < right["x"] and abs(left["y"] - right["y"]) < 12
    sheet.emulate_media(media="screen")

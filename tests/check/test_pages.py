"""One fault planted in a good page is found once, at its line; and nothing is found in the good page."""

from __future__ import annotations

import pytest

from lisanayn.check.gathering import gathered
from lisanayn.check.html import title_direction
from lisanayn.problem_codes import PROBLEM_CODES
from tests.check.making import PAGE, of_page, replaced


def test_nothing_is_wrong_with_a_good_page():
    assert of_page(PAGE) == []


FAULTS = [
    # html
    ("html-charset", '<meta charset="utf-8">\n', "", 0),
    ("html-charset", "<head>", f"<head><!--{'x' * 1100}-->", 0),
    ("html-lang", ' lang="ar" dir="rtl">\n<head>', ">\n<head>", 2),
    ("html-lang", '<html lang="ar" dir="rtl">', '<html lang="ar" dir="ltr">', 2),
    ("html-title", "<title>\u200f\u2068ملح البحر\u2069 · \u2068Two Shores\u2069</title>", "<title> </title>", 0),
    ("html-title-direction", "\u200f\u2068ملح البحر\u2069", "Two Shores \u2068ملح\u2069", 0),
    ("html-id-twice", 'id="s2"', 'id="s1"', 15),
    ("html-id", 'id="s2"', 'id="s 2"', 15),
    ("html-id", 'id="s2"', 'id=""', 15),
    ("html-id", 'id="s2"', 'id="س\u200c2"', 15),
    ("html-attribute-twice", 'id="s2"', 'id="s2" id="s3"', 15),
    ("html-nesting", "</h1>", "", 13),
    ("html-nesting", "</main>", "</div></main>", 21),
    ("html-nesting", '<h1>', "<div/><h1>", 13),
    ("html-inline", '<p id="s2">', '<p id="s2" style="color:red">', 15),
    ("html-inline", '<p id="s2">', '<p id="s2" onclick="x()">', 15),
    ("html-inline", 'href="#s1"', 'href="javascript:x()"', 17),
    ("html-h1", "<h1>ملح البحر</h1>", "<h2>ملح البحر</h2>", 0),
    ("html-h1", "<h1>ملح البحر</h1>", "<h1>ملح</h1><h1>البحر</h1>", 13),
    ("html-landmark", '<main id="main">', "<main></main><main>", 0),
    ("html-landmark", "</header>", "<nav><a href='#s1'>هنا</a></nav></header>", 11),
    # bidi
    ("bidi-control", "ثم صمتت", "ثم \u202eصمتت", 15),
    ("bidi-control", "ثم صمتت", "ثم \u200fصمتت", 15),
    ("bidi-control", 'alt="ملاحة"', 'alt="ملاحة\u2067"', 18),
    ("bidi-control", "Shores\u2069</title>", "Shores</title>", 0),
    ("bidi-dir-missing", ' lang="en" dir="ltr">old', ' lang="en">old', 14),
    ("bidi-unmarked", "ثم صمتت", "<a href='#s1'>Reuters</a>", 15),
    ("bidi-unmarked", ' lang="en" dir="ltr">old', ">old", 14),
    ("bidi-attribute", 'aria-label="أغلق"', 'aria-label="Close"', 19),
    ("bidi-attribute", 'alt="ملاحة"', 'alt="A salt pan"', 18),
    ("bidi-arrow", "إلى الأول", "إلى الأول ←", 17),
    ("bidi-arrow", 'aria-label="أغلق"', 'aria-label="أغلق →"', 19),
    ("markup-in-title", "Two Shores", "&lt;bdi >Two", 0),
    # linked data
    ("json-broken", '{"headline": "ملح"}', '{"headline": "ملح",}', 8),
    ("json-markup", '{"headline": "ملح"}', '{"headline": "<bdi>ملح</bdi>"}', 8),
]  # fmt: skip


@pytest.mark.parametrize("code, old, new, line", FAULTS)
def test_a_fault_is_found_once_at_its_place(code: str, old: str, new: str, line: int):
    found = of_page(replaced(PAGE, old, new))
    place = "output/ar/salt/index.html" + (f":{line}" if line else "")
    assert [(problem.code, str(problem.at)) for problem in found] == [(code, place)]
    assert code in PROBLEM_CODES


def test_bytes_that_are_no_utf_8_and_a_byte_order_mark_are_found():
    assert [p.code for p in of_page(PAGE.encode().replace("ثم".encode(), b"\xe9"))] == ["html-charset"]
    assert [p.code for p in of_page(b"\xef\xbb\xbf" + PAGE.encode())] == ["html-charset"]


def test_an_arrow_in_an_article_s_own_text_is_the_author_s():
    assert of_page(replaced(PAGE, "ثم صمتت", "من أ ← ب")) == []


def test_a_redirect_needs_no_outline():
    page = '<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=x">'
    assert of_page(page + "<title>ملح</title></head></html>") == []


@pytest.mark.parametrize(
    "title, direction",
    [("ملح", "rtl"), ("Salt", "ltr"), ("123 ملح", "rtl"), ("\u200fSalt", "rtl"), ("\u2068Salt\u2069 ملح", "rtl"),
     ("\u2068a\u2067b\u2069c\u2069 ملح", "rtl"), ("\u2068Salt\u2069", None), ("123", None),
     ("\u200e\u2068ملح\u2069", "ltr")],
)  # fmt: skip
def test_a_title_is_shown_by_its_first_letter_outside_isolates(title: str, direction: str | None):
    assert title_direction(title) == direction


XML = [
    ("xml-broken", "ar/feed.xml", "<feed><entry></feed>"),
    ("xml-broken", "ar/feed.xml", "<feed>&nbsp;</feed>"),
    ("xml-broken", "sitemap.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    ("xml-broken", "sitemap.xml", "<x>\x0b</x>"),
    ("xml-broken", "ar/feed.xml", ""),
    ("json-broken", "site.webmanifest", "{"),
    ("json-broken", "search.json", "[1,]"),
]


@pytest.mark.parametrize("code, path, text", XML)
def test_a_file_that_does_not_parse_is_found_once(code: str, path: str, text: str):
    assert [(problem.code, problem.at.path) for problem in of_page(text, path)] == [(code, f"output/{path}")]


def test_a_file_that_parses_is_fine():
    assert of_page('<?xml version="1.0"?><feed>ملح</feed>', "ar/feed.xml") == []
    assert of_page("{}", "search.json") == []
    assert of_page(b"\x00\xff", "font.woff2") == []


def test_the_same_fault_on_many_pages_is_told_once():
    page = replaced(PAGE, "<h1>ملح البحر</h1>", "<h2>ملح البحر</h2>")
    everywhere = [problem for n in range(3) for problem in of_page(page, f"ar/{n}/index.html")]
    (problem,) = gathered(everywhere)
    assert problem.message == "the page has no first heading (and on 2 more pages)"
    assert problem.at.path == "output/ar/0/index.html"


PIECES = ["<div>", "</div>", "<p", "<li>", "<a b=c ", "<a b='", '<a "', "<!--", "<!-", "<![x", "<?", "<svg>", "<title>",
          "<script>", "</script", "\u2067", "&#x", "<a b c d='", "< ", "<a/b=/"]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_page_of_broken_tags_is_read_in_linear_time(piece: str):
    assert of_page(piece * 20_000)

"""C01, C02, C04, C05, C18 and C20 of the catalogue of faults: the text of authors is data in every file of the site.

The hostile site (``tests.hostile``) has each of 64 payloads in every field and block, its twin a harmless word in the
same places. Every file must have the structure that the twin's has, and the payload must be there as text.
"""

import json
import re
from xml.etree import ElementTree

import pytest
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from lisanayn.build.share_cards import CardFonts, card_svg
from lisanayn.pages.share_cards import Line, ShareCard
from lisanayn.problems import Location, describe, error
from lisanayn.serve.shown import Outcome, Shown
from tests import hostile
from tests.hostile import PAYLOADS, html_structure, structures, xml_structure

SINKS = {
    "404.html", "index.html", "_headers", "_redirects", "robots.txt", "site.json", "sitemap.xml",
    "manifest.webmanifest", "service-worker.js", "search/index.js", "search/w/#.js", "search/s/#.js",
    "ar/index.html", "ar/page/#/index.html", "ar/feed.xml", "ar/feed.json", "ar/s#/index.html", "ar/w#/index.html",
    "en/s#/aligned.tmx", "en/s#/aligned.json", "en/w#/index.html", "fr/s#/index.html", "old/#/index.html",
    "ar/old#/index.html", "ar/tags/index.html", "ar/tags/tag#/index.html", "ar/tags/tag#/feed.xml",
    "ar/tags/#/index.html", "ar/people/index.html", "ar/people/person#/index.html", "ar/people/#/index.html",
    "ar/series/index.html", "ar/series/#/index.html", "ar/archive/index.html", "ar/archive/#/index.html",
    "ar/credits/index.html", "ar/coverage/index.html", "ar/search/index.html", "ar/offline/index.html",
}  # fmt: skip
"""Every kind of file that authors' words can reach: reader pages with a translation, without one (a stub in French)
and with the original in its place (wire texts in French), lists, feeds, redirections, what machines read."""


ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_sink_is_there():
    assert set(structures(hostile.harmless())) >= SINKS


@pytest.mark.parametrize("extension", ["html", "xml", "json", "js", "tmx", "rest"])
def test_no_payload_changes_the_structure_of_a_file(extension):
    """C01, C02, C04: the same elements, attributes, keys and lines as without it."""

    def chosen(kind):
        end = kind.rpartition(".")[2]
        return end == extension or (extension == "rest" and end not in ("html", "xml", "json", "js", "tmx"))

    mine, theirs = structures(hostile.hostile()), structures(hostile.harmless())
    assert mine.keys() == theirs.keys()
    compared = [kind for kind in mine if chosen(kind)]
    assert compared
    for kind in compared:
        # Names decide the order of lists, so pages are compared as a set: none may be like no page of the twin's.
        left = sorted(repr(one) for _, one in theirs[kind])
        odd = [path for path, one in mine[kind] if repr(one) not in left]
        assert odd == [], kind
        assert sorted(repr(one) for _, one in mine[kind]) == left, kind


@pytest.mark.parametrize(
    "payload", ['"><img src=x onerror=alert(1)>', "</title></textarea></style><svg onload=alert(1)>"]
)
def test_the_comparison_would_see_a_payload_that_is_not_escaped(payload):
    number, escaped = PAYLOADS.index(payload), str(escape(payload))
    page = hostile.hostile()[f"ar/s{number:02}/index.html"].decode()
    parts = page.split(escaped)
    seen = set()
    for at in range(1, len(parts)):
        broken = escaped.join(parts[:at]) + payload + escaped.join(parts[at:])
        if html_structure(broken.encode()) != html_structure(page.encode()):
            before = parts[at - 1]
            inside = before.rpartition("<")[2].count('"') % 2
            seen.add("title" if "<title>" in before[-20:] else "attribute" if inside else "text")
    assert seen >= ({"title", "text"} if payload.startswith("</") else {"attribute", "text"})


# The words are there -----------------------------------------------------------------------------


def words(text):
    """A text as it is compared: white space is one space, marks of direction that a page adds are left out."""
    return " ".join(re.sub("[\u200e\u200f\u2066-\u2069]", "", text).split())


def titles():
    """(story, its title in Arabic, in English)."""
    for number in range(len(PAYLOADS) // 2):
        one, other = PAYLOADS[number], PAYLOADS[-1 - number]
        yield f"s{number:02}", words(f"x {number} {one}"), words(f"y {number} {other}")


def test_titles_are_shown_as_they_are_written():
    """C01, C05: nothing is evaluated, nothing is lost, nothing is escaped twice."""
    files = hostile.hostile()
    for slug, own, other in titles():
        for lang, title in (("ar", own), ("en", other)):
            tree = LexborHTMLParser(files[f"{lang}/{slug}/index.html"].decode())
            assert title in words(tree.css_first("h1").text())
            assert words(tree.css_first("title").text()).startswith(title)
            shared = tree.css_first('meta[property="og:title"]').attributes["content"]
            assert words(shared) == title
            described = tree.css_first('meta[name="description"]').attributes["content"]
            assert words(described) == title


def test_linked_data_says_what_the_author_wrote():
    """C20: one text in one script element, and JSON of the same words."""
    files = hostile.hostile()
    for slug, own, other in titles():
        for lang, title in (("ar", own), ("en", other)):
            tree = LexborHTMLParser(files[f"{lang}/{slug}/index.html"].decode())
            scripts = [node for node in tree.css("script") if not node.attributes.get("src")]
            assert [script.attributes["type"] for script in scripts] == ["application/ld+json"]
            assert words(json.loads(scripts[0].text())["headline"]) == title


def test_feeds_and_lists_for_machines_say_what_the_author_wrote():
    """C01, C18, C20."""
    files = hostile.hostile()
    own = {one for _, one, _ in titles()}
    feeds = [ElementTree.fromstring(data) for path, data in files.items() if re.match("ar/.*feed.xml", path)]
    assert {words(title.text) for feed in feeds for title in feed.iter(f"{ATOM}title")} >= own
    newest = {words(item["title"]) for item in json.loads(files["ar/feed.json"])["items"]}
    assert newest == {other for _, _, other in list(titles())[:20]}
    stories = json.dumps(json.loads(files["site.json"]), ensure_ascii=False)
    searched = [value for path, data in files.items() if path.startswith("search/s/") for value in hostile.calls(data)]
    found = {words(text) for value in searched for text in texts(value)}
    for title in own:
        assert words(json.dumps(title, ensure_ascii=False)[1:-1]) in words(stories)
        assert any(title in text for text in found), title


def texts(value):
    """Every text in a JSON value."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) else []


def test_search_files_are_one_call_with_one_literal():
    """C20: they are loaded as scripts, so no sign may end the script, the line or the literal, and no key may be read
    by the engine itself."""
    files = {path: data for path, data in hostile.hostile().items() if path.startswith("search/")}
    assert any(b"proto" in data for data in files.values())
    for path, data in files.items():
        if path.endswith(".js"):
            text = data.decode()
            (value,) = hostile.calls(data)
            assert not re.search("[<\u2028\u2029]", text), path
            assert "__proto__" not in keys(value), path


def keys(value):
    """Every key in a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    if isinstance(value, list):
        return set().union(*map(keys, value))
    return set()


# Settings of the site ----------------------------------------------------------------------------


@pytest.mark.parametrize("turn", range(3))
def test_no_name_of_the_site_changes_the_structure_of_a_file(turn):
    """C01: title, tagline and publisher stand on every page; each takes a third of the payloads at a time."""
    third = -(-len(PAYLOADS) // 3)
    parts = [" ".join(PAYLOADS[start : start + third]) for start in range(0, len(PAYLOADS), third)]
    mine = hostile.named_site(parts[turn:] + parts[:turn])
    theirs = hostile.named_site([hostile.HARMLESS] * 3)
    assert {path: hostile.structure(path, data) for path, data in mine.items()} == {
        path: hostile.structure(path, data) for path, data in theirs.items()
    }
    manifest = json.loads(mine["manifest.webmanifest"])
    assert words(manifest["name"]) == words(parts[turn])
    tree = LexborHTMLParser(mine["ar/index.html"].decode())
    assert words(parts[turn]) in words(tree.css_first(".brand").text())


# What is no page ---------------------------------------------------------------------------------


def test_share_cards_are_drawings_of_text_only():
    """C01: on the card, which is drawn from SVG."""
    fonts = CardFonts((), ("Noto ' \" < &",))

    def card(text):
        return card_svg(ShareCard("cards/x.png", Line(text, "ar", "rtl"), Line(text, "ar", "rtl"), None), fonts)

    elements = set(xml_structure(card(hostile.HARMLESS).encode()))
    for payload in PAYLOADS:
        drawn = card(" ".join(payload.split())).encode()
        assert set(xml_structure(drawn)) == elements


def test_messages_hold_nothing_that_a_terminal_or_a_page_obeys():
    """C15: ESC sequences, line ends and direction controls in names and texts are printed as escapes; in the page of
    the preview they are texts of JSON, which its script puts in as text."""
    dangerous = "\x1b]0;owned\x07\x1b[2J\u202e\u2066\u2028\r\nok: \x9b31m\u200b\ufeff\x00" + "".join(PAYLOADS)
    problem = error("header-key", dangerous, Location(f"content/{dangerous}.md", 2), dangerous)
    line = describe(problem)
    assert line.isprintable() or not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", line)
    assert "\\x1b" in line and "\\u202e" in line
    told = json.loads(Shown().after(Outcome(False, {}, (problem,))).as_json("/home/me"))["problems"][0]
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", "".join(told.values()))
    assert PAYLOADS[0] in told["message"]

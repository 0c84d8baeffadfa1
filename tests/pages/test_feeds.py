"""Feeds: valid for the readers there are, stable, whole, and in the right direction."""

import json
import uuid
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from lisanayn.model.article import Moment, TagUse
from lisanayn.model.blocks import Dateline, Figure, Footnote, Heading, Item, Paragraph, Quote, SourceLine, Table
from lisanayn.model.inline import Link, NoteRef, Run, from_plain
from lisanayn.model.story import BlockPair, Sentence, SplitBlock, Story
from lisanayn.model.tag import Tag
from lisanayn.pages.catalog import place_of
from lisanayn.pages.feed_text import full_addresses
from lisanayn.pages.feeds import NEVER, feed_contents, make_feed, plan_feeds, stable_id
from lisanayn.render import render_page
from lisanayn.settings import Feeds
from tests.pages.stories import (
    PICTURE,
    article,
    catalog,
    moment,
    one_to_one,
    paragraph,
    site,
    story,
    theme,
    translated,
    untranslated,
    whole,
)

ATOM = "{http://www.w3.org/2005/Atom}"
THEME = theme()
TAGS = (Tag("sea", (("ar", "البحر"), ("en", "Sea"))),)


def feeds(stories, facts=None, tags=TAGS, pictures=()):
    """Every feed of a site, by path, made as the engine makes them."""
    facts = facts or site()
    made = catalog(stories, facts, tags, pictures)
    texts = {
        (one.slug, page.path): render_page(page, THEME).decode()
        for one in stories
        for page in feed_contents(one, place_of(made, one.slug, pictures), facts)
    }
    return {
        plan.path: render_page(make_feed(plan, [texts[key] for key in plan.inputs], facts), THEME)
        for plan in plan_feeds(made, facts)
    }


def parsed(data):
    """A feed as readers' software understands it, without any complaint."""
    found = feedparser.parse(data, sanitize_html=False)
    assert not found.bozo, found.get("bozo_exception")
    return found


def content(data, number=0):
    """The HTML of an entry."""
    return LexborHTMLParser(parsed(data).entries[number].content[0].value)


SMALL = (
    story(own={"tags": (TagUse("البحر", 1),), "authors": ("ليان مراد",)}, other={"translators": ("Sam Hart",)}),
    untranslated(),
)


def test_every_language_and_every_tag_and_person_has_a_feed():
    found = set(feeds(SMALL))
    lists = {path for path in found if "/people/" not in path}
    assert lists == {
        "ar/feed.xml", "ar/feed.json", "en/feed.xml", "en/feed.json", "ar/tags/sea/feed.xml", "en/tags/sea/feed.xml",
    }  # fmt: skip
    assert len(found - lists) == 4 and all(path.endswith("/feed.xml") for path in found - lists)


def test_a_site_without_an_address_has_no_feeds():
    facts = site(base_url="")
    assert feeds(SMALL, facts) == {}
    assert list(feed_contents(SMALL[0], place_of(catalog(SMALL, facts), "quay", ()), facts)) == []


def test_readers_take_every_feed_as_valid_and_find_what_the_format_asks_for():
    for path, data in feeds(SMALL).items():
        if path.endswith(".json"):
            continue
        found = parsed(data)
        assert found.version == "atom10" and found.feed.id and found.feed.title and found.feed.updated
        assert found.feed.author == ("دفتر الضفتين" if path.startswith("ar") else "Two Shores")
        ids = [entry.id for entry in found.entries]
        assert len(set(ids)) == len(ids) and all(entry.title and entry.updated_parsed for entry in found.entries)


def test_an_entry_knows_its_page_its_people_and_its_tags():
    entry = parsed(feeds(SMALL)["en/feed.xml"]).entries[0]
    assert entry.link == "https://two-shores.example/en/quay/"
    assert entry.authors[0].name == "ليان مراد" and entry.contributors[0].name == "Sam Hart"
    assert [(tag.term, tag.label) for tag in entry.tags] == [("sea", "Sea")]
    assert (entry.published, entry.updated) == ("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z")
    related = [link for link in entry.links if link.rel == "related"]
    assert [(link.hreflang, link.href) for link in related] == [("ar", "https://two-shores.example/ar/quay/")]


def test_feed_and_entries_say_their_language_and_the_text_says_it_again():
    for lang, direction in (("ar", "rtl"), ("en", "ltr")):
        tree = ElementTree.fromstring(feeds(SMALL)[f"{lang}/feed.xml"])
        name = "{http://www.w3.org/XML/1998/namespace}lang"
        assert {element.get(name) for element in (tree, *tree.iter(f"{ATOM}entry"))} == {lang}
        around = content(feeds(SMALL)[f"{lang}/feed.xml"]).body.child
        assert (around.tag, around.attributes) == ("div", {"lang": lang, "dir": direction})


def test_both_languages_stand_paragraph_by_paragraph_or_one_alone():
    both = content(feeds(SMALL)["en/feed.xml"])
    (own,) = [p for p in both.css("p[lang=en][dir=ltr]") if "He went" in p.text()]
    assert own.text() == "He went to the port. Then he came back."
    assert [p.text() for p in both.css("p[lang=ar][dir=rtl]")][-1] == "ذهب إلى الميناء. ثم عاد."
    alone = content(feeds(SMALL, site(feeds=Feeds(texts="own")))["en/feed.xml"])
    assert "He went" in alone.text() and alone.css("p[lang=ar]") == []


def test_summaries_only_by_setting_need_no_text():
    facts = site(feeds=Feeds(full=False))
    stories = (story(other={"summary": "In short."}),)
    assert all(plan.inputs == () for plan in plan_feeds(catalog(stories, facts), facts))
    entry = parsed(feeds(stories, facts)["en/feed.xml"]).entries[0]
    assert "content" not in entry and entry.summary == "In short."
    item = json.loads(feeds(stories, facts)["ar/feed.json"])["items"][0]
    assert "content_html" not in item and item["content_text"] == "الرصيف"


FIGURE = Figure(3, "quay.svg", "قوارب", from_plain("الرصيف عند الفجر."), "المرصد", "أرشيف")
LINKED = (Run("انظر "), Run("هنا", (Link("../salt/"),)), Run("", (NoteRef("a"),)))
RICH = (
    whole(Dateline("غزة – المرصد", 1)),
    SplitBlock(Paragraph(LINKED, 2), (Sentence("s1", LINKED),)),
    whole(FIGURE),
    whole(Heading(from_plain("عنوان"), 4)),
    SplitBlock(Quote(from_plain("قول."), 5, 1, from_plain("قائل")), paragraph("قول.", first=2).sentences),
    SplitBlock(Item(from_plain("بند"), 6, first=True), paragraph("بند", first=3).sentences),
    whole(Table((from_plain("أ"), from_plain("ب")), ((from_plain("1"), from_plain("2")),), 7)),
    whole(SourceLine("المصدر: المرصد", ("المرصد",), 8)),
    whole(Footnote("a", from_plain("حاشية"), 9)),
)  # fmt: skip


def rich_story():
    """One of every kind of block, in Arabic alone."""
    return Story("quay", article("ar", RICH, "quay", date=moment("2026-03-01")), RICH, (), digest="d")


def test_the_whole_text_is_there_with_captions_credits_notes_and_sources():
    tree = content(feeds((rich_story(),), pictures=(PICTURE,))["ar/feed.xml"])
    assert tree.css_first("figcaption").text().strip() == "الرصيف عند الفجر. (وكالة المرصد، أرشيف)"
    text = " ".join(tree.text().split())
    for part in ("غزة – المرصد", "عنوان", "قول.", "قائل", "بند", "[1] حاشية", "وكالة المرصد"):
        assert part in text.replace("١", "1"), part
    assert [node.tag for node in tree.css("h2, blockquote, ul, li, table")] == ["h2", "blockquote", "ul", "li", "table"]


def test_every_address_in_a_text_is_a_full_one():
    tree = content(feeds((rich_story(),), pictures=(PICTURE,))["ar/feed.xml"])
    used = [node.attributes.get("href") or node.attributes.get("src") for node in tree.css("[href], [src]")]
    assert "https://two-shores.example/ar/salt/" in used
    assert "https://two-shores.example/media/quay/quay.1234.svg" in used
    assert "https://two-shores.example/ar/quay/#fn-ar-1" in used
    assert all(address.startswith("https://") for address in used)


@pytest.mark.parametrize(
    ("href", "full"),
    [
        ("#s3", "https://x.example/sub/ar/quay/#s3"),
        ("../../en/", "https://x.example/sub/en/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://other.example/x", "https://other.example/x"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_links_of_authors_keep_their_meaning_far_from_the_page(href, full):
    (run,) = full_addresses((Run("x", (Link(href),)),), "https://x.example/sub/ar/quay/")
    assert run.marks == (Link(full),)


def test_names_of_entries_survive_a_new_title_a_new_slug_and_https():
    before, after = story(), story(own={"title": "عنوان آخر", "slug": "new"}, other={"slug": "new-too"})
    (old, new) = [parsed(feeds((one,))["en/feed.xml"]).entries[0] for one in (before, after)]
    assert old.id == new.id and old.link != new.link
    plain = parsed(feeds((before,), site(base_url="http://two-shores.example/"))["en/feed.xml"])
    assert plain.entries[0].id == old.id and plain.feed.id == parsed(feeds((before,))["en/feed.xml"]).feed.id


def test_names_are_those_of_rfc_9562():
    expected = uuid.uuid5(uuid.NAMESPACE_URL, "http://x.example/sub/quay/ar")
    assert stable_id("quay/ar", "https://x.example/sub/") == f"urn:uuid:{expected}"


def test_times_come_from_the_stories_never_from_a_clock():
    at = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)
    stories = (story(own={"updated": Moment(at.date(), at)}), untranslated())
    found = parsed(feeds(stories)["ar/feed.xml"])
    assert found.feed.updated == "2026-04-01T09:30:00Z"
    assert [entry.updated for entry in found.entries] == ["2026-04-01T09:30:00Z", "2026-02-01T00:00:00Z"]
    early = (story(own={"updated": moment("2025-01-01")}),)
    assert parsed(feeds(early)["ar/feed.xml"]).entries[0].updated == "2026-03-01T00:00:00Z"


def test_stories_without_a_date_are_in_no_feed_and_an_empty_feed_is_valid():
    found = parsed(feeds((untranslated(date=None),))["ar/feed.xml"])
    assert found.entries == [] and found.feed.updated == NEVER


def test_a_feed_holds_the_newest_stories_and_no_more():
    stories = tuple(story(slug=f"s{n}", own={"date": moment(f"2026-01-{n:02}")}) for n in range(1, 6))
    found = parsed(feeds(stories, site(feeds=Feeds(items=2)))["en/feed.xml"])
    assert [entry.link[-4:] for entry in found.entries] == ["/s5/", "/s4/"]


def test_c19_older_entries_go_without_their_texts_where_a_feed_would_be_too_large(monkeypatch):
    """They stay in it, each with its address: whoever reads the feed misses none."""
    stories = tuple(story(slug=f"s{n}", own={"date": moment(f"2026-01-{n:02}")}) for n in range(1, 6))
    whole = feeds(stories)
    one = len(parsed(whole["en/feed.xml"]).entries[0].content[0].value)
    monkeypatch.setattr("lisanayn.pages.feeds.MOST_LETTERS", 2 * one)
    cut = feeds(stories)
    found = parsed(cut["en/feed.xml"])
    assert [entry.link for entry in found.entries] == [entry.link for entry in parsed(whole["en/feed.xml"]).entries]
    assert ["content" in entry for entry in found.entries] == [True, True, False, False, False]
    items = json.loads(cut["en/feed.json"])["items"]
    assert len(items) == 5 and all(item.get("content_html") or item.get("content_text") for item in items)


def test_titles_are_told_apart_from_the_sites_name_and_begin_in_the_feeds_direction():
    stories = (story(own={"title": "BBC قالت", "tags": (TagUse("البحر", 1),)}),)
    found = parsed(feeds(stories)["ar/tags/sea/feed.xml"])
    assert found.feed.title == "\u200f\u2068البحر\u2069 · \u2068دفتر الضفتين\u2069"
    assert found.entries[0].title == "\u200fBBC قالت"


def test_json_feeds_hold_the_same_entries():
    found = feeds(SMALL)
    mine, twin = json.loads(found["ar/feed.json"]), parsed(found["ar/feed.xml"])
    assert mine["version"] == "https://jsonfeed.org/version/1.1"
    assert mine["feed_url"] == "https://two-shores.example/ar/feed.json"
    assert [item["id"] for item in mine["items"]] == [entry.id for entry in twin.entries]
    texts = [node.text for node in ElementTree.fromstring(found["ar/feed.xml"]).iter(f"{ATOM}content")]
    assert [item["content_html"] for item in mine["items"]] == texts
    assert mine["items"][0]["_lisanayn"] == {
        "translations": [{"language": "en", "url": "https://two-shores.example/en/quay/"}]
    }
    assert json.loads(found["en/feed.json"])["items"][0]["_lisanayn"]["translators"] == ["Sam Hart"]


PAYLOADS = ["</content></entry><x>", "]]>", "<script>alert(1)</script>", "&amp;lt;b&gt;", "\"'><img src=x>"]
PAYLOADS.append("a\x0bb\ufffe\x00")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_an_author_writes_breaks_a_feed_or_becomes_markup_in_it(payload):
    pair = one_to_one(paragraph(payload), translated(payload))
    given = {"title": payload, "summary": payload, "authors": (payload,), "tags": (TagUse(payload, 1),)}
    stories = (story((pair,), own=given, other={"title": payload, "translators": (payload,)}),)
    found = feeds(stories, site(title=(("ar", payload), ("en", payload))), tags=())
    shown = "".join(letter for letter in payload if letter not in "\x0b\ufffe\x00")
    for path, data in found.items():
        if path.endswith(".json"):
            json.loads(data)
            continue
        tree = ElementTree.fromstring(data)
        names = {element.tag.removeprefix(ATOM) for element in tree.iter()}
        assert names <= {
            "feed", "id", "title", "subtitle", "updated", "link", "author", "name", "uri", "icon", "generator", "entry",
            "published", "contributor", "category", "summary", "content",
        }  # fmt: skip
        assert shown in tree.find(f"{ATOM}entry").findtext(f"{ATOM}title")
        assert content(data).css("script, img, x, b") == []
        assert shown in content(data).text()


def test_an_edit_of_a_text_leaves_the_plans_alone_and_a_new_title_does_not():
    facts = site()
    stories = (story(), story((BlockPair(paragraph("آخر."), None, ()),)))
    plans = [list(plan_feeds(catalog((one,), facts), facts)) for one in stories]
    heads = [[plan.head for plan in some if plan.path.startswith("ar")] for some in plans]
    assert heads[0] == heads[1]
    changed = list(plan_feeds(catalog((story(own={"title": "آخر"}),), facts), facts))
    assert [plan.head for plan in changed if plan.path == "ar/feed.xml"] != [heads[0][0]]

"""Homes, tag pages, search, 404, redirects: which pages there are and what they lead to."""

from lisanayn.build.fingerprint import fingerprint
from lisanayn.model.article import TagUse
from lisanayn.model.tag import Tag
from lisanayn.pages.entries import make_pager
from tests.pages.stories import all_pages, moment, one_to_one, paragraph, site, story, translated, untranslated

TAGS = (Tag("sea", (("ar", "البحر"), ("en", "Sea"))), Tag("paper", (("ar", "ورق"), ("en", "Paper"))))
STORIES = (
    story(slug="quay", own={"tags": (TagUse("sea", 1), TagUse("paper", 1))}),
    untranslated(tags=(TagUse("paper", 1),)),
)


def small(**settings):
    return all_pages(STORIES, site(**settings), TAGS)


def test_these_pages_exist():
    assert sorted(path for path in small() if path.endswith(".html")) == sorted(
        [
            "index.html", "404.html", "ar/index.html", "en/index.html", "ar/quay/index.html", "en/quay/index.html",
            "ar/alone/index.html", "ar/search/index.html", "en/search/index.html",
            *[f"{lang}/tags/{name}index.html" for lang in ("ar", "en") for name in ("", "by-use/", "sea/", "paper/")],
            "ar/tags/by-en/index.html", "en/tags/by-ar/index.html",
            *[f"{lang}/{name}/index.html" for lang in ("ar", "en") for name in
              ("archive", "archive/2026", "people", "series", "credits", "coverage")],
        ]
    )  # fmt: skip


def test_a_home_lists_only_what_can_be_read_in_its_language():
    pages = small()
    assert [entry.href for entry in pages["ar/index.html"].view.entries] == [
        "../ar/quay/index.html",
        "../ar/alone/index.html",
    ]
    assert [entry.href for entry in pages["en/index.html"].view.entries] == ["../en/quay/index.html"]


def test_an_entry_shows_both_titles_its_own_first():
    entry = small()["en/index.html"].view.entries[0]
    assert (entry.own.title, entry.other.title) == ("The quay", "الرصيف")


def test_the_root_is_the_first_languages_home_and_says_where_that_stands():
    pages = small()
    assert pages["index.html"].view.frame.canonical == "https://two-shores.example/ar/"
    assert [e.href for e in pages["index.html"].view.entries] == ["ar/quay/index.html", "ar/alone/index.html"]


def test_the_root_may_be_a_choice_of_languages():
    page = small(home="chooser")["index.html"]
    assert page.template == "chooser.html"
    assert [(choice.words.text, choice.href) for choice in page.view.choices] == [
        ("العربية", "ar/index.html"), ("English", "en/index.html"),
    ]  # fmt: skip


def test_long_lists_have_pages():
    stories = tuple(story(slug=f"s{n:02}", own={"date": moment(f"2026-01-{n:02}")}) for n in range(1, 6))
    pages = all_pages(stories, site(per_page=2))
    assert [
        len(pages[path].view.entries) for path in ("ar/index.html", "ar/page/2/index.html", "ar/page/3/index.html")
    ] == [2, 2, 1]
    last = pages["ar/page/3/index.html"].view
    assert (last.pager.newer, last.pager.older, last.lead) == ("../../../ar/page/2/index.html", "", False)
    assert pages["ar/page/2/index.html"].view.frame.alternates == ()


def test_a_pager_leaves_out_what_lies_far_away():
    pager = make_pager(6, 20, str, "")
    assert [link.number for link in pager.links] == [1, 2, 0, 5, 6, 7, 0, 20]
    assert make_pager(1, 1, str, "") is None


def test_tags_stand_under_the_letters_of_the_alphabet_asked_for():
    pages = small()
    assert [(g.letter, [r.own.text for r in g.rows]) for g in pages["ar/tags/index.html"].view.groups] == [
        ("ب", ["البحر"]), ("و", ["ورق"]),
    ]  # fmt: skip
    assert [(g.letter, g.lang) for g in pages["ar/tags/by-en/index.html"].view.groups] == [("P", "en"), ("S", "en")]
    by_use = pages["ar/tags/by-use/index.html"].view.groups
    assert [[(r.id, r.count) for r in g.rows] for g in by_use] == [[("tag-paper", 2), ("tag-sea", 1)]]


def test_the_index_offers_its_own_alphabet_first():
    orders = small()["en/tags/index.html"].view.orders
    assert [(o.lang, o.letters, o.current) for o in orders] == [
        ("en", "A–Z", True),
        ("ar", "ا–ي", False),
        ("", "", False),
    ]


def test_a_tag_without_stories_in_a_language_says_so_and_is_not_indexed():
    view = all_pages((untranslated(tags=(TagUse("ورق", 1),)),), site(), TAGS)["en/tags/paper/index.html"].view
    assert view.entries == () and view.frame.indexed is False and view.frame.canonical == ""


def test_switches_lead_to_the_same_page_or_nowhere():
    pages = small()
    switch = {path: pages[path].view.frame.switches[0].href for path in ("ar/quay/index.html", "ar/alone/index.html")}
    assert switch == {"ar/quay/index.html": "../../en/quay/index.html", "ar/alone/index.html": ""}


def test_alternates_are_reciprocal_absolute_and_only_for_real_translations():
    pages = small()
    graph = {
        page.view.frame.canonical: {a.href for a in page.view.frame.alternates if a.hreflang != "x-default"}
        for page in pages.values()
        if page.path.endswith(".html") and page.view.frame.alternates
    }
    assert graph and all(address in others for address, others in graph.items())
    assert all(address in graph[other] for address, others in graph.items() for other in others)
    assert all(address.startswith("https://") for address in graph)
    assert pages["ar/alone/index.html"].view.frame.alternates == ()


def test_without_an_address_nothing_absolute_is_said():
    frames = [page.view.frame for page in small(base_url="").values() if page.path.endswith(".html")]
    assert all(frame.canonical == "" and frame.alternates == () and frame.share.image == "" for frame in frames)


def test_the_page_for_missing_addresses_links_from_the_sites_own_path():
    pages = small(base_url="https://x.example/sub/")
    assert pages["404.html"].view.frame.home == "/sub/ar/index.html"
    assert small(base_url="")["404.html"].view.frame.home == "ar/index.html"


def test_an_alias_leads_on_in_every_language_the_story_has():
    pages = all_pages((story(own={"aliases": ("harbour", "en/port.html")}),), site())
    targets = {path: page.view.target for path, page in pages.items() if page.template == "redirect.html"}
    assert targets == {
        "ar/harbour/index.html": "../../ar/quay/index.html",
        "en/harbour/index.html": "../../en/quay/index.html",
        "en/port.html": "../en/quay/index.html",
    }


def test_every_view_has_a_digest_that_is_the_same_tomorrow():
    assert {path: fingerprint(page.view) for path, page in small().items()} == {
        path: fingerprint(page.view) for path, page in small().items()
    }


def test_an_edit_of_the_text_leaves_the_lists_alone():
    def lists(one):
        pages = all_pages((one,), site())
        return {path: fingerprint(page.view) for path, page in pages.items() if page.template != "article.html"}

    edited = story((one_to_one(paragraph("نص آخر.", "ثم عاد."), translated("Other words.", "Then he came back.")),))
    assert lists(edited) == lists(story())

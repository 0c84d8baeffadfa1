"""Old addresses lead on; two pages never share one."""

import pytest

from lisanayn.pages.addresses import settle_redirects
from lisanayn.pages.cards import make_card
from lisanayn.pages.catalog import make_catalog
from tests.pages.stories import all_pages, site, story, untranslated


def settled(*stories, former=None, **settings):
    """(story's key → its old addresses, codes of what is wrong)."""
    facts = site(**settings)
    found, problems = settle_redirects([make_card(one, facts) for one in stories], former or {}, facts)
    return found, [problem.code for problem in problems]


def aliases(*paths, slug="quay"):
    return story(slug=slug, own={"aliases": paths})


@pytest.mark.parametrize(
    ("alias", "redirects"),
    [
        ("harbour", [("ar", "ar/harbour/index.html"), ("en", "en/harbour/index.html")]),
        ("/2019/05/post.html", [("ar", "2019/05/post.html")]),
        ("/old/", [("ar", "old/index.html")]),
        ("en/port", [("en", "en/port/index.html")]),
        ("/en/port/", [("en", "en/port/index.html")]),
        ("ar/tags-of-old", [("ar", "ar/tags-of-old/index.html")]),
    ],
)
def test_an_alias_is_an_old_slug_or_a_path_from_the_top(alias, redirects):
    assert settled(aliases(alias)) == ({"quay": tuple(redirects)}, [])


@pytest.mark.parametrize(
    "alias",
    ["/", "ar", "/ar/", "/static/x", "/media", "/sitemap.xml", "/_headers", "/404.html", "ar/tags/x", "search",
     "/ar/quay/aligned.json", "/site.json", "/service-worker.js"],
)  # fmt: skip
def test_what_the_site_needs_itself_is_no_alias(alias):
    assert settled(aliases(alias))[1] != []


def test_an_alias_is_no_name_that_no_file_may_have():
    assert settled(aliases("/" + "x" * 256))[1] == ["header-alias-path"]
    assert settled(aliases("/.git/x"))[1] == ["header-alias-path"]


@pytest.mark.parametrize("alias", ["/ar/alone", "/AR/Alone/", "/ar/al\u200bone/"])
def test_an_alias_at_the_address_of_another_story_is_an_error_that_names_both(alias):
    facts = site()
    cards = [make_card(one, facts) for one in (aliases(alias), untranslated())]
    found, problems = settle_redirects(cards, {}, facts)
    (problem,) = problems
    assert problem.code == "address-twice" and found == {"quay": (), "alone": ()}
    assert "content/quay/ar.md" in problem.message and "content/alone/ar.md" in problem.message


def test_composed_and_decomposed_letters_are_one_address():
    found, codes = settled(aliases("/caf\u00e9"), aliases("/cafe\u0301", slug="other"))
    assert codes == ["address-twice"] and sum(map(len, found.values())) == 1


def test_two_stories_cannot_have_one_alias():
    assert settled(aliases("/x"), aliases("/X/", slug="other"))[1] == ["address-twice"]


def test_no_file_stands_where_a_folder_must():
    assert settled(aliases("/old.html", "/old.html/part"))[1] == ["address-reserved"]
    assert settled(aliases("/old.html/part", "/old.html"))[1] == ["address-reserved"]


def test_an_alias_at_its_own_story_is_no_redirect_to_itself():
    assert settled(aliases("/ar/quay/")) == ({"quay": ()}, [])


def test_a_former_address_leads_to_the_same_text_and_the_address_of_today_nowhere():
    found, codes = settled(story(), former={"quay": [("ar", "ar/pier/"), ("en", "en/quay/"), ("fr", "fr/quai/")]})
    assert found == {"quay": (("ar", "ar/pier/index.html"), ("ar", "fr/quai/index.html"))} and codes == []


def test_a_former_address_that_is_in_use_again_gives_way_in_silence():
    former = {"quay": [("ar", "ar/alone/")], "gone": [("ar", "ar/gone/")]}
    found, codes = settled(story(), untranslated(), former=former)
    assert found["quay"] == () and codes == []
    given = settled(aliases("/ar/pier/", slug="other"), story(), former={"quay": [("ar", "ar/pier/")]})
    assert given[0] == {"other": (("ar", "ar/pier/index.html"),), "quay": ()}


def test_a_spelling_that_was_mended_leaves_a_redirect():
    one = story(own={"slug": "مكتبة"})
    assert settled(one, former={"quay": [("ar", "ar/مكتبه/")]})[0]["quay"] == (("ar", "ar/مكتبه/index.html"),)


def test_a_redirect_says_where_the_page_is_now_in_three_ways():
    facts = site()
    made, _ = make_catalog([make_card(story(), facts)], (), facts, former={"quay": [("en", "en/pier/")]})
    assert made.places["quay"].redirects == (("en", "en/pier/index.html"),)
    page = all_pages((aliases("/en/pier/"),), facts)["en/pier/index.html"]
    assert page.view.target == "../../en/quay/index.html"
    assert page.view.frame.canonical == "https://two-shores.example/en/quay/"
    assert page.view.frame.alternates == ()


@pytest.mark.parametrize("slug", ["tags", "Tags", "ta\u200bgs", "offline", "feed.xml"])
def test_a_story_cannot_stand_where_the_site_does(slug):
    facts = site()
    _, problems = make_catalog([make_card(story(own={"slug": slug}), facts)], (), facts)
    assert {problem.code for problem in problems} & {"address-reserved", "address-bad"}

"""Everything that says which pages translate each other says the same, in both directions: the heads of the pages, the
site map, the feeds, the language switch, the linked data."""

import json
import xml.etree.ElementTree as ElementTree

import pytest

from tests import sites
from tests.build.builder import article, translation
from tests.sites import file_at, heads

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def three_languages():
    """Three languages, a chooser, a sub-path, every policy for missing translations, a language with little in it."""
    settings = """
        languages = ["ar", "en", "fr"]
        title = { ar = "ثلاث", en = "Three", fr = "Trois" }
        base_url = "https://three.example/sub/"
        home = "chooser"
        slugs = "keep"
        [sections.stubs]
        missing = "stub"
        [sections.shown]
        missing = "show"
    """
    both = {"ar": article("الأول", "نص قصير. انتهى."), "en": translation("First", "A short text. The end.")}
    sources = {f"content/one/{lang}.md": text for lang, text in both.items()}
    sources |= {f"content/stubs/two/{lang}.md": text for lang, text in both.items()}
    sources |= {f"content/shown/three/{lang}.md": text for lang, text in both.items()}
    sources["content/four/en.md"] = article("English only", "One. Two.", "2025-01-02", "[bread]").replace(
        "title", "original: true\nseries: Loaves\nauthor: A. Baker\ntitle"
    )
    sources["content/خمسة/ar.md"] = article("خمسة", "نص.", "2026-02-01", "[وسم جديد]")
    sources["content/خمسة/fr.md"] = translation("Cinq", "Un texte.")
    return sites.built({path: text.encode() for path, text in {**sources, "content/site.toml": settings}.items()})


SITES = {
    "sample": (sites.sample, "https://two-shores.example/"),
    "many": (sites.many, "https://many.example/"),
    "three": (three_languages, "https://three.example/sub/"),
}


@pytest.fixture(scope="module", params=SITES)
def site(request):
    """(files of a built site, heads of its pages, its address)."""
    make, base_url = SITES[request.param]
    files = make()
    return files, heads(files), base_url


def sitemap(files):
    """Address → its alternates, from the site map."""
    tree = ElementTree.fromstring(files["sitemap.xml"])
    return {
        entry.findtext(f"{SITEMAP}loc"): {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")}
        for entry in tree.iter(f"{SITEMAP}url")
    }


def is_later(path):
    """Whether a page is a later one of a list: found through the first, and translated by none."""
    return "/page/" in path


def test_the_site_map_and_the_heads_name_the_same_pages_with_the_same_alternates(site):
    files, pages, _ = site
    said = {
        page.canonical: page.alternates
        for page in pages.values()
        if page.indexed and not is_later(page.path) and file_at(page.canonical, site[2]) == page.path
    }
    assert len(said) > 10 and sitemap(files) == said


def test_alternates_are_complete_reciprocal_and_in_the_language_they_name(site):
    _, pages, base_url = site
    faults = []
    for page in pages.values():
        real = {code: address for code, address in page.alternates.items() if code != "x-default"}
        if page.alternates and page.canonical not in (real[page.lang], page.alternates["x-default"]):
            faults.append((page.path, "does not name itself and a default"))
        for code, address in real.items():
            other = pages[file_at(address, base_url)]
            if (other.lang, other.alternates, other.canonical) != (code, page.alternates, address):
                faults.append((page.path, code, "does not answer"))
        if page.alternates and file_at(page.alternates["x-default"], base_url) not in pages:
            faults.append((page.path, "its default is not there"))
    assert faults == []


def test_pages_that_stand_in_and_old_addresses_name_no_languages(site):
    _, pages, base_url = site
    away = [page for page in pages.values() if page.canonical and file_at(page.canonical, base_url) != page.path]
    assert away and all(page.alternates == {} and page.locales[1] == [] for page in away)
    assert all(file_at(page.canonical, base_url) in pages for page in away)


def test_the_switch_leads_where_the_alternates_lead(site):
    _, pages, base_url = site
    faults = []
    for page in pages.values():
        others = {
            code: file_at(address, base_url)
            for code, address in page.alternates.items()
            if code not in (page.lang, "x-default")
        }
        real = {
            code: path
            for code, path in page.switches.items()
            if page.alternates and file_at(pages[path].canonical or base_url, base_url) == path
        }
        if page.alternates and real != others:
            faults.append((page.path, real, others))
    assert faults == []


def test_open_graph_names_the_same_languages(site):
    _, pages, _ = site
    faults = [
        page.path
        for page in pages.values()
        if page.alternates
        and {one[:2] for one in page.locales[1]} != page.alternates.keys() - {page.lang, "x-default"}
    ]
    assert faults == []


def test_linked_data_names_both_ends_of_a_translation(site):
    _, pages, _ = site
    texts = {page.data["@id"]: page for page in pages.values() if page.data and page.alternates}
    stories = [page for page in texts.values() if page.path.count("/") == 2]
    assert stories
    for page in stories:
        data = page.data
        assert (data["@id"], data["inLanguage"]) == (page.canonical, page.lang)
        others = {address for code, address in page.alternates.items() if code not in (page.lang, "x-default")}
        if "translationOfWork" in data:
            original = data["translationOfWork"]
            back = texts[original["@id"]].data["workTranslation"]
            assert original["@id"] in others and original["inLanguage"] == texts[original["@id"]].lang
            assert {"@type": "NewsArticle", "@id": data["@id"], "inLanguage": page.lang} in back
        else:
            assert {one["@id"] for one in data["workTranslation"]} == others
            assert all(texts[one["@id"]].lang == one["inLanguage"] for one in data["workTranslation"])


def test_feeds_name_the_same_pages_in_the_same_languages(site):
    files, pages, base_url = site
    feeds = [path for path in files if path.endswith("feed.xml")]
    assert sorted(feeds) == sorted({path for page in pages.values() for path in page.feeds if path.endswith(".xml")})
    for path in feeds:
        feed = ElementTree.fromstring(files[path])
        assert file_at(feed.find(f"{ATOM}link[@rel='self']").get("href"), base_url) == path
        home = pages[file_at(feed.find(f"{ATOM}link[@type='text/html']").get("href"), base_url)]
        assert path in home.feeds and home.lang == feed.get(XML_LANG) == path[:2]
        for twin in feed.findall(f"{ATOM}link[@rel='related']"):
            assert home.alternates[twin.get("hreflang")] == twin.get("href").removesuffix("feed.xml")
        for entry in feed.iter(f"{ATOM}entry"):
            page = pages[file_at(entry.find(f"{ATOM}link[@rel='alternate']").get("href"), base_url)]
            others = {link.get("hreflang"): link.get("href") for link in entry.findall(f"{ATOM}link[@rel='related']")}
            said = {code: to for code, to in page.alternates.items() if code not in (page.lang, "x-default")}
            assert (page.lang, others) == (entry.get(XML_LANG), said)


def test_json_feeds_say_what_the_atom_feeds_say(site):
    files, pages, _ = site
    feeds = [path for path in files if path.endswith("feed.json")]
    assert sorted(feeds) == sorted({path for page in pages.values() for path in page.feeds if path.endswith(".json")})
    for path in feeds:
        mine = json.loads(files[path])
        twin = ElementTree.fromstring(files[path.replace(".json", ".xml")])
        assert [(item["id"], item["url"], item["date_modified"], item["language"]) for item in mine["items"]] == [
            (
                entry.findtext(f"{ATOM}id"),
                entry.find(f"{ATOM}link[@rel='alternate']").get("href"),
                entry.findtext(f"{ATOM}updated"),
                entry.get(XML_LANG),
            )
            for entry in twin.iter(f"{ATOM}entry")
        ]
        assert [item.get("content_html") for item in mine["items"]] == [
            entry.findtext(f"{ATOM}content") for entry in twin.iter(f"{ATOM}entry")
        ]


def test_a_languages_feed_holds_its_newest_stories(site):
    files, _, base_url = site
    stories = json.loads(files["site.json"])["stories"]
    for lang in {path[:2] for path in files if path.endswith("/feed.xml")}:
        newest = [t["path"] for story in stories if "date" in story for t in story["texts"] if t["lang"] == lang][:20]
        items = json.loads(files[f"{lang}/feed.json"])["items"]
        assert [item["url"] for item in items] == [base_url + path for path in newest]

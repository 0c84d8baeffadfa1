"""Files for programs: the site map and its parts, the list of stories, rules for hosts, the web manifest."""

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from lisanayn.model.article import TagUse
from lisanayn.pages import sitemap
from lisanayn.render import render_page
from tests.pages.stories import all_pages, catalog, moment, site, story, theme, untranslated

THEME = theme()
SPACES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SMALL = (story(own={"tags": (TagUse("بحر", 1),), "updated": moment("2026-03-04")}), untranslated())


def made(path, stories=SMALL, **settings):
    """A file of a small site, as it is written."""
    return render_page(all_pages(stories, site(**settings))[path], THEME).decode()


def test_the_site_map_says_when_a_story_changed_last():
    tree = ElementTree.fromstring(made("sitemap.xml"))
    changed = {entry.findtext(f"{SPACES}loc"): entry.findtext(f"{SPACES}lastmod") for entry in tree}
    assert changed["https://two-shores.example/ar/quay/"] == "2026-03-04"
    assert changed["https://two-shores.example/ar/alone/"] == "2026-02-01"
    assert changed["https://two-shores.example/ar/"] is None


def test_addresses_in_the_site_map_are_escaped_and_encoded():
    text = made("sitemap.xml", (story(own={"slug": "ماء"}),), base_url="https://x.example/a&b/")
    assert "<loc>https://x.example/a&amp;b/ar/%D9%85%D8%A7%D8%A1/</loc>" in text
    ElementTree.fromstring(text)


def test_a_large_site_map_comes_in_parts_with_a_list_of_them(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 10)
    pages = {p: page for p, page in all_pages(SMALL, site()).items() if p.startswith("sitemap")}
    texts = {path: ElementTree.fromstring(render_page(page, THEME)) for path, page in pages.items()}
    parts = [part.findtext(f"{SPACES}loc") for part in texts.pop("sitemap.xml")]
    assert parts == [f"https://two-shores.example/{path}" for path in texts] and len(parts) > 1
    assert all(1 <= len(part) <= 10 for part in texts.values())
    whole = [entry.findtext(f"{SPACES}loc") for entry in ElementTree.fromstring(made_whole())]
    assert [entry.findtext(f"{SPACES}loc") for part in texts.values() for entry in part] == whole


def made_whole():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sitemap, "MOST_ADDRESSES", 50_000)
        return made("sitemap.xml")


def test_a_site_without_an_address_has_no_site_map():
    pages = all_pages(SMALL, site(base_url=""))
    assert not any(path.startswith("sitemap") for path in pages)
    assert "Sitemap" not in render_page(pages["robots.txt"], THEME).decode()


def test_robots_may_read_everything_and_are_told_of_the_site_map():
    assert made("robots.txt").split("\n\n") == [
        "User-agent: *\nDisallow:", "Sitemap: https://two-shores.example/sitemap.xml\n",
    ]  # fmt: skip


def test_the_list_of_stories_is_json_that_people_can_read():
    text = made("site.json")
    found = json.loads(text)
    assert [story["key"] for story in found["stories"]] == ["quay", "alone"]
    assert found["stories"][0]["texts"] == [
        {"lang": "ar", "title": "الرصيف", "path": "ar/quay/", "original": True},
        {"lang": "en", "title": "The quay", "path": "en/quay/", "translated": 2, "sentences": 2},
    ]
    assert found["stories"][0]["tags"] and found["stories"][0]["updated"] == "2026-03-04"
    assert "الرصيف" in text and max(map(len, text.splitlines())) < 200


@pytest.mark.parametrize("payload", ['"}]', "\\", "\u2028\n\t", "</script>"])
def test_whatever_stands_in_a_title_the_lists_stay_json(payload):
    given = {"title": payload, "tags": (TagUse(payload, 1),), "series": payload}
    found = json.loads(made("site.json", (story(own=given),), title=(("ar", payload),)))
    assert found["stories"][0]["texts"][0]["title"] == payload and found["title"]["ar"] == payload
    manifest = json.loads(made("manifest.webmanifest", title=(("ar", payload),), tagline=(("ar", payload),)))
    assert (manifest["name"], manifest["description"]) == (payload, payload)


def test_the_manifest_names_the_site_in_its_languages_and_stays_in_its_folder():
    found = json.loads(made("manifest.webmanifest"))
    assert (found["name"], found["lang"], found["dir"]) == ("دفتر الضفتين", "ar", "rtl")
    assert found["name_localized"] == {"en": "Two Shores"}
    assert (found["start_url"], found["scope"], found["icons"][-1]["src"]) == ("./", "./", "static/icon.svg")
    json.loads(made("manifest.webmanifest", title=(), tagline=()))


def rules(text):
    """Path → headers, from a _headers file."""
    found, path = {}, ""
    for line in text.splitlines():
        if line.startswith("/"):
            path = line
            assert path not in found
            found[path] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
    return found


def test_hosts_are_told_what_to_keep_and_what_scripts_may_do():
    found = rules(made("_headers", base_url="https://x.example/sub/"))
    assert "default-src 'none'" in found["/sub/*"]["Content-Security-Policy"]
    assert found["/sub/*"]["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in found["/sub/media/*"]["Cache-Control"]
    assert found["/sub/ar/*"] == found["/sub/en/*"] == {"Cache-Control": "no-cache"}
    assert all("unsafe" not in value for headers in found.values() for value in headers.values())
    assert "/*" in rules(made("_headers", base_url=""))


def test_only_files_whose_name_changes_with_their_content_are_kept_for_ever():
    from lisanayn.render import make_theme
    from tests.pages.stories import sources

    text = sources()
    text["assets"] |= {"style.css": "static/style.0123abcd.css", "logo.png": "static/logo.png"}
    page = all_pages(SMALL, site())["_headers"]
    found = rules(render_page(page, make_theme(text["templates"], text["assets"], text["catalogues"])).decode())
    assert "immutable" in found["/static/style.0123abcd.css"]["Cache-Control"]
    assert "/static/logo.png" not in found and "/static/*" not in found


def test_redirect_rules_take_every_sign_of_a_path_for_itself():
    one = story(own={"aliases": ("/old/a+(b)/", "harbour"), "slug": "quay"})
    text = made("_redirects", (one,), base_url="https://x.example/sub/")
    assert text.splitlines() == [
        "/sub/old/a+%28b%29/ /sub/ar/quay/ 301",
        "/sub/ar/harbour/ /sub/ar/quay/ 301",
        "/sub/en/harbour/ /sub/en/quay/ 301",
    ]
    assert "_redirects" not in all_pages(SMALL, site())


def test_the_service_worker_exists_by_setting_only():
    without, with_it = all_pages(SMALL, site()), all_pages(SMALL, site(offline=True))
    assert set(with_it) - set(without) == {"service-worker.js", "ar/offline/index.html", "en/offline/index.html"}
    assert without["ar/index.html"].view.frame.worker == ""
    assert with_it["ar/quay/index.html"].view.frame.worker == "../../service-worker.js"
    page = render_page(with_it["ar/offline/index.html"], THEME).decode()
    assert '<html lang="ar" dir="rtl"' in page and 'name="robots" content="noindex"' in page


def parts_of(made):
    """The site map of a catalog, file by file."""
    return {page.path: render_page(page, THEME) for page in sitemap.make_sitemap(made, site())}


def test_c19_a_site_map_of_more_than_50_000_addresses_comes_in_parts_that_the_protocol_allows():
    small = catalog(SMALL, site())
    number = 50_001 // 2
    cards = [replace(small.cards[0], slug=f"s{n}", texts=texts(small.cards[0], n)) for n in range(number)]
    parts = parts_of(replace(small, cards=tuple(cards)))
    trees = {path: ElementTree.fromstring(text) for path, text in parts.items()}
    index = [part.findtext(f"{SPACES}loc") for part in trees.pop("sitemap.xml")]
    assert index == ["https://two-shores.example/sitemap-1.xml", "https://two-shores.example/sitemap-2.xml"]
    found = [entry.findtext(f"{SPACES}loc") for tree in trees.values() for entry in tree]
    assert len(set(found)) == len(found) > 50_000 and {f"https://two-shores.example/en/s{number - 1}/"} <= set(found)
    assert [len(tree) for tree in trees.values()] == [50_000, len(found) - 50_000]
    assert max(map(len, parts.values())) < 50_000_000


def texts(card, number):
    """A card's texts at addresses of their own."""
    return tuple([replace(text, path=f"{text.lang}/s{number}/index.html") for text in card.texts])


@pytest.mark.parametrize("most", [2000, 5000, 20_000])
def test_c19_a_site_map_of_too_many_bytes_comes_in_parts(monkeypatch, most):
    whole = [entry.findtext(f"{SPACES}loc") for entry in ElementTree.fromstring(made_whole())]
    monkeypatch.setattr(sitemap, "MOST_LETTERS", most)
    parts = parts_of(catalog(SMALL, site()))
    trees = {path: ElementTree.fromstring(text) for path, text in parts.items() if path != "sitemap.xml"}
    assert all(len(parts[path]) < most + 300 for path in trees)
    assert not trees or [entry.findtext(f"{SPACES}loc") for tree in trees.values() for entry in tree] == whole
    assert len(trees) > 1 or most == 20_000

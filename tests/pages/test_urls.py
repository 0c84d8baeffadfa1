"""Addresses: relative between pages, short for the world, encoded."""

import pytest

from lisanayn.pages import urls


def test_every_page_is_a_folder_with_an_index():
    assert urls.home("ar") == "ar/index.html"
    assert urls.home("ar", 2) == "ar/page/2/index.html"
    assert urls.article("en", "harbour") == "en/harbour/index.html"
    assert urls.tags("ar") == "ar/tags/index.html"
    assert urls.tags("ar", "en") == "ar/tags/by-en/index.html"
    assert urls.tag("ar", "sea", 3) == "ar/tags/sea/page/3/index.html"


@pytest.mark.parametrize(
    ("path", "root"), [("index.html", ""), ("ar/index.html", "../"), ("ar/quay/index.html", "../../")]
)
def test_the_way_to_the_top(path, root):
    assert urls.root(path) == root


def test_links_are_percent_encoded_utf_8():
    assert urls.href("ar/ماء/index.html", "../../") == "../../ar/%D9%85%D8%A7%D8%A1/index.html"
    assert urls.href("ar/a b?c#d/index.html", "") == "ar/a%20b%3Fc%23d/index.html"


def test_full_addresses_leave_the_index_out():
    assert urls.absolute("ar/quay/index.html", "https://x.example/sub/") == "https://x.example/sub/ar/quay/"
    assert urls.absolute("index.html", "https://x.example/") == "https://x.example/"
    assert urls.absolute("404.html", "https://x.example/") == "https://x.example/404.html"
    assert urls.absolute("ar/quay/index.html", "") == ""


def test_an_old_address_never_leaves_the_site():
    assert urls.page("../../etc/passwd") == "etc/passwd/index.html"
    assert urls.page("old/page.html") == "old/page.html"


def test_the_page_for_missing_addresses_starts_from_the_site():
    assert urls.base_path("https://x.example/sub/") == "/sub/"
    assert urls.base_path("") == ""

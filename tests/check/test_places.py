"""Where pages lie, and where the language switch leads."""

from __future__ import annotations

import pytest

from lisanayn.check import PageFacts, Survey
from lisanayn.check.places import check_whole
from lisanayn.check.values import HeadFacts, LinkUse
from tests.check.making import GROUND

HOME = PageFacts("ar/index.html", frozenset(), (), None, "ar")


def codes(*paths: str, pages: tuple[PageFacts, ...] = (HOME,)) -> list[tuple[str, str]]:
    files = frozenset([*paths, *[page.path for page in pages]])
    return [(problem.code, problem.at.path) for problem in check_whole(Survey(pages=pages, files=files), GROUND)]


def test_a_site_has_a_page_at_its_top_and_one_for_missing_addresses():
    assert codes("index.html", "404.html") == []
    assert codes("404.html") == [("page-missing", "output/index.html")]
    assert codes("index.html") == [("page-missing", "output/404.html")]


@pytest.mark.parametrize("part", ["x" * 256, "ص" * 81, "cafe\u0301"])
def test_names_that_some_hosts_cannot_take(part: str):
    path = f"ar/{part}/index.html"
    assert codes("index.html", "404.html", path, f"ar/{part}/feed.xml") == [("path-form", f"output/ar/{part}/feed.xml")]


@pytest.mark.parametrize("part", ["x" * 160, "café", "مرفأ-قديم"])
def test_names_that_all_hosts_take(part: str):
    assert codes("index.html", "404.html", f"ar/{part}/index.html") == []


def page(lang: str, name: str, switch: str, named: str) -> PageFacts:
    """A page with a language switch to ``switch``, whose head names ``named``."""
    other = "en" if lang == "ar" else "ar"
    alternates = frozenset([(other, GROUND.base_url + named)])
    address = f"{GROUND.base_url}{lang}/{name}/"
    head = HeadFacts(f"{lang}/{name}/index.html", address, address, alternates, True, frozenset(), "")
    return PageFacts(head.path, frozenset(), (LinkUse(switch, 3, False, other),), head, lang)


def switched(switch: str, named: str = "en/salt/") -> list[tuple[str, str]]:
    pages = (
        page("ar", "salt", switch, named), page("en", "salt", "../../ar/salt/index.html", "ar/salt/"),
        page("en", "bread", "../../ar/salt/", "ar/salt/"),
    )  # fmt: skip
    return codes("index.html", "404.html", pages=pages)


def test_the_switch_leads_to_the_page_that_the_head_names():
    assert switched("../../en/salt/index.html") == switched("../../en/salt/#s3") == []
    assert switched("../../en/bread/") == [("switch-astray", "output/ar/salt/index.html")]
    assert switched("../../ar/salt/") == [("switch-astray", "output/ar/salt/index.html")]
    assert switched("../../en/lost/") == []  # told by check.links

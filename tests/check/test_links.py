"""Every address leads somewhere: one broken address is told once, at the place where an author can mend it."""

from __future__ import annotations

import pytest

from lisanayn.check import BuiltFile, PageFacts, Survey, check_built, check_whole, story_facts
from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import Problem
from tests.check.making import ARABIC, ENGLISH, GROUND, PAGE, replaced, story

ASSETS = frozenset({"static/style.css", "media/pan.svg"})
OTHERS = {
    "index.html": "",
    "ar/index.html": "",
    "en/salt/index.html": '<p id="s1">',
    "ar/ملح/index.html": '<p id="س١">',
}


def facts(path: str, page: str) -> PageFacts:
    found = check_built(BuiltFile(path, page.encode()), GROUND)[1]
    assert found
    return found


def of_site(page: str, *, english: str = ENGLISH) -> list[Problem]:
    """What the checks say of a site in which one page is ``page``."""
    pages = {**OTHERS, "ar/salt/index.html": page}
    survey = Survey(
        stories=(story_facts(story(ARABIC, english)),),
        pages=tuple(facts(path, text) for path, text in sorted(pages.items())),
        files=ASSETS | pages.keys() | {"404.html"},
    )
    return check_whole(survey, GROUND)


def linking(address: str) -> str:
    return replaced(PAGE, 'href="#s1"', f'href="{address}"')


@pytest.mark.parametrize(
    "address",
    ["", "#s2", "#", "#top", "?mode=side#s2", "../salt/", "../salt", "./index.html", "../../", "../..",
     "../../index.html", "../%D9%85%D9%84%D8%AD/#%D8%B3%D9%A1", "../ملح/index.html#س١",
     "https://two-shores.example/sub/en/salt/#s1", "https://two-shores.example/sub/", "https://two-shores.example/sub", "https://elsewhere.example/x#y",
     "//elsewhere.example/", "mailto:salt@elsewhere.example", "tel:+9625551234", " ../salt/ ", "#:~:text=x",
     "../../media/pan.svg"],
)  # fmt: skip
def test_good_addresses_are_fine(address: str):
    assert of_site(linking(address)) == []


FAULTS = [
    ("link-missing", "../nowhere/"),
    ("link-missing", "../../en/nowhere/index.html#s1"),
    ("link-missing", "https://two-shores.example/sub/nowhere/"),
    ("link-missing", "/ar/salt/"),  # the site stands at /sub/
    ("link-anchor", "#s9"),
    ("link-anchor", "../../en/salt/index.html#s2"),
    ("link-outside", "../../../etc/passwd"),
    ("link-rooted", "/sub/ar/salt/"),
    ("link-scheme", "ms-word:ofe|u|x"),
    ("link-scheme", "data:text/html,x"),
]


@pytest.mark.parametrize("code, address", FAULTS)
def test_a_bad_address_is_told_once(code: str, address: str):
    found = of_site(linking(address))
    assert [(problem.code, str(problem.at)) for problem in found] == [(code, "output/ar/salt/index.html:17")]
    assert code in PROBLEM_CODES


LOADED = [
    ("link-missing", 'src="../../media/pan.svg"', 'src="../../media/gone.svg"', 18),
    ("link-missing", 'width="2"', 'srcset="../../media/pan.svg 1x, ../../media/gone.svg 2x"', 18),
    ("link-missing", 'href="../../static/style.css"', 'href="../../static/gone.css"', 7),
    ("link-missing", "/sub/ar/salt/", "/sub/ar/pepper/", 6),
    ("link-foreign", 'src="../../media/pan.svg"', 'src="https://tracker.example/1.gif"', 18),
    ("link-foreign", 'href="../../static/style.css"', 'href="//fonts.example/x.css"', 7),
]


@pytest.mark.parametrize("code, old, new, line", LOADED)
def test_what_a_page_loads_is_checked_too(code: str, old: str, new: str, line: int):
    found = of_site(replaced(PAGE, old, new))
    assert [(problem.code, str(problem.at)) for problem in found] == [(code, f"output/ar/salt/index.html:{line}")]


def test_a_broken_link_on_many_pages_is_one_problem():
    pages = tuple(facts(f"ar/{n}/index.html", '<a href="../gone/">x</a>') for n in range(5))
    (problem,) = check_whole(Survey(pages=pages, files=frozenset(page.path for page in pages)), GROUND)
    assert problem.message.endswith("(and in 4 more places)")


def test_an_author_s_broken_link_is_told_at_its_line_in_the_article():
    english = replaced(ENGLISH, "Salt is old.", "[Salt](../gone/) is old.")
    (problem,) = of_site(linking("../gone/"), english=english)
    assert (problem.code, str(problem.at)) == ("link-missing", "content/salt/en.md:5")

"""Other pairs of languages by settings alone: the sites under samples/ are built as they stand."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lisanayn.build.session import build_once
from lisanayn.text.languages import LANGUAGES

SAMPLES = Path(__file__).parent.parent / "samples"
PAIRS = {"he-en": ("he", "en"), "fa-fr": ("fa", "fr")}
DATES = {"he": "2 במרץ 2026", "en": "2 March 2026", "fa": "۲۳ فوریهٔ ۲۰۲۶ (۶ رمضان ۱۴۴۷ ه‍.ق.)", "fr": "23 février 2026"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """{name: (report, {path: HTML})} of the samples."""
    made = {}
    for name in PAIRS:
        site = tmp_path_factory.mktemp(name)
        shutil.copytree(SAMPLES / name / "content", site / "content")
        settings = site / "content" / "site.toml"
        # What costs time and is tried elsewhere.
        settings.write_text('share_cards = false\nfonts = "system"\n' + settings.read_text("utf-8"), "utf-8")
        report = build_once(str(site), now=datetime(2026, 11, 22, tzinfo=UTC))
        output = site / "output"
        made[name] = report, {str(p.relative_to(output)): p.read_text("utf-8") for p in output.rglob("*.html")}
    return made


def test_every_sample_is_tried():
    assert {path.name for path in SAMPLES.iterdir()} == set(PAIRS)


@pytest.mark.parametrize("name", PAIRS)
def test_it_is_published_without_a_word_of_complaint(built, name):
    report, _ = built[name]
    assert report.published and [str(problem) for problem in report.problems] == []


@pytest.mark.parametrize("name", PAIRS)
def test_each_language_has_its_three_stories_in_its_direction(built, name):
    _, pages = built[name]
    stories = {path.parent.name for path in (SAMPLES / name / "content").glob("*/*.md")}
    assert len(stories) == 3
    for lang in PAIRS[name]:
        for story in stories:
            page = pages[f"{lang}/{story}/index.html"]
            assert re.search(rf'<html lang="{lang}" dir="{LANGUAGES[lang].direction}"', page)
            assert page.count("<figure") == 1 and page.count("<progress") == 0


@pytest.mark.parametrize("name", PAIRS)
def test_the_interface_speaks_the_languages_of_the_site_only(built, name):
    _, pages = built[name]
    allowed = {*PAIRS[name], "", "x-default"}
    # Names of file formats and of a key are English wherever they stand.
    text = {path: re.sub('(<a [^>]*download|<kbd[^>]*) lang="en"', "", page) for path, page in pages.items()}
    found = {(path, lang) for path, page in text.items() for lang in re.findall(r'lang="([^"]*)"', page)}
    assert {(path, lang) for path, lang in found if lang not in allowed} == set()


@pytest.mark.parametrize("lang", DATES)
def test_dates_are_written_in_the_language_by_its_settings(built, lang):
    pages = {path: page for _, made in built.values() for path, page in made.items()}
    assert f">{DATES[lang]}</time>" in pages[f"{lang}/index.html"]


def test_persian_dates_are_gregorian_to_machines(built):
    assert '<time datetime="2026-02-23">۲۳ فوریهٔ' in built["fa-fr"][1]["fa/qanat/index.html"]


def test_a_series_has_its_name_in_both_languages(built):
    _, pages = built["he-en"]
    assert "מן החצר" in pages["he/series/from-the-courtyard/index.html"]
    assert "Part 2 of 2" in pages["en/swifts/index.html"]

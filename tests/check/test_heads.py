"""Heads, site map and linked data: each fault planted in a site where all agree is found once."""

from __future__ import annotations

import pytest

from lisanayn.check import BuiltFile, Survey, check_built, check_whole
from lisanayn.check.heads import sitemap_entries
from lisanayn.check.values import Ground
from tests.check.making import of_page, replaced

ROOT = "https://two-shores.example/sub/"
GROUND = Ground(("ar", "en"), base_url=ROOT)


def page(lang: str, other: str, relation: str) -> str:
    own, across = f"{ROOT}{lang}/salt/", f"{ROOT}{other}/salt/"
    direction = "rtl" if lang == "ar" else "ltr"
    title = "ملح" if lang == "ar" else "Salt"
    return f"""<!doctype html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{own}">
<link rel="alternate" hreflang="{lang}" href="{own}">
<link rel="alternate" hreflang="{other}" href="{across}">
<link rel="alternate" hreflang="x-default" href="{ROOT}ar/salt/">
<meta property="og:locale" content="{lang}_XX">
<script type="application/ld+json">
{{"inLanguage": "{lang}", "@id": "{own}", "{relation}": {{"@id": "{across}"}}}}
</script>
</head><body><main><h1>{title}</h1></main></body></html>"""


AR, EN = page("ar", "en", "workTranslation"), page("en", "ar", "translationOfWork")
LINKS = "".join(
    f'<xhtml:link rel="alternate" hreflang="{lang}" href="{ROOT}{to}/salt/"/>'
    for lang, to in (("ar", "ar"), ("en", "en"), ("x-default", "ar"))
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    + "".join(f"<url><loc>{ROOT}{lang}/salt/</loc>{LINKS}</url>" for lang in ("ar", "en"))
    + "</urlset>"
)


def codes(ar: str = AR, en: str = EN, sitemap: str = SITEMAP) -> list[str]:
    facts, found = [], []
    for path, text in (("ar/salt/index.html", ar), ("en/salt/index.html", en)):
        problems, one = check_built(BuiltFile(path, text.encode()), GROUND)
        found += problems
        facts.append(one)
    entries = sitemap_entries(BuiltFile("sitemap.xml", sitemap.encode()))
    files = frozenset({"ar/salt/index.html", "en/salt/index.html"})
    found += check_whole(Survey(pages=tuple(facts), sitemap=entries, files=files), GROUND)
    return [problem.code for problem in found]


def test_a_site_whose_parts_agree_has_no_findings():
    assert codes() == []


AWAY = f'<link rel="alternate" hreflang="ar" href="{ROOT}ar/salt/">\n'
FAULTS = [
    ("head-locale", {"ar": replaced(AR, "ar_XX", "ar-XX")}),
    ("head-language", {"ar": replaced(AR, '"inLanguage": "ar"', '"inLanguage": "en"')}),
    ("head-canonical", {"ar": replaced(AR, f'<link rel="canonical" href="{ROOT}ar/salt/">', "")}),
    ("head-one-way", {"en": replaced(EN, "translationOfWork", "isBasedOn")}),
    ("head-one-way", {"ar": replaced(AR, "workTranslation", "isBasedOn")}),
    ("sitemap-differs", {"sitemap": replaced(SITEMAP, f"<loc>{ROOT}en/salt/</loc>", f"<loc>{ROOT}en/salt/</loc><x/>")
                         .replace(LINKS, "", 1)}),
    ("sitemap-differs", {"sitemap": SITEMAP.replace("</urlset>", f"<url><loc>{ROOT}gone/</loc></url></urlset>")}),
]  # fmt: skip


@pytest.mark.parametrize("code, changed", FAULTS)
def test_a_planted_disagreement_is_found_once(code: str, changed: dict[str, str]):
    assert codes(**changed) == [code]


def test_a_page_that_leaves_itself_out_or_names_a_stranger_is_found():
    assert codes(ar=replaced(AR, AWAY, ""))[:1] == ["head-alternates"]
    stranger = replaced(AR, f'hreflang="en" href="{ROOT}en/salt/"', f'hreflang="en" href="{ROOT}no/"')
    assert "head-one-way" in codes(ar=stranger)


def test_a_site_map_that_is_broken_or_something_else_has_no_entries():
    for text in ("<urlset", "<html/>", ""):
        assert sitemap_entries(BuiltFile("sitemap.xml", text.encode())) == ()
    assert [problem.code for problem in of_page("<urlset", "sitemap.xml")] == ["xml-broken"]

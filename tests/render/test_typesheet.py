"""The properties that set a site's languages: each its own sizes, one row for all."""

import re

import pytest

from lisanayn.render.typesheet import local_figures, type_css
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.typefaces import FIGURES, TYPEFACES, stack


def rules(*languages: str) -> dict[str, dict[str, str]]:
    """{selector: {property: value}}."""
    found = {}
    for selector, inside in re.findall(r"(?m)^(.*) \{\n((?:  .*\n)*)\}", type_css(languages)):
        found[selector] = dict(re.findall(r"--([\w-]+): (.*);", inside))
    return found


def own(lang: str, *languages: str) -> dict[str, str]:
    """What the elements of a language carry."""
    for selector, properties in rules(*languages).items():
        if f'[lang|="{lang}"]' in selector and "size-body" in properties:
            return properties
    raise AssertionError(lang)


def rem(pixels: float) -> str:
    return f"{pixels / 16:.4f}".rstrip("0").rstrip(".") + "rem"


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_is_set_as_the_table_of_languages_says(code):
    scale, properties = LANGUAGES[code].type, own(code, code)
    assert properties["size-body"] == rem(scale.body.size)
    assert properties["size-title"] == rem(scale.title.size)
    assert properties["weight-body"] == str(scale.body.weight)
    assert properties["weight-bare"] == str(scale.bare_weight)
    assert float(properties["guest"]) == scale.guest


@pytest.mark.parametrize("pair", [("ar", "en"), ("he", "en"), ("fa", "fr"), ("en", "fr"), ("ar", "he", "en")])
def test_the_tallest_row_is_everybodys(pair):
    shared = rules(*pair)[":where(:root)"]
    for use in ("body", "title", "caption", "quote"):
        tallest = max(getattr(LANGUAGES[code].type, use).row for code in pair)
        assert shared[f"row-{use}"] == rem(tallest)


def test_languages_that_are_set_alike_share_a_rule():
    sized = [one for one, properties in rules("ar", "fa", "ur", "en").items() if "size-body" in properties]
    (selector,) = [one for one in sized if '"ar"' in one and '"ur"' in one]
    assert '"fa"' in selector and '"en"' not in selector
    assert not [one for one in rules("ar", "he") if '"ar"' in one and '"he"' in one]


def test_each_script_leads_with_its_own_face_and_knows_the_others():
    assert own("he", "he", "ar", "en")["f-rtl"].startswith('"LN Hebrew"')
    assert own("ar", "he", "ar", "en")["f-rtl"].startswith(f'"{FIGURES}", "LN Naskh"')
    assert own("fr", "fa", "fr")["f-ltr"].startswith('"LN Latin"')
    for face in TYPEFACES:
        assert all(f'"{other.family}"' in stack(face.script) for other in TYPEFACES)


def test_words_of_another_direction_have_a_face_on_a_site_of_one_direction():
    shared = rules("en", "fr")[":where(:root)"]
    assert "LN Naskh" in shared["f-rtl"] and "LN Latin" in shared["f-ltr"]


def test_a_joined_script_is_never_spaced():
    assert own("ar", "ar", "en")["tracking"] == "0"
    assert own("en", "ar", "en")["tracking"] == "-0.012em"


def test_no_rule_weighs_anything_so_that_a_sites_own_always_wins():
    css = re.sub(r"\{.*?\}", "", type_css(sorted(LANGUAGES)), flags=re.S)
    for selector in filter(None, css.splitlines()):
        assert re.fullmatch(r"(:where\((?:[^()]|\([^()]*\))*\))+ ?", selector), selector


def test_foreign_words_keep_the_measures_of_the_text_around_them():
    assert all("bdi, i, cite" in one for one, properties in rules("ar", "en").items() if "guest" in properties)


def test_without_the_themes_fonts_nothing_is_fetched_for_digits():
    assert "url(" not in local_figures() and "local(" in local_figures()


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        type_css(("tlh",))

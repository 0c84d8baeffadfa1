"""The table of agencies: one record for all spellings of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.model.agencies_builtin import BUILT_IN
from lisanayn.model.agency import Agency, agency_by_id, agency_key, agency_table, find, find_credit, is_known

TABLE = agency_table(())


def found(printed: str) -> str | None:
    agency = find(TABLE, printed)
    return agency.id if agency else None


@pytest.mark.parametrize(
    ("spellings", "agency"),
    [
        ("رويترز|وكالة رويترز|رُويتـرز|Reuters|REUTERS|«رويترز»|Reuters photo", "reuters"),
        ("الفرنسية|أ ف ب|أ.ف.ب|أ. ف. ب.|ا ف ب|فرانس برس|وكالة الأنباء الفرنسية|A.F.P.|AFP", "afp"),
        ("أسوشيتد برس|أسوشييتد برس|أسوشيتدبرس|the Associated Press|A P", "ap"),
        ("الأناضول|أناضول|الاناضول|وكالة الأناضول للأنباء|Anadolu Agency", "anadolu"),
        ("د ب أ|«د ب أ»|الألمانية|dpa", "dpa"),
        ("واس|وكالة الأنباء السعودية", "spa"),
        ("مواقع التواصل|مواقع التواصل الاجتماعي|وسائل التواصل الاجتماعي", "social"),
        ("وكالات|الوكالات|وكالات الأنباء|News agencies", "agencies"),
        ("غيتي|غيتي إيميجز|Getty Images|Getty", "getty"),
    ],
)
def test_spellings_meet(spellings: str, agency: str) -> None:
    assert {found(spelling) for spelling in spellings.split("|")} == {agency}


@pytest.mark.parametrize("name", ["السعودية", "مواقع التواصل والبحث", "وكالة", "الأنباء", "فرنسا", "", " ", ".", "«»"])
def test_what_is_no_agency(name: str) -> None:
    assert found(name) is None


def test_the_table_is_large_and_every_name_in_it_is_found() -> None:
    assert len(BUILT_IN) >= 80
    assert len({agency.id for agency in BUILT_IN}) == len(BUILT_IN)
    for agency in BUILT_IN:
        assert {code for code, _ in agency.names} == {"ar", "en"}
        assert agency.url == "" or agency.url.startswith("http")
        for spelling in (*(name for _, name in agency.names), *agency.aliases):
            assert found(spelling) == agency.id, spelling


def test_no_spelling_belongs_to_two_agencies() -> None:
    owner: dict[str, str] = {}
    for agency in BUILT_IN:
        for spelling in (*(name for _, name in agency.names), *agency.aliases):
            assert owner.setdefault(agency_key(spelling), agency.id) == agency.id, spelling


def test_a_sites_record_replaces_a_built_in_one_and_takes_its_spellings() -> None:
    own = Agency("reuters", (("ar", "رويترز العربية"),))
    other = Agency("mine", (("ar", "وكالتنا"),), ("الفرنسية",))
    table = agency_table([own, other])
    assert agency_by_id(table, "reuters") == own
    assert find(table, "رويترز العربية") == own
    assert find(table, "الفرنسية") == other
    assert find(table, "أ ف ب") == agency_by_id(TABLE, "afp")


def test_names_fall_back() -> None:
    agency = Agency("x", (("ar", "س"), ("en", "X")))
    assert [agency.name(code) for code in ("en", "ar", "fr")] == ["X", "س", "س"]
    assert Agency("x", ()).name("ar") == "x"
    assert agency_by_id(TABLE, "nobody") is None


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("رويترز", [("رويترز", "reuters")]),
        ("رويترز/الفرنسية", [("رويترز", "reuters"), ("الفرنسية", "afp")]),
        ("AFP/Getty Images", [("AFP", "afp"), ("Getty Images", "getty")]),
        ("الجزيرة + وكالات", [("الجزيرة", "aljazeera"), ("وكالات", "agencies")]),
        ("الجزيرة ووكالات", [("الجزيرة", "aljazeera"), ("وكالات", "agencies")]),
        ("Reuters and AFP", [("Reuters", "reuters"), ("AFP", "afp")]),
        ("AFP via Getty Images", [("AFP", "afp"), ("Getty Images", "getty")]),
        ("Mohammed Salem/Reuters", [("Mohammed Salem", None), ("Reuters", "reuters")]),
        ("رويترز-الفرنسية", [("رويترز", "reuters"), ("الفرنسية", "afp")]),
        ("ITAR-TASS", [("ITAR-TASS", "tass")]),
        ("وزارة الصحة والسكان", [("وزارة الصحة والسكان", None)]),
        ("الجزيرة، جنوب تونس", [("الجزيرة، جنوب تونس", None)]),
        ("", []),
    ],
)
def test_joined_credits(printed: str, parts: list[tuple[str, str | None]]) -> None:
    read = find_credit(TABLE, printed)
    assert [(part.text, part.agency.id if part.agency else None) for part in read] == parts


def test_known_means_any_or_every() -> None:
    mixed = find_credit(TABLE, "Mohammed Salem/Reuters")
    assert is_known(mixed) and not is_known(mixed, every=True)
    assert not is_known(())


@given(st.text(max_size=80))
def test_any_credit_is_read_and_its_names_stand_in_it(printed: str) -> None:
    for part in find_credit(TABLE, printed):
        assert part.text in printed

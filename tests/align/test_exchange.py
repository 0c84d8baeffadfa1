"""The aligned text for others: JSON and TMX."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.align.exchange import aligned_json, aligned_tmx, groups_json
from lisanayn.align.tmx import read_tmx
from tests.align.making import figure, heading, paragraph, story

ARABIC = [
    paragraph("وصل القطار إلى المدينة.", "ونزل منه الركاب."),
    heading("الطريق"),
    figure("a.svg", "صورة"),
    paragraph("انتهى."),
]
ENGLISH = [
    paragraph("The train reached the city, and the passengers got off."),
    heading("The Road"),
    figure("a.svg", "A picture"),
    paragraph("It is over."),
]
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def made(arabic=ARABIC, english=ENGLISH, sidecar=""):
    result, _ = story(arabic, english, sidecar)
    return result, result.translations[0]


def test_groups_in_reading_order_with_numbers_through_the_whole_translation():
    _, translation = made(sidecar="[p1 s1]\ns1 s2 = 1 !\n")
    assert json.loads(groups_json(translation)) == {
        "groups": [
            {
                "source": ["s1", "s2"],
                "target": [1],
                "source_text": "وصل القطار إلى المدينة. ونزل منه الركاب.",
                "target_text": "The train reached the city, and the passengers got off.",
                "confidence": 1.0,
                "reviewed": True,
            },
            {
                "source": ["s3"],
                "target": [2],
                "source_text": "انتهى.",
                "target_text": "It is over.",
                "confidence": 1.0,
                "reviewed": False,
            },
        ]
    }


def test_the_json_of_a_page_says_whose_text_it_is():
    result, translation = made()
    page = json.loads(aligned_json(result, translation, license="CC BY 4.0"))
    assert (page["slug"], page["source"]["lang"], page["target"]["lang"]) == ("x", "ar", "en")
    assert page["source"]["license"] == page["target"]["license"] == "CC BY 4.0"
    assert [(o["kind"], o["source_text"], o["target_text"]) for o in page["others"]] == [
        ("title", "T", "T"), ("heading", "الطريق", "The Road"), ("caption", "صورة", "A picture"),
    ]  # fmt: skip


def test_json_is_readable_arabic_and_can_always_be_encoded():
    assert "وصل القطار" in aligned_json(*made())
    aligned_json(*made([paragraph("\ud800")])).encode()


def units(tmx: str):
    root = ElementTree.fromstring(tmx.encode())
    return [{tuv.get(LANG): tuv.findtext("seg") for tuv in unit.iter("tuv")} for unit in root.iter("tu")]


def test_tmx_has_the_head_that_the_specification_asks_for():
    root = ElementTree.fromstring(aligned_tmx(*made(), license="CC BY 4.0").encode())
    assert (root.tag, root.get("version"), [child.tag for child in root]) == ("tmx", "1.4", ["header", "body"])
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    header = root.find("header")
    assert required == set(header.attrib) and header.get("srclang") == "ar"
    assert ("x-license", "CC BY 4.0") in [(p.get("type"), p.text) for p in header.iter("prop")]


def test_tmx_has_a_unit_for_each_group_that_has_both_sides():
    english = [
        paragraph("The train reached the city, and the passengers got off."),
        *ENGLISH[1:3],
        paragraph("A note."),
    ]
    sidecar = "[p1 s1]\ns1 s2 = 1 !\n[p2 s3]\ns3 = -\n- = 1\n"
    result = aligned_tmx(*made(ARABIC, english, sidecar))
    assert units(result)[-1] == {
        "ar": "وصل القطار إلى المدينة. ونزل منه الركاب.",
        "en": "The train reached the city, and the passengers got off.",
    }
    assert '<tu tuid="s1-s2">' in result and '<prop type="x-reviewed">yes</prop>' in result


SENTENCE = st.text(min_size=1, max_size=30).filter(lambda s: "\n" not in s and "\r" not in s and s.strip())


@settings(deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=4), st.lists(SENTENCE, min_size=1, max_size=4))
def test_tmx_is_well_formed_whatever_the_text_holds(arabic, english):
    result = aligned_tmx(*made([paragraph(*arabic)], [paragraph(*english)]))
    assert all(set(unit) == {"ar", "en"} for unit in units(result))


def test_our_own_reader_reads_it():
    imported = read_tmx(aligned_tmx(*made()).encode(), ("ar", "en"), "x.tmx").imported
    assert "انتهى.\n" in imported.source and "It is over.\n" in imported.target


def test_a_translators_program_reads_it(tmp_path):
    tmx = pytest.importorskip("translate.storage.tmx", reason="translate-toolkit is not installed")
    store = tmx.tmxfile.parsestring(aligned_tmx(*made(sidecar="[p1 s1]\ns1 s2 = 1 !\n")).encode())
    read = {unit.source: unit.target for unit in store.units}
    assert read["انتهى."] == "It is over."
    assert len(store.units) == 5

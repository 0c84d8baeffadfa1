"""Translation status, and two texts given by hand."""

import json

from lisanayn.align import NO_EVIDENCE
from lisanayn.align.exchange import groups_json
from lisanayn.align.status import translation_status
from lisanayn.align.twofiles import align_texts, side_by_side
from lisanayn.model.article import Article, Header
from tests.align.making import article, heading, paragraph, story

ARABIC = [
    paragraph("وصل القطار إلى المدينة القديمة.", "نزل منه مئة راكب."),
    paragraph("كان المطر يهطل.", "ولم يكن أحد ينتظر."),
]
ENGLISH = [
    paragraph("The train reached the old city.", "A hundred got off it."),
    paragraph("It was raining, and nobody was waiting."),
]


def status(sidecar="", arabic=ARABIC, english=ENGLISH):
    made, _ = story(arabic, english, sidecar)
    return translation_status(made, made.translations[0])


def test_counts():
    found = status()
    assert (found.lang, found.progress(), found.unreviewed, found.stale) == ("en", "4 of 4", 1, 0)
    assert 0 < found.least < 1 and not found.is_complete()


def test_a_review_completes_it():
    found = status("[p2 s3]\ns3 s4 = 1 !\n")
    assert (found.unreviewed, found.least, found.is_complete()) == (0, 1.0, True)


def test_a_changed_text_makes_it_stale():
    found = status("[p2 s3]\ns3 s4 = 1 !0000.0000\n")
    assert (found.unreviewed, found.stale, found.is_complete()) == (0, 1, False)


def test_what_is_not_translated():
    found = status("[p2 s3]\ns3 = - !\ns4 = 1 !\n")
    assert (found.progress(), found.is_complete()) == ("3 of 4", False)


def test_two_texts_without_a_site():
    made, translation = align_texts(article("ar", *ARABIC), article("en", *ENGLISH), NO_EVIDENCE)
    found = json.loads(groups_json(translation))["groups"]
    assert [(g["source"], g["target"]) for g in found] == [(["s1"], [1]), (["s2"], [2]), (["s3", "s4"], [3])]
    assert made.translations == (translation,)


def test_two_texts_may_be_in_one_language():
    _, translation = align_texts(article("en", *ENGLISH), article("en", *ENGLISH), NO_EVIDENCE)
    assert json.loads(groups_json(translation))["groups"][2]["target"] == [3]


def test_a_subheading_guessed_in_one_wire_text_only_is_a_paragraph():
    def wire(lang, *blocks):
        return Article(f"{lang}.txt", "x", lang, "wire", Header(sentences="lines"), blocks)

    one = wire(
        "ar", paragraph("وصل القطار إلى المدينة القديمة."), heading("نزل مئة راكب"), paragraph("كان المطر يهطل.")
    )
    other = wire(
        "en",
        paragraph("The train reached the old city."),
        paragraph("A hundred got off."),
        paragraph("It was raining."),
    )
    _, translation = align_texts(one, other, NO_EVIDENCE)
    assert [(g["source"], g["target"]) for g in json.loads(groups_json(translation))["groups"]] == [
        (["s1"], [1]), (["s2"], [2]), (["s3"], [3]),
    ]  # fmt: skip


def test_side_by_side():
    made, _ = story([paragraph("أ.", "ب.")], [paragraph("A and also B, which is longer.")])
    lines = side_by_side(made.translations[0], 40).split("\n")
    assert lines[0].startswith("s1 s2 = 1  ?")
    assert lines[1] == "  \u2068أ. ب.\u2069             │ \u2068A and also B,\u2069"
    assert lines[2] == "  \u2068\u2069                  │ \u2068which is longer.\u2069"


def test_review_shows_the_least_confident_first_and_nothing_else():
    made, _ = story(ARABIC, ENGLISH)
    heads = [line for line in side_by_side(made.translations[0], 60, review=True).split("\n") if " = " in line]
    assert [head.split("  ")[0] for head in heads] == ["s3 s4 = 3"]


def test_no_text_can_command_the_terminal():
    made, _ = story([paragraph("a\x1b[2Jb\u202e")], [paragraph("x")])
    shown = side_by_side(made.translations[0], 40)
    assert "\x1b" not in shown and "\u202e" not in shown and "\\x1b" in shown


def test_long_words_and_narrow_terminals():
    made, _ = story([paragraph("x" * 100)], [paragraph("漢字" * 30)])
    assert all(len(line) < 60 for line in side_by_side(made.translations[0], 20).split("\n"))

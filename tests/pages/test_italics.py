"""Which pages need the file of italics."""

import pytest

from lisanayn.model.inline import Emphasis, Foreign, Link, Run, Strong, from_plain
from lisanayn.model.rows import (
    Cell,
    Close,
    Grid,
    HeadingBlock,
    NoteRow,
    NoteText,
    Open,
    Pair,
    SpeakerBlock,
    TableBlock,
)
from lisanayn.pages.italics import has_italics
from tests.pages.stories import all_pages, one_to_one, paragraph, site, story, translated

PLAIN = from_plain("plain words")
SLANTED = (Run("plain "), Run("stressed", (Emphasis(),)))


def pair(own=PLAIN, other=PLAIN):
    return Pair("s1", (), "1", False, own, other)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (PLAIN, False),
        (SLANTED, True),
        ((Run("astrolabos", (Foreign("grc-Latn"),)),), True),
        ((Run("bold", (Strong(),)), Run("link", (Link("x"),))), False),
        ((Run("deep", (Strong(), Emphasis())),), True),
        ((Run("مهم جدًّا", (Emphasis(),)),), False),
        ((Run("كتاب Almagest", (Emphasis(),)),), True),
        ((Run("שלום", (Foreign("he"),)),), False),
        ((Run("Ḥikma", (Foreign("ar-Latn"),)),), True),
    ],
)
def test_letters_that_have_italics_and_are_stressed_or_foreign(text, needs):
    assert has_italics([pair(other=text)], [], slanted=True) == needs
    assert has_italics([pair(own=text)], [], slanted=False) == needs


@pytest.mark.parametrize(
    "row",
    [
        HeadingBlock("h1", 2, SLANTED, PLAIN),
        SpeakerBlock(PLAIN, SLANTED),
        TableBlock(None, Grid((Cell(PLAIN, "", False),), ((Cell(SLANTED, "", False),),))),
    ],
)
def test_every_kind_of_row_is_looked_at(row):
    assert has_italics([row], [], slanted=True)


def test_notes_are_looked_at():
    note = NoteText("fn-en-1", "1", SLANTED, "")
    assert has_italics([], [NoteRow(None, note)], slanted=True)
    assert not has_italics([], [NoteRow(None, NoteText("fn-en-1", "1", PLAIN, ""))], slanted=True)


def test_a_pull_quote_is_slanted_as_a_whole_where_the_language_has_italics():
    quote = [Open("blockquote", "quote"), pair(), Close("blockquote")]
    assert has_italics(quote, [], slanted=True)
    assert not has_italics(quote, [], slanted=False)


def test_the_page_says_so():
    assert not all_pages((story(),), site())["ar/quay/index.html"].view.frame.italics
    made = story((one_to_one(paragraph("نص."), translated("Text.")),))
    assert not all_pages((made,), site())["en/quay/index.html"].view.frame.italics

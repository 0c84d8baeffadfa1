"""Blocks into sentences, with their marks."""

from lisanayn.align.splitting import split_article
from lisanayn.model.blocks import Heading, Paragraph
from lisanayn.model.inline import NoteRef, Run, Strong, from_plain, plain
from tests.align.making import article


def sentences(*runs: Run, mode="split"):
    (block,) = split_article(article("en", Paragraph(runs, 1), sentences=mode))
    return [s.text for s in block.sentences]


def test_marks_stay_on_their_words():
    one, other = sentences(Run("Go "), Run("now. Stop", (Strong(),)), Run(" here."))
    assert one == (Run("Go "), Run("now.", (Strong(),)))
    assert other == (Run("Stop", (Strong(),)), Run(" here."))


def test_a_footnote_reference_stays_with_the_sentence_before_it():
    note = Run("", (NoteRef("1"),))
    assert sentences(Run("Go."), note, Run(" Stop."))[0] == (Run("Go."), note)
    assert sentences(Run("Go. "), note, Run("Stop."))[0] == (Run("Go."), note)
    assert sentences(Run("Go."), note) == [(Run("Go."), note)]


def test_the_authors_lines():
    assert list(map(plain, sentences(Run("Go. Now.\n Stop. \n"), mode="lines"))) == ["Go. Now.", "Stop."]


def test_blocks_without_words_have_no_sentences():
    blocks = split_article(
        article("en", Heading(from_plain("Title. Two."), 1), Paragraph((), 2), Paragraph(from_plain("  "), 3))
    )
    assert [block.sentences for block in blocks] == [(), (), ()]

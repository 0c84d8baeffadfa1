"""What is done to every article after its blocks are read."""

from __future__ import annotations

from lisanayn.model.article import Article, Header
from lisanayn.model.blocks import Heading, Item, Paragraph, Rule
from lisanayn.model.inline import NoteRef, Run, from_plain
from lisanayn.parse.steps import (
    ARTICLE_STEPS,
    drop_empty_blocks,
    drop_title_heading,
    keep_anchors_apart,
    lower_headings,
)


def article(*blocks: Heading | Paragraph | Item | Rule, title: str = "رصيف الميناء") -> Article:
    return Article("content/pier/ar.md", "pier", "ar", "markdown", Header(title=title), blocks)


def heading(text: str, level: int = 2, anchor: str = "", line: int = 1) -> Heading:
    return Heading(from_plain(text), line, level, anchor)


def test_blocks_without_a_word_go_and_others_stay() -> None:
    kept = (
        Paragraph(from_plain("نص"), 1),
        Paragraph((Run("", (NoteRef("1"),)),), 2),
        Rule(3),
    )
    found, problems = drop_empty_blocks(article(Paragraph((), 1), *kept, heading(" \n"), Item((), 4)))
    assert found.blocks == kept and problems == ()


def test_the_title_is_not_printed_twice_in_any_spelling() -> None:
    found, problems = drop_title_heading(article(heading("رَصيف الميناء", 1, line=4), heading("بعد")))
    assert found.blocks == (heading("بعد"),)
    assert [(problem.code, problem.at.line) for problem in problems] == [("title-repeated", 4)]


def test_other_first_headings_stay() -> None:
    for kept in (
        article(heading("عنوان آخر", 1)),
        article(heading("رصيف الميناء", 2)),
        article(Paragraph(from_plain("رصيف الميناء"), 1)),
        article(heading("", 1), title=""),
        article(),
    ):
        assert drop_title_heading(kept) == (kept, ())


def test_the_first_level_is_for_the_title() -> None:
    found, _ = lower_headings(article(heading("أ", 1), heading("ب", 2), heading("ج", 3)))
    assert [block.level for block in found.blocks if isinstance(block, Heading)] == [2, 2, 3]


def test_an_id_belongs_to_its_first_heading() -> None:
    found, problems = keep_anchors_apart(article(heading("أ", anchor="x", line=3), heading("ب", anchor="x", line=7)))
    assert [block.anchor for block in found.blocks if isinstance(block, Heading)] == ["x", ""]
    assert [(problem.code, problem.at.line) for problem in problems] == [("heading-id", 7)]


def test_steps_change_nothing_where_nothing_is_to_do() -> None:
    plain = article(Paragraph(from_plain("نص"), 1), heading("ب", anchor="x"))
    for _, step in ARTICLE_STEPS:
        found, problems = step(plain)
        assert found is plain and problems == ()

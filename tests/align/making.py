"""Articles and stories made in a line or two, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.align import NO_EVIDENCE, Evidence, make_story
from lisanayn.model.article import Article, Companion, Header
from lisanayn.model.blocks import Block, Figure, Heading, Item, Paragraph, Quote
from lisanayn.model.inline import from_plain, plain
from lisanayn.model.story import Story
from lisanayn.problems import Problem

LANGUAGES = ("ar", "en")


def paragraph(*sentences: str, line: int = 1) -> Paragraph:
    """A paragraph, a sentence a line."""
    return Paragraph(from_plain("\n".join(sentences)), line)


def heading(text: str) -> Heading:
    return Heading(from_plain(text), 1)


def quote(*sentences: str, by: str = "") -> Quote:
    return Quote(from_plain("\n".join(sentences)), 1, attribution=from_plain(by))


def item(*sentences: str) -> Item:
    return Item(from_plain("\n".join(sentences)), 1)


def figure(image: str, caption: str = "") -> Figure:
    return Figure(1, image=image, caption=from_plain(caption))


def article(lang: str, *blocks: Block, **header: object) -> Article:
    """An article whose lines are its sentences."""
    fields = {"sentences": "lines", "title": "T", **header}
    return Article(f"content/x/{lang}.md", "x", lang, "markdown", Header(**fields), blocks, digest=str(blocks))


def companion(kind: str, lang: str, text: str) -> Companion:
    return Companion(f"content/x/{lang}.{kind}", "x", lang, kind, text.encode())


def story(
    original: Sequence[Block],
    translation: Sequence[Block],
    sidecar: str = "",
    lock: str = "",
    evidence: Evidence = NO_EVIDENCE,
) -> tuple[Story, tuple[Problem, ...]]:
    """An Arabic original and its English translation."""
    beside = [companion("align", "en", sidecar)] if sidecar else []
    beside += [companion("ids", "ar", lock)] if lock else []
    made, problems = make_story([article("ar", *original), article("en", *translation)], beside, LANGUAGES, evidence)
    assert made is not None
    return made, problems


def groups(made: Story) -> list[str]:
    """Every group as the sidecar writes it, a bar between two pairs of blocks."""
    written = []
    for pair in made.translations[0].pairs:
        if written:
            written.append("|")
        written += [f"{' '.join(g.source) or '-'} = {' '.join(map(str, g.target)) or '-'}" for g in pair.groups]
    return written


def ids(made: Story) -> list[str]:
    """The ids of the original's sentences, in order."""
    return [s.id for block in made.blocks for s in block.sentences]


def words(made: Story) -> dict[str, str]:
    """Id → sentence."""
    return {s.id: plain(s.text) for block in made.blocks for s in block.sentences}


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]

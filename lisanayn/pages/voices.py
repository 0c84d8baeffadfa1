"""Who speaks on an article page: each language with its digits and its footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lisanayn.model.article import Article
from lisanayn.model.blocks import Footnote
from lisanayn.model.inline import NoteLink, NoteRef, Rich, Run
from lisanayn.model.rows import NoteText
from lisanayn.record import record
from lisanayn.text.lang import DigitSystem, Lang
from lisanayn.text.numbers import to_system


@dataclass(slots=True)
class Notes:
    """The footnotes of one text on one page. Counts the references while the page is made, in reading order."""

    lang: Lang
    digits: DigitSystem
    blocks: tuple[Footnote, ...]
    references: dict[str, int] = field(default_factory=dict)
    """Label → references met so far."""

    def linked(self, rich: Rich) -> Rich:
        """The text with its references as links to the notes; one that leads nowhere is left out."""
        if not self.blocks:
            return rich
        if all(run.text for run in rich):
            return rich
        return tuple([made for run in rich if (made := self._linked(run))])

    def _linked(self, run: Run) -> Run | None:
        label = next((mark.label for mark in run.marks if isinstance(mark, NoteRef)), None)
        if label is None:
            return run
        number = next((n for n, block in enumerate(self.blocks, 1) if block.label == label), 0)
        if not number:
            return None
        count = self.references[label] = self.references.get(label, 0) + 1
        own_id = self._reference_id(number) + (f"-{count}" if count > 1 else "")
        marks = tuple([mark for mark in run.marks if not isinstance(mark, NoteRef)])
        return Run(to_system(str(number), self.digits), (*marks, NoteLink(self._note_id(number), own_id)))

    def texts(self) -> Iterable[NoteText]:
        """The notes themselves, when all references have been met."""
        for number, block in enumerate(self.blocks, 1):
            back = self._reference_id(number) if block.label in self.references else ""
            yield NoteText(self._note_id(number), to_system(str(number), self.digits), self.linked(block.text), back)

    def _note_id(self, number: int) -> str:
        return f"fn-{self.lang.code}-{number}"

    def _reference_id(self, number: int) -> str:
        return f"fnref-{self.lang.code}-{number}"


@record
class Voice:
    """One language of a page."""

    lang: Lang
    digits: DigitSystem
    notes: Notes

    def number(self, text: str) -> str:
        """The digits of generated text, as this language writes them on this site."""
        return to_system(text, self.digits)


def make_voice(article: Article, lang: Lang, digits: DigitSystem) -> Voice:
    """The voice of an article."""
    notes = tuple([block for block in article.blocks if isinstance(block, Footnote)])
    return Voice(lang, digits, Notes(lang, digits, notes))

"""How far a translation has come: what is translated, what a person should look at, what has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.story import Group, Story, Translation
from lisanayn.record import record


@record
class TranslationStatus:
    """Counts of one translation, in sentences of the original unless said otherwise."""

    lang: str
    sentences: int
    """All sentences of the original."""
    translated: int
    """Those with a translation."""
    unreviewed: int
    """Groups that the aligner had to search for and no person has reviewed."""
    stale: int
    """Groups that were reviewed in an earlier wording."""
    least: float
    """The lowest confidence among the unreviewed groups; 1 when there is none."""

    def progress(self) -> str:
        """``14 of 21``."""
        return f"{self.translated} of {self.sentences}"

    def work(self) -> int:
        """How much is left to do: sentences to translate and groups to look at. Lists stand in this order."""
        return self.sentences - self.translated + self.unreviewed + self.stale

    def is_complete(self) -> bool:
        """Whether nothing is left to translate or to look at."""
        return not self.work()


def groups_of(translation: Translation) -> Iterator[Group]:
    """All groups of a translation, in reading order."""
    for pair in translation.pairs:
        yield from pair.groups


def needs_review(group: Group) -> bool:
    """Whether a person should look at a group: the aligner searched for it, or its words changed since a review."""
    return group.stale or (group.guessed and not group.reviewed)


def translation_status(story: Story, translation: Translation) -> TranslationStatus:
    """The counts of one translation."""
    groups = list(groups_of(translation))
    unreviewed = [group for group in groups if needs_review(group) and not group.stale]
    return TranslationStatus(
        lang=translation.article.lang,
        sentences=sum([len(block.sentences) for block in story.blocks]),
        translated=sum([len(group.source) for group in groups if group.target]),
        unreviewed=len(unreviewed),
        stale=sum([group.stale for group in groups]),
        least=min([group.confidence for group in unreviewed], default=1.0),
    )

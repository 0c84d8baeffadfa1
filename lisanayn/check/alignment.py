"""Translations: what is not translated, and what only a machine has put beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lisanayn.check.values import Ground
from lisanayn.model.story import Group, Story, Translation
from lisanayn.problems import Location, Problem, note, warning
from lisanayn.text.languages import LANGUAGES

_SHOWN = 5
DOUBTFUL = 0.8
"""Below this confidence a guess is more than a note: a person should look at it."""


def check_story(story: Story, ground: Ground) -> Iterator[Problem]:
    """The story's translations, and the languages that have none."""
    given = {story.original.lang, *[translation.article.lang for translation in story.translations]}
    at = Location(story.original.path)
    for lang in ground.languages:
        if lang not in given:
            message = f"{story.slug!r} has no text in {LANGUAGES[lang].name_in('en')}"
            yield note("translation-missing", message, at, f"add a file {lang}.md beside it")
    for translation in story.translations:
        yield from _check_translation(translation)


def _check_translation(translation: Translation) -> Iterator[Problem]:
    groups = [group for pair in translation.pairs for group in pair.groups]
    at = Location(translation.article.path)
    open_groups = [group for group in groups if group.source and not group.target and not group.reviewed]
    if open_groups:
        ids = [sentence for group in open_groups for sentence in group.source]
        total = sum(len(group.source) for group in groups)
        yield warning("sentences-untranslated", f"{len(ids)} of {total} sentences are not translated: {_some(ids)}", at,
                      "translate them; `s6 = - !` in the .align file says that one is left out on purpose")
    paired = [group for group in groups if group.source and group.target]
    guesses = [group for group in paired if not group.reviewed and group.confidence < 1]
    if guesses:
        yield _unreviewed(guesses, at)


def _unreviewed(guesses: Sequence[Group], at: Location) -> Problem:
    """The groups that nobody has looked at, the least sure first."""
    ordered = sorted(guesses, key=lambda group: group.confidence)
    told = [f"{_group(group)} ({group.confidence:.2f})" for group in ordered]
    count = f"{len(told)} group{'s' if len(told) > 1 else ''} of sentences {'are' if len(told) > 1 else 'is'}"
    make = warning if ordered[0].confidence < DOUBTFUL else note
    return make("alignment-unreviewed", f"{count} paired by guess: {_some(told)}", at,
                "look at them with `lisanayn align`, and mark the right ones with ! in the .align file")


def _group(group: Group) -> str:
    """``s4 s5 = 1``: as the sidecar writes it."""
    return f"{' '.join(group.source)} = {' '.join(map(str, group.target))}"


def _some(words: Sequence[str]) -> str:
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return ", ".join(words[:_SHOWN]) + more

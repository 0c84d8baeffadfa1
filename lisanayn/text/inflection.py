"""What joins onto words: the tables by which search finds a word under its clitics and endings.

One value a script, because a word met in a text, or typed by a reader, shows its script and not its language. The
values stand in ``inflection_arabic``, ``inflection_latin`` and ``inflection_more``. They are data that two small
programs read in the same way: ``lisanayn.search.keys`` and the script of the page, which gets them as JSON.

Words of the tables are written as one writes them; whoever uses them folds them.
"""

from __future__ import annotations

from lisanayn.record import record


@record
class Ending:
    """An ending that may be taken off."""

    text: str
    least: int
    """Letters that must remain."""
    instead: tuple[str, ...] = ("",)
    """What may stand in its place; a word is looked for under each."""
    cost: int = 2
    """How far the word without it is from the word with it: 1 for spelling, 2 for another form of the word."""
    short: bool = False
    """Whether it also comes off words of ``Joined.short``."""


@record
class Joined:
    """A script whose words take clitics before and endings behind, written together."""

    letters: str
    """A class of characters, as regular expressions write it: by these a word is known to be of the script."""
    stages: tuple[tuple[str, ...], ...]
    """What may be joined on before a word, outermost first; one of each stage at most."""
    article: str
    """The last stage's clitic: a word that takes it is a whole word."""
    least: int
    """Letters that must remain of a word without clitics."""
    least_after_article: int
    contraction: tuple[str, str]
    """How a clitic and the article are written as one, and as what they are read: للكتاب is ل + الكتاب."""
    endings: tuple[Ending, ...]
    """Of two that end alike only the longer is taken off."""
    bridge: tuple[str, str]
    """The letter that a last letter becomes before an ending: مدرسة, but مدرستها."""
    whole: tuple[str, ...]
    """Words that look as if a clitic or an ending were joined on, and are whole."""
    short: tuple[str, ...] = ()
    """Words of fewer letters than ``least`` that clitics and some endings join: من, يد. Any two letters would be too
    many: ولد is not و + لد."""
    only_before: tuple[tuple[str, str], ...] = ()
    """(clitic, letters that must follow it): the س of the future stands before the first letter of an imperfect."""
    written_as: tuple[tuple[str, str], ...] = ()
    """Words that no rule reaches: لله is ل + الله."""


@record
class Stemmed:
    """A script whose words are brought to a stem by ``search.stems``."""

    letters: str
    irregular: tuple[tuple[str, str], ...]
    """(form, the word it is a form of); a form of two words stands twice: bases."""
    fixed: tuple[str, ...]
    """Words that look like forms of others and are not: news, united."""
    elided: tuple[str, ...]
    """What stands before an apostrophe without being a word of its own: l'école."""

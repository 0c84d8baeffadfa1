"""Letters and signs of another language's keyboard: they look right, and nobody finds the word (rtl-checklist, 9 and
62)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lisanayn.check.values import Ground, rich_texts
from lisanayn.model.article import Article
from lisanayn.model.inline import plain
from lisanayn.model.story import Story
from lisanayn.problems import Location, Problem, note, warning
from lisanayn.text.languages import LANGUAGES

_TWINS = (("\u064a", "\u06cc"), ("\u0643", "\u06a9"), ("\u0647", "\u06c1"))
"""Letters that look alike and are typed on different keyboards: Arabic's ي ك ه, Persian's ی ک, Urdu's ہ."""
_SEPARATOR = re.compile("[0-9][\u066b\u066c][0-9]|[0-9]\u066a|[\u0660-\u0669\u06f0-\u06f9]%")


def check_story(story: Story, ground: Ground) -> Iterator[Problem]:
    """Each text of a story."""
    for article in (story.original, *[translation.article for translation in story.translations]):
        yield from _check_letters(article)
        yield from _check_separators(article)


def _texts(article: Article) -> Iterator[tuple[str, int]]:
    yield article.header.title, 1
    yield article.header.summary, 1
    for block in article.blocks:
        for rich in rich_texts(block):
            yield plain(rich), block.line


@lru_cache(maxsize=32)
def _foreign(lang: str) -> dict[str, str]:
    """Letter of another keyboard → the letter of this language that it looks like: the first of its group."""
    own = {group[0] for group in LANGUAGES[lang].alphabet}
    pairs = [(one, other) for pair in _TWINS for one, other in (pair, pair[::-1])]
    return {other: one for one, other in pairs if one in own and other not in own}


def _check_letters(article: Article) -> Iterator[Problem]:
    foreign = _foreign(article.lang)
    for text, line in _texts(article):
        for letter, own in foreign.items():
            if letter in text:
                word = next(word for word in text.split() if letter in word)
                message = f"{word!r} is written with {letter!r} (U+{ord(letter):04X}) for {own!r} (U+{ord(own):04X})"
                yield note("letter-foreign", message, Location(article.path, line),
                           "the two look alike and are two letters to a search engine; type the word anew")


def _check_separators(article: Article) -> Iterator[Problem]:
    for text, line in _texts(article):
        match = _SEPARATOR.search(text)
        if match:
            message = f"the number in {match[0]!r} mixes the signs of two digit systems"
            yield warning("punctuation-digits", message, Location(article.path, line),
                          "٫ ٬ ٪ go with ٠١٢, and . , % with 012")

"""Text that shows in the order in which it is meant (rtl-checklist, sections 1 to 3).

A page sets directions by markup. What reads against the text around it must be marked, or it can change places with
what stands beside it; characters that steer directions must not be left in the text, where nobody sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lisanayn.check.markup import CONTROL, MAIN, VERBATIM, Element, Markup, Text, direction_of
from lisanayn.check.values import Ground, rich_texts
from lisanayn.model.article import Article
from lisanayn.model.blocks import Figure
from lisanayn.model.inline import plain
from lisanayn.model.story import Story
from lisanayn.problems import Location, Problem, error, warning
from lisanayn.text.direction import first_strong
from lisanayn.text.languages import LANGUAGES

_OVERRIDES = re.compile("[\u202a-\u202e]")
_MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_ARROWS = re.compile("[\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f\u2b00-\u2b11]")
_RTL_LETTERS = re.compile("[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]")
_LTR_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]")
_NOTABLE = re.compile("|".join([_OVERRIDES.pattern, _MARKS.pattern, _ARROWS.pattern]))
"""Any of the controls and arrows above."""
_SPOKEN = frozenset({"alt", "aria-label", "title", "placeholder", "aria-description"})
"""Attributes that are shown or read aloud."""

_START = re.compile(r"[،؛؟](?!\s*$)|[:,;!?](?=\s*\w)|\.(?=\s)")
_FOREIGN_MARK = re.compile("(?<=[\u0620-\u064a\u0671-\u06d3])[,;?]|[A-Za-z][،؛؟](?=\\s*[A-Za-z])")
_ARABIC_MARKS = "،؛؟"
_MARKUP = re.compile("</?[a-z]+[ >]")
_OTHER = ("rtl", "ltr")
"""The directions that a text can read against."""


# Sources -----------------------------------------------------------------------------------------


def check_story(story: Story, ground: Ground) -> Iterator[Problem]:
    """The punctuation of each text of a story; direction controls are reported where the files are read."""
    for article in (story.original, *[translation.article for translation in story.translations]):
        yield from _check_starts(article)
        yield from _check_marks(article)


def _check_starts(article: Article) -> Iterator[Problem]:
    """Titles and captions that begin with what should end them: «،التعليق» once went on air."""
    header = article.header
    short = [("title", header.title, 1), ("summary", header.summary, 1), ("cover's description", header.cover_alt, 1)]
    for block in article.blocks:
        if isinstance(block, Figure):
            caption = plain(block.caption)
            short += [("caption", caption, block.line), ("credit", block.credit, block.line)]
            short += [("description", block.alt, block.line)]
    for what, text, line in short:
        words = text.strip()
        if _START.match(words):
            message = f"the {what} begins with {words[0]!r}: «{words[:40]}»"
            yield warning("punctuation-start", message, Location(article.path, line),
                          "the mark belongs to the end; an editor that shows Arabic from the left hides the mistake")


def _check_marks(article: Article) -> Iterator[Problem]:
    """Marks of the other script: a comma of English after an Arabic word, an Arabic one in English."""
    texts = [(article.header.title, 1), (article.header.summary, 1)]
    texts += [(plain(rich), block.line) for block in article.blocks for rich in rich_texts(block)]
    found = [(match[0][-1], line) for text, line in texts for match in _FOREIGN_MARK.finditer(text)]
    # Only the text's own language counts: «Google، Meta» is right in Arabic, and "كتاب, a book" in English.
    foreign_is_arabic = LANGUAGES[article.lang].direction == "ltr"
    found = [(mark, line) for mark, line in found if (mark in _ARABIC_MARKS) == foreign_is_arabic]
    if found:
        mark, line = found[0]
        count = f", {len(found)} such marks in all" if len(found) > 1 else ""
        message = f"the mark {mark!r} is of the other script{count}"
        hint = "write ، ؛ ؟" if mark not in _ARABIC_MARKS else "write , ; ?"
        yield warning("punctuation-foreign", message, Location(article.path, line), hint)


# Pages -------------------------------------------------------------------------------------------


def check_page(page: Markup, ground: Ground) -> Iterator[Problem]:
    """The texts and attributes of a built page."""
    for element in page.elements:
        attributes = element.attributes
        if "lang" in attributes and "dir" not in attributes:
            yield from _check_lang(element, attributes["lang"], ground.at(page.path, element.line))
        if _SPOKEN.isdisjoint(attributes):
            continue
        for name, value in attributes.items():
            if name in _SPOKEN and value:
                yield from _check_attribute(name, value, element.lang, ground.at(page.path, element.line))
    for text in page.texts:
        if _NOTABLE.search(text.text) or _against(text.text, text.dir):
            yield from _check_text(text, ground.at(page.path, text.line))
    if page.title:
        yield from _check_title(page.title.strip(), ground.at(page.path))


def _check_title(title: str, at: Location) -> Iterator[Problem]:
    if _OVERRIDES.search(title) or not _balanced(title):
        message = "the page's title holds direction controls that are not closed"
        yield error("bidi-control", message, at, "isolate each part by U+2068 and U+2069")
    if _MARKUP.search(title):
        yield error("markup-in-title", f"the page's title holds markup: {title[:80]!r}", at, "a title is plain text")


def _check_lang(element: Element, lang: str, at: Location) -> Iterator[Problem]:
    """An element in a language of the other direction that has no ``dir``."""
    if element.setting & VERBATIM or element.name == "bdi":
        return
    want = direction_of(lang)
    if want and element.outer_dir in _OTHER and want != element.outer_dir:
        message = f'<{element.name} lang="{lang}"> has no dir, and stands in text that is written {element.outer_dir}'
        yield error("bidi-dir-missing", message, at, f'add dir="{want}"')


def _check_attribute(name: str, value: str, lang: str, at: Location) -> Iterator[Problem]:
    if _OVERRIDES.search(value) or not _balanced(value):
        message = f"{name}={value[:60]!r} holds direction controls that are not closed"
        yield error("bidi-control", message, at, "delete them")
    if _ARROWS.search(value):
        yield _arrow(value, at)
    want = direction_of(lang)
    if want and _against(value, want) and first_strong(value) != want and not _MARKS.match(value):
        message = f"{name}={value[:60]!r} is not in the language of its place, {lang!r}"
        hint = "give the element the lang and dir of the words, or translate them"
        yield warning("bidi-attribute", message, at, hint)


def _check_text(text: Text, at: Location) -> Iterator[Problem]:
    shown = repr(text.text.strip()[:60])
    if _OVERRIDES.search(text.text):
        yield error("bidi-control", f"the text {shown} holds an embedding or an override", at, "delete it")
    if text.setting & VERBATIM:
        return
    if _MARKS.search(text.text):
        hint = "delete them; elements with dir do the work"
        yield warning("bidi-control", f"the text {shown} holds direction controls", at, hint)
    if (text.setting & CONTROL or not text.setting & MAIN) and _ARROWS.search(text.text):
        yield _arrow(text.text, at)
    if _against(text.text, text.dir):
        message = f"{shown} reads against the text around it and is not marked"
        yield warning("bidi-unmarked", message, at, "put it into <bdi>, or give its element lang and dir")


def _against(text: str, direction: str) -> bool:
    """Whether most letters of a text read against a direction; a single letter is a sign, not a word."""
    if direction not in _OTHER or (direction == "ltr" and text.isascii()):
        return False
    here, there = (_RTL_LETTERS, _LTR_LETTERS) if direction == "rtl" else (_LTR_LETTERS, _RTL_LETTERS)
    against = len(there.findall(text))
    return against > 1 and against > len(here.findall(text))


def _arrow(text: str, at: Location) -> Problem:
    message = f"the words {text.strip()[:60]!r} hold an arrow, which does not turn with the page"
    return warning("bidi-arrow", message, at,
                   "draw it as a picture that the style sheet mirrors, or leave it out")


def _balanced(text: str) -> bool:
    """Whether every isolate is closed, and no close is without one (UAX #9, BD9)."""
    depth = 0
    for match in _ISOLATES.finditer(text):
        depth += -1 if match[0] == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0

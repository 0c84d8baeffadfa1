"""Rich text to HTML: escape, marks to elements, isolation of what reads against the line.

Nearly every sentence is one run without marks, so that case is one ``escape`` and one look for letters of the other
direction.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from markupsafe import Markup, escape

from lisanayn.model.inline import (
    Break,
    Deleted,
    Emphasis,
    Foreign,
    InlineCode,
    Link,
    Mark,
    NoteLink,
    NoteRef,
    Rich,
    Run,
    Strong,
)
from lisanayn.render.ready import ready
from lisanayn.text.direction import first_strong, nobreak_units, opposite_runs
from lisanayn.text.lang import Lang
from lisanayn.text.languages import LANGUAGES

_AGAINST = {"rtl": "ltr", "ltr": "rtl"}
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d ")
# Most sentences hold nothing but the letters of their own direction and these marks. Then nothing can read against the
# line, there is no number to keep with its unit, and nothing to escape: they are their own HTML.
_MARKS = r"\s.,:;!?…()\[\]«»“”‘’\"'–—-"
_UNLIKE = {
    "rtl": re.compile(f"[^\u0590-\u065f\u066a-\u06ef\u06fa-\u06ff{_MARKS}]").search,
    "ltr": re.compile(f"[^A-Za-z{_MARKS}]").search,
}
_LONGEST_NUMBER = 24


def rich_html(rich: Rich, lang: str) -> Markup:
    """The HTML of a rich text in a language of the table."""
    return ready(set_rich(rich, lang))


def words_html(text: str, lang: str) -> Markup:
    """The HTML of words without marks. ``lang`` may be empty: words in a language nobody named."""
    return ready(_words(text, lang) if lang else _escaped(text))


def set_rich(rich: Rich, lang: str) -> str:
    """``rich_html`` as a string, for what puts many together."""
    if len(rich) == 1 and not rich[0].marks:
        return _words(rich[0].text, lang)
    for run in rich:
        if run.marks:
            return "".join(_nested(rich, LANGUAGES[lang]))
    return "".join([_words(run.text, lang) for run in rich])


@lru_cache(maxsize=1024)
def _words(text: str, code: str) -> str:
    """Words as HTML: runs that read the other way stand in ``<bdi>``, so that nothing beside them moves.

    The two pages of a story show the same sentences, one soon after the other: that is what the small memory is for.
    """
    lang = LANGUAGES[code]
    if not _UNLIKE[lang.direction](text):
        return text
    return _words_with_all(text, lang)


def _words_with_all(text: str, lang: Lang) -> str:
    """The same for any text."""
    if _DIGIT.search(text):
        text = nobreak_units(text)
    pieces = opposite_runs(text, lang)
    if len(pieces) == 1 and not pieces[0][1]:
        return _escaped(text)
    against = _AGAINST[lang.direction]
    return "".join([_isolated(piece, against) if opposite else _escaped(piece) for piece, opposite in pieces])


def _escaped(text: str) -> str:
    """Text for the content of an element; attributes take ``escape``."""
    return html.escape(text, quote=False)


def _isolated(piece: str, direction: str) -> str:
    """A run that reads against the line; a telephone number or a version stays on one line."""
    whole = ' class="n"' if len(piece) < _LONGEST_NUMBER and not _LETTER.search(piece) else ""
    return f'<bdi dir="{direction}"{whole}>{_escaped(piece)}</bdi>'


def _nested(rich: Rich, lang: Lang) -> list[str]:
    """The runs with their elements: a mark that two neighbours share is one element around both."""
    out: list[str] = []
    opened: tuple[Mark, ...] = ()
    for run in rich:
        marks = tuple([mark for mark in run.marks if not isinstance(mark, NoteRef)])
        if not run.text:
            continue
        same = 0
        for old, new in zip(opened, marks, strict=False):
            if old != new:
                break
            same += 1
        out += [_close(mark) for mark in reversed(opened[same:])]
        out += [_open(mark, run.text) for mark in marks[same:]]
        opened = marks
        out.append(_text(run, marks, lang))
    out += [_close(mark) for mark in reversed(opened)]
    return out


def _text(run: Run, marks: tuple[Mark, ...], lang: Lang) -> str:
    for mark in reversed(marks):
        match mark:
            case InlineCode() | Foreign() | NoteLink():
                return _escaped(run.text)
            case Break():
                return "<br>"
    return _words(run.text, lang.code)


def _open(mark: Mark, text: str) -> str:
    match mark:
        case Strong():
            return "<strong>"
        case Emphasis():
            return "<em>"
        case Deleted():
            return "<del>"
        case InlineCode():
            return '<code dir="ltr" translate="no">'
        case Link(href=href, title=title):
            attributes = f' title="{escape(title)}"' if title else ""
            outside = ' rel="noopener"' if href.startswith(("http:", "https:")) else ""
            return f'<a href="{escape(href)}"{attributes}{outside}>'
        case Foreign(lang=lang):
            return f'<i lang="{escape(lang)}" dir="{_direction(lang, text)}">'
        case NoteLink(target=target, id=own):
            return f'<sup class="noteref"><a href="#{escape(target)}" id="{escape(own)}" role="doc-noteref">'
        case NoteRef() | Break():
            return ""


def _close(mark: Mark) -> str:
    match mark:
        case Strong():
            return "</strong>"
        case Emphasis():
            return "</em>"
        case Deleted():
            return "</del>"
        case InlineCode():
            return "</code>"
        case Link():
            return "</a>"
        case Foreign():
            return "</i>"
        case NoteLink():
            return "</a></sup>"
        case NoteRef() | Break():
            return ""


_RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand"})


def _direction(tag: str, text: str) -> str:
    """The direction of words in a language: that of the script the tag names (BCP 47), else of its language in the
    table, else of the words' first letter."""
    parts = tag.lower().split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in _RTL_SCRIPTS else "ltr"
    known = LANGUAGES.get(parts[0])
    return known.direction if known else first_strong(text) or "auto"

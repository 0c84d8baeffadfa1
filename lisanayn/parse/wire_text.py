"""Rules for the text itself: the author's word, lists, subheadings, paragraphs."""

from __future__ import annotations

import re

from lisanayn.model.article import Aside
from lisanayn.model.blocks import Block, Code, Dateline, Heading, Item, Paragraph, Quote, SourceLine
from lisanayn.model.inline import from_plain
from lisanayn.parse.wire_dates import has_month_name, is_date
from lisanayn.parse.wire_figures import figure_by_author, is_latin
from lisanayn.parse.wire_lines import HEADING_WORDS, list_marker
from lisanayn.parse.wire_page import Page, Reading, because
from lisanayn.parse.wire_sources import split_names
from lisanayn.problems import error
from lisanayn.text.newswire import opens_sentence, verb_key

QUESTION_WORDS = 8
LEAST_PARAGRAPH = 6
"""Words of the paragraph a subheading stands over."""
LOOSE_PARAGRAPH = 15
"""The same where that paragraph lacks its full stop."""
MOST_BETWEEN = 4
"""Captions and page furniture allowed between a subheading and its paragraph."""

OVERRIDE_KINDS = ("paragraph", "heading", "figure", "quote", "list", "source", "dateline", "code", "aside")
"""What ``blocks:`` in the front matter may say of a line of wire text."""

_LETTER = re.compile(r"[^\W\d_]")
_CLOSING = re.compile(r"[.!:؛،,;…\])）］﴾﴿–—-]$")
_QUESTION = re.compile(r"[?؟]$")
_QUOTES = re.compile(r"[\"“”«»]")
_LABEL = re.compile(r"^[^:：]{2,20}[:：]\s*")


def read_override(page: Page, at: int) -> Reading | None:
    """What the front matter says: ``blocks: {7: paragraph}``."""
    kind = page.overrides.get(page.units[at].line)
    if kind is None:
        return None
    unit = page.units[at]
    if kind == "figure":
        return figure_by_author(page, at)
    reason = because("the front matter says so", 1.0)
    if kind == "aside":
        return Reading(asides=(Aside(unit.text, unit.line, reason),))
    if kind not in OVERRIDE_KINDS:
        where = page.location(at)
        problem = error(
            "wire-override-kind",
            f"line {unit.line} of a wire text cannot be made a {kind!r}",
            where,
            f"possible are {', '.join(OVERRIDE_KINDS)}",
        )
        return Reading(Paragraph(from_plain(unit.text), unit.line, reason), problems=(problem,))
    return Reading(_block_by_author(page, at, kind, reason))


def _block_by_author(page: Page, at: int, kind: str, reason: str) -> Block:
    unit = page.units[at]
    match kind:
        case "heading":
            return Heading(from_plain(unit.text), unit.line, reason=reason)
        case "quote":
            return Quote(from_plain(unit.text), unit.line, number=unit.line, reason=reason)
        case "list":
            return _item(page, at, reason)
        case "source":
            names = split_names(_LABEL.sub("", unit.text), page.agencies)
            return SourceLine(unit.text, names, unit.line, reason)
        case "dateline":
            return Dateline(unit.text, unit.line, reason)
        case "code":
            return Code(unit.text, unit.line, reason=reason)
        case _:
            return Paragraph(from_plain(unit.text), unit.line, reason)


def read_list(page: Page, at: int) -> Reading | None:
    """Two or more units in a row that begin with one kind of bullet, or with numbers that count on."""
    if not (_follow(page, at - 1, at) or _follow(page, at, at + 1)):
        return None
    return Reading(_item(page, at, because("one of several lines in a row with the same marker", 0.95)))


def _follow(page: Page, at: int, after: int) -> bool:
    """Whether two neighbouring units are items of one list."""
    if not (page.free(at) and page.free(after)):
        return False
    first, second = list_marker(page.units[at].text), list_marker(page.units[after].text)
    if first is None or second is None or first.family != second.family:
        return False
    return first.number == 0 or second.number == first.number + 1


def _item(page: Page, at: int, reason: str) -> Item:
    unit = page.units[at]
    marker = list_marker(unit.text)
    return Item(
        text=from_plain(unit.text[marker.length :] if marker else unit.text),
        line=unit.line,
        ordered=marker is not None and marker.number > 0,
        number=marker.number if marker else 0,
        first=not _follow(page, at - 1, at),
        reason=reason,
    )


def read_heading(page: Page, at: int) -> Reading | None:
    """A short line without final mark over a longer, finished paragraph; not the first block, not the last."""
    unit = page.units[at]
    if unit.words > HEADING_WORDS or at <= page.first or not _looks_like_heading(page, at):
        return None
    below, between = _text_below(page, at)
    if below is None:
        return None
    if _is_list(page, below):
        return _heading(page, at, "a short line without final mark over a list", 0.85)
    paragraph = page.units[below]
    complete = paragraph.finished or paragraph.text[-1] in ":："
    if len(paragraph.text) <= len(unit.text) or (_QUESTION.search(unit.text) and not complete):
        return None
    if complete and paragraph.words >= LEAST_PARAGRAPH:
        confidence = 0.95 if not between else 0.8
        what = "a question" if _QUESTION.search(unit.text) else "a short line without final mark"
        return _heading(page, at, f"{what} over a longer, finished paragraph", confidence)
    if paragraph.words >= LOOSE_PARAGRAPH and paragraph.words > 2 * unit.words:
        return _heading(page, at, "a short line without final mark over a much longer one", 0.7)
    return None


def _heading(page: Page, at: int, words: str, confidence: float) -> Reading:
    unit = page.units[at]
    return Reading(Heading(from_plain(unit.text), unit.line, reason=because(words, confidence)))


def _looks_like_heading(page: Page, at: int) -> bool:
    text = page.units[at].text
    if _QUESTION.search(text):
        return page.units[at].words <= QUESTION_WORDS and not _QUOTES.search(text)
    if _CLOSING.search(text) or page.units[at].finished or not _LETTER.search(text):
        return False
    if text.count('"') % 2 or text.count("«") != text.count("»") or text.count("(") != text.count(")"):
        return False
    return not opens_sentence(text, page.words) and not _reports_speech(page, text)


def _reports_speech(page: Page, text: str) -> bool:
    """«المصدر نفسه أشار إلى أن …»: a verb of saying with what is said behind it makes a sentence, no heading."""
    tokens = [verb_key(token) for token in text.split()]
    said = next((at for at, token in enumerate(tokens) if token in page.words.verbs), len(tokens))
    return any(token in page.words.clauses for token in tokens[said + 1 :])


def _text_below(page: Page, at: int) -> tuple[int | None, int]:
    """(the next unit that is text, how many captions and the like stand between); None before the end of the article.

    A news page may put a picture between a subheading and its paragraph.
    """
    below = at + 1
    while below < page.trailer and below - at <= MOST_BETWEEN:
        credit = page.credits[below]
        captioned = credit is not None and (credit.known or not page.units[below].finished)
        latin = page.lang.script != "Latn" and is_latin(page.units[below].text)
        if page.units[below].line in page.overrides:
            captioned = page.overrides[page.units[below].line] in ("figure", "aside")
        if not (captioned or latin or below in page.kept_out):
            return below, below - at - 1
        below += 1
    return None, 0


def _is_list(page: Page, at: int) -> bool:
    return _follow(page, at, at + 1)


def is_chronicle_heading(page: Page, at: int) -> bool:
    """A date with its month's name over a paragraph inside the text heads an entry of a chronicle."""
    text = page.units[at].text
    if at <= page.body or not (text[0].isdigit() or has_month_name(text.split()[0], page.words)):
        return False
    if not is_date(text, page.words) or not has_month_name(text, page.words):
        return False
    return read_heading(page, at) is not None


def read_paragraph(page: Page, at: int) -> Reading:
    """Everything else."""
    unit = page.units[at]
    words = "running text" if unit.finished else "no rule made anything else of it"
    if "\n" in unit.text:
        words += f"; {unit.text.count(chr(10)) + 1} lines joined"
    return Reading(Paragraph(from_plain(unit.text), unit.line, because(words, 0.95 if unit.finished else 0.7)))

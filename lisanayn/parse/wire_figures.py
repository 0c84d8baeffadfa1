"""Rules for pictures: captions, credits on lines of their own, the photo desk's lines."""

from __future__ import annotations

import re
from dataclasses import replace

from lisanayn.model.agency import find_credit, is_known
from lisanayn.model.article import Aside
from lisanayn.model.blocks import Figure
from lisanayn.model.inline import from_plain
from lisanayn.parse.captions import Credit, split_credit, unknown_credit
from lisanayn.parse.credit_forms import EDGES
from lisanayn.parse.wire_lines import HEADING_WORDS
from lisanayn.parse.wire_page import Page, Reading, because
from lisanayn.problems import Problem, note
from lisanayn.text.folding import fold
from lisanayn.text.newswire import opens_sentence

MOST_CAPTION_WORDS = 45
MOST_CREDIT_WORDS = 8
MOST_DESK_LINES = 4
MOST_GLOSS_WORDS = 2
"""A caption of so few words may be a name with its explanation: «آسيا الصغرى (الأناضول)»."""

_LATIN = re.compile("[A-Za-z]")
_DESK_SIGNS = re.compile(r"\b(?:AP Photo|REUTERS|AFP|EPA|SOURCE|DATE \d|Getty|Anadolu|HANDOUT|epa\d{6,})\b|\bFILE\b")
_MINED = re.compile(r"SOURCE\s+([\w ./'-]{3,60})$|\(([^()]{2,60})\)\s*$|((?:REUTERS|EPA|AFP)/[\w ./'-]{2,50})\s*$")


def read_caption(page: Page, at: int) -> Reading | None:
    """A line that ends in a known credit; also a credit with the caption on the line before it."""
    credit = page.credits[at]
    if credit is not None and credit.known and credit.caption:
        return _figure(page, at, credit)
    if credit is not None and not credit.caption:
        if _is_caption_below(page, at):
            whole = replace(credit, caption=page.units[at + 1].text, reason="the credit stands on the line above")
            return replace(_figure(page, at + 1, whole), used=2)
        return _figure(page, at, credit, "a credit alone on its line: ")
    return _with_credit_below(page, at)


def _is_caption_below(page: Page, at: int) -> bool:
    """A credit alone followed by its caption: «© UNICEF/…», then the line that says what is to be seen.

    A line short enough for a subheading must be the last of its group.
    """
    if not _is_plain_caption(page, at + 1):
        return False
    below = page.units[at + 1]
    if below.words > HEADING_WORDS:
        return True
    after = page.units[at + 2 : at + 3]
    return not below.apart and all(unit.apart for unit in after)


def _with_credit_below(page: Page, at: int) -> Reading | None:
    """A caption with its credit on the next line: «(رويترز)», «رويترز», «تصوير: فلان»."""
    unit = page.units[at]
    if page.credits[at] is not None or not page.free(at + 1) or not 2 <= unit.words <= MOST_CAPTION_WORDS:
        return None
    credit, below = credit_alone(page, at + 1), page.units[at + 1]
    if credit is None or opens_sentence(unit.text, page.words):
        return None
    bare = page.credits[at + 1] is None
    if below.apart and (bare or unit.words < 3):
        return None
    if unit.finished and (bare or not _is_group_of_two(page, at) or not (":" in below.text or "©" in below.text)):
        return None
    whole = Credit(unit.text, credit.credit, credit.qualifier, credit.known, 0.9, "the credit stands on the next line")
    return _figure(page, at, whole, used=2)


def _is_group_of_two(page: Page, at: int) -> bool:
    """Whether a unit and the next stand together with blank lines around them."""
    return page.units[at].apart and not page.units[at + 1].apart and all(u.apart for u in page.units[at + 2 : at + 3])


def credit_alone(page: Page, at: int) -> Credit | None:
    """The credit that is all a unit holds: in brackets, behind a label, or one or more known names and no more."""
    credit = page.credits[at]
    if credit is not None:
        return credit if not credit.caption else None
    text = page.units[at].text
    if page.units[at].words <= MOST_CREDIT_WORDS and is_known(find_credit(page.agencies, text), every=True):
        return Credit("", text.strip(EDGES), "", True, 0.85, "an agency's name alone on its line")
    return None


def read_unknown_caption(page: Page, at: int) -> Reading | None:
    """A line that ends in brackets like a caption, with a name the agency table does not have."""
    credit = page.credits[at]
    if credit is None or credit.known or not credit.caption or _cut_off(page, at):
        return None
    return _figure(page, at, credit)


def _cut_off(page: Page, at: int) -> bool:
    """Whether the unit may be half a paragraph: the next line is of its group, and the article's paragraphs go
    without full stops, so that being unfinished says nothing."""
    longs = [unit for unit in page.units[: page.trailer] if unit.words >= 20]
    loose = sum(not unit.finished for unit in longs)
    return len(longs) >= 3 and 2 * loose > len(longs) and page.units[at].words > 16


def _figure(page: Page, at: int, credit: Credit, prefix: str = "", used: int = 1) -> Reading:
    problems: list[Problem] = []
    where = page.location(at)
    if credit.credit and not credit.known:
        problems.append(unknown_credit(credit.credit, page.lang.code, where))
    elif credit.caption and len(credit.caption.split()) <= MOST_GLOSS_WORDS and credit.confidence < 0.8:
        message = f"«{page.units[at].text}» was read as a caption with a credit; it may be a name with its explanation"
        problems.append(note("wire-short-caption", message, where, f"if so: blocks: {{{where.line}: paragraph}}"))
    figure = Figure(
        line=where.line,
        caption=from_plain(credit.caption),
        credit=credit.credit,
        qualifier=credit.qualifier,
        reason=because(prefix + credit.reason, credit.confidence),
    )
    return Reading(figure, used=used, problems=tuple(problems))


def read_picture_lines(page: Page, at: int) -> Reading | None:
    """Lines with a label: «صدر الصورة، Getty Images» and «التعليق على الصورة، …», in either order or one alone."""
    role, text = _labelled(page, at)
    if not role:
        return None
    used, caption, credit = 1, "", ""
    other, more = _labelled(page, at + 1) if page.free(at + 1) else ("", "")
    if other and other != role:
        used = 2
        caption, credit = (more, text) if role == "credit" else (text, more)
    elif role == "credit":
        credit = text
        if _is_plain_caption(page, at + 1) and not page.units[at + 1].apart:
            used, caption = 2, page.units[at + 1].text
    else:
        caption = text
    printed = split_credit(f"({credit})", page.lang.code, page.agencies, "figure") if credit else None
    own = split_credit(caption, page.lang.code, page.agencies, "figure") if caption and not credit else None
    where = page.location(at + 1 if role == "credit" and used == 2 else at)
    figure = Figure(
        line=where.line,
        caption=from_plain(own.caption if own else caption),
        credit=own.credit if own else printed.credit if printed else credit,
        qualifier=own.qualifier if own else printed.qualifier if printed else "",
        reason=because("labelled by the page as a picture's caption or credit", 0.97),
    )
    known = not figure.credit or is_known(find_credit(page.agencies, figure.credit))
    problems = () if known else (unknown_credit(figure.credit, page.lang.code, where),)
    return Reading(figure, used=used, problems=problems)


def _labelled(page: Page, at: int) -> tuple[str, str]:
    """("credit" or "caption", what follows the label), or two empty strings."""
    if at >= len(page.units):
        return "", ""
    text = page.units[at].text.lstrip("،, ")
    sign = re.search(r"\s*[،,:：]\s*", text[:40])
    if sign is None or not text[sign.end() :].strip():
        return "", ""
    label = fold(text[: sign.start()])
    if label in page.words.picture_credit_lines and len(text[sign.end() :].split()) <= MOST_CREDIT_WORDS:
        return "credit", text[sign.end() :]
    return ("caption", text[sign.end() :]) if label in page.words.picture_caption_lines else ("", "")


def _is_plain_caption(page: Page, at: int) -> bool:
    if not page.free(at) or page.credits[at] is not None or at in page.kept_out:
        return False
    unit = page.units[at]
    return not unit.finished and 3 <= unit.words <= 30 and not opens_sentence(unit.text, page.words)


def figure_by_author(page: Page, at: int) -> Reading:
    """A unit that the front matter calls a figure: its caption, and its credit if it names one."""
    text, where = page.units[at].text, page.location(at)
    credit = split_credit(text, page.lang.code, page.agencies, "figure") or Credit(text, "", "", True, 1.0, "")
    figure = Figure(
        line=where.line,
        caption=from_plain(credit.caption),
        credit=credit.credit,
        qualifier=credit.qualifier,
        reason=because("the front matter says so", 1.0),
    )
    return Reading(figure, problems=() if credit.known else (unknown_credit(credit.credit, page.lang.code, where),))


def read_desk_line(page: Page, at: int) -> Reading | None:
    """Latin lines in a text of another script: the photo desk's description of the picture whose caption follows.

    Where no caption follows, a line with the desk's own signs is no caption either: the reader could not read it.
    """
    if page.lang.script == "Latn" or not is_latin(page.units[at].text):
        return None
    end = at + 1
    while end < at + MOST_DESK_LINES and _goes_on_in_latin(page, end):
        end += 1
    desk = "\n".join([unit.text for unit in page.units[at:end]])
    signed = _DESK_SIGNS.search(desk) is not None
    near = end < page.trailer and (signed or not page.units[end].apart)
    figure = _any_caption(page, end) if near else None
    if figure is not None and isinstance(figure.block, Figure):
        return _with_desk_line(figure, figure.block, desk, end - at)
    if signed:
        aside = Aside(page.units[at].text, page.units[at].line, "photo-desk line without a caption below it")
        return Reading(asides=(aside,))
    return None


def _goes_on_in_latin(page: Page, at: int) -> bool:
    return page.free(at) and not page.units[at].apart and is_latin(page.units[at].text)


def _any_caption(page: Page, at: int) -> Reading | None:
    if not page.free(at):
        return figure_by_author(page, at) if page.overrides.get(page.units[at].line) == "figure" else None
    return read_caption(page, at) or read_unknown_caption(page, at) or read_picture_lines(page, at)


def _with_desk_line(reading: Reading, figure: Figure, desk: str, lines: int) -> Reading:
    """The figure with the desk's line, and with the credit named there where the caption names none."""
    credit = figure.credit
    mined = _MINED.search(desk) if not credit else None
    if mined is not None:
        credit = next(group for group in mined.groups() if group).strip()
    whole = Figure(
        line=figure.line,
        caption=figure.caption,
        credit=credit,
        qualifier=figure.qualifier,
        alt_source=desk,
        reason=figure.reason + "; the Latin line above it is the photo desk's",
    )
    return Reading(whole, used=reading.used + lines, problems=reading.problems)


def is_latin(text: str) -> bool:
    """Whether Latin letters dominate, and there are enough of them to be a description."""
    latin = len(_LATIN.findall(text[:300]))
    return latin > 12 and len(text.split(None, 1)) > 1 and latin > 0.55 * len(text[:300])

"""Measuring a wire text before its lines are judged: units, credits, page furniture, where the article ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Header
from lisanayn.parse.captions import split_credit
from lisanayn.parse.credit_forms import CLOSING, EDGES
from lisanayn.parse.wire_dates import is_date
from lisanayn.parse.wire_figures import is_latin
from lisanayn.parse.wire_furniture import BOX, furniture, is_furniture_line
from lisanayn.parse.wire_lines import Alone, Unit, read_units
from lisanayn.parse.wire_page import Page
from lisanayn.parse.wire_sources import Sums, ends_article, is_source_label, source_names
from lisanayn.text.folding import fold
from lisanayn.text.languages import Lang
from lisanayn.text.newswire import Newswire, newswire

MOST_SOURCE_WORDS = 16
"""Words of a source line with its label."""
LEAST_BEGUN = 8
"""Words of a finished unit with which an article has surely begun."""
LEAST_BODY = 12
"""Words of a finished unit that is surely a paragraph."""


def measure(text: str, first_line: int, lang: Lang, header: Header, agencies: AgencyTable, path: str) -> Page:
    """The text as the rules see it."""
    words = newswire(lang.code)
    overrides = dict(header.blocks)
    _, units = read_units(
        text, first_line, header.sentences == "lines", words, _alone(words, lang, agencies), overrides
    )
    credits = tuple([split_credit(unit.text, lang.code, agencies) for unit in units])
    kept_out = furniture(units, credits, words)
    own = [at for at in range(len(units)) if at not in kept_out]
    body = next((at for at in own if units[at].finished and units[at].words >= LEAST_BODY), len(units))
    first = next((at for at in own if not is_date(units[at].text, words)), 0)
    return Page(
        units=units,
        credits=credits,
        kept_out=kept_out,
        trailer=_trailer(units, kept_out, overrides, words, agencies),
        first=first,
        body=body,
        overrides=overrides,
        lang=lang,
        words=words,
        agencies=agencies,
        path=path,
    )


def _alone(words: Newswire, lang: Lang, agencies: AgencyTable) -> Callable[[str], Alone]:
    """Whether a line may stand by itself among others without blank lines."""

    @cache
    def alone(line: str) -> Alone:
        if len(line) < 80 and (is_furniture_line(line, words) or is_source_label(line, words) or is_date(line, words)):
            return "label"
        if source_names(line, words, agencies, True) or fold(line[:12]).startswith(words.related_starts):
            return "label"
        if lang.script != "Latn" and is_latin(line):
            return "latin"
        if line.rstrip(EDGES)[-1:] not in CLOSING:
            return ""
        credit = split_credit(line, lang.code, agencies)
        return "credit" if credit is not None and credit.known else ""

    return alone


def _trailer(
    units: Sequence[Unit],
    kept_out: Mapping[int, str],
    overrides: Mapping[int, str],
    words: Newswire,
    agencies: AgencyTable,
) -> int:
    """The first unit behind the article's end. Nothing ends an article that has not begun."""
    begun = next((at for at, unit in enumerate(units) if unit.finished and unit.words >= LEAST_BEGUN), len(units))
    sums = Sums.of(units)
    at = begun + 1
    while at < len(units):
        unit, behind, labelled = units[at], at + 1, True
        if unit.line in overrides or unit.words > MOST_SOURCE_WORDS or kept_out.get(at) == BOX:
            at += 1
            continue
        if source_names(unit.text, words, agencies, True):
            while behind < len(units) and source_names(units[behind].text, words, agencies, True):
                behind += 1
        elif is_source_label(unit.text, words) and behind < len(units):
            behind = min(at + (3 if not units[at + 1].text.strip(" :：") else 2), len(units))
        elif fold(unit.text).strip(" :") in words.trailers:
            labelled = False
        else:
            at += 1
            continue
        if ends_article(units, sums, at, behind, labelled, words):
            return behind if labelled else at
        at = behind
    return len(units)

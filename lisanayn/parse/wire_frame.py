"""Rules for what stands around the text: source lines, the trailer, the page's own words, datelines."""

from __future__ import annotations

from lisanayn.model.article import Aside
from lisanayn.model.blocks import Dateline, SourceLine
from lisanayn.parse.wire_dates import byline, is_date
from lisanayn.parse.wire_figures import credit_alone
from lisanayn.parse.wire_page import Page, Reading, because
from lisanayn.parse.wire_sources import is_source_label, sign_off_names, source_names, split_names
from lisanayn.parse.wire_text import is_chronicle_heading
from lisanayn.problems import Problem, warning

TOP = 6
"""Units above the first paragraph among which a byline may stand."""


def read_source(page: Page, at: int) -> Reading | None:
    """«المصدر : الجزيرة + وكالات»; also label and names on two lines, or bare names under the last paragraph."""
    unit = page.units[at]
    last = at + 1 >= page.trailer and at > page.first
    names = source_names(unit.text, page.words, page.agencies, last or at > page.body)
    if names:
        return _source(page, at, names, because("a label for sources, a colon and names", 0.98))
    if is_source_label(unit.text, page.words):
        end = at + 2 if at + 1 < len(page.units) and not page.units[at + 1].text.strip(" :：") else at + 1
        if page.free(end) and page.units[end].words <= 12 and not page.units[end].finished:
            names = split_names(page.units[end].text.lstrip(" :："), page.agencies)
            reason = because("a label for sources, the names on the next line", 0.9)
            return _source(page, at, names, reason, end - at + 1)
    credit = page.credits[at]
    if last and at > page.body and credit is not None and credit.known:
        names = sign_off_names(credit.caption, credit.credit, page.agencies)
        if names:
            return _source(page, at, names, because("the editors' initials with agencies, under the text", 0.85))
    if last and at > page.body and unit.words <= 6 and not byline(unit.text, page.words, page.agencies, False):
        alone = credit_alone(page, at)
        if alone is not None and alone.known and not alone.qualifier:
            names = split_names(alone.credit, page.agencies)
            return _source(page, at, names, because("names of agencies alone under the text", 0.8))
    return None


def _source(page: Page, at: int, names: tuple[str, ...], reason: str, used: int = 1) -> Reading:
    text = "\n".join([unit.text for unit in page.units[at : at + used]])
    problems: tuple[Problem, ...] = ()
    if at > page.body and any(unit.finished for unit in page.units[at + used : page.trailer]):
        where = page.location(at)
        message = f"the source line «{text}» stands in the middle of the text; what follows was read as text"
        hint = f"cut off what does not belong to the article; if this is text: blocks: {{{where.line}: paragraph}}"
        problems = (warning("wire-source-place", message, where, hint),)
    return Reading(SourceLine(text, names, page.units[at].line, reason), used=used, problems=problems)


def read_trailer(page: Page, at: int) -> Reading | None:
    """What stands behind the article's end: other articles and their captions."""
    if at < page.trailer:
        return None
    unit = page.units[at]
    return Reading(asides=(Aside(unit.text, unit.line, "after the end of the article"),))


def read_furniture(page: Page, at: int) -> Reading | None:
    """The page's own words: «احفظ المقالات», "Read more", a menu, a film's length."""
    reason = page.kept_out.get(at)
    return Reading(asides=(Aside(page.units[at].text, page.units[at].line, reason),)) if reason else None


def read_dateline(page: Page, at: int) -> Reading | None:
    """«غزة – رويترز», "GAZA (Reuters) -", a date, an author's name above the text."""
    unit = page.units[at]
    if unit.words > 14 or "\n" in unit.text or (unit.finished and not is_date(unit.text, page.words)):
        return None
    if is_date(unit.text, page.words):
        if is_chronicle_heading(page, at):
            return None
        return Reading(Dateline(unit.text, unit.line, because("a date alone on its line", 0.97)))
    reason = byline(unit.text, page.words, page.agencies, at < min(page.body, page.first + TOP))
    if not reason or (page.credits[at] is not None and "(" in unit.text and at > page.body):
        return None
    return Reading(Dateline(unit.text, unit.line, because(reason, 0.9)))

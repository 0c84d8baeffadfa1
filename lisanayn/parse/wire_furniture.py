"""The page's own words in a pasted news page: buttons, menus, boxes with other articles, lengths of films."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.parse.captions import Credit
from lisanayn.parse.wire_dates import is_duration, is_relative_time
from lisanayn.parse.wire_lines import Unit, is_finished, list_marker
from lisanayn.text.folding import fold
from lisanayn.text.newswire import Newswire

MOST_WORDS = 18
"""Words of a line that begins like furniture; what is longer is text."""
MOST_BOX = 24
"""Units in an embedded box."""
LEAST_MENU = 4
"""Short lines in a row that make a menu."""
BOX = "the page's own box of other articles"
_AFTER_PHRASE = (":", "：", "|", ".", "-", "–", "—", "!", "…", "؛")


def furniture(units: Sequence[Unit], credits: Sequence[Credit | None], words: Newswire) -> dict[int, str]:
    """The units that are not the article's, with the reason for each."""
    out: dict[int, str] = {}
    for at, unit in enumerate(units):
        if at in out or unit.words > MOST_WORDS or len(unit.text) > 200 or "\n" in unit.text:
            continue
        folded = fold(unit.text).strip(" |•*")
        if is_duration(folded) or is_relative_time(folded, words):
            out[at] = "the page's own line: a length or an age"
        elif _opens_box(folded, words):
            out.update(_box(units, at, folded, words))
        elif _is_related(folded, words):
            out[at] = "the page's own line: announces other articles"
            out.update(_titles(units, credits, at + 1))
        elif folded.strip(" :.") in words.boilerplate or _begins_like_it(unit, credits[at], folded, words):
            out[at] = "the page's own line"
    out.update(_menus(units, credits, out))
    return out


def is_furniture_line(line: str, words: Newswire) -> bool:
    """Whether a line is surely the page's own, whatever stands around it."""
    folded = fold(line).strip(" |•*:.")
    if folded in words.boilerplate or folded in words.related or folded in words.trailers or is_duration(folded):
        return True
    return folded.startswith(words.boilerplate_starts) and _is_phrase(folded, is_finished(line), words)


def _is_related(folded: str, words: Newswire) -> bool:
    bare = folded.rstrip(" :.")
    return bare in words.related or bare in words.trailers or folded.startswith(words.related_starts)


def _begins_like_it(unit: Unit, credit: Credit | None, folded: str, words: Newswire) -> bool:
    """«اقرأ أيضا: …», "Read more: …"."""
    return credit is None and folded.startswith(words.boilerplate_starts) and _is_phrase(folded, unit.finished, words)


def _is_phrase(folded: str, finished: bool, words: Newswire) -> bool:
    """Whether a line is no more than one of the beginnings, with a title. One word («شاهد») needs a sign behind it."""
    for phrase in words.boilerplate_starts:
        rest = folded[len(phrase) :] if folded.startswith(phrase) else "\0"
        if rest == "" or rest.lstrip().startswith(_AFTER_PHRASE):
            return True
        if " " in phrase and rest[0] == " " and not finished:
            return True
    return False


def _opens_box(folded: str, words: Newswire) -> bool:
    before, after, _ = words.skip
    return bool(before) and folded.startswith(before + " ") and folded.endswith(after)


def _box(units: Sequence[Unit], at: int, folded: str, words: Newswire) -> dict[int, str]:
    """«تخطى قصص مقترحة وواصل القراءة» up to «قصص مقترحة نهاية»; the first line alone when nothing closes it."""
    before, after, end = words.skip
    title = folded.removeprefix(before).removesuffix(after).strip()
    for close in range(at + 1, min(at + MOST_BOX, len(units))):
        if fold(units[close].text) in (f"{title} {end}", f"{end} {title}"):
            return dict.fromkeys(range(at, close + 1), BOX)
    return {at: BOX}


def _titles(units: Sequence[Unit], credits: Sequence[Credit | None], at: int) -> dict[int, str]:
    """The titles behind «اقرأ أيضا»: lines of its own group, or the one behind a blank line, that are no sentences."""
    found: dict[int, str] = {}
    while at < len(units):
        unit = units[at]
        is_title = not unit.finished or (unit.words <= 14 and not unit.text.endswith("."))
        if not is_title or not 5 <= unit.words <= 25 or credits[at] is not None or (found and unit.apart):
            break
        found[at] = "the title of another article"
        at += 1
    return found


def _menus(units: Sequence[Unit], credits: Sequence[Credit | None], out: dict[int, str]) -> dict[int, str]:
    """Runs of very short lines above the first paragraph or below the last: a page's menu."""
    paragraphs = [at for at, unit in enumerate(units) if unit.finished and unit.words >= 12 and at not in out]
    if not paragraphs:
        return {}
    menus: dict[int, str] = {}
    run: list[int] = []
    for at, unit in enumerate([*units, Unit(0, 0, "", True, True, 99)]):
        short = unit.words <= 3 and not unit.finished and (at in out or credits[at] is None)
        if run and not short:
            if len(run) >= LEAST_MENU:
                menus.update(dict.fromkeys(run, "the page's own menu"))
            run = []
        if short and not paragraphs[0] < at < paragraphs[-1] and not list_marker(unit.text):
            run.append(at)
    return menus

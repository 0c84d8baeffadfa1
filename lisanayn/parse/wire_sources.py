"""Source lines, «المصدر : الجزيرة + وكالات», and where the article ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from lisanayn.model.agency import AgencyTable, find, find_credit, is_known
from lisanayn.parse.credit_forms import EDGES
from lisanayn.parse.wire_lines import Unit, is_finished
from lisanayn.record import record
from lisanayn.text.folding import fold
from lisanayn.text.newswire import Newswire, name_words, opens_sentence

MOST_WORDS = 12
"""Words behind the colon of a source line."""
MOST_UNKNOWN_WORDS = 8
"""The same when the agency table knows none of the names."""
LONG_WORDS = 12
"""Words from which a finished unit counts as a paragraph in weighing what follows a source line."""

_COLON = re.compile(r"\s*[:：]\s*")
_DASH = re.compile(r"\s+[-–—]\s+")
_MAY_BE_CUT = re.compile("[:：–—-]")
_BETWEEN = re.compile(r"\s*[+،,؛;|&]\s*|\s+[-–—]\s+")
_SIGN_OFF = re.compile(r"(?:[^\W\d_]\.?){1,3}(?:\s*[/،,]\s*(?:[^\W\d_]\.?){1,3}){0,3}")
_BRACKETS = "([（］）)]*•"


def source_names(text: str, words: Newswire, agencies: AgencyTable, sure_place: bool) -> tuple[str, ...]:
    """The names of a source line, or nothing when the text is none.

    ``sure_place``: behind the last paragraph, where a name that the table does not have is believed as well. «قال
    المصدر: إن …» does not begin with the label; «مصدر: الجيش يتقدم» is a headline, and names nobody.
    """
    if len(text) > 160 or not _MAY_BE_CUT.search(text, 0, 48) or "\n" in text:
        return ()
    bare = text.strip(EDGES + _BRACKETS)
    cut = _COLON.search(bare, 0, 40)
    with_colon = cut is not None
    cut = cut or _DASH.search(bare, 0, 40)
    if cut is None or fold(bare[: cut.start()]) not in words.source_labels:
        return ()
    rest = bare[cut.end() :].strip(EDGES + _BRACKETS)
    count = len(rest.split())
    if not 0 < count <= MOST_WORDS or opens_sentence(rest, words):
        return ()
    names = split_names(rest, agencies)
    known = [find(agencies, name) is not None for name in names]
    if all(known):
        return names
    if not with_colon or is_finished(text) or not (any(known) or (sure_place and count <= MOST_UNKNOWN_WORDS)):
        return ()
    return names


def sign_off_names(caption: str, credit: str, agencies: AgencyTable) -> tuple[str, ...]:
    """The agencies of an editors' sign-off, «ع.م/ س.ك (د ب أ، رويترز)»: initials, then known names; or nothing."""
    parts = find_credit(agencies, credit)
    if not _SIGN_OFF.fullmatch(caption) or not is_known(parts, every=True):
        return ()
    return tuple(part.text for part in parts)


def is_source_label(text: str, words: Newswire) -> bool:
    """A label alone on its line; the names follow on the next."""
    return len(text) < 40 and fold(text.strip(EDGES + _BRACKETS + ":：")) in words.source_labels


def split_names(text: str, agencies: AgencyTable) -> tuple[str, ...]:
    """The sources one by one, as printed. "And" separates only names the table knows: ministries have one in theirs."""
    names: list[str] = []
    for piece in _BETWEEN.split(text.rstrip(".")):
        stripped = piece.strip(EDGES)
        parts = find_credit(agencies, stripped)
        if len(parts) == 1 and parts[0].agency is None and names:
            stripped = _without_and(stripped, agencies)
            parts = find_credit(agencies, stripped)
        names += [part.text for part in parts]
    return tuple(names)


def _without_and(name: str, agencies: AgencyTable) -> str:
    """The name without an "and" joined to it, where that makes it known: «رويترز، والأناضول»."""
    words = name_words()
    for prefix in words.and_prefixes:
        if name.startswith(prefix) and is_known(find_credit(agencies, name.removeprefix(prefix)), every=True):
            return name.removeprefix(prefix)
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in words.and_words else name


@record
class Sums:
    """Sums over a text's units from its beginning up to each of them, so that any stretch is weighed at once."""

    words: tuple[int, ...]
    lines: tuple[int, ...]
    """Units of more than three words."""
    running: tuple[int, ...]
    """Those of them that are surely running text."""

    @classmethod
    def of(cls, units: Sequence[Unit]) -> Sums:
        """The sums of a text; each has one entry more than there are units."""
        long_ones = [unit.words > 3 for unit in units]
        running = [unit.finished and unit.words >= LONG_WORDS for unit in units]
        return cls(
            words=tuple(accumulate([unit.words for unit in units], initial=0)),
            lines=tuple(accumulate(long_ones, initial=0)),
            running=tuple(accumulate(running, initial=0)),
        )


def ends_article(units: Sequence[Unit], sums: Sums, at: int, behind: int, labelled: bool, words: Newswire) -> bool:
    """Whether the article ends at unit ``at``; ``behind`` is the first unit after it.

    ``labelled``: the unit is a source line, else one of the page's announcements («حول هذه القصة»). A source line on
    top of a text, or under a table in its middle, ends nothing, nor does a box of other articles between two
    paragraphs: what follows is running text. Behind the end stand titles, each with a sentence at most.
    """
    if labelled and any(fold(unit.text).strip(" :") in words.trailers for unit in units[behind : behind + 3]):
        return True
    lines = sums.lines[-1] - sums.lines[behind]
    running = sums.running[-1] - sums.running[behind]
    if 2 * running <= lines or running < (3 if labelled else 2):
        return True
    return labelled and sums.words[-1] - sums.words[behind] <= sums.words[at]

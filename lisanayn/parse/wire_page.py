"""What the rules for wire text look at (``Page``) and what they answer (``Reading``)."""

from __future__ import annotations

from collections.abc import Mapping

from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Aside
from lisanayn.model.blocks import Block
from lisanayn.parse.captions import Credit
from lisanayn.parse.wire_lines import Unit
from lisanayn.problems import Location, Problem
from lisanayn.record import record
from lisanayn.text.languages import Lang
from lisanayn.text.newswire import Newswire

# Throughout the wire modules:
#   unit     lines that stand together (wire_lines)
#   apart    with a blank line before it
#   at       the place of a unit in page.units
#   free     a unit that no word of the author has settled and that lies before the trailer


@record
class Page:
    """One text, measured once; the rules read it and change nothing."""

    units: tuple[Unit, ...]
    credits: tuple[Credit | None, ...]
    """For every unit, what ``split_credit`` finds in it as a line of wire text."""
    kept_out: Mapping[int, str]
    """Units that the page's own machinery printed, with the reason."""
    trailer: int
    """The first unit after the article's end; the number of units when there is none."""
    first: int
    """The first unit that belongs to the text itself: no date, no page furniture."""
    body: int
    """The first unit that is a whole paragraph; the number of units when there is none."""
    overrides: Mapping[int, str]
    """The author's word, by the line where a unit begins."""
    lang: Lang
    words: Newswire
    agencies: AgencyTable
    path: str

    def location(self, at: int) -> Location:
        """The place of a unit in its file."""
        return Location(self.path, self.units[at].line)

    def free(self, at: int) -> bool:
        """Whether there is such a unit, before the trailer, about which the author has said nothing."""
        return 0 <= at < self.trailer and self.units[at].line not in self.overrides


@record
class Reading:
    """What a rule made of one unit or of several in a row."""

    block: Block | None = None
    """None when all of it was kept aside."""
    asides: tuple[Aside, ...] = ()
    used: int = 1
    """How many units it covers."""
    problems: tuple[Problem, ...] = ()


def because(words: str, confidence: float) -> str:
    """A reason with its confidence, as ``explain`` prints it. The figure orders decisions; it is no probability."""
    return f"{words} ({confidence:.2f})"

"""The rows of a reading page: what stands between its head and its footer.

    own     the language of the page, which leads
    other   the language beside it; empty or None on a page of one language
"""

from __future__ import annotations

from typing import Literal

from lisanayn.model.catalog import Words
from lisanayn.model.frame import Day
from lisanayn.model.inline import Rich
from lisanayn.model.picture import PictureFile
from lisanayn.record import record

Shape = Literal["wide", "tall", "none"]
"""Of a picture: wide ones span both columns, tall and small ones stand between captions; ``none``: none is there."""

Missing = Literal["", "own", "other", "added"]
"""Which side of a row has nothing because nobody has translated it; ``added``: the original lacks what the translator
put in."""


@record
class Open:
    """The beginning of an element that holds blocks."""

    tag: Literal["div", "ul", "ol", "li", "blockquote", "aside"]
    role: str
    """The element's class."""
    label: str = ""
    """Key of the interface string that names it; empty for none."""
    kind: Literal["open"] = "open"


@record
class Close:
    """Its end."""

    tag: str
    kind: Literal["close"] = "close"


@record
class Pair:
    """A row of the reading page: sentences that translate each other."""

    id: str
    """The first id of the original's sentences; empty when the translation added the row."""
    anchors: tuple[str, ...]
    """Other ids that lead here: of merged sentences, and retired ones."""
    number: str
    """As printed in the margin; empty without an id."""
    fifth: bool
    """Whether the number is always shown."""
    own: Rich
    other: Rich
    missing: Missing = ""
    own_marker: str = ""
    """What a list prints before the row: a bullet or a number."""
    other_marker: str = ""
    kind: Literal["pair"] = "pair"


@record
class HeadingBlock:
    """A subheading in both languages; a side that lacks it is empty."""

    id: str
    level: int
    own: Rich
    other: Rich
    kind: Literal["heading"] = "heading"


@record
class Part:
    """One value in a credit or in the footer: a name, a date, a link, or an interface string."""

    words: Words | None = None
    key: str = ""
    """Key of an interface string, when there are no words."""
    day: Day | None = None
    """A date, alone or before the words."""
    href: str = ""
    rel: str = ""
    after: str = ""
    """Printed after the words: the numbers of the pictures an agency took, the version of a licence."""
    agency: str = ""
    """Id in the table of agencies; empty when the name is not there."""
    printed: str = ""
    """As the source prints an agency's name, which the page may call otherwise."""


@record
class CreditText:
    """Who is credited for a picture, on one side."""

    names: tuple[Part, ...]
    """Empty when only a qualifier is printed."""
    qualifier: Words | None
    """``archive``, as printed."""


@record
class FigureBlock:
    """A picture with caption and credit in both languages."""

    id: str
    number: int
    picture: PictureFile | None
    """None: the source names a picture that is not there."""
    href: str
    """Relative address of the picture."""
    sources: tuple[tuple[str, str], ...]
    """(type, srcset) of the same picture in other formats and widths, the best format first."""
    shape: Shape
    eager: bool
    """The first picture of a page is not loaded lazily."""
    alt: Words
    own: Rich
    """Caption; empty when there is none."""
    other: Rich
    own_credit: CreditText | None
    other_credit: CreditText | None
    kind: Literal["figure"] = "figure"


@record
class Cell:
    """One cell of a table."""

    text: Rich
    align: str
    """``start``, ``center``, ``end`` or empty."""
    number: bool
    """Whether it holds a number and nothing else: such cells run left to right."""


@record
class Grid:
    """A table in one language."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@record
class TableBlock:
    """A table in both languages."""

    own: Grid | None
    other: Grid | None
    kind: Literal["table"] = "table"


@record
class CodeBlock:
    """Lines of code, once for both languages."""

    text: str
    language: str
    """Letters, digits, ``+``, ``-`` and ``#`` only; may be empty."""
    kind: Literal["code"] = "code"


@record
class RuleBlock:
    """A thematic break."""

    kind: Literal["rule"] = "rule"


@record
class SpeakerBlock:
    """Who is quoted, under a quotation."""

    own: Rich
    other: Rich
    kind: Literal["speaker"] = "speaker"


@record
class AnchorBlock:
    """Retired ids that stood at the end of the text."""

    ids: tuple[str, ...]
    kind: Literal["anchor"] = "anchor"


BodyBlock = (
    Open | Close | Pair | HeadingBlock | FigureBlock | TableBlock | CodeBlock | RuleBlock | SpeakerBlock | AnchorBlock
)


@record
class NoteText:
    """A footnote in one language."""

    id: str
    number: str
    text: Rich
    back: str
    """Id of the first reference to it; empty when nothing refers to it."""


@record
class NoteRow:
    """The n-th footnote of either side."""

    own: NoteText | None
    other: NoteText | None

"""Sizes of type, a script: how large and how heavy letters are set so that two scripts share one line height.

Sizes and rows are CSS pixels at the reader's normal text size. Arabic letters are small on their body, so that
Arabic is set about 1.2 times as large as the Latin text across from it. A row is what the script wants by itself;
where languages stand side by side, the tallest of their rows is everybody's.
"""

from __future__ import annotations

from dataclasses import fields

from lisanayn.record import record


@record
class Type:
    """One use of type."""

    size: float
    """Pixels."""
    row: float
    """Distance of two lines, in pixels. For text at least 1.6 times the size: vowel marks clip below that."""
    weight: int
    """Of the variable font's axis, 400 to 700."""


@record
class TypeScale:
    """All uses of type for a script."""

    body: Type
    """Sentences with their translation."""
    alone: Type
    """Running paragraphs of one language."""
    title: Type
    narrow_title: Type
    """The same on a telephone."""
    standfirst: Type
    kicker: Type
    """The line over a title, a dateline, a footnote: small text in the page."""
    heading: Type
    quote: Type
    caption: Type
    colophon: Type
    list_title: Type
    lead_title: Type
    list_standfirst: Type
    interface: Type
    bare_weight: int
    """Weight of the body when vowel marks are hidden; marks darken a page, and without them it is set heavier."""
    guest: float
    """Size of the other direction's words inside this script, as a share of the size around them."""
    slanted: bool
    """Whether the script has italics; without them emphasis is weight."""
    tracking: float
    """Letter spacing of titles, in em. Zero for joined scripts, whose letters must never be spaced."""

    def uses(self) -> tuple[tuple[str, Type], ...]:
        """(name, type) of every use."""
        found = [(one.name, getattr(self, one.name)) for one in fields(self)]
        return tuple([(name, use) for name, use in found if isinstance(use, Type)])


ARABIC = TypeScale(
    body=Type(23, 37, 400),
    alone=Type(25, 40, 400),
    title=Type(42, 57, 700),
    narrow_title=Type(36, 49.5, 700),
    standfirst=Type(23, 37, 400),
    kicker=Type(18, 30, 600),
    heading=Type(28, 42.5, 700),
    quote=Type(32, 52, 500),
    caption=Type(18, 29, 400),
    colophon=Type(17, 28, 400),
    list_title=Type(28, 38, 700),
    lead_title=Type(38, 52, 700),
    list_standfirst=Type(19, 31, 400),
    interface=Type(17, 27.5, 400),
    bare_weight=450,
    guest=0.82,
    slanted=False,
    tracking=0.0,
)

LATIN = TypeScale(
    body=Type(19, 31, 400),
    alone=Type(20, 32, 400),
    title=Type(37, 50, 600),
    narrow_title=Type(28, 36.5, 600),
    standfirst=Type(19.5, 31.5, 400),
    kicker=Type(15, 26, 600),
    heading=Type(23, 37, 600),
    quote=Type(27, 44, 400),
    caption=Type(15.5, 26, 400),
    colophon=Type(15, 26, 400),
    list_title=Type(23.5, 33, 600),
    lead_title=Type(33, 45, 600),
    list_standfirst=Type(16.5, 27.5, 400),
    interface=Type(14, 22.5, 400),
    bare_weight=400,
    guest=1.18,
    slanted=True,
    tracking=-0.012,
)

HEBREW = TypeScale(
    body=Type(20.5, 34, 400),
    alone=Type(21.5, 35, 400),
    title=Type(39, 54, 700),
    narrow_title=Type(30, 41, 700),
    standfirst=Type(20.5, 34, 400),
    kicker=Type(16, 27, 600),
    heading=Type(24.5, 39, 700),
    quote=Type(28.5, 47, 500),
    caption=Type(16.5, 27, 400),
    colophon=Type(16, 27, 400),
    list_title=Type(25, 35, 700),
    lead_title=Type(35, 48, 700),
    list_standfirst=Type(17.5, 29, 400),
    interface=Type(15, 24, 400),
    bare_weight=400,
    guest=0.93,
    slanted=False,
    tracking=0.0,
)

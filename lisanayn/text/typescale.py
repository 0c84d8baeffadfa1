"""Sizes of type, a script: how large and how heavy letters are set so that two scripts share one line height.

Sizes and rows are CSS pixels at the reader's normal text size. Arabic letters are small on their body, so that
Arabic is set about 1.3 times as large as the Latin text across from it, on the same row.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """One use of type."""

    size: float
    """Pixels."""
    row: float
    """Distance of two lines, in pixels."""
    weight: int
    """Of the variable font's axis, 400 to 700."""


@dataclass(frozen=True, slots=True)
class TypeScale:
    """All uses of type for a script."""

    body: Type
    """Sentences beside their translation."""
    stacked: Type
    """Sentences above their translation."""
    alone: Type
    """Running paragraphs of one language."""
    title: Type
    standfirst: Type
    kicker: Type
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


ARABIC = TypeScale(
    body=Type(25, 35, 400),
    stacked=Type(25, 35, 400),
    alone=Type(25, 38, 400),
    title=Type(44, 56, 700),
    standfirst=Type(24, 35, 400),
    kicker=Type(18, 25.6, 600),
    heading=Type(28, 40, 700),
    quote=Type(32, 49, 500),
    caption=Type(19, 26, 400),
    colophon=Type(18, 26, 400),
    list_title=Type(29, 36, 700),
    lead_title=Type(40, 48, 700),
    list_standfirst=Type(20, 29, 400),
    interface=Type(17, 27.2, 400),
    bare_weight=450,
    guest=0.8,
    slanted=False,
    tracking=0.0,
)

LATIN = TypeScale(
    body=Type(19, 35, 400),
    stacked=Type(19, 30, 400),
    alone=Type(20, 32, 400),
    title=Type(38, 56, 600),
    standfirst=Type(20, 35, 400),
    kicker=Type(15, 25.6, 600),
    heading=Type(23, 40, 600),
    quote=Type(27, 49, 400),
    caption=Type(15.5, 26, 400),
    colophon=Type(15, 26, 400),
    list_title=Type(24, 36, 600),
    lead_title=Type(34, 48, 600),
    list_standfirst=Type(17, 29, 400),
    interface=Type(14, 22.4, 400),
    bare_weight=400,
    guest=1.2,
    slanted=True,
    tracking=-0.012,
)

HEBREW = TypeScale(
    body=Type(21, 35, 400),
    stacked=Type(21, 32, 400),
    alone=Type(22, 34, 400),
    title=Type(40, 56, 700),
    standfirst=Type(21, 35, 400),
    kicker=Type(16, 25.6, 600),
    heading=Type(25, 40, 700),
    quote=Type(29, 49, 500),
    caption=Type(16.5, 26, 400),
    colophon=Type(16, 26, 400),
    list_title=Type(26, 36, 700),
    lead_title=Type(36, 48, 700),
    list_standfirst=Type(18, 29, 400),
    interface=Type(15, 24, 400),
    bare_weight=400,
    guest=0.92,
    slanted=False,
    tracking=0.0,
)

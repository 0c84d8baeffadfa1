"""Fonts cut to the characters a site needs. The only importer of fontTools; imported only when a font must be cut."""

from __future__ import annotations

import io

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from lisanayn.record import record

WEIGHTS = (400, 700)
"""The part of the weight axis that the theme uses."""

FEATURES = [
    *("ccmp", "locl", "rvrn", "kern", "liga", "rlig", "calt", "clig", "mark", "mkmk"),
    *("init", "medi", "fina", "isol", "rtlm", "tnum", "lnum"),
]
"""What shapes letters, and digits of one width; fractions and figures of other kinds are left out."""


_HALF_RINGS = (0x2BB, 0x2BE, 0x2BF)
"""Hamza and ʿayn in transliteration, and the turned comma."""

_BEARING = 0.06
"""White on either side of them, in em."""


@record
class Cut:
    """A font that was cut."""

    data: bytes
    """WOFF2."""
    characters: str
    """What it has, sorted."""
    variable: bool
    """Whether its weight may be chosen."""


def characters_of(data: bytes) -> frozenset[str]:
    """Everything a font file has a glyph for. Raises what fontTools raises for a broken file."""
    return frozenset(map(chr, TTFont(io.BytesIO(data), lazy=True).getBestCmap()))


def cut_font(data: bytes, characters: frozenset[str], fixed: int | None = None, plain: bool = False) -> Cut:
    """A font with these characters only, those it has; ``fixed`` cuts the axis to one weight, ``plain`` leaves out
    what joins and moves characters.

    The same input gives the same bytes: no time is written, and the compression has no settings of its own.
    """
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    options = Options()
    options.layout_features = [] if plain else FEATURES
    options.hinting = False
    options.name_IDs = [0, 1]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "vhea", "vmtx", "VVAR", "gasp", "prep"]
    subsetter = Subsetter(options)
    points = {ord(one) for one in characters} & font.getBestCmap().keys()
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    variable = "fvar" in font
    if variable:
        limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes if axis.axisTag != "wght"}
        font = instantiateVariableFont(font, {**limits, "wght": fixed or WEIGHTS})
    _narrow_half_rings(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return Cut(out.getvalue(), "".join(map(chr, sorted(points))), variable and fixed is None)


def _narrow_half_rings(font: TTFont) -> None:
    """Some fonts draw half rings in the middle of a box as wide as a letter, or in one without width, and a name falls
    apart: ``bā ʾ``. Here their boxes are as wide as they are."""
    names = {name for point, name in font.getBestCmap().items() if point in _HALF_RINGS}
    white = round(_BEARING * font["head"].unitsPerEm)
    for name in names:
        glyph = font["glyf"][name]
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((white - glyph.xMin, 0))
            glyph.recalcBounds(font["glyf"])
            font["hmtx"][name] = (glyph.xMax + white, glyph.xMin)

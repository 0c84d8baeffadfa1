"""Share cards drawn: 1200 × 630 pixels (Open Graph's proportion of 1.91 : 1), the story's two titles on paper.

resvg shapes Arabic, but breaks no lines and decides sides by the text alone; so lines are broken here by the advances
of the letters, and each is put between isolates of its own direction.
"""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from unicodedata import bidirectional

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import RealDisk
from lisanayn.pages.share_cards import SIZE, Line, ShareCard
from lisanayn.record import record

(WIDTH, HEIGHT), MARGIN = SIZE, 80
PAPER, INK, QUIET, RUBRIC = "#fcfbf8", "#1f1c19", "#5c564d", "#99301f"
_ISOLATES = {"rtl": "\u2067", "ltr": "\u2066"}
_POP = "\u2069"
_JOINED = 0.8
"""Of ordinary Arabic text in Noto Naskh 0.68 to 0.75 was measured."""


@record
class CardFonts:
    """The typefaces of cards, as files that resvg can read."""

    files: tuple[str, ...]
    """Paths of TrueType files, in the order of preference."""
    families: tuple[str, ...]
    """Their families, in the same order."""


def can_draw() -> bool:
    """Whether the drawing library is installed; it is not loaded for the answer."""
    return find_spec("resvg_py") is not None and find_spec("fontTools") is not None


def card_fonts(packaged: Sequence[str], cache: RealDisk) -> CardFonts:
    """TrueType files made from WOFF2 ones, once, in the cache: variable faces at the weight of titles, 600."""
    files, families = [], []
    for path in packaged:
        name = f"cards/{digest_bytes(path.encode(), str(os.path.getsize(path)).encode())}.ttf"
        if not cache.exists(name):
            cache.write(name, _as_truetype(path))
        files.append(os.path.join(cache.root, name))
        families.append(_family(files[-1]))
    return CardFonts(tuple(files), tuple(dict.fromkeys(families)))


def _as_truetype(path: str) -> bytes:
    import io

    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    out = io.BytesIO()
    with TTFont(path, recalcTimestamp=False) as font:
        if "fvar" in font:
            wanted = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
            instantiateVariableFont(font, wanted | ({"wght": 600} if "wght" in wanted else {}), inplace=True)
        font.flavor = None
        font.save(out)
    return out.getvalue()


@lru_cache(maxsize=32)
def _advances(path: str) -> tuple[dict[int, float], str]:
    """(code point → advance in em, family) of a font file."""
    from fontTools.ttLib import TTFont

    with TTFont(path) as font:
        unit, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        found = {code: widths[name][0] / unit for code, name in (font.getBestCmap() or {}).items()}
        return found, str(font["name"].getBestFamilyName() or "")


def _family(path: str) -> str:
    return _advances(path)[1]


def width_of(text: str, fonts: CardFonts) -> float:
    """Width of a text in em, rather more than less: letters of a joined script are measured as single ones and
    counted as ``_JOINED`` of that."""
    tables = [_advances(path)[0] for path in fonts.files]
    return sum(
        next((table[ord(c)] for table in tables if ord(c) in table), 0.6) * (_JOINED if bidirectional(c) == "AL" else 1)
        for c in text
    )


def break_lines(text: str, most: float, fonts: CardFonts) -> list[str]:
    """The text in lines of at most ``most`` em, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, fonts) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def draw_card(card: ShareCard, fonts: CardFonts) -> bytes:
    """The card as PNG; the same bytes for the same card and fonts."""
    import resvg_py

    svg = card_svg(card, fonts)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[*fonts.files]))


def card_svg(card: ShareCard, fonts: CardFonts) -> str:
    """The card as a drawing."""
    family = html.escape(", ".join(f"'{name}'" for name in fonts.families), quote=False).replace('"', "")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{family}"'
        ' font-weight="600">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<rect y="{HEIGHT - 14}" width="{WIDTH}" height="14" fill="{RUBRIC}"/>',
    ]
    top = 96
    if card.site.text:
        parts += _text([card.site.text], card.site, (top, 34, 44), RUBRIC)
    size, lines = _fitted(card.title, (70, 58, 48), 3, fonts)
    row = round(size * (1.5 if card.title.dir == "rtl" else 1.22))
    parts += _text(lines, card.title, (top + 40 + size, size, row), INK)
    if card.other:
        small, other = _fitted(card.other, (42, 36), 2, fonts)
        small_row = round(small * (1.5 if card.other.dir == "rtl" else 1.25))
        parts += _text(other, card.other, (HEIGHT - 60 - small_row * (len(other) - 1), small, small_row), QUIET)
    return "".join(parts) + "</svg>"


def _fitted(line: Line, sizes: Sequence[int], most_lines: int, fonts: CardFonts) -> tuple[int, list[str]]:
    """The largest size at which a text needs no more lines than it may; at the smallest it is cut at a word."""
    for size in sizes:
        lines = break_lines(line.text, (WIDTH - 2 * MARGIN) / size, fonts)
        if len(lines) <= most_lines:
            return size, lines
    return sizes[-1], [*lines[: most_lines - 1], lines[most_lines - 1] + " …"]


def _text(lines: Sequence[str], line: Line, place: tuple[int, int, int], fill: str) -> list[str]:
    """Lines of text; ``place`` is the first baseline, the size and the row in pixels."""
    top, size, row = place
    x, anchor = (WIDTH - MARGIN, "end") if line.dir == "rtl" else (MARGIN, "start")
    return [
        f'<text x="{x}" y="{top + row * number}" text-anchor="{anchor}" font-size="{size}" fill="{fill}">'
        f"{_ISOLATES[line.dir]}{html.escape(text, quote=False)}{_POP}</text>"
        for number, text in enumerate(lines)
    ]

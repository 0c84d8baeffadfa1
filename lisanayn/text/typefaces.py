"""The faces a script is set in: the packaged family, the letters it is cut to, and what stands in for it.

Families have names of their own (``LN …``): a face that was cut must not go under the name of the whole one, and a
reader's own copy of it may be another version. A new script is one more ``Typeface`` here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from lisanayn.record import record


@record
class Source:
    """One file of a packaged family."""

    name: str
    """Its script in the file's name: ``arabic`` in ``noto-naskh-arabic-arabic-wght-normal.woff2``."""
    base: str = ""
    """Characters kept whatever the site says, so that an ordinary edit never changes the fonts."""
    only: str | None = None
    """Characters that may be taken from it at all; None for everything it has."""


@record
class Typeface:
    """A family of the theme."""

    family: str
    """As style sheets name it."""
    package: str
    """As files are named: ``literata``."""
    script: str
    """ISO 15924: whose letters it has. Its base is kept where a language of the site is written in that script."""
    sources: tuple[Source, ...]
    """In the order in which a character is looked for."""
    local: str
    """What stands in for it on a reader's machine: a list of families for CSS."""
    italic: bool = False


def _span(*ranges: tuple[int, int]) -> str:
    return "".join([chr(point) for first, last in ranges for point in range(first, last + 1)])


PUNCTUATION = "!\"%'(),-./:?[]\u00ab\u00b7\u00bb\u2013\u2014\u2018\u2019\u201c\u201d\u2026"
"""What stands beside letters and must be their size: brackets and guillemets of a right-to-left script never come from
a Latin face, whose brackets stand too high."""

_DIGITS = "0123456789"

_ARABIC = (
    " \u00a0\u060c\u061b\u061f\u066a\u066b\u066c\u06d4\u200c\u200d\u200e"
    # Letters of Arabic with its marks, which must be in one file with them; both kinds of digits; then letters of
    # Persian, of Urdu, and of the Maghreb.
    + _span((0x0621, 0x063A), (0x0640, 0x0655), (0x0660, 0x0669), (0x0670, 0x0671), (0x06F0, 0x06F9))
    + "\u067e\u0686\u0698\u06a9\u06af\u06cc\u06c0"
    + "\u0679\u0688\u0691\u06ba\u06be\u06c1\u06c2\u06c3\u06d2\u06d3"
    + "\u06a2\u06a4\u06a5\u06a7\u06a8\u06ad\u0763"
)

_LATIN = (
    _span((0x20, 0x7E), (0xC0, 0xFF))
    + "\u00a0\u00a1\u00a3\u00a7\u00a9\u00ab\u00b0\u00b1\u00b2\u00b7\u00bb\u00bd\u00bf"
    + "\u0131\u0152\u0153\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u2032\u2033"
    + "\u2039\u203a\u20ac\u2212"
)

_LATIN_MORE = (
    # Letters of transliteration, then those of Turkish, Polish and Czech that names bring along.
    "\u0100\u0101\u0112\u0113\u012a\u012b\u014c\u014d\u016a\u016b\u0120\u0121\u01e6\u01e7\u02be\u02bf"
    + "\u1e0c\u1e0d\u1e0e\u1e0f\u1e24\u1e25\u1e2a\u1e2b\u1e62\u1e63\u1e6c\u1e6d\u1e6e\u1e6f\u1e92\u1e93"
    + "\u011e\u011f\u0130\u015e\u015f\u0106\u0107\u0141\u0142\u0143\u0144\u010c\u010d\u0160\u0161\u017d\u017e"
)

_HEBREW = (
    " \u00a0\u200c\u200d\u200e\u2010"
    + _span((0x05B0, 0x05C7), (0x05D0, 0x05EA), (0x05EF, 0x05F4))
    + "\u20aa\ufb2a\ufb2b\ufb2c\ufb2d\ufb35\ufb4b\ufb4c\ufb4d\ufb4e"
)

NASKH = Typeface(
    "LN Naskh",
    "noto-naskh-arabic",
    "Arab",
    (Source("arabic", _ARABIC), Source("latin", PUNCTUATION, PUNCTUATION)),
    '"Noto Naskh Arabic", "Geeza Pro"',
)
HEBREW = Typeface(
    "LN Hebrew",
    "noto-serif-hebrew",
    "Hebr",
    (Source("hebrew", _HEBREW), Source("latin", PUNCTUATION + _DIGITS, PUNCTUATION + _DIGITS)),
    '"Noto Serif Hebrew", "Times New Roman"',
)
LATIN = Typeface(
    "LN Latin",
    "literata",
    "Latn",
    (
        Source("latin", _LATIN),
        Source("latin-ext", _LATIN_MORE),
        Source("greek"),
        Source("greek-ext"),
        Source("cyrillic"),
        Source("cyrillic-ext"),
        Source("vietnamese"),
    ),
    'Literata, Georgia, "Noto Serif"',
    italic=True,
)

TYPEFACES = (NASKH, HEBREW, LATIN)
"""Every family of the theme. Latin letters turn up in texts of every script, so that its base is always kept."""

EVERYWHERE = "Latn"

FIGURES = "LN Figures"
"""Latin digits among Arabic letters: those of the Latin face, as large as in the column beside them."""

FIGURES_SCRIPT = "Arab"
"""Scripts with their own digits, whose faces have none that go with Latin letters."""


def stack(script: str) -> str:
    """The families a script is set in, the best first, for ``font-family``. An unknown script has the system's."""
    own = list(faces_of(script))
    others = [face for face in TYPEFACES if face.script != script]
    figures = [f'"{FIGURES}"'] if script == FIGURES_SCRIPT else []
    named = [name for face in own for name in (f'"{face.family}"', face.local)]
    return ", ".join([*figures, *named, *[f'"{face.family}"' for face in others], "serif"])


def faces_of(script: str) -> Iterator[Typeface]:
    """The families for a script's letters."""
    return (face for face in TYPEFACES if face.script == script)


@lru_cache(maxsize=32)
def base_characters(scripts: frozenset[str]) -> frozenset[str]:
    """Every character that is in the fonts of a site in these scripts whether it is used or not."""
    chosen = [face for face in TYPEFACES if face.script in scripts or face.script == EVERYWHERE]
    return frozenset("".join([source.base for face in chosen for source in face.sources]))


def rare_characters(text: str, scripts: frozenset[str]) -> str:
    """What a text adds to the fonts: its characters beyond ``base_characters``, sorted. Spaces, controls and the
    marks of direction need no letter and do not count."""
    found = set("".join(_beyond(scripts).findall(text)))
    return "".join([one for one in sorted(found) if category(one)[0] not in "CZ"])


@lru_cache(maxsize=32)
def _beyond(scripts: frozenset[str]) -> re.Pattern[str]:
    """Finds what is neither in ``base_characters`` nor a line end."""
    return re.compile(f"[^\n{re.escape(''.join(sorted(base_characters(scripts))))}]+")

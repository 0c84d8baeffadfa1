"""The language table: all that the program knows about single languages.

Nothing outside the language tables (this one and its ``lang_…`` modules, ``text.newswire`` and the catalogues of
interface strings) names a language. A site in Hebrew and Persian is a matter of settings.
"""

from __future__ import annotations

from lisanayn.text.lang import DigitSystem, Direction, Lang, PluralCategory, SentenceRules
from lisanayn.text.lang_ar import ARABIC
from lisanayn.text.lang_en import ENGLISH
from lisanayn.text.lang_fa import PERSIAN
from lisanayn.text.lang_fr import FRENCH
from lisanayn.text.lang_he import HEBREW
from lisanayn.text.lang_ur import URDU

__all__ = ["LANGUAGES", "DigitSystem", "Direction", "Lang", "PluralCategory", "SentenceRules", "lang"]

LANGUAGES: dict[str, Lang] = {entry.code: entry for entry in (ARABIC, ENGLISH, PERSIAN, HEBREW, URDU, FRENCH)}
"""Every language a site may be written in, by code."""


def lang(code: str) -> Lang:
    """The language of a code from the settings, which were checked against ``LANGUAGES``. ``KeyError`` otherwise."""
    return LANGUAGES[code]

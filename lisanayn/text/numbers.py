"""Numbers: their grammar and their digits."""

from __future__ import annotations

import re
from collections.abc import Callable

from lisanayn.text.lang import DigitSystem, Lang, PluralCategory

_DIGITS = {"latn": "0123456789", "arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
_TO = {
    system: str.maketrans("".join(other for name, other in _DIGITS.items() if name != system), digits * 2)
    for system, digits in _DIGITS.items()
}


def to_system(text: str, digits: DigitSystem) -> str:
    """The text with all its digits in one system; separators and all else stay."""
    return text.translate(_TO[digits])


def format_number(n: int | float, lang: Lang, digits: DigitSystem | None = None) -> str:
    """A number as the language groups it, at most three decimals. The Arabic separators go with Arabic digits only."""
    system = digits or lang.digits
    group, decimal = (lang.group, lang.decimal) if system == "latn" else ("٬", "٫")
    text = f"{n:,}" if isinstance(n, int) else f"{n:,.3f}".rstrip("0").rstrip(".")
    text = text.translate({ord(","): group, ord("."): decimal})
    return to_system(text, system)


def plural_category(n: int, lang: Lang) -> PluralCategory:
    """The form of a counted noun: CLDR's category of a whole number in the language."""
    for category, holds in _plurals(lang):
        if holds(abs(n)):
            return category
    return "other"


_compiled: dict[str, tuple[tuple[PluralCategory, Callable[[int], bool]], ...]] = {}
_RELATION = re.compile(r"n(?: % (\d+))? (!?=) (\d+)(?:\.\.(\d+))?")


def _plurals(lang: Lang) -> tuple[tuple[PluralCategory, Callable[[int], bool]], ...]:
    rules = _compiled.get(lang.code)
    if rules is None:
        rules = _compiled[lang.code] = tuple([(category, _condition(text)) for category, text in lang.plurals])
    return rules


def _condition(text: str) -> Callable[[int], bool]:
    """A CLDR condition (``n % 100 = 3..10``, joined by ``and``) as a function."""
    relations = []
    for part in text.split(" and "):
        match = _RELATION.fullmatch(part)
        if not match:
            raise ValueError(f"not a plural condition: {part!r}")
        low = int(match[3])
        relations.append((int(match[1] or 0), match[2] == "=", low, int(match[4] or low)))

    def holds(n: int) -> bool:
        return all((low <= (n % modulus if modulus else n) <= high) is equal for modulus, equal, low, high in relations)

    return holds

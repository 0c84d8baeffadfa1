"""Agencies: who is credited for a picture or named as a source.

A printed name is looked up by its folded spelling, so that «أ.ف.ب», «أ ف ب» and «ا ف ب» are one, as are «الأناضول»,
«أناضول» and «وكالة الأناضول للأنباء». The table is a frozen value of sorted pairs: it can be digested, and a look-up
by bisection needs no cache beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lisanayn.record import record
from lisanayn.text.folding import fold
from lisanayn.text.newswire import INVISIBLE, name_words


@record
class Agency:
    """One credited body, with its names in the languages of the site."""

    id: str
    names: tuple[tuple[str, str], ...]
    """(language code, name printed in that language)."""
    aliases: tuple[str, ...] = ()
    """Other spellings found in print, any language."""
    url: str = ""

    def name(self, lang: str) -> str:
        """The name in a language; the first name when there is none."""
        for code, name in self.names:
            if code == lang:
                return name
        return self.names[0][1] if self.names else self.id


@record
class AgencyTable:
    """The built-in agencies and the site's own; a site's record replaces a built-in one of the same id."""

    agencies: tuple[Agency, ...]
    """Sorted by id."""
    by_key: tuple[tuple[str, str], ...]
    """(``agency_key`` of a spelling, agency id), sorted; made by ``agency_table``. Frozen: it can be digested."""


@record
class CreditPart:
    """One name of a joined credit."""

    text: str
    """As printed."""
    agency: Agency | None
    """Its record, or None when the table has none: a photographer, a ministry."""


MOST_LETTERS = 160
"""Letters of a credit, joined names and all; what is longer is not looked up."""

_LETTERS_APART = re.compile(r"(?<!\w)\w(?:[.\s]+\w)+\.?(?!\w)")
_NOT_NAME = re.compile(r"[\"'«»“”.,،]+|\s+")
_EDGES = INVISIBLE + " \t\n\u00a0\"'«»“”،,."

@lru_cache(maxsize=2048)
def agency_key(spelling: str) -> str:
    """The key under which the spellings of one name meet: folded, letters of an acronym together, no ال in front."""
    folded = fold(spelling)
    if "." in folded or " " in folded:
        folded = _LETTERS_APART.sub(lambda match: re.sub(r"[.\s]", "", match[0]), folded)
    return name_words().article.sub("", _NOT_NAME.sub(" ", folded).strip())


def agency_table(extra: Sequence[Agency] = ()) -> AgencyTable:
    """The built-in agencies with the site's own added; where both know an id or a spelling, the site's counts."""
    from lisanayn.model.agencies_builtin import BUILT_IN  # not at the top: the two modules know each other

    records = {agency.id: agency for agency in (*BUILT_IN, *extra)}
    keys: dict[str, str] = {}
    for agency in (*extra, *(a for a in records.values() if a not in extra)):
        for spelling in (*(name for _, name in agency.names), *agency.aliases):
            keys.setdefault(agency_key(spelling), agency.id)
    for spelling, key in list(keys.items()):
        keys.setdefault(_bare(spelling), key)
    keys.pop("", None)
    agencies = tuple(sorted(records.values(), key=lambda agency: agency.id))
    return AgencyTable(agencies, tuple(sorted(keys.items())))


def _bare(key: str) -> str:
    """The key of a name without «وكالة» in front; the key itself where what remains is no name of its own."""
    words = name_words()
    head = words.around.match(key)
    if head is None or head[0].strip() not in words.bare_heads:
        return key
    return words.article.sub("", key[head.end() :])


def find(table: AgencyTable, printed: str) -> Agency | None:
    """The agency a printed name stands for, or None. Never a part of the name: «مواقع التواصل والبحث» is nobody.

    The words «وكالة», «للأنباء», "news agency" are tried without only after the whole name: «وكالة الأنباء
    السعودية» is an agency, «السعودية» a country.
    """
    folded = agency_key(printed)
    found = _by_key(table, folded)
    if found is None:
        words = name_words()
        bare = words.article.sub("", words.around.sub("", folded))
        found = _by_key(table, bare) if bare != folded else None
    return found


def _by_key(table: AgencyTable, wanted: str) -> Agency | None:
    at = bisect_left(table.by_key, (wanted, ""))
    if not wanted or at == len(table.by_key) or table.by_key[at][0] != wanted:
        return None
    return agency_by_id(table, table.by_key[at][1])


def agency_by_id(table: AgencyTable, wanted: str) -> Agency | None:
    """The agency of an id, or None."""
    at = bisect_left(table.agencies, wanted, key=lambda agency: agency.id)
    if at == len(table.agencies) or table.agencies[at].id != wanted:
        return None
    return table.agencies[at]


# Signs between the names of a credit, the surest first. A hyphen without spaces also stands inside names
# (ITAR-TASS): it is tried last. A list by commas may be a gloss («الجزيرة، جنوب تونس»): all its names must be known.
_SIGNS = (
    (re.compile(r"\s*[/+|&؛;]\s*|\s+via\s+", re.IGNORECASE), False),
    (re.compile(r"\s+[-–—]\s+|\s*[–—]\s*"), False),
    (re.compile(r"\s*[،,]\s*"), True),
    (re.compile(r"\s*-\s*"), False),
)


def find_credit(table: AgencyTable, printed: str) -> tuple[CreditPart, ...]:
    """The names of a credit, in their printed order: ``رويترز/الفرنسية``, ``AFP/Getty Images``, ``الجزيرة + وكالات``.

    A credit is one part where it is one known name, or where nothing in it is known. Nothing for a blank credit.
    """
    printed = printed.strip(_EDGES)
    if not printed:
        return ()
    whole = find(table, printed) if len(printed) <= MOST_LETTERS else None
    if whole is not None or len(printed) > MOST_LETTERS:
        return (CreditPart(printed, whole),)
    for sign, all_known in _SIGNS:
        pieces = [piece for piece in sign.split(printed) if piece.strip(_EDGES)]
        if len(pieces) < 2:
            continue
        parts = [part for piece in pieces for part in find_credit(table, piece)]
        known = [part.agency is not None for part in parts]
        if all(known) or (any(known) and not all_known):
            return tuple(parts)
    return _joined_by_and(table, printed) or (CreditPart(printed, None),)


def _joined_by_and(table: AgencyTable, printed: str) -> tuple[CreditPart, ...]:
    """Names joined by a word or letter for "and", where each is known: «الجزيرة ووكالات», "Reuters and AFP".

    Only where each is: «وزارة الصحة والسكان» is one ministry.
    """
    words = name_words()
    tokens = printed.split()
    for at in range(1, len(tokens)):
        token = tokens[at]
        left, right = tokens[:at], tokens[at:]
        if token.casefold() in words.and_words:
            right = tokens[at + 1 :]
        elif token.startswith(words.and_prefixes) and len(token) > 2:
            right = [token[1:], *tokens[at + 1 :]]
        else:
            continue
        parts = (*find_credit(table, " ".join(left)), *find_credit(table, " ".join(right)))
        if left and right and is_known(parts, every=True):
            return parts
    return ()


def is_known(parts: Iterable[CreditPart], every: bool = False) -> bool:
    """Whether the table knows any name of a credit; with ``every``, whether it knows them all."""
    known = [part.agency is not None for part in parts]
    return bool(known) and (all(known) if every else any(known))

"""Which story holds which word: lines of text, in shards.

A line is a term, a space and its entries, one a story: the story's number and the items that hold the term. A number
has three letters; the first two are written once for the stories that share them. Numbers are written in capitals,
digits and signs, items in other letters, so that neither needs a separator and an entry can be found, put in or
taken out without reading the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lisanayn.search.document import Document
from lisanayn.search.keys import Keys
from lisanayn.search.terms import joined_of, terms_of

NUMBER_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%()*+"
ITEM_SIGNS = "abcdefghijklmnopqrstuvwxyz-./:;=?@^_{|},[]"
BEYOND = "~"
"""Before two letters that count on from where one letter ends."""
MOST_CODES = 6
"""Letters for the items of one term in one story; the page finds further items when it has the story."""

_BASE, _ITEMS = len(NUMBER_SIGNS), len(ITEM_SIGNS)
_LAST = _ITEMS + _ITEMS * _ITEMS - 1
MOST_STORIES = _BASE**3
"""Numbers that three letters can write."""
_CODES = [*ITEM_SIGNS, *[BEYOND + ITEM_SIGNS[n // _ITEMS] + ITEM_SIGNS[n % _ITEMS] for n in range(_ITEMS * _ITEMS)]]

Entries = Mapping[str, str]
"""Term → the codes of a story's items that hold it."""


def number_code(number: int) -> str:
    """Three letters for a story's number."""
    if number >= MOST_STORIES:
        raise ValueError(f"an index has room for {MOST_STORIES} numbers")
    pair, last = divmod(number, _BASE)
    return NUMBER_SIGNS[pair // _BASE] + NUMBER_SIGNS[pair % _BASE] + NUMBER_SIGNS[last]


def shard_of(home: str, shards: int) -> int:
    """The shard of a home: FNV-1a over UTF-16 units, of which the page's script reckons the same."""
    value = 2166136261
    for letter in home:
        value = ((value ^ ord(letter)) * 16777619) & 0xFFFFFFFF
    return (value ^ value >> 15) % shards


def entries_of(document: Document) -> Entries:
    """The terms of a document, each with the items that hold it; of a second translation only its own text is new."""
    found: dict[str, str] = {}
    for item, (_, number, own, other) in enumerate(document.items):
        code = _CODES[min(item, _LAST)]
        text = f"{own} {other}" if number == 1 else other
        terms = set(terms_of(text))
        terms.update(joined_of(text))
        for term in terms:
            codes = found.get(term, "")
            if len(codes) < MOST_CODES:
                found[term] = codes + code
    return found


class Homes:
    """Term → its shards, remembered: the same words come again and again."""

    def __init__(self, keys: Keys, shards: int) -> None:
        self._keys = keys
        self._shards = shards
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, term: str) -> tuple[int, ...]:
        """The shards of a term, each once."""
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = tuple(sorted({shard_of(h, self._shards) for h in self._keys.homes(term)}))
        return found


Shard = dict[str, str]
"""Term → entries of all stories, in the order of their numbers."""

PART = len(NUMBER_SIGNS)
"""Numbers that share their first two letters: parts of an index that begin at its multiples can be put end to end."""


def gather(stories: Iterable[tuple[int, Entries]]) -> Shard:
    """The entries of all terms. The stories come in the order of their numbers."""
    lists: dict[str, list[str]] = {}
    block: dict[str, list[str]] = {}
    shared = ""
    for number, entries in stories:
        code = number_code(number)
        if not code.startswith(shared) or not shared:
            _close(block, shared, lists)
            block, shared = {}, code[:2]
        last = code[2]
        for term, items in entries.items():
            known = block.get(term)
            if known is None:
                block[term] = [last + items]
            else:
                known.append(last + items)
    _close(block, shared, lists)
    return {term: "".join(pieces) for term, pieces in lists.items()}


def _close(block: Mapping[str, list[str]], shared: str, lists: dict[str, list[str]]) -> None:
    for term, pieces in block.items():
        known = lists.get(term)
        if known is None:
            known = lists[term] = []
        known.append(shared)
        known += pieces


def divide(parts: Iterable[Shard], homes: Homes, shards: int) -> list[Shard]:
    """The shards of an index from the entries of its parts, in their order."""
    made: list[Shard] = [{} for _ in range(shards)]
    for part in parts:
        for term, text in part.items():
            for number in homes.of(term):
                shard = made[number]
                shard[term] = shard.get(term, "") + text
    return made


def shard_text(shard: Shard) -> str:
    """A shard as text, its terms sorted."""
    return "\n".join([f"{term} {shard[term]}" for term in sorted(shard)])


def read_shard(text: str) -> Shard:
    """A shard from its text."""
    return {term: entries for term, _, entries in [line.partition(" ") for line in text.split("\n")]} if text else {}


_SIGN = f"[{re.escape(NUMBER_SIGNS)}]"
_BLOCK = re.compile(_SIGN + "{3}")
"""The beginning of a block: two shared letters and the first last one."""
_ENTRY = re.compile(f"({_SIGN})([^{_SIGN[1:-1]}]+)")


def with_entry(entries: str, number: int, items: str) -> str:
    """A term's entries with those of one story replaced, added, or with empty ``items`` removed."""
    code = number_code(number)
    start, end = _block(entries, code[:2])
    block = dict(_ENTRY.findall(entries, start + 2, end)) if start < end else {}
    block.pop(code[2], None)
    if items:
        block[code[2]] = items
    made = "".join([sign + block[sign] for sign in sorted(block, key=NUMBER_SIGNS.index)])
    return entries[:start] + (code[:2] + made if made else "") + entries[end:]


def _block(entries: str, shared: str) -> tuple[int, int]:
    """Where the block of two letters stands, or if there is none, would stand; found by halving."""
    low, high = 0, len(entries)
    wanted = _place(shared)
    while low < high:
        match = _BLOCK.search(entries, (low + high) // 2, high) or _BLOCK.match(entries, low)
        if match is None:
            raise ValueError("a shard that cannot be read")
        after = _BLOCK.search(entries, match.end())
        end = after.start() if after else len(entries)
        found = _place(match[0])
        if found == wanted:
            return match.start(), end
        if found < wanted:
            low = end
        else:
            high = match.start()
    return low, low


def _place(code: str) -> int:
    return NUMBER_SIGNS.index(code[0]) * _BASE + NUMBER_SIGNS.index(code[1])

"""What a word is found by.

Two words are one for search when they share a *core*: what is left of a word without the clitics before it and the
endings behind it, or its stem. A word may have several cores, since nothing in وقف tells whether its و is a root
letter; what tells it is the list of whole words, and at the time of the question the words of the site
(``evidence``). Costs say how far a core is from its word: 0 the word itself, 1 clitics or spelling, 2 another form
of the word.

Words that share a core lie in one shard: a core's *home* is made from its last three letters, which clitics never
touch. ``static/search.js`` has the twin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lisanayn.record import record
from lisanayn.search.stems import stems
from lisanayn.search.terms import half_folded, seated, spelled, spellings
from lisanayn.text.folding import fold
from lisanayn.text.inflection import Ending, Joined, Stemmed

_TAIL = 3


@record
class Strip:
    """A way of taking a word's clitics off."""

    core: str
    taken_from: tuple[str, ...] = ()
    """The words a single letter was taken from on the way: wrong where one of them is whole."""
    articled: bool = False
    """Whether the article was the last to go."""
    contracted: bool = False
    """Whether the article was read out of a contraction: للغة may be ل + اللغة."""


class Keys:
    """The tables of a site's scripts, made ready."""

    def __init__(self, joined: tuple[Joined, ...], stemmed: tuple[Stemmed, ...]) -> None:
        self._scripts: list[_Script | _Latin] = [_Script(table) for table in joined]
        self._scripts += [_Latin(table) for table in stemmed]

    def cores(self, term: str) -> dict[str, int]:
        """The cores of a term, each with its cost."""
        for script in self._scripts:
            if script.letters.match(term):
                return script.cores(term)
        return {spelled(term): 0}

    def homes(self, term: str) -> tuple[str, ...]:
        """What the shards of a term are chosen by; a term and all it can match share at least one."""
        return tuple(sorted({core if core.isascii() else core[-_TAIL:] for core in self.cores(term)}))


class _Latin:
    """A script with stems."""

    def __init__(self, table: Stemmed) -> None:
        self.letters = re.compile(f"[{table.letters}]")
        self._table = table
        self._irregular: dict[str, list[str]] = {}
        for form, base in table.irregular:
            self._irregular.setdefault(form, []).append(base)

    def cores(self, term: str) -> dict[str, int]:
        term = spelled(term)
        left, apostrophe, right = term.rpartition("'")
        if not apostrophe:
            return dict.fromkeys(self._stems(term), 2)
        if right == "s":
            return dict.fromkeys(self._stems(left.replace("'", "")), 1)
        made = dict.fromkeys(self._stems(term.replace("'", "")), 1)
        if left in self._table.elided and len(right) > 2:
            made |= dict.fromkeys(self._stems(right), 1)
        return made

    def _stems(self, word: str) -> tuple[str, ...]:
        return stems(word, self._irregular, self._table.fixed)


def endings_of(table: Joined) -> tuple[Ending, ...]:
    """The endings of a table, folded, the longest first: of two that end alike only the longer is taken off."""
    folded = [replace(one, text=fold(one.text)) for one in table.endings]
    return tuple(sorted(folded, key=lambda one: (-len(one.text), one.text)))


class _Script:
    """A script with clitics and endings."""

    def __init__(self, table: Joined) -> None:
        self.letters = re.compile(f"[{table.letters}]")
        self._table = table
        whole = [half_folded(word) for word in table.whole]
        self._whole = frozenset([spelled(word) for word in whole])
        self._seated = frozenset(whole)
        self._endless = frozenset([spelled(word) for word in whole if not word.endswith("ة")])
        self._short = frozenset([spelled(half_folded(word)) for word in table.short])
        self._only_before = dict(table.only_before)
        self._written_as = dict(table.written_as)
        self._endings = endings_of(table)

    def cores(self, term: str) -> dict[str, int]:
        made: dict[str, int] = {}
        whole = spelled(term)
        ways = list(self.strips(self._written_as.get(whole, term)))
        # behind an article that was taken off, endings come off the bare word only
        bare = min([len(way.core) for way in ways if way.articled], default=len(term))
        for way in ways:
            cost = 0 if spelled(way.core) == whole else 1
            for half, further in self._without_endings(way.core) if len(way.core) <= bare else [(way.core, 0)]:
                for core in spellings(half):
                    made[core] = min(made.get(core, 9), max(cost, further))
        return made

    def strips(self, term: str) -> Iterator[Strip]:
        """All ways of taking clitics off a term, none at all first."""
        ways = [Strip(term)]
        yield ways[0]
        contracted, article = self._table.contraction
        for stage in self._table.stages:
            for way in tuple(ways):
                if self._is_whole(way.core):
                    continue
                for clitic in stage:
                    made = self._stripped(way, clitic)
                    if made:
                        ways.append(made)
                        yield made
                if contracted and clitic != self._table.article and way.core.startswith(contracted):
                    ways.append(Strip(article + way.core[len(contracted) :], way.taken_from, contracted=True))

    def _stripped(self, way: Strip, clitic: str) -> Strip | None:
        """One clitic less; None where it does not stand there or too little would be left."""
        if not way.core.startswith(clitic):
            return None
        is_article = clitic == self._table.article
        rest = way.core[len(clitic) :]
        least = self._table.least_after_article if is_article else self._table.least
        if len(rest) < least and (is_article or spelled(rest) not in self._short):
            return None
        if rest[0] not in self._only_before.get(clitic, rest[0]):
            return None
        return Strip(
            rest, way.taken_from if is_article else (*way.taken_from, way.core), is_article and not way.contracted
        )

    def _is_whole(self, word: str) -> bool:
        """Whether the table of whole words holds the word, with or without an ending. A hamza that is written tells:
        فأسد is not فاسد, though فاسد may be either."""
        return any(
            core in self._seated or (not seated(core) and spelled(core) in self._whole)
            for core, _ in self._without_endings(word)
        )

    def _without_endings(self, word: str) -> Iterator[tuple[str, int]]:
        """The word and what is left of it without one ending, without two, …, each with its cost."""
        yield word, 0
        if word.endswith("ة") or spelled(word) in self._endless:
            return
        longer: list[str] = []
        for ending in self._endings:
            rest = word.removesuffix(ending.text)
            if rest == word or any(one.endswith(ending.text) for one in longer):
                continue
            if len(rest) < ending.least and not (ending.short and spelled(rest) in self._short):
                continue
            longer.append(ending.text)
            for form in sorted(self._endless_forms(rest, ending)):
                for core, cost in self._without_endings(form):
                    yield core, max(cost, ending.cost)

    def _endless_forms(self, rest: str, ending: Ending) -> set[str]:
        """What a word is without an ending. A last letter that was put in its place is a feminine's: nothing further
        comes off it."""
        last, before = self._table.bridge
        least = min(self._table.least, len(rest)) if ending.short else self._table.least
        forms = {rest + instead for instead in ending.instead if len(rest + instead) >= least}
        if last and ending.cost > 1 and rest.endswith(last):
            forms.add(rest[: -len(last)] + before)
        return {form[:-1] + "ة" if before and form != rest and form.endswith(before) else form for form in forms}

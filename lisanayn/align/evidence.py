"""What the aligner knows of a site beyond the two texts before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from lisanayn.text.folding import fold


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which words of one language translate which of another, learned by ``align.lexicon.learn_lexicon``.

    Never changed after it was made; a plain dict only because a look-up must be fast and a worker
    process must be able to receive it.
    """

    table: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Folded source word → folded target word → probability that the first produced the second."""
    known: frozenset[str] = frozenset()
    """All target words of the table: of these it can be said that a translation is missing."""
    ratio: float = 1.0
    """Characters of translation for one of the original, in the pairs it was learned from."""
    digest: str = ""
    """Names the content; empty for an empty lexicon."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Names and words by which sentences of two languages recognise each other."""

    names: tuple[tuple[str, str], ...] = ()
    """(folded name, id of what it names), sorted: the names of tags and agencies in all languages.
    Two sentences that hold names of one id probably belong together."""
    lexicons: tuple[tuple[str, str, Lexicon], ...] = ()
    """(language of the original, language of the translation, lexicon); at most one for a pair of languages."""
    _named: list[str] = field(default_factory=list, init=False, repr=False, compare=False)
    """What ``digest`` found, once: every story asks for it, and a site has a thousand names."""

    def lexicon(self, source: str, target: str) -> Lexicon:
        """The lexicon for a pair of language codes; an empty one when nothing has been learned."""
        for a, b, lexicon in self.lexicons:
            if (a, b) == (source, target):
                return lexicon
        return NO_LEXICON

    def digest(self) -> str:
        """A name for the whole content: two pieces of evidence with one digest guide alike."""
        if not self._named:
            self._named.append(self._digest())
        return self._named[0]

    def _digest(self) -> str:
        state = blake2b(digest_size=16)
        for name, thing in self.names:
            state.update(f"{name}\0{thing}\0".encode())
        for a, b, lexicon in self.lexicons:
            state.update(f"{a}\0{b}\0{lexicon.digest}\0".encode())
        return state.hexdigest()


NO_LEXICON = Lexicon()
NO_EVIDENCE = Evidence()


def name_table(names: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Pairs of (name as printed, id) made into ``Evidence.names``: folded, without repetitions, sorted."""
    return tuple(sorted({(fold(name), thing) for name, thing in names if fold(name)}))

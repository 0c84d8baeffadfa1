"""A lexicon learned from sentences that translate each other: IBM Model 1 (Brown et al. 1993).

Expectation–maximisation over pairs of sentences, in plain Python, on the stems of ``words``. It starts from how
strictly two words keep company (which breaks the symmetry of Model 1's flat start, so that five rounds are enough)
and keeps for each word its likeliest translations only, so that the later rounds cost little. The same pairs
in the same order give the same lexicon, to the last digit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

from lisanayn.align.evidence import Lexicon
from lisanayn.align.exchange import aligned_groups
from lisanayn.align.words import TOKEN, stem
from lisanayn.model.story import Story
from lisanayn.text.common_words import COMMON_WORDS, LANGUAGES_OF_TABLE
from lisanayn.text.folding import fold

Table = dict[str, dict[str, float]]

MOST_PAIRS = 4000
"""Pairs learned from; more cost time and teach little."""
_LONGEST = 60
"""Words of a sentence that are counted; a longer one pairs too many words by chance."""
_ROUNDS = 5
_BRANCHES = 24
"""Translations kept for a word between rounds."""
_SLIGHT = 0.004
"""Translations of less probability are forgotten at the end."""
_CAUTION = 0.3
"""Added to the count of every word: one seen once must not be believed like one seen often."""
_NOTHING = ""
"""The empty word, which explains words that nothing in the sentence explains."""
_TOLD = 0.6
"""Probability shared by the translations in the table of common words."""
_TOLD_WEIGHT = 2.0
"""Sightings that an entry of that table is worth."""


def stems(text: str) -> tuple[str, ...]:
    """The stems of a sentence's words, without numbers."""
    return tuple([stem(token) for token in TOKEN.findall(fold(text)) if not token[0].isdigit()])


def trusted_pairs(story: Story, lang: str) -> list[tuple[str, str]]:
    """Sentence pairs of a story and its translation into a language that a lexicon may be learned from, surest first.

    Groups that a person reviewed; then those whose counts agree and that nothing speaks against, unless a machine
    translated them. None of them depends on a lexicon, so that learning never goes round in a circle.
    """
    reviewed: list[tuple[str, str]] = []
    agreeing: list[tuple[str, str]] = []
    for translation in story.translations:
        if translation.article.lang != lang:
            continue
        by_machine = translation.article.header.translation == "machine"
        for one in aligned_groups(translation):
            pair = (one.source_text, one.target_text)
            if not all(pair):
                continue
            if one.group.reviewed:
                reviewed.append(pair)
            elif not by_machine and not one.group.guessed and not one.group.stale:
                agreeing.append(pair)
    return reviewed + agreeing


def needs_lexicon(story: Story) -> bool:
    """Whether any group of a story was searched for: only then can a lexicon change it."""
    return any(g.guessed for t in story.translations for pair in t.pairs for g in pair.groups)


def learn_lexicon(pairs: Iterable[tuple[str, str]], source: str, target: str) -> Lexicon:
    """The lexicon of sentence pairs (original, translation) in two languages, by their codes.

    The first ``MOST_PAIRS`` are used: give the surest first. What the table of common words says is blended in.
    """
    counted = []
    size = other_size = 0
    for one, other in pairs:
        a, b = stems(one)[:_LONGEST], stems(other)[:_LONGEST]
        if a and b:
            counted.append((a, b))
            size, other_size = size + len(one), other_size + len(other)
        if len(counted) == MOST_PAIRS:
            break
    if not counted:
        return common_lexicon(source, target)
    told = common_lexicon(source, target).table
    table = _blend(_model_one(counted), told)
    return _lexicon(table, other_size / size)


@lru_cache(maxsize=32)
def common_lexicon(source: str, target: str) -> Lexicon:
    """What is known of two languages before anything was learned; empty when the table lacks one of them."""
    if source == target or not {source, target} <= set(LANGUAGES_OF_TABLE):
        return Lexicon()
    one, other = LANGUAGES_OF_TABLE.index(source), LANGUAGES_OF_TABLE.index(target)
    table: Table = {}
    for line in COMMON_WORDS.strip().split("\n"):
        columns = line.split("|")
        translations = dict.fromkeys(stem(fold(w)) for w in columns[other].split() if w.isalpha())
        for word in dict.fromkeys(stem(fold(w)) for w in columns[one].split() if w.isalpha()):
            row = table.setdefault(word, {})
            for translation in translations:
                row[translation] = max(row.get(translation, 0.0), _TOLD / len(translations) ** 0.5)
    return _lexicon(table, 1.0)


def _lexicon(table: Table, ratio: float) -> Lexicon:
    known = frozenset([word for row in table.values() for word in row])
    return Lexicon(table, known, ratio, f"{_digest(table)} {ratio!r}")


def _model_one(pairs: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> Table:
    """Source stem → target stem → expected number of times the first produced the second, divided by all its.

    A cell of the table is a number, so that the rounds look up no word: ``choices`` holds, for every word of every
    translation, the cells that may have produced it. A cell that was forgotten has a share of nothing.
    """
    with_nothing = [((*a, _NOTHING), b) for a, b in pairs]
    shares: list[float] = []
    cells: dict[str, dict[str, int]] = {}
    for word, company in _company(with_nothing).items():
        cells[word] = {other: n for n, other in enumerate(company, len(shares))}
        shares += company.values()
    choices: list[list[int]] = []
    for a, b in with_nothing:
        rows = [cells[word] for word in a]
        choices += [found for word in b if (found := [row[word] for row in rows if word in row])]
    for last in [False] * (_ROUNDS - 1) + [True]:
        counts = [0.0] * len(shares)
        for choice in choices:
            total = 0.0
            for cell in choice:
                total += shares[cell]
            if total:
                for cell in choice:
                    counts[cell] += shares[cell] / total
        shares = []
        for row in cells.values():
            shares += _normal(counts[len(shares) : len(shares) + len(row)], last)
    del cells[_NOTHING]
    return {word: {other: shares[n] for other, n in row.items() if shares[n]} for word, row in cells.items()}


def _company(pairs: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> Table:
    """Each word with the words it is seen beside, by how strictly they keep to each other (a squared cosine)."""
    beside: dict[str, list[Iterable[str]]] = {}
    other: Counter[str] = Counter()
    for a, b in pairs:
        translations = list(dict.fromkeys(b))
        other.update(translations)
        for word in dict.fromkeys(a):
            beside.setdefault(word, []).append(translations)
    table: Table = {}
    for word, runs in beside.items():
        row = Counter(chain.from_iterable(runs))
        strict = _normal([count * count / (len(runs) * other[t]) for t, count in row.items()], False)
        table[word] = {t: share for t, share in zip(row, strict, strict=True) if share}
    return table


def _normal(row: Sequence[float], last: bool) -> list[float]:
    """A row divided by its sum, its slight entries set to nothing."""
    total = sum(row) + (_CAUTION if last else 0.0)
    if last:
        return [value / total if value > _SLIGHT * total else 0.0 for value in row]
    least = sorted(row, reverse=True)[_BRANCHES - 1] if len(row) > _BRANCHES else 0.0
    return [value / total if value >= least else 0.0 for value in row]


def _blend(learned: Table, told: Mapping[str, Mapping[str, float]]) -> Table:
    """Learned rows first; a common word that was never seen keeps what the table says of it."""
    table = {word: dict(row) for word, row in learned.items()}
    for word, row in told.items():
        mine = table.setdefault(word, {})
        for translation, probability in row.items():
            mine[translation] = max(mine.get(translation, 0.0), probability)
    return table


def _digest(table: Mapping[str, Mapping[str, float]]) -> str:
    state = blake2b(digest_size=16)
    for word in sorted(table):
        for translation, probability in sorted(table[word].items()):
            state.update(f"{word}\0{translation}\0{probability!r}\0".encode())
    return state.hexdigest()

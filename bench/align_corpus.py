"""A development corpus for alignment: stories made of parallel sentences, then joined, split and dropped at random.

The sentences stand in tests/corpus/align/news.txt and were written for this project. All chance comes from a seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NEWS = Path(__file__).parent.parent / "tests" / "corpus" / "align" / "news.txt"

Pair = tuple[str, str]
Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Positions, from 0, of sentences that translate each other."""

PEOPLE = (
    "ليلى منصور|Leila Mansour", "سمير حداد|Samir Haddad", "كارلوس فيغا|Carlos Vega", "إميلي كارتر|Emily Carter",
    "يوسف بن عمار|Youssef Ben Ammar", "نادية الشريف|Nadia al-Sharif", "توماس برغر|Thomas Berger",
    "هدى قاسم|Huda Qassem", "مارتا روسي|Marta Rossi", "رامي الخطيب|Rami al-Khatib", "جون ماكلين|John McLean",
    "فاطمة الزهراني|Fatima al-Zahrani", "أولغا بتروفا|Olga Petrova", "حسن درويش|Hassan Darwish",
    "كلير دوبوا|Claire Dubois", "طارق العمري|Tariq al-Omari", "ديفيد نغوين|David Nguyen",
    "سلمى عبد الله|Salma Abdullah", "بيتر يانسن|Peter Jansen", "مريم الغزالي|Maryam al-Ghazali",
)  # fmt: skip
CITIES = (
    "صفاقس|Sfax", "اللاذقية|Latakia", "مكناس|Meknes", "البصرة|Basra", "بورسعيد|Port Said", "طرابلس|Tripoli",
    "وهران|Oran", "إشبيلية|Seville", "بيرغن|Bergen", "غرناطة|Granada", "مرسيليا|Marseille", "إربد|Irbid",
    "نابلس|Nablus", "المكلا|Mukalla", "كسلا|Kassala", "ليفربول|Liverpool", "ميلانو|Milan", "إزمير|Izmir",
)  # fmt: skip
BODIES = (
    "منظمة الأرصفة المفتوحة|the Open Quays Organisation", "معهد الضفاف للدراسات|the Difaf Institute",
    "شركة نورا|Noura Energy", "البنك الإقليمي للتنمية|the Regional Development Bank",
    "جمعية المشّائين|the Walkers' Association", "مؤسسة كينغسلي|the Kingsley Foundation",
    "اتحاد البلديات الساحلية|the Union of Coastal Municipalities", "مركز هارلم للأبحاث|the Haarlem Research Centre",
)  # fmt: skip
MONTHS = (
    "كانون الثاني/يناير|January", "شباط/فبراير|February", "مارس|March", "أبريل|April", "أيار/مايو|May",
    "يونيو|June", "تموز/يوليو|July", "أغسطس|August", "أيلول/سبتمبر|September", "أكتوبر|October", "نوفمبر|November",
    "كانون الأول/ديسمبر|December",
)  # fmt: skip
DAYS = (
    "السبت|Saturday", "الأحد|Sunday", "الاثنين|Monday", "الثلاثاء|Tuesday", "الأربعاء|Wednesday", "الخميس|Thursday",
    "الجمعة|Friday",
)  # fmt: skip
EASTERN = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬")


@dataclass(frozen=True)
class Perturbation:
    """Shares of sentences that are joined to their neighbour or dropped, on either side."""

    join_source: float = 0.0
    join_target: float = 0.0
    drop_source: float = 0.0
    drop_target: float = 0.0


NONE = Perturbation()
NEWSPAPER = Perturbation(0.10, 0.05, 0.03, 0.02)
"""bilingual.md, section 3.3."""
ONE_IN_FIVE = Perturbation(0.09, 0.05, 0.03, 0.03)


@dataclass(frozen=True)
class Sample:
    """Two texts and the truth about them."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[Bead, ...]


def read_topics(text: str) -> dict[str, list[Pair]]:
    """Topic → its parallel sentences, slots unfilled."""
    topics: dict[str, list[Pair]] = {}
    for part in re.split(r"^== ", text, flags=re.M)[1:]:
        name, *lines = [line for line in part.split("\n") if line.strip()]
        topics[name] = list(zip(lines[::2], lines[1::2], strict=True))
    return topics


def story(topic: Sequence[Pair], others: Sequence[Pair], rng: random.Random) -> list[Pair]:
    """One story: most sentences of a topic in their order, a few of other topics between them, slots filled."""
    size = rng.randint(9, len(topic))
    pairs = [topic[n] for n in sorted(rng.sample(range(len(topic)), size))]
    for pair in rng.sample(others, rng.randint(2, 6)):
        pairs.insert(rng.randint(1, len(pairs)), pair)
    return fill(pairs, rng)


def fill(pairs: Sequence[Pair], rng: random.Random) -> list[Pair]:
    """The pairs with their slots filled; a name keeps its place through the story, a number seldom comes twice."""
    people, cities, bodies, months, days = (rng.sample(x, 4) for x in (PEOPLE, CITIES, BODIES, MONTHS, DAYS))
    named = {"p": people, "c": cities, "o": bodies, "m": months, "d": days}
    eastern = rng.random() < 0.3
    filled = []
    for a, e in pairs:
        for slot in re.findall(r"\{(\w)(\d)\}", a):
            if slot[0] in named:
                one, other = named[slot[0]][int(slot[1]) % 4].split("|")
            else:
                other = number(slot[0], rng)
                one = other.translate(EASTERN) if eastern else other
            mark = f"{{{slot[0]}{slot[1]}}}"
            a, e = a.replace(mark, one), e.replace(mark, other)
        filled.append((a, e[0].upper() + e[1:]))
    return filled


def number(kind: str, rng: random.Random) -> str:
    """A number as printed: small, thousands, per cent, a year."""
    if kind == "k":
        return f"{rng.randint(11, 980) * 100:,}"
    if kind == "q":
        return f"{rng.randint(30, 900) / 10:.1f}"
    return str(rng.randint(1952, 2024)) if kind == "y" else str(rng.randint(3, 89))


def stories(seed: int, per_topic: int = 6) -> dict[str, list[list[Pair]]]:
    """Topic → stories. Twelve topics, so 72 stories by default."""
    rng = random.Random(seed)
    topics = read_topics(NEWS.read_text(encoding="utf-8"))
    made = {}
    for name, topic in topics.items():
        others = [pair for other, pairs in topics.items() if other != name for pair in pairs]
        made[name] = [story(topic, others, rng) for _ in range(per_topic)]
    return made


def perturb(pairs: Sequence[Pair], how: Perturbation, rng: random.Random) -> Sample:
    """Joins neighbours and drops sentences, each at its rate, at most once to a sentence."""
    source: list[str] = []
    target: list[str] = []
    beads: list[Bead] = []
    at = 0
    while at < len(pairs):
        chance = rng.random()
        a, e = pairs[at]
        i, j = len(source), len(target)
        joined = pairs[at + 1] if at + 1 < len(pairs) else None
        step = 1
        limits = [how.join_source, how.join_target, how.drop_source, how.drop_target]
        event = next((n for n in range(4) if chance < sum(limits[: n + 1])), 4)
        if event == 0 and joined:
            source.append(f"{a} {joined[0]}")
            target += [e, joined[1]]
            beads.append(((i,), (j, j + 1)))
            step = 2
        elif event == 1 and joined:
            source += [a, joined[0]]
            target.append(f"{e} {joined[1]}")
            beads.append(((i, i + 1), (j,)))
            step = 2
        elif event == 2:
            target.append(e)
            beads.append(((), (j,)))
        elif event == 3:
            source.append(a)
            beads.append(((i,), ()))
        else:
            source.append(a)
            target.append(e)
            beads.append(((i,), (j,)))
        at += step
    return Sample(tuple(source), tuple(target), tuple(beads))

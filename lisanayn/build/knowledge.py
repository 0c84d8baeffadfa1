"""The rows of the store as values: what is known of every story, and what must be told again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from lisanayn.align.evidence import Evidence, Lexicon
from lisanayn.build.codec import dumps, loads, unpack
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.lexicons import Lesson
from lisanayn.build.store import Row, Store, Unusable
from lisanayn.build.summaries import Facts, StorySummary
from lisanayn.model.catalog import Card, Place
from lisanayn.problems import Problem
from lisanayn.record import record

_DIGEST = [field.name for field in fields(Card)].index("digest")


@record
class Known:
    """A story as the last build left it; its card is read apart."""

    files: StoryFiles
    facts: Facts
    shown: str
    """Digest of its card; empty when it is not published."""
    seat: str
    """Digest of its place; empty when it has no pages."""


@record
class _Told:
    problems: tuple[Problem, ...]


def known_stories(store: Store, keys: Iterable[str]) -> dict[str, Known]:
    """The stories of some keys, as far as they are known."""
    rows = store.rows_of("SELECT key, files, facts, shown, seat FROM stories", "key", keys)
    with _checked():
        return {
            str(key): Known(loads(StoryFiles, str(files)), loads(Facts, str(facts)), str(shown), str(seat))
            for key, files, facts, shown, seat in rows
        }


def known_cards(store: Store, keys: Iterable[str] | None = None) -> dict[str, Card]:
    """The cards of all published stories, or of some, by the stories' keys."""
    query = "SELECT key, card, shown FROM stories"
    some = store.rows(query) if keys is None else store.rows_of(query, "key", keys)
    rows = [row for row in some if row[2]]
    with _checked():
        found = json.loads(f"[{','.join([str(card) for _, card, _ in rows])}]")
        cards = {}
        for (key, text, shown), data in zip(rows, found, strict=True):
            if digest_bytes(str(text).encode("utf-8", "surrogatepass")) != shown:
                raise Unusable("it is damaged")
            data[_DIGEST] = shown
            cards[str(key)] = unpack(Card, data)
        return cards


def known_places(store: Store, keys: Iterable[str]) -> dict[str, Place]:
    """The places of some stories that have pages."""
    with _checked():
        places = {}
        for key, text, seat in store.rows_of("SELECT key, place, seat FROM stories", "key", keys):
            if seat:
                if digest_bytes(str(text).encode("utf-8", "surrogatepass")) != seat:
                    raise Unusable("it is damaged")
                places[str(key)] = loads(Place, str(text))
        return places


def known_seats(store: Store) -> dict[str, tuple[str, str]]:
    """Digests of card and place of every known story, by key."""
    rows = store.rows("SELECT key, shown, seat FROM stories")
    return {str(key): (str(shown), str(seat)) for key, shown, seat in rows}


def story_row(summary: StorySummary, place: Place | None, seat: str) -> Row:
    """A story for the table ``stories``."""
    facts = summary.facts
    card = dumps(replace(summary.card, digest="")) if summary.card else ""
    problems = pack_problems(summary.problems)
    return (
        summary.key, summary.files.slug, summary.shown, seat, int(facts.searched), facts.articles, int(facts.faulty),
        facts.since, facts.until, problems, dumps(summary.files), dumps(facts), card, dumps(place) if place else "",
        facts.characters,
    )  # fmt: skip


def pack_problems(problems: Iterable[Problem]) -> str:
    """Problems as text; empty for none."""
    told = tuple(problems)
    return dumps(_Told(told)) if told else ""


def unpack_problems(text: str) -> tuple[Problem, ...]:
    """What ``pack_problems`` made. Raises Unusable for anything else."""
    with _checked():
        return loads(_Told, text).problems if text else ()


def known_lessons(store: Store) -> list[Lesson]:
    """The lessons that were learned from, in their order."""
    with _checked():
        rows = store.rows("SELECT key, source, target, digest, data FROM lessons ORDER BY place")
        return [
            loads(Lesson, json.dumps([str(key), str(source), str(target), json.loads(str(data)), str(digest)]))
            for key, source, target, digest, data in rows
        ]


def lesson_rows(lessons: Iterable[Lesson]) -> Iterator[Row]:
    """Lessons for the table ``lessons``."""
    for place, one in enumerate(lessons):
        data = json.dumps(one.pairs, ensure_ascii=False, separators=(",", ":"))
        yield one.key, one.source, one.target, place, one.digest, data


def pack_evidence(guide: Evidence) -> str:
    """The lexicons of some evidence as text."""
    return json.dumps(
        [[a, b, known.table, sorted(known.known), known.ratio, known.digest] for a, b, known in guide.lexicons],
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip


def unpack_evidence(text: str, plain: Evidence) -> Evidence:
    """``plain`` with the lexicons of a text. Raises Unusable when it is none."""
    with _checked():
        lexicons = tuple(
            (str(a), str(b), Lexicon({str(w): {str(t): float(p) for t, p in row.items()} for w, row in table.items()},
                                     frozenset(map(str, known)), float(ratio), str(digest)))
            for a, b, table, known, ratio, digest in json.loads(text)
        )  # fmt: skip
        return replace(plain, lexicons=lexicons)


class _checked:
    """A row that is not what it should be makes the store unusable."""

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: object) -> None:
        if isinstance(fault, ValueError | TypeError | KeyError | AttributeError | IndexError):
            raise Unusable("it is damaged") from fault

"""The files of search, as scripts of one call each.

A page opened from a disk may load scripts but fetch nothing, and a page under a strict policy may load scripts of
its own site but evaluate nothing: so every file is one call of a function that ``search.js`` puts in place, with a
literal.

    search/index.js     sizes, the stories from the newest to the oldest, and the tables of ``text.inflections``
    search/w/12.js      a shard: which stories hold which words
    search/s/12.js      a story: its sentences, loaded when they are shown
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from lisanayn.search.document import script_json
from lisanayn.search.keys import Keys, endings_of
from lisanayn.search.numbers import Level
from lisanayn.search.shards import BEYOND, ITEM_SIGNS, NUMBER_SIGNS, Shard, number_code, read_shard, shard_text
from lisanayn.search.terms import half_folded, spelled
from lisanayn.text.inflection import Joined, Stemmed
from lisanayn.text.inflections import joined_tables, stemmed_tables
from lisanayn.text.languages import LANGUAGES

FOLDER = "search"
INDEX = f"{FOLDER}/index.js"
_CALL, _END = "lisanaynSearch", b");\n"


def shard_path(shard: int) -> str:
    """The path of a shard in output/."""
    return f"{FOLDER}/w/{shard}.js"


def story_path(number: int) -> str:
    """The path of a story's sentences in output/."""
    return f"{FOLDER}/s/{number}.js"


def story_file(number: int, document: bytes) -> bytes:
    """The file of a story, around the bytes of its document."""
    return _called(f"s/{number}", document)


def read_story_file(number: int, data: bytes) -> bytes:
    """The document in the file of a story."""
    return data[len(_called(f"s/{number}", b"")) - len(_END) : -len(_END)]


def shard_file(number: int, shard: Shard) -> bytes:
    """The file of a shard."""
    return _called(f"w/{number}", script_json(shard_text(shard)))


def read_shard_file(number: int, data: bytes) -> Shard:
    """The shard in a file."""
    inside = data[len(_called(f"w/{number}", b"")) - len(_END) : -len(_END)]
    return read_shard(json.loads(inside))


def index_file(level: Level, newest_first: Iterable[int], languages: Sequence[str]) -> bytes:
    """The file that a page loads first."""
    value = {
        "shards": level.shards,
        "signs": [NUMBER_SIGNS, ITEM_SIGNS, BEYOND],
        "directions": {code: LANGUAGES[code].direction for code in languages},
        "order": "".join([number_code(number) for number in newest_first]),
        "joined": [_joined(table) for table in joined_tables(languages)],
        "stemmed": [_stemmed(table) for table in stemmed_tables()],
    }
    return _called("index", script_json(value))


def make_keys(languages: Sequence[str]) -> Keys:
    """The keys of a site's words; made once a run."""
    return Keys(joined_tables(languages), stemmed_tables())


def _called(name: str, value: bytes) -> bytes:
    return f'{_CALL}("{name}",'.encode() + value + _END


def _joined(table: Joined) -> dict[str, object]:
    made = asdict(table)
    made["endings"] = [[one.text, one.least, list(one.instead), one.cost, one.short] for one in endings_of(table)]
    made["short"] = " ".join(sorted({spelled(half_folded(word)) for word in table.short}))
    made["whole"] = " ".join(sorted({half_folded(word) for word in table.whole}))
    return made


def _stemmed(table: Stemmed) -> dict[str, object]:
    return {
        "letters": table.letters,
        "irregular": " ".join([f"{form} {base}" for form, base in table.irregular]),
        "fixed": " ".join(table.fixed),
        "elided": " ".join(table.elided),
    }

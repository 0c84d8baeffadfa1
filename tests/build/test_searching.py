"""The search index as it is kept up: little work for an edit, and the same bytes as if made anew."""

from __future__ import annotations

import random

import pytest

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.searching import Sources, read_state, search_files, write_state
from lisanayn.disk import MemoryDisk
from lisanayn.search.document import script_json

WORDS = [
    "كتاب",
    "الكتاب",
    "وبالكتاب",
    "مدرسة",
    "مدرستها",
    "سفينة",
    "بحر",
    "وقلم",
    "مسؤول",
    "library",
    "libraries",
    "boat",
    "stars",
    "city",
    "plan",
    "2024",
    "٣٫٥",
    "هو",
    "في",
    "the",
]


def document(text: str, date: str = "2026-01-01") -> bytes:
    """A document of one sentence."""
    items = [["", 1, "عنوان", "Title"], ["", 1, "", ""], ["", 1, "", ""], ["s1", 1, text, "A sentence."]]
    return script_json({"l": ["ar", "en"], "p": ["ar/x/index.html", "en/x/index.html"], "d": date, "i": items})


class Index:
    """An index that is kept up in memory."""

    def __init__(self) -> None:
        self.output, self.state = MemoryDisk(), None

    def build(self, stories: dict[str, bytes], code: str = "1") -> list[str]:
        """One build; the paths it wrote."""
        sources = Sources(
            {slug: digest_bytes(data) for slug, data in stories.items()}, stories.__getitem__, ("ar", "en"), code
        )
        before = read_state(self.state)
        state, files = search_files(sources, before, self.output)
        written = dict(files)
        for path in (before.paths().keys() if before else set()) - state.paths().keys():
            self.output.remove(path)
        for path, data in written.items():
            self.output.write(path, data)
        assert {path: digest_bytes(data) for path, data in self.output.contents.items()} == state.paths()
        self.state = write_state(state)
        return sorted(written)


def stories(count: int, seed: int = 1) -> dict[str, bytes]:
    """Stories of a few words each."""
    chance = random.Random(seed)
    return {
        f"story-{n}": document(" ".join(chance.choices(WORDS, k=8)), f"2026-01-{n % 28 + 1:02}") for n in range(count)
    }


def clean(made: dict[str, bytes]) -> dict[str, bytes]:
    """The files of an index made anew."""
    index = Index()
    index.build(made)
    return index.output.contents


def test_nothing_new_writes_nothing():
    index, made = Index(), stories(20)
    index.build(made)
    assert index.build(made) == []


def test_an_edit_touches_its_story_and_the_shards_of_its_changed_words():
    index, made = Index(), stories(40) | {"story-1": document("سفينة وقلم")}
    index.build(made)
    made["story-1"] = document("سفينة وبحر")
    written = index.build(made)
    assert [path for path in written if "/s/" in path] == [path for path in written if "/s/" in path][:1]
    assert 1 <= len([path for path in written if "/w/" in path]) <= 4
    assert "search/index.js" not in written
    assert index.output.contents == clean(made)


@pytest.mark.parametrize("seed", range(6))
def test_any_row_of_edits_ends_as_a_build_from_nothing(seed):
    chance = random.Random(seed)
    index, made = Index(), stories(30, seed)
    index.build(made)
    for step in range(12):
        slug = f"story-{chance.randrange(40)}"
        if chance.random() < 0.3 and slug in made and len(made) > 2:
            del made[slug]
        else:
            made[slug] = document(" ".join(chance.choices(WORDS, k=8)), f"2026-02-{step + 1:02}")
        index.build(made)
        assert index.output.contents == clean(made)


def test_a_site_that_outgrows_its_size_is_numbered_anew():
    index, made = Index(), stories(8)
    index.build(made)
    made |= stories(9)
    index.build(made)
    assert index.output.contents == clean(made)


def test_a_lost_state_a_new_program_or_a_file_changed_by_hand_make_everything_anew():
    index, made = Index(), stories(40)
    everything = index.build(made)
    index.state = b"{"
    assert index.build(made) == everything
    assert index.build(made, code="2") == everything
    made["story-3"] = document("سفينة جديدة")
    for path in index.output.contents:
        index.output.contents[path] += b" "
    sources = Sources({s: digest_bytes(d) for s, d in made.items()}, made.__getitem__, ("ar", "en"), "2")
    assert dict(search_files(sources, read_state(index.state), index.output)[1]) == clean_as("2", made)


def clean_as(code: str, made: dict[str, bytes]) -> dict[str, bytes]:
    """The files of an index made anew by a program."""
    index = Index()
    index.build(made, code)
    return index.output.contents


def test_the_last_story_may_go():
    index = Index()
    index.build(stories(1))
    index.build({})
    assert [path for path in index.output.contents if "/s/" in path] == []

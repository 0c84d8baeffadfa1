"""The language table, language by language, against what CLDR knows (through Babel)."""

from __future__ import annotations

import re

import pytest
from babel import Locale

from lisanayn.text.direction import first_strong
from lisanayn.text.languages import LANGUAGES, Lang, lang

EVERY = sorted(LANGUAGES.values(), key=lambda entry: entry.code)

TABLE = [
    # code, name, direction, script, Open Graph, digits, quotes, list comma
    ("ar", "العربية", "rtl", "Arab", "ar_AR", "arab", "«»", "، "),
    ("en", "English", "ltr", "Latn", "en_US", "latn", "“”", ", "),
    ("fa", "فارسی", "rtl", "Arab", "fa_IR", "arabext", "«»", "، "),
    ("fr", "français", "ltr", "Latn", "fr_FR", "latn", "«\u202f\u202f»", ", "),
    ("he", "עברית", "rtl", "Hebr", "he_IL", "latn", "””", ", "),
    ("ur", "اردو", "rtl", "Arab", "ur_PK", "latn", "“”", "، "),
]


def test_the_table_of_languages() -> None:
    found = [
        (e.code, e.name, e.direction, e.script, e.og_locale, e.digits, "".join(e.quotes), e.comma) for e in EVERY
    ]
    assert found == TABLE


def plain(month: str) -> str:
    """A month without the hamza that joins it to its year in Persian, which CLDR has dropped (Babel 2.19)."""
    return month.replace("\u0654", "")


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.code)
class TestEveryLanguage:
    def test_is_found_by_its_code(self, entry: Lang) -> None:
        assert lang(entry.code) is entry

    def test_has_a_name_that_reads_in_its_direction(self, entry: Lang) -> None:
        assert first_strong(entry.name) == entry.direction

    def test_has_the_names_that_cldr_gives_it(self, entry: Lang) -> None:
        names = {code: Locale(code).languages[entry.code] for code in LANGUAGES}
        assert {code: entry.name_in(code) for code in LANGUAGES} == names
        assert entry.name_in(entry.code) == entry.name

    def test_has_its_own_name_where_the_table_has_none(self, entry: Lang) -> None:
        assert entry.name_in("xx") == entry.name

    def test_has_the_months_that_cldr_gives_it(self, entry: Lang) -> None:
        months = Locale(entry.code).months["format"]["wide"]
        assert entry.months[0][0] == "gregorian"
        assert [plain(name) for name in entry.months[0][1]] == [plain(months[number]) for number in range(1, 13)]

    def test_has_its_script_and_direction_from_cldr(self, entry: Lang) -> None:
        assert Locale(entry.code).text_direction == entry.direction
        assert re.fullmatch(rf"{entry.code}_[A-Z]{{2}}", entry.og_locale)

    def test_has_each_letter_once(self, entry: Lang) -> None:
        letters = "".join(entry.alphabet)
        assert len(letters) == len(set(letters))
        assert entry.alphabet[0]

    def test_writes_abbreviations_with_their_full_stop_and_words_without(self, entry: Lang) -> None:
        rules = entry.sentence
        abbreviations = (*rules.titles, *rules.numbered, *rules.clipped, *rules.regions, *rules.hours)
        assert [word for word in abbreviations if not word.endswith(".")] == []
        assert [word for word in rules.marked if not word.endswith("!")] == []
        plain = (*rules.labels, *rules.sayings, *rules.clauses, *rules.asides, *rules.prepositions, *rules.spelled)
        assert [word for word in plain if word.endswith((".", "،", ","))] == []

    def test_has_no_abbreviation_of_two_kinds(self, entry: Lang) -> None:
        rules = entry.sentence
        kinds = [rules.titles, rules.numbered, rules.clipped, rules.regions, rules.hours]
        words = [word for kind in kinds for word in set(kind)]
        assert sorted(words) == sorted(set(words))

    def test_compares_words_without_vowel_marks(self, entry: Lang) -> None:
        words = (*entry.sentence.starters, *entry.sentence.sayings, *entry.sentence.asides)
        assert [word for word in words if re.search("[\u064b-\u0652]", word)] == []

    def test_is_set_in_sizes_that_fit_their_rows(self, entry: Lang) -> None:
        scale = entry.type
        assert [use for use in scale.uses() if not 1.15 <= use[1].row / use[1].size <= 2.0] == []
        assert [use for use in scale.uses() if not 400 <= use[1].weight <= 700] == []
        # Below that the vowel marks of one line print over the letters of another.
        assert min(scale.body.row / scale.body.size, scale.alone.row / scale.alone.size) >= 1.6
        assert scale.slanted == (entry.script == "Latn")
        assert scale.tracking == 0 or entry.script == "Latn"


def test_levantine_months_are_those_of_lebanon() -> None:
    months = Locale("ar", "LB").months["format"]["wide"]
    assert dict(lang("ar").months)["levantine"] == tuple(months[number] for number in range(1, 13))


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        lang("tlh")

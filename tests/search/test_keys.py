"""Words, terms and cores, by the table that the page's script is held to as well (``tests/browser/test_search.py``)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.search.files import make_keys
from lisanayn.search.keys import Keys
from lisanayn.search.shards import Homes, shard_of
from lisanayn.search.terms import WORD, half_folded, spelled, terms_of, word_terms
from tests.search.sites import CORPUS

KEYS = make_keys(("ar", "en", "he"))
ROWS = [line.split("\t") for line in (CORPUS / "search_keys.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
LETTERS = st.text(alphabet="وفبلكالهانيمتةأإؤئءسدعخقر\u064f\u0640abest'’0123٢٣. ,«»-", max_size=12)


@pytest.mark.parametrize(("word", "terms", "cores"), ROWS, ids=[row[0] for row in ROWS])
def test_a_word_of_the_table(word, terms, cores):
    assert " ".join(terms_of(word)) == terms
    made = [" ".join(f"{core}:{cost}" for core, cost in sorted(KEYS.cores(term).items())) for term in terms.split()]
    assert " | ".join(made) == cores


@given(LETTERS)
def test_a_term_is_found_by_itself_however_its_word_is_spelled(text):
    for term in terms_of(text):
        again = terms_of(spelled(term))
        if again == [spelled(term)]:
            assert set(KEYS.homes(term)) & set(KEYS.homes(again[0])), term
            assert KEYS.cores(term).keys() & KEYS.cores(again[0]).keys(), term


@given(LETTERS)
def test_words_that_share_a_core_share_a_shard(text):
    terms = terms_of(text)
    for one in terms:
        for other in terms:
            if KEYS.cores(one).keys() & KEYS.cores(other).keys():
                assert set(KEYS.homes(one)) & set(KEYS.homes(other))


@given(st.text(max_size=40))
def test_any_text_can_be_cut_into_words_and_terms_are_lines_of_a_shard(text):
    for term in terms_of(text):
        assert term and not re.search(r"\s", term)
        assert KEYS.cores(term)


def test_what_a_word_is_made_of_does_not_depend_on_the_words_around_it():
    text = "وقف الولد، ثم قال: «3.5 و 1,200»"
    assert terms_of(text) == [term for word in WORD.findall(text) for term in word_terms(word)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("ولد", "لد"), ("بيت", "يت"), ("فكر", "كر"), ("كتب", "مكتب"), ("وزير", "زير"), ("فريق", "ريق"), ("مكتبة", "مكتب"),
     ("كامل", "أمل"), ("لبنان", "لبن"), ("plan", "plane"), ("star", "stare"), ("news", "new"), ("unit", "united")],
)  # fmt: skip
def test_false_friends_share_no_core(one, other):
    assert not KEYS.cores(half_folded(one)).keys() & KEYS.cores(half_folded(other)).keys()


def test_without_arabic_a_persian_site_leaves_first_letters_alone():
    persian = make_keys(("fa", "fr"))
    assert persian.cores(half_folded("وزیران")) == {"وزيران": 0, "وزير": 2}
    assert persian.cores(half_folded("کتاب‌ها")) == {"كتابها": 0, "كتاب": 2}
    assert persian.cores(half_folded("کتاب‌های")) == {"كتابهاي": 0, "كتاب": 2}


def test_a_script_without_a_table_is_found_as_it_is_spelled():
    assert Keys((), ()).cores("книги") == {"книги": 0}
    assert Homes(Keys((), ()), 1).of("книги") == (0,)


def test_shards_are_chosen_by_a_hash_that_every_program_reckons_alike():
    assert [shard_of(home, 64) for home in ("تاب", "librari", "2024")] == [34, 13, 43]

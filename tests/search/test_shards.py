"""Lines of a shard: what is put in one by one is what is made at once."""

from hypothesis import given
from hypothesis import strategies as st

from lisanayn.search.document import Document
from lisanayn.search.numbers import level_of, number_stories
from lisanayn.search.shards import PART, entries_of, gather, read_shard, shard_text, with_entry

ENTRIES = st.dictionaries(st.integers(0, 500), st.sampled_from(["a", "ab", "~ab", "]"]), max_size=40)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_entries_put_in_and_taken_out_in_any_order(entries, random):
    text, order = "", sorted(entries)
    random.shuffle(order)
    for number in order:
        text = with_entry(text, number, "z")
        text = with_entry(text, number, entries[number])
    assert text == gather([(number, {"term": entries[number]}) for number in sorted(entries)]).get("term", "")
    for number in order:
        text = with_entry(text, number, "")
    assert text == ""


@given(ENTRIES)
def test_parts_can_be_put_end_to_end(entries):
    stories = [(number, {"term": entries[number]}) for number in sorted(entries)]
    low = gather([pair for pair in stories if pair[0] < PART * 5]).get("term", "")
    high = gather([pair for pair in stories if pair[0] >= PART * 5]).get("term", "")
    assert low + high == gather(stories).get("term", "")


def test_a_shard_is_read_as_it_was_written():
    shard = {"كتاب": "AAAa", "book": "AABa~bc"}
    assert read_shard(shard_text(shard)) == shard
    assert read_shard(shard_text({})) == {}


def test_a_term_names_the_items_that_hold_it_and_not_more_than_a_few():
    items = tuple([("s1", 1, "كتاب", "the book")] * 20)
    assert entries_of(Document(("ar", "en"), ("", ""), "", items))["book"] == "abcdef"


def test_of_a_second_translation_only_its_own_words_are_new():
    items = (("s1", 1, "كتاب", "book"), ("s1", 2, "كتاب", "livre"))
    assert entries_of(Document(("ar", "en", "fr"), ("", "", ""), "", items)) == {"كتاب": "a", "book": "a", "livre": "b"}


def test_one_more_story_moves_hardly_any_other():
    slugs = [f"story-{n}" for n in range(200)]
    before = number_stories(slugs, level_of(200).slots)
    after = number_stories([*slugs, "one-more"], level_of(201).slots)
    assert len(set(before.values())) == 200
    assert sum(before[slug] != after[slug] for slug in slugs) <= 1
    assert number_stories(reversed(slugs), level_of(200).slots) == before

"""Sentence ids: kept through edits, never renumbered, never used again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.align.identity import match_sentences, overlap
from lisanayn.align.ids import LockLine, lock_words, read_lock, write_lock
from lisanayn.model.inline import plain
from lisanayn.problems import Severity
from tests.align.making import codes, companion, ids, paragraph, story
from tests.align.specification import cases


def result(lock: str, sentences: list[str]):
    return story([paragraph(*sentences)], [], lock=lock)


@pytest.mark.parametrize("title, given_, want", cases("ids.md"), ids=lambda value: value if "\n" not in value else "")
def test_edits(title, given_, want):
    lock, _, text = given_.rpartition("---\n")
    made, problems = result(lock, text.split("\n"))
    doubted = {p.message.split()[0] for p in problems if p.code == "ids-doubtful"}
    lines = [
        f"{s.id}{' ?' if s.id in doubted else ''} {plain(s.text)}" for block in made.blocks for s in block.sentences
    ]
    lines += [f"{a.id} {'>>' if a.merged else '>'} {a.before or 'end'}" for a in made.anchors]
    assert "\n".join(lines) == want


def test_the_lock_says_what_it_is_and_holds_one_line_an_id():
    made, _ = result("", ["وصل القطارُ، أخيرًا!", "…"])
    assert write_lock(made).split("\n")[1:] == ["s1\tوصل القطار اخيرا", "s2\t·", ""]
    assert write_lock(made).startswith("# Sentence ids")


def test_a_lock_keeps_ids_that_are_gone_where_they_stood():
    lock = "s1\talpha beta\ns2\tgamma delta\ns3\tepsilon zeta\n"
    made, _ = result(lock, ["Alpha beta.", "Epsilon zeta."])
    assert write_lock(made, lock).split("\n")[1:] == ["s1\talpha beta", "s2\t", "s3\tepsilon zeta", ""]


def test_a_lock_keeps_the_comments_at_its_head():
    made, _ = result("# ours\ns1\talpha\n", ["Alpha."])
    assert write_lock(made, "# ours\ns1\talpha\n") == "# ours\ns1\talpha\n"


DAMAGED = (
    "# head\ns1\talpha\n<<<<<<< HEAD\ns2\tbeta\n=======\ns2\tgamma\n>>>>>>> other\nx7\tdelta\ns3 epsilon\ns4\tzeta\n"
)


def test_a_damaged_lock_is_named_line_by_line_and_its_good_lines_hold():
    lock, problems = read_lock(companion("ids", "ar", DAMAGED))
    assert [(p.code, p.at.line) for p in problems] == [
        ("companion-conflict", 3), ("companion-conflict", 5), ("ids-twice", 6), ("companion-conflict", 7),
        ("ids-line", 8), ("ids-line", 9),
    ]  # fmt: skip
    assert all(p.severity is Severity.ERROR and p.hint for p in problems)
    assert [line.id for line in lock.lines] == ["s1", "s2", "s4"]


def test_a_lock_that_is_not_utf8_is_named():
    broken = companion("ids", "ar", "")
    broken = type(broken)(broken.path, "x", "ar", "ids", b"s1\talpha\ns2\t\xff\n")
    lock, (problem,) = read_lock(broken)
    assert (problem.code, problem.at.line, lock.lines) == ("companion-encoding", 2, ())


def test_a_lock_with_windows_line_ends_and_byte_order_mark_reads_alike():
    lock, problems = read_lock(companion("ids", "ar", "\ufeffs1\talpha\r\ns2\t= s1\r\n"))
    assert (lock.lines, problems) == ((LockLine("s1", "alpha"), LockLine("s2", "", "s1")), ())


def test_a_lock_belongs_to_its_language():
    made, problems = story([paragraph("Alpha.")], [paragraph("A.")], lock="")
    assert (ids(made), problems) == (["s1"], ())


def test_overlap_counts_words_in_order_on_both_sides():
    assert overlap(["a", "b", "c", "d"], ["a", "b", "c", "d"]) == 1.0
    assert overlap(["a", "b", "c", "d"], ["a", "c"]) == pytest.approx(4 / 6)
    assert overlap(["a", "b"], ["b", "a"]) == 0.5
    assert overlap([], ["a"]) == 0.0


WORDS = st.lists(
    st.sampled_from(["alpha", "beta", "gamma", "delta", "نعم", "لا", "ثلاثة", "4", "·", "epsilon", "zeta", "eta"]),
    max_size=9,
).map(" ".join)
TEXTS = st.lists(WORDS, max_size=12)


@given(TEXTS, TEXTS)
def test_no_sentence_gets_two_ids_and_no_id_two_sentences(old, new):
    found = match_sentences(old, new)
    assert len(set(found.same.values())) == len(found.same)
    assert set(found.doubtful) <= set(found.same)
    assert not set(found.merged) & set(found.same.values())


@given(TEXTS)
def test_an_unchanged_text_keeps_every_id(text):
    assert match_sentences(text, text).same == {n: n for n in range(len(text))}


SENTENCES = st.lists(WORDS.filter(str.strip), min_size=1, max_size=10)


@given(SENTENCES, SENTENCES, SENTENCES)
def test_a_lock_read_again_gives_the_same_ids_and_forgets_none(first, second, third):
    lock = ""
    given_once: set[str] = set()
    for text in (first, second, third):
        made, _ = result(lock, text)
        alive, gone = set(ids(made)), {anchor.id for anchor in made.anchors}
        assert len(alive) == len(ids(made)) and not alive & gone
        assert given_once <= alive | gone
        given_once |= alive
        lock = write_lock(made, lock)
        again, problems = result(lock, text)
        assert (ids(again), again.anchors) == (ids(made), made.anchors)
        assert codes(problems) == ["story-empty"]  # the translation; nothing is said of the ids
        assert write_lock(again, lock) == lock


@given(st.binary(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_no_lock_file_breaks_the_reading(data, text):
    made = type(companion("ids", "ar", ""))("content/x/ar.ids", "x", "ar", "ids", data)
    lock, _ = read_lock(made)
    assert len({line.id for line in lock.lines}) == len(lock.lines)


@given(st.text(max_size=40))
def test_the_words_of_the_lock_stay_on_their_line_and_are_never_empty(text):
    found = lock_words(text)
    assert found and not set(found) & set("\n\t\r") and not found.startswith(("=", "#"))

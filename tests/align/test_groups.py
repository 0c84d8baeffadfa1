"""Sentences and blocks of two texts: every sentence in one group, and the right one where the texts tell."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.align import NO_EVIDENCE, Evidence, name_table
from lisanayn.align.groups import calibrated, group_sentences, make_guide
from lisanayn.model.inline import plain
from tests.align.making import figure, groups, heading, item, paragraph, quote, story
from tests.align.specification import cases

GUIDE = make_guide("ar", "en", 1000, 1000, NO_EVIDENCE)


def blocks(text: str):
    made = []
    for part in text.strip("\n").split("\n\n"):
        if part.startswith("# "):
            made.append(heading(part[2:]))
        elif part.startswith("["):
            made.append(figure(part[1:-1] + ".svg"))
        elif part.startswith("> "):
            made.append(quote(*[line[2:] for line in part.split("\n")]))
        else:
            made.append(paragraph(*part.split("\n")))
    return made


def written(made) -> str:
    """A pair of blocks a line, an empty line for a pair without sentences."""
    lines = [
        " | ".join([f"{' '.join(g.source) or '-'} = {' '.join(map(str, g.target)) or '-'}" for g in pair.groups])
        for pair in made.translations[0].pairs
    ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "title, given_, want", cases("groups.md"), ids=lambda value: value if "\n" not in value else ""
)
def test_groups(title, given_, want):
    arabic, _, english = given_.partition("===\n")
    assert written(story(blocks(arabic), blocks(english))[0]) == want


def beads(source, target, guide=GUIDE):
    return [(b.source_count, b.target_count) for b in group_sentences(source, target, guide).beads]


def complete(source, target, guide=GUIDE):
    i = j = 0
    for bead in group_sentences(source, target, guide).beads:
        assert (bead.source if bead.source_count else i, bead.target if bead.target_count else j) == (i, j)
        assert bead.source_count or bead.target_count
        assert 0.0 <= bead.probability <= 1.0
        i, j = i + bead.source_count, j + bead.target_count
    assert (i, j) == (len(source), len(target))


def test_equal_counts_are_taken_at_their_word():
    found = group_sentences(["وصل.", "نزل الركاب."], ["He came.", "They got off."], GUIDE)
    assert [b.probability for b in found.beads] == [1.0, 1.0] and not found.guessed


def test_equal_counts_that_the_texts_contradict_are_searched():
    source = [f"بلغ العدد {n} في السنة الأخيرة بحسب الشركة." for n in range(100, 112)]
    target = [f"The number came to {n} last year, the company says." for n in range(101, 113)]
    found = group_sentences(source, target, GUIDE)
    assert found.guessed
    assert [(b.source_count, b.target_count) for b in found.beads] == [(1, 0), *[(1, 1)] * 11, (0, 1)]


def test_an_empty_side_leaves_the_other_alone():
    assert beads(["أ.", "ب."], []) == [(1, 0), (1, 0)]
    assert beads([], ["A."]) == [(0, 1)]
    assert beads([], []) == []


def test_names_from_the_tables_count():
    source = ["وبثت وكالة الضفاف مشاهد للحريق من الجو.", "وبثت هيئة الساحل مشاهد للحريق من الأرض."]
    target = ["Images of the blaze were shown by CBC."]
    names = name_table([("وكالة الضفاف", "difaf"), ("Difaf News", "difaf"), ("هيئة الساحل", "cbc"), ("CBC", "cbc")])
    guide = make_guide("ar", "en", 2000, 2000, Evidence(names=names))
    assert beads(source, target, guide) == [(1, 0), (1, 1)]
    swapped = beads(source[::-1], target, guide)
    assert swapped == [(1, 1), (1, 0)]


def test_a_text_whose_tail_is_untranslated_stays_in_step():
    source = [f"بلغ العدد {n} في السنة الأخيرة." for n in range(30)]
    target = [f"The number came to {n} last year." for n in range(15)]
    assert beads(source, target) == [(1, 1)] * 15 + [(1, 0)] * 15


def test_any_pair_of_languages_works():
    french = ["Le train est arrivé à Paris en 1962.", "Personne ne l'attendait.", "Il pleuvait sur le quai."]
    english = ["The train arrived in Paris in 1962.", "Nobody was waiting for it, and it was raining on the platform."]
    assert beads(french, english, make_guide("fr", "en", 90, 95, NO_EVIDENCE)) == [(1, 1), (2, 1)]
    hebrew = ["הרכבת הגיעה לפריז בשנת 1962.", "איש לא חיכה לה שם על הרציף הישן."]
    assert beads(hebrew, english[:1], make_guide("he", "en", 2000, 2000, NO_EVIDENCE)) == [(1, 1), (1, 0)]


def test_confidence_grows_with_probability():
    values = [calibrated(n / 100) for n in range(101)]
    assert values == sorted(values) and (values[0] >= 0.0, values[-1]) == (True, 1.0)


TEXT = st.lists(st.text(alphabet='ابتثجحخ دذرزسش abcXYZ 123٤٥ .؟?!«»"()', max_size=60), max_size=9)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_every_sentence_is_in_one_group_in_order(source, target):
    complete(source, target)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6), st.integers(0, 60), st.integers(0, 60))
def test_so_it_is_for_texts_of_any_shape(seed, rows, columns):
    rng = random.Random(seed)
    complete(*[["x" * rng.choice((0, 1, 9, 80, 3000)) for _ in range(n)] for n in (rows, columns)])


def test_very_unequal_and_very_long_texts_are_aligned_too():
    complete(["أ"] * 3, ["b"] * 900)
    complete(["أ"] * 900, ["b"] * 3)
    complete(["أ"] * 4500, ["b"] * 4400)
    complete(["كلمة " * 20000], ["word " * 20000, "word"])


@settings(deadline=None)
@given(TEXT, TEXT)
def test_the_same_texts_always_align_alike(source, target):
    assert group_sentences(source, target, GUIDE) == group_sentences(source, target, GUIDE)


SENTENCE = st.sampled_from(
    ["وصل القطار في الصباح.", "نعم.", "The train arrived.", "بلغ العدد 482 راكبا؟", "No!", "Rain, 482."]
)
BLOCK = st.one_of(
    st.lists(SENTENCE, min_size=1, max_size=4).map(lambda s: paragraph(*s)),
    st.lists(SENTENCE, min_size=1, max_size=2).map(lambda s: quote(*s, by="X")),
    st.lists(SENTENCE, min_size=1, max_size=2).map(lambda s: item(*s)),
    st.sampled_from([heading("عنوان"), heading("Title"), figure("a.svg"), figure("b.svg", "caption"), paragraph("")]),
)
BLOCKS = st.lists(BLOCK, max_size=7)


@settings(deadline=None, max_examples=200)
@given(BLOCKS, BLOCKS)
def test_every_block_stands_in_one_pair_and_every_sentence_in_one_group(arabic, english):
    made, _ = story(arabic, english)
    pairs = made.translations[0].pairs
    mine = [s for p in pairs if p.source for s in p.source.sentences]
    assert mine == [s for b in made.blocks for s in b.sentences]
    assert [n for p in pairs for g in p.groups for n in g.source] == [s.id for s in mine]
    for pair in pairs:
        assert pair.source or pair.target
        assert [n for g in pair.groups for n in g.target] == list(
            range(1, 1 + len(pair.target.sentences if pair.target else ()))
        )
    theirs = [plain(s.text) for p in pairs if p.target for s in p.target.sentences]
    assert theirs == [
        line
        for b in english
        if hasattr(b, "text") and not hasattr(b, "level")
        for line in plain(b.text).split("\n")
        if line
    ]
    assert [b.block for b in made.blocks if not b.sentences] == [
        p.source.block for p in pairs if p.source and not p.source.sentences
    ]
    assert len([b for b in english if not getattr(b, "text", ()) or hasattr(b, "level")]) == len(
        [p for p in pairs if p.target and not p.target.sentences]
    )


def test_a_divided_quotation_names_its_speaker_once():
    arabic = [
        quote("بلغ عدد الركاب ٤٨٢ في اليوم الأول.", by="ليلى"),
        quote("وبلغت الكلفة ٣٢٤٠ دولارا في السنة.", by="ليلى"),
    ]
    english = [quote("There were 482 passengers on the first day.", "It cost 3,240 dollars in a year.", by="Leila")]
    made, _ = story(arabic, english)
    assert groups(made) == ["s1 = 1", "|", "s2 = 1"]
    first, second = [pair.target for pair in made.translations[0].pairs]
    assert (plain(first.block.attribution), plain(second.block.attribution)) == ("", "Leila")
    assert (first.skipped, second.skipped) == (0, 1)


def test_joined_paragraphs_say_where_the_second_begins():
    arabic = [paragraph("بلغ عدد الركاب ٤٨٢ راكبا في اليوم الأول."), paragraph("وبلغت الكلفة ٣٢٤٠ دولارا.")]
    english = [paragraph("There were 482 passengers on the first day, and it cost 3,240 dollars.")]
    (pair,) = story(arabic, english)[0].translations[0].pairs
    assert (pair.source.joins, pair.target.joins) == ((2,), ())
    assert plain(pair.source.block.text) == "بلغ عدد الركاب ٤٨٢ راكبا في اليوم الأول. وبلغت الكلفة ٣٢٤٠ دولارا."

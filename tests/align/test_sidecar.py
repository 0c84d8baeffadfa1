"""The alignment file: read, checked, written; what a person wrote is never touched."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.align.sidecar import read_sidecar, without_guesses
from lisanayn.align.sidecar_write import write_sidecar
from lisanayn.problems import Severity
from tests.align.making import codes, companion, figure, groups, heading, paragraph, story

ARABIC = (
    paragraph("وصل القطار إلى المدينة القديمة في الصباح الباكر.", "نزل منه مئة راكب."),
    paragraph("لم يكن أحد ينتظر.", "كان المطر يهطل.", "قال الحارس إن الرحلة انتهت."),
)
ENGLISH = (
    paragraph("The train reached the old city early in the morning.", "A hundred passengers got off."),
    paragraph("Nobody was waiting, and rain was falling.", "The guard said that the journey was over."),
)
STATED = "[p2 s3]\ns3 s4 = 1\ns5 = 2\n"


def groups_of(sidecar: str, arabic=ARABIC, english=ENGLISH, lock=""):
    made, problems = story(arabic, english, sidecar, lock)
    return groups(made), problems


def confidences(sidecar: str):
    made, _ = story(ARABIC, ENGLISH, sidecar)
    return [(g.confidence, g.reviewed, g.stale, g.guessed) for g in made.translations[0].pairs[1].groups]


def test_the_sidecar_decides():
    assert groups_of("[p2 s3]\ns3 = 1\ns4 s5 = 2\n") == (["s1 = 1", "s2 = 2", "|", "s3 = 1", "s4 s5 = 2"], ())
    assert groups_of("[p2 s3]\ns3 = -\ns4 = 1\ns5 = 2\n") == (
        ["s1 = 1", "s2 = 2", "|", "s3 = -", "s4 = 1", "s5 = 2"],
        (),
    )


def test_it_may_contradict_equal_counts():
    stated = "[p1 s1]\ns1 = -\ns2 = 1\n- = 2\n"
    assert groups_of(stated)[0][:4] == ["s1 = -", "s2 = 1", "- = 2", "|"]


def test_marks():
    assert confidences(STATED) == [(1.0, False, False, False)] * 2
    assert confidences("[p2 s3]\ns3 s4 = 1 !\ns5 = 2 ?0.62\n") == [
        (1.0, True, False, False),
        (0.62, False, False, True),
    ]


def test_words_behind_the_mark_and_lines_with_a_hash_are_comments():
    text = "# ours\n\n[p2 s3]  the platform\n  s3 s4 = 1   !  two Arabic sentences, one English\ns5 = 2  as it was\n"
    assert groups_of(text)[1] == ()
    assert confidences(text)[0][1]


def test_silence_is_a_guess():
    made, _ = story(ARABIC, ENGLISH)
    assert groups(made) == ["s1 = 1", "s2 = 2", "|", "s3 s4 = 1", "s5 = 2"]
    assert [g.guessed for pair in made.translations[0].pairs for g in pair.groups] == [False, False, True, True]


PROBLEMS = [
    ("[p2 s3]\ns3 s9 = 1\n", "sidecar-id", 2, "there is no sentence 's9'"),
    ("[p2 s7]\ns7 = 1\n", "sidecar-id", 1, "there is no sentence 's7'"),
    ("[p2 s3]\ns3 s4 = 3\ns5 = 2\n", "sidecar-number", 2, "there is no sentence 3 there"),
    ("[p2 s3 = p5]\ns3 s4 = 1\n", "sidecar-number", 1, "the translation has no block p5"),
    ("[p2 s3]\ns3 s4 = 2\ns5 = 1\n", "sidecar-order", 3, "'s5 = 1' goes back behind a line before it"),
    ("[p2 s3]\ns3 s4 = 1\ns4 s5 = 2\n", "sidecar-order", 3, "'s4 s5 = 2' goes back behind a line before it"),
    ("[p2 s3]\ns3 s5 = 1\ns4 = 2\n", "sidecar-order", 2, "'s3 s5 = 1' names sentences that do not stand side by side"),
    ("[p2 s3]\ns3 s4 = 1\nnonsense\n", "sidecar-line", 3, "cannot read 'nonsense'"),
    ("s3 s4 = 1\n", "sidecar-line", 1, "cannot read 's3 s4 = 1'"),
    ("[p2 s3]\n- = -\n", "sidecar-line", 2, "cannot read '- = -'"),
    ("[p2 s3]\ns3 s4 = 1 !maybe\n", "sidecar-line", 2, "cannot read 's3 s4 = 1 !maybe'"),
    ("[p2 s3]\n<<<<<<< HEAD\ns3 s4 = 1\n", "companion-conflict", 2, "a merge left '<<<<<<< HEAD' here"),
]


@pytest.mark.parametrize("sidecar, code, line, message", PROBLEMS, ids=[p[1] + str(n) for n, p in enumerate(PROBLEMS)])
def test_what_does_not_fit_is_named_with_its_line(sidecar, code, line, message):
    found, problems = groups_of(sidecar)
    problem = next(p for p in problems if p.code == code)
    assert (problem.severity, problem.at.path, problem.at.line) == (Severity.ERROR, "content/x/en.align", line)
    assert problem.message.startswith(message) and problem.hint
    assert sorted(re.findall(r"s\d", " ".join(found))) == ["s1", "s2", "s3", "s4", "s5"]


def test_a_sentence_left_out_is_named_and_guessed():
    found, (problem,) = groups_of("[p2 s3]\ns5 = 2\n")
    assert (problem.code, problem.at.line, problem.message) == (
        "sidecar-missing",
        1,
        "no group of this block holds s3, s4",
    )
    assert found[3:] == ["s3 s4 = 1", "s5 = 2"]


def test_a_machines_lines_that_fit_no_more_are_guessed_anew_without_a_word():
    assert groups_of("[p2 s3]\ns3 = 1 ?0.50\ns4 = 2 ?0.50\n") == groups_of("")
    assert groups_of("[p2 s3]\ns3 s4 = 1 ?0.50\ns5 = 9 ?0.50\n") == groups_of("")


def reviewed(text: str = "[p2 s3]\ns3 s4 = 1 !  right\ns5 = 2 !\n") -> str:
    made, _ = story(ARABIC, ENGLISH, text)
    return write_sidecar(made, made.translations[0], text)


def test_a_bare_mark_is_given_the_wording_it_stands_for_once():
    written = reviewed()
    assert re.fullmatch(
        r"\[p2 s3\]\ns3 s4 = 1 ![0-9a-f]{4}\.[0-9a-f]{4}  right\ns5 = 2 ![0-9a-f]{4}\.[0-9a-f]{4}\n", written
    )
    assert reviewed(written) == written


def test_a_changed_original_drops_the_mark_of_its_group_only():
    changed = (ARABIC[0], paragraph("لم يكن أحد ينتظر.", "كان الثلج يهطل.", "قال الحارس إن الرحلة انتهت."))
    made, (problem,) = story(changed, ENGLISH, reviewed())
    first, second = made.translations[0].pairs[1].groups
    assert (first.reviewed, first.stale, second.reviewed, second.stale) == (False, True, True, False)
    assert (problem.severity, problem.code, problem.at.line) == (Severity.WARNING, "sidecar-stale", 2)
    assert problem.message == "'s3 s4 = 1' was reviewed, and its words have changed since"
    assert write_sidecar(made, made.translations[0], reviewed()) == reviewed()


def test_punctuation_and_vowel_marks_do_not_drop_it():
    changed = (ARABIC[0], paragraph("لَم يكن أحدٌ ينتظر!", "كان المطر يهطل…", "قال الحارس إن الرحلة انتهت."))
    assert story(changed, ENGLISH, reviewed())[1] == ()


def test_a_changed_translation_drops_it_too():
    changed = (
        ENGLISH[0],
        paragraph("Nobody was waiting, and snow was falling.", "The guard said that the journey was over."),
    )
    assert codes(story(ARABIC, changed, reviewed())[1]) == ["sidecar-stale"]


def test_reviewed_sentences_are_found_again_when_their_numbers_change():
    added = (
        ENGLISH[0],
        paragraph(
            "It was late.", "Nobody was waiting, and rain was falling.", "The guard said that the journey was over."
        ),
    )
    made, problems = story(ARABIC, added, reviewed())
    assert (groups(made)[3:], problems) == (["- = 1", "s3 s4 = 2", "s5 = 3"], ())
    assert [g.reviewed for g in made.translations[0].pairs[1].groups] == [False, True, True]
    lines = write_sidecar(made, made.translations[0], reviewed()).split("\n")
    assert [line.split()[0] for line in lines[1:4]] == ["-", "s3", "s5"]
    assert lines[2].startswith("s3 s4   = 2       !") and lines[2].endswith("  right")


def test_a_reviewed_sentence_that_is_gone_is_named_and_its_line_kept_as_a_comment():
    lock = "".join(f"s{n}\t{w}\n" for n, w in enumerate(["a b c", "d e f", "g h i"], 1))
    sidecar = "[p1 s1]\ns1 = 1 !\ns2 = 2 !  mine\ns3 = -\n"
    made, problems = story([paragraph("A b c.", "G h i.")], [paragraph("One.", "Two.")], sidecar, lock)
    assert [(p.code, p.at.line, p.message) for p in problems] == [("sidecar-stale", 3, "the sentence 's2' is gone")]
    assert "# not used: s2 = 2 !  mine\n" in write_sidecar(made, made.translations[0], sidecar)


def test_only_what_is_not_one_to_one_is_written():
    made, _ = story(ARABIC, ENGLISH)
    head, *lines = write_sidecar(made, made.translations[0]).split("\n")
    assert head.startswith("# ")
    assert re.fullmatch(r"\[p2 s3\]\|s3 s4   = 1       \?0\.\d\d\|s5      = 2       \?[01]\.\d\d\|", "|".join(lines))
    same, _ = story(ARABIC[:1], ENGLISH[:1])
    assert write_sidecar(same, same.translations[0]) == ""


def test_a_one_word_edit_of_an_unreviewed_text_leaves_the_file_alone():
    made, _ = story(ARABIC, ENGLISH)
    first = write_sidecar(made, made.translations[0])
    changed = (
        ENGLISH[0],
        paragraph("Nobody was waiting, and rain was coming.", "The guard said that the journey was over."),
    )
    made, _ = story(ARABIC, changed)
    assert write_sidecar(made, made.translations[0], first) == first


def test_comments_and_order_of_a_persons_file_stay():
    text = "# ours\n\n# the second\n[p2 s3]\n# two in one\ns3 s4 = 1  because\ns5 = 2\n\n# the end\n"
    made, _ = story(ARABIC, ENGLISH, text)
    assert write_sidecar(made, made.translations[0], text) == text


def test_guesses_can_be_taken_out_to_be_made_anew():
    text = companion("align", "en", "# c\n[p2 s3]\ns3 s4 = 1  ?0.70 hm\ns5 = 2  !\n- = 3\n")
    assert without_guesses(text).data.decode() == "# c\n[p2 s3]\ns5 = 2  !\n- = 3\n"


def test_untranslated_and_added_blocks_are_written_with_their_places():
    arabic = [*ARABIC, heading("عنوان"), paragraph("كان في المدينة القديمة سوق كبير للتوابل والأقمشة.")]
    english = [*ENGLISH, heading("Title")]
    made, _ = story(arabic, english)
    written = write_sidecar(made, made.translations[0])
    assert "[p3 s6 = -]\ns6      = -       ?" in written
    again, problems = story(arabic, english, written)
    assert (groups(again), problems) == (groups(made), ())
    assert "[- = p3]\n-       = 1" in write_sidecar(*_reversed(arabic, english))


def _reversed(arabic, english):
    made, _ = story(english, arabic)
    return made, made.translations[0]


def test_blocks_stated_to_have_no_partner_leave_the_others_in_step():
    english = ENGLISH[1:]
    found, problems = groups_of("[p1 s1 = -]\ns1 = - !\ns2 = - !\n", ARABIC, english)
    assert (found, problems) == (["s1 = -", "s2 = -", "|", "s3 s4 = 1", "s5 = 2"], ())


def test_a_header_may_name_the_blocks_through_which_the_numbers_run():
    english = [ENGLISH[0], *[paragraph(s) for s in ("Nobody was waiting, and rain was falling.", "The guard spoke.")]]
    found, problems = groups_of("[p2 s3 = p2 p3]\ns3 s4 = 1 !\ns5 = 2 !\n", ARABIC, english)
    assert (found, problems) == (["s1 = 1", "s2 = 2", "|", "s3 s4 = 1", "|", "s5 = 1"], ())


def test_a_group_over_a_figure_is_an_error():
    arabic, english = ([a, figure("p.svg"), b] for a, b in (ARABIC, ENGLISH))
    _, problems = groups_of("[p1 s1 = p1 p2]\ns1 = 1\ns2 s3 s4 = 2 3\n[p2 s5 = p2]\ns5 = 2\n", arabic, english)
    assert "sidecar-order" in codes(problems)


SENTENCES = [
    "وصل القطار.",
    "نزل مئة راكب من القطار.",
    "كان المطر يهطل بغزارة على الرصيف القديم.",
    "نعم.",
    "قال الحارس إن الرحلة انتهت.",
]
OTHERS = [
    "The train arrived.",
    "A hundred passengers got off the train.",
    "Rain was falling on the old platform.",
    "Yes.",
    "It is over.",
]
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(lambda s: paragraph(*s)), max_size=4
)
ENGLISH_PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(OTHERS), min_size=1, max_size=4).map(lambda s: paragraph(*s)), max_size=4
)


@settings(deadline=None)
@given(PARAGRAPHS, ENGLISH_PARAGRAPHS, st.booleans())
def test_what_is_written_reads_as_it_was_and_is_written_again_alike(arabic, english, review):
    made, _ = story(arabic, english)
    written = write_sidecar(made, made.translations[0])
    if review:
        written = re.sub(r"\?\d\.\d\d", "!", written)
    again, problems = story(arabic, english, written)
    assert groups(again) == groups(made)
    assert [p for p in problems if p.code != "story-empty"] == []
    second = write_sidecar(again, again.translations[0], written)
    assert re.sub(r"![0-9a-f.]*", "!", second) == written
    third, _ = story(arabic, english, second)
    assert write_sidecar(third, third.translations[0], second) == second
    if review:
        marks = [g.reviewed for pair in again.translations[0].pairs for g in pair.groups if g.guessed]
        assert not any(marks)


LINES = st.lists(st.sampled_from([
    "[p1 s1]", "[p2 s3]", "[p2 s3 = p2]", "[- = p1]", "[p1 s1 = -]", "[p1 s1 = p1 p2]", "s1 = 1", "s1 s2 = 1 !",
    "s2 = -", "- = 2", "s3 s4 = 1 ?0.4", "s5 = 2 !0000.0000", "s4 = 1 2", "s9 = 1", "s3 s5 = 9", "# x", "",
    "<<<<<<<", "?",
]), max_size=12)  # fmt: skip


@settings(deadline=None)
@given(LINES)
def test_no_sidecar_loses_a_sentence(lines):
    made, _ = story(ARABIC, ENGLISH, "\n".join(lines) + "\n")
    _complete(made, 5, [2, 2])


def _complete(made, source: int, target: list[int]):
    pairs = made.translations[0].pairs
    assert [name for p in pairs for g in p.groups for name in g.source] == [f"s{n}" for n in range(1, source + 1)]
    for pair in pairs:
        size = len(pair.target.sentences) if pair.target else 0
        assert [n for g in pair.groups for n in g.target] == list(range(1, size + 1))
    assert sum(len(p.target.sentences) for p in pairs if p.target) == sum(target)


@given(st.binary(max_size=120))
def test_no_bytes_break_the_reading(data):
    read_sidecar(type(companion("align", "en", ""))("content/x/en.align", "x", "en", "align", data))

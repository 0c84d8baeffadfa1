"""The lexicon: learned from trusted groups, the same each time."""

from dataclasses import replace

from lisanayn.align import NO_EVIDENCE, Evidence
from lisanayn.align.anchors import features, name_index
from lisanayn.align.groups import group_sentences, make_guide
from lisanayn.align.lexicon import common_lexicon, learn_lexicon, needs_lexicon, trusted_pairs
from lisanayn.align.sounds import consonants
from lisanayn.align.words import normalized, stem
from lisanayn.text.common_words import COMMON_WORDS, LANGUAGES_OF_TABLE
from lisanayn.text.folding import fold
from tests.align.making import paragraph, story

PAIRS = [
    ("اشترى الخباز طحينا", "the baker bought flour"),
    ("باع الخباز خبزا", "the baker sold bread"),
    ("اشترى الصياد شبكة", "the fisherman bought a net"),
    ("باع الصياد سمكا", "the fisherman sold fish"),
    ("نام الخباز", "the baker slept"),
]


def best(lexicon, word):
    row = lexicon.table[stem(fold(word))]
    return max(row, key=lambda other: (row[other], other))


def test_words_that_keep_company_translate_each_other():
    lexicon = learn_lexicon(PAIRS, "ar", "en")
    assert [best(lexicon, w) for w in ("الخباز", "اشترى", "الصياد", "باع")] == ["baker", "bough", "fishe", "sold"]


def test_learning_is_deterministic_and_named_by_its_content():
    one, other = learn_lexicon(PAIRS, "ar", "en"), learn_lexicon(list(PAIRS), "ar", "en")
    assert (one.table, one.digest) == (other.table, other.digest)
    assert learn_lexicon(PAIRS[:3], "ar", "en").digest != one.digest
    assert Evidence(lexicons=(("ar", "en", one),)).digest() != NO_EVIDENCE.digest()


def test_nothing_to_learn_from_leaves_the_common_words():
    assert learn_lexicon([], "ar", "en") == common_lexicon("ar", "en")
    assert common_lexicon("ar", "en").table["سنه"]["year"] > 0
    assert common_lexicon("en", "ar").table["year"]["سنه"] > 0


def test_every_line_of_the_common_words_has_a_column_for_each_language():
    lines = [line.split("|") for line in COMMON_WORDS.strip().split("\n")]
    assert all(len(columns) == len(LANGUAGES_OF_TABLE) and all(map(str.strip, columns)) for columns in lines)


def test_languages_without_a_column_have_no_common_words():
    assert common_lexicon("he", "fr").table == {}
    assert learn_lexicon(PAIRS, "he", "fr").table


def test_a_learned_word_decides_where_lengths_cannot():
    source, target = ["نام الصياد قليلا", "نام الخباز قليلا"], ["the baker dozed off"]
    guide = make_guide("ar", "en", 2000, 2000, Evidence(lexicons=(("ar", "en", learn_lexicon(PAIRS * 3, "ar", "en")),)))
    for order, want in ((source, [(1, 0), (1, 1)]), (source[::-1], [(1, 1), (1, 0)])):
        assert [(b.source_count, b.target_count) for b in group_sentences(order, target, guide).beads] == want


def test_what_is_trusted():
    arabic = [paragraph("أ.", "ب."), paragraph("ج.", "د."), paragraph("هـ.", "و.", "ز.")]
    english = [paragraph("A.", "B."), paragraph("C and D."), paragraph("E and F and more.", "G.")]
    made, _ = story(arabic, english, "[p2 s3]\ns3 s4 = 1 !\n")
    assert trusted_pairs(made, "en") == [("ج. د.", "C and D."), ("أ.", "A."), ("ب.", "B.")]
    assert trusted_pairs(made, "fr") == []
    assert needs_lexicon(made)


def test_what_a_machine_translated_is_not_trusted():
    made, _ = story([paragraph("أ.")], [paragraph("A.")])
    (translation,) = made.translations
    header = replace(translation.article.header, translation="machine")
    by_machine = replace(translation, article=replace(translation.article, header=header))
    assert trusted_pairs(replace(made, translations=(by_machine,)), "en") == []
    assert not needs_lexicon(made)


def test_stems():
    assert [stem(fold(w)) for w in ("والمكتبة", "بالمكتبة", "للمكتبة", "المكتبات", "في", "وقف")] == [
        "مكتبه", "مكتبه", "مكتبه", "مكتبا", "في", "وقف",
    ]  # fmt: skip
    assert normalized("«وَصَلَ» القطار، عام ١٩٦٢!") == "وصل القطار عام 1962"


def test_sounds_meet_across_scripts():
    pairs = (("ترامب", "Trump"), ("بوتين", "Putin"), ("واشنطن", "Washington"), ("روستوك", "Rostock"), ("חיפה", "Haifa"))
    for one, other in pairs[:2] + pairs[3:4]:
        assert consonants(fold(one)) == consonants(fold(other))
    assert consonants("بيت") != consonants("door")


def anchors(text, lang, names=()):
    return features(text, lang, name_index(tuple(names), lang), same_script=False).anchors


def test_numbers_meet_in_all_their_forms():
    forms = [("٣٬٢٤٠", "ar"), ("3,240", "en"), ("3240", "en"), ("۳۲۴۰", "fa"), ("3.240", "fr")]
    assert all("#3240" in anchors(f"x {number} y", lang) for number, lang in forms)
    assert "#3.5" in anchors("٣٫٥ في المئة", "ar") and "#3.5" in anchors("3.5 percent", "en")
    assert "#3" in anchors("ثلاثة كتب", "ar") and "#3" in anchors("three books", "en")


def test_months_and_names_are_keys_of_their_own():
    assert "@month 0" in anchors("في كانون الثاني الماضي", "ar") and "@month 0" in anchors("last January", "en")
    assert "@difaf" in anchors("قالت وكالة الضفاف", "ar", [("وكاله الضفاف", "difaf")])
    assert "@difaf" not in anchors("قالت وكالة أخرى", "ar", [("وكاله الضفاف", "difaf")])

"""Words remembered by themselves say what a sentence says when it is read letter by letter."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from lisanayn.align.anchors import features, name_index
from lisanayn.align.vocabulary import number_words, vocabulary
from lisanayn.align.words import TOKEN, stem
from lisanayn.text.folding import fold

NAMES = (
    ("مصر", "egypt"), ("مصر القديمه", "old-egypt"), ("البنك الدولي", "bank"), ("world bank", "bank"), ("bank", "house"),
    ("united nations office", "un"), ("united", "club"),
)  # fmt: skip
WORDS = (
    "مصر", "القديمة", "البنك", "الدولي،", "والبنك", "ثلاثة", "٣", "«رويترز»", "Reuters", "في", "The", "World", "Bank",
    "bank", "banks", "United", "Nations", "Office", "office", "three", "3,240", "Mary", "mary", "O'Neill", "B2B", "b",
    "A\u00adb", "ab",
    "Bran\u00addon", "bran", "É", "é", "Él", "STRASSE", "Straße", "؟", "!", "(x)", "—", "12:30", "١٢٫٥", "هـ", "١٤٤٥هـ",
)  # fmt: skip
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
LANGS = st.sampled_from([("ar", False), ("en", False), ("en", True), ("fr", True), ("fa", True), ("he", False)])


@settings(deadline=None)
@given(st.text(max_size=60) | SENTENCES)
def test_the_tokens_of_a_text_are_those_of_its_words(text):
    assert TOKEN.findall(fold(text)) == [token for word in text.split() for token in TOKEN.findall(fold(word))]


def anew(text, lang, same_script):
    """The anchors of a sentence, all its tokens together, no word remembered: names, spelled numbers, own keys, and
    what a capital anywhere in the sentence adds."""
    names = name_index(NAMES, lang)
    known = vocabulary(lang, names, same_script)
    tokens = [known._token(token) for token in TOKEN.findall(fold(text))]
    capitals = {one for word in text.split() for one in known[word].capitals}
    found = {}
    for at, one in enumerate(tokens):
        for name, thing in one.names:
            if tuple([token.root for token in tokens[at : at + len(name)]]) == name:
                found["@" + thing] = 0.8
        if one.stem in number_words(lang):
            found.setdefault("#" + number_words(lang)[one.stem], 0.5)
        found.update(one.keys)
        if one.token in capitals:
            found.update(one.if_capital)
    return found, tuple([one.stem for one in tokens if one.stem])


@settings(max_examples=300, deadline=None)
@given(SENTENCES | st.text(max_size=40), LANGS)
@example("في مصر القديمة", ("ar", False))
@example("the United — Nations Office", ("en", False))
def test_a_sentence_of_known_words_anchors_what_it_would_read_anew(text, which):
    lang, same_script = which
    found = features(text, lang, name_index(NAMES, lang), same_script)
    anchors, stems = anew(text, lang, same_script)
    words = {key: kept for key, kept in found.anchors.items() if key[0] in "#@=~"}
    # In the order in which they stand, since sums are taken in it.
    assert list(words.items()) == list(anchors.items())
    assert found.words == stems


def test_a_capital_counts_for_the_same_word_elsewhere_in_the_sentence():
    names = name_index((), "en")
    assert "~mr" not in features("they met marta", "en", names, False).anchors
    lent = features("marta met Marta", "en", names, False).anchors
    alone = features("they met Marta", "en", names, False).anchors
    assert {key for key in lent if key[0] == "~"} == {key for key in alone if key[0] == "~"} != set()


def test_a_capital_counts_too_where_an_invisible_hyphen_parts_its_word():
    found = features("Bran\u00addon bran", "en", name_index((), "en"), False).anchors
    assert set(found) == set(anew("Bran\u00addon bran", "en", False)[0]) and "~prn" in found


def test_names_are_remembered_by_what_they_are_and_not_by_where_they_lie():
    for number in range(40):
        names = (("salt", f"thing-{number}"),)
        assert f"@thing-{number}" in features("salt", "en", name_index(names, "en"), False).anchors


def test_stems_are_those_of_the_lexicon():
    assert features("Banks and the office", "en", name_index((), "en"), True).words == tuple(
        [stem(word) for word in ("banks", "and", "the", "office")]
    )

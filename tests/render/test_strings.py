"""Interface strings: the catalogues, and what templates ask of them."""

import re

import pytest

from lisanayn.problems import TemplateFault
from lisanayn.render.strings import Strings, read_catalogue
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.numbers import plural_category
from tests.pages.stories import ROOT, sources

TEXTS = sources()["catalogues"]
CATALOGUES = {lang: read_catalogue(lang, text) for lang, text in TEXTS.items()}
ARABIC_LETTER, LATIN_WORD = re.compile("[\u0621-\u064a]"), re.compile("[A-Za-z]{2,}")
RTL = [lang for lang in CATALOGUES if LANGUAGES[lang].direction == "rtl"]


def strings(lang, digits=None):
    return Strings(CATALOGUES[lang], digits or LANGUAGES[lang].digits, lambda other: strings(other))


def test_every_language_of_the_table_has_a_catalogue():
    assert set(CATALOGUES) == set(LANGUAGES)


@pytest.mark.parametrize("lang", sorted(CATALOGUES))
def test_every_catalogue_has_every_string_with_the_same_slots(lang):
    reference = CATALOGUES["en"].texts
    assert CATALOGUES[lang].texts.keys() == reference.keys()
    for key, forms in CATALOGUES[lang].texts.items():
        allowed = {slot for form in reference[key] for slot in re.findall(r"\{\w+\}", form)}
        assert all(set(re.findall(r"\{\w+\}", form)) <= allowed for form in forms), key


@pytest.mark.parametrize("lang", sorted(CATALOGUES))
def test_the_plural_rule_of_a_catalogue_is_that_of_the_language_table(lang):
    form, table = CATALOGUES[lang].form, LANGUAGES[lang]
    forms = {}
    for n in range(300):
        forms.setdefault(form(n), set()).add(plural_category(n, table))
    assert all(len(categories) == 1 for categories in forms.values()), forms
    assert len({tuple(categories) for categories in forms.values()}) == len(forms)


@pytest.mark.parametrize("lang", RTL)
def test_no_latin_word_leaks_into_a_right_to_left_interface(lang):
    allowed = {"key_enter", "cc_zero"}
    leaks = [
        key
        for key, forms in CATALOGUES[lang].texts.items()
        for f in forms
        if LATIN_WORD.search(re.sub(r"\{\w+\}", "", f))
    ]
    assert set(leaks) <= allowed


@pytest.mark.parametrize("lang", ["ar", "fa", "ur"])
def test_arabic_signs_stand_at_the_logical_end_and_latin_ones_nowhere(lang):
    for key, forms in CATALOGUES[lang].texts.items():
        for form in forms:
            if key != "comma":
                assert not re.match("[،؛؟:.]", form), key
            assert not re.search(r"[\u0621-\u064a][,;?]|[,;?]\s*[\u0621-\u064a]", form), key


@pytest.mark.parametrize("lang", sorted(CATALOGUES))
def test_no_string_holds_arrows_or_direction_marks(lang):
    for key, forms in CATALOGUES[lang].texts.items():
        assert not re.search("[\u2190-\u21ff\u200e\u200f\u202a-\u202e\u2066-\u2069]", "".join(forms)), key


@pytest.mark.parametrize(
    ("n", "want"),
    [
        (0, "لا جمل"), (1, "جملة واحدة"), (2, "جملتان"), (3, "٣ جمل"), (10, "١٠ جمل"), (11, "١١ جملة"), (99, "٩٩ جملة"),
        (100, "١٠٠ جملة"), (103, "١٠٣ جمل"), (1111, "١٬١١١ جملة"),
    ],
)  # fmt: skip
def test_arabic_counts(n, want):
    assert strings("ar").n("sentences", n) == want


def test_digits_are_those_of_the_site():
    assert strings("ar", "latn").n("sentences", 12) == "12 جملة"
    assert strings("en").num(1234) == "1,234"


def test_what_fills_a_slot_is_escaped():
    catalogue = read_catalogue("en", 'msgid "x"\nmsgstr "<b>{name} & {n}"\n')
    assert Strings(catalogue, "latn", lambda _: None).n("x", 5, name="<i>") == "&lt;b&gt;&lt;i&gt; &amp; 5"


def test_a_missing_string_is_a_fault_that_names_it():
    with pytest.raises(TemplateFault, match=r"locale/en.po has no string 'absent'"):
        strings("en")["absent"]


@pytest.mark.parametrize(
    "text",
    [
        'msgid "x"\nmsgstr "y"\nnonsense\n',
        '"Plural-Forms: plural=import os;\\n"\nmsgid ""\nmsgstr "plural=import os;"\n',
    ],
)
def test_a_catalogue_that_cannot_be_read_is_a_fault_that_names_it(text):
    with pytest.raises(TemplateFault, match=r"locale/en.po"):
        read_catalogue("en", text)


def test_longer_strings_may_stand_on_several_lines():
    assert read_catalogue("en", 'msgid "x"\nmsgstr ""\n"one "\n"two"\n').texts == {"x": ("one two",)}


def test_every_string_is_used():
    places = [*(ROOT / "templates").iterdir(), *(ROOT / "lisanayn").rglob("*.py")]
    text = " ".join(path.read_text("utf-8") for path in places)
    made = ("theme_", "translation_", "cc_", "box_", "role_", "coverage_")
    unused = [k for k in CATALOGUES["en"].texts if not re.search(rf"\b{k}\b", text) and not k.startswith(made)]
    assert unused == []

"""Slugs: made, compared and refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.slugs import MOST_BYTES, mixed_script, slug_fault, slug_key, slugify

TITLES = st.one_of(st.text(), st.text(alphabet="المدينة قصر سوؤئءىي «»،؟ -_'ab1٣é\u064e\u0640\u200c"))


@pytest.mark.parametrize(
    ("title", "latin", "keep"),
    [
        ("المدينة القديمة", "al-madina-al-qadima", "المدينة-القديمة"),
        ("الخبز والملح", "al-khubz-wal-milh", "الخبز-والملح"),
        ("القاهرة وبيروت", "al-qahira-wabirut", "القاهرة-وبيروت"),
        ("وزير الخارجية", "wazir-al-kharijiya", "وزير-الخارجية"),
        ("طويل القامة", "tawil-al-qama", "طويل-القامة"),
        ("بالنار وللرجل", "bil-nar-walil-rajl", "بالنار-وللرجل"),
        ("للمدرسة", "lil-madrasa", "للمدرسة"),
        ("كُتُبٌ مُعَـــرَّبَة", "kutub-maraba", "كتب-معربة"),
        ("كوفيد-19: ماذا بعد؟", "kufid-19-madha-bad", "كوفيد-19-ماذا-بعد"),
        ("٢٤ ساعة", "24-saa", "٢٤-ساعة"),
        ("Élysée: l’été_2024", "elysee-lete-2024", "élysée-lété-2024"),
        ("Straße & Ærø", "strasse-aero", "straße-ærø"),
        ("می‌روم به تهران", "mirum-bah-tahran", "میروم-به-تهران"),
        ("שלום עולם", "slvm-vlm", "שלום-עולם"),
        ("Москва", "moskva", "москва"),
        ("  -- Mixed   CASE -- ", "mixed-case", "mixed-case"),
        ("../../etc/passwd", "etc-passwd", "etc-passwd"),
        ("؟؟؟ 😀 …", "", ""),
        ("", "", ""),
    ],
)
def test_slugs_made_from_titles(title: str, latin: str, keep: str) -> None:
    assert (slugify(title, "latin"), slugify(title, "keep")) == (latin, keep)


@given(TITLES, st.sampled_from(["latin", "keep"]))
def test_a_slug_of_a_slug_is_the_slug(title: str, policy: str) -> None:
    slug = slugify(title, "keep" if policy == "keep" else "latin")
    assert slugify(slug, "keep" if policy == "keep" else "latin") == slug


@given(TITLES)
def test_a_latin_slug_is_letters_digits_and_single_hyphens(title: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(title, "latin"))


@given(st.one_of(TITLES, TITLES.map(lambda title: title * 40)))
def test_a_slug_made_from_a_title_is_one_an_author_may_give(title: str) -> None:
    for slug in (slugify(title, "latin"), slugify(title, "keep")):
        fault = slug_fault(slug)
        assert fault in ("", "is empty") or fault.startswith("is a name"), slug


def test_a_long_title_is_cut_between_words() -> None:
    slug = slugify("كلمة " * 200, "keep")
    assert set(slug.split("-")) == {"كلمة"}
    assert MOST_BYTES - len("-كلمة".encode()) < len(slug.encode()) <= MOST_BYTES


def test_a_long_word_is_cut_between_letters() -> None:
    assert slugify("ب" * 500, "keep") == "ب" * (MOST_BYTES // 2)
    assert slugify("x" * 500, "latin") == "x" * MOST_BYTES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bread", "bread"),
        ("café", "cafe\u0301"),
        ("café", "cafe"),
        ("bread", "bre\u200bad"),
        ("bread", "bread."),
        ("bread", "bread "),
        ("paypal", "раураl"),
        ("على", "علي"),
        ("علی", "علي"),
        ("كتاب", "کتاب"),
        ("مدرسة", "مدرسه"),
        ("أحمد", "احمد"),
        ("كُتب", "كتب"),
        ("مدرســة", "مدرسة"),
        ("٢٠٢٤", "2024"),
        ("٢٠٢٤", "۲۰۲۴"),
        ("two-shores", "two_shores"),
        ("two-shores", "two–shores"),
        ("ａｂｃ", "abc"),
    ],
)
def test_slugs_that_would_be_taken_for_each_other_have_one_key(one: str, other: str) -> None:
    assert slug_key(one) == slug_key(other)


@pytest.mark.parametrize(("one", "other"), [("bread", "breads"), ("كتاب", "كتب"), ("a-b", "ab"), ("1", "l")])
def test_different_slugs_have_different_keys(one: str, other: str) -> None:
    assert slug_key(one) != slug_key(other)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert slug_key(slug_key(text)) == slug_key(text)


@pytest.mark.parametrize("slug", ["bread", "two-shores", "المدينة-القديمة", "a", "2024", "v2.1", "café", "con1"])
def test_good_slugs(slug: str) -> None:
    assert slug_fault(slug) == ""


@pytest.mark.parametrize(
    ("slug", "fault"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("؟؟؟", "has no letter and no digit"),
        ("😀", "has no letter and no digit"),
        (".", "has no letter and no digit"),
        ("..", "has no letter and no digit"),
        ("../x", "holds '/', a separator of folders"),
        ("/x", "holds '/', a separator of folders"),
        ("a\\b", "holds '\\\\', a separator of folders"),
        ("a∕b", "holds U+2215, a separator of folders"),
        ("..%2fx", "holds '%', which an address or a file name cannot hold"),
        ("C:x", "holds ':', which an address or a file name cannot hold"),
        ("x?", "holds '?', which an address or a file name cannot hold"),
        ("a\x00b", "holds the control U+0000"),
        ("a\x1bb", "holds the control U+001B"),
        ("a\u202eb", "holds the invisible character U+202E"),
        ("a\u200bb", "holds the invisible character U+200B"),
        ("a\u200cb", "holds the invisible character U+200C"),
        ("a\ufeffb", "holds the invisible character U+FEFF"),
        ("a\ud800b", "holds the control U+D800"),
        ("a b", "holds a space; write a hyphen instead"),
        (".hidden", "begins or ends with a dot or a hyphen, or holds two dots or a tilde"),
        ("x.", "begins or ends with a dot or a hyphen, or holds two dots or a tilde"),
        ("-x", "begins or ends with a dot or a hyphen, or holds two dots or a tilde"),
        ("a..b", "begins or ends with a dot or a hyphen, or holds two dots or a tilde"),
        ("~root", "begins or ends with a dot or a hyphen, or holds two dots or a tilde"),
        ("con", "is a name that Windows keeps for itself"),
        ("NUL.txt", "is a name that Windows keeps for itself"),
        ("com1", "is a name that Windows keeps for itself"),
        ("aux.md", "is a name that Windows keeps for itself"),
        ("index", "is a name that the site's own pages use"),
        ("Tags", "is a name that the site's own pages use"),
        ("كتابٌ", "holds U+064C, a vowel mark or a tatweel; leave it out"),
        ("مدرســة", "holds U+0640, a vowel mark or a tatweel; leave it out"),
        ("ب" * 61, "is 122 bytes long, 120 are allowed"),
        ("ا\u0654حمد", "is not in the composed form of Unicode (NFC)"),
    ],
)
def test_slugs_that_are_refused(slug: str, fault: str) -> None:
    assert slug_fault(slug) == fault


@given(st.text())
def test_judging_a_slug_never_fails(slug: str) -> None:
    assert isinstance(slug_fault(slug), str)


@pytest.mark.parametrize(
    ("slug", "word"),
    [("раypal-login", "раypal"), ("google-خريطة", ""), ("كتاب-2024", ""), ("café", ""), ("abcابت-x", "abcابت")],
)
def test_words_of_two_scripts(slug: str, word: str) -> None:
    assert mixed_script(slug) == word

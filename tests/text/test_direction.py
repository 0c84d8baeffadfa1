"""Direction: first letters, titles, and the runs that read against their text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.direction import FSI, LRM, PDI, RLM, first_strong, isolated, nobreak_units, opposite_runs, title_text
from lisanayn.text.lang import Direction, words
from lisanayn.text.languages import LANGUAGES, lang

TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                *words("قال و في (كتاب) Google Maps U.S. 3-2 5-7 +962 555 1234 -5 $50 % C++ v2.1 4K x@y.org «»"),
                *["،", ".", "-", "٣", " "],
            ]
        )
    ).map("".join),
)


def runs(text: str, code: str) -> list[str]:
    return [piece for piece, opposite in opposite_runs(text, lang(code)) if opposite]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("سوريا", "rtl"),
        ("«BBC» قالت", "ltr"),
        ("123 - سوريا", "rtl"),
        ("١٢٣ abc", "ltr"),
        ("שלום", "rtl"),
        ("Élysée", "ltr"),
        ("123 (…) ٤٥", None),
        ("", None),
    ],
)
def test_first_strong(text: str, want: Direction | None) -> None:
    assert first_strong(text) == want


@pytest.mark.parametrize(
    ("text", "direction", "want"),
    [
        ("سوريا", "rtl", "سوريا"),
        ("BBC في خطر", "rtl", RLM + "BBC في خطر"),
        ("سوريا today", "ltr", LRM + "سوريا today"),
        ("Today", "ltr", "Today"),
        ("2024", "rtl", "2024"),
    ],
)
def test_a_title_begins_in_the_direction_of_its_page(text: str, direction: Direction, want: str) -> None:
    assert title_text(text, direction) == want


def test_a_piece_of_a_title_is_isolated_and_cannot_open_anything() -> None:
    assert isolated("سوريا") == f"{FSI}سوريا{PDI}"
    assert isolated("a\u2067b\u202ec\u2069") == f"{FSI}abc{PDI}"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("نص عربي فقط، 3.5 و٤٢٫٥ و12/3/2019 الساعة 20:45.", []),
        ("قال (Google Maps) إن", ["Google Maps"]),
        ("شركة AT&T وشركة O’Reilly وU.S. Steel", ["AT&T", "O’Reilly", "U.S. Steel"]),
        ("كوفيد-19 وCOVID-19", ["COVID-19"]),
        ("هاتف iPhone 15 Pro الجديد", ["iPhone 15 Pro"]),
        ("شبكات 4K و5G و2.4GHz", ["4K", "5G", "2.4GHz"]),
        ("لغة C++ ولغة C# ولغة Node.js.", ["C++", "C#", "Node.js"]),
        ("زوروا https://example.org/a?b=c اليوم", ["https://example.org/a?b=c"]),
        ("اكتبوا إلى info@example.org.", ["info@example.org"]),
        ("نشر @lisanayn وسما #translation", ["@lisanayn", "#translation"]),
        ("قال \"Hello, world!\" ثم", ["Hello, world!"]),
        ("قال «Who? Me? No.» ثم", ["Who? Me? No."]),
        ("هل سمعت بشركة BBC؟ وكتاب «سيرة BBC!»", ["BBC", "BBC"]),
        ("الدكتور Dr. Smith هنا", ["Dr. Smith"]),
        ("منظمة (UN)", ["UN"]),
        ("اتصل على +962 6 555 1234 الآن", ["+962 6 555 1234"]),
        ("اتصل على 06-555-1234 الآن", ["06-555-1234"]),
        ("اتصل على +٩٦٢ ٦ ٥٥٥ الآن", ["+٩٦٢ ٦ ٥٥٥"]),
        ("فاز 3-2 ثم تعادل 1-1", ["3-2", "1-1"]),
        ("من 2020-2024 وفي 5-7 أيام", []),
        ("مجموعة 5+1", ["5+1"]),
        ("هبطت الحرارة إلى -5 درجات و-7.5% و-5°C", ["-5", "-7.5%", "-5°C"]),
        ("بسعر $50 و€1.5", ["$50", "€1.5"]),
        ("الإصدار v2.1.", ["v2.1"]),
        ("عام 2024 Google", ["Google"]),
        ("تاريخ 2024-05-01 هنا", ["2024-05-01"]),
        ("الدين 1 000 000 ليرة", ["1 000 000"]),
        ("قناة Al-Jazeera العربية", ["Al-Jazeera"]),
        ("Google", ["Google"]),
    ],
)
def test_runs_that_read_left_to_right_in_arabic(text: str, want: list[str]) -> None:
    assert runs(text, "ar") == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Nothing here, not even “é” or 7.", []),
        ("Visit (تل أبيب) 7 October", ["تل أبيب"]),
        ("He said «نعم»، then left", ["نعم"]),
        ("He cried “مرحبا يا عالم!” and left", ["مرحبا يا عالم!"]),
        ("سوريا، لبنان and مصر.", ["سوريا، لبنان", "مصر"]),
        ("The book كتاب عام 2024 في بيروت is out", ["كتاب عام 2024 في بيروت"]),
        ("كُتُبٌ means books", ["كُتُبٌ"]),
        ("The word שלום too", ["שלום"]),
    ],
)
def test_runs_that_read_right_to_left_in_english(text: str, want: list[str]) -> None:
    assert runs(text, "en") == want


@given(TEXTS, st.sampled_from(sorted(LANGUAGES)))
def test_pieces_joined_are_the_text(text: str, code: str) -> None:
    pieces = opposite_runs(text, lang(code))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)


@given(TEXTS, st.sampled_from(sorted(LANGUAGES)))
def test_a_run_is_tight(text: str, code: str) -> None:
    for run in runs(text, code):
        assert run == run.strip()
        assert run[0] not in "()[]«»\"،؛"
        assert run[-1] not in "([]«»\"،؛"


@given(st.text(alphabet="ابتثجح ،؛.؟«»٣٫\u064e\n"))
def test_plain_arabic_is_one_piece(text: str) -> None:
    assert opposite_runs(text, lang("ar")) == (((text, False),) if text else ())


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("على بعد 5 كم من هنا", "على بعد 5\u00a0كم من هنا"),
        ("طوله ٣ م وعرضه 40 سم", "طوله ٣\u00a0م وعرضه 40\u00a0سم"),
        ("وزنه 80 كغ، ونسبته 10 %", "وزنه 80\u00a0كغ، ونسبته 10\u00a0%"),
        ("3 km and 10 % at 5 °C", "3\u00a0km and 10\u00a0% at 5\u00a0°C"),
        ("5 metres, 42.5 degrees", "5\u00a0metres, 42.5\u00a0degrees"),
        ("3 kmh, 4 mice, 6 footprints", "3 kmh, 4 mice, 6 footprints"),
        ("٤٢٫٥ دَرَجَةً و٤٠ مِتْرًا و3 أمتار", "٤٢٫٥\u00a0دَرَجَةً و٤٠\u00a0مِتْرًا و3\u00a0أمتار"),
        ("5 كمية و7 مرات و7 مَرّات", "5 كمية و7 مرات و7 مَرّات"),
        ("a km", "a km"),
    ],
)
def test_a_number_keeps_its_unit(text: str, want: str) -> None:
    assert nobreak_units(text) == want

"""How lines become units: pages, columns, ragged lines, the author's own lines."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.parse.wire_lines import Alone, Layout, Unit, is_finished, list_marker, read_units
from lisanayn.text.newswire import newswire

TEXT = (
    "وصلت قافلة مساعدات إنسانية إلى المدينة صباح اليوم بعد انتظار دام خمسة أيام عند الحاجز الشرقي وفق ما أفاد به مسؤول "
    "في برنامج الأغذية الذي قال إن الشاحنات تحمل مواد غذائية وأدوية تكفي نحو ستين ألف شخص مدة شهر واحد على الأقل"
)
WORDS = TEXT.split()


def nothing(line: str) -> Alone:
    return ""


def units(text: str, lang: str = "ar", lines: bool = False, forced: tuple[int, ...] = ()) -> tuple[Layout, list[str]]:
    layout, found = read_units(text, 1, lines, newswire(lang), nothing, forced)
    return layout, [unit.text for unit in found]


def paragraph(size: int) -> str:
    return " ".join((WORDS * 3)[:size]) + "."


@pytest.mark.parametrize("width", [50, 60, 66, 72, 80, 100, 120])
def test_a_text_wrapped_at_any_column_is_joined_again(width: int) -> None:
    paragraphs = [paragraph(size) for size in (40, 25, 60, 33)]
    wrapped = "\n\n".join([textwrap.fill(one, width) for one in paragraphs])
    layout, found = units(wrapped)
    assert layout == "column"
    assert [text.replace("\n", " ") for text in found] == paragraphs


def test_a_column_without_blank_lines_ends_its_paragraphs_at_short_lines() -> None:
    paragraphs = [paragraph(38), paragraph(52), paragraph(29)]
    wrapped = "\n".join([textwrap.fill(one, 70) for one in paragraphs])
    assert [text.replace("\n", " ") for text in units(wrapped)[1]] == paragraphs


def test_indents_begin_paragraphs_in_a_column() -> None:
    paragraphs = [paragraph(40), paragraph(41), paragraph(42)]
    wrapped = "\n".join([textwrap.fill(one, 64, initial_indent="   ") for one in paragraphs])
    assert [text.replace("\n", " ") for text in units(wrapped)[1]] == paragraphs


def test_whole_lines_stay_apart() -> None:
    paragraphs = [paragraph(size) for size in (20, 9, 31, 14)]
    assert units("\n".join(paragraphs)) == ("pages", paragraphs)


def test_vowel_marks_take_no_room_in_a_column() -> None:
    vowelled = " ".join([word[0] + "\u064e" + word[1:] for word in WORDS]) + "."
    plain_lines = textwrap.fill(vowelled.replace("\u064e", ""), 70).split("\n")
    words = iter(vowelled.split())
    lines = [" ".join([next(words) for _ in line.split()]) for line in plain_lines]
    assert len(units("\n".join(lines))[1]) == 1


def test_ragged_lines_are_joined_where_blank_lines_end_paragraphs() -> None:
    text = (
        "The museum has bought a set of letters\nwritten by the explorer to her sister between 1902 and 1911,\n"
        "which had been kept in a tin.\n\nCurators say the letters\nshow how much of the published journals\n"
        "was in fact written by her guide.\n"
    )
    layout, found = units(text, "en")
    assert layout == "ragged"
    assert len(found) == 2


def test_the_authors_lines_are_sentences_of_one_paragraph() -> None:
    layout, found = units("الجملة الأولى هنا.\nالجملة الثانية.\n\nفقرة أخرى.", lines=True)
    assert layout == "lines"
    assert found == ["الجملة الأولى هنا.\nالجملة الثانية.", "فقرة أخرى."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("قال المتحدث في بيان صدر صباح اليوم عن مكتبه،", "إن العمل سيبدأ غدا."),
        ("وأعلنت الوزارة تأجيل الامتحانات النهائية أسبوعا واحدا", "بسبب موجة الحر."),
        ('قال "هذا هو الموقف الذي أعلنه ممثلو التحالف', 'قبل أيام ولا جديد فيه".'),
        ("وصل الوفد إلى العاصمة بعد ظهر اليوم قادما من", "باريس في زيارة تستمر يومين."),
        ("وصل الوفد إلى العاصمة (التي أغلقت شوارعها منذ الصباح", "أمام المركبات) قادما من باريس."),
    ],
)
def test_a_line_that_is_visibly_cut_off_goes_on_in_the_next(first: str, second: str) -> None:
    long_one = paragraph(60)
    assert units(f"{long_one}\n\n{first}\n{second}\n\n{long_one}")[1] == [long_one, f"{first}\n{second}", long_one]


def test_a_unit_begins_where_the_author_says_so() -> None:
    text = textwrap.fill(paragraph(60), 70)
    assert len(units(text)[1]) == 1
    assert len(units(text, forced=(2, 4))[1]) == 3


def test_lines_are_counted_from_the_first_and_blank_lines_set_apart() -> None:
    _, found = read_units("\n\nأول.\n\u200f\ufeff\nثان.\nثالث.", 5, False, newswire("ar"), nothing, ())
    assert [(unit.line, unit.last, unit.apart) for unit in found] == [(7, 7, True), (9, 9, True), (10, 10, False)]


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("انتهى.", True),
        ('قال "انتهى."', True),
        ('قال "انتهى".', True),
        ("هل انتهى؟", True),
        ("انتهى…", True),
        ("انتهى...", True),
        ("انتهى.\u200f ", True),
        ("(انتهى.)", True),
        ("روسيا..", False),
        ("انتهى", False),
        ("قال:", False),
        ("", False),
    ],
)
def test_finished(text: str, finished: bool) -> None:
    assert is_finished(text) is finished


@pytest.mark.parametrize(
    ("line", "family", "number"),
    [
        ("- بند", "-", 0),
        ("• بند", "•", 0),
        ("•بند", "•", 0),
        ("* بند", "*", 0),
        ("– بند", "–", 0),
        ("1. بند", "1", 1),
        ("١- بند", "1", 1),
        ("2) item", "1", 2),
        ("(3) item", "1", 3),
        ("12- بند", "1", 12),
    ],
)
def test_list_markers(line: str, family: str, number: int) -> None:
    marker = list_marker(line)
    assert marker and (marker.family, marker.number) == (family, number)


@pytest.mark.parametrize("line", ["2024. كان عاما", "3-1 للضيوف", "-بند", "1.5 مليون", "بند", "10-15 شخصا", "*", "1. "])
def test_no_list_markers(line: str) -> None:
    assert list_marker(line) is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet='اب .\n\t«"(-1\u200f', max_size=40), max_size=12).map("\n".join), st.booleans())
def test_every_line_that_is_not_blank_is_in_one_unit(text: str, lines: bool) -> None:
    _, found = read_units(text, 1, lines, newswire("ar"), nothing, ())
    wanted = [line.strip(" \t\u200f") for line in text.split("\n") if line.strip(" \t\u200f")]
    assert [line for unit in found for line in unit.text.split("\n")] == wanted
    assert all(isinstance(unit, Unit) and unit.line <= unit.last for unit in found)

"""Any encoding a user has, and damage told from another encoding."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.parse.decode import MAX_BYTES, decode
from lisanayn.problems import Severity

TEXT = "أكّد الوزير أنّ السفن ستعود غدا، وقال: «لا نعلم متى».\n\nثم عاد إلى مكتبه؟ نعم.\n"
ENGLISH = "The café’s owner said “no”.\n\nThen she left.\n"


def outcome(data: bytes) -> tuple[str, list[tuple[Severity, str]]]:
    read = decode(data, "a.txt")
    return read.text, [(problem.severity, problem.code) for problem in read.problems]


@pytest.mark.parametrize("text", [TEXT, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_the_rule_and_needs_no_remark(text: str, encoding: str) -> None:
    assert outcome(text.encode(encoding)) == (text, [])


@pytest.mark.parametrize("text", [TEXT, ENGLISH, "نعم", "no", "كتاب"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_with_and_without_mark(text: str, encoding: str) -> None:
    assert outcome(text.encode(encoding)) == (text, [(Severity.NOTE, "source-encoding")])


@pytest.mark.parametrize("text", [TEXT, "نعم", "لا؟", "طلع؟", "قال «لا»", "نعم، لا.", "un café noir, déjà vu"])
def test_windows_1256(text: str) -> None:
    assert outcome(text.encode("cp1256")) == (text, [(Severity.NOTE, "source-encoding")])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_all_line_ends_are_one(end: str, encoding: str) -> None:
    assert outcome(TEXT.replace("\n", end).encode(encoding))[0] == TEXT


def test_page_breaks_are_white_space_and_marks_of_joined_files_go() -> None:
    assert decode("أ\f\vب\ufeffج".encode(), "a").text == "أ  بج"


@pytest.mark.parametrize("text", [TEXT, ENGLISH, "نعم", "I don’t know", "«لا»"])
def test_a_cut_in_utf8_is_damage_and_not_another_encoding(text: str) -> None:
    data = text.encode()
    for at in range(1, len(data)):
        if data[at] & 0xC0 == 0x80:  # in the middle of a character
            assert outcome(data[:at]) == ("", [(Severity.ERROR, "source-bytes")]), at
            assert outcome(data[:at] + data[at + 1 :]) == ("", [(Severity.ERROR, "source-bytes")]), at


UNEXPLAINED = [
    b"\xe9",
    b"\xc3",
    b"caf\xc3 x",
    b"abc \xc0\xaf def",
    b"abc \xed\xa0\x80 d",
    b"\xff\xff\xff",
    b"a \xf8\x88\x80\x80\x80 b",
    b"\xff\xfea",
    "نص".encode("utf-16-le")[:-1],
    (TEXT * 3).encode("utf-16-le")[:-1],
]


@pytest.mark.parametrize("data", UNEXPLAINED)
def test_bytes_that_no_encoding_explains(data: bytes) -> None:
    assert outcome(data) == ("", [(Severity.ERROR, "source-bytes")])


def test_a_fault_is_told_with_its_byte_line_and_words() -> None:
    data = "سطر\nقال الوزير".encode() + b"\xff" + " نعم\n".encode()
    (problem,) = decode(data, "a.txt").problems
    assert problem.at.line == 2
    assert problem.message == "the UTF-8 text is damaged: FF is no character, at byte 26, after 'قال الوزير'"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Das Mädchen für über Größe", "cp1252", "Windows-1252"),
        ("שלום עולם, מה שלומך היום", "cp1255", "Windows-1255"),
        ("كان هذا كتابا من كتب المكتبة", "iso8859_6", "ISO-8859-6"),
    ],
)
def test_encodings_we_do_not_read_are_named(text: str, encoding: str, name: str) -> None:
    (problem,) = decode(text.encode(encoding), "a.txt").problems
    assert problem.severity is Severity.ERROR and f"looks like {name}" in problem.hint


def test_the_limit_of_size_is_five_million_bytes() -> None:
    assert outcome(b"a" * MAX_BYTES)[1] == []
    assert outcome(b"a" * (MAX_BYTES + 1)) == ("", [(Severity.ERROR, "source-size")])


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=40).map(lambda text: text.encode("utf-16-le"))))
def test_any_bytes_give_a_text_or_an_error(data: bytes) -> None:
    text, problems = outcome(data)
    assert not (text and any(severity is Severity.ERROR for severity, _ in problems))
    text.encode()


@settings(max_examples=300)
@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x2FFF), min_size=1, max_size=60))
def test_utf8_text_without_control_characters_is_read_as_it_stands(text: str) -> None:
    plain = "".join(sign for sign in text if sign not in "\x85\u2028\u2029\x06")
    assert outcome(plain.encode()) == (plain, [])

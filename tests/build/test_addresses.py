"""content/addresses.tsv: written by ``ids``, read by builds, and what it keeps alive."""

import pytest

from lisanayn.build.addresses import lost_addresses, parse_addresses, read_addresses, write_addresses
from lisanayn.disk import MemoryDisk
from lisanayn.pages.cards import make_card
from tests.pages.stories import site, story, untranslated

CARDS = [make_card(one, site()) for one in (story(), untranslated())]


def test_every_story_has_a_line_a_language():
    text = write_addresses(parse_addresses(b""), CARDS)
    assert text.startswith("# ")
    assert text.splitlines()[1:] == ["alone\tar\tar/alone/", "quay\tar\tar/quay/", "quay\ten\ten/quay/"]


def test_what_is_written_is_read_and_written_again_as_it_was():
    text = write_addresses(parse_addresses(b""), CARDS)
    again = read_addresses(MemoryDisk({"content/addresses.tsv": text.encode()}))
    assert again.problems == () and write_addresses(again, CARDS) == text
    assert read_addresses(MemoryDisk({})).lines == ()


def test_a_new_address_stands_below_the_old_one_and_an_old_one_that_returns_moves_down():
    old = parse_addresses(b"quay\tar\tar/pier/\nquay\tar\tar/quay/\nquay\tar\tar/port/\n")
    text = write_addresses(old, CARDS[:1])
    paths = [line.split("\t")[2] for line in text.splitlines() if "\tar\t" in line]
    assert paths == ["ar/pier/", "ar/port/", "ar/quay/"]
    assert old.former()["quay"] == [("ar", "ar/pier/"), ("ar", "ar/quay/"), ("ar", "ar/port/")]


def test_stories_that_are_not_shown_keep_their_lines():
    old = parse_addresses(b"gone\tar\tar/gone/\n")
    assert "gone\tar\tar/gone/" in write_addresses(old, CARDS)
    (problem,) = lost_addresses(old, ["quay", "alone"])
    assert (problem.code, problem.at.line) == ("address-lost", 1)
    assert list(lost_addresses(old, ["gone"])) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("quay\tar", "address-line"),
        ("quay\tar\t../../etc/", "address-line"),
        ("quay\tar\tar/.git/", "address-line"),
        ("quay\tar\tar//x/", "address-line"),
        ("quay\tar\tar/" + "x" * 300 + "/", "address-line"),
        ("quay ar ar/quay/", "address-line"),
        ("<<<<<<< HEAD", "companion-conflict"),
    ],
)
def test_a_bad_line_is_a_problem_at_its_place_and_the_others_hold(line, code):
    found = parse_addresses(f"# head\n{line}\nquay\tar\tar/pier/\n".encode())
    assert [(problem.code, problem.at.line) for problem in found.problems] == [(code, 2)]
    assert [one.path for one in found.lines] == ["ar/pier/"]


def test_bytes_that_are_no_text_are_a_problem():
    assert [problem.code for problem in parse_addresses(b"quay\tar\t\xff\n").problems] == ["companion-encoding"]

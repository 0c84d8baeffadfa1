"""Digests: equal values, equal digests; nothing without fixed content."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.build.fingerprint import digest_bytes, fingerprint
from lisanayn.model.blocks import Paragraph
from lisanayn.model.inline import Link, Run
from lisanayn.problems import Severity


@dataclass(frozen=True)
class View:
    title: str
    items: tuple[object, ...]


@dataclass
class Loose:
    title: str


atoms = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates() | st.sampled_from(Severity)
values = st.recursive(atoms, lambda inner: st.lists(inner, max_size=4).map(tuple))


@given(values, values)
def test_two_values_have_one_digest_only_when_they_are_equal_in_type_and_content(one, other):
    same = repr(one) == repr(other)
    assert (fingerprint(one) == fingerprint(other)) == same


def test_a_frozen_dataclass_is_named_by_its_fields():
    assert fingerprint(View("أ", (1, "ب"))) == fingerprint(View("أ", (1, "ب")))
    assert fingerprint(View("أ", (1, "ب"))) != fingerprint(View("أ", (1, "ت")))
    assert fingerprint(("ab", "c")) != fingerprint(("a", "bc"))
    assert fingerprint(Paragraph((Run("نص", (Link("/x"),)),), 3)) != fingerprint(Paragraph((Run("نص"),), 3))


@pytest.mark.parametrize("loose", [{"a": 1}, {1}, [1], object(), Loose("x"), View("x", ([1],)), View])
def test_what_has_no_fixed_content_is_refused(loose):
    with pytest.raises(TypeError, match="no fixed content"):
        fingerprint(loose)


def test_digests_do_not_depend_on_the_hash_seed():
    program = (
        "from datetime import date; from lisanayn.build.fingerprint import fingerprint;"
        "print(fingerprint(('نص', 1, None, date(2026, 1, 2), b'x')))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {fingerprint(("نص", 1, None, date(2026, 1, 2), b"x")) + "\n"}


def test_parts_of_bytes_keep_their_borders():
    assert digest_bytes(b"ab", b"c") != digest_bytes(b"a", b"bc")

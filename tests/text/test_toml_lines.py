"""Where the keys of a TOML text stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.toml_lines import line_of, toml_fault, toml_lines

TEXT = '''title = "x"

[reader]
embed_translation = true
publisher.name = "y"
"quoted key" = 1

[[tag]]
id = "a"
text = """
id = "not a key"
"""
[[tag]] # second
id = "b"
ar = "ب"
'''


def test_every_key_has_its_line() -> None:
    assert toml_lines(TEXT) == {
        ("title",): 1,
        ("reader",): 3,
        ("reader", "embed_translation"): 4,
        ("reader", "publisher", "name"): 5,
        ("reader", "quoted key"): 6,
        ("tag",): 8,
        ("tag", 0): 8,
        ("tag", 0, "id"): 9,
        ("tag", 0, "text"): 10,
        ("tag", 1): 13,
        ("tag", 1, "id"): 14,
        ("tag", 1, "ar"): 15,
    }


def test_a_key_without_a_line_stands_where_its_table_does() -> None:
    lines = toml_lines(TEXT)
    assert line_of(lines, ("tag", 1, "en")) == 13
    assert line_of(lines, ("title", "ar")) == 1
    assert line_of(lines, ("nowhere",)) == 1


def test_the_place_in_a_message_of_the_library() -> None:
    assert toml_fault("Invalid value (at line 3, column 5)", TEXT) == ("Invalid value", 3, 5)
    assert toml_fault("Unclosed array (at end of document)", "a = [\n\n") == ("Unclosed array", 1, 0)


@given(st.text(alphabet='[]="\'ab.# \n\t', max_size=80))
def test_nothing_raises(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in toml_lines(text).values())

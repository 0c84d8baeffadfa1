"""Why a file is made again."""

import pytest

from lisanayn.build.ledger import Key, Record, why_render

KEY = Key("v", "t", "c")
RECORD = Record(KEY, "digest", 10, 5, "content/harbour")


@pytest.mark.parametrize(
    ("old", "new", "fault", "reason"),
    [
        (None, KEY, None, "never rendered"),
        (RECORD, KEY, None, None),
        (RECORD, Key("w", "t", "c"), None, "view changed"),
        (RECORD, Key("v", "u", "d"), None, "templates and code changed"),
        (RECORD, KEY, "missing from the output folder", "missing from the output folder"),
        (RECORD, Key("w", "t", "c"), "changed in the output folder", "view changed"),
    ],
)
def test_every_file_that_is_made_again_has_a_reason(old, new, fault, reason):
    assert why_render(old, new, fault) == reason

"""The ledger: why a page is made again; damage costs a full build and nothing else."""

import pytest

from lisanayn.build.ledger import Key, Ledger, Record, read_ledger, why_render, write_ledger
from lisanayn.disk import MemoryDisk

KEY = Key("v", "t", "c")
RECORD = Record(KEY, "digest", 10, 5, "harbour")


@pytest.mark.parametrize(
    ("old", "new", "on_disk", "reason"),
    [
        (None, KEY, None, "never rendered"),
        (RECORD, KEY, (10, 5), None),
        (RECORD, Key("w", "t", "c"), (10, 5), "view changed"),
        (RECORD, Key("v", "u", "d"), (10, 5), "templates and code changed"),
        (RECORD, KEY, None, "missing from the output folder"),
        (RECORD, KEY, (10, 6), "changed in the output folder"),
        (RECORD, KEY, (11, 5), "changed in the output folder"),
    ],
)
def test_every_rebuild_has_a_reason(old, new, on_disk, reason):
    assert why_render(old, new, on_disk) == reason


def test_a_saved_ledger_is_read_back_as_it_was():
    disk = MemoryDisk()
    ledger = Ledger("g1", {"ar/a/index.html": RECORD, "static/x.css": Record(Key("a", "", ""), "d", 1, 2)}, ("x",))
    write_ledger(disk, "ledger.json", ledger)
    assert read_ledger(disk, "ledger.json") == (ledger, "")


def test_no_ledger_is_an_empty_one_without_a_word():
    assert read_ledger(MemoryDisk(), "ledger.json") == (Ledger(), "")


def test_a_ledger_cut_short_anywhere_is_empty_with_a_reason():
    disk = MemoryDisk()
    write_ledger(disk, "ledger.json", Ledger("g", {"a": RECORD}))
    whole = disk.read("ledger.json")
    for end in range(len(whole)):
        disk.write("ledger.json", whole[:end])
        ledger, reason = read_ledger(disk, "ledger.json")
        assert ledger == Ledger() and reason


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"null", b"{}", b'{"format": 99}', b"\xff\x00",
     b'{"format":1,"generation":1,"lag":[],"keys":[],"records":{}}',
     b'{"format":1,"generation":"","lag":[],"keys":[],"records":{"a":[7,"",1,1,""]}}', b"[" * 100_000],
)  # fmt: skip
def test_anything_else_is_empty_with_a_reason(data):
    disk = MemoryDisk({"ledger.json": data})
    ledger, reason = read_ledger(disk, "ledger.json")
    assert ledger == Ledger() and reason

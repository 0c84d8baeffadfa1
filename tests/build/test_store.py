"""What is remembered between builds: damage costs a full build and one warning, never a wrong page (B18, B19)."""

import random
import sqlite3

import pytest

from lisanayn.build.ledger import Key, Record
from lisanayn.build.store import Unusable, open_store
from lisanayn.disk import MemoryDisk, RealDisk
from tests.build.builder import Builder

RECORD = Record(Key("v", "t", "c"), "digest", 10, 5, "content/harbour", "content/harbour/ar.md")


@pytest.fixture(params=["memory", "disk"])
def cache(request, tmp_path):
    return MemoryDisk() if request.param == "memory" else RealDisk(str(tmp_path / "cache"))


def test_what_was_saved_is_there_and_what_was_not_is_not(cache):
    with open_store(cache, "site.sqlite") as (store, reason):
        assert reason == "" and not store.is_used
        store.put_records([("ar/a/index.html", RECORD)])
        store.save(cache, "site.sqlite")
        store.put("meta", [("lost", "x")])
    with open_store(cache, "site.sqlite") as (store, reason):
        assert reason == "" and store.is_used
        assert store.records() == {"ar/a/index.html": RECORD} and "lost" not in store.meta()


def test_many_names_are_looked_up_and_removed(cache):
    with open_store(cache, "site.sqlite") as (store, _):
        store.put_records((str(number), RECORD) for number in range(1200))
        wanted = [str(number) for number in range(0, 1200, 2)]
        assert {path for (path,) in store.rows_of("SELECT path FROM records", "path", wanted)} == set(wanted)
        store.remove("records", "path", wanted)
        assert len(store.records()) == 600


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE uses", "CREATE TABLE more(a)", "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM stories; END",
     "UPDATE meta SET value = '0' WHERE name = 'format'", "DELETE FROM meta", "CREATE VIEW v AS SELECT 1"],
)  # fmt: skip
def test_a_file_of_another_shape_or_version_is_given_up(tmp_path, statement):
    cache = RealDisk(str(tmp_path))
    with open_store(cache, "site.sqlite") as (store, _):
        store.put_records([("a", RECORD)])
        store.save(cache, "site.sqlite")
    other = sqlite3.connect(tmp_path / "site.sqlite")
    other.execute(statement)
    other.commit()
    other.close()
    with open_store(cache, "site.sqlite") as (store, reason):
        assert "version" in reason and store.records() == {}


def test_a_folder_in_its_place_is_moved_away_not_deleted(tmp_path):
    (tmp_path / "site.sqlite").mkdir()
    (tmp_path / "site.sqlite/mine").write_text("kept")
    with open_store(RealDisk(str(tmp_path)), "site.sqlite") as (store, reason):
        assert reason == "it is damaged" and store.records() == {}
    (kept,) = tmp_path.glob("*.put-aside/mine")
    assert kept.read_text() == "kept"


def test_a_value_of_the_wrong_type_is_found_out(cache):
    with open_store(cache, "site.sqlite") as (store, _):
        store.put("records", [("a", "v", "t", "c", b"\0", 1, 2, "", "")])
        with pytest.raises(Unusable):
            store.records()


def built():
    site = Builder()
    site.write("content/site.toml", 'base_url = "https://example.org/"\n')
    site.build()
    return site


def test_b18_a_store_cut_short_anywhere_ends_in_the_right_site():
    site = built()
    right, whole = dict(site.output.contents), site.cache.contents["site.sqlite"]
    for end in [0, 1, 15, 16, 17, 99, 100, 101, 4095, 4096, *range(5000, len(whole), len(whole) // 9)]:
        site.cache.contents["site.sqlite"] = whole[:end]
        site.cache.contents.pop("site.signature", None)
        report = site.build()
        assert site.output.contents == right, end
        assert report.published and {problem.code for problem in report.problems} <= {"cache-unusable"}


def test_b18_random_damage_never_makes_a_wrong_site():
    chance = random.Random(2026)
    for _ in range(12):
        site = built()
        data = bytearray(site.cache.contents["site.sqlite"])
        start = chance.randrange(len(data) - 600)
        data[start : start + 600] = chance.randbytes(600)
        site.cache.contents["site.sqlite"] = bytes(data)
        site.edit("content/quay/en.md", "The Old Quay", "The Ancient Quay")
        assert site.build().published
        assert site.output.contents == site.clean(), start


def test_b18_a_lost_part_of_the_cache_is_made_again():
    site = built()
    for path in [path for path in site.cache.contents if path.startswith("products/")]:
        site.cache.contents[path] = b"other bytes"
    site.edit("content/quay/ar.md", "قبل الفجر", "بعد الفجر")
    site.build()
    assert site.output.contents == site.clean()


def test_b19_a_record_that_points_out_of_the_folder_removes_nothing_there(tmp_path):
    site = built()
    with open_store(site.cache, "site.sqlite") as (store, _):
        store.put_records([("../outside", RECORD), ("/etc/hostname", RECORD)])
        store.save(site.cache, "site.sqlite")
    site.output.contents["precious"] = b"x"
    site.write("content/tags.toml", "")
    site.build()
    assert site.output.contents.pop("precious") == b"x"
    assert site.output.contents == site.clean()

"""What a publication changes: comparison by digest, order, old assets, and the brake on deletions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.publish import difference
from lisanayn.publish.difference import Difference, Standing, brake, instant, publishing_order
from lisanayn.publish.marker import Marker
from tests.publish.sites import NOW

PAGES = {"index.html": "1", "ar/index.html": "2", "static/style.aaaaaaaa.css": "3", "sitemap.xml": "4"}


def compare(wanted: Mapping[str, str], there: Standing, keeps_old: bool, adopt: bool = False) -> Difference:
    return difference.compare(wanted, there, keeps_old, NOW, adopt)


def test_an_equal_site_changes_nothing():
    assert not compare(PAGES, Standing(PAGES), keeps_old=True)


def test_files_are_added_changed_and_removed_by_their_digests():
    told = compare({**PAGES, "index.html": "9", "new.html": "5"}, Standing({**PAGES, "old.html": "6"}), True)
    assert (told.added, told.changed, told.removed) == (("new.html",), ("index.html",), ("old.html",))


def test_assets_go_first_then_pages_then_feeds_and_site_maps():
    order = [
        "media/a.1234abcd.svg", "ar/list.json", "index.html", "ar/feed.xml", "robots.txt", "service-worker.js",
        "sitemap.xml",
    ]  # fmt: skip
    assert publishing_order(reversed(order)) == tuple(order)


OLD = "static/style.aaaaaaaa.css"
NEW = {**{path: digest for path, digest in PAGES.items() if path != OLD}, "static/style.bbbbbbbb.css": "7"}


def test_d19_a_hashed_asset_that_leaves_is_kept_with_the_time_of_its_leaving():
    assert compare(NEW, Standing(PAGES), keeps_old=True).kept == {OLD: instant(NOW)}


@pytest.mark.parametrize(("hours", "is_kept"), [(23, True), (24, False)])
def test_d19_a_hashed_asset_stays_a_day(hours: int, is_kept: bool):
    left = instant(NOW - timedelta(hours=hours))
    there = Standing({**NEW, OLD: "3"}, Marker(files=NEW, kept={OLD: left}))
    told = compare(NEW, there, keeps_old=True)
    assert (told.kept, told.removed) == (({OLD: left}, ()) if is_kept else ({}, (OLD,)))


def test_an_asset_of_which_nobody_knows_when_it_left_goes():
    there = Standing({**NEW, OLD: "3"}, Marker(files=NEW, kept={OLD: "yesterday"}))
    assert compare(NEW, there, keeps_old=True).removed == (OLD,)


def test_files_of_others_are_overwritten_when_adopted_and_never_removed():
    there = Standing({}, strangers={"index.html": "old", "ar/index.html": "2", "photo.jpg": "9"})
    told = compare(PAGES, there, keeps_old=True, adopt=True)
    assert (told.changed, told.removed) == (("index.html",), ())
    assert set(told.added) == {"static/style.aaaaaaaa.css", "sitemap.xml"}


def test_a_target_that_is_replaced_whole_keeps_no_old_assets():
    assert compare({}, Standing({"a.aaaaaaaa.css": "1"}), keeps_old=False).removed == ("a.aaaaaaaa.css",)


def test_lines_name_each_file_in_the_order_of_work():
    told = compare({"a.css": "1", "a.html": "2"}, Standing({"a.html": "1", "b.html": "1"}), True)
    assert told.lines() == ("+ a.css", "~ a.html", "- b.html")


def test_the_summary_counts_what_was_done():
    told = compare({"a.css": "1", "a.html": "2"}, Standing({"a.html": "1"}), True)
    assert told.summary(dry_run=False) == "Published: 1 added, 1 changed."
    assert told.summary(dry_run=True) == "Would publish: 1 added, 1 changed."
    assert compare({}, Standing({}), True).summary(dry_run=False) == (
        "Nothing to publish: the target holds this site already."
    )


def _standing(number: int) -> Standing:
    return Standing({f"{n:04}.html": "1" for n in range(number)})


def _without(number: int, gone: int) -> dict[str, str]:
    return {f"{n:04}.html": "1" for n in range(gone, number)}


def test_a_fifth_of_the_files_may_go_but_not_more():
    assert brake(compare(_without(100, 20), _standing(100), True), _standing(100), 0) == ""
    assert "21 of the 100 files" in brake(compare(_without(100, 21), _standing(100), True), _standing(100), 0)


def test_256_files_may_go_but_not_more():
    assert brake(compare(_without(5000, 256), _standing(5000), True), _standing(5000), 0) == ""
    told = brake(compare(_without(5000, 257), _standing(5000), True), _standing(5000), 0)
    assert "--allow-deletes 257" in told
    assert told.count(".html") == 20 and "and 237 more" in told


def test_as_many_as_were_allowed_may_go():
    told = compare({}, _standing(10), True)
    assert brake(told, _standing(10), 9)
    assert brake(told, _standing(10), 10) == ""


NAMES = st.sampled_from(["a.html", "b.html", "c.12345678.css", "d.12345678.css", "e.xml"])
FILES = st.dictionaries(NAMES, st.sampled_from("12"))


@given(FILES, FILES, st.booleans())
def test_what_is_left_is_the_site_and_old_assets_only(wanted: dict[str, str], there: dict[str, str], keeps_old: bool):
    told = compare(wanted, Standing(there), keeps_old)
    left = (there.keys() | set(told.written())) - set(told.removed)
    assert left == wanted.keys() | set(told.kept)
    assert set(told.written()) == {path for path in wanted if wanted[path] != there.get(path)}

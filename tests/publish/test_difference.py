"""What a publication changes: comparison by digest, order, old assets, and the brake on deletions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lisanayn.publish.difference import Standing, brake, compare, publishing_order

PAGES = {"index.html": "1", "ar/index.html": "2", "static/style.aaaaaaaa.css": "3", "sitemap.xml": "4"}


def test_an_equal_site_changes_nothing():
    assert not compare(PAGES, Standing(PAGES), keeps_old=True)


def test_files_are_added_changed_and_removed_by_their_digests():
    difference = compare({**PAGES, "index.html": "9", "new.html": "5"}, Standing({**PAGES, "old.html": "6"}), True)
    assert (difference.added, difference.changed, difference.removed) == (("new.html",), ("index.html",), ("old.html",))


def test_assets_go_first_then_pages_then_feeds_and_site_maps():
    paths = ["sitemap.xml", "index.html", "ar/feed.xml", "static/style.css", "robots.txt", "media/a.svg"]
    assert publishing_order(paths) == (
        "media/a.svg", "static/style.css", "index.html", "ar/feed.xml", "robots.txt", "sitemap.xml",
    )  # fmt: skip


def test_an_old_hashed_asset_stays_until_the_next_change():
    new = {**PAGES, "index.html": "9", "static/style.bbbbbbbb.css": "7"}
    del new["static/style.aaaaaaaa.css"]
    first = compare(new, Standing(PAGES), keeps_old=True)
    assert (first.kept, first.removed) == (("static/style.aaaaaaaa.css",), ())

    there = Standing({**new, "static/style.aaaaaaaa.css": "3"}, frozenset({"static/style.aaaaaaaa.css"}))
    assert not compare(new, there, keeps_old=True)

    assert compare({**new, "index.html": "10"}, there, keeps_old=True).removed == ("static/style.aaaaaaaa.css",)


def test_a_target_that_is_replaced_whole_keeps_no_old_assets():
    assert compare({}, Standing({"a.aaaaaaaa.css": "1"}), keeps_old=False).removed == ("a.aaaaaaaa.css",)


def test_lines_name_each_file_in_the_order_of_work():
    difference = compare({"a.css": "1", "a.html": "2"}, Standing({"a.html": "1", "b.html": "1"}), True)
    assert difference.lines() == ("+ a.css", "~ a.html", "- b.html")


def test_the_summary_counts_what_was_done():
    difference = compare({"a.css": "1", "a.html": "2"}, Standing({"a.html": "1"}), True)
    assert difference.summary(dry_run=False) == "Published: 1 added, 1 changed."
    assert difference.summary(dry_run=True) == "Would publish: 1 added, 1 changed."
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
    difference = compare({}, _standing(10), True)
    assert brake(difference, _standing(10), 9)
    assert brake(difference, _standing(10), 10) == ""


NAMES = st.sampled_from(["a.html", "b.html", "c.12345678.css", "d.12345678.css", "e.xml"])
FILES = st.dictionaries(NAMES, st.sampled_from("12"))


@given(FILES, FILES, st.booleans())
def test_what_is_left_is_the_site_and_old_assets_only(wanted: dict[str, str], there: dict[str, str], keeps_old: bool):
    difference = compare(wanted, Standing(there), keeps_old)
    left = (there.keys() | set(difference.written())) - set(difference.removed)
    assert left == wanted.keys() | set(difference.kept)
    assert set(difference.written()) == {path for path in wanted if wanted[path] != there.get(path)}

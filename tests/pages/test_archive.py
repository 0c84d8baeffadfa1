"""The long lists: archive, series, credits, coverage; and stories near a story."""

from dataclasses import replace

from lisanayn.model.article import TagUse
from lisanayn.model.blocks import Figure
from lisanayn.model.inline import from_plain
from lisanayn.model.story import Group
from lisanayn.model.tag import Tag
from lisanayn.pages.catalog import place_of
from lisanayn.pages.related import rank_related
from tests.pages.stories import (
    all_pages,
    catalog,
    moment,
    one_to_one,
    paragraph,
    site,
    story,
    translated,
    untranslated,
    whole,
)  # fmt: skip

SITE = site()


def at(slug, day, /, other=None, **header):
    return story(slug=slug, own={"date": moment(day) if day else None, **header}, other=other or {})


# Archive -----------------------------------------------------------------------------------------


def archive(**settings):
    stories = (at("a", "2026-03-12"), at("b", "2026-03-01"), at("c", "2024-11-30"), at("d", ""))
    return all_pages((*stories, untranslated(date=moment("2025-01-01"))), site(**settings))


def test_only_years_with_stories_have_a_page():
    assert sorted(path for path in archive() if "/archive/" in path) == sorted(
        [
            "ar/archive/index.html", "ar/archive/2026/index.html", "ar/archive/2025/index.html",
            "ar/archive/2024/index.html",
            "en/archive/index.html", "en/archive/2026/index.html", "en/archive/2024/index.html",
        ]
    )  # fmt: skip


def test_the_archive_counts_and_leads_to_the_months():
    view = archive()["en/archive/index.html"].view
    assert (view.count, len(view.undated)) == (4, 1)
    assert [(year.year, year.count, [(m.name, m.count, m.href) for m in year.months]) for year in view.years] == [
        ("2026", 2, [("March", 2, "../../en/archive/2026/index.html#m03")]),
        ("2024", 1, [("November", 1, "../../en/archive/2024/index.html#m11")]),
    ]


def test_a_year_holds_its_months_newest_first_and_leads_to_the_years_beside_it():
    view = archive()["ar/archive/2025/index.html"].view
    assert [(m.id, [row.href for row in m.rows]) for m in view.months] == [("m01", ["../../../ar/alone/index.html"])]
    assert (view.newer, view.older) == ("../../../ar/archive/2026/index.html", "../../../ar/archive/2024/index.html")
    english = archive()["en/archive/2026/index.html"].view
    assert (english.newer, english.older) == ("", "../../../en/archive/2024/index.html")


def test_months_are_named_as_the_settings_say():
    names = archive(months=(("ar", "both"),))["ar/archive/2026/index.html"].view.months[0].name
    assert names == "آذار/مارس"


def test_a_year_without_counterpart_says_so():
    frame = archive()["ar/archive/2025/index.html"].view.frame
    assert frame.switches[0].href == "" and frame.alternates == ()


# Series ------------------------------------------------------------------------------------------


def series(*parts):
    return catalog(parts, SITE)


def around(made, slug, lang="ar"):
    return next(one.series for one in place_of(made, slug, ()).neighbours if one.lang == lang)


def test_a_series_is_read_by_number_else_from_the_oldest():
    made = series(
        at("c", "2026-01-01", series="الميناء", part=2),
        at("b", "2026-02-01", series="المِيناء", part=1),
        at("d", "2026-03-01", series="الميناء"),
    )
    (entry,) = made.series
    assert [(made.cards[p].slug, n) for p, n in zip(entry.cards, entry.numbers, strict=True)] == [
        ("b", 1), ("c", 2), ("d", 3),
    ]  # fmt: skip
    place = around(made, "c")
    assert (place.number, place.count, place.previous.path, place.next.path) == (
        2, 3, "ar/b/index.html", "ar/d/index.html",
    )  # fmt: skip


def test_a_series_has_the_name_that_each_language_gives_it():
    made = series(at("a", "2026-01-01", other={"series": "The Harbour"}, series="الميناء"))
    assert made.series[0].names == (("ar", "الميناء"), ("en", "The Harbour"))
    assert made.series[0].id == "the-harbour"
    assert around(made, "a", "en").name == "The Harbour"


def test_a_part_that_is_not_translated_is_passed_over_but_keeps_its_number():
    made = series(
        at("a", "2026-01-01", series="س"), untranslated("b", date=moment("2026-01-02"), series="س"),
        at("c", "2026-01-03", series="س"),
    )  # fmt: skip
    place = around(made, "c", "en")
    assert (place.number, place.count, place.previous.path) == (3, 3, "en/a/index.html")


def test_the_page_of_a_series_numbers_its_stories():
    pages = all_pages((at("a", "2026-01-01", series="بحر"), at("b", "2026-01-02", series="بحر")), SITE)
    assert [(row.number, row.href) for row in pages["ar/series/bahr/index.html"].view.rows] == [
        (1, "../../../ar/a/index.html"), (2, "../../../ar/b/index.html"),
    ]  # fmt: skip
    view = pages["ar/b/index.html"].view.series
    assert (view.number, view.count, view.previous.href, view.next) == (2, 2, "../../ar/a/index.html", None)


def test_two_parts_with_one_number_are_a_warning():
    from lisanayn.pages.cards import make_card
    from lisanayn.pages.serials import resolve_series

    cards = [make_card(at(slug, "2026-01-01", series="س", part=1), SITE) for slug in "ab"]
    assert [problem.code for problem in resolve_series(cards, SITE)[1]] == ["series-part-twice"]


# Related -----------------------------------------------------------------------------------------


def ranked(tags, most=3, days=()):
    """{position: positions} of stories given by their tags, a day between two if nothing else is said."""
    days = days or range(len(tags), 0, -1)
    return rank_related([tuple(Tag(t, ()) for t in row.split()) for row in tags], days, range(len(tags)), most)


def test_a_rare_tag_weighs_more_than_a_common_one():
    assert ranked(["sea rare", "sea", "sea", "sea", "rare"], 1)[0] == (4,)


def test_of_equals_the_nearest_in_time_comes_first_then_the_newer():
    assert ranked(["sea", "sea", "sea", "sea"], 2) == {0: (1, 2), 1: (0, 2), 2: (1, 3), 3: (2, 1)}
    assert ranked(["sea", "sea", "sea"], 1, (9, 8, 1))[1] == (0,)
    assert ranked(["sea", "sea", "sea"], 1, (9, 4, 1))[1] == (2,)


def test_more_shared_tags_bring_a_story_nearer():
    assert ranked(["a b", "a", "b", "a b"], 2)[0] == (3, 1)


def test_what_shares_nothing_is_not_related_and_none_may_be_asked_for():
    assert ranked(["a", "b"]) == {0: (), 1: ()}
    assert ranked(["a", "a"], 0) == {0: (), 1: ()}


def test_a_new_story_changes_the_lists_of_few_others():
    before, after = ranked(["all sea", "all"] * 100, 3), ranked(["all", *["all sea", "all"] * 100], 3)
    moved = {position: tuple(n + 1 for n in others) for position, others in before.items()}
    assert sum(after[position + 1] != others for position, others in moved.items()) <= 6


def test_a_page_names_related_stories_in_its_own_language():
    uses = (TagUse("sea", 1),)
    stories = (at("a", "2026-01-01", tags=uses), untranslated("b", tags=uses), at("c", "2026-01-03", tags=uses))
    pages = all_pages(stories, SITE)
    assert [link.href for link in pages["ar/a/index.html"].view.related] == [
        "../../ar/c/index.html", "../../ar/b/index.html",
    ]  # fmt: skip
    assert [link.href for link in pages["en/a/index.html"].view.related] == ["../../en/c/index.html"]
    assert all_pages(stories, site(related=0))["ar/a/index.html"].view.related == ()


def test_editing_a_story_changes_only_places_that_show_it():
    uses, other = (TagUse("sea", 1),), (TagUse("bread", 1),)
    stories = [
        at("a", "2026-01-01", tags=uses), at("b", "2026-01-02", tags=uses), at("c", "2026-01-03", tags=other),
        at("d", "2026-01-04", tags=other),
    ]  # fmt: skip
    before = catalog(tuple(stories), SITE)
    header = replace(stories[0].original.header, title="عنوان آخر")
    stories[0] = replace(stories[0], original=replace(stories[0].original, header=header))
    after = catalog(tuple(stories), SITE)
    changed = {slug for slug in "abcd" if place_of(before, slug, ()) != place_of(after, slug, ())}
    assert changed == {"b"}


# Credits -----------------------------------------------------------------------------------------


def with_figures(*pairs, **header):
    made = tuple(one_to_one(whole(own), whole(other)) for own, other in pairs)
    return story(made, own=header)


def figure(image="a.svg", credit="", license="", qualifier=""):
    return Figure(1, image, "وصف", from_plain("تعليق"), credit, qualifier, license)


def credits(lang, *pairs):
    return all_pages((with_figures(*pairs),), SITE)[f"{lang}/credits/index.html"].view


def test_every_picture_stands_once_with_credit_and_licence_in_the_language_of_the_page():
    view = credits("en", (figure(credit="المرصد", license="CC BY 4.0"), figure(credit="Marsad Agency")))
    (row,) = view.rows
    assert [part.words.text for part in row.credit.names] == ["Marsad Agency"]
    assert (row.license.key, row.license.after) == ("cc_by", "4.0")
    assert row.href == "../../en/quay/index.html" and row.title.text == "The quay"


def test_a_picture_without_credit_is_listed_and_a_credit_without_picture_too():
    view = credits("ar", (figure(), figure()), (figure(image="", credit="رويترز"), figure(image="", credit="Reuters")))
    assert [(row.credit is None, row.license is None, row.absent) for row in view.rows] == [
        (True, True, False), (False, True, True),
    ]  # fmt: skip


def test_the_licence_of_a_text_is_not_that_of_its_pictures():
    assert credits("ar", (figure(credit="رويترز"), figure())).rows[0].license is None


# Coverage ----------------------------------------------------------------------------------------


def coverage(*stories, lang="ar"):
    view = all_pages(stories, SITE)[f"{lang}/coverage/index.html"].view
    return {one.side.lang: {group.key: group.count for group in one.groups} for one in view.languages}


def half_done(**translation):
    pairs = (one_to_one(paragraph("واحد.", "اثنان."), translated("One.", "Two.")),)
    pairs = (replace(pairs[0], groups=(Group(("s1",), (1,)), Group(("s2",), ()))),)
    return story(pairs, "half", other=translation)


def stale():
    pair = one_to_one(paragraph("واحد.", "اثنان."), translated("One.", "Two."))
    return story((replace(pair, groups=(replace(pair.groups[0], stale=True), pair.groups[1])),), "stale")


def test_each_text_is_in_one_state():
    found = coverage(
        story(slug="human", other={"translation": "human"}), story(slug="machine", other={"translation": "machine"}),
        story(slug="plain"), untranslated(), half_done(translation="human"), stale(),
    )  # fmt: skip
    assert found == {
        "ar": {"coverage_original": 6},
        "en": {
            "coverage_missing": 1, "coverage_partly": 1, "coverage_stale": 1, "coverage_machine": 1,
            "coverage_human": 1, "coverage_whole": 1,
        },
    }  # fmt: skip


def test_coverage_leads_to_what_is_to_be_done():
    view = all_pages((untranslated(), half_done()), SITE)["en/coverage/index.html"].view
    rows = {group.key: [row.href for row in group.rows] for group in view.languages[1].groups}
    assert rows == {
        "coverage_missing": ["../../ar/alone/index.html"],
        "coverage_partly": ["../../en/half/index.html"],
    }


def test_a_site_of_one_language_has_no_coverage():
    assert not [path for path in all_pages((), site(languages=("ar",))) if "coverage" in path]


# Foot of the page --------------------------------------------------------------------------------


def test_every_page_leads_to_the_lists_and_says_where_it_is():
    frame = archive()["en/archive/index.html"].view.frame
    assert [(link.key, link.href, link.current) for link in frame.lists] == [
        ("archive", "../../en/archive/index.html", True), ("people", "../../en/people/index.html", False),
        ("all_series", "../../en/series/index.html", False), ("credits", "../../en/credits/index.html", False),
        ("coverage", "../../en/coverage/index.html", False),
    ]  # fmt: skip

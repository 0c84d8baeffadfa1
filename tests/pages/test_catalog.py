"""The catalog: order, tags, addresses, neighbours."""

from dataclasses import replace

from lisanayn.model.article import TagUse
from lisanayn.model.tag import Tag
from lisanayn.pages.catalog import make_card, make_catalog, place_of
from lisanayn.problems import Severity
from tests.pages.stories import PICTURE, catalog, moment, site, story, untranslated

SITE = site()


def at(name, day, /, **header):
    return story(slug=name, own={"date": moment(day) if day else None, **header})


def test_stories_stand_newest_first_then_by_slug_and_undated_ones_last():
    made = catalog((at("b", "2026-01-01"), at("a", "2026-01-01"), at("c", "2026-03-01"), at("d", "")), SITE)
    assert [card.slug for card in made.cards] == ["c", "a", "b", "d"]


def test_a_card_says_how_much_is_translated():
    card = make_card(story(), SITE)
    assert [(text.lang, text.done, text.total) for text in card.texts] == [("ar", 0, 0), ("en", 2, 2)]


def test_a_card_takes_the_first_picture_as_cover_unless_the_author_chose():
    assert make_card(story(own={"cover": "quay.svg"}), SITE, (PICTURE,)).cover == PICTURE
    assert make_card(story(), SITE, (PICTURE,)).cover is None


def test_neighbours_are_those_of_the_language():
    stories = (at("new", "2026-03-03"), untranslated("middle", date=moment("2026-03-02")), at("old", "2026-03-01"))
    made = catalog(stories, SITE)
    around = {one.lang: one for one in place_of(made, "new", ()).neighbours}
    assert around["ar"].older.path == "ar/middle/index.html"
    assert around["en"].older.path == "en/old/index.html"
    assert around["ar"].newer is None
    older = place_of(made, "old", ()).neighbours[1].newer
    assert (older.title, older.second, older.second_lang) == ("The quay", "الرصيف", "ar")


def test_listed_tags_meet_all_their_spellings():
    listed = (Tag("sea", (("ar", "بحر"), ("en", "Sea")), ("البحار",)),)
    uses = (TagUse("بَحْر", 3), TagUse("SEA", 4), TagUse("البحار", 5))
    made = catalog((at("a", "2026-01-01", tags=uses),), SITE, listed)
    assert [tag.id for tag in made.card_tags[0]] == ["sea"]
    assert [(entry.tag.id, entry.counts) for entry in made.tags] == [("sea", (("ar", 1), ("en", 1)))]


def test_an_unlisted_tag_is_made_from_its_oldest_use():
    stories = (at("old", "2026-01-01", tags=(TagUse("مرافئ", 2),)), at("new", "2026-02-01", tags=(TagUse("مرافئ", 2),)))
    made = catalog(stories, SITE)
    assert [entry.tag.names for entry in made.tags] == [(("ar", "مرافئ"),)]
    assert made.tags[0].cards == (0, 1)


def test_two_spellings_of_an_unlisted_tag_are_one_tag_and_a_warning_naming_both_places():
    stories = (at("old", "2026-01-01", tags=(TagUse("أرشيف", 2),)), at("new", "2026-02-01", tags=(TagUse("ارشيف", 7),)))
    made, problems = make_catalog([make_card(one, SITE) for one in stories], (), SITE)
    assert len(made.tags) == 1
    (problem,) = problems
    assert (problem.severity, problem.code) == (Severity.WARNING, "tag-spelling")
    assert str(problem.at) == "content/new/ar.md:7" and "content/old/ar.md:2" in problem.message


def test_two_words_with_one_address_are_two_tags_and_an_error():
    uses = (TagUse("C", 2), TagUse("C++", 3))
    made, problems = make_catalog([make_card(at("a", "2026-01-01", tags=uses), SITE)], (), SITE)
    assert sorted(entry.tag.id for entry in made.tags) == ["c", "c-2"]
    assert [problem.code for problem in problems] == ["tag-address-twice"]


def test_of_two_stories_with_one_address_the_first_file_is_kept():
    stories = (at("a", "2026-01-01", slug="quay"), at("b", "2026-02-01", slug="Quay"))
    made, problems = make_catalog([make_card(one, SITE) for one in stories], (), SITE)
    assert [card.slug for card in made.cards] == ["a"]
    assert {problem.code for problem in problems} == {"address-twice"}
    assert all("content/a/" in problem.message and "content/b/" in problem.message for problem in problems)


def test_no_story_takes_an_address_of_the_site():
    _, problems = make_catalog([make_card(at("a", "2026-01-01", slug="tags"), SITE)], (), SITE)
    assert {problem.code for problem in problems} <= {"address-reserved", "address-bad"} and problems


def test_places_differ_only_when_a_page_would():
    one, two = at("a", "2026-01-01"), at("b", "2026-02-01")
    before = catalog((one, two), SITE)
    changed = replace(two, original=replace(two.original, header=replace(two.original.header, summary="جديد")))
    after = catalog((one, changed), SITE)
    assert place_of(before, "a", ()) == place_of(after, "a", ())

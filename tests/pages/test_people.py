"""Who wrote what: names of one person, and the pages of people."""

from lisanayn.model.person import Person
from lisanayn.pages.bylines import resolve_people
from lisanayn.pages.cards import make_card
from lisanayn.pages.catalog import make_catalog, place_of
from tests.pages.stories import all_pages, catalog, moment, site, story, untranslated

SITE = site()


def by(slug, own, other=(), date="2026-03-01", **translation):
    return story(slug=slug, own={"authors": own, "date": moment(date)}, other={"authors": other, **translation})


def people(*stories, listed=()):
    """({id: names}, codes) of stories, the oldest first."""
    found, problems = resolve_people([make_card(one, SITE) for one in reversed(stories)], listed, SITE)
    return {entry.person.id: dict(entry.person.names) for entry in found.entries}, [p.code for p in problems]


def test_authors_are_paired_by_their_places():
    found, problems = people(by("a", ("سلمى عوّاد", "يوسف الرامي"), ("Salma Awwad", "Yusuf Rami")))
    assert found == {
        "salma-awwad": {"ar": "سلمى عوّاد", "en": "Salma Awwad"},
        "yusuf-rami": {"ar": "يوسف الرامي", "en": "Yusuf Rami"},
    }
    assert problems == []


def test_lists_of_unequal_length_are_not_paired():
    found, problems = people(by("a", ("سلمى", "يوسف"), ("S. Awwad",)))
    assert sorted(len(names) for names in found.values()) == [1, 1, 1] and problems == []


def test_spellings_that_fold_to_one_are_one_person():
    found, _ = people(by("a", ("سلمى عوّاد",), ("Salma Awwad",)), by("b", ("سلمي عواد",), date="2026-01-01"))
    assert len(found) == 1


def test_a_translator_is_the_author_of_another_story():
    made = catalog((by("a", ("ليان",), ("Layan",)), by("b", ("هاني",), translators=("Layan",))), SITE)
    (layan,) = [entry for entry in made.people if entry.person.id == "layan"]
    assert [(role, [made.cards[p].slug for p in cards]) for role, cards in layan.roles] == [
        ("author", ["a"]), ("translator", ["b"]),
    ]  # fmt: skip
    assert layan.counts == (("ar", 2), ("en", 2))


def test_two_people_are_never_joined_against_their_names_but_reported():
    found, problems = people(
        by("old", ("سلمى", "هاني"), ("Salma", "Hani")),
        by("new", ("هاني", "سلمى"), ("Salma", "Hani")),
    )
    assert found == {"salma": {"ar": "سلمى", "en": "Salma"}, "hani": {"ar": "هاني", "en": "Hani"}}
    assert problems == ["person-names"] * 2


def test_people_toml_decides():
    listed = (Person("salma", (("ar", "سلمى عوّاد"), ("en", "Salma Awwad")), ("S. Awwad",)),)
    assert people(by("a", ("سلمى عوّاد",)), by("b", ("S. Awwad",)), listed=listed)[0] == {
        "salma": {"ar": "سلمى عوّاد", "en": "Salma Awwad"}
    }


def test_a_latin_name_in_an_arabic_text_does_not_bar_the_arabic_one():
    found, _ = people(by("old", ("Anna Berg",), date="2026-01-01"), by("new", ("آنا برغ",), ("Anna Berg",)))
    assert found == {"anna-berg": {"ar": "آنا برغ", "en": "Anna Berg"}}


def test_two_names_with_one_address_have_two_pages_and_a_warning():
    found, problems = people(untranslated("a", authors=("سلمى",)), untranslated("b", authors=("Salma",)))
    assert (sorted(found), problems) == (["salma", "salma-2"], ["name-address-twice"])


def test_an_article_leads_to_its_people_and_back():
    pages = all_pages((by("quay", ("ليان",), ("Layan",), reviewers=("مها",)),), SITE)
    assert dict(pages["en/quay/index.html"].view.people) == {
        "ليان": "../../en/people/layan/index.html",
        "Layan": "../../en/people/layan/index.html",
        "مها": "../../en/people/maha/index.html",
    }
    view = pages["ar/people/layan/index.html"].view
    assert (view.name.text, view.second.text) == ("ليان", "Layan")
    assert [(role.role, [row.href for row in role.rows]) for role in view.roles] == [
        ("role_author", ["../../../ar/quay/index.html"])
    ]


def test_the_list_of_people_stands_under_letters_of_the_page():
    pages = all_pages((by("a", ("ليان", "أمل"), ("Layan", "Amal")),), SITE)
    assert [(g.letter, [r.own.text for r in g.rows]) for g in pages["ar/people/index.html"].view.groups] == [
        ("ا", ["أمل"]), ("ل", ["ليان"]),
    ]  # fmt: skip
    assert [g.letter for g in pages["en/people/index.html"].view.groups] == ["A", "L"]


def test_a_person_has_a_page_only_where_there_are_stories():
    pages = all_pages((untranslated(authors=("ليان",)),), SITE)
    assert [path for path in pages if "/people/l" in path] == ["ar/people/layan/index.html"]
    assert pages["en/people/index.html"].view.groups == ()


def test_a_new_story_changes_no_place_but_what_it_stands_beside():
    one = by("a", ("ليان",), ("Layan",), date="2026-01-01")
    before = catalog((one, by("b", ("هاني",), date="2026-02-01")), SITE)
    after = catalog((one, by("b", ("هاني",), date="2026-02-01"), by("c", ("ليان",), date="2026-03-01")), SITE)
    assert place_of(before, "a", ()) == place_of(after, "a", ())


def test_a_catalog_takes_the_people_of_the_table():
    listed = (Person("hani", (("ar", "هاني"),)),)
    made, problems = make_catalog([make_card(by("a", ("هـاني",)), SITE)], (), SITE, listed)
    assert [entry.person.id for entry in made.people] == ["hani"] and problems == ()

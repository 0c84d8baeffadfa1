"""Lists are planned before they are made: a plan names everything that its page shows, and little else."""

from dataclasses import replace

import pytest

from lisanayn.build.fingerprint import fingerprint
from lisanayn.model.article import TagUse
from lisanayn.model.page import ListPlan
from lisanayn.model.person import Person
from lisanayn.model.tag import Tag
from lisanayn.pages.cards import make_card
from lisanayn.pages.catalog import make_catalog
from lisanayn.pages.list_pages import LIST_PAGES
from tests.pages.stories import moment, site, story, untranslated

SITE = site(per_page=2)
TAGS = (Tag("sea", (("ar", "البحر"), ("en", "Sea"))), Tag("bread", (("ar", "الخبز"), ("en", "Bread"))))
PEOPLE = (Person("layan", (("ar", "ليان"), ("en", "Layan"))),)
FIRST = {"tags": (TagUse("sea", 1),), "authors": ("ليان",), "series": "س"}
SECOND = {"authors": ("Layan",), "series": "S"}


def stories(own=None, other=None):
    """Five stories; the oldest with other facts in its headers."""
    made = [
        story(slug=f"s{n}", own={**FIRST, "date": moment(f"2026-0{n}-01")}, other=SECOND) for n in range(2, 5)
    ]
    own = {**FIRST, "date": moment("2025-01-01"), **(own or {})}
    return [*made, story(slug="s1", own=own, other={**SECOND, **(other or {})}), untranslated(**FIRST)]


def card_of(one, facts):
    """A card whose digest names the card, as the build makes it."""
    card = replace(make_card(one, facts), digest="")
    return replace(card, digest=fingerprint(card))


def plans(made, facts=SITE, tags=TAGS, people=PEOPLE):
    catalog, _ = make_catalog([card_of(one, facts) for one in made], tags, facts, people)
    found = [plan for _, maker in LIST_PAGES for plan in maker(catalog, facts) if isinstance(plan, ListPlan)]
    return {plan.path: plan for plan in found}


EDITS = {
    "a title": {"own": {"title": "عنوان آخر"}},
    "a title of a translation": {"other": {"title": "Another"}},
    "a summary": {"own": {"summary": "خلاصة"}},
    "a day": {"own": {"date": moment("2026-12-01")}},
    "a month": {"own": {"date": moment("2025-02-01")}},
    "a topic": {"own": {"tags": (TagUse("bread", 1),)}},
    "an author": {"own": {"authors": ("هاني",)}},
    "a translator": {"other": {"translators": ("Layan",)}},
    "a series": {"own": {"series": "ش"}},
    "a part": {"own": {"part": 7}},
    "a kind of translation": {"other": {"translation": "machine"}},
}


@pytest.mark.parametrize("edit", EDITS)
def test_plans_with_equal_inputs_make_equal_pages(edit):
    before, after = plans(stories()), plans(stories(**EDITS[edit]))
    assert before.keys() & after.keys()
    for path in before.keys() & after.keys():
        if before[path].inputs == after[path].inputs:
            assert before[path].make() == after[path].make(), path


@pytest.mark.parametrize(
    "changed",
    [
        {"tags": (Tag("sea", (("ar", "البحار"), ("en", "Seas"))), TAGS[1])},
        {"people": (Person("layan", (("ar", "ليان"), ("en", "Layan Murad")), ("Layan",)),)},
    ],
)
def test_the_tables_of_the_site_are_inputs_too(changed):
    before, after = plans(stories()), plans(stories(), **changed)
    for path in before.keys() & after.keys():
        if before[path].inputs == after[path].inputs:
            assert before[path].make() == after[path].make(), path
    assert {p: plan.inputs for p, plan in before.items()} != {p: plan.inputs for p, plan in after.items()}


def test_one_story_less_changes_only_lists_that_held_it():
    before, after = plans(stories()), plans(stories()[1:])
    for path in before.keys() & after.keys():
        if before[path].inputs == after[path].inputs:
            assert before[path].make() == after[path].make(), path
    assert before["ar/archive/2025/index.html"].inputs == after["ar/archive/2025/index.html"].inputs


def test_a_text_that_shows_in_no_list_changes_no_plan():
    shorter = [replace(one, digest="other", blocks=one.blocks) for one in stories()]
    assert {p: plan.inputs for p, plan in plans(stories()).items()} == {p: q.inputs for p, q in plans(shorter).items()}


def test_inputs_can_be_named():
    for plan in plans(stories()).values():
        assert fingerprint(plan.inputs)


def test_a_plan_makes_the_page_that_it_announces():
    for path, plan in plans(stories()).items():
        page = plan.make()
        assert (page.path, page.template) == (path, plan.template)

"""The people: everybody by letter, and each person's stories by role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from lisanayn.model.catalog import Catalog, PersonEntry
from lisanayn.model.list_views import PeopleView, PersonView, RoleGroup
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.views import TagGroup, TagRow
from lisanayn.pages import urls
from lisanayn.pages.entries import name_in, second_name, story_row
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, columns, words
from lisanayn.text.collation import initial, sort_key
from lisanayn.text.languages import LANGUAGES


def make_people(catalog: Catalog, site: Site) -> Iterator[Page]:
    """In each language the people of the stories that its lists show."""
    for lang in site.languages:
        path = urls.people(lang)
        shown = [entry for entry in catalog.people if entry.count(lang)]
        pages = [(code, urls.people(code)) for code in site.languages]
        frame = make_frame(Outline(path, lang, "", "", pages), site)
        yield Page(path, "people.html", PeopleView(frame, len(shown), _by_letter(shown, lang, site, frame.root)))


def make_person_pages(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """Each person's stories, in every language that has any."""
    for entry in catalog.people:
        across = [(code, urls.person(code, entry.person.id)) for code in site.languages if entry.count(code)]
        roles = [(role, *[catalog.cards[p].digest for p in positions]) for role, positions in entry.roles]
        inputs = (*entry.person.names, *entry.counts, *roles)
        for lang, path in across:
            make = partial(_person, entry, lang, path, across, catalog, site)
            yield ListPlan(path, "person.html", inputs, make)


def _person(
    entry: PersonEntry, lang: str, path: str, across: list[tuple[str, str]], catalog: Catalog, site: Site
) -> Page:
    name, name_lang = name_in(entry.person.names, lang)
    frame = make_frame(Outline(path, lang, name, "", across, feed=urls.feed(path), feed_title=name), site)
    roles = []
    for role, positions in entry.roles:
        cards = [card for card in [catalog.cards[p] for p in positions] if card.path(lang)]
        if cards:
            roles.append(RoleGroup(f"role_{role}", tuple([story_row(card, lang, site, frame.root) for card in cards])))
    view = PersonView(
        frame=frame,
        name=words(name, name_lang),
        second=second_name(entry.person.names, lang),
        count=entry.count(lang),
        roles=tuple(roles),
        people=urls.href(urls.people(lang), frame.root),
    )
    return Page(path, "person.html", view)


def _by_letter(entries: Sequence[PersonEntry], lang: str, site: Site, root: str) -> tuple[TagGroup, ...]:
    """The people under the letters of a language; a name in another script stands under its own letter."""
    table = LANGUAGES[lang]
    found: dict[str, list[TagRow]] = {}
    for entry in sorted(entries, key=lambda e: sort_key(name_in(e.person.names, lang)[0], table)):
        letter = initial(name_in(entry.person.names, lang)[0], table)
        found.setdefault(letter, []).append(_row(entry, lang, root))
    letters = [words(letter, lang) for letter in found]
    return tuple(
        [
            TagGroup(f"letter-{n}", letter.text, letter.lang, letter.dir, tuple(found[letter.text]))
            for n, letter in enumerate(letters, 1)
        ]
    )


def _row(entry: PersonEntry, lang: str, root: str) -> TagRow:
    name, name_lang = name_in(entry.person.names, lang)
    second = second_name(entry.person.names, lang)
    own_column, other_column = columns(lang, second.lang if second and second.lang else lang)
    return TagRow(
        id=f"person-{entry.person.id}",
        href=urls.href(urls.person(lang, entry.person.id), root),
        own=words(name, name_lang),
        own_column=own_column,
        other=second,
        other_column=other_column,
        count=entry.count(lang),
    )

"""The people: everybody by letter, and each person's stories by role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lisanayn.model.catalog import Catalog, PersonEntry
from lisanayn.model.list_views import PeopleView, PersonView, RoleGroup
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.person import Role
from lisanayn.model.views import TagGroup, TagRow
from lisanayn.pages import urls
from lisanayn.pages.entries import name_in, second_name, story_row
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.planning import Listed, ListKind, digest_of, planned
from lisanayn.pages.site import Site, columns, words
from lisanayn.record import record
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


@record
class PersonTerms:
    """A person in a language."""

    names: tuple[tuple[str, str], ...]
    lang: str
    path: str
    across: tuple[tuple[str, str], ...]
    """(language code, path) of the person's pages."""
    count: int
    """Stories in the lists of the language, in whatever role."""
    roles: tuple[tuple[Role, int], ...]
    """(role, stories in it)."""


def make_person_pages(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """Each person's stories, in every language that has any."""
    for entry in catalog.people:
        across = tuple([(code, urls.person(code, entry.person.id)) for code in site.languages if entry.count(code)])
        for lang, path in across:
            found = [(role, [p for p in there if catalog.cards[p].path(lang)]) for role, there in entry.roles]
            counts = tuple([(role, len(positions)) for role, positions in found if positions])
            terms = PersonTerms(entry.person.names, lang, path, across, entry.count(lang), counts)
            yield planned(PERSON, path, terms, [p for _, positions in found for p in positions], catalog, site)


def _person(terms: PersonTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang = terms.lang
    name, name_lang = name_in(terms.names, lang)
    outline = Outline(terms.path, lang, name, "", terms.across, feed=urls.feed(terms.path), feed_title=name)
    frame = make_frame(outline, site)
    rows = iter([story_row(card, lang, site, frame.root) for card, _ in listed])
    view = PersonView(
        frame=frame,
        name=words(name, name_lang),
        second=second_name(terms.names, lang),
        count=terms.count,
        roles=tuple([RoleGroup(f"role_{role}", tuple(islice(rows, count))) for role, count in terms.roles]),
        people=urls.href(urls.people(lang), frame.root),
    )
    return Page(terms.path, PERSON.template, view)


PERSON = ListKind("person", "person.html", PersonTerms, _person, digest_of)


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

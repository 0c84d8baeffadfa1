"""The tag index in its orders, and each tag's stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lisanayn.model.catalog import Catalog, TagEntry
from lisanayn.model.frame import Section
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.tag import Tag
from lisanayn.model.views import OrderLink, TagGroup, TagRow, TagsView, TagView
from lisanayn.pages import urls
from lisanayn.pages.entries import entry_mark, make_entry, make_pager, page_count, second_name, tag_name
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.planning import Listed, ListKind, planned
from lisanayn.pages.site import Site, columns, words
from lisanayn.record import record
from lisanayn.text.collation import initial, sort_key
from lisanayn.text.languages import LANGUAGES

BY_USE = "use"


def make_tag_indexes(catalog: Catalog, site: Site) -> Iterator[Page]:
    """Every language's index: by its own alphabet first, then by the others', then by use."""
    for lang in site.languages:
        orders = [lang, *[code for code in site.languages if code != lang], BY_USE]
        entries = [entry for entry in catalog.tags if entry.count(lang)]
        for order in orders:
            path = _index_path(lang, order)
            pages = [(code, _index_path(code, order)) for code in site.languages]
            outline = Outline(path, lang, "", "", pages, here=Section.TOPICS, current=True)
            frame = make_frame(outline, site)
            view = TagsView(
                frame=frame,
                count=len(entries),
                orders=tuple([_order_link(lang, one, one == order, frame.root) for one in orders]),
                groups=_by_use(entries, lang, site, frame.root)
                if order == BY_USE
                else _by_letter(entries, lang, order, site, frame.root),
            )
            yield Page(path, "tags.html", view)


@record
class TagTerms:
    """One page of a tag's list in a language."""

    id: str
    names: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, int], ...]
    """(language code, stories that its lists show)."""
    lang: str
    number: int
    total: int
    """Stories of the whole list."""


def make_tag_pages(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """Each tag's stories in each language, page by page; a tag without stories in a language says so."""
    for entry in catalog.tags:
        for lang in site.languages:
            listed = [position for position in entry.cards if catalog.cards[position].path(lang)]
            for number in range(1, page_count(len(listed), site.per_page) + 1):
                shown = listed[(number - 1) * site.per_page : number * site.per_page]
                terms = TagTerms(entry.tag.id, entry.tag.names, entry.counts, lang, number, len(listed))
                yield planned(TAG, urls.tag(lang, entry.tag.id, number), terms, shown, catalog, site)


def _tag_page(terms: TagTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang, counts = terms.lang, dict(terms.counts)
    name, name_lang = tag_name(Tag(terms.id, terms.names), lang)
    path, first = urls.tag(lang, terms.id, terms.number), urls.tag(lang, terms.id)
    across = [(code, urls.tag(code, terms.id)) for code in site.languages if code != lang and counts.get(code)]
    outline = Outline(
        path, lang, name, "", [(lang, path), *across],
        here=Section.TOPICS, paired=terms.number == 1, indexed=bool(terms.total),
        feed=urls.feed(first) if terms.total else "", feed_title=name,
    )  # fmt: skip
    frame = make_frame(outline, site)
    count = page_count(terms.total, site.per_page)
    view = TagView(
        frame=frame,
        name=words(name, name_lang),
        second=second_name(terms.names, lang) if terms.names else None,
        count=terms.total,
        entries=tuple([make_entry(card, tags, lang, site, frame.root) for card, tags in listed]),
        pager=make_pager(terms.number, count, lambda n: urls.tag(lang, terms.id, n), frame.root),
    )
    return Page(path, TAG.template, view)


TAG = ListKind("tag", "tag.html", TagTerms, _tag_page, entry_mark, topics=True)


def _index_path(lang: str, order: str) -> str:
    """Of the index in one order; the order of the page's own alphabet is the index itself."""
    return urls.tags(lang, "" if order == lang else order)


def _order_link(lang: str, order: str, current: bool, root: str) -> OrderLink:
    href = urls.href(_index_path(lang, order), root)
    if order == BY_USE:
        return OrderLink(href, "", "", "", "", current)
    table = LANGUAGES[order]
    alphabet = table.alphabet
    letters = f"{alphabet[0][0]}–{alphabet[-1][0]}".upper()
    return OrderLink(href, order, table.direction, table.name_in(lang), letters, current)


def _by_letter(entries: list[TagEntry], lang: str, order: str, site: Site, root: str) -> tuple[TagGroup, ...]:
    """The tags under the letters of a language, by their names in it."""
    table = LANGUAGES[order]
    found: dict[str, list[TagEntry]] = {}
    for entry in sorted(entries, key=lambda e: sort_key(tag_name(e.tag, order)[0], table)):
        found.setdefault(initial(tag_name(entry.tag, order)[0], table), []).append(entry)
    return tuple(
        [
            TagGroup(f"letter-{n}", letter, order, table.direction, _rows(group, lang, order, site, root))
            for n, (letter, group) in enumerate(found.items(), 1)
        ]
    )


def _by_use(entries: list[TagEntry], lang: str, site: Site, root: str) -> tuple[TagGroup, ...]:
    """All tags in one group, the most used first, equal ones by name."""
    table = LANGUAGES[lang]
    ordered = sorted(entries, key=lambda e: (-e.count(lang), sort_key(tag_name(e.tag, lang)[0], table)))
    return (TagGroup("all", "", lang, table.direction, _rows(ordered, lang, "", site, root)),) if ordered else ()


def _rows(entries: list[TagEntry], lang: str, order: str, site: Site, root: str) -> tuple[TagRow, ...]:
    other = order if order and order != lang else next((c for c in site.languages if c != lang), "")
    own_column, other_column = columns(lang, other or lang)
    rows = []
    for entry in entries:
        names = dict(entry.tag.names)
        own = words(*tag_name(entry.tag, lang)) if lang in names or other not in names else None
        second = words(names[other], other) if other in names else None
        rows.append(
            TagRow(
                id=f"tag-{entry.tag.id}",
                href=urls.href(urls.tag(lang, entry.tag.id), root),
                own=own,
                own_column=own_column,
                other=second,
                other_column=other_column,
                count=entry.count(lang),
            )
        )
    return tuple(rows)

"""The tag index in its orders, and each tag's stories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lisanayn.model.catalog import Catalog, TagEntry
from lisanayn.model.frame import Section
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.views import OrderLink, TagGroup, TagRow, TagsView, TagView
from lisanayn.pages import urls
from lisanayn.pages.entries import entry_marks, make_entry, make_pager, page_count, second_name, tag_name
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, columns, words
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


def make_tag_pages(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """Each tag's stories in each language, page by page; a tag without stories in a language says so."""
    marks = entry_marks(catalog)
    for entry in catalog.tags:
        for lang in site.languages:
            listed = [position for position in entry.cards if catalog.cards[position].path(lang)]
            for number in range(1, page_count(len(listed), site.per_page) + 1):
                shown = listed[(number - 1) * site.per_page : number * site.per_page]
                inputs = (len(listed), *entry.tag.names, *entry.counts, *[marks[i] for i in shown])
                make = partial(_tag_page, entry, lang, listed, number, catalog, site)
                yield ListPlan(urls.tag(lang, entry.tag.id, number), "tag.html", inputs, make)


def _tag_page(entry: TagEntry, lang: str, listed: list[int], number: int, catalog: Catalog, site: Site) -> Page:
    count = page_count(len(listed), site.per_page)
    name, name_lang = tag_name(entry.tag, lang)
    path = urls.tag(lang, entry.tag.id, number)
    across = [(code, urls.tag(code, entry.tag.id)) for code in site.languages if code != lang and entry.count(code)]
    outline = Outline(
        path, lang, name, "", [(lang, path), *across],
        here=Section.TOPICS, paired=number == 1, indexed=bool(listed),
        feed=urls.feed(urls.tag(lang, entry.tag.id)) if listed else "", feed_title=name,
    )  # fmt: skip
    frame = make_frame(outline, site)
    shown = listed[(number - 1) * site.per_page : number * site.per_page]
    view = TagView(
        frame=frame,
        name=words(name, name_lang),
        second=second_name(entry.tag.names, lang) if entry.tag.names else None,
        count=len(listed),
        entries=tuple([make_entry(catalog.cards[i], catalog.card_tags[i], lang, site, frame.root) for i in shown]),
        pager=make_pager(number, count, lambda n: urls.tag(lang, entry.tag.id, n), frame.root),
    )
    return Page(path, "tag.html", view)


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

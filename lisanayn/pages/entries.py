"""Stories as lists show them, and the pages of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lisanayn.model.catalog import Card, CardText
from lisanayn.model.frame import Side
from lisanayn.model.tag import Tag
from lisanayn.model.views import Entry, EntryText, PageLink, Pager
from lisanayn.pages import urls
from lisanayn.pages.dates import day_in
from lisanayn.pages.site import Site, pair_sides, sides, words


def make_entry(card: Card, tags: Sequence[Tag], lang: str, site: Site, root: str) -> Entry:
    """A story in a list in ``lang``, in which it must have a text. ``root`` leads from the list to the top."""
    text = card.text(lang)
    if text is None:
        raise ValueError(f"{card.slug} cannot be read in {lang}")
    second = card.second(lang)
    if second:
        own, other = pair_sides(card.texts[0].lang, lang, second.lang)
        translation = second if text is card.texts[0] else text
        progress = (translation.done, translation.total)
    else:
        own, _ = sides(lang, "", lang)
        progress = (0, 0)
    return Entry(
        href=urls.href(text.path, root),
        own=_entry_text(card, text, own, tags, site),
        other=_entry_text(card, second, other, tags, site) if second else None,
        cover=card.cover,
        cover_href=urls.href(card.cover.path, root) if card.cover else "",
        done=progress[0],
        total=progress[1],
    )


def _entry_text(card: Card, text: CardText, side: Side, tags: Sequence[Tag], site: Site) -> EntryText:
    topic = words(*tag_name(tags[0], text.lang)) if tags else None
    return EntryText(side, text.title, text.summary, topic, day_in(card.date, text.lang, site))


def tag_name(tag: Tag, lang: str) -> tuple[str, str]:
    """(a tag's name, the language it is in): in the language asked for, else its first name."""
    names = dict(tag.names)
    if lang in names:
        return names[lang], lang
    return (tag.names[0][1], tag.names[0][0]) if tag.names else (tag.id, lang)


def make_pager(number: int, count: int, path: Callable[[int], str], root: str) -> Pager | None:
    """The way between the pages of a list; None for a list of one page. ``path`` gives the path of a page."""
    if count < 2:
        return None
    shown = sorted({1, 2, number - 1, number, number + 1, count} & set(range(1, count + 1)))
    links: list[PageLink] = []
    for before, n in zip([0, *shown], shown, strict=False):
        if n - before > 1:
            links.append(PageLink(0, "", current=False))
        links.append(PageLink(n, urls.href(path(n), root), current=n == number))
    return Pager(
        tuple(links),
        newer=urls.href(path(number - 1), root) if number > 1 else "",
        older=urls.href(path(number + 1), root) if number < count else "",
    )


def page_count(items: int, per_page: int) -> int:
    """Pages of a list; an empty list has one."""
    return max(1, -(-items // per_page))

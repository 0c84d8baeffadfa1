"""Stories as lists show them, and the pages of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lisanayn.model.catalog import Card, CardText, Words
from lisanayn.model.frame import Side
from lisanayn.model.list_views import StoryRow
from lisanayn.model.tag import Tag
from lisanayn.model.views import Entry, EntryText, PageLink, Pager
from lisanayn.pages import urls
from lisanayn.pages.dates import day_in
from lisanayn.pages.site import Site, columns, pair_sides, sides, words


def entry_mark(card: Card, tags: Sequence[Tag]) -> str:
    """Names all that an entry shows of a story: the card, and its first topic."""
    return card.digest + ("".join([f" {code}:{name}" for code, name in tags[0].names]) if tags else "")


def make_entry(card: Card, tags: Sequence[Tag], lang: str, site: Site, root: str) -> Entry:
    """A story in a list in ``lang``, in which it must have a page. ``root`` leads from the list to the top."""
    text = card.text(lang)
    if text is None:
        return _untranslated(card, tags, lang, site, root)
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


def _untranslated(card: Card, tags: Sequence[Tag], lang: str, site: Site, root: str) -> Entry:
    """A story that is not translated into the language of the list: topic and day in that language, the rest in the
    story's own."""
    path, original = card.path(lang), card.texts[0]
    if not path:
        raise ValueError(f"{card.slug} has no page in {lang}")
    own, other = pair_sides(original.lang, lang, original.lang)
    topic = words(*tag_name(tags[0], lang)) if tags else None
    return Entry(
        href=urls.href(path, root),
        own=EntryText(own, "", "", topic, day_in(card.date, lang, site)),
        other=EntryText(other, original.title, original.summary, None, None),
        cover=card.cover,
        cover_href=urls.href(card.cover.path, root) if card.cover else "",
        done=0,
        total=0,
        untranslated=True,
    )


def story_row(card: Card, lang: str, site: Site, root: str, number: int = 0) -> StoryRow:
    """A story in a long list in ``lang``, in which it must have a page."""
    text, second = card.text(lang), card.second(lang)
    own_column, other_column = columns(lang, second.lang if second else lang)
    if text and second:
        translation = second if text is card.texts[0] else text
        done, total = translation.done, translation.total
    else:
        done = total = 0
    return StoryRow(
        href=urls.href(card.path(lang), root),
        day=day_in(card.date, lang, site),
        own=words(text.title, lang) if text else None,
        own_column=own_column,
        other=words(second.title, second.lang) if second else None,
        other_column=other_column,
        number=number,
        done=done,
        total=total,
    )


def _entry_text(card: Card, text: CardText, side: Side, tags: Sequence[Tag], site: Site) -> EntryText:
    topic = words(*tag_name(tags[0], text.lang)) if tags else None
    return EntryText(side, text.title, text.summary, topic, day_in(card.date, text.lang, site))


def tag_name(tag: Tag, lang: str) -> tuple[str, str]:
    """(a tag's name, the language it is in): in the language asked for, else its first name."""
    return name_in(tag.names or ((lang, tag.id),), lang)


def name_in(names: Sequence[tuple[str, str]], lang: str) -> tuple[str, str]:
    """(name, its language) of at least one (language, name): the one asked for, else the first."""
    for code, name in names:
        if code == lang:
            return name, code
    return names[0][1], names[0][0]


def second_name(names: Sequence[tuple[str, str]], lang: str) -> Words | None:
    """The first name that is not the one shown in a language; None when there is no other."""
    name, name_lang = name_in(names, lang)
    return next((words(other, code) for code, other in names if code != name_lang and other != name), None)


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

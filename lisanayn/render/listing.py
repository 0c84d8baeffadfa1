"""Stories in lists, as HTML: an entry of a home or a topic, a line of an archive. A site's lists hold every story
several times, so they are set here and not in a template."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from lisanayn.model.list_views import StoryRow
from lisanayn.model.picture import PictureFile
from lisanayn.model.views import Entry, EntryText
from lisanayn.render.inline import words_html
from lisanayn.render.names import day_html, named_html, side_html
from lisanayn.render.ready import escaped, ready
from lisanayn.render.strings import Strings


def entry_html(one: Entry, strings: Strings, lead: bool = False) -> Markup:
    """A story of a list with its standfirst; ``lead``: set large, with its picture."""
    texts = [text for text in (one.own, one.other) if text]
    kind = f"entry{' lead' if lead else ''}{'' if one.other else ' single'}"
    href = escaped(one.href)
    out = [f'<article class="{kind}">\n']
    if lead and one.cover:
        out.append(_cover(href, one.cover, one.cover_href))
    if one.own.topic or one.own.day:
        kicks = [f"{_kick(text)}\n" for text in texts if text.topic or text.day]
        out.append(f'<p class="duo kick">{"".join(kicks)}</p>\n')
    titles = [f"<span {side_html(text.side)}>{_words(text.title, text)}</span> " for text in texts if text.title]
    out.append(f'<h2><a class="duo" href="{href}">{"".join(titles)}</a></h2>\n')
    standfirsts = [f"<p {side_html(text.side)}>{_words(text.summary, text)}</p>" for text in texts if text.summary]
    if standfirsts:
        out.append(f'<div class="duo st">{"".join(standfirsts)}</div>\n')
    if one.untranslated:
        out.append(f'<p class="partial">{strings["not_translated"]}</p>\n')
    elif one.done < one.total:
        meter = f'<progress aria-hidden="true" max="{one.total}" value="{one.done}"></progress>'
        out.append(f'<p class="partial">{meter}{strings.n("progress", one.total, done=one.done)}</p>\n')
    out.append("</article>\n")
    return ready("".join(out))


def _cover(href: str, cover: PictureFile, address: str) -> str:
    size = f' width="{cover.width}" height="{cover.height}"' if cover.width and cover.height else ""
    return (
        f'<a class="entry-img" href="{href}" tabindex="-1" aria-hidden="true">'
        f'<img src="{escaped(address)}"{size} alt="" decoding="async"></a>\n'
    )


def _kick(text: EntryText) -> str:
    topic = named_html(text.topic) if text.topic else ""
    day = day_html(text.day) if text.day else ""
    dot = ' <span class="dot">·</span> ' if topic and day else ""
    return f"<span {side_html(text.side)}>{topic}{dot}{day}</span>"


def _words(text: str, beside: EntryText) -> str:
    return words_html(text, beside.side.lang)


def story_rows_html(rows: Iterable[StoryRow], strings: Strings, numbered: bool = False, marked: bool = True) -> Markup:
    """Stories, one a line; ``marked`` says which of them are not translated."""
    tag = "ol" if numbered else "ul"
    lines = [_row(row, strings, marked) for row in rows]
    return ready(f'<{tag} class="rows">\n{"".join(lines)}</{tag}>\n')


def _row(row: StoryRow, strings: Strings, marked: bool) -> str:
    number = f'<span class="row-n">{escaped(strings.num(row.number))}</span> ' if row.number else ""
    day = f'<span class="row-day">{day_html(row.day)}</span> ' if row.day else ""
    note = ""
    if not row.own and marked:
        note = f' <span class="row-note">{strings["not_translated"]}</span>'
    elif row.done < row.total:
        note = f' <span class="row-note">{strings.n("progress", row.total, done=row.done)}</span>'
    titles = [
        f'<span class="{column}" lang="{words.lang}" dir="{words.dir}">{words_html(words.text, words.lang)}</span>'
        for words, column in ((row.own, row.own_column), (row.other, row.other_column))
        if words
    ]
    kind = "row" if row.day or row.number else "row undated"
    link = f'<a class="duo" href="{escaped(row.href)}">{" ".join(titles)}</a>'
    return f'<li class="{kind}">{number}{day}{link}{note}</li>\n'

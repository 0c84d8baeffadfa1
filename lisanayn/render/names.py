"""Names, dates and links inside interface text, as HTML. They stand here and not in a template because a page has
dozens, and a macro costs five times as much as a function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from lisanayn.model.catalog import Words
from lisanayn.model.frame import Day, Side
from lisanayn.model.rows import Part
from lisanayn.model.views import Fact, SiblingLink, TagLink, Values
from lisanayn.render.inline import words_html
from lisanayn.render.ready import escaped, ready
from lisanayn.render.strings import Strings


def side_html(side: Side) -> Markup:
    """The attributes of an element that holds a side's text."""
    return ready(f'class="{side.column}" lang="{side.lang}" dir="{side.dir}"')


def named_html(words: Words, agency: str = "", printed: str = "") -> Markup:
    """Words of any language for a place inside words of any other: isolated, with their language and direction.

    ``agency`` and ``printed`` are those of a Part.
    """
    own = f' translate="no" data-agency="{escaped(agency)}"' if agency else ""
    as_printed = f' data-printed="{escaped(printed)}"' if printed else ""
    return ready(f'<bdi lang="{words.lang}" dir="{words.dir}"{own}{as_printed}>{escaped(words.text)}</bdi>')


def linked_html(words: Words, people: Mapping[str, str]) -> Markup:
    """A person's name, as a link to the person's page where there is one. ``people``: name → address."""
    href = people.get(words.text)
    return ready(f'<a href="{escaped(href)}">{named_html(words)}</a>') if href else named_html(words)


def day_html(day: Day) -> Markup:
    """A date."""
    return ready(f'<time datetime="{day.iso}">{escaped(day.text)}</time>')


def part_html(part: Part, strings: Strings) -> Markup:
    """A value of the footer or of a credit. ``strings`` are those of the side it stands on."""
    out = [day_html(part.day)] if part.day else []
    if part.words:
        words = named_html(part.words, part.agency, part.printed)
    else:
        words = strings[part.key] if part.key else Markup()
    if part.after:
        words = ready(f"{words} {escaped(part.after)}")
    if part.href:
        rel = f' rel="{escaped(part.rel)}"' if part.rel else ""
        words = ready(f'<a href="{escaped(part.href)}"{rel}>{words}</a>')
    if words:
        out.append(words)
    return ready(": ".join(out))


def facts_html(facts: tuple[Fact, ...], own: Side, other: Side | None, strings: Strings) -> Markup:
    """The rows of the footer: for each fact its name, then its values on either side."""
    sides = [(one, side_html(one), strings.of(one.lang)) for one in (own, other) if one]
    rows = []
    for fact in facts:
        halves = [
            _fact_side(fact.label, values, opening, side_strings)
            for values, (_, opening, side_strings) in zip((fact.own, fact.other), sides, strict=False)
            if values
        ]
        name = strings.n(fact.label, len(fact.own.parts))
        rows.append(f'<div class="duo item"><dt class="vh">{name}</dt>\n{"".join(halves)}</div>\n')
    return ready("".join(rows))


def _fact_side(label: str, values: Values, opening: str, strings: Strings) -> str:
    """One side of a row. The colon after the label is for copies and for ears."""
    name = strings.n(label, len(values.parts))
    shown = escaped(values.separator).join([part_html(part, strings) for part in values.parts])
    label_html = f'<span class="lab">{name}<span class="colon">:</span></span>'
    return f'<dd {opening}>{label_html} <span class="val">{shown}</span></dd>\n'


def titles_html(link: SiblingLink) -> Markup:
    """What a link to another story says: its title, and that in the other language."""
    title, second = link.title, link.second
    first = f'<span class="sib-t" lang="{title.lang}" dir="{title.dir}">{words_html(title.text, title.lang)}</span>'
    if second is None:
        return ready(first)
    text = words_html(second.text, second.lang)
    return ready(f'{first} <span class="sib-o" lang="{second.lang}" dir="{second.dir}">{text}</span>')


def topics_html(tags: Iterable[TagLink]) -> Markup:
    """The topics of a story, as the items of a list."""
    out = []
    for tag in tags:
        names = [
            f'<span lang="{one.lang}" dir="{one.dir}">{escaped(one.text)}</span>' for one in (tag.own, tag.other) if one
        ]
        out.append(f'<li><a href="{escaped(tag.href)}">{" ".join(names)}</a></li>')
    return ready("".join(out))

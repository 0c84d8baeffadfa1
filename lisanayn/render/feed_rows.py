"""The text of a story inside a feed, ready for the one loop of its template: as ``rows`` for reading pages, without
numbers, ids and classes, which nobody outside the site would know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from lisanayn.model.files import Passage
from lisanayn.model.frame import Side
from lisanayn.model.rows import BodyBlock, Close, HeadingBlock, Open, SpeakerBlock
from lisanayn.model.views import Fact
from lisanayn.render.inline import set_rich
from lisanayn.render.names import part_html
from lisanayn.render.ready import escaped, ready
from lisanayn.render.strings import Strings

Row = tuple[str, BodyBlock | Passage | None, Markup]
"""(kind, block, HTML): ready HTML, of kind ``html``, or a block that the template sets."""

_NOTHING = Markup()


def passages_html(
    rows: Iterable[BodyBlock | Passage], own: Side, other: Side | None, strings: Strings
) -> Iterator[Row]:
    """The rows of an entry. Paragraphs, headings and the elements around them come as ready HTML, as many as follow
    each other in one piece. ``strings`` are those of ``own``."""
    sides = _Sides(own, other)
    made: list[str] = []
    for block in rows:
        if isinstance(block, Passage | SpeakerBlock):
            made.append(sides.html("p", block))
        elif isinstance(block, HeadingBlock):
            made.append(sides.html(f"h{block.level}", block))
        elif isinstance(block, Open):
            made.append(f"<{_tag(block.tag)}>\n")
            if block.label:
                made.append(f"<p><strong>{strings[block.label]}</strong></p>\n")
        elif isinstance(block, Close):
            made.append(f"</{_tag(block.tag)}>\n")
        else:
            if made:
                yield "html", None, ready("".join(made))
                made.clear()
            yield block.kind, block, _NOTHING
    if made:
        yield "html", None, ready("".join(made))


def _tag(tag: str) -> str:
    """A box is a quotation for readers of feeds: most of them drop elements that they do not know."""
    return "blockquote" if tag == "aside" else tag


class _Sides:
    """The languages of an entry."""

    def __init__(self, own: Side, other: Side | None) -> None:
        self._own, self._other = own.lang, other.lang if other else ""
        self._on_own = _on(own)
        self._on_other = _on(other) if other else ""

    def html(self, tag: str, row: Passage | SpeakerBlock | HeadingBlock) -> str:
        """A text in both languages, one element under the other."""
        first = f"<{tag} {self._on_own}>{set_rich(row.own, self._own)}</{tag}>\n" if row.own else ""
        if not row.other or not self._other:
            return first
        return f"{first}<{tag} {self._on_other}>{set_rich(row.other, self._other)}</{tag}>\n"


def _on(side: Side) -> str:
    return f'lang="{escaped(side.lang)}" dir="{escaped(side.dir)}"'


def feed_facts_html(facts: Iterable[Fact], strings: Strings) -> Markup:
    """The rows of a story's footer, one a paragraph."""
    out = []
    for fact in facts:
        parts = fact.own.parts
        shown = escaped(fact.own.separator).join([part_html(part, strings) for part in parts])
        out.append(f"<p><small>{strings.n(fact.label, len(parts))}: {shown}</small></p>\n")
    return ready("".join(out))

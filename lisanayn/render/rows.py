"""The rows of a reading page, ready for the one loop of its template."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

from lisanayn.model.frame import Side
from lisanayn.model.rows import BodyBlock, Close, Open, Pair
from lisanayn.render.inline import set_rich
from lisanayn.render.names import side_html
from lisanayn.render.ready import escaped
from lisanayn.render.strings import Strings

Row = tuple[str, BodyBlock | None, Markup]
"""(kind, block, HTML): ready HTML, of kind ``html``, or a block that the template sets."""

_NOTHING = Markup()


def rows_html(body: tuple[BodyBlock, ...], own: Side, other: Side | None, strings: Strings, page: str) -> Iterator[Row]:
    """The rows of a page. ``page`` are the lang and dir attributes of its interface.

    Sentences and the paragraphs around them come as ready HTML, as many as follow each other in one piece; a template
    would take longer for them (a dozen look-ups a row, each value escaped by itself) than for all else on the page.
    """
    pairs = _Pairs(own, other, strings, page)
    ready: list[str] = []
    for block in body:
        if isinstance(block, Pair):
            ready.append(pairs.html(block))
        elif isinstance(block, Open) and not block.label:
            ready.append(_opening(block.tag, block.role))
        elif isinstance(block, Close):
            ready.append(f"</{block.tag}>\n")
        else:
            if ready:
                yield "html", None, Markup("".join(ready))
                ready.clear()
            yield block.kind, block, _NOTHING
    if ready:
        yield "html", None, Markup("".join(ready))


class _Pairs:
    """Sets the rows of one page."""

    def __init__(self, own: Side, other: Side | None, strings: Strings, page: str) -> None:
        self._own, self._other = own, other
        self._own_open = f"<p {side_html(own)}"
        self._other_open = f"<p {side_html(other)}" if other else ""
        self._sentence = str(strings["sentence"])
        self._strings = strings
        self._page = page

    def html(self, pair: Pair) -> str:
        """A row: its number, the page's own sentence, the other one."""
        own, other = self._own, self._other
        head = _head(pair.id, pair.anchors, pair.number, pair.fifth, self._sentence)
        if pair.own:
            marker = _marked(pair.own_marker) if pair.own_marker else ""
            first = f"{self._own_open}{marker}>{set_rich(pair.own, own.lang)}</p>\n"
        else:
            first = self._missing(pair, own)
        if other is None:
            return f"{head}{first}</div>\n"
        if pair.other:
            marker = _marked(pair.other_marker) if pair.other_marker else ""
            return f"{head}{first}{self._other_open}{marker}>{set_rich(pair.other, other.lang)}</p>\n</div>\n"
        return f"{head}{first}{self._missing(pair, other)}</div>\n"

    def _missing(self, pair: Pair, side: Side) -> str:
        """What stands where a side has no sentence, in the language of the page."""
        words = self._strings["added" if pair.missing == "added" else "untranslated"]
        return f'<p class="none {side.column}" {self._page}>{words}</p>\n'


@lru_cache(maxsize=4096)
def _head(name: str, anchors: tuple[str, ...], number: str, fifth: bool, sentence: str) -> str:
    """The opening of a row: its id, further ids that lead to it, and its number as a link to itself. Remembered,
    because the rows of all articles begin alike."""
    if not name:
        return '<div class="pair">\n'
    leading = "".join([f'<span class="anchor" id="{escaped(one)}"></span>' for one in anchors])
    name, kind = escaped(name), "num fifth" if fifth else "num"
    return (
        f'<div class="pair" id="{name}">{leading}<a class="{kind}" href="#{name}"'
        f' aria-label="{sentence} {escaped(number)}">{escaped(number)}</a>\n'
    )


@lru_cache(maxsize=256)
def _opening(tag: str, role: str) -> str:
    return f'<{tag} class="{escaped(role)}">\n'


def _marked(marker: str) -> str:
    return f' data-marker="{escaped(marker)}"'

"""Quotations: the last line that begins with a dash names who is quoted.

    > الكتابة على الماء صنعة من لا يملّ.
    > — مثل من الميناء
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lisanayn.model.blocks import Block, Quote
from lisanayn.model.inline import cut, plain
from lisanayn.parse.markdown_pieces import tidied

_DASH = re.compile(r"\s*(?:—|–|―|--)\s*(?=\S)")


def with_attribution(blocks: Sequence[Block], number: int) -> list[Block]:
    """The blocks of a quotation; an attribution leaves the text of its last paragraph and stands beside it.

    Lines of a dialogue begin with dashes too: a paragraph whose first line does is left alone, unless it is the
    dash line alone and a paragraph stands before it.
    """
    found = list(blocks)
    last = found[-1] if found else None
    if not isinstance(last, Quote) or last.number != number:
        return found
    text = plain(last.text)
    start = text.rfind("\n") + 1
    dash = _DASH.match(text, start)
    if not dash:
        return found
    name = tidied(cut(last.text, dash.end(), len(text)))
    if start:
        if not _DASH.match(text):
            found[-1] = replace(last, text=tidied(cut(last.text, 0, start - 1)), attribution=name)
        return found
    before = found[-2] if len(found) > 1 else None
    if isinstance(before, Quote) and before.number == number and not _DASH.match(plain(before.text)):
        found[-2:] = [replace(before, attribution=name)]
    return found

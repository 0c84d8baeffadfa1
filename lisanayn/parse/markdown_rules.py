"""Our own rules of Markdown: attributes in braces, footnotes in place, containers, ids of headings.

Attributes and containers are our own few lines, not those of ``mdit_py_plugins``: these copy the rest of the text at
every bracket, and look through all lines for the end of every container, which takes quadratic time on hostile
input. All rules here take linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from lisanayn.parse.markdown_joining import JoiningState

_ITEM = r"""#[^\s{}"'=#]+|\.[^\s{}"'=]+|[A-Za-z][A-Za-z0-9_-]*=(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|[^\s{}"'“”=]+)"""
_ATTRIBUTES = re.compile(rf"\{{ *(?:(?:{_ITEM})(?: +(?:{_ITEM}))*)? *\}}")
_PAIR = re.compile(_ITEM)
_HEADING_ID = re.compile(r"[ \t]*\{#([^\s{}\"'=#]+)\}[ \t]*\Z")
_NOTE = re.compile(r"\[\^([^\s\[\]^]{1,100})\]")
_BOX = re.compile(r"(:{3,})[ \t]*([^\W_][\w-]*(?:[ \t].*)?)")
_BOX_END = re.compile(r"[ \t>]*(:{3,})[ \t]*")


def attributes(text: str) -> dict[str, str]:
    """The attributes written in braces: ``id`` for ``#x``, ``class`` for ``.x``, the others by their names."""
    found: dict[str, str] = {}
    for match in _PAIR.finditer(text[1:-1]):
        word = match[0]
        if word[0] in "#.":
            found["id" if word[0] == "#" else "class"] = word[1:]
        else:
            key, _, value = word.partition("=")
            found[key] = value.strip("\"'“”")
    return found


def lone_bracket(state: StateInline, silent: bool) -> bool:
    """A bracket that nothing closes is text: said at once, not after a search to the end of the paragraph."""
    if state.src[state.pos] != "[" or not isinstance(state, JoiningState) or state.pos < state.last_bracket:
        return False
    if not silent:
        state.append_pending("[")
    state.pos += 1
    return True


def span(state: StateInline, silent: bool) -> bool:
    """``[astrolabos]{lang=grc}``: words with attributes."""
    if state.src[state.pos] != "[" or not (isinstance(state, JoiningState) and state.may_have_spans):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    if end < 0:
        return False
    match = _ATTRIBUTES.match(state.src, end + 1, state.posMax)
    if not match:
        return False
    if not silent:
        maximum = state.posMax
        start, state.pos, state.posMax = state.pos, state.pos + 1, end
        token = state.push("span_open", "span", 1)
        token.meta = attributes(match[0])
        token.content = state.src[start : match.end()]
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = maximum
    state.pos = match.end()
    return True


def note_reference(state: StateInline, silent: bool) -> bool:
    """``[^1]``: a reference, whether the note exists or not; the library's rule takes quadratic time on ``[^[^[^``."""
    match = _NOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("note_reference", "", 0)
        token.meta = {"label": match[1]}
        token.content = match[0]
    state.pos = match.end()
    return True


def note_inline(state: StateInline, silent: bool) -> bool:
    """``^[a note]`` where it belongs. Its tokens stay in the row: the library's rule nests parsers without limit."""
    if not state.src.startswith("^[", state.pos) or state.src.find("]", state.pos) < 0:
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        maximum = state.posMax
        state.pos, state.posMax = state.pos + 2, end
        state.push("note_open", "", 1)
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
        state.posMax = maximum
    state.pos = end + 1
    return True


def image_attributes(state: StateInline, silent: bool) -> bool:
    """``![alt](file){credit="…"}``: attributes directly after a picture."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    image = state.tokens[-1]
    match = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if image.type != "image" or not match:
        return False
    image.meta = {**image.meta, **attributes(match[0])}
    state.pos = match.end()
    return True


def attributes_line(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """``{#id}`` on a line of its own: attributes of the block below."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    if state.is_code_block(startLine) or state.src[start] != "{":
        return False
    text = state.src[start : state.eMarks[startLine]].rstrip()
    if not _ATTRIBUTES.fullmatch(text):
        return False
    if not silent:
        token = state.push("attributes_line", "", 0)
        token.meta = attributes(text)
        token.content = text
        token.map = [startLine, startLine + 1]
        state.line = startLine + 1
    return True


def spared(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A paragraph that ``markdown`` has taken already: one letter stands for it and ends what stands above it."""
    if silent or startLine not in state.env.get("spared", ()):
        return False
    state.push("spared", "", 0).map = [startLine, startLine + 1]
    state.line = startLine + 1
    return True


def box(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """``::: name`` to ``:::``, or to the end of what it stands in.

    Not ``mdit_py_plugins.container``: it looks through all lines for the end of each container, which takes minutes
    for a text of a hundred thousand opening lines.
    """
    start = state.bMarks[startLine] + state.tShift[startLine]
    if state.is_code_block(startLine) or not state.src.startswith(":::", start):
        return False
    match = _BOX.fullmatch(state.src[start : state.eMarks[startLine]].rstrip())
    if not match:
        return False
    if silent:
        return True
    end, closed = _box_end(state, startLine, endLine, len(match[1]))
    old_parent, old_line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", end
    token = state.push("container_box_open", "div", 1)
    token.info = match[2]
    token.map = [startLine, end]
    token.meta = {"closed": closed}
    state.md.block.tokenize(state, startLine + 1, end)
    state.push("container_box_close", "div", -1)
    state.parentType, state.lineMax = old_parent, old_line_max
    state.line = end + closed
    return True


def _box_end(state: StateBlock, start_line: int, end_line: int, colons: int) -> tuple[int, bool]:
    """(the line that ends a container, whether it is its closing line: the next with as many colons)."""
    ends = state.env.get("box_ends")
    if ends is None:  # all closing lines of the text, found once
        found = ((number, _BOX_END.fullmatch(line)) for number, line in enumerate(state.src.split("\n")))
        ends = state.env["box_ends"] = [(number, len(match[1])) for number, match in found if match]
    stop = end_line
    if state.blkIndent > 0:  # inside a list: less indented text ends the item and the container with it
        for line in range(start_line + 1, end_line):
            if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
                stop = line
                break
    for number, count in ends[bisect_right(ends, (start_line, 1 << 30)) :]:
        if number >= stop:
            break
        if count >= colons and state.sCount[number] >= state.blkIndent:
            return int(number), True
    return stop, False


def heading_ids(state: StateCore) -> None:
    """``## Title {#id}``: the id leaves the text before the text is parsed."""
    for heading, inline in pairwise(state.tokens):
        if heading.type == "heading_open" and inline.content.endswith("}"):
            match = _HEADING_ID.search(inline.content)
            if match:
                heading.meta = {"id": match[1]}
                inline.content = inline.content[: match.start()]

"""The Markdown parser, set up: CommonMark without raw HTML, with tables, strikethrough, footnotes, containers,
marked spans, and emphasis that works beside Arabic punctuation.

Attributes in braces are our own few lines, not ``mdit_py_plugins.attrs``: that rule copies the rest of the text at
every bracket, which takes quadratic time on hostile input. Links are checked by ``markdown_inline``, not here: a
link the library refuses leaves its brackets in the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

MAX_NESTING = 200
"""Where the library stops, and loses text. ``markdown_blocks`` reports half of it as an error, so that none is lost."""

_ITEM = r"""#[^\s{}"'=#]+|\.[^\s{}"'=]+|[A-Za-z][A-Za-z0-9_-]*=(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|[^\s{}"'“”=]+)"""
_ATTRIBUTES = re.compile(rf"\{{ *(?:(?:{_ITEM})(?: +(?:{_ITEM}))*)? *\}}")
_PAIR = re.compile(_ITEM)
_HEADING_ID = re.compile(r"[ \t]*\{#([^\s{}\"'=#]+)\}[ \t]*\Z")
_NOTE = re.compile(r"\[\^([^\s\[\]^]{1,100})\]")
_BOX = re.compile(r"[ \t]*([^\W_][\w-]*)")


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


@cache
def parser() -> MarkdownIt:
    """The parser; made once a process. It keeps nothing between two texts."""
    md = _Parser("zero")
    md.inline = _JoiningInline()
    md.configure("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.use(container_plugin, "box", validate=lambda info, _markup: _BOX.match(info) is not None)
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.inline.ruler.at("footnote_ref", _note_reference)
    md.inline.ruler.after("footnote_ref", "note_inline", _note_inline)
    md.inline.ruler.after("link", "span", _span)
    md.inline.ruler.after("image", "image_attributes", _image_attributes)
    md.block.ruler.before("fence", "attributes_line", _attributes_line)
    md.core.ruler.after("block", "heading_ids", _heading_ids)
    return md


class _Parser(MarkdownIt):
    """Takes every address as it is written; ``markdown_inline`` judges them."""

    def validateLink(self, url: str) -> bool:
        """Every link is one, so that a refused one loses its address and not its brackets."""
        return True

    def normalizeLink(self, url: str) -> str:
        """No percent-encoding: letters of all scripts may stand in an address."""
        return url

    def normalizeLinkText(self, link: str) -> str:
        """The text of ``<https://…>`` is what stands there."""
        return link


class _JoiningState(StateInline):
    """CommonMark's delimiter rule asks for a space or punctuation before ``**«``. Scripts that write a conjunction or
    article joined to its word (و**«كلمة»**, ``**كتاب:**ثم``) have none: there a punctuation mark counts as a letter.

    Only where a letter of a right-to-left script stands on the other side: Latin text is parsed as ever.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        """What the library says, or both (can open, can close) where a letter and a mark are joined.

        A mark that cannot be seen (RLM …) is looked through: the library takes it for a letter.
        """
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before, after = self._seen(start - 1, -1), self._seen(end, 1)
        if (start > 0 and before != self.src[start - 1]) or (end < self.posMax and after != self.src[end]):
            scanned = _flanking(before, after, canSplitWord, scanned.length)
        if canSplitWord and ((_joins(before) and _is_mark(after)) or (_is_mark(before) and _joins(after))):
            return Scanned(True, True, scanned.length)
        return scanned

    def _seen(self, at: int, step: int) -> str:
        """The first visible character from an offset on; a space at the ends of the text."""
        while 0 <= at < self.posMax and self.src[at] in _UNSEEN:
            at += step
        return self.src[at] if 0 <= at < self.posMax else " "


_UNSEEN = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"


def _flanking(before: str, after: str, can_split_word: bool, length: int) -> Scanned:
    """Left- and right-flanking delimiter runs: CommonMark 0.31, section 6.2."""
    space_before, space_after = before.isspace(), after.isspace()
    left = not space_after and (not _is_mark(after) or space_before or _is_mark(before))
    right = not space_before and (not _is_mark(before) or space_after or _is_mark(after))
    can_open = left and (can_split_word or not right or _is_mark(before))
    can_close = right and (can_split_word or not left or _is_mark(after))
    return Scanned(can_open, can_close, length)


def _joins(character: str) -> bool:
    """Whether a character is a letter of a right-to-left script, or a vowel mark or digit of one."""
    if character < "\u0590":
        return False
    category = unicodedata.category(character)
    if category == "Mn":
        return character <= "\u08ff"
    return category[0] in "LN" and unicodedata.bidirectional(character) in ("R", "AL", "AN")


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


class _JoiningInline(ParserInline):
    """The library's inline parser on the state above."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """As ``ParserInline.parse``, which names its state class."""
        state = _JoiningState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _span(state: StateInline, silent: bool) -> bool:
    """``[astrolabos]{lang=grc}``: words with attributes."""
    if state.src[state.pos] != "[" or "]{" not in state.src:
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


def _note_reference(state: StateInline, silent: bool) -> bool:
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


def _note_inline(state: StateInline, silent: bool) -> bool:
    """``^[a note]`` where it belongs. Its tokens stay in the row: the library's rule nests parsers without limit."""
    if not state.src.startswith("^[", state.pos):
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


def _image_attributes(state: StateInline, silent: bool) -> bool:
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


def _attributes_line(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
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


def _heading_ids(state: StateCore) -> None:
    """``## Title {#id}``: the id leaves the text before the text is parsed."""
    for heading, inline in pairwise(state.tokens):
        if heading.type == "heading_open" and inline.content.endswith("}"):
            match = _HEADING_ID.search(inline.content)
            if match:
                heading.meta = {"id": match[1]}
                inline.content = inline.content[: match.start()]

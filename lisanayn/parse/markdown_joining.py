"""Inline Markdown beside joined scripts: emphasis that works next to Arabic punctuation."""

from __future__ import annotations

import unicodedata

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType


class JoiningState(StateInline):
    """CommonMark's delimiter rule asks for a space or punctuation before ``**«``. Scripts that write a conjunction or
    article joined to its word (و**«كلمة»**, ``**كتاب:**ثم``) have none: there a punctuation mark counts as a letter.

    Only where a letter of a right-to-left script stands on the other side: Latin text is parsed as ever.
    """

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> None:
        super().__init__(src, md, env, outTokens)
        self.last_bracket = src.rfind("]")
        """Offset of the last closing bracket: none that opens after it is ever closed."""
        self.may_have_spans = "]{" in src

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


class JoiningInline(ParserInline):
    """The library's inline parser on the state above."""

    shallow: MarkdownIt | None = None
    """The same parser with the limit of levels for inline text; the library has one limit for everything."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """As ``ParserInline.parse``, which names its state class."""
        state = JoiningState(src, self.shallow or md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

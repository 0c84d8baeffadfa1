"""The Markdown parser, set up: CommonMark without raw HTML, with tables, strikethrough, footnotes, containers and
marked spans.

Links are checked by ``markdown_inline``, not here: a link that the library refuses leaves its brackets in the text.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from lisanayn.parse.markdown_joining import JoiningInline
from lisanayn.parse.markdown_rules import (
    attributes_line,
    box,
    heading_ids,
    image_attributes,
    lone_bracket,
    note_inline,
    note_reference,
    span,
    spared,
)

MAX_NESTING = 200
"""Where the library stops, and loses text. ``markdown_blocks`` reports half of it as an error, so that none is lost."""

MAX_INLINE_NESTING = 20
"""Brackets inside each other that are still looked into. Deeper ones are plain text: nothing is lost, and 500,000
brackets in a row take seconds and not minutes."""


@cache
def parser() -> MarkdownIt:
    """The parser; made once a process. It keeps nothing between two texts."""
    md = _configured(MAX_NESTING)
    # The library has one limit for blocks and words: the words are handed to a twin with a limit of its own.
    inline = JoiningInline()
    inline.shallow = _configured(MAX_INLINE_NESTING)
    inline.ruler, inline.ruler2 = md.inline.ruler, md.inline.ruler2
    md.inline = inline.shallow.inline = inline
    return md


def _configured(nesting: int) -> MarkdownIt:
    md = _Parser("commonmark", {"html": False, "maxNesting": nesting})
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.inline.ruler.before("link", "lone_bracket", lone_bracket)
    md.inline.ruler.after("link", "span", span)
    md.inline.ruler.after("image", "image_attributes", image_attributes)
    md.inline.ruler.at("footnote_ref", note_reference)
    md.inline.ruler.after("footnote_ref", "note_inline", note_inline)
    md.block.ruler.before("table", "spared", spared)
    md.block.ruler.before("fence", "attributes_line", attributes_line)
    md.block.ruler.before("fence", "box", box, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.core.ruler.after("block", "heading_ids", heading_ids)
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

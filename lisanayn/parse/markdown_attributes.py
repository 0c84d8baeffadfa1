"""Attributes on a line of their own, ``{#id}`` or ``{lang=la}``: kept until the block they belong to comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lisanayn.model.inline import Foreign, Mark, Rich, Run
from lisanayn.parse.markdown_inline import Notebook, is_language_tag

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(slots=True)
class Attributes:
    """What the last such line said and no block has taken yet."""

    waiting: dict[str, str] = field(default_factory=dict)
    written: str = ""
    line: int = 0

    def take(self, token: Token, line: int) -> None:
        """A line of attributes."""
        self.waiting = {str(key): str(value) for key, value in token.meta.items()}
        self.written, self.line = token.content, line

    def anchor(self) -> str:
        """The id for the heading that comes; empty when there is none."""
        return self.waiting.pop("id", "")

    def around(self, text: Rich, book: Notebook) -> Rich:
        """The text of the block that comes, in the language the line names."""
        if not self.waiting:
            return text
        tag = self.waiting.get("lang", "")
        if is_language_tag(tag):
            text = under(Foreign(tag), text)
            del self.waiting["lang"]
        self.drop(book)
        return text

    def drop(self, book: Notebook) -> None:
        """Reports what no block has taken."""
        if self.waiting:
            message = f"{self.written[:60]!r} has no meaning for the block below it"
            book.warn("attribute-unknown", message, self.line, "headings take {#id}, texts take {lang=…}")
            self.waiting = {}


def under(mark: Mark, text: Rich) -> Rich:
    """The text with a mark around all of it."""
    return tuple(run if mark in run.marks else Run(run.text, (mark, *run.marks)) for run in text)

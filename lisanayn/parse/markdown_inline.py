"""Inline tokens → rich text, pictures and notes; addresses are judged here.

Nothing of an author's words is lost: what is refused or unknown leaves its text where it stood, with a warning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lisanayn.model.inline import (
    Break,
    Deleted,
    Emphasis,
    Foreign,
    InlineCode,
    Link,
    Mark,
    NoteRef,
    Run,
    Strong,
    plain,
)
from lisanayn.parse.addresses import SCHEMES, link_address
from lisanayn.parse.characters import is_suspect
from lisanayn.parse.markdown_pieces import Note, Picture, Piece, joined, runs_of, tidied
from lisanayn.problems import Location, Problem, error, warning
from lisanayn.text.direction import unbalanced
from lisanayn.text.normal import control_characters

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS: dict[str, Mark] = {"strong": Strong(), "em": Emphasis(), "s": Deleted()}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,1000})?/?>|<!--")


@dataclass(slots=True)
class Notebook:
    """What the reading of one text collects besides its blocks."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    defined: set[str] = field(default_factory=set)
    """Labels of the footnotes the text defines."""
    references: dict[str, int] = field(default_factory=dict)
    """Labels of footnotes in the order of their first reference, with its line."""
    notes: list[Note] = field(default_factory=list)
    once: set[str] = field(default_factory=set)
    """Codes of problems that are reported once a file."""
    entities: bool = False
    """Whether the source holds ``&``: then words may hold what the source itself was checked for."""

    def warn(self, code: str, message: str, line: int, hint: str, once: bool = False) -> None:
        """A warning at a line of the file; ``once``: only the first of its code."""
        if once and code in self.once:
            return
        self.once.add(code)
        self.problems.append(warning(code, message, Location(self.path, line), hint))

    def fail(self, code: str, message: str, line: int, hint: str) -> None:
        """An error at a line of the file."""
        self.problems.append(error(code, message, Location(self.path, line), hint))


def read_inline(tokens: Sequence[Token], line: int, book: Notebook) -> tuple[Piece, ...]:
    """The runs and pictures of one paragraph, heading or cell that begins in ``line`` of the file."""
    return _Reader(book, line).read(tokens)


@dataclass(slots=True)
class _Reader:
    """Walks over the tokens of one inline text."""

    book: Notebook
    line: int
    pieces: list[Piece] = field(default_factory=list)
    marks: tuple[Mark, ...] = ()
    stack: list[tuple[str, Mark | None, int]] = field(default_factory=list)
    """What is open: kind, its mark (None where it holds already or was refused), and the pieces before it."""
    outer: list[tuple[list[Piece], tuple[Mark, ...], int]] = field(default_factory=list)
    """Around an inline note: the pieces and marks of the text it stands in, and the line it began."""

    def read(self, tokens: Sequence[Token]) -> tuple[Piece, ...]:
        start = self.line
        for token in tokens:
            kind = token.type
            if kind == "text" or kind == "text_special":
                self.add(token.content)
            elif kind == "softbreak":
                self.add("\n")
                self.line += 1
            elif kind == "hardbreak":
                self.pieces.append(Run("\n", (*self.marks, Break())))
                self.line += 1
            elif kind == "code_inline":
                self.pieces.append(Run(token.content, (*self.marks, InlineCode())))
            elif kind == "image":
                self.picture(token)
            elif kind == "note_reference":
                self.reference(token)
            elif kind == "note_open":
                self.outer.append((self.pieces, self.marks, self.line))
                self.pieces, self.marks = [], ()
            elif kind == "note_close":
                self.end_note()
            elif token.nesting == 1:
                self.open(kind.removesuffix("_open"), token)
            elif token.nesting == -1:
                self.close(kind.removesuffix("_close"))
            else:  # nothing the parser is set up to give; its text is kept all the same
                self.add(token.content)
        pieces = joined(self.pieces)
        if self.book.entities:
            self.check(plain(runs_of(pieces)), start)
        return pieces

    def add(self, text: str) -> None:
        """Words under the marks that hold."""
        if not text:
            return
        if "<" in text and (match := _HTML.search(text)):
            hint = "HTML is shown as it is written; use Markdown, or put code between backquotes"
            self.book.warn("markdown-html", f"{match[0][:40]!r} is HTML", self.line, hint, once=True)
        self.pieces.append(Run(text, self.marks))

    def check(self, text: str, line: int) -> None:
        """Entities such as ``&#x202e;`` can bring in what no source may hold."""
        if not is_suspect(text):
            return
        found = control_characters(text)
        offset = unbalanced(text)
        if found or offset >= 0:
            sign = found[0][1] if found else text[offset]
            message = f"an entity (&…;) stands for the control character U+{ord(sign):04X}"
            self.book.fail("source-control", message, line, "delete it; a page sets directions by itself")

    def picture(self, token: Token) -> None:
        """A picture among the words; the blocks lift it out. A link around it is not kept."""
        if any(isinstance(mark, Link) for mark in self.marks):
            message = "the picture stands inside a link, which is not kept"
            self.book.warn("picture-linked", message, self.line, "put the link into the caption")
        self.pieces.append(_picture(token, self.line))

    def reference(self, token: Token) -> None:
        """``[^1]``: a reference, or the words as they stand when there is no such footnote."""
        label = str(token.meta["label"])
        if label in self.book.defined:
            self.refer(label)
            return
        message = f"there is no footnote {label!r}"
        self.book.warn("note-missing", message, self.line, f"write its text on a line of its own: [^{label}]: …")
        self.add(token.content)

    def refer(self, label: str) -> None:
        """A reference to a footnote: a run without text."""
        self.book.references.setdefault(label, self.line)
        self.pieces.append(Run("", (*self.marks, NoteRef(label))))

    def end_note(self) -> None:
        """The words since ``^[`` become a footnote, a reference to it stays."""
        inside = joined(self.pieces)
        self.pieces, self.marks, line = self.outer.pop()
        label = f"^{len(self.book.notes) + 1}"  # no label of an author's own holds a caret
        self.book.notes.append(Note(label, tidied(runs_of(inside)), line))
        self.pieces += [piece for piece in inside if isinstance(piece, Picture)]
        self.refer(label)

    def open(self, kind: str, token: Token) -> None:
        """A mark begins to hold."""
        mark: Mark | None = _MARKS.get(kind)
        if kind == "link":
            mark = self.link(token)
        elif kind == "span":
            mark = self.span(token)
        if mark in self.marks:
            mark = None
        if mark is not None:
            self.marks = (*self.marks, mark)
        self.stack.append((kind, mark, len(self.pieces)))

    def close(self, kind: str) -> None:
        """A mark ends; the innermost of its kind, should two cross. A link without words shows its address."""
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at][0] == kind:
                _, mark, before = self.stack.pop(at)
                if isinstance(mark, Link) and before == len(self.pieces):
                    self.pieces.append(Run(mark.href, self.marks))
                self.marks = tuple(other for other in self.marks if other is not mark)
                return

    def link(self, token: Token) -> Link | None:
        """The link, or None for an address that is not allowed."""
        written = str(token.attrs.get("href", ""))
        address = link_address(written)
        if address is None:
            message = f"the link to {written[:80]!r} is not allowed" if written else "a link has no address"
            self.book.warn("link-refused", message, self.line, f"allowed are {SCHEMES}; the text stays without it")
            return None
        return Link(address, str(token.attrs.get("title", "")))

    def span(self, token: Token) -> Foreign | None:
        """Words in another language, which also says their direction; other attributes of words mean nothing."""
        tag = str(token.meta.get("lang", ""))
        for name in token.meta:
            if name != "lang" and not (name == "dir" and tag):
                hint = "words take [words]{lang=…} only"
                self.book.warn("attribute-unknown", f"the attribute {name!r} has no meaning here", self.line, hint)
        if not tag:
            return None
        if not is_language_tag(tag):
            hint = "write a language code: fr, grc, zh-Hant"
            self.book.warn("language-tag", f"{tag!r} is no language code", self.line, hint)
            return None
        return Foreign(tag)


def is_language_tag(tag: str) -> bool:
    """Whether a word has the form of a language code (BCP 47)."""
    return _LANGUAGE_TAG.fullmatch(tag) is not None


def _picture(token: Token, line: int) -> Picture:
    alt = "".join(_words(child) for child in token.children or ())
    attributes = tuple((str(key), str(value)) for key, value in token.meta.items())
    return Picture(str(token.attrs.get("src", "")), alt, str(token.attrs.get("title", "")), attributes, line)


def _words(token: Token) -> str:
    """The words of a token in a picture's brackets: its alternative text has no marks."""
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(_words(child) for child in token.children) if token.children else token.content

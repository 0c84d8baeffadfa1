"""The specification files of the parsers: cases that an editor can read, and the form results are written in.

A case is a title, a line with one dot, the input, a dot, what is expected, a dot. Characters that cannot be seen
are written by their names in double angle brackets: «RLM», «TAB», «SP» for a space at a line's end.
"""

from __future__ import annotations

from pathlib import Path

from lisanayn.model.article import Header, Moment
from lisanayn.model.blocks import (
    Block,
    Code,
    Dateline,
    Figure,
    Footnote,
    Heading,
    Item,
    Paragraph,
    Quote,
    Rule,
    SourceLine,
    Table,
)
from lisanayn.model.inline import (
    Break,
    Deleted,
    Emphasis,
    Foreign,
    InlineCode,
    Link,
    Mark,
    NoteLink,
    NoteRef,
    Rich,
    Strong,
)
from lisanayn.problems import Problem

CORPUS = Path(__file__).parent.parent / "corpus"

_SIGNS = {
    "«RLM»": "\u200f",
    "«RLO»": "\u202e",
    "«RLI»": "\u2067",
    "«PDI»": "\u2069",
    "«TAB»": "\t",
    "«SP»": " ",
    "«NBSP»": "\u00a0",
}


_OTHERS = {"credit-unknown"}
"""Codes whose hints are specified elsewhere: with the captions."""


def _visible(text: str) -> str:
    for name in ("«RLM»", "«RLO»", "«RLI»", "«PDI»", "«NBSP»"):
        text = text.replace(_SIGNS[name], name)
    return text


def cases(folder: str) -> list[tuple[str, str, list[str]]]:
    """(title, input, expected lines) of all files of a folder of the corpus."""
    found = []
    for path in sorted((CORPUS / folder).glob("*.txt")):
        parts = path.read_text("utf-8").split("\n.\n")
        assert len(parts) % 3 == 1, f"{path.name}: a case is not closed by a line with one dot"
        for title, given, want in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            for name, sign in _SIGNS.items():
                given = given.replace(name, sign)
            found.append((f"{path.stem}: {title.strip()}", given, want.split("\n")))
    return found


def described(problems: tuple[Problem, ...]) -> list[str]:
    """One line a problem: ``! error 3:7 code: message — hint``."""
    lines = []
    for problem in problems:
        place = f"{problem.at.line}:{problem.at.column}" if problem.at.column else f"{problem.at.line}"
        hint = "" if problem.code in _OTHERS else f" — {problem.hint}"
        lines.append(f"! {problem.severity.value} {place} {problem.code}: {_visible(problem.message)}{hint}")
    return lines


def shown(block: Block) -> str:
    """One line a block: its kind, its line, what is particular about it, its words."""
    around = "".join(f"[{box.name}] " for box in getattr(block, "boxes", ()))
    return f"{block.line:>2} {around}{_shown(block)}"


def _shown(block: Block) -> str:
    match block:
        case Paragraph(text=text):
            return f"paragraph: {rich(text)}"
        case Heading(text=text, level=level, anchor=anchor):
            return f"heading {level}{_named('id', anchor)}: {rich(text)}"
        case Figure(image=image, alt=alt, caption=caption, credit=credit, qualifier=qualifier, license=terms):
            names = _named("alt", alt) + _named("credit", credit) + _named("qualifier", qualifier)
            words = f": {rich(caption)}" if caption else ""
            return f"figure {image or '(none)'}{names}{_named('license', terms)}{words}"
        case Quote(text=text, number=number, attribution=name):
            return f"quote {number}: {rich(text)}{f' — {rich(name)}' if name else ''}"
        case Item(text=text, ordered=ordered, number=number, depth=depth, first=first, continued=continued):
            marker = "…" if continued else f"{number}." if ordered else "-"
            return f"item {'  ' * depth}{marker}{' (first)' if first else ''}: {rich(text)}"
        case Table(header=header, rows=rows, align=align):
            cells = " / ".join(" | ".join(rich(cell) or "∅" for cell in row) for row in (header, *rows))
            return f"table {','.join(column or '-' for column in align)}: {cells}"
        case Code(text=text, language=language):
            return f"code{_named('language', language)}: {text.replace(chr(10), '⏎')}"
        case Rule():
            return "rule"
        case Footnote(label=label, text=text):
            return f"footnote {label}: {rich(text)}"
        case SourceLine(text=text) | Dateline(text=text):
            return text


def _named(name: str, value: str) -> str:
    return f" {name}={value!r}" if value else ""


def rich(text: Rich) -> str:
    """A rich text on one line: ``{strong|words}``, ⏎ for a line end of the source, ↵ for one the author asked for."""
    return "".join(_marked(run.text, run.marks) for run in text)


def _marked(text: str, marks: tuple[Mark, ...]) -> str:
    if marks and isinstance(marks[-1], Break):
        return _marked("↵", marks[:-1])
    text = _visible(text.replace("\n", "⏎"))
    for mark in reversed(marks):
        text = f"{{{_mark(mark)}|{text}}}"
    return text


def _mark(mark: Mark) -> str:
    match mark:
        case Strong():
            return "strong"
        case Emphasis():
            return "em"
        case Deleted():
            return "del"
        case InlineCode():
            return "code"
        case Link(href=href, title=title):
            return f"link {href}{f' “{title}”' if title else ''}"
        case Foreign(lang=lang):
            return f"lang {lang}"
        case NoteRef(label=label):
            return f"note {label}"
        case NoteLink(target=target):
            return f"note at {target}"
        case Break():
            return "break"


def fields_of(header: Header) -> list[str]:
    """One line a field of a header that is not empty: ``title = …``."""
    empty = Header()
    lines = []
    for name in Header.__slots__:
        value = getattr(header, name)
        if value != getattr(empty, name):
            lines.append(_visible(f"{name} = {_value(value)}"))
    return lines


def _value(value: object) -> str:
    match value:
        case Moment(day=day, instant=instant):
            midnight = instant.time().isoformat() == "00:00:00" and instant.date() == day
            return str(day) if midnight else f"{day} ({instant:%Y-%m-%dT%H:%M:%SZ})"
        case tuple():
            return ", ".join(_value(item) for item in value)
        case _ if hasattr(value, "__slots__") and not isinstance(value, str):
            return "(" + ", ".join(f"{name} {getattr(value, name)}" for name in value.__slots__) + ")"
        case _:
            return str(value)

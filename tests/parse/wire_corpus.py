"""The corpus of wire texts: files an editor can read, each with the blocks that must come out.

    title: what the text shows
    lang: ar
    blocks: 7 paragraph          optional: overrides of the front matter, one a line
    images: 7 harbour.svg        optional: pictures, one a line
    sentences: lines             optional
    =====
    the text
    =====
    paragraph | 1 | its first words
    figure | 3 | the caption's first words | credit | qualifier
    aside | 9 | first words of a line kept out of the page

The separator between text and blocks is the last line of five equals signs: the text may hold such a line itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lisanayn.model.agency import AgencyTable, agency_table
from lisanayn.model.article import Header, ImageUse
from lisanayn.model.blocks import Block, Code, Dateline, Figure, Rule, SourceLine, Table, kind_of
from lisanayn.model.inline import plain
from lisanayn.parse.wire import WireText, read_wire
from lisanayn.text.languages import LANGUAGES

CORPUS = Path(__file__).parent.parent / "corpus" / "wire"
SEPARATOR = "====="
AGENCIES: AgencyTable = agency_table(())


@dataclass(frozen=True, slots=True)
class Row:
    """One block, expected or found."""

    kind: str
    line: int
    start: str
    credit: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One file of the corpus."""

    name: str
    lang: str
    header: Header
    text: str
    expected: tuple[Row, ...]


def cases(folder: Path = CORPUS) -> list[Case]:
    """All cases of a folder, by name."""
    return [read_case(path) for path in sorted(folder.glob("*.txt"))]


def read_case(path: Path) -> Case:
    """One file as a case."""
    lines = path.read_text(encoding="utf-8").split("\n")
    separators = [at for at, line in enumerate(lines) if line == SEPARATOR]
    opening, closing = separators[0], separators[-1]
    options = [line.split(": ", 1) for line in lines[:opening]]
    lang = next(value for name, value in options if name == "lang")
    blocks = [value.split() for name, value in options if name == "blocks"]
    images = [value.split() for name, value in options if name == "images"]
    header = Header(
        blocks=tuple((int(line), kind) for line, kind in blocks),
        images=tuple(ImageUse(int(line), file, "") for line, file in images),
        sentences="lines" if ["sentences", "lines"] in options else "split",
    )
    rows = [row_of(line) for line in lines[closing + 1 :] if line.strip()]
    return Case(path.stem, lang, header, "\n".join(lines[opening + 1 : closing]), tuple(rows))


def row_of(line: str) -> Row:
    """A line ``kind | line | start | credit | qualifier`` as a row."""
    kind, number, *rest = [field.strip() for field in line.rstrip(" |").split(" | ", 2)]
    start = rest[0] if rest else ""
    if kind != "figure":
        return Row(kind, int(number), start)
    start, credit, qualifier = (*[field.strip() for field in start.split("|")], "", "", "")[:3]
    return Row(kind, int(number), start, credit, qualifier)


def read(case: Case) -> WireText:
    """What the parser makes of a case."""
    return read_wire(case.text, 1, LANGUAGES[case.lang], case.header, AGENCIES, f"content/{case.name}.txt")


def words_of(block: Block) -> str:
    """The words of a block by which the corpus knows it."""
    match block:
        case Figure():
            return plain(block.caption)
        case SourceLine() | Dateline() | Code():
            return block.text
        case Table() | Rule():
            return ""
        case _:
            return plain(block.text)


def found_rows(wire: WireText) -> list[Row]:
    """What was found, in the form of the expectation, in the order of lines."""
    rows = [Row("aside", aside.line, aside.text) for aside in wire.asides]
    for block in wire.blocks:
        credit, qualifier = (block.credit, block.qualifier) if isinstance(block, Figure) else ("", "")
        rows.append(Row(kind_of(block), block.line, words_of(block), credit, qualifier))
    return sorted(rows, key=lambda row: row.line)


def agrees(expected: Row, found: Row) -> bool:
    """Whether a found row is the expected one; its words need only begin alike."""
    return (
        (expected.kind, expected.line, expected.credit, expected.qualifier)
        == (found.kind, found.line, found.credit, found.qualifier)
        and found.start.startswith(expected.start)
        and (bool(found.start) == bool(expected.start))
    )

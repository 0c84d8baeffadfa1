"""Translation memories (TMX 1.4b and its relatives) read into two texts.

The file is foreign: a document type with entities of its own is refused, since such entities can grow without bound or
name other files; everything else that is well-formed is read as far as it makes sense.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from lisanayn.align.imports import Bead, Imported, ImportResult, body, sidecar_of
from lisanayn.problems import Location, Problem, error

# Markup inside a segment whose content is code of the original format, not words: TMX 1.4b, section 4.1.
_CODE = frozenset({"bpt", "ept", "it", "ph", "ut"})


class _Refused(Exception):
    """The file declares entities."""


@dataclass(slots=True)
class _Reader:
    """Collects the units of one file. Kept only while it is read."""

    units: list[dict[str, str]] = field(default_factory=list)
    """For each unit: language → words of its first segment in it."""
    lang: str = ""
    header_lang: str = ""
    words: list[str] | None = None
    """None outside a segment."""
    code: int = 0
    """Depth of markup whose content is not words."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2].lower():
            case "header":
                self.header_lang = attributes.get("srclang", "")
            case "tu":
                self.units.append({})
            case "tuv":
                self.lang = attributes.get("xml:lang", attributes.get("lang", ""))
            case "seg" if self.units:
                self.words = []
            case tag if tag in _CODE and self.words is not None:
                self.code += 1

    def end(self, name: str) -> None:
        match name.rpartition(":")[2].lower():
            case "seg" if self.words is not None:
                self.units[-1].setdefault(self.lang, " ".join("".join(self.words).split()))
                self.words, self.code = None, 0
            case tag if tag in _CODE and self.code:
                self.code -= 1

    def text(self, data: str) -> None:
        if self.words is not None and not self.code:
            self.words.append(data)

    def refuse(self, *_: object) -> None:
        raise _Refused


def read_tmx(data: bytes, langs: tuple[str, str], path: str) -> ImportResult:
    """Two texts out of a translation memory, in its order, a unit a line.

    ``langs`` are the codes of the original and of the translation.
    A variant (``ar-SA``) serves for its language when the language itself is not there. Units that lack one of the two
    become sentences without a partner; units that have neither are passed over. Problems name the line of the file.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        message = f"not well-formed XML: {expat.ErrorString(fault.code)}"
        return _failed(message, Location(path, fault.lineno, fault.offset + 1), "export the memory again")
    except _Refused:
        hint = "take the document type out of the file"
        return _failed("the file declares entities of its own", Location(path, parser.CurrentLineNumber), hint)
    texts = [(_in(unit, langs[0]), _in(unit, langs[1])) for unit in reader.units]
    texts = [(one, other) for one, other in texts if one or other]
    if not any(one for one, _ in texts) or not any(other for _, other in texts):
        found = ", ".join(sorted({lang for unit in reader.units for lang in unit if lang})) or "none"
        return _failed(f"no units in {langs[0]!r} and {langs[1]!r}; languages found: {found}", Location(path), "")
    beads: list[Bead] = []
    mine: list[str] = []
    theirs: list[str] = []
    for one, other in texts:
        beads.append(((len(mine),) if one else (), (len(theirs),) if other else ()))
        mine += [one] if one else []
        theirs += [other] if other else []
    return ImportResult(Imported(*langs, body([mine]), body([theirs]), sidecar_of(beads)), ())


def _in(unit: dict[str, str], lang: str) -> str:
    """A unit's words in a language, or in one of its variants."""
    wanted = lang.lower()
    tags = {tag.lower().replace("_", "-"): words for tag, words in unit.items()}
    if wanted in tags:
        return tags[wanted]
    return next((words for tag, words in tags.items() if tag.partition("-")[0] == wanted.partition("-")[0]), "")


def _failed(message: str, at: Location, hint: str) -> ImportResult:
    problem: Problem = error("import-tmx", message, at, hint)
    return ImportResult(None, (problem,))

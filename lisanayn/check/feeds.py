"""Atom feeds: every reader of feeds must know the language and the direction of what it shows (rtl-checklist, 36).

Most drop ``xml:lang``, so the text itself says it too; none knows where a feed came from, so all addresses are full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from lisanayn.check.values import BuiltFile, Ground
from lisanayn.problems import Problem, error, warning

_ATOM = "http://www.w3.org/2005/Atom|"
_LANG = "http://www.w3.org/XML/1998/namespace|lang"
_FULL = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:href|src)=\"([^\"]*)\"")
_WRAPPED = re.compile(r"\s*<[a-z]+\b(?=[^>]*\slang=)(?=[^>]*\sdir=)")
_ADDRESSES = frozenset({_ATOM + name for name in ("id", "icon", "logo", "uri")})


def check_file(file: BuiltFile, ground: Ground) -> Iterator[Problem]:
    """One file; other files than feeds, and what is no XML, are not looked at."""
    if not file.path.endswith(".xml") or b"http://www.w3.org/2005/Atom" not in file.data[:500]:
        return
    reader = _Reader()
    try:
        reader.read(file.data)
    except expat.ExpatError:
        return  # told by check.xml
    for code, message, line in dict.fromkeys(reader.faults):
        make, hint = (error, "write it in full") if code == "feed-address" else (warning, "lang and dir, on both")
        yield make(code, message, ground.at(file.path, line), hint)


class _Reader:
    """Collects what is wrong with a feed."""

    def __init__(self) -> None:
        self.faults: list[tuple[str, str, int]] = []
        """(code, message, line)"""
        self._words: list[str] = []
        self._is_html = False
        self._parser = expat.ParserCreate(namespace_separator="|")

    def read(self, data: bytes) -> None:
        """Reads a whole feed. Raises ExpatError."""
        self._parser.buffer_text = True
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.CharacterDataHandler = self._words.append
        self._parser.Parse(data, True)

    def _fault(self, code: str, message: str) -> None:
        self.faults.append((code, message, self._parser.CurrentLineNumber))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._words.clear()
        local = name.removeprefix(_ATOM)
        if local in ("feed", "entry") and _LANG not in attributes:
            self._fault("feed-lang", f"the <{local}> of a feed does not say its language")
        if local == "link":
            self._full(attributes.get("href", ""))
            if attributes.get("type", "text/html") == "text/html" and "hreflang" not in attributes:
                self._fault("feed-lang", "a <link> of a feed does not say the language of its page")
        self._is_html = local in ("content", "summary") and attributes.get("type") in ("html", "xhtml")

    def _end(self, name: str) -> None:
        text = "".join(self._words)
        if name in _ADDRESSES:
            self._full(text.strip())
        if self._is_html and name == _ATOM + "content":
            if not _WRAPPED.match(text):
                self._fault("feed-lang", "the text of an entry has no lang and dir of its own")
            for address in _INSIDE.findall(text):
                if not address.startswith("#"):
                    self._full(address)

    def _full(self, address: str) -> None:
        if not _FULL.match(address):
            self._fault("feed-address", f"the address {address[:80]!r} in a feed is not a full one")

"""content/addresses.tsv: every address a story ever had, so that a link to an old one still arrives.

    # Addresses of the stories …
    harbour<TAB>ar<TAB>ar/harbour/
    harbour<TAB>ar<TAB>ar/the-old-harbour/      the later line is the newer address
    harbour<TAB>en<TAB>en/harbour/

Written by the command ``ids`` and kept with the texts; a build only reads it. No line is ever taken out by a program:
an address that a story does not have any more leads on to the one it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import Disk
from lisanayn.model.catalog import Card
from lisanayn.pages import urls
from lisanayn.pages.addresses import MOST_BYTES, Former
from lisanayn.problems import Location, Problem, error, warning
from lisanayn.record import record

ADDRESSES_FILE = "content/addresses.tsv"

_HEAD = "# Addresses of the stories, old ones too: they lead on. Written by the command 'ids'; keep it with them.\n"
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")
_NEVER = re.compile(r"[\x00-\x1f\x7f\\\u2028-\u202e\u2066-\u2069]|(^|/)\.|//")


@record
class AddressLine:
    """One address that a story has or had."""

    key: str
    """The story's: the name of its folder or file."""
    lang: str
    path: str
    """From the top of the site, without ``index.html``: ``ar/harbour/``."""
    line: int = 0


@record
class Addresses:
    """The whole file; empty when there is none."""

    lines: tuple[AddressLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    digest: str = ""

    def former(self) -> Former:
        """As ``pages.catalog.make_catalog`` takes them; the addresses of today are among them."""
        found: dict[str, list[tuple[str, str]]] = {}
        for one in self.lines:
            found.setdefault(one.key, []).append((one.lang, one.path))
        return found


def read_addresses(site: Disk) -> Addresses:
    """The file as it stands in a site's folder. A line that cannot be read is a problem; the others hold."""
    data = site.read(ADDRESSES_FILE) if site.exists(ADDRESSES_FILE) else b""
    return parse_addresses(data)


def parse_addresses(data: bytes) -> Addresses:
    """The file from its bytes. Never raises."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        at = Location(ADDRESSES_FILE, data.count(b"\n", 0, fault.start) + 1)
        return Addresses((), (error("companion-encoding", "the file is not UTF-8", at, "save it as UTF-8"),))
    lines: list[AddressLine] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        at = Location(ADDRESSES_FILE, number)
        if not line.strip() or line.startswith("#"):
            continue
        if _CONFLICT.match(line):
            hint = "keep the lines of both versions, and take the marker lines out"
            problems.append(error("companion-conflict", f"a merge left {line[:20]!r} here", at, hint))
            continue
        parts = line.split("\t")
        if len(parts) != 3 or not all(parts) or _bad(parts[2]):
            hint = "a story's key, a language and a path, with tabs between: harbour⇥ar⇥ar/harbour/"
            problems.append(warning("address-line", f"{line[:60]!r} is no line of addresses", at, hint))
            continue
        lines.append(AddressLine(parts[0], parts[1], parts[2], number))
    return Addresses(tuple(lines), tuple(problems), digest_bytes(data))


def _bad(path: str) -> bool:
    return bool(_NEVER.search(path)) or any(len(part.encode()) > MOST_BYTES for part in path.split("/"))


def lost_addresses(addresses: Addresses, keys: Iterable[str]) -> Iterator[Problem]:
    """A warning for each story of the file that is not among the stories of content/, drafts included: its addresses
    lead nowhere, most often because its folder was renamed."""
    known = set(keys)
    lost = {one.key: one.line for one in reversed(addresses.lines) if one.key not in known}
    for key, line in sorted(lost.items(), key=lambda pair: pair[1]):
        yield warning(
            "address-lost",
            f"there is no story {key!r} any more: links to its addresses lead nowhere",
            Location(ADDRESSES_FILE, line),
            "if its folder was renamed, write the new name in the first column; if it was deleted, take the lines out",
        )


def write_addresses(addresses: Addresses, cards: Iterable[Card]) -> str:
    """The file with the addresses of today: the text to be written, the same one when nothing changed. Stories stand in
    the order of their keys, the addresses of one story and language in the order in which it had them."""
    table: dict[tuple[str, str], list[str]] = {}
    for one in addresses.lines:
        table.setdefault((one.key, one.lang), []).append(one.path)
    for card in cards:
        for text in card.texts:
            paths = table.setdefault((card.slug, text.lang), [])
            path = text.path.removesuffix(urls.INDEX)
            if path not in paths[-1:]:
                paths[:] = [*[old for old in paths if old != path], path]
    lines = [f"{key}\t{lang}\t{path}\n" for (key, lang), paths in sorted(table.items()) for path in paths]
    return _HEAD + "".join(lines) if lines else ""

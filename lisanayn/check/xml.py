"""What machines read: every XML and JSON file parses, and so does the linked data inside pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.parsers import expat

from lisanayn.check.markup import Markup
from lisanayn.check.values import BuiltFile, Ground
from lisanayn.problems import Problem, error

_XML = (".xml", ".svg", ".xhtml", ".opf", ".ncx")
_JSON = (".json", ".webmanifest")


def check_file(file: BuiltFile, ground: Ground) -> Iterator[Problem]:
    """A feed, a site map, a drawing, a manifest."""
    if file.path.endswith(_XML):
        yield from _check_xml(file, ground)
    elif file.path.endswith(_JSON):
        fault = _json_fault(file.data.decode("utf-8", "replace"))
        if fault:
            yield error("json-broken", f"{file.path!r} is not JSON: {fault}", ground.at(file.path))


def _check_xml(file: BuiltFile, ground: Ground) -> Iterator[Problem]:
    def refuse(*_: object) -> None:
        raise _Entity

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(file.data, True)
    except expat.ExpatError as fault:
        message = f"{file.path!r} is not well-formed XML: {expat.ErrorString(fault.code)}"
        yield error("xml-broken", message, ground.at(file.path, fault.lineno), "readers drop such a file as a whole")
    except _Entity:
        yield error("xml-broken", f"{file.path!r} declares entities of its own", ground.at(file.path),
                    "write the characters themselves; entities can grow without end")


class _Entity(Exception):
    """An entity was declared."""


def check_page(page: Markup, ground: Ground) -> Iterator[Problem]:
    """The linked data of a page: one JSON value, and no markup in its texts."""
    for kind, content, line in page.scripts:
        if kind != "application/ld+json":
            continue
        fault = _json_fault(content)
        if fault:
            yield error("json-broken", f"the page's linked data is not JSON: {fault}", ground.at(page.path, line))
        elif "<bdi" in content or "\\u003cbdi" in content:
            yield error("json-markup", "the page's linked data holds markup in a text", ground.at(page.path, line),
                        "names and titles go in as they are")


def _json_fault(text: str) -> str:
    """Why a text is not JSON; empty when it is."""
    try:
        json.loads(text)
    except (ValueError, RecursionError) as fault:
        return str(fault)
    return ""

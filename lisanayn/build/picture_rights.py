"""Whose a picture is: read from what photographers and agencies write into files, and written into what we publish.

A photograph tells where it was taken, when, with which camera and by whose account; a reader gets none of that. Who
made it, who is to be credited and who holds the rights stays with every copy (IPTC Photo Metadata Standard 2023.1:
Creator, Credit Line, Copyright Notice, Source, Web Statement of Rights; there also the names of the fields in EXIF, in
IIM and in XMP).
"""

from __future__ import annotations

import html
import struct
from collections.abc import Iterable, Mapping
from dataclasses import fields
from xml.parsers import expat

from lisanayn.record import record

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XMP_FIELDS = {
    "http://purl.org/dc/elements/1.1/|creator": "creator",
    "http://ns.adobe.com/photoshop/1.0/|Credit": "credit",
    "http://purl.org/dc/elements/1.1/|rights": "copyright",
    "http://ns.adobe.com/photoshop/1.0/|Source": "source",
    "http://ns.adobe.com/xap/1.0/rights/|WebStatement": "statement",
    "http://ns.adobe.com/xap/1.0/rights/|UsageTerms": "terms",
}
_IIM_FIELDS = {(2, 80): "creator", (2, 110): "credit", (2, 115): "source", (2, 116): "copyright"}
_EXIF_FIELDS = {0x013B: "creator", 0x8298: "copyright"}
_ORIENTATION = 0x0112
_MOST = 2000
"""Characters of a field; more is not a name."""


@record
class Rights:
    """Whose a picture is. All fields may be empty."""

    creator: str = ""
    credit: str = ""
    copyright: str = ""
    source: str = ""
    statement: str = ""
    """Address of a page that states the rights."""
    terms: str = ""


def gather(exif: Mapping[int, object], iim: Mapping[tuple[int, int], object], xmp: bytes) -> Rights:
    """The rights in a file's metadata; XMP says them best, then IIM, then EXIF."""
    found: dict[str, str] = {}
    found |= {name: _text(exif.get(tag)) for tag, name in _EXIF_FIELDS.items()}
    found |= {name: text for record, name in _IIM_FIELDS.items() if (text := _text(iim.get(record)))}
    found |= _from_xmp(xmp)
    return Rights(**{name: text[:_MOST] for name, text in found.items()})


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return " ".join(str(value).replace("\0", " ").split()) if value else ""


def _from_xmp(xmp: bytes) -> dict[str, str]:
    """The fields of an XMP packet, from elements or from attributes; a packet that is broken, or brings entities of its
    own, says nothing."""
    found: dict[str, list[str]] = {}
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(name)
        for key, value in attributes.items():
            if key in _XMP_FIELDS and value.strip():
                found.setdefault(_XMP_FIELDS[key], []).append(value.strip())

    def text(content: str) -> None:
        field = next((_XMP_FIELDS[name] for name in reversed(inside) if name in _XMP_FIELDS), "")
        if field and content.strip():
            found.setdefault(field, []).append(content.strip())

    def refuse(*_: object) -> None:
        raise ValueError

    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.EndElementHandler = lambda _: inside.pop()
    parser.EntityDeclHandler = parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xmp.strip(b"\0 \r\n\t"), True)
    except (expat.ExpatError, ValueError):
        return {}
    return {name: ", ".join(dict.fromkeys(values)) for name, values in found.items()}


def xmp_packet(rights: Rights) -> bytes:
    """The rights as an XMP packet; empty when there are none."""
    if rights == Rights():
        return b""
    values = {field.name: html.escape(getattr(rights, field.name), quote=False) for field in fields(Rights)}
    rows = [
        _row("dc:creator", values["creator"], "Seq"), _row("dc:rights", values["copyright"], "Alt"),
        _row("photoshop:Credit", values["credit"]), _row("photoshop:Source", values["source"]),
        _row("xmpRights:WebStatement", values["statement"]), _row("xmpRights:UsageTerms", values["terms"], "Alt"),
    ]  # fmt: skip
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="' + _RDF + '"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">'
        + "".join(rows)
        + "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def _row(name: str, value: str, container: str = "") -> str:
    if not value:
        return ""
    if not container:
        return f"<{name}>{value}</{name}>"
    lang = ' xml:lang="x-default"' if container == "Alt" else ""
    return f"<{name}><rdf:{container}><rdf:li{lang}>{value}</rdf:li></rdf:{container}></{name}>"


def exif_block(rights: Rights, orientation: int = 1) -> bytes:
    """A TIFF block with orientation, artist and copyright and nothing else (Exif 2.32, 4.6.4); empty when it would say
    nothing. Texts are UTF-8, as most programs write them though the standard says ASCII."""
    entries: list[tuple[int, int, bytes]] = []
    if orientation != 1:
        entries.append((_ORIENTATION, 3, struct.pack("<H", orientation) + b"\0\0"))
    for tag, name in sorted(_EXIF_FIELDS.items()):
        if text := getattr(rights, name):
            entries.append((tag, 2, text.encode() + b"\0"))
    if not entries:
        return b""
    at = 8 + 2 + 12 * len(entries) + 4
    table, data = b"", b""
    for tag, kind, value in entries:
        number = 1 if kind == 3 else len(value)
        if len(value) <= 4:
            table += struct.pack("<HHI", tag, kind, number) + value.ljust(4, b"\0")
        else:
            table += struct.pack("<HHII", tag, kind, number, at + len(data))
            data += value + b"\0" * (len(value) % 2)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + table + b"\0\0\0\0" + data


def orientation_of(tiff: bytes) -> int:
    """How a picture must be turned (1 to 8; 1 when it does not say), from its EXIF block."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return 1
        (at,) = struct.unpack(order + "I", tiff[4:8])
        (number,) = struct.unpack(order + "H", tiff[at : at + 2])
        for entry in range(at + 2, at + 2 + 12 * min(number, 200), 12):
            tag, _, _, value = struct.unpack(order + "HHIH", tiff[entry : entry + 10])
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def iim_block(rights: Rights) -> bytes:
    """The rights as a Photoshop resource with IIM records, as JPEG's APP13 carries it; empty when there are none."""
    records = b"".join(_iim_records(rights))
    if not records:
        return b""
    records = b"\x1c\x01\x5a\x00\x03\x1b%G" + records  # the character set: UTF-8
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records + b"\0" * (len(records) % 2)
    return b"Photoshop 3.0\0" + resource


def _iim_records(rights: Rights) -> Iterable[bytes]:
    for (part, number), name in sorted(_IIM_FIELDS.items()):
        text = getattr(rights, name).encode()[:_MOST]
        if text:
            yield struct.pack(">BBBH", 0x1C, part, number, len(text)) + text

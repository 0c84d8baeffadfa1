"""Pictures: what kind they are, how large, and whether they may be published.

The kind is read from the first bytes, never from the name. Only the header is read, nothing is decoded.
"""

from __future__ import annotations

import re
import struct
from xml.parsers import expat

from lisanayn.build.jpeg import jpeg_orientation, jpeg_size
from lisanayn.record import record

MOST_PIXELS = 50_000_000

EXTENSIONS = {"svg": "svg", "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp", "avif": "avif"}
"""File name extension → kind."""


@record
class Picture:
    """What a page must know of a picture."""

    kind: str
    """``svg``, ``png``, ``jpeg``, ``gif``, ``webp`` or ``avif``."""
    width: int
    """In CSS pixels; 0 when the file does not say."""
    height: int
    animated: bool = False


class BadPicture(ValueError):
    """The picture cannot be published; the message says why, for an editor."""


def inspect(data: bytes) -> Picture:
    """Kind and size of a picture. Raises BadPicture when it is none, too large, or could run code."""
    picture = _read_header(data)
    if picture.width * picture.height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise BadPicture(f"is {picture.width} × {picture.height} pixels; the most is {most} megapixels")
    return picture


def _read_header(data: bytes) -> Picture:
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack(">II", data[16:24])
            return Picture("png", width, height, b"acTL" in data[:4096])
        if data[:6] in (b"GIF87a", b"GIF89a"):
            return Picture("gif", *struct.unpack("<HH", data[6:10]))
        if data.startswith(b"\xff\xd8\xff"):
            width, height = jpeg_size(data)
            return Picture("jpeg", height, width) if jpeg_orientation(data) > 4 else Picture("jpeg", width, height)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            width, height = _webp_size(data)
            return Picture("webp", width, height, data[12:16] == b"VP8X" and bool(data[20] & 2))
        if data[4:12] in (b"ftypavif", b"ftypavis"):
            at = data.index(b"ispe") + 8
            return Picture("avif", *struct.unpack(">II", data[at : at + 8]))
    except (struct.error, ValueError, IndexError) as fault:
        raise BadPicture("is cut short or damaged") from fault
    if b"<svg" in data[:4096] or data.lstrip()[:5] == b"<?xml":
        return _svg(data)
    raise BadPicture("is not a picture (SVG, PNG, JPEG, GIF, WebP and AVIF are known)")


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height from the first chunk (WebP container specification)."""
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF


_ALLOWED_REFERENCE = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp)[;,]|$)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px)?\s*$")
_FORBIDDEN_ELEMENTS = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler", "listener"})


def _svg(data: bytes) -> Picture:
    """An SVG file that holds nothing that could run, load or expand.

    Refused rather than cleaned: an author should know that the drawing program left a script in it.
    """
    size: list[tuple[int, int]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(":", 1)[-1].lower()
        if not size:
            if local != "svg":
                raise BadPicture("is not an SVG drawing")
            size.append(_svg_size(attributes))
        if local in _FORBIDDEN_ELEMENTS:
            raise BadPicture(f"holds a <{local}> element, which could run code")
        for key, value in attributes.items():
            attribute = key.rsplit(":", 1)[-1].lower()
            if attribute.startswith("on"):
                raise BadPicture(f"holds the event attribute {attribute!r}, which could run code")
            if attribute in ("href", "src") and not _ALLOWED_REFERENCE.match(value):
                raise BadPicture(f"loads {value[:80]!r} from elsewhere")
            if re.search(r"url\(\s*['\"]?\s*(?!['\"]?#)|@import|javascript:", value, re.IGNORECASE):
                raise BadPicture(f"loads something from elsewhere in {attribute!r}")

    def text(content: str) -> None:
        if re.search(r"@import|url\(\s*['\"]?\s*(?!['\"]?#)", content, re.IGNORECASE):
            raise BadPicture("loads a style sheet or a file from elsewhere")

    def refuse_entities(*_: object) -> None:
        raise BadPicture("has a document type or entities, which could expand without end")

    def refuse_instruction(target: str, _: str) -> None:
        raise BadPicture(f"holds the processing instruction {target!r}")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse_entities
    parser.EntityDeclHandler = refuse_entities
    parser.ProcessingInstructionHandler = refuse_instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise BadPicture(f"is not well-formed XML (line {fault.lineno}, column {fault.offset + 1})") from fault
    return Picture("svg", *size[0])


def _svg_size(attributes: dict[str, str]) -> tuple[int, int]:
    width, height = (_LENGTH.match(attributes.get(key, "")) for key in ("width", "height"))
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = re.findall(r"[-+]?[0-9]*\.?[0-9]+", attributes.get("viewBox", ""))
    return (round(float(box[2])), round(float(box[3]))) if len(box) == 4 else (0, 0)

"""Picture files without what is private: the same pixels, byte for byte, and new metadata that holds only the rights.

The containers are walked part by part; nothing is decoded. What is not known to be needed is left out, so a camera's
new field is private until somebody says otherwise.
"""

from __future__ import annotations

import struct
import zlib

from lisanayn.build.jpeg import jpeg_orientation, jpeg_parts
from lisanayn.build.picture_rights import Rights, exif_block, iim_block, orientation_of, xmp_packet
from lisanayn.build.pictures import BadPicture

_XMP_JPEG = b"http://ns.adobe.com/xap/1.0/\0"
_PNG_KEPT = frozenset(
    (b"IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT").split()
)


def clean_file(data: bytes, kind: str, rights: Rights) -> bytes:
    """The file with its private metadata removed and ``rights`` written in. GIF keeps its pictures only.

    Raises BadPicture when the container is damaged.
    """
    cleaners = {"jpeg": _clean_jpeg, "png": _clean_png, "webp": _clean_webp, "gif": _clean_gif}
    try:
        return cleaners[kind](data, rights) if kind in cleaners else data
    except (struct.error, IndexError) as fault:
        raise BadPicture("is cut short or damaged") from fault


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content if content else b""


def _clean_jpeg(data: bytes, rights: Rights) -> bytes:
    """Keeps the tables, JFIF, colour profile and Adobe's colour transform; what follows the picture's end goes, too."""
    head, kept, scan = b"", b"", b""
    for marker, content in jpeg_parts(data):
        if marker == 0xDA:
            end = content.rfind(b"\xff\xd9")
            scan = content[: _end_of_image(content, end)]
        elif marker == 0xE0 and content.startswith(b"JFIF\0"):
            head = _segment(0xE0, content[:12] + b"\0\0")  # without a thumbnail
        elif marker == 0xE2 and not content.startswith(b"ICC_PROFILE\0"):
            continue
        elif marker in (0xE2, 0xEE) or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept += _segment(marker, content)
    exif = exif_block(rights, jpeg_orientation(data))
    xmp = xmp_packet(rights)
    new = _segment(0xE1, exif and b"Exif\0\0" + exif) + _segment(0xE1, xmp and _XMP_JPEG + xmp)
    return b"\xff\xd8" + head + new + _segment(0xED, iim_block(rights)) + kept + scan


def _end_of_image(scan: bytes, last: int) -> int:
    """Where the first picture ends: inside its data a marker is stuffed (ITU-T T.81, B.1.1.5)."""
    first = scan.find(b"\xff\xd9")
    return first + 2 if first >= 0 else (last + 2 if last >= 0 else len(scan))


def _clean_png(data: bytes, rights: Rights) -> bytes:
    out, at = [data[:8]], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name = data[at + 4 : at + 8]
        if name in _PNG_KEPT:
            out.append(data[at : at + 12 + length])
        if name == b"IHDR" and (xmp := xmp_packet(rights)):
            out.append(_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp))
        if name == b"IEND":
            break
        at += 12 + length
    return b"".join(out)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _clean_webp(data: bytes, rights: Rights) -> bytes:
    """Without EXIF and XMP but for orientation and rights; a file in the simple format has neither."""
    chunks, exif = [], b""
    at = 12
    while at + 8 <= len(data):
        name = data[at : at + 4]
        (length,) = struct.unpack("<I", data[at + 4 : at + 8])
        content = data[at + 8 : at + 8 + length]
        if name == b"EXIF":
            exif = content.removeprefix(b"Exif\0\0")
        elif name in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"):
            chunks.append((name, content))
        at += 8 + length + length % 2
    if chunks and chunks[0][0] == b"VP8X":
        new = [(b"EXIF", exif_block(rights, orientation_of(exif))), (b"XMP ", xmp_packet(rights))]
        flags = chunks[0][1][0] & ~0x0C | (0x08 if new[0][1] else 0) | (0x04 if new[1][1] else 0)
        chunks[0] = (b"VP8X", bytes([flags]) + chunks[0][1][1:])
        chunks += [chunk for chunk in new if chunk[1]]
    body = b"WEBP" + b"".join(n + struct.pack("<I", len(c)) + c + b"\0" * (len(c) % 2) for n, c in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _clean_gif(data: bytes, _: Rights) -> bytes:
    """Without comments and applications' data, but for the number of repetitions (GIF89a, sections 23 to 27)."""
    at = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    out = [data[:at]]
    while data[at] != 0x3B:
        start = at
        extension = data[at] == 0x21
        label = data[at + 1]
        if extension:
            at += 2
        else:
            at += 10 + (3 << (data[at + 9] & 7) + 1 if data[at + 9] & 0x80 else 0) + 1
        while data[at]:
            at += data[at] + 1
        at += 1
        loops = label == 0xFF and data[start + 3 : start + 14] in (b"NETSCAPE2.0", b"ANIMEXTS1.0")
        if not extension or label in (0xF9, 0x01) or loops:
            out.append(data[start:at])
    return b"".join(out) + b";"

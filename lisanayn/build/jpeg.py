"""The parts of a JPEG file (ITU-T T.81, annex B): nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from lisanayn.build.picture_rights import orientation_of


def jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, content) of the segments before the image data, then (0xDA, all the rest).

    Raises IndexError or struct.error when the file is cut short or damaged.
    """
    at = 2
    while True:
        if data[at] != 0xFF:
            raise IndexError
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:
            yield marker, data[at:]
            return
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height as stored, from the first start-of-frame segment (B.2.2). Raises as ``jpeg_parts``."""
    for marker, content in jpeg_parts(data):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[1:5])
            return width, height
    raise IndexError


def jpeg_orientation(data: bytes) -> int:
    """How a JPEG must be turned; 1 when it does not say, or is damaged."""
    try:
        for marker, content in jpeg_parts(data):
            if marker == 0xE1 and content.startswith(b"Exif\0\0"):
                return orientation_of(content[6:])
    except (struct.error, IndexError):
        return 1
    return 1

"""Whether a photograph says where it was taken (EXIF 2.32, section 4.6.6; XMP part 2, 2.3): its header is read only."""

from __future__ import annotations

import io
import re
import struct

_GPS_IFD = 0x8825
_LATITUDE = 2
_XMP = re.compile(rb"exif:GPSLatitude|photoshop:City|Iptc4xmpExt:LocationShown|Iptc4xmpCore:Location")


def tells_place(data: bytes) -> bool:
    """Whether the metadata of a picture file hold coordinates or the name of a place. Never raises."""
    if _XMP.search(data):
        return True
    if b"Exif" not in data and b"eXIf" not in data and b"EXIF" not in data:
        return False
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            return _LATITUDE in image.getexif().get_ifd(_GPS_IFD)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, IndexError, struct.error):
        return False

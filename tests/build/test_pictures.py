"""Pictures: kind by first bytes, size by header, nothing that could run."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.build.pictures import BadPicture, Picture, inspect


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str = "", attributes: str = 'width="40" height="30"') -> bytes:
    return f"<svg {NAMESPACES} {attributes}>{inside}</svg>".encode()


JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x1e\x00\x28\x03" + b"\x00" * 12


@pytest.mark.parametrize(
    ("data", "picture"),
    [
        (png(40, 30), Picture("png", 40, 30)),
        (b"GIF89a" + struct.pack("<HH", 40, 30) + b"\0" * 5, Picture("gif", 40, 30)),
        (JPEG, Picture("jpeg", 40, 30)),
        (b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x27\0\0\x1d\0\0", Picture("webp", 40, 30)),
        (svg(), Picture("svg", 40, 30)),
        (svg(attributes='viewBox="0 0 40 30"'), Picture("svg", 40, 30)),
        (svg(attributes='width="100%" height="100%" viewBox="0 0 40 30"'), Picture("svg", 40, 30)),
        (svg("<path id='a' d='M0 0'/><use xlink:href='#a' fill='url(#b)'/>"), Picture("svg", 40, 30)),
        (b'<?xml version="1.0"?>\n' + svg(), Picture("svg", 40, 30)),
    ],
)
def test_kind_and_size(data, picture):
    assert inspect(data) == picture


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a picture"),
        (b"<html><script>alert(1)</script></html>", "not a picture"),
        (png(60_000, 60_000), "megapixels"),
        (png(1, 1)[:18], "cut short"),
        (b"\xff\xd8\xff\xe0", "cut short"),
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg("<g onload='alert(1)'/>"), "onload"),
        (svg("<foreignObject/>"), "foreignobject"),
        (svg("<image href='https://evil.example/x.png'/>"), "from elsewhere"),
        (svg("<use xlink:href='other.svg#a'/>"), "from elsewhere"),
        (svg("<a href='javascript:alert(1)'/>"), "from elsewhere"),
        (svg("<style>@import 'https://evil.example';</style>"), "style sheet"),
        (svg("<rect style='fill:url(https://evil.example)'/>"), "from elsewhere"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "document type"),
        (b"<?xml-stylesheet href='x'?>" + svg(), "processing instruction"),
        (svg()[:-3], "not well-formed"),
        (b"<x><svg/></x>", "not an SVG"),
    ],
)
def test_what_must_not_be_published_says_why(data, why):
    with pytest.raises(BadPicture, match=why):
        inspect(data)


HEADS = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"<svg "]


@given(st.binary(max_size=300), st.sampled_from(HEADS))
def test_no_bytes_raise_anything_else(tail, head):
    try:
        inspect(head + tail)
    except BadPicture as fault:
        assert str(fault)

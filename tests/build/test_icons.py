"""The icon as pictures: drawn from the site's drawing, once, and never in place of a picture of the site's own."""

import struct

import pytest

from lisanayn.build.icons import ICONS, add_icons
from lisanayn.build.theme import read_theme
from lisanayn.disk import MemoryDisk

WIDE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><rect width="64" height="32" fill="red"/></svg>'


def icons(site, cache=None):
    theme, problems = add_icons(read_theme(MemoryDisk(site)), cache or MemoryDisk())
    return {asset.name: asset for asset in theme.assets}, problems


def size_of(png):
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("site", [{}, {"static/icon.svg": WIDE}], ids=["the theme's", "a wide one of the site's"])
def test_every_icon_is_a_square_of_its_size(site):
    found, problems = icons(site)
    assert {icon.name: (icon.size, icon.size) for icon in ICONS} == {i.name: size_of(found[i.name].data) for i in ICONS}
    assert {found[icon.name].path for icon in ICONS} == {f"static/{icon.name}" for icon in ICONS} and problems == ()


def test_a_picture_of_the_sites_own_is_taken_as_it_is():
    found, _ = icons({"static/apple-touch-icon.png": b"mine"})
    assert found["apple-touch-icon.png"].data == b"mine" and "icon-192.png" in found


def test_what_was_drawn_once_is_not_drawn_again_until_the_drawing_changes():
    cache = MemoryDisk()
    first, _ = icons({}, cache)
    drawn = list(cache.written)
    again, _ = icons({}, cache)
    assert cache.written == drawn and again == first
    icons({"static/icon.svg": WIDE}, cache)
    assert len(cache.written) == 2 * len(drawn)


def test_other_icons_are_another_theme():
    plain = read_theme(MemoryDisk())
    assert add_icons(plain, MemoryDisk())[0].digest != plain.digest


@pytest.mark.parametrize("data", [b"", b"<svg", b"no drawing"])
def test_a_drawing_that_cannot_be_read_is_a_warning_and_no_icon(data):
    found, problems = icons({"static/icon.svg": data})
    assert "icon-32.png" not in found and [(one.code, one.at.path) for one in problems] == [
        ("icon-bad", "static/icon.svg")
    ]

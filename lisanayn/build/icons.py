"""The site's icon as pictures: for phones, and for browsers that show no drawing as an icon.

Drawn from ``static/icon.svg``, the site's own or the theme's, each once for its bytes and kept in the cache. A file
of the same name in the site's static/ is taken as it is.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from importlib.util import find_spec

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.theme import Asset, ThemeFiles, make_asset
from lisanayn.disk import Disk
from lisanayn.problems import Location, Problem, warning
from lisanayn.record import record

DRAWING = "icon.svg"
_GROUND = "#fcfbf8"
"""Behind icons that are cut to a shape by the system: the paper of the theme and of its web manifest."""
_RECIPE = b"1"


@record
class _Icon:
    """A picture of the icon."""

    name: str
    """In static/."""
    size: int
    """Width and height in pixels."""
    filled: bool = False
    """Whether it has a ground of its own: systems lay theirs, often black, under what shows through."""
    inner: int = 100
    """Width of the drawing, as a percentage. A maskable icon may lose what lies outside the middle 80 %
    (https://www.w3.org/TR/appmanifest/#icon-masks)."""


ICONS = (
    _Icon("icon-32.png", 32),
    _Icon("apple-touch-icon.png", 180, filled=True),
    _Icon("icon-192.png", 192),
    _Icon("icon-512.png", 512),
    _Icon("icon-maskable.png", 512, filled=True, inner=76),
)


def add_icons(theme: ThemeFiles, cache: Disk) -> tuple[ThemeFiles, tuple[Problem, ...]]:
    """The theme with the pictures of its icon among its assets; why there are none, where it cannot be drawn."""
    assets = {asset.name: asset for asset in theme.assets}
    drawing = assets.get(DRAWING)
    wanted = [icon for icon in ICONS if icon.name not in assets]
    if drawing is None or not wanted or find_spec("resvg_py") is None:
        return theme, ()
    try:
        made = tuple([make_asset(icon.name, _picture(icon, drawing, cache)) for icon in wanted])
    except ValueError as fault:
        message = f"static/{DRAWING} cannot be drawn: {fault}"
        return theme, (warning("icon-bad", message, Location(f"static/{DRAWING}"), "save it as plain SVG"),)
    digest = digest_bytes(theme.digest.encode(), *[asset.digest.encode() for asset in made])
    return replace(theme, assets=(*theme.assets, *made), digest=digest), ()


def _picture(icon: _Icon, drawing: Asset, cache: Disk) -> bytes:
    """A picture of the icon as PNG, from the cache or drawn."""
    path = f"icons/{digest_bytes(_RECIPE, f'{icon.size} {icon.inner} {icon.filled}'.encode(), drawing.data)}.png"
    if cache.exists(path):
        return cache.read(path)
    made = _draw(icon, drawing.data)
    cache.write(path, made)
    return made


def _draw(icon: _Icon, drawing: bytes) -> bytes:
    """The drawing in the middle of a square. Raises ValueError for what is no drawing."""
    import resvg_py

    # inside another drawing, a bad one would be left out without a word
    resvg_py.svg_to_bytes(svg_string=drawing.decode("utf-8", "replace"), skip_system_fonts=True, width=1)
    edge, inside = (100 - icon.inner) / 2, b64encode(drawing).decode()
    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">'
        f'<image x="{edge:g}" y="{edge:g}" width="{icon.inner}" height="{icon.inner}" '
        f'href="data:image/svg+xml;base64,{inside}"/></svg>'
    )
    ground, size = _GROUND if icon.filled else None, icon.size
    return bytes(resvg_py.svg_to_bytes(svg_string=square, skip_system_fonts=True, background=ground, width=size))

"""The theme's files: the site's own folder first, then the built-in theme, file by file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import resources

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import Disk, RealDisk
from lisanayn.record import record
from lisanayn.render.typesheet import local_figures, type_css
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.private import is_private

SHEET = "fonts.css"
"""The sizes of a site's languages, and its fonts."""

HASHED = (".css", ".js", ".woff2")
"""Assets whose name carries a digest of their bytes, so that a browser may keep them for ever."""


@record
class Asset:
    """A file of static/, as it will lie in output/."""

    name: str
    """As templates call it: ``style.css``."""
    path: str
    """In output/: ``static/style.4f6c2a91.css``."""
    data: bytes
    digest: str


@record
class ThemeFiles:
    """All files of a theme, as texts and bytes."""

    templates: tuple[tuple[str, str], ...]
    """(name, source)."""
    assets: tuple[Asset, ...]
    catalogues: tuple[tuple[str, str], ...]
    """(language code, gettext catalogue of the interface's strings)."""
    digest: str
    """Of all of it."""


def built_in(name: str) -> RealDisk:
    """A folder of the built-in theme: from the wheel, or from the checkout beside the package."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    in_wheel = os.path.join(package, "theme", name)
    return RealDisk(in_wheel if os.path.isdir(in_wheel) else os.path.join(os.path.dirname(package), name))


def read_theme(site: Disk) -> ThemeFiles:
    """The theme of a site: its own templates/ and static/ over the built-in ones, the first match wins.

    Every built-in template is there under ``theme/`` too, so that one of the same name can extend it.
    """
    templates = _layered([(site, "templates/"), (built_in("templates"), "")])
    templates |= {f"theme/{name}": data for name, data in _layered([(built_in("templates"), "")]).items()}
    static = {SHEET: _plain_sheet()} | _layered([(site, "static/"), (built_in("static"), "")])
    texts = tuple((name, data.decode("utf-8", "replace")) for name, data in templates.items())
    assets = tuple(make_asset(name, data) for name, data in static.items())
    catalogues = tuple(_catalogues())
    digest = digest_bytes(
        *(part.encode() for pair in (*texts, *catalogues) for part in pair),
        *(part for asset in assets for part in (asset.path.encode(), asset.digest.encode())),
    )
    return ThemeFiles(texts, assets, catalogues, digest)


def _plain_sheet() -> bytes:
    """``fonts.css`` without fonts, for every language of the table; ``fonts.add_fonts`` puts the site's there."""
    return (local_figures() + type_css(sorted(LANGUAGES))).encode()


def _layered(folders: Sequence[tuple[Disk, str]]) -> dict[str, bytes]:
    """Every file of the folders by its name in them, from the first folder that has it; sorted by name."""
    found: dict[str, bytes] = {}
    for disk, prefix in folders:
        for entry in disk.files(prefix.rstrip("/")):
            name = entry.path.removeprefix(prefix)
            if name not in found and not is_private(name):
                found[name] = disk.read(entry.path)
    return dict(sorted(found.items()))


def make_asset(name: str, data: bytes) -> Asset:
    """A file of static/, with a digest in its name where browsers may keep it for ever."""
    digest = digest_bytes(data)
    stem, extension = os.path.splitext(name)
    path = f"static/{stem}.{digest[:8]}{extension}" if extension in HASHED else f"static/{name}"
    return Asset(name, path, data, digest)


def _catalogues() -> list[tuple[str, str]]:
    folder = resources.files("lisanayn").joinpath("locale")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".po"))
    return [(name.removesuffix(".po"), folder.joinpath(name).read_text("utf-8")) for name in names]

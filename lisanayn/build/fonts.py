"""The site's letters: one style sheet with every language's sizes and, where they are installed, the fonts themselves.

Fonts stand inside the style sheet, as data, so that the first paint is the last layout. They are cut to what the
languages of the site are written with, and to whatever else its texts hold; an ordinary edit therefore changes
nothing here. Italics are a sheet of their own, for the pages that have any.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.font_packages import LICENCE, file_name, folder_of, is_complete, package_named
from lisanayn.build.theme import SHEET, Asset, ThemeFiles, make_asset
from lisanayn.disk import Disk, RealDisk
from lisanayn.problems import Location, MachineFault, Problem, RefusedPath, note
from lisanayn.record import record
from lisanayn.render.typesheet import FIGURES_SIZE, local_figures, type_css
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.typefaces import (
    EVERYWHERE,
    FIGURES,
    FIGURES_SCRIPT,
    TYPEFACES,
    Typeface,
    rare_characters,
)

ITALICS = "fonts-italic.css"
SITE_FOLDER = "fonts"
"""Of a site: ``fonts/literata.woff2`` takes the place of the packaged family of that name."""

CACHE_FOLDER = "fonts"
"""In the cache of a site; what only the languages decide is kept with the packages, for all sites of the machine."""

PUBLISHED_LICENCE = "fonts/OFL.txt"
_ABOUT = "/* The fonts are under the SIL Open Font License 1.1: fonts/OFL.txt */\n"

DIGITS = frozenset("0123456789")
_MOST_NAMED = 5


@record
class Fonts:
    """What the theme's fonts add to a site."""

    assets: tuple[Asset, ...]
    problems: tuple[Problem, ...]


@record
class Made:
    """Faces, cut and written as CSS."""

    core: str
    italic: str
    missing: str
    """Characters of the site that no face has."""


@record
class Place:
    """Where a family's files are."""

    disk: Disk
    upright: tuple[str, ...]
    """A path for each source of the family; one path for all when the site brings its own."""
    italic: tuple[str, ...]
    licence: str
    """A path; empty when there is none."""
    name: str
    """Names the files' bytes."""


def font_assets(
    languages: Sequence[str], characters: str, cache: Disk, fonts: Disk | None, site: Disk | None = None
) -> Fonts:
    """The assets ``fonts.css``, ``fonts-italic.css`` and ``fonts/OFL.txt``.

    ``characters`` are those of the whole site, or those ``rare_characters`` has found; ``fonts`` is the folder of
    ``font_packages.fonts_folder()``, None where the reader's own fonts are wanted. The first sheet is always there.
    Raises MachineFault when a cache cannot be read.
    """
    tokens = type_css(languages)
    scripts = frozenset([LANGUAGES[code].script for code in languages])
    rare = rare_characters(characters, scripts)
    places = _places(fonts, site) if fonts else {}
    made = _cached(places, scripts, rare, cache, fonts) if places else None
    if made is None:
        absent = () if fonts is None else (_absent(),)
        return Fonts(_not_the_sites([make_asset(SHEET, (local_figures() + tokens).encode())], site), absent)
    assets = [make_asset(SHEET, (_ABOUT + tokens + made.core).encode())]
    if made.italic:
        assets.append(make_asset(ITALICS, (_ABOUT + made.italic).encode()))
    assets.append(make_asset(PUBLISHED_LICENCE, _licences(places)))
    return Fonts(_not_the_sites(assets, site), (_uncovered(made.missing),) if made.missing else ())


def _not_the_sites(assets: Sequence[Asset], site: Disk | None) -> tuple[Asset, ...]:
    """The assets without those that the site has in its own static/."""
    return tuple([asset for asset in assets if site is None or not site.exists(f"static/{asset.name}")])


def add_fonts(theme: ThemeFiles, fonts: Fonts) -> ThemeFiles:
    """The theme with the fonts among its assets; a theme without them is another theme, with another digest."""
    added = {asset.name: asset for asset in fonts.assets}
    assets = (*[asset for asset in theme.assets if asset.name not in added], *fonts.assets)
    digest = digest_bytes(theme.digest.encode(), *[asset.digest.encode() for asset in fonts.assets])
    return replace(theme, assets=assets, digest=digest)


def _absent() -> Problem:
    message = "the theme's fonts are not installed; pages are set in the fonts that their readers have"
    return note("fonts-absent", message, Location("fonts"), "`lisanayn fonts` fetches them")


def _uncovered(missing: str) -> Problem:
    named = ", ".join([f"{one} (U+{ord(one):04X})" for one in missing[:_MOST_NAMED]])
    more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
    return note("fonts-characters", f"no font of the theme has {named}{more}", Location("fonts"),
                "they show in a font of the reader's, or not at all")


def _places(fonts: Disk | None, site: Disk | None) -> dict[Typeface, Place]:
    """The families that are there, each from the site's own folder or from the packages."""
    found = {}
    for face in TYPEFACES:
        own = f"{SITE_FOLDER}/{face.package}"
        package = package_named(face.package)
        if site is not None and site.exists(f"{own}.woff2"):
            italic: tuple[str, ...] = (f"{own}-italic.woff2",) if site.exists(f"{own}-italic.woff2") else ()
            licence = f"{own}.txt" if site.exists(f"{own}.txt") else ""
            name = digest_bytes(*[site.read(path) for path in (f"{own}.woff2", *italic)])
            found[face] = Place(site, (f"{own}.woff2",), italic, licence, name)
        elif fonts is not None and is_complete(fonts, package):
            folder = folder_of(package)
            upright = tuple([f"{folder}/{file_name(source, False)}" for source in face.sources])
            italic = tuple([f"{folder}/{file_name(source, True)}" for source in face.sources if face.italic])
            found[face] = Place(fonts, upright, italic, f"{folder}/{LICENCE}", folder)
    return found


def _licences(places: dict[Typeface, Place]) -> bytes:
    """The licence of every family, which goes where the fonts go, as it asks."""
    return b"\n\n".join([place.disk.read(place.licence) for place in places.values() if place.licence])


# Cutting ------------------------------------------------------------------------------------------


def _cached(
    places: dict[Typeface, Place], scripts: frozenset[str], rare: str, cache: Disk, fonts: Disk | None
) -> Made | None:
    """The faces, from where they were kept or made now; None when nothing is there to cut fonts with."""
    names = [f"{face.family}={place.name}" for face, place in places.items()]
    key = digest_bytes(_recipe(), *[part.encode() for part in (*names, *sorted(scripts), rare)])
    shared = fonts is not None and not rare and all(place.disk is fonts for place in places.values())
    path = f"{CACHE_FOLDER}/{key}.json"
    for disk in (fonts, cache) if shared and fonts else (cache,):
        if disk.exists(path):
            kept = json.loads(disk.read(path))
            return Made(kept["core"], kept["italic"], kept["missing"])
    try:
        made = _make(places, scripts, rare)
    except ImportError:
        return None
    data = json.dumps({"core": made.core, "italic": made.italic, "missing": made.missing}).encode()
    if shared and fonts is not None:
        try:
            fonts.write(path, data)
            return made
        except (MachineFault, RefusedPath):  # a folder of the system's: the site keeps its own
            pass
    for entry in list(cache.files(CACHE_FOLDER)):
        cache.remove(entry.path)
    cache.write(path, data)
    return made


def _recipe() -> bytes:
    """Names the way fonts are cut: the modules that decide it, so that nobody raises a version by hand."""
    package = RealDisk(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    names = ("build/fonts.py", "build/subset.py", "text/typefaces.py")
    return digest_bytes(*[package.read(name) for name in names]).encode()


def _make(places: dict[Typeface, Place], scripts: frozenset[str], rare: str) -> Made:
    """Cuts every face. Raises ImportError without fontTools."""
    wanted = frozenset(rare)
    core, italic, had = [], [], frozenset[str]()
    for face, place in places.items():
        base = face.script in scripts or face.script == EVERYWHERE
        css, characters = _cut_family(face, place, place.upright, base, wanted, "normal")
        core.append(css)
        had |= characters
        italic.append(_cut_family(face, place, place.italic, base, wanted, "italic")[0])
        if face.script == EVERYWHERE and FIGURES_SCRIPT in scripts:
            core.append(_figures(place))
    return Made("".join(core), "".join(italic), "".join(sorted(wanted - had)))


def _cut_family(
    face: Typeface, place: Place, paths: tuple[str, ...], base: bool, wanted: frozenset[str], style: str
) -> tuple[str, frozenset[str]]:
    """The faces of a family in one style, and the characters they have; a character comes from the first file that
    has it."""
    from lisanayn.build.subset import characters_of, cut_font

    css, had = [], frozenset[str]()
    whole = len(paths) == 1
    for path, source in zip(paths, face.sources, strict=False):
        sources = face.sources if whole else (source,)
        asked = frozenset("".join([one.base for one in sources])) if base else frozenset()
        allowed = wanted if source.only is None else wanted & frozenset(source.only)
        data = place.disk.read(path)
        characters = ((asked | allowed) & characters_of(data)) - had
        if not characters - {" "}:
            continue
        cut = cut_font(data, characters, fixed=400 if style == "italic" else None)
        css.append(_face(face.family, cut.data, cut.characters, "400 700" if cut.variable else "400", style))
        had |= characters
    return "".join(css), had


def _figures(place: Place) -> str:
    from lisanayn.build.subset import cut_font

    cut = cut_font(place.disk.read(place.upright[0]), DIGITS, plain=True)
    adjust = f"size-adjust:{FIGURES_SIZE}%;"
    return _face(FIGURES, cut.data, cut.characters, "400 700" if cut.variable else "400", "normal", adjust)


def _face(family: str, data: bytes, characters: str, weight: str, style: str, more: str = "") -> str:
    return (
        f'@font-face{{font-family:"{family}";src:url(data:font/woff2;base64,{b64encode(data).decode()}) '
        f'format("woff2");font-weight:{weight};font-style:{style};font-display:block;{more}'
        f"unicode-range:{_ranges(characters)}}}\n"
    )


def _ranges(characters: str) -> str:
    """A value of ``unicode-range`` for sorted characters."""
    found: list[list[int]] = []
    for point in map(ord, characters):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return ",".join([f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in found])

"""The theme's fonts: fetched once, at set-up, and never part of the program or of a site's sources.

They come from the public npm registry at the versions and with the digests written here. Nothing is unpacked as an
archive would have it: the files that are wanted are looked up by name and written under names of our own.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterator

from lisanayn.disk import Disk, RealDisk
from lisanayn.problems import LisanaynError
from lisanayn.record import record
from lisanayn.text.typefaces import TYPEFACES, Source, Typeface

REGISTRY = "https://registry.npmjs.org"

FOLDER_VARIABLE = "LISANAYN_FONTS"
"""Environment variable: another folder for the fonts."""

_MOST_BYTES = 16_000_000
"""Of an archive: what is larger is not the one we know."""

_SECONDS = 60


@record
class Package:
    """A package of the npm scope ``@fontsource-variable``: under the SIL Open Font License, without reserved names."""

    name: str
    version: str
    sha512: str
    """In base64, as the registry gives it under ``integrity``."""


PACKAGES = (
    Package(
        "noto-naskh-arabic",
        "5.3.0",
        "Ot0G5iln5MeLPKp1WNt6AGi4KHbPIVm0GEow2ED6rZ+8Rao+OuswhX4D+RPerc3aQ6teneLdqXSL8VPGorJvGg==",
    ),
    Package(
        "noto-serif-hebrew",
        "5.3.0",
        "pmtUrJj0OQlnwqY+HN0N+Ip9/OdICH6COcCjdcQd6/EL/iBfTDThprXrapCBrRZfGoy8nML+FHmVS1b+RRsvHw==",
    ),
    Package(
        "literata",
        "5.3.0",
        "1Jw7xvOcoGyB83lxB2nG4bfNbqtX2/TTbdh9sHAOmU064SvmSdulDtA5RBu5JYWf64fdaKX7xU+z3GO1T2bCHA==",
    ),
)

LICENCE = "OFL.txt"


def fonts_folder() -> str:
    """Where the fonts of this machine lie: beside the program, or where LISANAYN_FONTS says."""
    return os.environ.get(FOLDER_VARIABLE) or os.path.join(sys.prefix, "share", "lisanayn", "fonts")


def folder_of(package: Package) -> str:
    """A package's folder in the fonts folder; a new version has a new one."""
    return f"{package.name}-{package.version}"


def package_named(name: str) -> Package:
    """The package of a family of the table."""
    return next(package for package in PACKAGES if package.name == name)


def file_name(source: Source, italic: bool) -> str:
    """A file of a package, as it lies in its folder."""
    return f"{source.name}-italic.woff2" if italic else f"{source.name}.woff2"


def is_complete(fonts: Disk, package: Package) -> bool:
    """Whether every file of a package is there."""
    return all(fonts.exists(f"{folder_of(package)}/{name}") for _, name in _wanted(package))


def installed(fonts: Disk) -> str:
    """Names what is there, at the price of a few look-ups: another answer means that sites look otherwise."""
    return " ".join([folder_of(package) for package in PACKAGES if is_complete(fonts, package)])


def packaged_files(folder: str) -> tuple[str, ...]:
    """Paths of the upright fonts that are there, for programs that draw pictures: each script's letters, the best
    first."""
    disk = RealDisk(folder)
    found = []
    for face in TYPEFACES:
        package = package_named(face.package)
        if is_complete(disk, package):
            names = [file_name(source, False) for source in face.sources if source.base]
            found += [os.path.join(folder, folder_of(package), name) for name in names]
    return tuple(found)


def fetch_fonts(report: Callable[[str], None], fonts: Disk | None = None, registry: str = REGISTRY) -> bool:
    """Fetches what is missing; whether all fonts are there afterwards. ``report`` is told in one line each what was
    done or went wrong; nothing is raised, for a site is built without them too."""
    import tarfile  # only where something is fetched: every build asks whether the fonts are there

    disk = fonts or RealDisk(fonts_folder())
    complete = True
    for package in PACKAGES:
        if is_complete(disk, package):
            continue
        try:
            size = _fetch(package, disk, registry)
        except (OSError, ValueError, KeyError, tarfile.TarError, LisanaynError) as fault:
            report(f"{package.name} {package.version}: not fetched: {_reason(fault)}")
            complete = False
        else:
            report(f"{package.name} {package.version}: fetched, {size // 1000} KB")
    if complete:
        report("The fonts are there.")
    else:
        report("Sites are set in the reader's own fonts until `lisanayn fonts` has fetched them.")
    return complete


def _reason(fault: Exception) -> str:
    if isinstance(fault, KeyError):
        return "the package lacks a file that it had"
    return str(getattr(fault, "reason", fault)) or type(fault).__name__


def _fetch(package: Package, disk: Disk, registry: str) -> int:
    """Bytes written. Raises OSError, ValueError, KeyError, TarError, MachineFault."""
    import tarfile
    from urllib.request import urlopen

    address = f"{registry}/@fontsource-variable/{package.name}/-/{package.name}-{package.version}.tgz"
    with urlopen(address, timeout=_SECONDS) as answer:
        data = answer.read(_MOST_BYTES + 1)
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if digest != package.sha512:
        raise ValueError("what came is not the package of that version (its SHA-512 differs)")
    size = 0
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        for inside, name in _wanted(package):
            held = archive.extractfile(inside)
            if held is None:
                raise KeyError(inside)
            size += disk.write(f"{folder_of(package)}/{name}", held.read()).size
    return size


def _wanted(package: Package) -> Iterator[tuple[str, str]]:
    """(name in the archive, name in our folder), the licence last."""
    for face in _faces(package):
        for source in face.sources:
            for italic in (False, True) if face.italic else (False,):
                style = "italic" if italic else "normal"
                inside = f"package/files/{package.name}-{source.name}-wght-{style}.woff2"
                yield inside, file_name(source, italic)
    yield "package/LICENSE", LICENCE


def _faces(package: Package) -> Iterator[Typeface]:
    return (face for face in TYPEFACES if face.package == package.name)

"""Pictures in the sizes and formats that readers' browsers ask for.

Which files there will be is known from the header alone (``renditions``), so pages need no picture to be decoded; the
files are made later, in the pool, once for each content (``make_renditions``), and kept in the cache.
Drawings and moving pictures stay one file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.picture_files import clean_file
from lisanayn.build.picture_rights import Rights, exif_block, gather, xmp_packet
from lisanayn.build.pictures import BadPicture, Picture
from lisanayn.build.svg import clean_svg
from lisanayn.disk import Disk
from lisanayn.model.picture import PictureFile, PictureSource
from lisanayn.pages import urls
from lisanayn.record import record
from lisanayn.settings import Pictures

if TYPE_CHECKING:
    from PIL.Image import Image

RECIPE = b"1"
"""Raised when the same picture would be made differently: part of every name."""

CACHE = "pictures"
_STILL = ("jpeg", "png", "webp")
_OPTIONS: dict[str, dict[str, int]] = {
    "avif": {"quality": 60, "speed": 7, "max_threads": 1},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 84, "optimize": 1, "progressive": 1},
    "png": {"optimize": 1},
}
"""Settings of the encoders: at these a photograph on a page is not told from its original. One thread, because
the bytes must be the same on every machine."""


@record
class Rendition:
    """One file to be made of a picture."""

    path: str
    """In output/."""
    kind: str
    """``avif``, ``webp``, or the picture's own."""
    width: int
    """In pixels; 0: the picture as it is, less its private metadata."""


def picture_file(slug: str, source: str, data_digest: str, picture: Picture, wanted: Pictures) -> PictureFile:
    """What pages will know of a picture: where its renditions lie. ``source`` is its path in the site folder."""
    name = source.rpartition("/")[2]
    digest = digest_bytes(RECIPE, data_digest.encode())
    path = urls.picture(slug, name, digest)
    if not _is_still(picture):
        return PictureFile(name, source, path, picture.width, picture.height, data_digest)
    most = max(wanted.widths, default=0)
    width = min(picture.width, most) if most else picture.width
    widths = sorted({w for w in wanted.widths if w < width} | {width})
    stem = path.rpartition(".")[0]
    sources = [
        PictureSource(f"image/{kind}", tuple([(f"{stem}-{w}.{kind}", w) for w in widths])) for kind in wanted.formats
    ]
    height = max(1, round(picture.height * width / picture.width))
    return PictureFile(name, source, path, width, height, data_digest, width < picture.width, tuple(sources))


def _is_still(picture: Picture) -> bool:
    return picture.kind in _STILL and not picture.animated and picture.width > 0 and picture.height > 0


def renditions(picture: PictureFile) -> tuple[Rendition, ...]:
    """The files of a picture, its own first."""
    own = Rendition(picture.path, "", picture.width if picture.reduced else 0)
    made = [
        Rendition(path, source.type.removeprefix("image/"), width)
        for source in picture.sources
        for path, width in source.files
    ]
    return (own, *made)


def make_renditions(
    data: bytes, kind: str, wanted: Sequence[Rendition], cache: Disk | None = None
) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each file. ``kind`` is what ``pictures.inspect`` says of ``data``.

    Raises BadPicture when the picture cannot be decoded after all.
    """
    digest = digest_bytes(RECIPE, data)
    image: Image | None = None
    rights: Rights | None = None
    for one in wanted:
        kept = f"{CACHE}/{digest}-{one.width}.{one.kind or kind}"
        if cache is not None and cache.exists(kept):
            yield one.path, cache.read(kept)
            continue
        if kind == "svg":
            made = clean_svg(data)
        else:
            rights = rights if rights is not None else read_rights(data)
            if one.width == 0 and not one.kind and not (kind == "avif" and _tells(data)):
                made = clean_file(data, kind, rights)
            else:
                image = image if image is not None else _decode(data)
                made = _encode(image, one.kind or kind, one.width, rights)
        if cache is not None:
            cache.write(kept, made)
        yield one.path, made


def _tells(data: bytes) -> bool:
    """Whether an AVIF file holds EXIF or XMP: its items cannot be cut out, so it is made anew."""
    head = data[:4096]
    return b"Exif" in head or b"application/rdf+xml" in head


def read_rights(data: bytes) -> Rights:
    """Whose a picture is, from its metadata; nothing when that cannot be read."""
    from PIL import Image, IptcImagePlugin

    try:
        with Image.open(io.BytesIO(data)) as image:
            iim = IptcImagePlugin.getiptcinfo(image) or {}
            xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
            return gather(dict(image.getexif()), iim, xmp.encode() if isinstance(xmp, str) else xmp)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, IndexError):
        return Rights()


def _decode(data: bytes) -> Image:
    """The picture upright, in sRGB, with its transparency where it has any."""
    from PIL import Image, ImageCms, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.load()
            image = ImageOps.exif_transpose(opened)
        profile = image.info.get("icc_profile")
        mode = "RGBA" if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info else "RGB"
        if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
            try:
                source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
                target = ImageCms.createProfile("sRGB")
                changed = ImageCms.profileToProfile(image, source, target, outputMode=mode)
                image = changed if changed is not None else image
            except ImageCms.PyCMSError:
                pass  # a profile that cannot be used is no profile
        return image.convert(mode)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as fault:
        raise BadPicture(f"cannot be decoded ({fault})") from fault


def _encode(image: Image, kind: str, width: int, rights: Rights) -> bytes:
    from PIL import Image

    if width and width != image.width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if kind == "jpeg" and image.mode != "RGB":
        image = image.convert("RGB")
    plain = Image.frombytes(image.mode, image.size, image.tobytes())  # no metadata rides along
    out = io.BytesIO()
    options: dict[str, object] = {**_OPTIONS[kind]}
    if xmp := xmp_packet(rights):
        options |= {"xmp": xmp} if kind != "png" else {}
        exif = exif_block(rights)
        options |= {"exif": b"Exif\0\0" + exif} if exif else {}
    plain.save(out, kind.upper(), **options)
    return clean_file(out.getvalue(), kind, rights) if kind in ("png", "jpeg") else out.getvalue()

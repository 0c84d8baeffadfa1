"""Pictures as readers get them: sizes and formats by the header, private metadata gone, credit and rights kept."""

import io
import xml.etree.ElementTree as ElementTree

import pytest
from PIL import Image, IptcImagePlugin, PngImagePlugin

from lisanayn.build.images import make_renditions, picture_file, read_rights, renditions
from lisanayn.build.picture_rights import Rights, exif_block, gather, iim_block, orientation_of, xmp_packet
from lisanayn.build.pictures import BadPicture, inspect
from lisanayn.build.svg import clean_svg
from lisanayn.disk import MemoryDisk
from lisanayn.settings import Pictures

RIGHTS = Rights("ليلى حداد", "وكالة الأنباء", "© 2026 L. Haddad", "Agency", "https://example.org/rights", "CC BY 4.0")
SECRETS = (b"Canon", b"SN-4711", b"ana@example.org", b"GPS")
WANTED = Pictures((40, 80), ("avif", "webp"))


def photograph(width=100, height=60, mode="RGB") -> Image.Image:
    image = Image.new(mode, (width, height))
    image.putdata([(x * 2 % 256, y * 4 % 256, 90, 255)[: len(mode)] for y in range(height) for x in range(width)])
    return image


def private_exif(orientation=1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x013B], exif[0x8298] = "Canon", orientation, RIGHTS.creator, RIGHTS.copyright
    exif[0xA430], exif[0x9C9D] = "ana@example.org", b"SN-4711"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (33.0, 30.0, 0.0)
    return exif


def jpeg(orientation=1, **options) -> bytes:
    out = io.BytesIO()
    xmp = xmp_packet(RIGHTS).replace(b"<dc:creator>", b"<dc:contributor>SN-4711</dc:contributor><dc:creator>")
    options = {"exif": private_exif(orientation), "xmp": xmp, "comment": b"SN-4711", "quality": 90} | options
    photograph().save(out, "JPEG", **options)
    return out.getvalue() + b"ana@example.org, a film after the picture"


def made(data: bytes, wanted=WANTED, name="harbour.jpg") -> dict[str, bytes]:
    found = inspect(data)
    plan = renditions(picture_file("harbour", f"content/harbour/{name}", "d1", found, wanted))
    return dict(make_renditions(data, found.kind, plan))


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_page_knows_all_renditions_from_the_header_alone():
    picture = picture_file("harbour", "content/harbour/harbour.jpg", "d1", inspect(jpeg()), WANTED)
    assert (picture.width, picture.height, picture.reduced) == (80, 48, True)
    assert [(s.type, [w for _, w in s.files]) for s in picture.sources] == [
        ("image/avif", [40, 80]),
        ("image/webp", [40, 80]),
    ]
    stem = picture.path.removesuffix(".jpg")
    assert picture.sources[0].files[0][0] == f"{stem}-40.avif"


def test_every_rendition_is_what_was_promised():
    data = jpeg()
    picture = picture_file("harbour", "content/harbour/harbour.jpg", "d1", inspect(data), WANTED)
    files = made(data)
    assert list(files) == [one.path for one in renditions(picture)]
    for one in renditions(picture):
        image = opened(files[one.path])
        assert image.width == one.width and image.format == (one.kind or "jpeg").upper()


def test_a_picture_is_never_enlarged():
    picture = picture_file("h", "content/h/h.jpg", "d", inspect(jpeg()), Pictures((480, 960), ("webp",)))
    assert (picture.width, picture.reduced, picture.sources[0].files[0][1]) == (100, False, 100)


@pytest.mark.parametrize("wanted", [WANTED, Pictures((), ()), Pictures((480,), ("webp", "avif"))])
def test_private_metadata_goes_and_rights_stay_in_every_file(wanted):
    for path, data in made(jpeg(), wanted).items():
        assert not [secret for secret in SECRETS if secret in data], path
        assert read_rights(data) == RIGHTS, path
        assert not opened(data).getexif().get_ifd(0x8825), path


def test_the_pixels_of_a_picture_that_keeps_its_size_are_untouched():
    data = jpeg()
    (cleaned,) = made(data, Pictures((), ())).values()
    assert opened(cleaned).tobytes() == opened(data).tobytes()
    assert cleaned.endswith(b"\xff\xd9")


def test_iptc_is_written_for_programs_that_read_nothing_else():
    (cleaned,) = made(jpeg(), Pictures((), ())).values()
    iim = IptcImagePlugin.getiptcinfo(opened(cleaned))
    assert iim[(2, 110)].decode() == RIGHTS.credit and iim[(2, 116)].decode() == RIGHTS.copyright


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_photographs_stand_upright(orientation):
    data = jpeg(orientation)
    turned = orientation > 4
    assert (inspect(data).width, inspect(data).height) == ((60, 100) if turned else (100, 60))
    (kept,) = made(data, Pictures((), ())).values()
    assert opened(kept).getexif().get(0x0112, 1) == orientation  # pixels untouched, so the sign must stay
    reduced = made(data, Pictures((30,), ("webp",)))
    for one in reduced.values():
        assert opened(one).getexif().get(0x0112, 1) == 1
        assert opened(one).size == ((30, 50) if turned else (30, 18))


def test_png_and_webp_and_gif_lose_their_comments():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "ana@example.org")
    info.add_itxt("XML:com.adobe.xmp", xmp_packet(RIGHTS).decode())
    png, webp, gif = io.BytesIO(), io.BytesIO(), io.BytesIO()
    photograph(mode="RGBA").save(png, "PNG", pnginfo=info, exif=private_exif())
    photograph().save(webp, "WEBP", exif=private_exif(), xmp=xmp_packet(RIGHTS), lossless=True)
    frames = [photograph().convert("P"), photograph(100, 60).rotate(90).convert("P")]
    frames[0].save(gif, "GIF", save_all=True, append_images=frames[1:], comment=b"ana@example.org", loop=0)
    for kind, out in (("png", png), ("webp", webp), ("gif", gif)):
        data = out.getvalue()
        (cleaned,) = made(data, Pictures((), ()), f"a.{kind}").values()
        assert not [secret for secret in SECRETS if secret in cleaned], kind
        assert opened(cleaned).convert("RGBA").tobytes() == opened(data).convert("RGBA").tobytes(), kind
    assert read_rights(made(png.getvalue(), Pictures((), ()), "a.png").popitem()[1]) == RIGHTS
    still = opened(made(gif.getvalue(), WANTED, "a.gif").popitem()[1])
    assert still.is_animated and still.n_frames == 2 and still.info["loop"] == 0


def test_an_avif_with_metadata_is_made_anew():
    out = io.BytesIO()
    photograph().save(out, "AVIF", exif=private_exif(), xmp=xmp_packet(RIGHTS))
    (cleaned,) = made(out.getvalue(), Pictures((), ()), "a.avif").values()
    assert not [secret for secret in SECRETS if secret in cleaned] and read_rights(cleaned) == RIGHTS


def test_moving_pictures_and_drawings_stay_one_file():
    gif = io.BytesIO()
    photograph().convert("P").save(gif, "GIF")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0"/></svg>'
    assert len(made(gif.getvalue(), name="a.gif")) == 1 and made(svg, name="a.svg").popitem()[1] == svg


def test_drawings_lose_comments_metadata_and_their_editors_notes():
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="urn:i" xmlns:sodipodi="urn:s" width="4" height="3"'
        ' inkscape:export-filename="/home/ana/حلب.png"><!-- by ana --><metadata><creator>ana</creator></metadata>'
        '<sodipodi:namedview inkscape:cx="1"><a/></sodipodi:namedview><text>ماء &amp; inkscape:x="kept"</text></svg>'
    ).encode()
    cleaned = clean_svg(drawing)
    assert b"ana" not in cleaned.replace("ماء".encode(), b"")
    root = ElementTree.fromstring(cleaned)
    assert [child.text for child in root] == ['ماء & inkscape:x="kept"']
    assert clean_svg(cleaned) == cleaned


def test_renditions_are_made_once_for_each_content():
    cache, data = MemoryDisk(), jpeg()
    plan = renditions(picture_file("h", "content/h/h.jpg", "d", inspect(data), WANTED))
    first = list(make_renditions(data, "jpeg", plan, cache))
    for entry in cache.files():
        cache.write(entry.path, b"from the cache")
    assert [content for _, content in make_renditions(data, "jpeg", plan, cache)] == [b"from the cache"] * len(plan)
    assert list(make_renditions(data, "jpeg", plan, MemoryDisk())) == first


def test_a_picture_that_only_looks_right_is_refused():
    data = jpeg()[:400]
    with pytest.raises(BadPicture, match=r"cannot be decoded|cut short"):
        list(make_renditions(data, "jpeg", renditions(picture_file("h", "c/h.jpg", "d", inspect(jpeg()), WANTED))))


def test_metadata_that_lies_does_no_harm():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    assert gather({}, {}, bomb) == Rights() == gather({0x013B: b"\0\0"}, {}, b"<x")
    assert orientation_of(b"II*\0\xff\xff\xff\x7f") == orientation_of(b"") == orientation_of(b"MM") == 1
    assert orientation_of(exif_block(Rights(), 6)) == 6 and exif_block(Rights()) == iim_block(Rights()) == b""

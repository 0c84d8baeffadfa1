"""Fonts: what is fetched, what is cut, and what a site is set in without them."""

import base64
import functools
import gzip
import hashlib
import http.server
import io
import re
import subprocess
import sys
import tarfile
import threading

import pytest

from lisanayn.build import font_packages
from lisanayn.build.font_packages import (
    Package,
    fetch_fonts,
    fonts_folder,
    installed,
    packaged_files,
)
from lisanayn.build.fonts import Fonts, add_fonts, font_assets
from lisanayn.build.theme import read_theme
from lisanayn.disk import MemoryDisk, RealDisk
from lisanayn.text.typefaces import PUNCTUATION, base_characters, rare_characters

# Fetching -----------------------------------------------------------------------------------------


def archive(**more: bytes) -> bytes:
    """A package with everything that is wanted of Literata, and more."""
    package = Package("literata", "1.0.0", "")
    names = {inside: f"bytes of {name}".encode() for inside, name in font_packages._wanted(package)}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, data in (names | more).items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.fixture
def registry(tmp_path, monkeypatch):
    """A registry on this machine that has one package; gives its address and a function that sets the archive."""
    folder = tmp_path / "@fontsource-variable" / "literata" / "-"
    folder.mkdir(parents=True)

    def offer(data: bytes, promised: bytes | None = None) -> None:
        (folder / "literata-1.0.0.tgz").write_bytes(data)
        digest = base64.b64encode(hashlib.sha512(data if promised is None else promised).digest()).decode()
        monkeypatch.setattr(font_packages, "PACKAGES", (Package("literata", "1.0.0", digest),))

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", offer
    server.shutdown()
    server.server_close()


def test_what_is_wanted_is_fetched_under_names_of_our_own_and_nothing_else(registry):
    address, offer = registry
    offer(archive(**{"package/../../evil": b"x", "/etc/evil": b"x", "package/index.css": b"x"}))
    disk, said = MemoryDisk(), []
    assert fetch_fonts(said.append, disk, address)
    assert disk.contents["literata-1.0.0/latin.woff2"] == b"bytes of latin.woff2"
    assert disk.contents["literata-1.0.0/OFL.txt"]
    expected = re.compile(r"literata-1\.0\.0/([a-z-]+\.woff2|OFL\.txt)")
    assert [path for path in disk.contents if not expected.fullmatch(path)] == []


def test_what_is_there_is_not_fetched_again(registry):
    address, offer = registry
    offer(archive())
    disk = MemoryDisk()
    assert fetch_fonts(lambda line: None, disk, address)
    before = list(disk.written)
    assert fetch_fonts(lambda line: None, disk, "http://127.0.0.1:9/nobody")
    assert disk.written == before


def test_other_bytes_than_those_promised_are_refused(registry):
    address, offer = registry
    offer(archive(), promised=b"other bytes")
    disk, said = MemoryDisk(), []
    assert not fetch_fonts(said.append, disk, address)
    assert disk.contents == {}
    assert "SHA-512" in said[0]


def test_a_file_that_is_no_longer_in_the_package_is_said(registry):
    address, offer = registry
    out = io.BytesIO()
    tarfile.open(fileobj=out, mode="w:gz").close()
    offer(out.getvalue())
    said: list[str] = []
    assert not fetch_fonts(said.append, MemoryDisk(), address)
    assert "lacks a file" in said[0]


def test_without_a_network_it_says_what_follows_and_raises_nothing():
    said: list[str] = []
    assert not fetch_fonts(said.append, MemoryDisk(), "http://127.0.0.1:9")
    assert "not fetched" in said[0]
    assert said[-1] == "Sites are set in the reader's own fonts until `lisanayn fonts` has fetched them."


def test_what_is_installed_has_a_name(registry, tmp_path):
    address, offer = registry
    offer(archive())
    disk = RealDisk(str(tmp_path / "fonts"))
    assert installed(disk) == ""
    assert fetch_fonts(lambda line: None, disk, address)
    assert installed(disk) == "literata-1.0.0"


# Cutting ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def packages() -> RealDisk:
    """The fonts of this machine, fetched now where they are not there."""
    said: list[str] = []
    if not fetch_fonts(said.append):
        pytest.skip(f"THE FONTS ARE NOT TESTED: {said[0]}")
    return RealDisk(fonts_folder())


def test_the_files_of_each_scripts_letters_are_handed_to_those_who_draw_pictures(packages):
    names = [path.removeprefix(packages.root + "/") for path in packaged_files(packages.root)]
    assert names[0] == "noto-naskh-arabic-5.3.0/arabic.woff2"
    assert "literata-5.3.0/latin.woff2" in names and "literata-5.3.0/greek.woff2" not in names
    assert packaged_files(packages.root + "/nowhere") == ()


@pytest.fixture(scope="module")
def site_fonts(packages) -> Fonts:
    """Those of an Arabic and English site."""
    return font_assets(("ar", "en"), "", MemoryDisk(), packages)


def text_of(fonts: Fonts, name: str = "fonts.css") -> str:
    return next(asset.data.decode() for asset in fonts.assets if asset.name == name)


def faces(css: str) -> list[tuple[str, set[str], bytes]]:
    """(family, characters, WOFF2) of each face of a style sheet."""
    found = []
    for block in re.findall(r"@font-face\{(.*?)\}", css):
        family = re.search(r'font-family:"(.*?)"', block)[1]
        data = base64.b64decode(re.search(r"base64,([^)]*)\)", block)[1])
        characters = set()
        for part in re.search(r"unicode-range:(.*)", block)[1].split(","):
            first, _, last = part.strip().removeprefix("U+").partition("-")
            characters |= set(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
        found.append((family, characters, data))
    return found


def test_every_character_has_one_face_in_its_family(site_fonts):
    seen: dict[str, set[str]] = {}
    for family, characters, _ in faces(text_of(site_fonts)):
        assert not characters & seen.get(family, set())
        seen.setdefault(family, set()).update(characters)
    assert set("".join(seen["LN Naskh"] | seen["LN Latin"])) >= base_characters(frozenset({"Arab", "Latn"}))


def test_a_face_has_the_characters_its_range_promises(site_fonts):
    from fontTools.ttLib import TTFont

    for family, characters, data in faces(text_of(site_fonts)):
        font = TTFont(io.BytesIO(data))
        assert {ord(one) for one in characters} == set(font.getBestCmap()), family
        axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in font["fvar"].axes}
        assert axes == {"wght": (400, 700)}


def test_the_space_is_in_the_face_of_arabic_letters(site_fonts):
    # The first family with a space is the one that a line's height and baseline come from.
    (letters, _) = (characters for family, characters, _ in faces(text_of(site_fonts)) if family == "LN Naskh")
    assert {" ", "\u0628"} <= letters


def test_vowel_marks_are_in_one_face_with_the_letters_that_carry_them(site_fonts):
    (letters, _) = (characters for family, characters, _ in faces(text_of(site_fonts)) if family == "LN Naskh")
    assert {chr(point) for point in range(0x64B, 0x653)} | set("\u0670\u0640\u0627\u0645") <= letters


def test_brackets_and_guillemets_of_arabic_are_of_its_own_family(site_fonts):
    own = set().union(*[characters for family, characters, _ in faces(text_of(site_fonts)) if family == "LN Naskh"])
    assert set(PUNCTUATION) | set("()«».:!؟،؛") <= own


def test_no_digit_comes_from_the_arabic_family(site_fonts):
    digits = set("0123456789")
    families = {family for family, characters, _ in faces(text_of(site_fonts)) if digits & characters}
    assert families == {"LN Latin", "LN Figures"}


def test_the_budget_is_kept(site_fonts):
    sizes = {asset.name: len(gzip.compress(asset.data, 9, mtime=0)) for asset in site_fonts.assets}
    assert sizes["fonts.css"] <= 70_000
    assert sizes["fonts-italic.css"] <= 25_000


def test_the_licence_goes_where_the_fonts_go(site_fonts):
    licence = text_of(site_fonts, "fonts/OFL.txt")
    assert licence.count("SIL OPEN FONT LICENSE Version 1.1") >= 2
    assert "The Noto Project Authors" in licence and "The Literata Project Authors" in licence
    assert "with Reserved Font Name" not in licence
    assert "fonts/OFL.txt" in text_of(site_fonts)[:100]


def test_the_same_font_is_cut_to_the_same_bytes(packages):
    from lisanayn.build.subset import cut_font

    data = packages.read("noto-naskh-arabic-5.3.0/latin.woff2")
    assert cut_font(data, frozenset(PUNCTUATION)) == cut_font(data, frozenset(reversed(PUNCTUATION)))


def test_half_rings_of_transliteration_stand_close_to_their_letters(site_fonts):
    from fontTools.ttLib import TTFont

    (data,) = (data for _, characters, data in faces(text_of(site_fonts)) if "\u02be" in characters)
    font = TTFont(io.BytesIO(data))
    for ring in "\u02be\u02bf":
        name = font.getBestCmap()[ord(ring)]
        advance, bearing = font["hmtx"][name]
        assert advance == bearing + font["glyf"][name].xMax and advance < 0.35 * font["head"].unitsPerEm


CACHED = """
import sys
from lisanayn.build.font_packages import fonts_folder
from lisanayn.build.fonts import font_assets
from lisanayn.disk import MemoryDisk, RealDisk
cache = MemoryDisk()
assert font_assets(("ar", "en"), "plain words", cache, RealDisk(fonts_folder())).assets
assert cache.contents == {}, "kept with the packages, for every site of the machine"
print("fontTools" in sys.modules)
"""


def test_what_was_cut_once_is_not_cut_again(site_fonts):
    assert site_fonts.assets
    told = subprocess.run([sys.executable, "-c", CACHED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "rare"),
    [
        ("مَكْتَبَةٌ «قديمة» (رويترز)، ٢٠٢٦!", ""),
        ("پژوهش گچ می‌شود ۱۹۶۸ — ٹھیک ڈاکٹر ڭ ڤ", ""),
        ("Ḥusayn al-Ṭūsī’s “zīj”, Łódź, Čapek, Işık… 20 €", "\u017a"),
        ("L’œuvre « naïve » coûte 3 € ; où ?\u202f", ""),
        ("Ω and \u2066isolates\u2069 \u200f", "Ω"),
    ],
)
def test_an_ordinary_text_adds_nothing_to_the_fonts(text, rare):
    assert rare_characters(text, frozenset({"Arab", "Latn"})) == rare


def test_letters_of_another_script_are_rare_where_no_language_is_written_in_it():
    assert rare_characters("שלום", frozenset({"Arab", "Latn"})) == "ולםש"
    assert rare_characters("שלום", frozenset({"Hebr", "Latn"})) == ""


# A site's own fonts; none at all ------------------------------------------------------------------


@pytest.fixture(scope="module")
def own_font(packages) -> bytes:
    """A font of few letters, as a site may bring one."""
    from lisanayn.build.subset import cut_font

    return cut_font(packages.read("literata-5.3.0/latin.woff2"), frozenset("abc xyz")).data


def test_a_site_brings_a_family_of_its_own(own_font):
    site = MemoryDisk({"fonts/literata.woff2": own_font, "fonts/literata.txt": b"A licence of their own"})
    cache = MemoryDisk()
    made = font_assets(("en",), "abc", cache, MemoryDisk(), site)
    ((family, characters, _),) = faces(text_of(made))
    assert (family, characters) == ("LN Latin", set("abc xyz"))
    assert text_of(made, "fonts/OFL.txt") == "A licence of their own"
    assert [path for path in cache.contents if path.startswith("fonts/")]
    written = list(cache.written)
    assert font_assets(("en",), "abc", cache, MemoryDisk(), site) == made
    assert cache.written == written


def test_characters_without_a_letter_anywhere_are_named(own_font):
    site = MemoryDisk({"fonts/literata.woff2": own_font})
    made = font_assets(("en",), "a 漢 and 字", MemoryDisk(), MemoryDisk(), site)
    (problem,) = made.problems
    assert problem.code == "fonts-characters" and "漢 (U+6F22)" in problem.message and "字" in problem.message


def test_what_is_no_longer_needed_leaves_the_cache(own_font):
    site, cache = MemoryDisk({"fonts/literata.woff2": own_font}), MemoryDisk()
    font_assets(("en",), "漢", cache, MemoryDisk(), site)
    first = set(cache.contents)
    font_assets(("en",), "字", cache, MemoryDisk(), site)
    assert len(cache.contents) == 1 and not first & set(cache.contents)


def test_without_fonts_the_site_is_set_in_the_readers_and_says_so():
    made = font_assets(("ar", "en"), "", MemoryDisk(), MemoryDisk())
    assert [problem.code for problem in made.problems] == ["fonts-absent"]
    css = text_of(made)
    assert "base64" not in css and "local(" in css and "--size-body" in css
    assert [asset.name for asset in made.assets] == ["fonts.css"]


def test_a_site_that_wants_the_systems_fonts_hears_nothing():
    assert font_assets(("ar", "en"), "", MemoryDisk(), None).problems == ()


def test_a_sheet_of_the_sites_own_is_left_to_it():
    site = MemoryDisk({"static/fonts.css": b"/* ours */"})
    made = add_fonts(read_theme(site), font_assets(("ar", "en"), "", MemoryDisk(), None, site))
    assert [asset.data for asset in made.assets if asset.name == "fonts.css"] == [b"/* ours */"]


def test_another_font_is_another_theme():
    theme = read_theme(MemoryDisk())
    one = add_fonts(theme, font_assets(("ar", "en"), "", MemoryDisk(), None))
    other = add_fonts(theme, font_assets(("he", "en"), "", MemoryDisk(), None))
    assert one.digest != other.digest
    assert [asset.name for asset in one.assets].count("fonts.css") == 1

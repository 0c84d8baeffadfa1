"""site.zip: the site in one file, the same for the same site."""

import io
import zipfile

from lisanayn.build.download import download_key, make_download
from tests.build.builder import Builder

FILES = {
    "index.html": b"<!doctype html>" * 100, "media/a/b.0123abcd.webp": b"w" * 1000, "ar/ماء/index.html": b"x",
    "_headers": b"h", "_redirects": b"r", "service-worker.js": b"s", ".lisanayn.json": b"{}", "site.zip": b"old",
}  # fmt: skip


def test_it_holds_the_site_and_nothing_that_speaks_to_hosts():
    with zipfile.ZipFile(io.BytesIO(make_download(FILES, FILES.__getitem__))) as archive:
        assert archive.namelist() == ["ar/ماء/index.html", "index.html", "media/a/b.0123abcd.webp"]
        assert all(archive.read(name) == FILES[name] for name in archive.namelist())
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
    assert kinds["index.html"] == zipfile.ZIP_DEFLATED and kinds["media/a/b.0123abcd.webp"] == zipfile.ZIP_STORED


def test_the_order_in_which_files_were_found_makes_no_difference():
    backwards = dict(reversed(FILES.items()))
    assert make_download(FILES, FILES.__getitem__) == make_download(backwards, backwards.__getitem__)


def test_its_key_changes_with_every_file_it_holds_and_with_no_other():
    digests = dict.fromkeys(FILES, "1")
    assert download_key(digests) == download_key({**digests, "_headers": "2", "site.zip": "2"})
    assert download_key(digests) != download_key({**digests, "index.html": "2"})
    assert download_key(digests) != download_key({path: "1" for path in digests if path != "index.html"})


def held(site: Builder) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(site.output.read("site.zip"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_site_that_offers_itself_holds_its_own_pages_and_follows_every_edit():
    site = Builder()
    site.write("content/site.toml", "download = true\n")
    site.build()
    assert held(site)["ar/quay/index.html"] == site.output.read("ar/quay/index.html")
    assert site.build().written == {}
    site.edit("content/quay/ar.md", "قبل الفجر", "بعد الفجر")
    assert site.build().written["site.zip"] == "view changed"
    assert held(site)["ar/quay/index.html"] == site.output.read("ar/quay/index.html")
    assert site.output.contents == site.clean()
    site.write("content/site.toml", "")
    assert "site.zip" in site.build().removed

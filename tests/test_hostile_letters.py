"""C11, C12, C15, C16, C18, C19 of the catalogue of faults: letters that reorder, hide, pile up, or break readers."""

from __future__ import annotations

import json
import re
import time
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from lisanayn.cli import main
from lisanayn.problems import SettingsError, Severity
from tests.build.builder import NOW, Builder, article, translation
from tests.hostile import calls, xml_structure

SETTINGS = 'base_url = "https://two-shores.example/"\nshare_cards = false\nfonts = "system"\n'

FIELDS = {
    "title": "content/quay/ar.md", "summary": "content/quay/ar.md", "author": "content/quay/ar.md",
    "tags": "content/quay/ar.md", "series": "content/quay/ar.md", "sources": "content/quay/ar.md",
    "body": "content/quay/ar.md", "wire": "content/wire.ar.txt", "site": "content/site.toml",
    "tag": "content/tags.toml", "agency": "content/agencies.toml", "person": "content/people.toml",
}  # fmt: skip


def built(field: str, text: str, escaped: bool = False):
    """A site with a text in one field: (the site, what the build says of it). ``escaped``: by the escapes of YAML and
    TOML, behind which a look at the file sees nothing."""
    site, quoted = Builder(), json.dumps(text, ensure_ascii=escaped)
    site.write("content/site.toml", SETTINGS)
    path = FIELDS[field]
    if field == "site":
        site.write(path, f"title = {quoted}\n{SETTINGS}")
    elif path.endswith(".toml"):
        site.write(path, f'[[{field}]]\nid = "own"\nar = {quoted}\nen = "Own"\n')
    elif field == "wire":
        site.write(path, f"---\ntitle: خبر\ndate: 2026-03-02\n---\nقال {text} كلامًا طويلًا.\n")
    elif field == "body":
        site.write(path, article("عنوان", f"كلمة {text} كلمة."))
    else:
        value = f"[{quoted}]" if field in ("tags", "author", "sources") else quoted
        head = article("عنوان", "نص.", tags="[sea]")
        old = {"title": "title: عنوان\n", "tags": "tags: [sea]\n"}.get(field, "license: CC BY 4.0\n")
        site.write(path, head.replace(old, f"{field}: {value}\n"))
    try:
        report = site.build()
    except SettingsError as fault:
        return site, fault.problems
    return site, report.problems


OVERRIDES = {"override": "abc\u202edef", "closed": "abc\u202edef\u202c", "other": "abc\u202ddef\u202c"}
UNBALANCED = {
    "open": "abc\u2067def", "closes": "abc\u2069def", "embedding": "abc\u202adef",
    "crossed": "\u2067\u202aab\u2069\u202c",
}  # fmt: skip


@pytest.mark.parametrize("kind", [*OVERRIDES, *UNBALANCED])
@pytest.mark.parametrize("escaped", [False, True], ids=["plain", "escaped"])
@pytest.mark.parametrize("field", FIELDS)
def test_overrides_and_unbalanced_controls_are_errors_with_their_line(field, escaped, kind):
    """C11, C12: in every field, table and setting. In wire text, which comes from elsewhere, they are taken out."""
    site, problems = built(field, (OVERRIDES | UNBALANCED)[kind], escaped)
    faults = [one for one in problems if one.severity is Severity.ERROR]
    if field == "wire":
        assert not faults
        shown = LexborHTMLParser(site.page("ar/wire/index.html")).css_first("main").text()
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)
        return
    assert faults and all(one.at.path == FIELDS[field] and one.at.line for one in faults)
    assert site.output.contents == {}


@pytest.mark.parametrize("field", ["title", "body", "tags", "site"])
def test_marks_and_closed_isolates_are_text(field):
    """C11: they are allowed in words, and never in an address."""
    site, problems = built(field, "قال \u2068BBC\u2069 ذلك\u200f!")
    assert [one for one in problems if one.severity is Severity.ERROR] == []
    assert not re.search("[\u200e\u200f\u2066-\u2069]", "".join(site.output.contents))


# C15 ---------------------------------------------------------------------------------------------

SPOOF = "\x1b]0;owned\x07\x1b[2Kok\u202egnp"


COMMANDS = (["build"], ["build", "--why"], ["build", "--json"], ["check"], ["check", "--json"], ["check", "--sarif"])


def test_no_name_or_text_moves_the_terminal(tmp_path, capsys):
    """C15: names of files and folders, keys, texts; in the words of build and check, as words, JSON and SARIF."""
    folder = tmp_path / "content" / f"a{SPOOF}"
    folder.mkdir(parents=True)
    (folder / "ar.md").write_text(f"---\ntitle: x{SPOOF}\nk{SPOOF}: 1\n---\n{SPOOF}\n", "utf-8")
    (folder / f"x{SPOOF}.bin").write_text("x")
    (folder / f"l{SPOOF}.svg").symlink_to("x")
    bad = f"title = 'x'\n{json.dumps(f'k{SPOOF}')} = 1\n"
    for settings in (bad, "title = 'x'\n"):
        (tmp_path / "content/site.toml").write_text(settings)
        for arguments in COMMANDS:
            with pytest.raises(SystemExit) as end:
                main([*arguments, "--site", str(tmp_path)])
            assert end.value.code in (1, 2)
            told = "".join(capsys.readouterr())
            assert told.strip()
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", told), arguments


# C16 ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [31, 1000, 40_000])
@pytest.mark.parametrize("escaped", [False, True], ids=["plain", "escaped"])
@pytest.mark.parametrize("field", ["title", "body", "tags", "wire", "tag", "site"])
def test_marks_that_pile_up_are_an_error(field, escaped, number):
    """C16: shadda and fatha in turns, which make normalising take the square of their number."""
    _, problems = built(field, "ب" + ("\u0651\u064e" * number)[:number], escaped)
    (fault,) = [one for one in problems if one.severity is Severity.ERROR]
    assert fault.code in ("source-marks", "header-size", "toml-value")
    assert fault.at.path == FIELDS[field] and fault.at.line


def test_thirty_marks_are_text():
    """C16."""
    _, problems = built("body", "ب" + "\u0651\u064e" * 15)
    assert [one for one in problems if one.severity is Severity.ERROR] == []


def test_a_million_bytes_of_marks_take_no_longer_than_a_million_letters():
    """C16: as a ratio, on one machine; the square would be a hundred times as long."""

    def seconds(text: str) -> float:
        start = time.process_time()
        built("body", text)
        return time.process_time() - start

    letters = min(seconds("كلمة " * 100_000) for _ in range(2))
    assert seconds("ب" + "\u0651\u064e" * 250_000) < 5 * letters + 1


# C18 ---------------------------------------------------------------------------------------------

BREAKING = (
    "\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\x9f", "\ufffe", "\uffff", "\ufdd0",
    "\U0001ffff", "\U0010ffff", "]]>", "\u2028", "&#0;", "&#xB;", "&#xFFFE;", "&#xD800;", "<![CDATA[", "\ufffd",
    "\U000e0001", "\U0001f600", "\ufeff",
)  # fmt: skip


@pytest.mark.parametrize("text", BREAKING, ids=ascii)
@pytest.mark.parametrize("field", ["title", "body"])
def test_every_xml_file_parses_whatever_an_author_writes(field, text):
    """C18: what XML cannot hold is an error at its line, or does not reach it; feeds, site map, TMX, drawings."""
    site, quoted = Builder(), json.dumps(f"a {text} b")
    site.write("content/site.toml", SETTINGS)
    head, body = ("عنوان", f"كلمة {text} كلمة. جملة أخرى.") if field == "body" else (quoted, "نص.")
    site.write("content/quay/ar.md", article(head, body))
    site.write("content/quay/en.md", translation(head, body))
    report = site.build()
    if not report.published:
        faults = [one for one in report.problems if one.severity is Severity.ERROR]
        assert faults and all(one.at.line for one in faults)
        return
    files = site.output.contents
    assert len([xml_structure(files[path]) for path in files if path.endswith((".xml", ".tmx", ".svg"))]) > 5
    for path, data in site.output.contents.items():
        if path.endswith((".json", ".webmanifest")):
            json.loads(data)
        elif path.startswith("search/") and path.endswith(".js"):
            assert len(calls(data)) == 1, path


# C19 ---------------------------------------------------------------------------------------------


def test_ids_of_feeds_stay_and_all_addresses_are_full():
    """C19: an edit, another build, another order leave an entry's id as it is; nothing in a feed is relative."""

    def ids(site):
        feed = ElementTree.fromstring(site.output.read("ar/feed.xml"))
        return {entry.find(f"{ATOM}id").text for entry in feed.iter(f"{ATOM}entry")}

    site = Builder()
    site.write("content/site.toml", SETTINGS)
    site.build(now=NOW)
    before = ids(site)
    assert len(before) == 3
    site.edit("content/quay/ar.md", "البحر", "الماء")
    site.edit("content/oven/ar.md", "2026-03-05", "2026-03-15")
    site.build(now=NOW)
    assert ids(site) == before
    feeds = [data for path, data in site.output.contents.items() if path.endswith("feed.xml")]
    addresses = [address for data in feeds for address in addresses_of(ElementTree.fromstring(data))]
    assert len(addresses) > 50
    assert [one for one in addresses if not one.startswith(("https://", "#"))] == []


def addresses_of(feed):
    """Every address in a feed, those in the texts of its entries too."""
    for element in feed.iter():
        if element.get("href"):
            yield element.get("href")
        if element.tag == f"{ATOM}content":
            for node in LexborHTMLParser(element.text or "").css("[href], [src]"):
                yield node.attributes.get("href") or node.attributes.get("src")


ATOM = "{http://www.w3.org/2005/Atom}"

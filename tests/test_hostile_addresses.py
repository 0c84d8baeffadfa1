"""C03, C07, C11, C13, C17, C30 of the catalogue of faults: addresses that authors write, and paths made from them."""

import functools
import os
import random
import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from lisanayn.disk import MemoryDisk, checked
from lisanayn.pages import urls
from lisanayn.parse.addresses import file_fault, path_fault
from lisanayn.problems import Severity
from lisanayn.text.slugs import slug_fault, slugify
from tests.build.builder import Builder, article

# C03 ---------------------------------------------------------------------------------------------

SPELLINGS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
    "&#0000106avascript:alert(1)", "javascript&#58;alert(1)", "javascript&#x3a;alert(1)", "\\javascript:alert(1)",
    "javascript\\:alert(1)", "java\\script:alert(1)", "javascript%3Aalert(1)", "%6Aavascript:alert(1)",
    "javascript\uff1aalert(1)", "ja\u200bvascript:alert(1)", "\u200bjavascript:alert(1)", "java\u00adscript:alert(1)",
    "\u00a0javascript:alert(1)", "\u3000javascript:alert(1)", "&nbsp;javascript:alert(1)", "&#1;javascript:alert(1)",
    "&#14;javascript:alert(1)", "&#32;javascript:alert(1)", "&ZeroWidthSpace;javascript:alert(1)",
    "ｊavascript:alert(1)", "javaſcript:alert(1)", "jav\u0430script:alert(1)", "vbscript:msgbox(1)", "livescript:x",
    "mocha:x", "data:text/html,x", "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,x", "DATA:,x",
    "data&colon;text/html,x", "blob:https://x.example/1", "filesystem:https://x.example/temporary/x",
    "file:///etc/passwd", "file:/etc/passwd", "view-source:https://x.example/", "view-source:javascript:alert(1)",
    "feed:javascript:alert(1)", "feed:https://x.example/", "jar:https://x.example/!/x", "about:blank",
    "intent:#Intent;end", "ms-msdt:/id", "ms-word:ofe|u|https://x.example/", "ms-settings:x", "search-ms:query=x",
    "chrome://settings", "resource://x", "ws://x.example/", "ftp://x.example/", "ssh://-oProxyCommand=x", "git://x",
    "//evil.example/x", "///evil.example/x", "\\\\evil.example/x", "/\\evil.example/x", "\\/evil.example/x",
    "/&#92;evil.example/x", "&sol;/evil.example/x", "/&Tab;/evil.example/x", "https:\\\\evil.example",
    "https:evil.example", "https:/evil.example", "http:///evil.example", "https://", "https://a\u061cb.example/",
    "x:y", "tel://x", "mailto:",
)  # fmt: skip

BODY = """
سطر أول.

[كلمة](ADDRESS) و[أخرى](<ADDRESS>) و[ثالثة][one] و[one] و<ADDRESS> وADDRESS ثم [رابعة](ADDRESS "عنوان").

![وصف](ADDRESS)

![وصف](<ADDRESS> "عنوان")

[![وصف](quay.svg)](ADDRESS)

| أ |
|---|
| [خلية](ADDRESS) |

نص[^1].

[^1]: [حاشية](ADDRESS)

[one]: ADDRESS
"""


@functools.cache
def linked() -> tuple[dict[str, bytes], list]:
    """A site of articles that hold each spelling wherever Markdown takes an address; (its files, its problems)."""
    site = Builder()
    settings = 'base_url = "https://two-shores.example/"\nshare_cards = false\nsearch = false\nfonts = "system"\n'
    site.write("content/site.toml", settings)
    for number, address in enumerate(SPELLINGS):
        text = article("عنوان", BODY.replace("ADDRESS", address.replace("|", "\\|")))
        site.write(f"content/n{number:02}/ar.md", text)
        site.write(f"content/n{number:02}/quay.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
    report = site.build()
    # A picture's name that leads elsewhere stops the build; the links must be seen too, so pictures go out again.
    errors = {problem.at.path for problem in report.problems if problem.severity is Severity.ERROR}
    for path in sorted(errors):
        site.write(path, "\n".join(line for line in site.site.read(path).decode().split("\n") if line[:2] != "!["))
    second = site.build()
    assert second.published, [one for one in second.problems if one.severity is Severity.ERROR]
    return dict(site.output.contents), [*report.problems, *second.problems]


ADDRESSES = ("href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href", "content", "ping", "cite")
SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.\-\t\r\n]*)(:|&colon;)", re.IGNORECASE)


@pytest.mark.parametrize("number", range(len(SPELLINGS)), ids=lambda n: ascii(SPELLINGS[n]))
def test_only_four_schemes_reach_a_page(number):
    """C03: in links of every form, pictures, references, autolinks, tables and notes; what a browser would make of the
    address counts, so tabs and line ends are taken out first."""
    page = linked()[0][f"ar/n{number:02}/index.html"]
    tree = LexborHTMLParser(page.decode())
    found = [
        (node.tag, node.attributes.get(name) or "")
        for node in tree.css("main *, head *")
        for name in ADDRESSES
        if name in node.attributes and not (name == "content" and not node.attributes.get("http-equiv"))
    ]
    assert found
    for tag, value in found:
        address = re.sub("[\t\r\n]", "", value).lstrip("".join(map(chr, range(33))))
        scheme = SCHEME.match(address)
        if tag != "meta":
            assert not scheme or scheme[1].lower() in ("http", "https", "mailto", "tel"), value
            assert not re.match(r"[/\\]{2}", address), value
            assert urlsplit(urljoin("https://two-shores.example/ar/n/", address)).hostname != "evil.example", value


def test_every_refused_address_has_a_warning_with_its_line():
    """C03: the words stay, the link does not, and the author is told where."""
    problems = linked()[1]
    for number, address in enumerate(SPELLINGS):
        path = f"content/n{number:02}/ar.md"
        told = [one for one in problems if one.at.path == path and one.code in ("link-refused", "picture-name")]
        assert told and all(one.at.line for one in told), address
        page = LexborHTMLParser(linked()[0][f"ar/n{number:02}/index.html"].decode())
        assert "كلمة" in page.css_first("main").text()


FIELDS = {
    "source_url": "content/quay/ar.md", "license": "content/quay/ar.md", "agency": "content/agencies.toml",
    "publisher": "content/site.toml", "base_url": "content/site.toml",
}  # fmt: skip
BAD = (
    "javascript:alert(1)", "//evil.example", "data:text/html,x", "https://a b/", 'https://x.example/"onclick="x',
    "https://x.example/\n_headers", "file:///etc/passwd", "https:\\\\evil.example", "java\tscript:alert(1)",
)  # fmt: skip


@pytest.mark.parametrize("address", BAD, ids=ascii)
@pytest.mark.parametrize("field", FIELDS)
def test_addresses_in_front_matter_and_tables_are_on_the_web_or_refused(field, address):
    """C03: in the front matter, the tables and the settings."""
    from lisanayn.problems import SettingsError

    site, quoted = Builder(), '"' + address.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    quoted = quoted.replace("\t", "\\t")
    text = {
        "agency": f'[[agency]]\nid = "own"\nar = "وكالة"\nen = "Agency"\nurl = {quoted}\n',
        "publisher": f'[publisher]\nname = "x"\nurl = {quoted}\n',
        "base_url": f"base_url = {quoted}\n",
    }.get(field, article("عنوان", "نص.").replace("license: CC BY 4.0", f"{field}: {quoted}"))
    site.write(FIELDS[field], text)
    try:
        report = site.build()
    except SettingsError as fault:
        assert fault.problems[0].at.path == FIELDS[field]
        return
    for path, data in site.output.contents.items():
        if path.endswith(".html"):
            tree = LexborHTMLParser(data.decode())
            for node in tree.css("[href], [src]"):
                value = node.attributes.get("href") or node.attributes.get("src") or ""
                assert not re.match(r"(javascript|data|file|java)|//|.*evil", value, re.IGNORECASE), (path, value)
                assert "onclick" not in node.attributes
    # A licence may be any words, only an address becomes a link; signs that end attributes are encoded in addresses.
    if field != "license" and not address.startswith("https://x.example/"):
        assert any(one.at.path == FIELDS[field] and one.at.line for one in report.problems)


# C07 ---------------------------------------------------------------------------------------------

OUTSIDE = ("../x", "..", ".", "/x", "//x", "a/../../x", "..%2fx", "%2e%2e/x", "..\\x", "a\\..\\x", "C:\\x", "C:x",
           "a\x00b", "~", "~root", "CON", "nul.txt", "aux", "com1", "x\u2215y", "x\u2044y", "x\uff0fy", "x\u29f8y",
           ".htaccess", ".env", "-rf", "a b", "a\nb", "a\u202eb", "a\u200bb", "x.", "x..", "$(x)", "`x`", "a;b", "a|b",
           "a?b", "a#b", "a*b", "<x>", "a:b", "a%00b", "index.html", "feed.xml", "tags", "404.html",
           "x" * 300)  # fmt: skip


def planted(lines: str, path: str = "content/quay/ar.md") -> Builder:
    site = Builder()
    text = article("عنوان", "نص قصير.").replace("license: CC BY 4.0", f"license: CC BY 4.0\n{lines}")
    site.write(path, text)
    return site


@pytest.mark.parametrize("slug", OUTSIDE, ids=ascii)
def test_a_slug_that_leads_elsewhere_is_an_error_with_its_line(slug):
    """C07, C11, C13: nothing is written, neither inside nor outside."""
    written = '"' + "".join(f"\\u{ord(one):04x}" if not one.isalnum() else one for one in slug) + '"'
    site = planted(f"slug: {written}\n")
    report = site.build()
    assert not report.published and [one for one in report.problems if one.severity is Severity.ERROR]
    assert site.output.contents == {}


ALIASES = tuple(one for one in OUTSIDE if not re.fullmatch(r"CON|nul\.txt|aux|com1|-rf|x\.+|~root|C:x|[$`].*|a;b", one))


@pytest.mark.parametrize("alias", ALIASES, ids=ascii)
def test_an_alias_that_leads_elsewhere_is_an_error(alias):
    """C07, C30: old addresses are paths of this site, or refused; what is accepted stays inside."""
    written = '"' + "".join(f"\\u{ord(one):04x}" if not one.isalnum() else one for one in alias) + '"'
    site = planted(f"aliases: [{written}]\n")
    report = site.build()
    inside(site.output)
    if report.published:
        assert re.search("[/\u2215\u2044\uff0f\u29f8~]", alias), alias


def inside(disk: MemoryDisk) -> None:
    for path in disk.contents:
        assert os.path.normpath(f"/root/{checked(path)}").startswith("/root/")


ALPHABET = "./\\~%2eC:\x00\u2215\uff0f\u202e\u200b -_aAبıİß\u0301\u064b?*#<>|\"'\n\r\t"


def test_ten_thousand_random_names_stay_inside():
    """C07: whatever is accepted as a slug, an alias, a picture's name, or made from a name, is a path inside the site
    that no rule of a host can read as two."""
    chance = random.Random(7)
    accepted = 0
    for _ in range(10_000):
        name = "".join(chance.choices(ALPHABET, k=chance.randint(0, 12)))
        paths = [urls.tag("ar", slugify(name, policy) or "x") for policy in ("latin", "keep")]
        paths += [urls.person("ar", slugify(name, "keep") or "x"), urls.series("ar", slugify(name, "keep") or "x")]
        paths.append(urls.picture(name, f"{name}.png", "0" * 16))
        if not slug_fault(name):
            accepted += 1
            paths += [urls.article("ar", name), urls.share_card(urls.article("ar", name), "0")]
        if not path_fault(name):
            accepted += 1
            paths.append(urls.page(name))
        if not file_fault(name):
            accepted += 1
            assert os.path.normpath(f"/root/{name}").startswith("/root/"), ascii(name)
        for path in paths:
            assert os.path.normpath(f"/root/{checked(path)}").startswith("/root/"), ascii(name)
            assert "\n" not in path and "\r" not in path
            assert re.fullmatch(r"[!-~]*", urls.short(path)), ascii(path)
    assert accepted > 500


def test_rules_of_hosts_have_three_fields_a_line_whatever_an_old_address_is():
    """C07, C30: content/addresses.tsv and aliases end up in _redirects, where a space or a line end would begin a rule
    of its own, ``*`` and ``:`` stand for anything, and a target could be another site."""
    old = ["ar/a b/", "ar/*/", "ar/:splat/", "ar/x https:/evil.example 301!/", "ar/a\u2028b/", "ar/a\u0085b/",
           "ar/a\u00a0b/", "ar/%0a/", "ar/<script>/", "//evil.example/", "https://evil.example/", "../../x/",
           "ar/x#y/", "ar/x?y/", "_headers", "_redirects", "ar/../../x", "/etc/passwd", "ar/quay/", "ar/\u202ex/",
           "service-worker.js", "robots.txt", "media/x", "ar/feed.xml", "ar/tags/x/", "a\\b"]  # fmt: skip
    site = Builder()
    site.write("content/site.toml", 'base_url = "https://two-shores.example/sub/"\nshare_cards = false\n')
    lines = "".join(f"quay\tar\t{path}\n" for path in old)
    site.write("content/addresses.tsv", lines)
    site.edit("content/quay/ar.md", "license:", "aliases: [/old/*/x, 'old:x']\nlicense:")
    report = site.build()
    if not report.published:
        site.edit("content/quay/ar.md", "aliases: [/old/*/x, 'old:x']\n", "")
        report = site.build()
    assert report.published, report.problems
    inside(site.output)
    rules = site.output.read("_redirects").decode()
    assert rules.endswith("\n") and len(rules.splitlines()) == rules.count("\n") > 3
    for rule in rules.split("\n")[:-1]:
        match = re.fullmatch(r"(/sub/[!-~]*) (/sub/[!-~]*) 301", rule)
        assert match and not set(match[1]) & set("*:"), rule
        assert match[2] == "/sub/ar/quay/"
        assert not unquote(match[1]).startswith(("/sub//", "//"))
    for path, data in site.output.contents.items():
        refresh = re.search(rb'http-equiv="refresh" content="0; url=([^"]*)"', data) if path.endswith(".html") else None
        if refresh:
            assert re.fullmatch(rb"(\.\./)+ar/quay/index\.html", refresh[1]), path


# C11, C13, C17 -----------------------------------------------------------------------------------


def test_a_folders_name_with_invisible_letters_makes_a_clean_address():
    """C11, C13: names come from the file system, so they are cleaned; the address is what a reader sees."""
    site = Builder()
    for name in ("ba\u200bzaar", "\u2066quay2\u2069", "so\ufeffap", "كتاب\u200cها"):
        site.write(f"content/{name}/ar.md", article("عنوان", "نص."))
    report = site.build()
    assert report.published, report.problems
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "".join(site.output.contents))
    assert {f"ar/{name}/index.html" for name in ("bazaar", "quay2", "soap")} <= set(site.output.contents)


SPOOFS = ["co\u202eal", "co\u202dal\u202c", "co\u2067al", "co\u2069al", "co\x1b[2Jal"]


@pytest.mark.parametrize("name", SPOOFS, ids=ascii)
def test_a_name_that_shows_as_another_is_an_error(name):
    """C11, C15: of a folder as of a file."""
    for path in (f"content/{name}/ar.md", f"content/{name}.ar.md"):
        site = Builder()
        site.write(path, article("عنوان", "نص."))
        report = site.build()
        assert [(one.code, one.at.path) for one in report.problems] == [("address-bad", path)]
        assert site.output.contents == {}


def test_text_keeps_its_form_and_addresses_have_one():
    """C17: a decomposed title is shown as it was written; address, tag and search are composed."""
    decomposed = "Cafe\u0301 au lait"
    site = Builder()
    site.write("content/site.toml", 'slugs = "keep"\nfonts = "system"\n')
    text = article("عنوان", f"نص فيه {decomposed} كلمة.", tags=f"[{decomposed}, café au lait]")
    site.write("content/cafe\u0301/ar.md", text)
    report = site.build()
    assert report.published, report.problems
    paths = "".join(site.output.contents)
    assert "e\u0301" not in paths and "ar/café/index.html" in site.output.contents
    assert decomposed in site.page("ar/café/index.html")
    assert "ar/tags/café-au-lait/index.html" in site.output.contents
    shards = "".join([data.decode() for path, data in site.output.contents.items() if path.startswith("search/w/")])
    assert "cafe" in shards and "e\u0301" not in shards

"""One site with one fault of every kind: each is found, and none twice.

The table says for every code of ``PROBLEM_CODES`` how its fault is planted, or why ``check`` cannot meet it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lisanayn.build.checking import check_site
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.session import build_once
from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import Problem
from tests.check.making import ARABIC, ENGLISH
from tests.test_hostile_files import photograph

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>'

ELSEWHERE = {
    "page-missing": "without a home hardly a page is right: tests/check/test_places.py",
    "settings-secret": "stops the reading of the settings: tests/test_settings.py",
    "content-missing": "stops the reading of the site: tests/test_cli.py",
    "content-empty": "stops a build, not a check: tests/build/test_engine.py",
    "path-twice": "of a build: tests/build/test_engine.py",
    "output-foreign": "of a build: tests/build/test_engine.py",
    "output-none": "needs a site that was never built: test_checking.py",
    "executor-bad": "of a build's options: tests/build",
    "cache-unusable": "of a build: tests/build/test_engine.py",
    "build-stopped": "of the preview: tests/serve",
    "fonts-absent": "of a build: tests/build/test_fonts.py",
    "fonts-characters": "of a build: tests/build/test_fonts.py",
    "icon-bad": "of a build: tests/build/test_icons.py",
    "import-line": "of the command import: tests/align/test_imports.py",
    "import-tmx": "of the command import: tests/align/test_imports.py",
    "import-encoding": "of the command import: tests/align/test_imports.py",
    "story-empty": "an article without text is source-empty in a site: tests/align/test_stories.py",
    "toml-syntax": "nothing else of the table is read then: test_a_table_that_is_no_toml",
}
"""Codes that a check of one site cannot meet, or not beside the others, and where they are tested."""


def text(head: str = "", body: str = "نص قصير هنا.", title: str = "عنوان", license: str = "license: CC0\n") -> str:
    """An original in Markdown."""
    return f"---\ntitle: {title}\ndate: 2026-11-02\n{head}{license}---\n\n{body}\n"


def wire(body: str, head: str = "title: خبر\n") -> str:
    """An agency's text."""
    return f"---\n{head}date: 2026-11-02\n---\n{body}\n"


LONG = "قال المتحدث باسم البلدية إن الجسر القديم سيفتح أمام السيارات في الربيع المقبل بعد أعمال طويلة."

ARTICLES: dict[str, str | bytes] = {
    "source-size": text() + "ن" * 2_500_000,
    "source-bytes": "---\ntitle: عنوان\n---\nنص ".encode() + b"\xd9\xd9\xff\xfe\x81" * 3,
    "source-encoding": text().encode("utf-16"),
    "source-empty": "",
    "source-control": text(body="نص\x01 قصير."),
    "source-bidi": text(body="نص \u2067قصير."),
    "source-marks": text(body="ن" + "\u0651\u064e" * 16),
    "header-open": "---\ntitle: عنوان\n\nنص قصير.\n",
    "header-size": text(f"summary: {'ن' * 40_000}\n"),
    "header-yaml": text("summary: [نص\n"),
    "header-alias": text("summary: &a نص\n"),
    "header-tag": text("summary: !!binary نص\n"),
    "header-depth": text("corrections: [[[[[[[[[[نص]]]]]]]]]]\n"),
    "header-twice": text("summary: نص\nsummary: آخر\n"),
    "header-key": text("sumary: نص\n"),
    "header-mark": text("\u200fsummary: نص\n"),
    "header-value": text("draft: ربما\n"),
    "header-comma": text("tags: [بحر، بر]\n"),
    "header-comment": text("summary: نص #وسم\n"),
    "header-date": text("updated: 2026-02-31\n"),
    "header-url": text("source_url: x.example\n"),
    "header-slug": text("slug: ../x\n"),
    "header-alias-path": text("aliases: [../x]\n"),
    "header-unused": text("blocks: {7: paragraph}\n"),
    "tags-many": text("tags: [" + ", ".join(f"وسم{n}س{n}" for n in range(101)) + "]\n"),
    "tag-twice": text("tags:\n  - صحراء\n  - صحراء\n"),
    "title-missing": "---\ndate: 2026-11-02\n---\n\nنص قصير.\n",
    "title-repeated": text(title="عنوان مكرر", body="# عنوان مكرر\n\nنص."),
    "markdown-html": text(body="نص <b>قصير</b>."),
    "markdown-deep": text(body=">" * 120 + " نص"),
    "markdown-mixed": text(body="> - نص\n> - آخر"),
    "link-refused": text(body="[نص](javascript:x)"),
    "picture-inline": text(body="نص ![وصف](a.svg) نص."),
    "picture-linked": text(body="[![وصف](a.svg)](https://x.example/)\nتعليق (رويترز)"),
    "picture-name": text(body="![وصف](../a.svg)"),
    "attribute-form": text(body="![وصف](a.svg){credit=رويترز license}\nتعليق (رويترز)"),
    "attribute-unknown": text(body='![وصف](a.svg){colour="x"}\nتعليق (رويترز)'),
    "language-tag": text(body='نص [قصير]{lang="x1y2z3"}.'),
    "heading-id": text(body="## أول {#x}\n\nنص.\n\n## ثان {#x}\n\nنص."),
    "box-form": text(body="::: !؟\nنص\n:::"),
    "box-open": text(body="::: note\nنص"),
    "note-missing": text(body="نص[^1]."),
    "note-unused": text(body="نص.\n\n[^1]: حاشية"),
    "note-twice": text(body="نص[^1].\n\n[^1]: حاشية\n\n[^1]: أخرى"),
    "table-size": text(body="|" + "أ|" * 201 + "\n|" + "-|" * 201 + "\n|" + "ب|" * 201),
    "table-row": text(body="| أ |\n|---|\n| ب | ج |"),
    "address-reserved": text("aliases: [/ar/tags/]\n"),
    "picture-missing": text(body="![وصف](lost.svg)\nتعليق (رويترز)"),
    "picture-bad": text(body="![وصف](bad.svg)\nتعليق (رويترز)"),
    "alt-missing": text(body="![](a.svg)\nتعليق (رويترز)"),
    "alt-is-caption": text(body="![تعليق](a.svg)\nتعليق (رويترز)"),
    "credit-missing": text(body="![وصف](a.svg)\nتعليق"),
    "punctuation-start": text("summary: '،نص'\n"),
    "punctuation-foreign": text(body="نص, وآخر."),
    "letter-foreign": text(body="نص یوم."),
    "punctuation-digits": text(body="بلغت 5٪ أمس."),
    "slug-mixed": text("slug: brеad\n"),
}  # fmt: skip
"""Code → the only article of its story, content/<code>/ar.md."""

WIRES = {
    "title-guessed": wire(LONG, ""),
    "credit-unknown": wire(f"{LONG}\n\nجسر قديم فوق نهر واسع في الصباح (مرصد غريب)\n\n{LONG}"),
    "wire-short-caption": wire(f"{LONG}\n\nآسيا الصغرى (الأناضول)\n\n{LONG}"),
    "wire-source-place": wire(f"{LONG}\n\nالمصدر: رويترز\n\n{LONG}\n\n{LONG}\n\n{LONG}"),
    "wire-trailer": wire(f"{LONG}\n\n{LONG}\n\nالمصدر: رويترز\n\nاقرأ أيضا"),
    "wire-override": wire(LONG, "title: خبر\nblocks: {99: paragraph}\n"),
    "wire-override-kind": wire(LONG, "title: خبر\nblocks: {6: poem}\n"),
    "wire-image": wire(LONG, "title: خبر\nimages: {6: {file: a.svg}}\n"),
}
"""Code → the only article of its story, content/<code>/ar.txt."""

EN = "---\ntitle: A title\ntranslator: Layan\ntranslation: human\n{more}---\n\n{body}\n"
TWO = text(body="الملح قديم. والبحر أقدم. والسماء أقدم منهما.")
TWO_EN = EN.format(more="", body="Salt is old. The sea is older. The sky is older than both.")
REVIEWED = "[p1 s1]\ns1 = 1 !\ns2 = 2 !\ns3 = 3 !\n"
IDS = "s1\tالملح قديم\ns2\tوالبحر اقدم\ns3\tوالسماء اقدم منهما\n"


Files = dict[str, str | bytes]


def two(align: str | bytes = REVIEWED, ids: str = "", english: str = TWO_EN, arabic: str = TWO) -> Files:
    """The files of a story in two languages."""
    files: Files = {"ar.md": arabic, "en.md": english, "en.align": align}
    return files | ({"ar.ids": ids} if ids else {})


STORIES: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "story-two-originals": ("en.md", two(
        english=EN.format(more="original: true\n", body="Salt."), arabic=text("original: true\n", "ملح."), align="")),
    "story-language-twice": ("ar.txt", {"ar.md": TWO, "ar.txt": wire(LONG)}),
    "story-no-original": ("en.md", {"en.md": EN.format(more="date: 2026-11-02\n", body="Salt is old.")}),
    "translation-key": ("en.md", two(english=TWO_EN.replace("translation:", "license: CC0\ntranslation:"))),
    "companion-encoding": ("en.align", two(align=REVIEWED.encode() + b"# \xff\n")),
    "companion-conflict": ("ar.ids", two(ids=IDS + "<<<<<<< HEAD\n")),
    "companion-alone": ("en.align", {"en.align": ""}),
    "ids-line": ("ar.ids", two(ids=IDS + "nothing\n")),
    "ids-twice": ("ar.ids", two(ids=IDS + "s3\tوالسماء اقدم منهما\n")),
    "ids-doubtful": ("ar.md", two(ids=IDS, arabic=TWO.replace("والسماء أقدم منهما", "والسماء أكبر منهما"), align="")),
    "sidecar-line": ("en.align", two(align=REVIEWED + "nothing\n")),
    "sidecar-id": ("en.align", two(align=REVIEWED + "s9 = 3\n")),
    "sidecar-number": ("en.align", two(align=REVIEWED.replace("s3 = 3", "s3 = 9"))),
    "sidecar-order": ("en.align", two(align="[p1 s1]\ns1 = 2 !\ns2 = 1 !\ns3 = 3 !\n")),
    "sidecar-missing": ("en.align", two(align="[p1 s1]\ns1 = 1 !\ns3 = 3 !\n")),
    "sidecar-stale": ("en.align", two(align=REVIEWED.replace("s2 = 2 !", "s2 = 2 !0000.0000"))),
    "sentences-untranslated": ("en.md", two(
        align="[p1 s1]\ns1 = 1 !\ns2 = 2 !\ns3 = - ?0.9\n",
        english=TWO_EN.replace(" The sky is older than both.", ""))),
    "alignment-unreviewed": ("en.md", two(align="[p1 s1]\ns1 = 1 ?0.5\ns2 = 2 ?0.5\ns3 = 3 ?0.5\n")),
    "person-names": ("en.md", {
        "ar.md": text("author: سلمى\n"), "en.md": EN.format(more="author: Salma\n", body="A text."),
        "../person-other/ar.md": text("author: سلمى\n", title="آخر"),
        "../person-other/en.md": EN.format(more="author: Selma\n", body="A text.")}),
}  # fmt: skip
"""Code → the file of its story that the fault is in, and the story's files."""

SITE: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "toml-key": ("content/tags.toml", {"content/tags.toml": (
        '[[tag]]\nid = "sea"\nar = "بحار"\nen = "Seas"\ncolour = "x"\n\n[[tag]]\nid = "salt"\nar = "أملاح"\n'
        'aliases = ["ملوحات"]\nen = "Salts"\n')}),
    "toml-value": ("content/agencies.toml", {"content/agencies.toml": (
        '[[agency]]\nid = "one"\nar = "وكالة أولى"\nen = "First"\nurl = "x"\n\n'
        '[[agency]]\nid = "two"\nar = "وكالة ثانية"\nen = "Second"\n')}),
    "toml-twice": ("content/people.toml", {"content/people.toml": (
        '[[person]]\nid = "one"\nar = "خالد"\nen = "Khaled"\n\n[[person]]\nid = "one"\nar = "رامي"\nen = "Rami"\n')}),
    "address-line": ("content/addresses.tsv", {
        "content/addresses.tsv": "salt\tar\nsalt\tar\tar/salt/\nlost\tar\tar/lost/\n"}),
    "address-lost": ("content/addresses.tsv", {}),
    "address-twice": ("content/twice-b/ar.md", {
        "content/twice-a/ar.md": text("slug: equal\n", title="أول"),
        "content/twice-b/ar.md": text("slug: equal\n", title="ثان")}),
    "address-bad": ("content/bad\u202ename/ar.md", {"content/bad\u202ename/ar.md": text()}),
    "slug-alike": ("content/alike-b/en.md", {
        "content/alike-a/ar.md": text("slug: Alike\n", title="أول"),
        "content/alike-b/en.md": text("slug: alike\noriginal: true\n", "A text.", title="Second")}),
    "slug-twice": ("content/two/same/ar.md", {
        "content/one/same/ar.md": text(title="أول"), "content/two/same/ar.md": text(title="ثان")}),
    "tag-spelling": ("content/spelled-a/ar.md", {
        "content/spelled-a/ar.md": text("tags: [Desert]\n", title="أول"),
        "content/spelled-b/ar.md": text("tags: [desert]\n", title="ثان")}),
    "tag-address-twice": ("content/tagged-a/ar.md", {
        "content/tagged-a/ar.md": text("tags: [C]\n", title="أول"),
        "content/tagged-b/ar.md": text("tags: [C++]\n", title="ثان")}),
    "tag-close": ("content/close-a/ar.md", {
        "content/close-a/ar.md": text("tags: [الأندلس]\n", title="أول"),
        "content/close-b/ar.md": text("tags: [الأندلسن]\n", title="ثان")}),
    "series-part-twice": ("content/part-a/ar.md", {
        "content/part-a/ar.md": text("series: سلسلة\npart: 1\n", title="أول"),
        "content/part-b/ar.md": text("series: سلسلة\npart: 1\n", title="ثان")}),
    "name-address-twice": ("content/named-a/ar.md", {
        "content/named-a/ar.md": text("author: Réne\n", title="أول"),
        "content/named-b/ar.md": text("author: Rene!\n", title="ثان")}),
    "file-language": ("content/x/xx.md", {"content/x/xx.md": text()}),
    "file-unknown": ("content/x/x.bin", {"content/x/x.bin": "x"}),
    "file-hidden": ("static/.hidden", {"static/.hidden": "x"}),
    "secret-file": ("static/server.key", {"static/server.key": "x"}),
    "secret-text": ("static/app.js", {"static/app.js": "let key = 'AKIAABCDEFGHIJKLMNOP'"}),
    "picture-unused": ("content/salt/old.svg", {"content/salt/old.svg": SVG}),
    "picture-place": ("content/place/a.jpg", {
        "content/place/ar.md": text(body="![وصف](a.jpg)\nتعليق (رويترز)"), "content/place/a.jpg": photograph()}),
    "picture-license": ("content/license/ar.md", {
        "content/license/ar.md": text(body="![وصف](a.svg)\nتعليق (رويترز)", license=""), "content/license/a.svg": SVG}),
    "translation-missing": ("content/alone/ar.md", {"content/alone/ar.md": text()}),
    "css-foreign": ("static/a.css", {"static/a.css": "p { background: url(https://x.example/a.png) }"}),
    "css-spacing": ("static/b.css", {"static/b.css": "p { letter-spacing: 1px }"}),
    "css-slant": ("static/f.css", {"static/f.css": "p { font-style: italic }"}),
    "css-direction": ("static/g.css", {"static/g.css": "p { direction: rtl }"}),
    "css-justify": ("static/c.css", {"static/c.css": "p { text-align: justify }"}),
    "css-off-page": ("static/d.css", {"static/d.css": "p { text-indent: -9999px }"}),
    "css-side": ("static/e.css", {"static/e.css": "p { margin-left: 1px }"}),
}  # fmt: skip
"""Code → where the fault is, and the files that hold it."""

AR, EN_PAGE, HOME = "ar/salt/index.html", "en/salt/index.html", "ar/index.html"
END = "</main>"
PAGES: dict[str, tuple[str, str, str]] = {
    "bidi-control": (AR, END, "<p>نص\u200f آخر</p></main>"),
    "bidi-dir-missing": (AR, END, '<p lang="en">text</p></main>'),
    "bidi-unmarked": (AR, END, "<p>a whole line of words</p></main>"),
    "bidi-attribute": (AR, END, '<p title="a whole line">نص</p></main>'),
    "bidi-arrow": (AR, END, '<a href="#main">إلى ←</a></main>'),
    "markup-in-title": ("ar/tags/index.html", "</title>", " &lt;b&gt;نص&lt;/b&gt;</title>"),
    "html-charset": ("ar/series/index.html", '<meta charset="utf-8">', ""),
    "html-lang": ("ar/people/index.html", ' dir="rtl"', ' dir="ltr"'),
    "html-title": ("ar/credits/index.html", r"<title>[^<]*", "<title>"),
    "html-title-direction": ("ar/coverage/index.html", "<title>", "<title>Text "),
    "html-id": (AR, END, '<p id="a b">نص</p></main>'),
    "html-id-twice": (AR, END, '<p id="main">نص</p></main>'),
    "html-attribute-twice": (AR, END, '<p class="a" class="b">نص</p></main>'),
    "html-nesting": ("ar/archive/index.html", END, "<div>نص</main>"),
    "html-inline": (AR, END, '<p style="color:red">نص</p></main>'),
    "html-h1": ("en/tags/index.html", END, "<h1>A second</h1></main>"),
    "html-landmark": ("en/people/index.html", "</footer>", "<nav><ul><li>x</li></ul></nav></footer>"),
    "html-parent": (AR, END, "<ul><p>نص</p></ul></main>"),
    "html-interactive": (AR, END, '<a href="#main"><button type="button">نص</button></a></main>'),
    "html-obsolete": (AR, END, "<big>نص</big></main>"),
    "html-reference": (AR, END, '<p aria-describedby="lost">نص</p></main>'),
    "html-alt": (AR, END, '<img src="../../static/icon.svg" width="1" height="1"></main>'),
    "html-size": (AR, END, '<img src="../../static/icon.svg" alt=""></main>'),
    "html-heading-level": ("en/series/index.html", END, "<h4>Too deep</h4></main>"),
    "html-skip": ("en/credits/index.html", '<a class="skip" href="#main">', '<a class="skip" href="../index.html">'),
    "head-locale": (AR, 'property="og:locale" content="ar_', 'property="og:locale" content="arabic_'),
    "head-language": (EN_PAGE, '"inLanguage":"en"', '"inLanguage":"ar"'),
    "head-alternates": ("en/coverage/index.html", 'hreflang="x-default" href="https', 'hreflang="en" href="https'),
    "head-canonical": ("en/series/index.html", '<link rel="canonical"', '<link rel="was-canonical"'),
    "head-one-way": (
        "en/tags/index.html", 'hreflang="ar" href="', 'hreflang="ar" href="https://two-shores.example/lost/" data-x="'),
    "letter-shape": (AR, END, "<p>\ufe8e\ufedf\ufe92\ufea4\ufeae</p></main>"),
    "digits-mixed": (AR, END, '<time datetime="2026-01-01">١ 1</time></main>'),
    "time-datetime": (AR, END, '<time datetime="yesterday">أمس</time></main>'),
    "table-scope": (AR, END, "<table><tr><th>نص</th></tr></table></main>"),
    "code-dir": (AR, END, "<pre>x</pre></main>"),
    "input-dir": (AR, END, '<input type="email" aria-label="بريد"></main>'),
    "switch-lang": ("en/search/index.html", 'data-switch lang="ar"', "data-switch"),
    "switch-flag": (HOME, END, '<a href="#main">\U0001f1f8\U0001f1fe</a></main>'),
    "switch-astray": (
        "en/archive/index.html", 'hreflang="ar" href="../../ar/archive/', 'hreflang="ar" href="../../en/archive/'),
    "feed-lang": ("ar/feed.xml", ' xml:lang="ar">', ">"),
    "feed-address": ("en/feed.xml", 'rel="self"', 'rel="related" type="x/y" href="../x"/><link rel="self"'),
    "link-missing": (AR, END, '<a href="../lost/">نص</a></main>'),
    "link-anchor": (AR, END, '<a href="#lost">نص</a></main>'),
    "link-outside": (AR, END, '<a href="../../../x">نص</a></main>'),
    "link-rooted": (AR, END, '<a href="/sub/ar/index.html">نص</a></main>'),
    "link-scheme": (AR, END, '<a href="ftp://x.example/">نص</a></main>'),
    "link-foreign": (AR, END, '<img src="https://x.example/a.png" alt="" width="1" height="1"></main>'),
    "json-broken": ("site.json", "{", "{{"),
    "json-markup": ("ar/salt/index.html", '"headline":"', '"headline":"\\u003cbdi\\u003e'),
    "sitemap-differs": ("sitemap.xml", "ar/coverage/</loc>", "ar/nothing/</loc>"),
}  # fmt: skip
"""Code → a built page, and what a faulty theme would have written in it in place of what."""

NEW = {
    "path-form": ("static/" + "x" * 161 + ".txt", "x"),
    "xml-broken": ("broken.xml", "<feed>"),
    "not-found-languages": ("404.html", (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>لا صفحة</title></head>'
        '<body><main><h1>لا صفحة هنا</h1></main></body></html>')),
}
"""Code → a file that a faulty theme would have added."""

BY_HAND = {"output-missing": "robots.txt", "output-changed": "manifest.webmanifest"}

ALSO = {
    ("attribute-form", "picture-inline"),  # braces that are no attributes are words beside the picture
    ("sidecar-number", "sidecar-missing"),  # a line that cannot be used leaves its sentences without one
    ("sidecar-order", "sidecar-missing"),
    ("head-one-way", "switch-astray"),  # the switch and the head name one page, or one of them is wrong
}
"""(code, another that its fault brings with it)."""


def write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good site, built."""
    site = tmp_path_factory.mktemp("planted")
    settings = (
        'title = {ar = "ضفتان", en = "Two Shores"}\nbase_url = "https://two-shores.example/sub/"\nshare_cards = false\n'
    )
    write(site / "content/site.toml", settings)
    write(site / "content/salt/ar.md", ARABIC)
    write(site / "content/salt/en.md", ENGLISH.replace("title: Sea salt", "title: Sea salt\ntranslator: Layan"))
    write(site / "content/salt/pan.svg", SVG)
    assert build_once(str(site), now=NOW).published
    return site


@pytest.fixture(scope="module")
def found(built: Path) -> tuple[list[Problem], list[tuple[str, str]]]:
    """(what check says of the site after all faults were planted, what was planted: code and path)."""
    before = check_site(str(built), None, NOW)
    planted = [*plant_sources(built), *plant_pages(built / "output")]
    return [problem for problem in check_site(str(built), None, NOW) if problem not in before], planted


def plant_sources(site: Path) -> list[tuple[str, str]]:
    planted = []
    for kind, table in (("md", ARTICLES), ("txt", WIRES)):
        for code, data in table.items():
            write(site / f"content/{code}/ar.{kind}", data)
            write(site / f"content/{code}/a.svg", SVG)
            planted.append((code, f"content/{code}/ar.{kind}"))
    write(site / "content/picture-bad/bad.svg", "<svg>")
    for code, (name, files) in STORIES.items():
        planted.append((code, f"content/{code}/{name}"))
        for path, data in files.items():
            write(site / f"content/{code}/{path}", data)
    for code, (path, files) in SITE.items():
        planted.append((code, path))
        for name, data in files.items():
            write(site / name, data)
    (site / "content/salt/link.svg").symlink_to("pan.svg")
    return [*planted, ("link-ignored", "content/salt/link.svg")]


def plant_pages(output: Path) -> list[tuple[str, str]]:
    planted = [(code, f"output/{path}") for code, path in BY_HAND.items()]
    changed = set()
    for code, (path, old, new) in PAGES.items():
        page = (output / path).read_text("utf-8")
        old = old if code == "html-title" else re.escape(old)
        assert re.search(old, page), (code, path)
        (output / path).write_text(re.sub(old, new.replace("\\", r"\\"), page, count=1), "utf-8")
        changed.add(path)
        planted.append((code, f"output/{path}"))
    for code, (path, data) in NEW.items():
        write(output / path, data)
        changed.add(path)
        planted.append((code, f"output/{path}"))
    manifest = json.loads((output / ".lisanayn.json").read_text("utf-8"))
    manifest["files"] |= {path: digest_bytes((output / path).read_bytes()) for path in changed}
    (output / ".lisanayn.json").write_text(json.dumps(manifest), "utf-8")
    (output / BY_HAND["output-missing"]).unlink()
    with (output / BY_HAND["output-changed"]).open("a") as file:
        file.write("\n")
    return planted


def test_the_table_names_every_code():
    tables = (ARTICLES, WIRES, STORIES, SITE, PAGES, NEW, BY_HAND, ELSEWHERE)
    named = Counter([code for table in tables for code in table] + ["link-ignored"])
    assert named == Counter(PROBLEM_CODES.keys())


def test_every_planted_fault_is_found(found: tuple[list[Problem], list[tuple[str, str]]]):
    problems, planted = found
    told = {(problem.code, problem.at.path) for problem in problems}
    assert [fault for fault in planted if fault not in told] == []


def test_nothing_is_found_twice_or_where_nothing_was_planted(found: tuple[list[Problem], list[tuple[str, str]]]):
    problems, planted = found
    also = {(other, path) for code, path in planted for first, other in ALSO if code == first}
    alone = {f"content/{code}/ar.{kind}" for kind, table in (("md", ARTICLES), ("txt", WIRES)) for code in table}
    spare = {f"content/{code}/a.svg" for code in (*ARTICLES, *WIRES)}
    rest = Counter((problem.code, problem.at.path) for problem in problems) - Counter(planted)
    odd = {
        (code, path): number
        for (code, path), number in rest.items()
        if (code, path) not in also
        and not (code == "translation-missing" and number == 1)  # all but two stories are in one language
        and not (code == "picture-unused" and path in spare)
        and code != "sitemap-differs"  # heads that say something else than before differ from it, too
    }
    assert odd == {} and alone

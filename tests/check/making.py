"""Stories and pages for the checks, made from a few words."""

from __future__ import annotations

from lisanayn.align import NO_EVIDENCE, make_story
from lisanayn.check import BuiltFile, Ground, check_built, check_story
from lisanayn.model.agency import agency_table
from lisanayn.model.article import Source
from lisanayn.model.story import Story
from lisanayn.parse import parse_source
from lisanayn.problems import Problem

GROUND = Ground(("ar", "en"), license="CC-BY-4.0", base_url="https://two-shores.example/sub/")

ARABIC = """---
title: ملح البحر
date: 2026-11-01
license: CC-BY-4.0
---

الملح قديم. والبحر أقدم.

![كومة من الملح](pan.svg)
ملاحة في آخر النهار (رويترز)
"""

ENGLISH = """---
title: Sea salt
---

Salt is old. The sea is older.

![A heap of salt](pan.svg)
A salt pan at the end of the day (Reuters)
"""

PAGE = """<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>\u200f\u2068ملح البحر\u2069 · \u2068Two Shores\u2069</title>
<link rel="canonical" href="https://two-shores.example/sub/ar/salt/">
<link rel="stylesheet" href="../../static/style.css">
<script type="application/ld+json">{"headline": "ملح"}</script>
</head>
<body>
<a href="#main">إلى النص</a><header><nav aria-label="القائمة"><a href="../index.html">الأحدث</a></nav></header>
<main id="main">
<h1>ملح البحر</h1>
<p id="s1">قالت <bdi dir="ltr">BBC</bdi> إن الملح قديم، <span lang="en" dir="ltr">old indeed</span>.
<p id="s2">ثم صمتت.
<ul><li>واحد<li>اثنان</ul>
<a href="#s1">إلى الأول</a> <a href="../../en/salt/#s1" lang="en" dir="ltr">English</a>
<img src="../../media/pan.svg" alt="ملاحة" width="2" height="1">
<button type="button" aria-label="أغلق"><svg viewBox="0 0 2 2"><path d="M0 0"/></svg></button>
<pre dir='ltr'>x → y</pre>
</main>
</body>
</html>
"""
"""A page with nothing wrong in it."""


def story(arabic: str = ARABIC, english: str = ENGLISH) -> Story:
    """The story of two Markdown texts; an empty one is left out."""
    table = agency_table(())
    texts = [("ar", arabic), ("en", english)]
    articles = [
        parse_source(Source(f"content/salt/{lang}.md", "salt", lang, "markdown", text.encode()), table).article
        for lang, text in texts
        if text
    ]
    made, _ = make_story(articles, (), ("ar", "en"), NO_EVIDENCE)
    assert made
    return made


def of_story(arabic: str = ARABIC, english: str = ENGLISH, ground: Ground = GROUND) -> list[Problem]:
    """What the checks say of the story of two texts."""
    return check_story(story(arabic, english), ground)


def of_page(page: str | bytes, path: str = "ar/salt/index.html") -> list[Problem]:
    """What the checks say of one built file."""
    data = page.encode() if isinstance(page, str) else page
    return check_built(BuiltFile(path, data), GROUND)[0]


def replaced(text: str, old: str, new: str) -> str:
    """The text with a fault planted in it: ``old`` stands in it exactly once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)

"""``new``: an article folder to fill in, or a whole site that builds."""

from __future__ import annotations

import os

from lisanayn.build.session import open_site, read_settings
from lisanayn.disk import RealDisk
from lisanayn.problems import RefusedPath, printable
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.slugs import slug_fault

SITE_TOML = """\
# Every key is optional; README.md of lisanayn lists them all.
title = { ar = "لسانان", en = "Two Tongues" }
tagline = { ar = "نصوص وترجماتها، جملةً بجملة", en = "Texts and their translations, sentence by sentence" }
languages = ["ar", "en"]
# base_url = "https://example.org/"   # where the site will stand; gives full addresses to search engines
"""

TAGS_TOML = """\
# One record a topic; articles name its id, either name, or an alias.
[[tag]]
id = "beginnings"
ar = "بدايات"
en = "Beginnings"
aliases = []
"""

WELCOME = {
    "ar": """\
---
title: أول مقال
date: 2026-01-01
author: اسم الكاتب
tags: [beginnings]
summary: سطر واحد يقدّم المقال للقارئ.
license: CC BY 4.0
---

هذا مقال أول تستطيع أن تكتب فوقه. كل جملة هنا تقابلها جملة في الترجمة، في الموضع نفسه من الملف الآخر.

## عنوان فرعي

اكتب النص الأصلي في `ar.md` والترجمة في `en.md`، ثم شغّل الأمر `lisanayn serve` لترى الصفحة وهي تتغيّر مع كل حفظ.
""",
    "en": """\
---
title: A first article
summary: One line that introduces the article to its reader.
translator: Name of the translator
translation: human
---

This is a first article for you to write over. Each sentence here faces a sentence of the original, at the same
place in the other file.

## A subheading

Write the original in `ar.md` and the translation in `en.md`, then run `lisanayn serve` and see the page change
with every save.
""",
}

ARTICLE = {
    True: "---\ntitle: \ndate: \nauthor: \ntags: []\nsummary: \n---\n\n",
    False: "---\ntitle: \nsummary: \ntranslator: \ntranslation: human\n---\n\n",
}


def new_site(folder: str) -> list[str]:
    """Makes a site that builds in an empty or new folder; returns what to say. Raises RefusedPath."""
    if os.path.isdir(folder) and os.listdir(folder):
        raise RefusedPath(f"{printable(folder)}: the folder is not empty; name a new one")
    disk = RealDisk(folder)
    files = {
        "content/site.toml": SITE_TOML,
        "content/tags.toml": TAGS_TOML,
        ".gitignore": "/output/\n/.lisanayn/\n",
        **{f"content/first/{lang}.md": text for lang, text in WELCOME.items()},
    }
    for path, text in files.items():
        disk.write(path, text.encode())
    name = printable(folder)
    return [
        f"A site stands in {name}: two languages, one article.",
        f"See it:    lisanayn serve --site {name} --open",
        f"Build it:  lisanayn build --site {name}",
    ]


def new_article(site: str, slug: str) -> list[str]:
    """Makes the files of one article, a language each; returns what to say. Raises RefusedPath."""
    disk = open_site(site)
    settings = read_settings(disk)
    fault = slug_fault(slug)
    if fault:
        raise RefusedPath(f"{printable(slug)!r} cannot be an article's name: {fault}")
    paths = {lang: f"content/{slug}/{lang}.md" for lang in settings.languages}
    there = [path for path in paths.values() if disk.exists(path)]
    if there:
        raise RefusedPath(f"{there[0]} is there already; name another article")
    for lang, path in paths.items():
        disk.write(path, ARTICLE[lang == settings.languages[0]].encode())
    return [f"{path}: {LANGUAGES[lang].name}" for lang, path in paths.items()]

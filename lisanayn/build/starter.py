"""``new``: an article folder to fill in, or a whole site that builds."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from datetime import date

from lisanayn.build.session import open_site, read_settings
from lisanayn.build.starter_texts import WELCOME
from lisanayn.disk import RealDisk
from lisanayn.problems import RefusedPath, printable
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.slugs import slug_fault

SITE_TOML = """\
# Every key is optional; README.md of lisanayn lists them all.
title = {{ {title} }}
tagline = {{ {tagline} }}
languages = [{languages}]
# base_url = "https://example.org/"   # where the site will stand: gives feeds, a sitemap and full addresses
"""

TAGS_TOML = """\
# One record a topic; articles name its id, either name, or an alias.
[[tag]]
id = "beginnings"
{names}
aliases = []
"""

ARTICLE = {
    True: "---\ntitle: \ndate: \nauthor: \ntags: []\nsummary: \n---\n\n",
    False: "---\ntitle: \nsummary: \ntranslator: \ntranslation: human\n---\n\n",
}


def new_site(folder: str, languages: Sequence[str], day: date, program: str = "lisanayn") -> list[str]:
    """Makes a site in two or more languages that builds, in an empty or new folder; returns what to say, in its first
    language. ``day`` dates its article; ``program`` is how this program is called. Raises RefusedPath."""
    for code in languages:
        if code not in LANGUAGES:
            raise RefusedPath(f"{printable(code)!r} is not a language of the table ({', '.join(sorted(LANGUAGES))})")
    if len(languages) < 2 or len(set(languages)) < len(languages):
        raise RefusedPath("a site has two or more languages, each once: --langs ar,en")
    if os.path.isdir(folder) and os.listdir(folder):
        raise RefusedPath(f"{printable(folder)}: the folder is not empty; name a new one")
    disk = RealDisk(folder)
    for path, text in _site_files(languages, day).items():
        disk.write(path, text.encode())
    name = printable(folder)
    words = shlex.quote(name)
    return [
        WELCOME[languages[0]].next.format(site=name),
        "",
        f"    {program} serve --site {words} --open",
        f"    {program} build --site {words}",
    ]


def _site_files(languages: Sequence[str], day: date) -> dict[str, str]:
    first, words = languages[0], {code: WELCOME[code] for code in languages}
    settings = SITE_TOML.format(
        title=", ".join(f'{code} = "{one.name}"' for code, one in words.items()),
        tagline=", ".join(f'{code} = "{one.tagline}"' for code, one in words.items()),
        languages=", ".join(f'"{code}"' for code in languages),
    )
    names = {"original": f"{first}.md", "translation": f"{languages[1]}.md"}
    articles = {}
    for code, one in words.items():
        original = f"date: {day.isoformat()}\nauthor: {one.author}\ntags: [beginnings]\nlicense: CC BY 4.0"
        more = original if code == first else f"translator: {one.author}\ntranslation: human"
        head = f"---\ntitle: {one.title}\nsummary: {one.summary}\n{more}\n---\n\n"
        articles[f"content/first/{code}.md"] = head + one.text.format(**names)
    return {
        "content/site.toml": settings,
        "content/tags.toml": TAGS_TOML.format(names="\n".join(f'{c} = "{one.topic}"' for c, one in words.items())),
        ".gitignore": "/output/\n/.lisanayn/\n",
        **articles,
    }


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

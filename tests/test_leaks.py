"""Nothing of what is not released yet, or not any more, is in any byte of any file of the site, or in any path.

By language: a translation can be a draft while its original is published. Every text that is hidden has a word of its
own in every field and block there is.
"""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from tests.build.builder import NOW, Builder

HIDDEN = {
    "draft": "draft: true",
    "future": "publish_at: 2026-04-01T06:00:00Z",
    "expired": "expires: 2026-03-01",
}
LATER = datetime(2026, 4, 2, tzinfo=UTC)
EARLIER = datetime(2026, 2, 1, tzinfo=UTC)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><title>{word}</title></svg>'

ORIGINAL = """---
title: عنوان {word}
summary: خلاصة {word}
date: 2026-02-20
author: كاتب {word}
tags: [{word}tag]
series: سلسلة {word}
sources: [مصدر {word}]
license: رخصة {word}
aliases: [/{word}old/, {word}slug]
cover: {word}.svg
corrections:
  - date: 2026-02-21
    text: تصحيح {word}
{state}
---
نص {word}. جملة ثانية {word}.

## عنوان {word}

![وصف {word}]({word}.svg)
تعليق {word} (وكالة {word})

> قول {word}
> — قائل {word}

| أ | ب |
|---|---|
| {word} | 2 |

حاشية[^1].

[^1]: {word}
"""

TRANSLATION = """---
title: Title {word}
summary: Summary {word}
translator: Translator {word}
translation: human
reviewer: Reviewer {word}
slug: {word}-en
{state}
---
Text {word}. A second sentence {word}.

## Heading {word}
"""


def word(kind, lang):
    """A word that stands in one hidden text and nowhere else."""
    return f"zq{kind}{lang}qz"


def site():
    """A story that is hidden as a whole, and one whose translation alone is, for each way of being hidden."""
    builder = Builder()
    settings = 'base_url = "https://x.example/"\ntitle = { ar = "ضفتان" }\noffline = true\ndownload = true\n'
    builder.write("content/site.toml", settings)
    for kind, state in HIDDEN.items():
        whole, half = f"content/{kind}-whole", f"content/{kind}-half"
        own, other, alone = word(kind, "ar"), word(kind, "en"), word(kind, "alone")
        builder.write(f"{whole}/ar.md", ORIGINAL.format(word=own, state=state))
        builder.write(f"{whole}/en.md", TRANSLATION.format(word=other, state=""))
        builder.write(f"{whole}/{own}.svg", SVG.format(word=own))
        shown = ORIGINAL.format(word=f"shown{kind}", state="")
        builder.write(f"{half}/ar.md", shown)
        builder.write(f"{half}/shown{kind}.svg", SVG.format(word="x"))
        builder.write(f"{half}/en.md", TRANSLATION.format(word=alone, state=state))
    return builder


WORDS = {kind: [word(kind, lang) for lang in ("ar", "en", "alone")] for kind in HIDDEN}


def leaks(builder):
    """(word, path) of every hidden word that stands in a file, or in its name."""
    found = []
    for path, data in builder.output.contents.items():
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = b"".join([name.encode() + archive.read(name) for name in archive.namelist()])
        text = path.encode() + b" " + data
        found += [(one, path) for words in WORDS.values() for one in words if one.encode() in text.lower()]
    return found


def test_the_words_would_be_seen():
    builder = site()
    report = builder.build(drafts=True)
    assert report.published, report.problems
    seen = {one for one, _ in leaks(builder)}
    assert seen == {one for words in WORDS.values() for one in words}
    assert {path.rpartition(".")[2] for _, path in leaks(builder)} >= {"html", "xml", "json", "svg"}


def test_nothing_hidden_is_in_any_file():
    builder = site()
    report = builder.build()
    assert report.published, report.problems
    assert leaks(builder) == []
    assert "ar/draft-half/index.html" in builder.output.contents


def test_nothing_stays_of_a_build_that_showed_everything():
    builder = site()
    builder.build(drafts=True)
    assert leaks(builder) != []
    builder.build()
    assert leaks(builder) == []


@pytest.mark.parametrize(("now", "shown"), [(LATER, "future"), (EARLIER, "expired")])
def test_the_time_of_the_build_decides(now, shown):
    builder = site()
    builder.build(now=now)
    assert {one for one, _ in leaks(builder)} == set(WORDS[shown])
    builder.build(now=NOW)
    assert leaks(builder) == []

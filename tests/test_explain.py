"""What ``explain`` says of a source."""

from __future__ import annotations

import json

from lisanayn.explain import explain_json, explain_text
from lisanayn.model.agency import agency_table
from lisanayn.model.article import Article, Header, Parsed, Source
from lisanayn.model.blocks import Figure, Rule, Table
from lisanayn.model.inline import from_plain
from lisanayn.parse import parse_source
from lisanayn.problems import Location, warning
from lisanayn.text.languages import LANGUAGES

ARABIC = LANGUAGES["ar"]
TEXT = """---
title: الجسر الجديد
sources: [رويترز, وكالة الضفاف]
---
افتتح الجسر الجديد صباح اليوم أمام المركبات بعد ثلاث سنوات. وقال الوزير إنه سيخفف الازدحام.

الجسر الجديد عند الفجر (رويترز-أرشيف)

مراحل العمل
بدأت الأعمال قبل ثلاث سنوات وتوقفت عاما كاملا بسبب نقص التمويل، ثم استؤنفت:

- حفر الأساسات. صب الأعمدة
- تعبيد الطريق

المصدر : الجزيرة + رويترز
حول هذه القصة
"""


def parsed(text: str = TEXT, path: str = "content/bridge.ar.txt") -> Parsed:
    return parse_source(Source(path, "bridge", "ar", "wire", text.encode()), agency_table(()))


def test_the_json_object() -> None:
    told = explain_json(parsed(), ARABIC)
    assert json.loads(json.dumps(told)) == told, "nothing in it but what JSON has"
    assert list(told)[:6] == ["path", "lang", "title", "problems", "sources", "blocks"]
    assert (told["path"], told["lang"], told["title"]) == ("content/bridge.ar.txt", "ar", "الجسر الجديد")
    assert told["sources"] == ["الجزيرة", "رويترز", "وكالة الضفاف"]
    blocks = told["blocks"]
    assert isinstance(blocks, list)
    assert [(block["kind"], block["line"]) for block in blocks] == [
        ("paragraph", 5),
        ("figure", 7),
        ("heading", 9),
        ("paragraph", 10),
        ("list", 12),
        ("list", 13),
        ("source", 15),
    ]
    keys = ["kind", "line", "text", "caption", "credit", "qualifier", "image", "sentences", "reason"]
    assert all(list(block) == keys for block in blocks)
    assert blocks[0]["sentences"] == [
        "افتتح الجسر الجديد صباح اليوم أمام المركبات بعد ثلاث سنوات.",
        "وقال الوزير إنه سيخفف الازدحام.",
    ]
    figure = blocks[1]
    assert (figure["caption"], figure["credit"], figure["qualifier"]) == ("الجسر الجديد عند الفجر", "رويترز", "أرشيف")
    assert (figure["image"], figure["sentences"]) == (None, [])
    assert blocks[2]["text"] == "مراحل العمل" and blocks[2]["sentences"] == []
    assert blocks[4]["sentences"] == ["حفر الأساسات.", "صب الأعمدة"]
    assert told["asides"] == [{"line": 16, "text": "حول هذه القصة", "reason": "after the end of the article"}]
    assert told["problems"] == [
        {
            "severity": "note",
            "code": "wire-trailer",
            "message": "line 16 after the end of the article, from «حول هذه القصة», kept out of the page",
            "path": "content/bridge.ar.txt",
            "line": 16,
            "hint": "what belongs to the article is kept by the front matter: blocks: {16: paragraph}",
        }
    ]


def test_joined_lines_show_as_spaces_and_may_be_the_sentences() -> None:
    text = "---\ntitle: ط\nsentences: lines\n---\nالجملة الأولى من النص\nالجملة الثانية من النص\n"
    blocks = explain_json(parsed(text), ARABIC)["blocks"]
    assert isinstance(blocks, list)
    assert blocks[0]["text"] == "الجملة الأولى من النص الجملة الثانية من النص"
    assert blocks[0]["sentences"] == ["الجملة الأولى من النص", "الجملة الثانية من النص"]


def test_the_text_for_a_terminal() -> None:
    lines = explain_text(parsed(), ARABIC).split("\n")
    assert lines[0] == "content/bridge.ar.txt [ar] الجسر الجديد"
    assert lines[1].split()[:2] == ["5", "paragraph"]
    assert "[رويترز / أرشيف]" in lines[2]
    assert lines[2].split("  — ")[1].startswith("ends in the credit")
    assert lines[8] == "kept out of the page:"
    assert lines[9] == "   16  حول هذه القصة  — after the end of the article"
    assert lines[10] == "problems:"
    assert "[wire-trailer]" in lines[11]


def test_nothing_of_a_text_can_steer_the_terminal() -> None:
    blocks = (Figure(1, image="a.svg", caption=from_plain("\x1b[31m\u202eأحمر"), credit="\x07"), Rule(3))
    article = Article("content/a.ar.md", "a", "ar", "markdown", Header(title="\u2066ط"), blocks)
    told = explain_text(Parsed(article, (warning("x", "\x1b", Location("a", 1)),)), ARABIC)
    assert not set(told) & set("\x1b\x07\u202e\u2066")


def test_pictures_and_tables() -> None:
    table = Table((from_plain("أ"), from_plain("ب")), ((from_plain("1"), from_plain("2")),), 3)
    article = Article("a", "a", "ar", "markdown", Header(), (Figure(1, image="a.svg"), table))
    blocks = explain_json(Parsed(article, ()), ARABIC)["blocks"]
    assert isinstance(blocks, list)
    assert blocks[0]["image"] == "a.svg"
    assert blocks[1]["text"] == "أ\tب\n1\t2"

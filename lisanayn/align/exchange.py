"""A story's sentences for others: as JSON, and as TMX 1.4b (the translation memory format of the former LISA).

Nothing in them depends on when they were made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from lisanayn import __version__
from lisanayn.align.splitting import texts
from lisanayn.model.article import Article
from lisanayn.model.blocks import Figure, Heading, SourceLine
from lisanayn.model.inline import Rich, plain
from lisanayn.model.story import BlockPair, Group, Story, Translation
from lisanayn.record import record

# What XML 1.0 cannot hold, section 2.2: control characters, surrogates, U+FFFE and U+FFFF.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile('[&<>"]')


@record
class AlignedGroup:
    """One group with its words."""

    group: Group
    target: tuple[int, ...]
    """Numbers of the translation's sentences, counted through the whole text, from 1."""
    source_text: str
    target_text: str


_last: list[tuple[Translation, tuple[AlignedGroup, ...]]] = []


def aligned_groups(translation: Translation) -> tuple[AlignedGroup, ...]:
    """All groups of a translation with their words, in reading order.

    The last answer is remembered, for its very translation: two exports and the lexicon ask one after the other.
    """
    if not _last or _last[0][0] is not translation:
        _last[:] = [(translation, tuple(_aligned_groups(translation)))]
    return _last[0][1]


def _aligned_groups(translation: Translation) -> Iterator[AlignedGroup]:
    before = 0
    for pair in translation.pairs:
        theirs = texts(pair.target) if pair.target else ()
        mine = {}
        if pair.source:
            mine = dict(zip([one.id for one in pair.source.sentences], texts(pair.source), strict=True))
        for group in pair.groups:
            source, target = group.source, group.target
            yield AlignedGroup(
                group,
                tuple([before + number for number in target]),
                mine[source[0]] if len(source) == 1 else " ".join([mine[name] for name in source]),
                theirs[target[0] - 1] if len(target) == 1 else " ".join([theirs[number - 1] for number in target]),
            )
        before += len(theirs)


def groups_json(translation: Translation) -> str:
    """``align --json``: one object, ``{"groups": [...]}``, every sentence of either side in exactly one group.

    ``target`` counts the translation's sentences through the whole text: without the blocks beside them, numbers
    within blocks would not say which sentence is meant.
    """
    return _dump({"groups": []}, translation)


def aligned_json(story: Story, translation: Translation, license: str = "") -> str:
    """``/ar/<slug>/aligned.json``: both texts' particulars, the groups, and the titles, headings and captions.

    ``license`` is the site's, for articles that name none.
    """
    return _dump(
        {
            "slug": story.slug,
            "source": _particulars(story.original, license),
            "target": _particulars(translation.article, story.original.header.license or license),
            "sources": list(_sources(story.original)),
            "source_url": story.original.header.source_url,
            "groups": [],
            "others": [
                {"kind": kind, "source_text": one, "target_text": other}
                for kind, one, other in _others(story, translation)
            ],
        },
        translation,
    )


_SURROGATE = re.compile("[\ud800-\udfff]")
_EMPTY = '\n "groups": []'
"""Where the groups go. It stands once: in the texts of authors line ends and quotation marks are escaped."""
_quoted: Callable[[str], str] = json.encoder.encode_basestring
"""A string as JSON: what ``json.dumps`` calls for one when it is not asked for ASCII."""


def _dump(value: dict[str, object], translation: Translation) -> str:
    """An object as JSON, its empty ``groups`` filled with those of the translation.

    The groups are set by hand: the library indents with a Python function a value, ten times as slow.
    """
    head, _, rest = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").partition(_EMPTY)
    groups = ",".join(map(_group, aligned_groups(translation)))
    text = f'{head}\n "groups": [{groups}\n ]{rest}' if groups else head + _EMPTY + rest
    # a lone surrogate cannot be written as UTF-8; JSON can name it
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _group(one: AlignedGroup) -> str:
    """A group as an item of the list at the second level, as ``json.dumps`` would set it with ``indent=1``."""
    group = one.group
    source = "\n    " + ",\n    ".join(map(_quoted, group.source)) + "\n   " if group.source else ""
    target = "\n    " + ",\n    ".join(map(str, one.target)) + "\n   " if one.target else ""
    return f"""
  {{
   "source": [{source}],
   "target": [{target}],
   "source_text": {_quoted(one.source_text)},
   "target_text": {_quoted(one.target_text)},
   "confidence": {round(group.confidence, 4)!r},
   "reviewed": {"true" if group.reviewed else "false"}
  }}"""


def _particulars(article: Article, license: str) -> dict[str, object]:
    header = article.header
    return {
        "lang": article.lang,
        "title": header.title,
        "authors": list(header.authors),
        "translators": list(header.translators),
        "translation": header.translation,
        "license": header.license or license,
    }


def _sources(article: Article) -> tuple[str, ...]:
    """The sources named in the text's own source line, else in its front matter."""
    return next((block.names for block in article.blocks if isinstance(block, SourceLine)), article.header.sources)


def _others(story: Story, translation: Translation) -> Iterator[tuple[str, str, str]]:
    """(kind, original, translation) of what has no sentence ids and stands on both sides."""
    one, other = story.original.header, translation.article.header
    for kind, mine, theirs in (("title", one.title, other.title), ("summary", one.summary, other.summary)):
        if mine and theirs:
            yield kind, mine, theirs
    for pair in translation.pairs:
        kind, first, second = _beside(pair)
        if first and second:
            yield kind, " ".join(plain(first).split()), " ".join(plain(second).split())


def _beside(pair: BlockPair) -> tuple[str, Rich, Rich]:
    match pair.source and pair.source.block, pair.target and pair.target.block:
        case Heading(text=mine), Heading(text=theirs):
            return "heading", mine, theirs
        case Figure(caption=mine), Figure(caption=theirs):
            return "caption", mine, theirs
        case _:
            return "", (), ()


def aligned_tmx(story: Story, translation: Translation, license: str = "") -> str:
    """``/ar/<slug>/aligned.tmx``: TMX 1.4b with every group that has both sides, and the titles, headings and captions.

    ``license`` is the site's, for articles that name none. Valid XML for any text: what XML cannot hold is left out.
    """
    header = story.original.header
    source, target = story.original.lang, translation.article.lang
    about = [
        ("x-slug", story.slug),
        ("x-title", header.title),
        *[("x-source", name) for name in _sources(story.original)],
        ("x-source-url", header.source_url),
        *[("x-author", name) for name in header.authors],
        *[("x-translator", name) for name in translation.article.header.translators],
        ("x-license", header.license or license),
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f'<header creationtool="lisanayn" creationtoolversion="{__version__}" segtype="sentence" o-tmf="lisanayn"'
        f' adminlang="{_xml(source)}" srclang="{_xml(source)}" datatype="plaintext">',
        *[_prop(name, value) for name, value in about if value],
        "</header>",
        "<body>",
    ]
    first, second = (f'<tuv xml:lang="{_xml(lang)}"><seg>' for lang in (source, target))
    for kind, mine, theirs in _others(story, translation):
        lines.append(
            f"<tu>\n{_prop('x-kind', kind)}\n{first}{_xml(mine)}</seg></tuv>\n{second}{_xml(theirs)}</seg></tuv>\n</tu>"
        )
    for one in aligned_groups(translation):
        if one.source_text and one.target_text:
            group = one.group
            lines.append(
                f'<tu tuid="{_xml("-".join(group.source))}">\n'
                f'<prop type="x-confidence">{group.confidence:.2f}</prop>\n'
                f'<prop type="x-reviewed">{"yes" if group.reviewed else "no"}</prop>\n'
                f"{first}{_xml(one.source_text)}</seg></tuv>\n{second}{_xml(one.target_text)}</seg></tuv>\n</tu>"
            )
    return "\n".join([*lines, "</body>", "</tmx>"]) + "\n"


def _prop(name: str, value: str) -> str:
    return f'<prop type="{name}">{_xml(value)}</prop>'


def _xml(text: str) -> str:
    """Text as XML. What XML cannot hold is not printable to Python either, so most texts need no search for it."""
    if not text.isprintable():
        text = _NO_XML.sub("", text)
    if _MARKUP.search(text) is None:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

"""The keys of a front matter, and the typed ``Header`` that comes of them."""

from __future__ import annotations

from typing import Literal

from lisanayn.model.article import Correction, Header, ImageUse, SourceKind, TagUse
from lisanayn.parse.addresses import file_fault, path_fault
from lisanayn.parse.fields import Fields
from lisanayn.parse.yaml_nodes import Listing, Mapping, Node, Scalar
from lisanayn.problems import Location, Problem, error, note, suggestion, warning
from lisanayn.text.folding import fold
from lisanayn.text.numbers import to_system
from lisanayn.text.slugs import slug_fault

MAX_PART = 9999
MAX_TAGS = 100
"""Tags of one article."""

HEADER_KEYS: dict[str, str] = {
    "title": "the title; every article has one",
    "summary": "one or two sentences, for lists and search engines",
    "slug": "the article's part of its address, instead of the folder's name",
    "date": "when it was published: 2026-03-12, or with time and zone 2026-03-12T18:30+03:00",
    "updated": "when it was last changed",
    "retrieved": "when a republished text was taken from its source",
    "publish_at": "it is published from this moment on",
    "expires": "it is no longer published from this moment on",
    "author": "who wrote it; a name or a list of names",
    "translator": "who translated it; a name or a list of names",
    "reviewer": "who reviewed the translation; a name or a list of names",
    "translation": "how it was translated: human, machine or reviewed",
    "tags": "what it is about: [one, two], or one a line",
    "series": "the series it belongs to; a translation gives its name in its own language",
    "part": "its number in the series, from 1; without one, the dates decide",
    "sources": "where it comes from, as printed; a name or a list of names",
    "source_url": "the address of the text it was taken from",
    "license": "the licence's name, or the address of its text",
    "cover": "the picture for lists and previews: a file beside the article",
    "cover_alt": "what is to be seen on the cover",
    "draft": "true: built only with --drafts",
    "aliases": "old addresses on this site that should lead here",
    "sentences": "lines: the author's line ends are the sentence ends; split: the program finds them",
    "original": "true on the text that the others translate",
    "corrections": "what was corrected after publication: a list of {date, text}",
    "blocks": "wire text: what a block really is, by its line: {7: paragraph}",
    "images": "wire text: the picture of a caption, by its line: {23: {file, alt, license}}",
}
"""Every key, with its meaning: for messages, for ``check --explain`` and for the README."""

_ELSEWHERE: dict[str, str] = {
    "lang": "the language comes from the file's name",
    "language": "the language comes from the file's name",
    "categories": "write 'tags'",
    "category": "write 'tags'",
    "keywords": "write 'tags'",
    "description": "write 'summary'",
    "excerpt": "write 'summary'",
    "permalink": "write 'slug', or 'aliases' for an old address",
    "url": "write 'slug' for the article's own address, 'source_url' for where it comes from",
    "image": "write 'cover'",
    "published": "write 'draft: true' to hold it back, 'date' for the day",
    "layout": "a page's template is not chosen by its article",
    "template": "a page's template is not chosen by its article",
}
"""What keys of other programs are called here."""

_INVISIBLE = dict.fromkeys(map(ord, "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))

Translation = Literal["", "human", "machine", "reviewed"]
Sentences = Literal["split", "lines"]
_TRANSLATIONS: tuple[Translation, ...] = ("human", "machine", "reviewed")
_SENTENCES: tuple[Sentences, ...] = ("split", "lines")


def read_fields(mapping: Mapping, path: str, kind: SourceKind) -> tuple[Header, tuple[Problem, ...]]:
    """The header of a file from the nodes of its front matter, with all that is wrong in it. Never raises."""
    fields = Fields(path, {})
    fields.nodes = by_key(mapping.pairs, HEADER_KEYS, fields)
    header = Header(
        title=fields.text("title"),
        summary=fields.text("summary"),
        slug=_slug(fields),
        date=fields.moment("date"),
        updated=fields.moment("updated"),
        retrieved=fields.moment("retrieved"),
        publish_at=fields.moment("publish_at"),
        expires=fields.moment("expires"),
        authors=fields.names("author"),
        translators=fields.names("translator"),
        reviewers=fields.names("reviewer"),
        translation=fields.choice("translation", _TRANSLATIONS, ""),
        tags=_tags(fields),
        series=fields.text("series"),
        part=_part(fields),
        sources=fields.names("sources"),
        source_url=fields.url("source_url"),
        license=fields.license("license"),
        cover=_file(fields, "cover"),
        cover_alt=fields.text("cover_alt"),
        draft=fields.flag("draft") or False,
        aliases=_aliases(fields),
        sentences=fields.choice("sentences", _SENTENCES, "split"),
        original=fields.flag("original"),
        corrections=_corrections(fields),
        blocks=_blocks(fields, kind),
        images=_images(fields, kind),
    )
    return header, tuple(fields.problems)


def by_key(pairs: tuple[tuple[Scalar, Node], ...], known: dict[str, str], fields: Fields) -> dict[str, Node]:
    """The values by their keys; unknown and repeated keys are reported, for each with both of its lines."""
    nodes: dict[str, Node] = {}
    first: dict[str, int] = {}
    for key, node in pairs:
        name = key.text
        if name not in known:
            name = name.translate(_INVISIBLE).strip()
            if name in known:
                message = f"an invisible mark stands at the key {name!r}; it was ignored"
                fields.problems.append(note("header-mark", message, fields.at(key), "type the key anew"))
        lower = name.lower()
        if lower in first:
            message = f"the key {fields.name(name)!r} stands in line {first[lower]} and in line {key.line}"
            fields.wrong(key, message, "keep one of the two", "header-twice")
        elif name not in known:
            hint = _ELSEWHERE.get(lower) or suggestion(name, known)
            fields.wrong(key, f"unknown key {fields.name(name)!r}", hint, "header-key")
        else:
            nodes[name] = node
        first.setdefault(lower, key.line)
    return nodes


def _slug(fields: Fields) -> str:
    slug = fields.text("slug")
    fault = slug_fault(slug) if slug else ""
    if fault:
        hint = "write letters, digits and hyphens"
        fields.wrong(fields.nodes["slug"], f"the slug {slug!r} {fault}", hint, "header-slug")
        return ""
    return slug


def _file(fields: Fields, key: str) -> str:
    name = fields.text(key)
    fault = file_fault(name) if name else ""
    if fault:
        message = f"{fields.name(key)!r}: {name!r} {fault}"
        fields.wrong(fields.nodes[key], message, "name a file beside the article", "picture-name")
        return ""
    return name


def _tags(fields: Fields) -> tuple[TagUse, ...]:
    """At most ``MAX_TAGS``, each once."""
    listed = fields.listed("tags")
    node = fields.nodes.get("tags")
    if isinstance(node, Scalar) and listed and any(comma in listed[0][0] for comma in ",،؛"):
        apart = listed[0][0].replace("،", ",").replace("؛", ",")
        fields.wrong(node, f"«{listed[0][0]}» is one tag", f"write: tags: [{apart}]", "header-comma")
    tags: dict[str, TagUse] = {}
    for text, item in listed:
        if len(tags) == MAX_TAGS:
            message = f"more than {MAX_TAGS} tags; {text!r} is one too many"
            fields.wrong(item, message, "keep the tags that a reader would look for", "tags-many")
            break
        use = tags.setdefault(fold(text), TagUse(text, item.line))
        if use.line != item.line or use.text != text:
            message = f"the tag {text!r} stands in line {use.line} already"
            fields.problems.append(warning("tag-twice", message, fields.at(item), "take one of the two out"))
    return tuple(tags.values())


def _part(fields: Fields) -> int:
    text = to_system(fields.text("part"), "latn")
    if text and not (text.isdecimal() and 0 < int(text[:5]) <= MAX_PART):
        message = f"{fields.name('part')!r} takes a number from 1 to {MAX_PART}"
        fields.wrong(fields.nodes["part"], message, "write: part: 2")
        return 0
    return int(text or 0)


def _aliases(fields: Fields) -> tuple[str, ...]:
    paths = []
    for path, node in fields.listed("aliases"):
        fault = path_fault(path)
        if fault:
            hint = "write a path on this site: /old/address/"
            fields.wrong(node, f"the alias {path!r} {fault}", hint, "header-alias-path")
        else:
            paths.append(path)
    return tuple(paths)


def _corrections(fields: Fields) -> tuple[Correction, ...]:
    node = fields.nodes.get("corrections")
    if node is None or (isinstance(node, Scalar) and not node.text):
        return ()
    corrections = []
    for item in node.items if isinstance(node, Listing) else (node,):
        if not isinstance(item, Mapping):
            fields.wrong(item, "a correction takes a date and a text", "write: - {date: 2026-03-12, text: …}")
            continue
        inner = _inner(fields, item, "corrections", {"date": "", "text": ""})
        moment, text = inner.moment("date"), inner.text("text")
        if moment and text:
            corrections.append(Correction(moment.day, text))
        elif not inner.problems:
            fields.wrong(item, "a correction takes a date and a text", "write: - {date: 2026-03-12, text: …}")
        fields.problems += inner.problems
    return tuple(corrections)


def _inner(fields: Fields, mapping: Mapping, name: str, known: dict[str, str]) -> Fields:
    """The keys of a table inside the front matter."""
    inner = Fields(fields.path, {}, name)
    inner.nodes = by_key(mapping.pairs, known, inner)
    return inner


def _blocks(fields: Fields, kind: SourceKind) -> tuple[tuple[int, str], ...]:
    """Kinds by line; whether a kind exists and a block begins there is judged by the reader of wire text."""
    _only_wire(fields, "blocks", kind)
    blocks: dict[int, str] = {}
    for key, node in fields.table("blocks"):
        line = fields.line_number("blocks", key)
        if not isinstance(node, Scalar) or not node.text.strip():
            fields.wrong(node, f"'blocks.{key.text}' takes the name of a kind", "write: blocks: {7: paragraph}")
        elif line in blocks:
            fields.wrong(key, f"line {line} stands twice in 'blocks'", "keep one of the two", "header-twice")
        elif line:
            blocks[line] = fields.clean("blocks", node)
    return tuple(sorted(blocks.items()))


def _images(fields: Fields, kind: SourceKind) -> tuple[ImageUse, ...]:
    _only_wire(fields, "images", kind)
    images: dict[int, ImageUse] = {}
    for key, node in fields.table("images"):
        line = fields.line_number("images", key)
        if not isinstance(node, Mapping):
            fields.wrong(node, f"'images.{key.text}' takes a table", "write: 23: {file: harbour.jpg, alt: …}")
            continue
        inner = _inner(fields, node, f"images.{key.text}", {"file": "", "alt": "", "license": ""})
        use = ImageUse(line, _file(inner, "file"), inner.text("alt"), inner.license("license"))
        if not use.file and not inner.problems:
            inner.wrong(node, f"'images.{key.text}' names no file", "write: 23: {file: harbour.jpg, alt: …}")
        fields.problems += inner.problems
        if line in images:
            fields.wrong(key, f"line {line} stands twice in 'images'", "keep one of the two", "header-twice")
        elif line and use.file:
            images[line] = use
    return tuple(images[line] for line in sorted(images))


def _only_wire(fields: Fields, key: str, kind: SourceKind) -> None:
    node = fields.nodes.get(key)
    if node is not None and kind != "wire":
        message = f"{key!r} is for wire text; this file is Markdown"
        fields.problems.append(warning("header-unused", message, fields.at(node), "take it out"))


def missing_title(path: str, line: int, heading: str) -> Problem:
    """No title: an error for Markdown. ``heading`` is the text of a first heading, offered as the title."""
    hint = f"write between two lines of '---' at the top: title: {heading or '…'}"
    return error("title-missing", "the article has no title", Location(path, line), hint)

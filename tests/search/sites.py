"""A small site that holds every spelling, built without the engine: its pages and its search index in a folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.searching import Sources, search_files
from lisanayn.disk import Disk, RealDisk
from lisanayn.model.article import TagUse
from lisanayn.model.story import Story
from lisanayn.model.tag import Tag
from lisanayn.pages.catalog import place_of
from lisanayn.render import render_page
from lisanayn.search.document import make_document, script_json
from lisanayn.text.normal import clean_text
from tests.pages.stories import (
    ROOT,
    all_pages,
    catalog,
    moment,
    one_to_one,
    paragraph,
    site,
    sources,
    story,
    theme,
    translated,
)

CORPUS = ROOT / "tests" / "corpus"
FACTS = site()


@dataclass(frozen=True, slots=True)
class Probe:
    """A question and the sentences it must find."""

    question: str
    finds: frozenset[str]
    reason: str


def probes() -> list[Probe]:
    """The table of questions."""
    rows = [
        line.split("\t") for line in (CORPUS / "search_probes.tsv").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    return [Probe(question, frozenset(finds.split()) - {"-"}, reason) for question, finds, reason in rows]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, and a text that it finds or does not find."""

    question: str
    texts: tuple[str, str]
    """Arabic and English."""
    finds: bool
    reason: str


def pairs() -> list[Pair]:
    """The table of pairs."""
    rows = [
        line.split("\t") for line in (CORPUS / "search_pairs.tsv").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    return [Pair(_shown(asked), _sides(_shown(text)), finds == "yes", reason) for asked, text, finds, reason in rows]


def _shown(text: str) -> str:
    """The text with its characters in place of their codes."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


def _sides(text: str) -> tuple[str, str]:
    """The two sides of a text; a text of one language has a dash on the other side."""
    first, _, second = [clean_text(part.strip()) for part in text.partition("=>")]
    if second:
        return first, second
    return (first, "–") if re.search("[\u0600-\u06ff\ufb50-\ufeff]", first) else ("–", first)


def write_pairs(folder: str) -> None:
    """An index of the texts of the pairs, eight in a story."""
    texts = list(dict.fromkeys(pair.texts for pair in pairs()))
    made = {}
    for first in range(0, len(texts), 8):
        items = [["", 1, "–", "–"], ["", 1, "", ""], ["", 1, "", ""]]
        items += [[f"s{number}", 1, *sides] for number, sides in enumerate(texts[first : first + 8], 1)]
        paths = [f"{lang}/{first}/index.html" for lang in ("ar", "en")]
        made[f"pairs-{first:04}"] = script_json({"l": ["ar", "en"], "p": paths, "d": "", "i": items})
    write_index(made, RealDisk(folder), ("ar", "en", "he"))


def spelling_stories() -> tuple[tuple[Story, ...], tuple[Tag, ...]]:
    """The stories of ``search_stories.txt`` and their tags."""
    stories: list[Story] = []
    tags: dict[str, Tag] = {}
    for number, part in enumerate((CORPUS / "search_stories.txt").read_text("utf-8").split("# ")[1:]):
        head, *lines = part.strip().split("\n")
        slug, own, other, tag, summary, summary_too = [cell.strip() for cell in head.split("|")]
        pairs = [[side.strip() for side in line.split("|")] for line in lines]
        pairs = [[clean_text(side) for side in pair] for pair in pairs]
        text = one_to_one(paragraph(*[pair[0] for pair in pairs]), translated(*[pair[1] for pair in pairs]))
        header = {"title": own, "summary": summary.strip("-"), "date": moment(f"2026-03-{20 - number:02}")}
        if tag != "-":
            names = tag.split("/")
            tags[names[1]] = Tag(names[1].lower(), (("ar", names[0]), ("en", names[1])))
            header["tags"] = (TagUse(names[0], 1),)
        stories.append(story((text,), slug, header, {"title": other, "summary": summary_too.strip("-")}))
    return tuple(stories), tuple(tags.values())


def documents(stories: tuple[Story, ...], tags: tuple[Tag, ...] = ()) -> dict[str, bytes]:
    """Slug → document."""
    made = catalog(stories, FACTS, tags)
    return {one.slug: make_document(one, place_of(made, one.slug, ())) for one in stories}


def write_index(made: dict[str, bytes], output: Disk, languages: Sequence[str] = FACTS.languages) -> None:
    """A whole index, of a site in these languages."""
    found = Sources({slug: digest_bytes(data) for slug, data in made.items()}, made.__getitem__, tuple(languages), "")
    for path, data in search_files(found, None, output)[1]:
        output.write(path, data)


def write_site(folder: str) -> None:
    """The site of the probes."""
    stories, tags = spelling_stories()
    output = RealDisk(folder)
    look = theme()
    for page in all_pages(stories, FACTS, tags).values():
        if page.path.endswith((".html", "words.js")):
            output.write(page.path, render_page(page, look))
    for name, path in sources()["assets"].items():
        made_by_the_build = not (ROOT / "static" / name).exists()
        output.write(path, b"" if made_by_the_build else (ROOT / "static" / name).read_bytes())
    write_index(documents(stories, tags), output)

"""What is true of every page: structure, languages, directions, titles, no way around the escaping."""

import itertools
import re
from dataclasses import replace

import html5lib
import pytest

from lisanayn.model.article import TagUse
from lisanayn.model.blocks import Box, Code, Figure, Footnote, Heading, Item, Quote, SourceLine, Table
from lisanayn.model.inline import NoteRef, Run, from_plain
from lisanayn.model.story import BlockPair, Group
from lisanayn.model.tag import Tag
from lisanayn.pages.feeds import plan_feeds
from lisanayn.render import render_page
from lisanayn.text.direction import first_strong
from lisanayn.text.languages import LANGUAGES
from tests.pages.stories import (
    PICTURE,
    all_pages,
    catalog,
    one_to_one,
    paragraph,
    site,
    story,
    theme,
    translated,
    untranslated,
    whole,
)

ISOLATES = re.compile("\u2068[^\u2068\u2069]*\u2069")


def rich_story():
    """A story with one of everything."""

    def block(source, target, first):
        return replace(
            one_to_one(paragraph("نص.", first=first), translated("Text.")),
            source=replace(paragraph("نص.", first=first), block=source),
            target=replace(translated("Text."), block=target),
        )

    def pair(source, target):
        return BlockPair(whole(source), whole(target), ())

    figure = Figure(1, "quay.svg", "رسم", from_plain("رصيف"), "المرصد", "أرشيف")
    table = Table((from_plain("أ"), from_plain("ب")), ((from_plain("5%"), from_plain("ب")),), 1, ("", "end"))
    quote = Quote(from_plain("قول."), 1, 1, from_plain("قائل"))
    item = Item(from_plain("بند."), 1, True, 1, 0, True)
    noted = paragraph("حاشية.", first=7)
    noted = replace(noted, sentences=(replace(noted.sentences[0], text=(Run("حاشية."), Run("", (NoteRef("1"),)))),))
    pairs = (
        one_to_one(paragraph("قالت BBC إن 17 كم تكفي.", "ثم عاد."), translated("The port of صور.", "Then.")),
        BlockPair(
            paragraph("بلا ترجمة.", "أخرى.", first=3), translated("Added."), (Group(("s3", "s4"), ()), Group((), (1,)))
        ),
        pair(Heading(from_plain("عنوان"), 1), Heading(from_plain("Heading"), 1)),
        pair(figure, replace(figure, alt="A quay", caption=from_plain("The quay"))),
        pair(replace(figure, image=""), replace(figure, image="")),
        block(quote, replace(quote, text=from_plain("Said.")), 5),
        block(item, item, 6),
        pair(table, table),
        pair(Code("x < y", 1, "python", boxes=(Box("note", 1),)), Code("x < y", 1, "python", boxes=(Box("note", 1),))),
        one_to_one(noted, translated("A note.")),
        pair(Footnote("1", from_plain("نص الحاشية"), 9), Footnote("1", from_plain("The note"), 9)),
        pair(SourceLine("المصدر : المرصد", ("المرصد",), 9), SourceLine("Source: Marsad", ("المرصد",), 9)),
    )
    own = {"tags": (TagUse("sea", 1),), "summary": "ملخص", "authors": ("سلمى",), "aliases": ("old",)}
    return story(pairs, own=own, other={"summary": "Summary", "translators": ("Layan",), "translation": "machine"})


TAGS = (Tag("sea", (("ar", "البحر"), ("en", "Sea"))),)
FACTS = site(per_page=1, offline=True)
PAGES = all_pages((rich_story(), untranslated()), FACTS, TAGS, (PICTURE,)) | {
    f"chooser/{path}": page
    for path, page in all_pages((), site(home="chooser")).items()
    if page.template == "chooser.html"
}
ALIGNED = ("aligned.tmx", "aligned.json")
"""Files that the engine writes beside reader pages."""
FILES = {
    *PAGES, PICTURE.path, *theme().paths,
    *[plan.path for plan in plan_feeds(catalog((rich_story(), untranslated()), FACTS, TAGS, (PICTURE,)), FACTS)],
}  # fmt: skip
PAGES = {path: page for path, page in PAGES.items() if path.endswith(".html")}
BYTES = {path: render_page(page, theme()) for path, page in PAGES.items()}
TREES = {path: html5lib.parse(data.decode(), namespaceHTMLElements=False) for path, data in BYTES.items()}
each_page = pytest.mark.parametrize("path", sorted(PAGES))


def walk(element, lang, direction, parents=()):
    """Every element with the language and direction it inherits."""
    lang, direction = element.get("lang", lang), element.get("dir", direction)
    yield element, lang, direction, parents
    for child in element:
        if isinstance(child.tag, str):
            yield from walk(child, lang, direction, (*parents, element))


def body(path):
    html = TREES[path]
    return walk(html.find("body"), html.get("lang"), html.get("dir"))


@each_page
def test_every_page_is_strictly_well_formed(path):
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(BYTES[path].decode())


@each_page
def test_language_and_direction_stand_on_the_page(path):
    html = TREES[path]
    assert html.get("dir") == LANGUAGES[html.get("lang")].direction == PAGES[path].view.frame.dir


@each_page
def test_the_character_set_stands_in_the_first_bytes_and_there_is_no_mark_before(path):
    assert b'<meta charset="utf-8">' in BYTES[path][:1024] and BYTES[path].startswith(b"<!doctype html>")


@each_page
def test_a_change_of_language_to_the_other_direction_says_so(path):
    for element, _, _, _ in body(path):
        lang = element.get("lang")
        if lang in LANGUAGES and element.tag != "img":
            assert element.get("dir") == LANGUAGES[lang].direction or element.tag == "kbd", element.attrib


@each_page
def test_the_words_of_every_element_are_in_the_script_of_its_language(path):
    for element, lang, direction, parents in body(path):
        text = "".join([element.text or "", *[child.tail or "" for child in element]]).strip()
        inside = (element, *parents)
        if any(e.tag in ("script", "kbd", "code", "pre") or e.get("class") == "aa" for e in inside) or not lang:
            continue
        if element.tag == "bdi" and "lang" not in element.attrib:
            continue  # a word of another script inside a sentence
        found = first_strong(text)
        rest = {first_strong(letter) for letter in text} - {None}
        assert not rest or LANGUAGES[lang].direction in rest, (text, lang)
        if element.tag in ("p", "h1", "h2", "dd", "li") and found:
            assert direction in rest


@each_page
def test_titles_begin_in_the_direction_of_the_page_and_isolate_their_parts(path):
    html = TREES[path]
    title = html.find("head/title").text
    assert (
        first_strong(ISOLATES.sub("", title)) is None
        and title[0] == ("\u200f" if html.get("dir") == "rtl" else "\u200e")
    ) or ("\u2068" not in title and first_strong(title) == html.get("dir"))
    assert title.count("\u2068") == title.count("\u2069") and "<" not in title


@each_page
def test_attributes_that_are_read_out_begin_in_the_direction_of_the_page(path):
    for element, lang, direction, _ in body(path):
        for name in ("alt", "aria-label", "title", "placeholder"):
            text = element.get(name, "")
            if first_strong(text):
                table = LANGUAGES.get(element.get("lang", lang))
                assert first_strong(text) == (table.direction if table else direction), (name, text)


@each_page
def test_there_is_one_main_heading_and_the_landmarks_have_names(path):
    html = TREES[path]
    tags = [element.tag for element, *_ in body(path)]
    assert tags.count("h1") == tags.count("main") == 1
    assert all(element.get("aria-label") for element in html.iter("nav"))
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@each_page
def test_ids_are_unique_and_every_link_within_the_page_arrives(path):
    ids = [element.get("id") for element, *_ in body(path) if element.get("id") is not None]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[^\s\u200c]+", one) for one in ids)
    for element, *_ in body(path):
        if element.get("href", "").startswith("#"):
            assert element.get("href")[1:] in ids


@each_page
def test_every_relative_link_leads_to_a_file_of_the_site(path):
    if path.startswith("chooser/"):
        return
    folder = [] if path == "404.html" else path.split("/")[:-1]
    files = FILES | {"/".join([*folder, name]) for name in ALIGNED}
    files |= {f"en/quay/{name}" for name in ALIGNED}
    for element in TREES[path].iter():
        address = element.get("href", element.get("src", ""))
        if not isinstance(element.tag, str) or not address or address.startswith(("#", "http")):
            continue
        parts = list(folder)
        for part in address.partition("#")[0].removeprefix("/").split("/"):
            if part == "..":
                parts.pop()
            else:
                parts.append(part)
        assert "/".join(parts) in files, address


@each_page
def test_a_strict_content_security_policy_holds(path):
    for element in TREES[path].iter():
        if isinstance(element.tag, str):
            assert element.tag != "style" and "style" not in element.attrib
            assert not any(name.startswith("on") for name in element.attrib)
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json"


@each_page
def test_no_direction_controls_stand_in_the_text(path):
    for element in TREES[path].find("body").iter():
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", (element.text or "") + (element.tail or ""))


@each_page
def test_switches_name_the_other_language_in_itself(path):
    for element in TREES[path].iter("a"):
        if "data-switch" in element.attrib:
            assert element.text == LANGUAGES[element.get("hreflang")].name and element.get("lang") == element.get(
                "hreflang"
            )


def text_of(path, selector):
    return ["".join(element.itertext()) for element in TREES[path].iter() if element.get("class") == selector]


def test_captions_and_credits_are_apart_and_labelled_for_the_ear():
    assert text_of("en/quay/index.html", "caption")[:2] == ["Caption: The quay", "التعليق على الصورة: رصيف"]
    assert text_of("en/quay/index.html", "credit")[:2] == [
        "Image credit: (Marsad Agency, أرشيف)", "مصدر الصورة: (وكالة المرصد، أرشيف)",
    ]  # fmt: skip


def test_a_picture_that_is_not_there_is_said_so_in_words():
    assert text_of("ar/quay/index.html", "absent") == ["الصورة غير منشورة هنا"]


def test_the_source_line_reads_as_a_line():
    line = next(e for e in TREES["ar/quay/index.html"].iter("dd") if "المصدر" in "".join(e.itertext()))
    assert "".join(line.itertext()) == "المصدر: وكالة المرصد"


def test_agencies_are_isolated_and_not_to_be_translated():
    names = [e for e in TREES["en/quay/index.html"].iter("bdi") if e.get("data-agency")]
    assert names and all(e.get("translate") == "no" and e.get("data-printed") == "المرصد" for e in names)


def test_code_runs_left_to_right_and_stands_once():
    (block,) = TREES["ar/quay/index.html"].iter("pre")
    assert block.get("dir") == "ltr" and "".join(block.itertext()) == "x < y"


def test_numbers_in_tables_run_left_to_right_under_heads_with_a_scope():
    tree = TREES["ar/quay/index.html"]
    assert [cell.find("span").get("dir") for cell in tree.iter("td") if cell.get("class") == "number"] == ["ltr", "ltr"]
    assert all(cell.get("scope") == "col" for cell in tree.iter("th"))


def test_a_page_of_one_language_offers_no_layouts():
    assert not [e for e in TREES["ar/alone/index.html"].iter("input") if e.get("name") == "mode"]
    assert [e for e in TREES["ar/quay/index.html"].iter("input") if e.get("name") == "mode"]


def test_digits_of_an_interface_are_of_one_kind():
    settings = site(digits=(("ar", "latn"),))
    page = all_pages((rich_story(),), settings)["ar/quay/index.html"]
    html = html5lib.parse(render_page(page, theme()).decode(), namespaceHTMLElements=False)
    assert not [e for e in html.iter() if isinstance(e.tag, str) and re.search("[٠-٩]", e.text or "")]

"""Reader pages: rows, ids, sides, figures, footnotes, attribution."""

import json
from dataclasses import replace
from datetime import date

import pytest

from lisanayn.build.fingerprint import fingerprint
from lisanayn.model.article import Correction
from lisanayn.model.blocks import Box, Dateline, Figure, Footnote, Heading, Item, Quote, SourceLine, Table
from lisanayn.model.inline import NoteLink, NoteRef, Run, from_plain, plain
from lisanayn.model.rows import Close, FigureBlock, HeadingBlock, Open, Pair, TableBlock
from lisanayn.model.story import Anchor, BlockPair, Group
from lisanayn.pages.article import make_article_pages
from lisanayn.pages.catalog import place_of
from lisanayn.settings import Reader
from tests.pages.stories import (
    PICTURE,
    catalog,
    moment,
    one_to_one,
    paragraph,
    site,
    story,
    translated,
    untranslated,
    whole,
)

SITE = site()


def views(one, facts=SITE, pictures=()):
    """The reader pages' views of a story, by language."""
    place = place_of(catalog((one,), facts, pictures=pictures), one.slug, pictures)
    return {page.view.frame.lang: page.view for page in make_article_pages(one, place, facts)}


def rows(view):
    return [block for block in view.body if isinstance(block, Pair)]


def only(view, kind):
    (block,) = [block for block in view.body if isinstance(block, kind)]
    return block


def paired(source, target):
    return BlockPair(whole(source), whole(target), ())


def test_each_language_has_a_page_and_its_own_text_leads():
    found = views(story())
    assert [plain(rows(found[lang])[0].own) for lang in ("ar", "en")] == ["ذهب إلى الميناء.", "He went to the port."]
    assert [plain(rows(found[lang])[0].other) for lang in ("ar", "en")] == ["He went to the port.", "ذهب إلى الميناء."]


def test_right_to_left_stands_on_the_right_on_both_pages():
    found = views(story())
    assert [(v.own.column, v.other.column) for v in found.values()] == [("right", "left"), ("left", "right")]


@pytest.mark.parametrize(("langs", "columns"), [(("he", "ar"), ("right", "left")), (("fr", "en"), ("left", "right"))])
def test_of_two_languages_with_one_direction_the_original_keeps_its_column_on_both_pages(langs, columns):
    facts = site(languages=langs, title=(), tagline=())
    found = views(story(langs=langs), facts)
    assert (found[langs[0]].own.column, found[langs[0]].other.column) == columns
    assert (found[langs[1]].other.column, found[langs[1]].own.column) == columns


def test_both_pages_share_their_ids():
    assert len({tuple(row.id for row in rows(view)) for view in views(story()).values()}) == 1


def test_an_untranslated_story_has_one_page_of_one_language():
    found = views(untranslated())
    assert list(found) == ["ar"]
    assert found["ar"].other is None and found["ar"].total == 0


def test_without_embedding_a_page_holds_its_own_text_only():
    found = views(story(), site(reader=Reader(embed_translation=False)))
    assert [view.other for view in found.values()] == [None, None]
    assert [plain(rows(view)[0].own) for view in found.values()] == ["ذهب إلى الميناء.", "He went to the port."]
    assert all(row.other == () for view in found.values() for row in rows(view))


def group_story(*groups):
    source, target = paragraph("أ.", "ب.", "ج."), translated("A.", "B.", "C.")
    return story((BlockPair(source, target, groups),))


def test_a_group_of_several_sentences_is_one_row_that_carries_all_its_ids():
    found = views(group_story(Group(("s1", "s2"), (1,)), Group(("s3",), (2, 3))))
    first, second = rows(found["ar"])
    assert (first.id, first.anchors, plain(first.own), plain(first.other)) == ("s1", ("s2",), "أ. ب.", "A.")
    assert (second.id, second.anchors, plain(second.other)) == ("s3", (), "B. C.")


def test_what_is_missing_is_said_on_the_side_that_lacks_it():
    found = views(group_story(Group(("s1",), ()), Group((), (1,)), Group(("s2", "s3"), (2, 3))))
    assert [row.missing for row in rows(found["ar"])] == ["other", "added", ""]
    assert [row.missing for row in rows(found["en"])] == ["own", "added", ""]
    assert (found["en"].done, found["en"].total) == (2, 3)


def test_retired_ids_lead_to_where_the_sentence_stood():
    found = views(story(anchors=(Anchor("s9", "s2"), Anchor("s8", ""))))
    assert [row.anchors for row in rows(found["ar"])] == [(), ("s9",)]
    assert found["ar"].body[-1].ids == ("s8",)


def test_the_first_and_every_fifth_number_are_always_shown():
    source = paragraph(*[f"جملة {n}." for n in range(1, 12)])
    view = views(story((one_to_one(source, translated(*["S." for _ in range(11)])),)))["ar"]
    assert [row.id for row in rows(view) if row.fifth] == ["s1", "s5", "s10"]
    assert [row.number for row in rows(view)][9] == "١٠"


def test_elements_open_and_close_in_pairs_around_their_rows():
    boxes = (Box("note", 1),)
    pairs = (
        one_to_one(paragraph("أ."), translated("A.")),
        replace(
            one_to_one(paragraph("ب.", first=2), translated("B.")),
            source=replace(paragraph("ب.", first=2), block=Item(from_plain("ب."), 3, True, 1, 0, True, boxes=boxes)),
        ),
        replace(
            one_to_one(paragraph("ج.", first=3), translated("C.")),
            source=replace(paragraph("ج.", first=3), block=Item(from_plain("ج."), 4, False, 0, 1, True, boxes=boxes)),
        ),
        replace(
            one_to_one(paragraph("د.", first=4), translated("D.")),
            source=replace(paragraph("د.", first=4), block=Item(from_plain("د."), 5, True, 2, 0, boxes=boxes)),
        ),
    )
    view = views(story(pairs))["ar"]
    stack, trail = [], []
    for block in view.body:
        if isinstance(block, Open):
            stack.append(block.tag)
        elif isinstance(block, Close):
            assert stack.pop() == block.tag
        else:
            trail.append((block.id, tuple(stack), block.own_marker, block.other_marker))
    assert stack == []
    assert trail == [
        ("s1", ("div",), "", ""),
        ("s2", ("aside", "ol", "li", "div"), "١.", "1."),
        ("s3", ("aside", "ol", "li", "ul", "li", "div"), "–", "–"),
        ("s4", ("aside", "ol", "li", "div"), "٢.", "2."),
    ]


def test_headings_have_lasting_unique_ids_from_the_original():
    heads = [("", "في البحر"), ("", "في البحر"), ("author", "x"), ("s1", "y")]
    pairs = tuple(paired(Heading(from_plain(t), 1, 2, a), Heading(from_plain("In the sea"), 1)) for a, t in heads)
    found = views(story(pairs))
    ids = {lang: [b.id for b in v.body if isinstance(b, HeadingBlock)] for lang, v in found.items()}
    assert ids["ar"] == ids["en"] and len(set(ids["ar"])) == 4
    assert ids["ar"][2] == "author" and ids["ar"][3] != "s1"


FIGURE = Figure(1, "quay.svg", "رسم رصيف", from_plain("رصيف الميناء"), "المرصد", "أرشيف")


def test_a_credit_stands_in_the_language_of_its_side_with_its_printed_form():
    found = views(story((paired(FIGURE, Figure(1, "quay.svg", "", from_plain("The quay"))),)), pictures=(PICTURE,))
    block = only(found["en"], FigureBlock)
    assert [part.words.text for part in block.own_credit.names] == ["Marsad Agency"]
    assert [part.words.text for part in block.other_credit.names] == ["وكالة المرصد"]
    assert block.own_credit.names[0].printed == "المرصد" and block.own_credit.names[0].agency == "marsad"
    assert (block.own_credit.qualifier.text, block.own_credit.qualifier.lang) == ("أرشيف", "ar")


def test_an_unknown_credit_is_printed_as_it_stands_in_its_own_language():
    figure = Figure(1, "quay.svg", "", (), "ريم الخطيب")
    block = only(views(story((paired(figure, Figure(1, "quay.svg")),)))["en"], FigureBlock)
    name = block.own_credit.names[0].words
    assert (name.text, name.lang, name.dir) == ("ريم الخطيب", "ar", "rtl")


def test_the_description_of_a_picture_is_in_the_language_of_the_page():
    other = Figure(1, "quay.svg", "A quay", from_plain("The quay"))
    found = views(story((paired(FIGURE, other),)), pictures=(PICTURE,))
    assert [only(v, FigureBlock).alt.text for v in found.values()] == ["رسم رصيف", "A quay"]


def test_a_page_is_shared_with_its_card_or_with_a_photograph_and_never_with_a_drawing():
    one = story((paired(FIGURE, FIGURE),), own={"cover": "quay.svg", "cover_alt": "وصف"})
    photograph = replace(PICTURE, path="media/quay/quay.4f6c2a91.jpg")
    card = views(one, pictures=(PICTURE,))["ar"].frame
    assert "/cards/ar-quay." in card.share.image and card.share.image_size == (1200, 630)
    assert card.share.image_alt == card.title
    plain_site = site(share_cards=False)
    shares = [views(one, plain_site, pictures=(one_of,))["ar"].frame.share for one_of in (photograph, PICTURE)]
    assert [(share.image[-4:], share.image_alt) for share in shares] == [(".jpg", "وصف"), ("", "")]


@pytest.mark.parametrize(("size", "shape"), [((1600, 900), "wide"), ((800, 900), "tall"), ((0, 0), "wide")])
def test_the_shape_of_a_figure_is_that_of_its_picture(size, shape):
    picture = replace(PICTURE, width=size[0], height=size[1])
    assert only(views(story((paired(FIGURE, FIGURE),)), pictures=(picture,))["ar"], FigureBlock).shape == shape


def test_a_picture_that_is_only_named_keeps_its_caption_and_credit():
    block = only(views(story((paired(replace(FIGURE, image=""), replace(FIGURE, image="")),)))["ar"], FigureBlock)
    assert block.picture is None and block.shape == "none" and plain(block.own) == "رصيف الميناء"


def test_cells_that_hold_a_number_only_are_marked():
    table = Table(
        (from_plain("أ"), from_plain("ب")), ((from_plain("−3.5%"), from_plain("3 كتب")), (from_plain("٢٠"),)), 1
    )
    grid = only(views(story((paired(table, table),)))["ar"], TableBlock).own
    assert [[cell.number for cell in row] for row in grid.rows] == [[True, False], [True, False]]


def test_footnotes_are_linked_both_ways_on_each_side():
    def text(words):
        return (Run(words), Run("", (NoteRef("a"),)), Run("", (NoteRef("gone"),)), Run("", (NoteRef("a"),)))

    source, target = paragraph("أ."), translated("A.")
    source = replace(source, sentences=(replace(source.sentences[0], text=text("أ.")),))
    target = replace(target, sentences=(replace(target.sentences[0], text=text("A.")),))
    notes = paired(Footnote("a", from_plain("حاشية"), 9), Footnote("a", from_plain("A note"), 9))
    view = views(story((one_to_one(source, target), notes)))["ar"]
    (row,) = rows(view)
    links = [(run.text, mark.target, mark.id) for run in row.own for mark in run.marks if isinstance(mark, NoteLink)]
    assert links == [("١", "fn-ar-1", "fnref-ar-1"), ("١", "fn-ar-1", "fnref-ar-1-2")]
    (note,) = view.notes
    assert (note.own.id, note.own.back, note.other.id, note.other.number) == ("fn-ar-1", "fnref-ar-1", "fn-en-1", "1")


def facts_of(view):
    return {
        fact.label: [
            [(p.words.text if p.words else p.key or p.day.text) for p in v.parts] for v in (fact.own, fact.other)
        ]
        for fact in view.facts
    }


def test_the_footer_says_the_same_on_both_sides():
    own = {
        "updated": moment("2026-03-09"), "retrieved": moment("2026-03-02"), "authors": ("سلمى",),
        "license": "CC BY-SA 4.0",
        "source_url": "https://difaf.example/2026/quay", "sources": ("المرصد", "ديوان"),
        "corrections": (Correction(date(2026, 3, 9), "صححنا الاسم"),),
    }  # fmt: skip
    other = {"translators": ("Layan Murad",), "translation": "reviewed", "reviewers": ("Hani",)}
    found = facts_of(views(story(own=own, other=other))["en"])
    assert found == {
        "sources": [["Marsad Agency", "ديوان"], ["وكالة المرصد", "ديوان"]],
        "original": [["difaf.example"], ["difaf.example"]],
        "published": [["1 March 2026"], ["١ مارس ٢٠٢٦"]],
        "retrieved": [["2 March 2026"], ["٢ مارس ٢٠٢٦"]],
        "updated": [["9 March 2026"], ["٩ مارس ٢٠٢٦"]],
        "author": [["سلمى"], ["سلمى"]],
        "translation": [["translation_reviewed", "Layan Murad"], ["translation_reviewed", "Layan Murad"]],
        "reviewed_by": [["Hani"], ["Hani"]],
        "license": [["cc_by_sa"], ["cc_by_sa"]],
        "corrections": [["صححنا الاسم"], ["صححنا الاسم"]],
        "publisher": [["Two Shores"], ["دفتر الضفتين"]],
    }


def test_a_source_line_is_shown_in_the_footer_and_not_in_the_text():
    line = SourceLine("المصدر : المرصد + وكالات", ("المرصد", "وكالات"), 9)
    pairs = (one_to_one(paragraph("أ."), translated("A.")), BlockPair(whole(line), None, ()))
    view = views(story(pairs))["ar"]
    fact = next(fact for fact in view.facts if fact.label == "source")
    assert [part.words.text for part in fact.own.parts] == ["وكالة المرصد", "وكالات"] and fact.own.separator == " + "
    assert len(rows(view)) == 1


def test_a_licence_leads_to_its_summary_in_the_language_of_the_side():
    fact = next(fact for fact in views(story())["en"].facts if fact.label == "license")
    assert [(p.href, p.rel, p.after) for v in (fact.own, fact.other) for p in v.parts] == [
        ("https://creativecommons.org/licenses/by/4.0/deed.en", "license", "4.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.ar", "license", "٤٫٠"),
    ]


def test_a_dateline_stands_in_the_head():
    pairs = (paired(Dateline("البترون – الضفاف", 1), Dateline("Batroun – Difaf", 1)),)
    view = views(story((*pairs, one_to_one(paragraph("أ."), translated("A.")))))["en"]
    assert (view.dateline, view.other_dateline) == ("Batroun – Difaf", "البترون – الضفاف")


def test_names_in_another_script_are_not_said_to_be_in_the_language_of_the_text():
    names = views(story(own={"authors": ("Jean Dupont", "سلمى")}))["ar"].authors
    assert [(name.lang, name.dir) for name in names] == [("", "ltr"), ("ar", "rtl")]


def test_every_view_has_a_digest():
    quote = replace(
        one_to_one(paragraph("ق.", first=9), translated("Q.")),
        source=replace(paragraph("ق.", first=9), block=Quote(from_plain("ق."), 1, 1, from_plain("قائل"))),
    )
    pairs = (one_to_one(paragraph("أ."), translated("A.")), quote, paired(FIGURE, FIGURE))
    digests = {fingerprint(view) for view in views(story(pairs), pictures=(PICTURE,)).values()}
    assert len(digests) == 2


def data(view):
    return json.loads(view.linked_data)


def test_linked_data_of_the_two_pages_name_each_other():
    own, other = (data(view) for view in views(story()).values())
    assert own["@id"] == "https://two-shores.example/ar/quay/" and other["@id"] == "https://two-shores.example/en/quay/"
    assert own["workTranslation"] == [{"@type": "NewsArticle", "@id": other["@id"], "inLanguage": "en"}]
    assert other["translationOfWork"] == {"@type": "NewsArticle", "@id": own["@id"], "inLanguage": "ar"}
    assert (own["inLanguage"], other["inLanguage"]) == ("ar", "en")


def test_linked_data_describe_every_picture_with_its_credit():
    found = data(views(story((paired(FIGURE, FIGURE),)), pictures=(PICTURE,))["ar"])
    (image,) = found["image"]
    assert image["contentUrl"] == "https://two-shores.example/media/quay/quay.1234.svg"
    assert (image["creditText"], image["caption"]) == ("وكالة المرصد", "رصيف الميناء")
    assert (image["width"], image["height"]) == (1600, 900)


def test_linked_data_leave_out_what_nobody_gave():
    assert not {"translator", "isBasedOn", "correction", "dateModified", "image"} & data(views(story())["ar"]).keys()


def test_linked_data_without_an_address_are_relative():
    own, other = (data(view) for view in views(story(), site(base_url="")).values())
    assert own["workTranslation"][0]["@id"] == other["@id"] == "../../en/quay/"

"""What of a story becomes searchable, and where each thing leads."""

from lisanayn.model.article import TagUse
from lisanayn.model.blocks import Code, Figure, Footnote, Heading, Table
from lisanayn.model.inline import from_plain
from lisanayn.model.story import BlockPair, Group
from lisanayn.model.tag import Tag
from lisanayn.pages.catalog import place_of
from lisanayn.search.document import make_document, read_document, script_json
from tests.pages.stories import catalog, one_to_one, paragraph, site, story, translated, untranslated, whole


def document(one, tags=()):
    return read_document(make_document(one, place_of(catalog((one,), site(), tags), one.slug, ())))


def test_title_summary_and_tags_come_first_then_sentences_by_their_ids():
    tag = Tag("sea", (("ar", "بحر"), ("en", "Sea")))
    made = document(story(own={"summary": "ملخص", "tags": (TagUse("بحر", 1),)}, other={"summary": "A summary"}), (tag,))
    assert made.languages == ("ar", "en") and made.paths == ("ar/quay/index.html", "en/quay/index.html")
    assert made.instant.startswith("2026-03-01")
    assert made.items == (
        ("", 1, "الرصيف", "The quay"),
        ("", 1, "ملخص", "A summary"),
        ("", 1, "بحر", "Sea"),
        ("s1", 1, "ذهب إلى الميناء.", "He went to the port."),
        ("s2", 1, "ثم عاد.", "Then he came back."),
    )


def test_captions_headings_tables_code_and_notes_are_found_and_lead_to_where_they_stand():
    pairs = (
        one_to_one(paragraph("قال شيئا."), translated("He said something.")),
        BlockPair(whole(Heading(from_plain("عنوان"), 3)), whole(Heading(from_plain("Heading"), 3)), ()),
        BlockPair(
            whole(Figure(4, caption=from_plain("تعليق"), credit="رويترز")),
            whole(Figure(4, caption=from_plain("Caption"))),
            (),
        ),
        BlockPair(whole(Table((from_plain("أ"), from_plain("ب")), ((from_plain("1"), from_plain("2")),), 5)), None, ()),
        BlockPair(whole(Code("x = 1\ny = 2", 6)), None, ()),
        BlockPair(whole(Footnote("1", from_plain("حاشية"), 7)), whole(Footnote("1", from_plain("Note"), 7)), ()),
    )
    assert document(story(pairs)).items[3:] == (
        ("s1", 1, "قال شيئا.", "He said something."),
        ("s1", 1, "عنوان", "Heading"),
        ("f1", 1, "تعليق (رويترز)", "Caption"),
        ("s1", 1, "أ · ب", ""),
        ("s1", 1, "1 · 2", ""),
        ("s1", 1, "x = 1", ""),
        ("s1", 1, "y = 2", ""),
        ("fn-ar-1", 1, "حاشية", "Note"),
    )


def test_sentences_translated_together_are_one_item_and_an_added_one_leads_to_the_sentence_before_it():
    source, target = paragraph("أول.", "ثان.", "ثالث."), translated("First and second.", "Added.")
    groups = (Group(("s1", "s2"), (1,)), Group((), (2,)), Group(("s3",), ()))
    assert document(story((BlockPair(source, target, groups),))).items[3:] == (
        ("s1", 1, "أول. ثان.", "First and second."),
        ("s1", 1, "", "Added."),
        ("s3", 1, "ثالث.", ""),
    )


def test_a_story_without_translation_is_found_too():
    assert document(untranslated()).items[3:] == (("s1", 1, "نص بلا ترجمة.", ""),)


def test_a_document_is_a_literal_that_ends_no_script():
    data = script_json(["</script><!--", "\u2028\u2029", "\ud800"]).decode()
    assert data == '["\\u003c/script>\\u003c!--","\\u2028\\u2029","?"]'

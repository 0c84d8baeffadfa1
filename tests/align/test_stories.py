"""Which of the files is the original, and what each may say."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.align import NO_EVIDENCE, Evidence, make_guided_story, make_story
from lisanayn.align.lexicon import learn_lexicon, needs_lexicon
from lisanayn.model.article import Moment, TagUse
from lisanayn.problems import Severity
from tests.align.making import LANGUAGES, article, codes, groups, heading, ids, paragraph, story

TEXT = paragraph("نص.")
MOMENT = Moment(date(2025, 1, 2), datetime(2025, 1, 2, tzinfo=UTC))


def made(*articles, languages=LANGUAGES):
    return make_story(articles, (), languages, NO_EVIDENCE)


def test_the_file_in_the_first_language_is_the_original():
    result, problems = made(article("en", TEXT), article("ar", TEXT))
    assert (result.original.lang, [t.article.lang for t in result.translations]) == ("ar", ["en"])
    assert problems == ()


def test_a_file_that_says_so_is_the_original():
    result, problems = made(article("ar", TEXT), article("en", TEXT, original=True))
    assert (result.original.lang, problems) == ("en", ())


def test_the_only_file_is_the_original():
    result, problems = made(article("en", TEXT))
    assert (result.original.lang, result.translations, problems) == ("en", (), ())


def test_translations_stand_in_the_order_of_the_sites_languages():
    files = [article(lang, TEXT) for lang in ("fr", "en", "ar", "he")]
    result, _ = made(*files, languages=("ar", "he", "en", "fr"))
    assert [t.article.lang for t in result.translations] == ["he", "en", "fr"]


def test_no_article_makes_no_story():
    assert made() == (None, ())


def test_two_originals_are_an_error_in_the_second():
    _, (problem,) = made(article("ar", TEXT, original=True), article("en", TEXT, original=True))
    assert (problem.severity, problem.code, problem.at.path) == (
        Severity.ERROR,
        "story-two-originals",
        "content/x/en.md",
    )
    assert problem.message == "'original: true' stands here and in 'content/x/ar.md'"


def test_two_texts_in_one_language_are_an_error():
    _, (problem,) = made(article("ar", TEXT), article("ar", TEXT))
    assert (problem.severity, problem.code) == (Severity.ERROR, "story-language-twice")


def test_a_translation_alone_is_named():
    result, (problem,) = made(article("en", TEXT, translation="human"))
    assert (result.original.lang, problem.code) == ("en", "story-no-original")


def test_a_translation_may_not_say_what_it_inherits():
    header = {"date": MOMENT, "tags": (TagUse("x", 3),), "license": "Y", "sources": ("Z",)}
    _, problems = made(article("ar", TEXT), article("en", TEXT, **header))
    assert codes(problems) == ["translation-key"] * 4
    assert [p.message.split("'")[1] for p in problems] == ["date", "tags", "sources", "license"]


def test_a_translation_may_say_who_translated_it_and_give_names_in_its_own_language():
    header = {"translators": ("L",), "translation": "human", "summary": "S"}
    header |= {"authors": ("A",), "series": "R"}
    assert made(article("ar", TEXT), article("en", TEXT, **header))[1] == ()


def test_an_empty_text_is_named_on_either_side():
    assert codes(made(article("ar"), article("en"))[1]) == ["story-empty", "story-empty"]


def test_sentences_are_numbered_through_the_whole_text():
    result, _ = story([paragraph("أ.", "ب."), heading("ج"), paragraph("د.")], [])
    assert ids(result) == ["s1", "s2", "s3"]


def test_without_a_translation_of_a_block_its_sentences_stand_alone():
    assert groups(story([paragraph("أ.", "ب.")], [])[0]) == ["s1 = -", "s2 = -"]


def test_the_digest_names_all_that_the_story_was_made_of():
    one = story([paragraph("أ.")], [paragraph("A.")])[0]
    assert one.digest == story([paragraph("أ.")], [paragraph("A.")])[0].digest
    assert one.digest != story([paragraph("أ.")], [paragraph("B.")])[0].digest
    assert one.digest != story([paragraph("أ.")], [paragraph("A.")], lock="s1\tا\n")[0].digest


GUIDE = Evidence(lexicons=(("ar", "en", learn_lexicon([("ج س", "C S")] * 3, "ar", "en")),))
SHAPES = st.lists(st.integers(0, 3), max_size=5)


@settings(max_examples=150, deadline=None)
@given(SHAPES, SHAPES)
def test_a_guided_story_is_made_by_the_guide_where_anything_must_be_searched_for(original, translation):
    """Numbers are the sentences of paragraphs; 0 is a heading. Made at once by the guide, or in a second round."""
    articles = [
        article(lang, *[paragraph(*[f"{word} {n}."] * n) if n else heading(word) for n in shape])
        for lang, shape, word in (("ar", original, "ج"), ("en", translation, "C"))
    ]
    plain = make_story(articles, (), LANGUAGES, NO_EVIDENCE)
    searched = needs_lexicon(plain[0])
    want = make_story(articles, (), LANGUAGES, GUIDE) if searched else plain
    assert make_guided_story(articles, (), LANGUAGES, NO_EVIDENCE, GUIDE) == (*want, searched)
    assert make_guided_story(articles, (), LANGUAGES, NO_EVIDENCE, None) == (*plain, searched)

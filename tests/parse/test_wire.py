"""Wire text: the corpus, the real article, the author's word, and what must hold for any text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.model.article import Aside, Header, ImageUse
from lisanayn.model.blocks import Figure, Heading, Item, Paragraph, SourceLine, kind_of
from lisanayn.model.inline import plain
from lisanayn.parse.credit_forms import EDGES
from lisanayn.parse.wire import RULES, WireText, read_wire
from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import Severity
from lisanayn.text.languages import LANGUAGES
from tests.parse.wire_corpus import AGENCIES, CORPUS, Case, agrees, cases, found_rows, read, words_of
from tests.parse.wire_scores import scores

SEED = Path(__file__).parents[3] / "shared" / "seed" / "syria-talks.ar.txt"
CASES = cases()

LEDE = "أعلنت وزارة النقل اليوم افتتاح الجسر الجديد أمام المركبات بعد أعمال استمرت ثلاث سنوات كاملة."
MORE = "وقال الوزير إن الجسر سيخفف الازدحام في وسط العاصمة، وإن جسرا آخر سيبنى العام المقبل."


def wire(text: str, lang: str = "ar", header: Header | None = None, first_line: int = 1) -> WireText:
    return read_wire(text, first_line, LANGUAGES[lang], header or Header(), AGENCIES, "content/x/ar.txt")


def kinds(text: str, lang: str = "ar", header: Header | None = None) -> list[tuple[str, int]]:
    return [(kind_of(block), block.line) for block in wire(text, lang, header).blocks]


# --- the corpus -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_corpus(case: Case) -> None:
    found = found_rows(read(case))
    assert [(row.kind, row.line) for row in found] == [(row.kind, row.line) for row in case.expected]
    differences = [(want, got) for want, got in zip(case.expected, found, strict=True) if not agrees(want, got)]
    assert differences == []


def test_corpus_is_large_enough_to_mean_something() -> None:
    whole = [case for case in CASES if sum(row.kind == "paragraph" for row in case.expected) >= 6]
    assert len(CASES) >= 90
    assert len(whole) >= 40
    assert sum(case.lang == "en" for case in CASES) >= 15


def test_precision_and_recall_hold_their_floor() -> None:
    table, _ = scores(CASES)
    for kind, floor in (("figure", 0.98), ("heading", 0.98), ("source", 0.98), ("paragraph", 0.98), ("aside", 0.95)):
        assert table[kind].precision >= floor, kind
        assert table[kind].recall >= floor, kind


@pytest.mark.skipif(not SEED.exists(), reason=f"the real article is not there: {SEED}")
def test_the_real_article() -> None:
    read_seed = wire(SEED.read_text(encoding="utf-8"))
    counts = Counter(kind_of(block) for block in read_seed.blocks)
    assert counts == {"paragraph": 19, "heading": 1, "figure": 2, "source": 1}
    headings = [plain(block.text) for block in read_seed.blocks if isinstance(block, Heading)]
    assert headings == ["تنسيق مع الأميركيين"]
    figures = [block for block in read_seed.blocks if isinstance(block, Figure)]
    assert [figure.credit for figure in figures] == ["رويترز", "الفرنسية"]
    assert [plain(figure.caption) for figure in figures] == [
        "بوتين: مزاعم سقوط قتلى من المدنيين في ضربات جوية روسية بسوريا مجرد هجوم إعلامي",
        "لافروف لم ينف أن طائرات روسية هاجمت منشآت للجيش السوري الحر",
    ]
    sources = [block.names for block in read_seed.blocks if isinstance(block, SourceLine)]
    assert sources == [("الجزيرة", "وكالات")]
    assert read_seed.problems == ()
    assert read_seed.asides == ()


# --- captions, credits, the photo desk ------------------------------------------------------------------------------


def test_the_photo_desks_line_is_kept_with_its_caption_and_gives_the_credit_it_lacks() -> None:
    desk = "A bridge is seen at dawn in the capital, May 2, 2022. (AP Photo/Rami Saleh)"
    figure = wire(f"{LEDE}\n\n{desk}\nالجسر الجديد عند الفجر (أرشيف)\n\n{MORE}").blocks[1]
    assert isinstance(figure, Figure)
    assert (figure.line, figure.alt_source) == (4, desk)
    assert (plain(figure.caption), figure.credit, figure.qualifier) == (
        "الجسر الجديد عند الفجر",
        "AP Photo/Rami Saleh",
        "أرشيف",
    )


def test_a_photo_desk_line_without_a_caption_is_kept_aside() -> None:
    desk = "A bridge is seen at dawn in the capital, May 2, 2022. (AP Photo/Rami Saleh)"
    read_text = wire(f"{LEDE}\n\n{desk}\n\n{MORE}")
    assert [kind_of(block) for block in read_text.blocks] == ["paragraph", "paragraph"]
    assert read_text.asides == (Aside(desk, 3, "photo-desk line without a caption below it"),)


def test_latin_words_in_a_text_are_text() -> None:
    assert kinds(f'{LEDE}\n\n"All that glitters is not gold, as the saying goes."\n\n{MORE}') == [
        ("paragraph", 1),
        ("paragraph", 3),
        ("paragraph", 5),
    ]


def test_an_unknown_credit_is_a_caption_with_a_warning_that_shows_what_to_add() -> None:
    read_text = wire(f"{LEDE}\n\nعمال يضعون اللمسات الأخيرة على الجسر (بلدية العاصمة)\n\n{MORE}")
    figure = read_text.blocks[1]
    assert isinstance(figure, Figure)
    assert figure.credit == "بلدية العاصمة"
    (problem,) = read_text.problems
    assert (problem.severity, problem.code, problem.at.line) == (Severity.WARNING, "credit-unknown", 3)
    assert problem.message == "the credit «بلدية العاصمة» is not in the agency table"
    for line in ("`[[agency]]`", '`id = "', '`ar = "بلدية العاصمة"`'):
        assert line in problem.hint


def test_a_short_caption_may_be_a_gloss_and_names_the_remedy() -> None:
    read_text = wire(f"{LEDE}\n\nآسيا الصغرى (الأناضول)\n\n{MORE}")
    assert isinstance(read_text.blocks[1], Figure)
    (problem,) = read_text.problems
    assert (problem.code, problem.severity) == ("wire-short-caption", Severity.NOTE)
    assert problem.hint == "if so: blocks: {3: paragraph}"


# --- source lines and what stands behind them -----------------------------------------------------------------------


def test_what_follows_the_source_line_is_kept_aside_and_reported() -> None:
    text = f"{LEDE}\n\nالمصدر : رويترز\nحول هذه القصة\nجسر آخر ينهار في الشمال\nصورة من الانهيار (الفرنسية)"
    read_text = wire(text)
    assert [(kind_of(block), block.line) for block in read_text.blocks] == [("paragraph", 1), ("source", 3)]
    assert [aside.line for aside in read_text.asides] == [4, 5, 6]
    (problem,) = read_text.problems
    assert (problem.code, problem.severity, problem.at.line) == ("wire-trailer", Severity.NOTE, 4)
    assert problem.message.startswith("lines 4 to 6 after the end of the article")


def test_a_source_line_in_the_middle_ends_nothing_and_is_reported() -> None:
    text = "\n\n".join([LEDE, "المصدر: رويترز", MORE, MORE, MORE, MORE])
    read_text = wire(text)
    assert [kind_of(block) for block in read_text.blocks] == ["paragraph", "source"] + ["paragraph"] * 4
    assert [problem.code for problem in read_text.problems] == ["wire-source-place"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("المصدر : الجزيرة + وكالات", ("الجزيرة", "وكالات")),
        ("المصادر: رويترز، والأناضول، أ ف ب", ("رويترز", "الأناضول", "أ ف ب")),
        ("المصدر: الجزيرة ووكالات", ("الجزيرة", "وكالات")),
        ("المصـدر : الجَزيرة", ("الجَزيرة",)),
        ("المصدر: رويترز/الفرنسية", ("رويترز", "الفرنسية")),
        ("المصدر: وزارة الصحة والسكان", ("وزارة الصحة والسكان",)),
        ("(المصدر: رويترز)", ("رويترز",)),
        ("المصدر - رويترز", ("رويترز",)),
        ("المصدر: رويترز.", ("رويترز",)),
    ],
)
def test_source_names(line: str, names: tuple[str, ...]) -> None:
    block = wire(f"{LEDE}\n\n{MORE}\n\n{line}").blocks[-1]
    assert isinstance(block, SourceLine)
    assert (block.text, block.names) == (line, names)


@pytest.mark.parametrize(
    "line",
    [
        "قال المصدر: إن العمل سيبدأ غدا",
        "المصدر: إن الشائعات هي السبب في ما جرى خلال الأيام الماضية",
        "المصدر نفسه أشار إلى أن العمل سيبدأ غدا",
        "مصدر: الجيش يستعد للانسحاب من الشمال خلال أيام قليلة جدا من الآن",
        "المصدر: واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة أحد عشر ثالث عشر",
    ],
)
def test_no_source_line(line: str) -> None:
    assert kinds(f"{LEDE}\n\n{line}\n\n{MORE}")[1] == ("paragraph", 3)


# --- the author's word ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["paragraph", "heading", "figure", "quote", "list", "source", "dateline", "code"])
def test_the_authors_word_wins(kind: str) -> None:
    text = f"{LEDE}\n\nصورة من الافتتاح (رويترز)\n\n{MORE}"
    assert kinds(text, header=Header(blocks=((3, kind),)))[1] == (kind, 3)


def test_an_author_may_keep_a_line_aside() -> None:
    read_text = wire(f"{LEDE}\n\n{MORE}", header=Header(blocks=((3, "aside"),)))
    assert [aside.line for aside in read_text.asides] == [3]


def test_the_authors_word_begins_a_block_within_wrapped_lines() -> None:
    text = f"{LEDE}\nالجسر الجديد\n{MORE}"
    assert ("heading", 2) in kinds(text, header=Header(blocks=((2, "heading"),)))


def test_line_numbers_count_the_front_matter() -> None:
    read_text = wire(f"{LEDE}\n\n{MORE}", header=Header(blocks=((9, "heading"),)), first_line=7)
    assert [(kind_of(block), block.line) for block in read_text.blocks] == [("paragraph", 7), ("heading", 9)]


def test_an_override_where_nothing_begins_names_the_nearest_lines() -> None:
    (problem,) = wire(f"{LEDE}\n\n{MORE}", header=Header(blocks=((2, "heading"),))).problems
    assert (problem.code, problem.severity, problem.at.line) == ("wire-override", Severity.ERROR, 2)
    assert problem.message == "'blocks' calls line 2 a heading, but no block begins there"
    assert problem.hint == "blocks begin at line 1 and line 3"


def test_an_override_of_a_kind_that_wire_text_has_not() -> None:
    (problem,) = wire(LEDE, header=Header(blocks=((1, "table"),))).problems
    assert (problem.code, problem.at.line) == ("wire-override-kind", 1)


def test_pictures_are_given_to_the_caption_on_their_line() -> None:
    text = f"{LEDE}\n\nالجسر الجديد عند الفجر (رويترز)\n\n{MORE}"
    figure = wire(text, header=Header(images=(ImageUse(3, "bridge.svg", "a bridge", "CC0"),))).blocks[1]
    assert isinstance(figure, Figure)
    assert (figure.image, figure.alt, figure.license) == ("bridge.svg", "a bridge", "CC0")


def test_a_picture_for_a_line_that_is_no_caption() -> None:
    text = f"{LEDE}\n\nالجسر الجديد عند الفجر (رويترز)\n\n{MORE}"
    (problem,) = wire(text, header=Header(images=(ImageUse(5, "bridge.svg", ""),))).problems
    assert (problem.code, problem.severity, problem.at.line) == ("wire-image", Severity.ERROR, 5)
    assert problem.hint == "captions stand at line 3; if this is one: blocks: {5: figure}"


# --- titles, reasons, rules -----------------------------------------------------------------------------------------


def test_the_ledes_opening_words_serve_as_title() -> None:
    assert wire(LEDE).title_guess == "أعلنت وزارة النقل اليوم افتتاح الجسر الجديد أمام المركبات بعد…"
    assert wire("افتتاح الجسر الجديد").title_guess == "افتتاح الجسر الجديد"
    assert wire(MORE).title_guess == "وقال الوزير إن الجسر سيخفف الازدحام في وسط العاصمة…"
    assert wire(f"غزة (رويترز) - {MORE}").title_guess == "وقال الوزير إن الجسر سيخفف الازدحام في وسط العاصمة…"
    assert wire("").title_guess == ""


def test_every_block_says_why_and_how_sure() -> None:
    for case in CASES:
        for block in read(case).blocks:
            assert block.reason.strip()[-1] == ")" or "photo desk" in block.reason, (case.name, block)


def test_the_table_of_rules_ends_in_one_that_always_answers() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert RULES[-1].name == "paragraph"
    assert all(rule.means for rule in RULES)


def test_problem_codes_are_documented() -> None:
    problems = [problem for case in CASES for problem in read(case).problems]
    assert {problem.code for problem in problems} <= set(PROBLEM_CODES)


def test_list_items_keep_their_numbers() -> None:
    text = f"{LEDE}\n\n{MORE[:-1]}:\n\n3. البند الثالث من الخطة\n4. البند الرابع من الخطة\n\n{MORE}"
    items = [block for block in wire(text).blocks if isinstance(block, Item)]
    assert [(item.number, item.ordered, item.first, plain(item.text)) for item in items] == [
        (3, True, True, "البند الثالث من الخطة"),
        (4, True, False, "البند الرابع من الخطة"),
    ]


# --- what must hold for any text ------------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        LEDE,
        MORE,
        "",
        "",
        "تنسيق مع الأميركيين",
        "صورة من الافتتاح (رويترز)",
        "صورة من الافتتاح [رويترز (أرشيف)]",
        "(الفرنسية)",
        "المصدر : الجزيرة + وكالات",
        "المصدر",
        ":",
        "حول هذه القصة",
        "اقرأ أيضا",
        "إعلان",
        "02:47",
        "1/10/2015",
        "غزة – رويترز",
        "- بند أول",
        "- بند ثان",
        "1. أول",
        "2. ثان",
        "A caption of the photo desk, DATE 1/1/2020 SOURCE Anadolu/Someone",
        "لماذا الآن؟",
        "كلمات غير منتهية في سطر طويل يزيد على عشر كلمات ولا ينتهي بعلامة",
        "وقال \"نصف اقتباس لم يغلق بعد في هذا السطر",
        "\ufeff\u200f",
        "---",
        "=====",
        "# ليس عنوانا",
    ]
)
PAGES = st.lists(LINES | st.text(max_size=60), max_size=30).map("\n".join)


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalpha())


def all_text(read_text: WireText) -> str:
    pieces = [aside.text for aside in read_text.asides]
    for block in read_text.blocks:
        pieces.append(words_of(block))
        if isinstance(block, Figure):
            pieces += [block.credit, block.qualifier, block.alt_source]
    return "\n".join(pieces)


@settings(max_examples=150, deadline=None)
@given(text=st.lists(LINES, max_size=30).map("\n".join), lines=st.booleans())
def test_nothing_is_lost(text: str, lines: bool) -> None:
    read_text = wire(text, header=Header(sentences="lines" if lines else "split"))
    assert letters(all_text(read_text)) == letters(text)


@settings(max_examples=150, deadline=None)
@given(text=PAGES, lang=st.sampled_from(sorted(LANGUAGES)), lines=st.booleans())
def test_any_text_is_read_and_paragraphs_are_kept_byte_for_byte(text: str, lang: str, lines: bool) -> None:
    read_text = wire(text, lang, Header(sentences="lines" if lines else "split"))
    given_lines = {line.strip().strip(EDGES) for line in text.split("\n")}
    for block in read_text.blocks:
        if isinstance(block, Paragraph | Heading):
            assert set(plain(block.text).split("\n")) <= given_lines


@settings(max_examples=100, deadline=None)
@given(text=PAGES)
def test_blocks_and_asides_stand_in_the_order_of_the_text(text: str) -> None:
    read_text = wire(text)
    block_lines = [block.line for block in read_text.blocks]
    aside_lines = [aside.line for aside in read_text.asides]
    assert block_lines == sorted(set(block_lines))
    assert aside_lines == sorted(set(aside_lines))
    assert not set(block_lines) & set(aside_lines)


@settings(max_examples=60, deadline=None)
@given(text=PAGES, line=st.integers(0, 40), kind=st.sampled_from(["paragraph", "heading", "figure", "list", "source"]))
def test_an_override_is_obeyed_or_reported(text: str, line: int, kind: str) -> None:
    read_text = wire(text, header=Header(blocks=((line, kind),)))
    obeyed = (kind, line) in [(kind_of(block), block.line) for block in read_text.blocks]
    reported = [problem.at.line for problem in read_text.problems if problem.code == "wire-override"]
    assert obeyed != (reported == [line])


def test_corpus_files_have_no_strays() -> None:
    assert {path.suffix for path in CORPUS.iterdir()} == {".txt"}

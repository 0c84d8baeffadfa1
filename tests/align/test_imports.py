"""Outside texts into sources and sidecar, one sentence a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.align import NO_EVIDENCE, make_story
from lisanayn.align.imports import body
from lisanayn.align.ladders import read_ladder, read_plain_pair
from lisanayn.align.tmx import read_tmx
from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Source
from lisanayn.model.inline import plain
from lisanayn.parse import parse_source
from tests.align.making import LANGUAGES, article, codes, companion, groups, paragraph

LANGS = ("ar", "en")
SOURCE = "واحد.\nاثنان.\nثلاثة.\nأربعة.\n"
TARGET = "One and two.\nThree.\nFour.\nFive.\n"
TMX = """<?xml version="1.0"?>
<tmx version="1.4"><header srclang="ar" segtype="sentence"/><body>
<tu><tuv xml:lang="ar-SA"><seg>واحد.</seg></tuv>
<tuv xml:lang="en-GB"><seg>One <bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept>.</seg></tuv></tu>
<tu><tuv xml:lang="ar"><seg>اثنان.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Drei.</seg></tuv></tu>
<tu><tuv xml:lang="AR"><seg>أربعة
  وخمسة.</seg></tuv><tuv xml:lang="en"><seg>Four &amp; five.</seg></tuv></tu>
</body></tmx>
"""


def test_a_translation_memory():
    result = read_tmx(TMX.encode(), LANGS, "m.tmx")
    assert result.problems == ()
    assert result.imported.source == "واحد.\nاثنان.\nأربعة وخمسة.\n"
    assert result.imported.target == "One bold.\nFour \\& five.\n"
    assert result.imported.sidecar == "[p1 s1]\ns1      = 1\ns2      = -\ns3      = 2\n"


def test_a_translation_memory_in_utf16():
    data = TMX.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")
    assert read_tmx(data, LANGS, "m.tmx").imported == read_tmx(TMX.encode(), LANGS, "m.tmx").imported


UNIT = '<tmx><body><tu><tuv xml:lang="ar"><seg>&a;</seg></tuv></tu></body></tmx>'
BOMB = f'<!DOCTYPE t [<!ENTITY b "bbbb"><!ENTITY a "&b;&b;">]>{UNIT}'.encode()
FILE = f'<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]>{UNIT}'.encode()


@pytest.mark.parametrize("data, words", [
    (b"<tmx><body>", "not well-formed XML"),
    (BOMB, "the file declares entities of its own"),
    (FILE, "the file declares entities of its own"),
    (b"<tmx><body/></tmx>", "no units in 'ar' and 'en'; languages found: none"),
    (TMX.replace("en", "it").encode(), "no units in 'ar' and 'en'; languages found: AR, ar, ar-SA, de, it, it-GB"),
])  # fmt: skip
def test_a_memory_that_cannot_be_read_is_named(data, words):
    result = read_tmx(data, LANGS, "m.tmx")
    assert (result.imported, codes(result.problems)) == (None, ["import-tmx"])
    assert result.problems[0].message.startswith(words)


HUNALIGN = "0\t0\t1.2\n2\t1\t0.4\n3\t2\t0.9\n4\t2\t0.1\n4\t3\t-0.3\n4\t4\n"
VECALIGN = "[0, 1]:[0]:0.12\n[2]:[1]:0.05\n[3]:[]:1.0\n[]:[2]:1.0\n[]:[3]:1.0\n"


@pytest.mark.parametrize("ladder", [HUNALIGN, VECALIGN, "[0, 1]:[0]:0.12\n[2]:[1]:0.05\n"])
def test_ladders(ladder):
    result = read_ladder(ladder, SOURCE, TARGET, LANGS, "x.ladder")
    assert result.problems == ()
    assert (result.imported.source, result.imported.target) == (SOURCE, TARGET)
    assert result.imported.sidecar.split("\n") == [
        "[p1 s1]", "s1 s2   = 1", "s3      = 2", "s4      = -", "-       = 3", "-       = 4", "",
    ]  # fmt: skip


def test_an_import_that_is_one_to_one_needs_no_sidecar():
    assert read_ladder("0\t0\n1\t1\n2\t2\n", "أ\nب\n", "A\nB\n", LANGS, "x").imported.sidecar == ""


def test_empty_lines_of_aligned_texts_count_and_are_left_out():
    imported = read_ladder("[0]:[0]\n[2]:[1, 2]\n", "أ\n\nب\n", "A\nB\nC\n", LANGS, "x").imported
    assert (imported.source, imported.sidecar) == ("أ\nب\n", "[p1 s1]\ns1      = 1\ns2      = 2 3\n")


@pytest.mark.parametrize("ladder, line, words", [
    ("0\t0\nnonsense\n", 2, "cannot read 'nonsense'"),
    ("[0]:[0]\n[9]:[1]\n", 2, "there is no line 9; the text has lines 0 to 3"),
    ("[1]:[1]\n[0]:[0]\n", 2, "this group goes back"),
    ("0\t0\n2\t2\n1\t3\n", 2, "this group goes back"),
    ("[0, 2]:[0]\n", 1, "this group goes back"),
])  # fmt: skip
def test_a_ladder_that_cannot_be_used_is_named_with_its_line(ladder, line, words):
    result = read_ladder(ladder, SOURCE, TARGET, LANGS, "x.ladder")
    (problem,) = result.problems
    assert (result.imported, problem.code, problem.at.line) == (None, "import-line", line)
    assert problem.message.startswith(words)


def test_two_plain_texts():
    source = "وصل القطار إلى المدينة القديمة. نزل منه مئة راكب.\n\nكان المطر يهطل. ولم يكن أحد ينتظر.\n"
    target = (
        "The train reached the old city. A hundred passengers got off.\n\nIt was raining, and nobody was waiting.\n"
    )
    imported = read_plain_pair(source, target, LANGS, NO_EVIDENCE).imported
    assert (
        imported.source == "وصل القطار إلى المدينة القديمة.\nنزل منه مئة راكب.\n\nكان المطر يهطل.\nولم يكن أحد ينتظر.\n"
    )
    assert imported.target.count("\n") == 4
    assert "s3 s4   = 1       ?" in imported.sidecar


def test_hard_wraps_are_no_sentences_and_lines_that_end_like_sentences_are():
    wrapped = "The train reached the\nold city. Nobody was\nwaiting.\n\nIt rained.\n"
    kept = "The train arrived.\nDr. A. B. Smith said so, twice.\n\nIt rained.\n"
    assert (
        read_plain_pair("أ.\n", wrapped, LANGS, NO_EVIDENCE).imported.target.split("\n")[0]
        == "The train reached the old city."
    )
    assert read_plain_pair("أ.\n", kept, LANGS, NO_EVIDENCE).imported.target == kept


def read_back(text: str, lang: str):
    data = f"---\ntitle: T\nsentences: lines\n---\n{text}".encode()
    parsed = parse_source(Source(f"content/x/{lang}.md", "x", lang, "markdown", data), AgencyTable((), ()))
    return parsed.article


PRINTABLE = st.text(alphabet="abcزرق 019.,:;!?#*_`[](){}<>&~^|\\+-=\"'/%", min_size=1, max_size=25)


@settings(deadline=None, max_examples=300)
@given(st.lists(PRINTABLE.filter(str.strip), min_size=1, max_size=4))
def test_what_is_imported_shows_the_very_words(sentences):
    made = read_back(body([sentences]), "en")
    assert "\n".join([plain(block.text) for block in made.blocks]) == "\n".join(
        [" ".join(s.split()) for s in sentences]
    )


def test_an_imported_pair_is_a_story_with_the_same_groups():
    imported = read_ladder(HUNALIGN, SOURCE, TARGET, LANGS, "x.ladder").imported
    articles = [read_back(imported.source, "ar"), read_back(imported.target, "en")]
    made, problems = make_story(articles, [companion("align", "en", imported.sidecar)], LANGUAGES, NO_EVIDENCE)
    assert groups(made) == ["s1 s2 = 1", "s3 = 2", "s4 = -", "- = 3", "- = 4"]
    assert codes(problems) == []


@given(st.text(max_size=80), st.binary(max_size=80))
def test_no_input_breaks_a_reader(text, data):
    read_ladder(text, SOURCE, TARGET, LANGS, "x")
    read_tmx(data, LANGS, "x")
    assert article("ar", paragraph("x"))

"""Rich text to HTML."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.model.inline import (
    Break,
    Deleted,
    Emphasis,
    Foreign,
    InlineCode,
    Link,
    NoteLink,
    NoteRef,
    Run,
    Strong,
    from_plain,
    plain,
)
from lisanayn.render.inline import rich_html, words_html


@pytest.mark.parametrize(
    ("text", "lang", "want"),
    [
        ("a < b & c", "en", "a &lt; b &amp; c"),
        ("قالت BBC إن", "ar", 'قالت <bdi dir="ltr">BBC</bdi> إن'),
        ("the port of صور today", "en", 'the port of <bdi dir="rtl">صور</bdi> today'),
        ("وعلى الرقم +962 6 555 1234", "ar", 'وعلى الرقم <bdi dir="ltr" class="n">+962 6 555 1234</bdi>'),
        ("بلغ 17 كم", "ar", "بلغ 17\u00a0كم"),
        ("17.5 cm across", "en", "17.5\u00a0cm across"),
        ("نص بلا غيره.", "ar", "نص بلا غيره."),
        ("‏", "", "‏"),
    ],
)
def test_words(text, lang, want):
    assert words_html(text, lang) == want


@pytest.mark.parametrize(
    ("runs", "want"),
    [
        ([Run("a ", ()), Run("b", (Strong(),))], "a <strong>b</strong>"),
        ([Run("a", (Strong(),)), Run("b", (Strong(), Emphasis()))], "<strong>a<em>b</em></strong>"),
        ([Run("a", (Emphasis(),)), Run("b", (Strong(),))], "<em>a</em><strong>b</strong>"),
        ([Run("a", (Deleted(),))], "<del>a</del>"),
        ([Run("x<y", (InlineCode(),))], '<code dir="ltr" translate="no">x&lt;y</code>'),
        ([Run("x", (Link('a"b', 't"'),))], '<a href="a&#34;b" title="t&#34;">x</a>'),
        ([Run("x", (Link("https://x.example/"),))], '<a href="https://x.example/" rel="noopener">x</a>'),
        ([Run("astrolabos", (Foreign("grc-Latn"),))], '<i lang="grc-Latn" dir="ltr">astrolabos</i>'),
        ([Run("שלום", (Foreign("yi"),))], '<i lang="yi" dir="rtl">שלום</i>'),
        ([Run("a"), Run("\n", (Break(),)), Run("b")], "a<br>b"),
        ([Run("a"), Run("", (NoteRef("1"),))], "a"),
        (
            [Run("1", (NoteLink("fn-en-1", "fnref-en-1"),))],
            '<sup class="noteref"><a href="#fn-en-1" id="fnref-en-1" role="doc-noteref">1</a></sup>',
        ),
    ],
)
def test_marks(runs, want):
    assert rich_html(tuple(runs), "en") == want


MARKS = st.lists(
    st.sampled_from([Strong(), Emphasis(), Deleted(), InlineCode(), Link("https://x.example/"), Foreign("la")]),
    max_size=3,
    unique=True,
)
TEXT = st.text(st.sampled_from("ab <>&\"'نصBC12+-/.()«»؟\u0301é"), min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXT, MARKS), max_size=5), st.sampled_from(["ar", "en"]))
def test_all_words_arrive_and_no_element_is_left_open(pieces, lang):
    rich = tuple(Run(text, tuple(marks)) for text, marks in pieces)
    html = str(rich_html(rich, lang))
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parseFragment(f"<p>{html}</p>")
    assert "".join(tree.itertext()).replace("\u00a0", " ") == plain(rich)


@given(st.text(max_size=40), st.sampled_from(["ar", "en", "he", "fr"]))
def test_text_is_never_markup(text, lang):
    tree = html5lib.parseFragment(str(rich_html(from_plain(text), lang)), namespaceHTMLElements=False)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= {"DOCUMENT_FRAGMENT", "bdi"}

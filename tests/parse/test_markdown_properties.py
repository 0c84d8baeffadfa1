"""What holds of every Markdown text: the quick way equals the long one, and no word is ever lost."""

from __future__ import annotations

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lisanayn.model.agency import agency_table
from lisanayn.model.blocks import Block, Code, Figure, Footnote, Heading, Item, Paragraph, Quote, Table
from lisanayn.model.inline import plain
from lisanayn.parse.markdown import read_markdown
from lisanayn.parse.markdown_full import read_full
from lisanayn.parse.markdown_parser import parser
from lisanayn.problems import Severity

AGENCIES = agency_table()

PIECES = [
    "\n", "\n", "\n\n", "\n\n", "\n \n", "\n\t\n", " ", "  ", "\t", "كلمة", "word", "، ", ". ", "٥", "5", "1. ",
    "1) ", "12.", "- ", "-", "* ", "*", "**", "_", "__", "`", "``", "~~", "~", "# ", "## ", "##", "#", "> ", ">",
    "+ ", "+", "=", "===", "---", "| ", "|", "|-|\n", "[", "]", "](", ")", "](a)", "![", "[^1]", "[^1]: ", "^[",
    "]{lang=fr}", "{", "}", "{#a}", "{#a}\n", "<b>", "<", ">", "&amp;", "&", "\\", "\\\n", "```", "~~~", "::: note\n",
    ":::", ":", "«", "»", "\u200f", "\u00a0", "\u00a0\n", "    ", "\ue000", "!", "—", "(رويترز)", "<http://a.b>",
    "[a]: http://b\n", "://", "$", "%", "@", "\u064e", "'", '"', "{credit=x}",
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def both(text: str) -> tuple[object, object]:
    return read_markdown(text, 7, "ar", AGENCIES, "a.md"), read_full(text, {}, 7, "ar", AGENCIES, "a.md")


@settings(max_examples=300, deadline=None)
@given(texts)
def test_the_quick_way_equals_the_library(text: str) -> None:
    quick, full = both(text)
    assert quick == full


def test_the_quick_way_equals_the_library_on_many_texts() -> None:
    chance = random.Random(7)
    for _ in range(3000):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 25)))
        quick, full = both(text)
        assert quick == full, repr(text)


def words_in(block: Block) -> str:
    """All words of a block that a reader can see or hear."""
    match block:
        case Paragraph(text=text) | Heading(text=text) | Item(text=text) | Footnote(text=text):
            return plain(text)
        case Quote(text=text, attribution=name):
            return f"{plain(text)} {plain(name)}"
        case Figure(alt=alt, caption=caption, credit=credit, qualifier=qualifier):
            return f"{alt} {plain(caption)} {credit} {qualifier}"
        case Table(header=header, rows=rows):
            return " ".join(plain(cell) for row in (header, *rows) for cell in row)
        case Code(text=text):
            return text
        case _:
            return ""


SHAPES = [
    "{0}", "*{0}* {1}", "**{0}**{1}", "~~{0}~~", "`{0}`", "[{0}](b.html)", "[{0}](javascript:x)", "[{0}]",
    "[{0}]{{lang=fr}}", "[{0}]{{lang=!}}", "![{0}](a.jpg)", "![{0}](a.jpg)\n{1} ({2})", "{0} ![{1}](a.jpg) {2}",
    "[![{0}](a.jpg)](b)", "{0}^[{1}]", "{0}[^9]", "{0}[^{1}]\n\n[^{1}]: {1} {2}\n\n    {3}", "[^8]: {0}",
    "<b>{0}</b>", "<!-- {0} -->", "<{0}>", "&{0};", "# {0}", "## {0} {{#x}}", "{0}\n---",
    "- {0}\n- {1}\n  - {2}\n\n    {3}", "1. {0}\n\n   {1}\n2. > {2}", "> {0}\n> — {1}", "> {0}\n>\n> — {1}",
    "> - {0}\n> - ## {1}", "> > {0}\n>\n> {1}", "| {0} | {1} |\n|---|---|\n| {2} | {3} |",
    "| {0} |\n|---|\n| {1} | {2} |", "```{{.x}}\n{0}\n```", "    {0}", "::: note {0}\n{1}\n:::", "::: note\n{0}",
    ":::{{x}}\n{0}\n:::", "{{#x}}\n{0}", "{0}  \n{1}\\\n{2}", "- - {0}", "- ![{0}](a.jpg)\n\n  {1}",
    "*{0} **{1}* {2}**", "{0}\n- {1}", "[{0}](<a b>", "![{0}](a.jpg){{credit={1}", "***\n{0}", "\\*{0}\\*",
    "{0}\n===\n{1}", "- [ ] {0}",
]  # fmt: skip

prefixes = st.sampled_from(["", "> ", "- ", "1. ", "    "])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SHAPES), prefixes), min_size=1, max_size=6), st.booleans())
def test_no_word_is_lost(shapes: list[tuple[str, str]], apart: bool) -> None:
    names = iter(f"w{number}w" for number in range(100))
    parts = []
    for shape, prefix in shapes:
        text = shape.format(*[next(names) for _ in range(4)])
        parts.append("\n".join(prefix + line for line in text.split("\n")))
    source = ("\n\n" if apart else "\n").join(parts)
    read = read_markdown(source, 1, "ar", AGENCIES, "a.md")
    if any(problem.severity is Severity.ERROR for problem in read.problems):
        return
    kept = " ".join(words_in(block) for block in read.blocks)
    hidden = re.findall(r"\[\^(w\d+w)\]", source)  # the label of a footnote is not its text
    lost = [word for word in re.findall(r"w\d+w", source) if word not in kept and word not in hidden]
    assert lost == []


LATIN = [
    "*a b*", "a * b *", '**a"b"**', '*"a"*b', "a_b_c", "_a_b", "__a__b", "**a**b", "*a*b", "a*b*c", "***a***",
    "***a** b*", "*a **b***", "**a *b* c**", "*a*b*c*", "**(**a)", "a**(b)**c", "**a, (*b*), c**", "*(**a**)*",
    "a**,b**", "**a.**b", "~~a~~b", 'a~~"b"~~c', "*a\\*b*", "**a** **b**", "_(a)_b", "a*(b)*", "* a*", "**a **",
    "*a `*` b*", "*[a*](b)", "**[a**](b)", "a**\u00a0b**", "*£*b",
]  # fmt: skip


def test_emphasis_in_latin_text_is_that_of_commonmark() -> None:
    ours = parser()
    theirs = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    for text in LATIN:
        assert ours.renderInline(text) == theirs.renderInline(text), text


signs = st.sampled_from(["*", "**", "_", "__", "~~", "a", "b", " ", ",", "(", ")", '"', "é", "£", "-"])


@settings(max_examples=200, deadline=None)
@given(st.lists(signs, max_size=20).map("".join))
def test_emphasis_in_any_latin_text_is_that_of_commonmark(text: str) -> None:
    theirs = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    assert parser().renderInline(text) == theirs.renderInline(text)

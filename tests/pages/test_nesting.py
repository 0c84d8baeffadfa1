"""Elements around rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.model.blocks import Item, Quote
from lisanayn.model.rows import Close, Open, RuleBlock
from lisanayn.pages.nesting import Nesting, quotation

BLOCKS = st.lists(st.sampled_from(["paragraph", "quote", "item", "first", "rule"]), max_size=8)


def rows(blocks, put_paragraph):
    nesting = Nesting()
    for block in blocks:
        if block not in ("item", "first"):
            nesting.leave_lists()
        if block == "paragraph":
            put_paragraph(nesting)
        elif block == "quote":
            nesting.put([quotation(Quote((), 1, number=1)), nesting.paragraph()], [RuleBlock()])
        elif block == "rule":
            nesting.put([], [RuleBlock()])
        else:
            nesting.put([*nesting.items(Item((), 1, first=block == "first")), nesting.paragraph()], [RuleBlock()])
    return nesting.finished()


@settings(deadline=None)
@given(BLOCKS)
def test_a_paragraph_that_stands_in_nothing_is_put_like_any_other(blocks):
    short = rows(blocks, lambda nesting: nesting.put_paragraph([RuleBlock()]))
    assert short == rows(blocks, lambda nesting: nesting.put([nesting.paragraph()], [RuleBlock()]))


def test_paragraphs_in_a_row_stay_two():
    found = rows(["paragraph", "paragraph"], lambda nesting: nesting.put_paragraph([]))
    assert found == (Open("div", "para"), Close("div"), Open("div", "para"), Close("div"))

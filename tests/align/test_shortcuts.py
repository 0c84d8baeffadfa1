"""What nearly every text can do without the long way comes to what the long way does."""

import json
from dataclasses import replace
from math import prod

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lisanayn.align import NO_EVIDENCE, dynamic, runs
from lisanayn.align.dynamic import _first_sums, _forward
from lisanayn.align.exchange import _NO_XML, _xml, aligned_json, groups_json
from lisanayn.align.groups import is_plain, make_guide
from lisanayn.align.lattice import Lattice, weigh_beads
from lisanayn.align.lengths import background, fits, weighed_fits
from lisanayn.align.seams import _MEANT, _OVER, _UNEVEN, SHAPES, Seams, apply_seams
from lisanayn.align.splitting import split_block, texts
from lisanayn.model.blocks import Paragraph
from lisanayn.model.inline import Run, Strong, plain
from tests.align.making import article, paragraph, story

TEXTS = st.text(st.sampled_from("ab.؟! \n\u00a0\u200fم١«»"), min_size=2, max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.data(), TEXTS, st.sampled_from(["split", "lines"]))
@example(None, " a\n b ", "lines")
def test_a_text_of_one_run_is_cut_where_a_text_of_two_is(data, text, mode):
    at = data.draw(st.integers(1, len(text) - 1)) if data else 2
    marks = (Strong(),)
    whole, pieces = (Run(text, marks),), (Run(text[:at], marks), Run(text[at:], marks))
    one, two = (split_block(Paragraph(rich, 1), article("ar", sentences=mode)) for rich in (whole, pieces))
    assert [plain(sentence.text) for sentence in one.sentences] == [plain(sentence.text) for sentence in two.sentences]
    assert all(run.marks == marks for sentence in one.sentences for run in sentence.text)


def test_the_texts_of_a_block_are_its_own_though_they_are_remembered():
    for number in range(3000):
        block = split_block(Paragraph((Run(f"Go {number}.\nStop."),), 1), article("en"))
        assert texts(block) == (f"Go {number}.", "Stop.")
        assert texts(block) is texts(block)


@settings(deadline=None)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=4), st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_aligned_json_is_set_as_the_library_sets_it(arabic, english):
    made, _ = story([paragraph(*arabic), paragraph('"groups": []')], [paragraph(*english)])
    translation = replace(made.translations[0])
    for text in (aligned_json(made, translation), groups_json(translation)):
        found = json.loads(text)
        groups = json.dumps({"groups": found["groups"]}, ensure_ascii=False, indent=1)[2:-2]
        lines = [
            groups if key == "groups" else f' "{key}": {json.dumps(value, ensure_ascii=False)}'
            for key, value in found.items()
        ]
        assert text == "{\n" + ",\n".join(lines) + "\n}\n"


def test_aligned_json_of_no_group():
    made, _ = story([], [])
    assert groups_json(made.translations[0]) == '{\n "groups": []\n}\n'


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_xml_of_printable_text_is_xml_of_any_text(text):
    escaped = _NO_XML.sub("", text)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        escaped = escaped.replace(sign, entity)
    assert _xml(text) == escaped


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=6))
def test_blocks_that_agree_are_grouped_as_the_links_would_group_them(sizes):
    arabic = [paragraph(*["م" * one for one, _ in sizes[n : n + 2]]) for n in range(0, len(sizes), 2)]
    english = [paragraph(*["x" * other for _, other in sizes[n : n + 2]]) for n in range(0, len(sizes), 2)]
    short = story(arabic, english)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "is_plain", lambda *_: False)
        assert story(arabic, english) == short


def test_blocks_agree_only_in_equal_numbers():
    assert is_plain(["a" * 50], ["b" * 52], 1.0)
    assert not is_plain(["a" * 50], ["b" * 150], 1.0)
    assert not is_plain(["a" * 50], ["b" * 25, "b" * 25], 1.0)
    assert not is_plain([], [], 1.0)
    assert not is_plain(["a"] * 6, ["b"] * 6, 1.0)


SIZES = st.lists(st.integers(1, 200), min_size=1, max_size=9)


def lattice(source, target, seams):
    guide = make_guide("ar", "en", sum(source), sum(target), NO_EVIDENCE)
    flat = tuple([tuple([{} for _ in source]) for _ in range(3)])
    shares = (0.7, 0.05, 0.05, 0.06, 0.06, 0.04, 0.02, 0.02)
    bases = (0.5,) * len(target), (0.9,) * len(source)
    return Lattice(tuple(source), tuple(target), guide.ratio, shares, flat, *bases, seams)


@settings(deadline=None)
@given(SIZES, SIZES)
def test_sums_taken_for_all_shapes_at_once_are_sums_taken_shape_by_shape(source, target):
    band = [(0, len(target))] * (len(source) + 1)
    weights = weigh_beads(lattice(source, target, Seams()), band)
    rows, steps = _forward(weights, band, len(target))
    for i in range(1, len(rows)):
        sums = _first_sums(weights, rows[:i], steps[:i], band[i])
        run, skipped = 0.0, []
        for each, skip in zip(sums, weights[SHAPES.index((0, 1))][i], strict=True):
            run = each + run * skip
            skipped.append(run)
        assert rows[i][3:] == [each / max(skipped) for each in skipped]


@settings(deadline=None)
@given(SIZES, SIZES)
def test_shapes_without_a_likely_bead_are_not_missed(source, target):
    band = [(0, len(target))] * (len(source) + 1)
    weights = weigh_beads(lattice(source, target, Seams()), band)
    sums, steps = _forward(weights, band, len(target))
    found = dynamic._backward(weights, band, sums, steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dynamic, "max", lambda _: 1.0, raising=False)  # look at the cells of every shape
        assert dynamic._backward(weights, band, sums, steps) == found


@settings(deadline=None)
@given(SIZES, SIZES)
def test_a_bead_weighs_its_share_its_factors_and_its_length(source, target):
    band = [(0, len(target))] * (len(source) + 1)
    beads = lattice(source, target, Seams())
    densities = background(target)
    for (up, left), share, rows in zip(SHAPES, beads.shares, weigh_beads(beads, band), strict=True):
        for i in range(up, len(source) + 1):
            for j in range(left, len(target) + 1):
                size = sum(target[j - left : j])
                weight = share
                if up and left:
                    weight *= (
                        prod(beads.source_base[i - up : i]) * fits(sum(source[i - up : i]) * beads.ratio, [size])[0]
                    )
                    weight *= prod([beads.base[n] / densities[n] for n in range(j - left, j)])
                    weight *= (2.0 / size) ** (left - 1)  # any division of its length is as likely as any other
                assert rows[i][j] == pytest.approx(weight)


@settings(deadline=None)
@given(st.data(), st.integers(1, 8), st.integers(1, 8))
def test_seams_weigh_each_cell_by_itself(data, rows, columns):
    ends = st.frozensets(st.integers(1, max(rows, columns)))
    source = frozenset([n for n in data.draw(ends) if n < rows])
    target = frozenset([n for n in data.draw(ends) if n < columns])
    meant = frozenset(data.draw(st.lists(st.tuples(st.sampled_from(sorted(source)), st.sampled_from(sorted(target))))
                                if source and target else st.just([])))  # fmt: skip
    kinds = st.sampled_from(["paragraph", "quote"])
    seams = Seams(
        source, target, meant,
        tuple([data.draw(kinds) for _ in range(rows)]), tuple([data.draw(kinds) for _ in range(columns)]),
    )  # fmt: skip
    band = [(max(0, i - 2), columns) for i in range(rows + 1)]
    table = [[[1.0] * (high - low + 1) for low, high in band] for _ in SHAPES]
    apply_seams(table, seams, (rows, columns), band)
    for (up, left), weights in zip(SHAPES, table, strict=True):
        for i, (low, _) in enumerate(band):
            assert weights[i] == pytest.approx(
                [_cell(seams, (i, j), (up, left), (rows, columns)) for j in range(low, columns + 1)]
            )


def _cell(seams, cell, shape, last):
    """What the seams say of one bead, as ``align.seams`` puts it in words."""
    (i, j), (up, left), (rows, columns) = cell, shape, last
    factor = 1.0
    if cell in seams.meant:
        factor = _MEANT ** (1.0 / len(seams.meant))
    elif (i in seams.source) != (j in seams.target):
        factor = _UNEVEN
    for breaks, start, end, size in ((seams.source, i - up, i, rows), (seams.target, j - left, j, columns)):
        over = _OVER + (1.0 - _OVER) * len(breaks) / max(size - 1, 1)
        factor *= over ** sum(n in breaks for n in range(start + 1, end))
    one_kind = len({*seams.source_kinds, *seams.target_kinds}) < 2
    if up and left and not one_kind and i >= up and j >= left:
        factor *= 1.0 if seams.source_kinds[i - up] == seams.target_kinds[j - left] else 0.1
    return factor


@settings(deadline=None)
@given(st.floats(1, 300), SIZES, st.floats(0.01, 2))
def test_a_weighed_density_is_the_density_weighed(length, sizes, share):
    factors = [1.0 / size for size in sizes]
    plainly = [share * factor * density for factor, density in zip(factors, fits(length, sizes), strict=True)]
    assert weighed_fits(share, length, sizes, factors) == plainly

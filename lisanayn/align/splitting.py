"""An article's blocks with their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lisanayn.model.article import Article
from lisanayn.model.blocks import Block
from lisanayn.model.inline import Rich, Run, cut, plain, trimmed
from lisanayn.model.story import Sentence, SplitBlock, sentence_text
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.sentences import Span, sentence_spans


def split_article(article: Article) -> tuple[SplitBlock, ...]:
    """Every block of the article, split where its kind has sentences; the sentences have no ids yet."""
    return tuple([split_block(block, article) for block in article.blocks])


def split_block(block: Block, article: Article) -> SplitBlock:
    """One block and its sentences, in the article's language and by its own ``sentences`` setting."""
    rich = sentence_text(block)
    if not rich:
        return SplitBlock(block, ())
    return SplitBlock(block, tuple([Sentence("", piece) for piece in _pieces(rich, article)]))


def _pieces(rich: Rich, article: Article) -> list[Rich]:
    text = plain(rich)
    spans = sentence_spans(text, LANGUAGES[article.lang], article.header.sentences)
    if len(rich) == 1 and rich[0].text:
        return _plain_pieces(rich[0], spans)
    if len(spans) == 1:
        return [trimmed(rich)]
    # Each sentence is cut up to where the next begins: a footnote reference behind a space would else be lost.
    starts = [0, *[start for start, _ in spans[1:]], len(text)]
    return [_without_tail(cut(rich, start, end)) for start, end in pairwise(starts)] if spans else []


def _plain_pieces(run: Run, spans: Sequence[Span]) -> list[Rich]:
    """The pieces of a text of one run, as nearly every paragraph is: between spans lies nothing but white space, so the
    spans are the pieces; only the first of several takes in what stands before it, as ``cut`` would."""
    marks = run.marks
    if len(spans) == 1:
        start, end = spans[0]
        return [(run if end - start == len(run.text) else Run(run.text[start:end], marks),)]
    pieces: list[Rich] = [(Run(run.text[start:end], marks),) for start, end in spans]
    if spans and spans[0][0]:
        pieces[0] = (Run(run.text[: spans[0][1]], marks),)
    return pieces


def _without_tail(rich: Rich) -> Rich:
    """The text without white space at its end. Runs that have no text (footnote references) stay."""
    runs = list(rich)
    for at in range(len(runs) - 1, -1, -1):
        text = runs[at].text
        if text:
            runs[at] = Run(text.rstrip(), runs[at].marks)
            if runs[at].text:
                break
            del runs[at]
    return tuple(runs)


_read: dict[int, tuple[SplitBlock, tuple[str, ...]]] = {}
_MOST_READ = 1024


def texts(block: SplitBlock) -> tuple[str, ...]:
    """The plain text of each sentence of a block, line ends read as spaces.

    Remembered for the very block, which is kept beside its texts so that no other can come to have its ``id``: the
    blocks of a story are asked for theirs to guess the lengths, to pair them, and for the exports.
    """
    known = _read.get(id(block))
    if known is None:
        if len(_read) >= _MOST_READ:
            _read.clear()
        known = _read[id(block)] = block, tuple([_on_one_line(plain(one.text)) for one in block.sentences])
    return known[1]


def _on_one_line(text: str) -> str:
    # Of white space only the space can be printed; a sentence with nothing else between its words is nearly every one.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())

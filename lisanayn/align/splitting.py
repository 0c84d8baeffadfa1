"""An article's blocks with their sentences."""

from __future__ import annotations

from itertools import pairwise

from lisanayn.model.article import Article
from lisanayn.model.blocks import Block
from lisanayn.model.inline import Rich, Run, cut, plain, trimmed
from lisanayn.model.story import Sentence, SplitBlock, sentence_text
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.sentences import sentence_spans


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
    if len(spans) == 1:
        return [trimmed(rich)]
    # Each sentence is cut up to where the next begins: a footnote reference behind a space would else be lost.
    starts = [0, *[start for start, _ in spans[1:]], len(text)]
    return [_without_tail(cut(rich, start, end)) for start, end in pairwise(starts)] if spans else []


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


def texts(block: SplitBlock) -> list[str]:
    """The plain text of each sentence of a block, line ends read as spaces."""
    return [" ".join(plain(sentence.text).split()) for sentence in block.sentences]

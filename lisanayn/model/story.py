"""One story: an original and its translations, sentence beside sentence."""

from __future__ import annotations

from lisanayn.model.article import Article
from lisanayn.model.blocks import Block, Item, Paragraph, Quote
from lisanayn.model.inline import Rich
from lisanayn.record import record


@record
class Sentence:
    """A sentence of the original or of a translation."""

    id: str
    """``s1``, ``s4a``: the HTML anchor. Only the original's sentences have one; empty in a translation."""
    text: Rich


@record
class SplitBlock:
    """A block and its sentences. Paragraphs, quotes and list items have sentences; other blocks have none."""

    block: Block
    sentences: tuple[Sentence, ...]
    skipped: int = 0
    """Sentences of the same block of the file that stand in an earlier pair. Not 0 where a paragraph answers two of
    the other text and was divided between them; ``block`` then holds the words of this part only."""
    joins: tuple[int, ...] = ()
    """Numbers, from 1, of the sentences that open a further block of the file. Not empty where one group reaches over
    the end of a paragraph, so that two had to be shown as one; ``block`` then holds the words of both."""


@record
class Group:
    """Sentences that translate each other ("bead" in Gale and Church 1993)."""

    source: tuple[str, ...]
    """Ids of the original's sentences; empty when the translator added something."""
    target: tuple[int, ...]
    """Numbers of the translation's sentences within the pair's ``target``, from 1; empty when not translated."""
    confidence: float = 1.0
    """Between 0 and 1; 1 where the counts agree and nothing speaks against them, and where a person has reviewed it."""
    reviewed: bool = False
    """Whether a person has said that the group is right, and neither text has changed since."""
    stale: bool = False
    """Whether a person has said so of an earlier wording."""
    guessed: bool = False
    """Whether the aligner had to search for it: a person should look."""


@record
class BlockPair:
    """A block of the original beside the one that translates it; one side may be missing."""

    source: SplitBlock | None
    target: SplitBlock | None
    groups: tuple[Group, ...]
    """Every sentence of either side exactly once, in reading order; empty for blocks without sentences."""


@record
class Translation:
    """A translation beside its original."""

    article: Article
    pairs: tuple[BlockPair, ...]
    """All blocks of both texts, in reading order."""


@record
class Anchor:
    """A retired or merged sentence id: links to it still arrive."""

    id: str
    before: str
    """Id of the sentence the anchor stands before; empty: at the end of the text."""
    merged: bool = False
    """Whether the sentence went into the one it stands before, and did not go away."""


@record
class Story:
    """The bilingual unit of the site."""

    slug: str
    original: Article
    blocks: tuple[SplitBlock, ...]
    """The original's blocks with their sentences and ids."""
    translations: tuple[Translation, ...]
    """In the order of the site's languages."""
    anchors: tuple[Anchor, ...] = ()
    digest: str = ""
    """Made from the digests of everything the story was made of: two stories with one digest are equal."""


def sentence_text(block: Block) -> Rich:
    """The text that is split into sentences; empty for the kinds that have none."""
    match block:
        case Paragraph(text=text) | Quote(text=text) | Item(text=text):
            return text
        case _:
            return ()

"""What the build knows of a story without its text: small, so that thousands fit in memory, and data, so that it can be
remembered from one build to the next."""

from __future__ import annotations

from dataclasses import replace

from lisanayn.build.codec import dumps
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles
from lisanayn.build.stories import MadeStory
from lisanayn.model.catalog import Card
from lisanayn.model.picture import PictureFile
from lisanayn.pages.cards import make_card
from lisanayn.pages.site import Site
from lisanayn.problems import Problem, has_errors
from lisanayn.record import record

Product = tuple[str, str, str]
"""(name of a product, part of it, digest of its bytes)."""


@record
class Facts:
    """A story's particulars that no list shows."""

    digest: str
    """Names the story; empty when it is not published."""
    pictures: tuple[PictureFile, ...]
    articles: int
    """Files read."""
    searched: bool
    """Whether a lexicon could change its groups."""
    since: str
    """See MadeStory."""
    until: str
    characters: str
    """See MadeStory."""
    faulty: bool
    """Whether errors keep it from being published."""


@record
class StorySummary:
    """One story after it was read."""

    files: StoryFiles
    facts: Facts
    card: Card | None
    """None when the story is not published. Its digest names the card itself, so that an edit of the text alone
    leaves it as it was."""
    problems: tuple[Problem, ...]
    reads: tuple[tuple[str, str], ...]
    """(path, digest) of every file that was read."""

    @property
    def key(self) -> str:
        """Names the story among all."""
        return self.files.key

    @property
    def shown(self) -> str:
        """Names what lists show of the story; empty when it is not published."""
        return self.card.digest if self.card else ""


def summarise(made: MadeStory, files: StoryFiles, site: Site) -> StorySummary:
    """The summary of a story that was read."""
    card = None
    if made.story is not None:
        card = replace(make_card(made.story, site, made.pictures), digest="")
        card = replace(card, digest=digest_bytes(dumps(card).encode("utf-8", "surrogatepass")))
    facts = Facts(
        digest=made.story.digest if made.story else "",
        pictures=made.pictures,
        articles=made.articles,
        searched=made.searched,
        since=made.since,
        until=made.until,
        characters=made.characters,
        faulty=has_errors(made.problems),
    )
    return StorySummary(files, facts, card, made.problems, made.reads)

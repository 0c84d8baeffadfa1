"""Articles into stories: sentences, lasting ids, alignment. Pure: no disk, no clock."""

from lisanayn.align.evidence import NO_EVIDENCE, Evidence, Lexicon, name_table
from lisanayn.align.stories import make_story

__all__ = ["NO_EVIDENCE", "Evidence", "Lexicon", "make_story", "name_table"]

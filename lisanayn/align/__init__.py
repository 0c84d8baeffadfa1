"""Articles into stories: sentences, lasting ids, alignment. Pure: no disk, no clock.

What every build needs is named here. The rest is called by its module: ``ids`` (write_lock), ``sidecar`` and
``sidecar_write`` (the alignment file), ``lexicon`` (learn_lexicon), ``status``, ``twofiles`` (two texts given by hand),
``exchange`` (JSON, TMX), ``tmx`` and ``ladders`` (imports).
"""

from lisanayn.align.evidence import NO_EVIDENCE, Evidence, Lexicon, name_table
from lisanayn.align.stories import make_guided_story, make_story

__all__ = ["NO_EVIDENCE", "Evidence", "Lexicon", "make_guided_story", "make_story", "name_table"]

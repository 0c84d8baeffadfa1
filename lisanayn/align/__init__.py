"""Articles into stories: sentences, lasting ids, alignment. Pure: no disk, no clock."""

from lisanayn.align.evidence import NO_EVIDENCE, Evidence, Lexicon, name_table
from lisanayn.align.exchange import aligned_groups, aligned_json, aligned_tmx, groups_json
from lisanayn.align.ids import write_lock
from lisanayn.align.imports import Imported, ImportResult
from lisanayn.align.ladders import read_ladder, read_plain_pair
from lisanayn.align.lexicon import learn_lexicon
from lisanayn.align.sidecar import without_guesses
from lisanayn.align.sidecar_write import write_sidecar
from lisanayn.align.status import TranslationStatus, needs_review, translation_status
from lisanayn.align.stories import make_story
from lisanayn.align.tmx import read_tmx
from lisanayn.align.twofiles import align_texts, side_by_side

__all__ = [
    "NO_EVIDENCE",
    "Evidence",
    "ImportResult",
    "Imported",
    "Lexicon",
    "TranslationStatus",
    "align_texts",
    "aligned_groups",
    "aligned_json",
    "aligned_tmx",
    "groups_json",
    "learn_lexicon",
    "make_story",
    "name_table",
    "needs_review",
    "read_ladder",
    "read_plain_pair",
    "read_tmx",
    "side_by_side",
    "translation_status",
    "without_guesses",
    "write_lock",
    "write_sidecar",
]

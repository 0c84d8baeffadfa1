"""Reading: the bytes of one file become one article, with everything that is wrong in it.

``tables`` reads the two tables beside the articles.
"""

from lisanayn.parse.source import parse_source, read_head, source_digest
from lisanayn.parse.steps import ARTICLE_STEPS, Step

__all__ = ["ARTICLE_STEPS", "Step", "parse_source", "read_head", "source_digest"]

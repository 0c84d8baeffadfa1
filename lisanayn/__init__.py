"""lisanayn (لسانين, "two tongues"): a static site generator for bilingual reading."""

__version__ = "0.1.0"

"""A picture that an article shows, as it will lie in output/."""

from __future__ import annotations

from lisanayn.record import record


@record
class PictureSource:
    """A picture in one format, in several widths."""

    type: str
    """``image/avif``."""
    files: tuple[tuple[str, int], ...]
    """(path in output/, width in pixels), the narrowest first."""


@record
class PictureFile:
    """One picture of a story."""

    name: str
    """As the article calls it: ``harbour.svg``."""
    source: str
    """Its path in the site folder: ``content/harbour/harbour.svg``."""
    path: str
    """Its path in output/, with a digest of its bytes in the name: ``media/harbour/harbour.4f6c2a91.svg``."""
    width: int
    """In CSS pixels; 0 when the file does not say. Of the published file, which may be smaller than the author's."""
    height: int
    digest: str
    """Of the author's bytes."""
    reduced: bool = False
    """Whether the published file is smaller than the author's."""
    sources: tuple[PictureSource, ...] = ()
    """The same in other formats and widths, the best format first; none for drawings and moving pictures."""

"""A page: a path, a template and the complete input of that template."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What will be one file of output/."""

    path: str
    """Relative to output/, ``/``-separated: ``ar/harbour/index.html``."""
    template: str
    """Name in the theme: ``article.html``."""
    view: object
    """A frozen view of ``model.views``: everything the template may show, and nothing else."""
    source: str = ""
    """The content file the page comes from, for messages; empty for pages made from many."""

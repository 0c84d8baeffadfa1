"""A page: a path, a template and the complete input of that template."""

from __future__ import annotations

from collections.abc import Callable

from lisanayn.record import record


@record
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


@record
class ListPlan:
    """A list before its view is made: most lists of a site show, after most edits, what they have shown before.

    Two plans with equal inputs make equal pages, on a site whose constants are equal.
    """

    path: str
    """Relative to output/."""
    template: str
    inputs: tuple[object, ...]
    """Names everything its view shows: strings, numbers and tuples of them. A card is named by its digest."""
    make: Callable[[], Page]
    """Makes the page; called only when the inputs are not what they were."""
    kind: str
    """See ``pages.planning``, as of what follows."""
    terms: object
    shows: tuple[str, ...]
    """Keys of the stories it shows, in their order."""

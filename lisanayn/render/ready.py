"""Ready HTML: text that templates print as it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from markupsafe import Markup

ready = cast(Callable[[str], Markup], partial(str.__new__, Markup))
"""``Markup(text)`` for what is a string already: a page has two hundred, and ``Markup`` asks each what it is."""

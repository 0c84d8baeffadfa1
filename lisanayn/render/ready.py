"""Ready HTML: text that templates print as it stands, and text on its way into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import markupsafe
from markupsafe import Markup

ready = cast(Callable[[str], Markup], partial(str.__new__, Markup))
"""``Markup(text)`` for what is a string already: a page has two hundred, and ``Markup`` asks each what it is."""

escaped = cast(Callable[[str], str], getattr(markupsafe, "_escape_inner", markupsafe.escape))
"""``escape`` of what is a string and no more, for what is put together as a string: without the ``Markup`` around it,
which takes ten times as long as the escaping."""

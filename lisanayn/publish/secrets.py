"""Keeps secrets out of what is shown: what other programs and libraries say passes through here."""

from __future__ import annotations

import os
import re

from lisanayn.problems import printable

_HIDDEN = "[hidden]"
_LONGEST = 600
"""Characters of another program's complaint that are shown."""
_SHORTEST = 6
"""Characters: a shorter value in the environment is no secret, and would be found in ordinary words."""

_SECRET_NAME = re.compile(r"passw|passphrase|secret|token|credential|_key|apikey|auth", re.IGNORECASE)
_IN_URL = re.compile(r"(?<=://)[^/\s@]*:[^/\s@]*@|(?<=https://)[^/\s@]+@|(?<=http://)[^/\s@]+@")
_IN_HEADER = re.compile(r"(?i)((?:authorization|x-amz-[a-z-]*(?:token|credential)):\s*)[^\r\n]+")
_IN_QUERY = re.compile(r"(?i)([?&][^=&\s]*(?:signature|token|key|secret|password)[^=&\s]*=)[^&\s]+")


def redact(text: str) -> str:
    """A message on one line in which no secret of the environment, of a URL or of a header is left."""
    for name, value in os.environ.items():
        if _SECRET_NAME.search(name) and len(value) >= _SHORTEST:
            text = text.replace(value, _HIDDEN)
    text = _IN_URL.sub(f"{_HIDDEN}@", text)
    text = _IN_HEADER.sub(rf"\1{_HIDDEN}", text)
    text = _IN_QUERY.sub(rf"\1{_HIDDEN}", text)
    line = " · ".join(filter(None, (part.strip() for part in text.splitlines())))
    return printable(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")

"""Licences: which words of an author name one that has an address."""

from __future__ import annotations

import re

from lisanayn.record import record

_CC = re.compile(r"cc[\s-]*(by(?:-(?:nc|sa|nd)){0,2})[\s-]*([1-4]\.0)?", re.IGNORECASE)
_CC0 = re.compile(r"cc[\s-]*0(?:[\s-]*1\.0)?|public domain", re.IGNORECASE)
_KINDS = frozenset({"by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"})


@record
class License:
    """A licence as an author named it."""

    text: str
    key: str = ""
    """Key of the interface string that names it; empty for licences we do not know."""
    version: str = ""
    url: str = ""
    """Of the licence itself; empty when unknown."""

    def deed(self, lang: str) -> str:
        """Address of its summary for readers of a language."""
        return f"{self.url}deed.{lang}" if self.key else self.url


def read_license(text: str) -> License | None:
    """``CC BY-SA 4.0``, ``CC0``, an address, or any words; None for nothing. A CC licence without version is 4.0."""
    text = text.strip()
    if not text:
        return None
    if match := _CC.fullmatch(text):
        kind, version = match[1].lower(), match[2] or "4.0"
        if kind in _KINDS:
            url = f"https://creativecommons.org/licenses/{kind}/{version}/"
            return License(text, "cc_" + kind.replace("-", "_"), version, url)
    if _CC0.fullmatch(text):
        return License(text, "cc_zero", "1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
    if text.startswith(("https://", "http://")) and " " not in text:
        return License(text, url=text)
    return License(text)

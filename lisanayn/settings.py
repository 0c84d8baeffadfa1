"""The settings of a site, from content/site.toml: read once, checked whole, then frozen.

Every key is optional. An unknown key, a wrong type or an impossible value is a problem with a place
and a suggestion, and all of them are reported together.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal
from urllib.parse import urlsplit

from lisanayn.problems import Location, Problem, SettingsError, error
from lisanayn.text.languages import LANGUAGES

SITE_FILE = "content/site.toml"

Names = tuple[tuple[str, str], ...]
"""(language code, text in that language), in the order of the site's languages."""


@dataclass(frozen=True, slots=True)
class Reader:
    """``[reader]``: the article pages."""

    embed_translation: bool = True
    """Whether a reader page holds both texts; otherwise its own language only."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """``[publisher]``: who answers for the site; stands in the footer and in the metadata."""

    name: Names = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a site; the default of every field is the default of its key."""

    title: Names = ()
    """The site's name. A string, or a table with one string a language."""
    tagline: Names = ()
    """One line under the name on the home page."""
    languages: tuple[str, ...] = ("ar", "en")
    """Codes of the language table; the first is the site's first language."""
    base_url: str = ""
    """``https://example.org/sub/``: where the site will stand. Empty: only relative addresses are written."""
    home: Literal["first", "chooser"] = "first"
    """What ``/`` shows: the home of the first language, or a choice of languages."""
    slugs: Literal["latin", "keep"] = "latin"
    """How addresses are made: transliterated, or in the letters of the original."""
    digits: Names = ()
    """Digits of the interface, a language: ``arab`` ٠١٢, ``arabext`` ۰۱۲, ``latn`` 012."""
    months: Names = ()
    """Month names, a language: ``gregorian``, ``levantine``, ``both``."""
    license: str = ""
    """Licence of articles that name none of their own."""
    per_page: int = 20
    """Stories on one page of a list."""
    reader: Reader = Reader()
    publisher: Publisher = Publisher()
    publish: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """``[publish.NAME]`` tables, as pairs. Never handed to a template."""


def localized(names: Names, lang: str) -> str:
    """The text for a language; the first text when there is none for it, empty when there is none at all."""
    for code, text in names:
        if code == lang:
            return text
    return names[0][1] if names else ""

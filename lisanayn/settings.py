"""The settings of a site, from content/site.toml: read once, checked whole, then frozen.

Every key is optional. An unknown key, a wrong type or an impossible value is a problem with a place
and a suggestion, and all of them are reported together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lisanayn.problems import SettingsError, suggestion
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.toml_lines import Path
from lisanayn.toml_table import TomlTable

SITE_FILE = "content/site.toml"
MAX_LANGUAGES = 6
MAX_PER_PAGE = 500

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


SETTINGS_KEYS: dict[str, str] = {
    "title": "the site's name: one text, or a table with a text for each language",
    "tagline": "one line under the name on the home page: one text, or a table by language",
    "languages": f"codes of the site's languages, the first one leading; 1 to {MAX_LANGUAGES}",
    "base_url": "where the site will stand: https://example.org/sub/; empty: relative addresses only",
    "home": "what / shows: first, the home of the first language, or chooser, a choice of languages",
    "slugs": "how addresses are made: latin, transliterated, or keep, in the letters of the original",
    "digits": "digits of the interface: arab ٠١٢, arabext ۰۱۲ or latn 012; one word, or a table by language",
    "months": "names of months: gregorian, levantine or both; one word, or a table by language",
    "license": "licence of articles that name none of their own",
    "per_page": f"stories on one page of a list; 1 to {MAX_PER_PAGE}",
    "reader.embed_translation": "true: a reader page holds both texts; false: its own language only",
    "publisher.name": "who answers for the site: one text, or a table by language",
    "publisher.url": "the publisher's own address on the web",
    "publish": "[publish.NAME] tables: where and how `publish NAME` puts the site; no passwords",
}
"""Every key of site.toml with its meaning in one line, for messages and for the README."""

_ADDRESS = re.compile(r"(https?)://([^\s/?#@:\\\"'<>]+(?::[0-9]{1,5})?)(/[^\s?#\\\"'<>]*)?", re.I)
_SECRET = re.compile(r"passw|secret|token|credential|(?:^|[_-])key(?:$|[_-])|apikey|accesskey|privatekey", re.I)
_PASSWORD_IN_URL = re.compile(r"//[^/\s]*:[^/\s]*@")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")

_HOMES: tuple[Literal["first", "chooser"], ...] = ("first", "chooser")
_SLUGS: tuple[Literal["latin", "keep"], ...] = ("latin", "keep")
_DIGITS = ("arab", "arabext", "latn")
_MONTHS = ("gregorian", "levantine", "both")

def load_settings(data: bytes | None) -> Settings:
    """The settings of a site; ``data`` is the content of site.toml, None when there is none.

    Raises ``SettingsError`` with all that is wrong, each with its line and a suggestion.
    """
    table = TomlTable(SITE_FILE)
    values = table.load(data or b"")
    if table.problems:
        raise SettingsError(table.problems)
    settings = _settings(values, table)
    if table.problems:
        raise SettingsError(sorted(table.problems, key=lambda problem: problem.at))
    return settings


def _settings(values: Mapping[str, object], table: TomlTable) -> Settings:
    table.check_keys(values, (), sorted({key.partition(".")[0] for key in SETTINGS_KEYS}))
    languages = _languages(values, table)
    reader = table.table(values, ("reader",))
    publisher = table.table(values, ("publisher",))
    table.check_keys(reader, ("reader",), ["embed_translation"])
    table.check_keys(publisher, ("publisher",), ["name", "url"])
    return Settings(
        title=_names(values, ("title",), languages, table),
        tagline=_names(values, ("tagline",), languages, table),
        languages=languages,
        base_url=_address(values, ("base_url",), table, folder=True),
        home=table.choice(values, ("home",), _HOMES),
        slugs=table.choice(values, ("slugs",), _SLUGS),
        digits=_names(values, ("digits",), languages, table, _DIGITS),
        months=_names(values, ("months",), languages, table, _MONTHS),
        license=table.text(values, ("license",)),
        per_page=_per_page(values, table),
        reader=Reader(table.flag(reader, ("reader", "embed_translation"), True)),
        publisher=Publisher(
            _names(publisher, ("publisher", "name"), languages, table),
            _address(publisher, ("publisher", "url"), table),
        ),
        publish=_publish(values, table),
    )


def _languages(values: Mapping[str, object], table: TomlTable) -> tuple[str, ...]:
    path: Path = ("languages",)
    value = values.get("languages", list(Settings().languages))
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        table.wrong(path, "'languages' takes a list of language codes", 'write: languages = ["ar", "en"]')
        return Settings().languages
    for code in value:
        if code not in LANGUAGES:
            table.wrong(path, f"unknown language {code!r}", suggestion(code, LANGUAGES))
    for code in sorted({code for code in value if value.count(code) > 1}):
        table.wrong(path, f"the language {code!r} stands twice in 'languages'", "keep one of the two")
    if not 1 <= len(value) <= MAX_LANGUAGES:
        table.wrong(path, f"'languages' has {len(value)} entries", f"name 1 to {MAX_LANGUAGES} languages")
    return tuple(dict.fromkeys(code for code in value if code in LANGUAGES)) or Settings().languages


def _names(
    values: Mapping[str, object],
    path: Path,
    languages: Sequence[str],
    table: TomlTable,
    allowed: Sequence[str] = (),
) -> Names:
    """A text, or a table with a text for each language. One word of ``allowed`` alone holds for all languages."""
    value = values.get(str(path[-1]))
    if isinstance(value, str):
        if not allowed:
            text = table.text(values, path)
            return ((languages[0], text),) if text else ()
        word = table.choice(values, path, ("", *allowed))
        return tuple((code, word) for code in languages) if word else ()
    by_language = table.table(values, path, "a text, or a table with a text for each language")
    table.check_keys(by_language, path, languages)
    texts: list[tuple[str, str]] = []
    for code in languages:
        inner = (*path, code)
        text = table.choice(by_language, inner, ("", *allowed)) if allowed else table.text(by_language, inner)
        texts.append((code, text))
    return tuple((code, text) for code, text in texts if text)


def _address(values: Mapping[str, object], path: Path, table: TomlTable, folder: bool = False) -> str:
    """An address on the web, scheme and host in small letters; of a folder, so that it ends in a slash."""
    text = table.text(values, path).strip()
    if not text:
        return ""
    match = _ADDRESS.fullmatch(text)
    if not match or ".." in (match[3] or "").split("/"):
        table.wrong(path, f"{table.name(path)!r}: {text!r} is no address on the web", "write: https://example.org/")
        return ""
    address = f"{match[1].lower()}://{match[2].lower()}{match[3] or '/'}"
    return f"{address.rstrip('/')}/" if folder else address


def _per_page(values: Mapping[str, object], table: TomlTable) -> int:
    value = values.get("per_page", Settings().per_page)
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MAX_PER_PAGE:
        return value
    table.wrong(("per_page",), f"'per_page' cannot be {value!r}", f"write a number from 1 to {MAX_PER_PAGE}")
    return Settings().per_page


def _publish(values: Mapping[str, object], table: TomlTable) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The targets of ``publish``. Secrets are refused: this file is shared and lies in a repository."""
    targets = []
    for name, target in table.table(values, ("publish",), "tables: [publish.NAME]").items():
        path: Path = ("publish", name)
        if not isinstance(target, dict) or not _NAME.fullmatch(name):
            table.wrong(path, f"'publish.{name}' takes a table", "write: [publish.production]")
            continue
        for key, value in target.items():
            secret = _SECRET.search(key) or (isinstance(value, str) and _PASSWORD_IN_URL.search(value))
            if secret:
                hint = "keep secrets in the environment or in your SSH or cloud configuration"
                table.wrong((*path, key), f"'publish.{name}.{key}' looks like a secret", hint, "settings-secret")
            elif not isinstance(value, str):
                table.wrong((*path, key), f"'publish.{name}.{key}' takes a text", f'write: {key} = "…"')
        targets.append((name, tuple((key, value) for key, value in sorted(target.items()) if isinstance(value, str))))
    return tuple(targets)


def localized(names: Names, lang: str) -> str:
    """The text for a language; the first text when there is none for it, empty when there is none at all."""
    for code, text in names:
        if code == lang:
            return text
    return names[0][1] if names else ""

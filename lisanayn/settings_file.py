"""content/site.toml → ``Settings``: read once, checked whole.

Every key is optional. An unknown key, a wrong type or an impossible value is a problem with a place
and a suggestion, and all of them are reported together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import SettingsError, suggestion
from lisanayn.settings import (
    MAX_ITEMS,
    MAX_LANGUAGES,
    MAX_PER_PAGE,
    MAX_RELATED,
    MAX_WIDTHS,
    SETTINGS_KEYS,
    SITE_FILE,
    Feeds,
    Missing,
    Names,
    Pictures,
    Publisher,
    Reader,
    Settings,
)
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.toml_lines import Path
from lisanayn.toml_table import TomlTable

_ADDRESS = re.compile(r"(https?)://([^\s/?#@:\\\"'<>]+(?::[0-9]{1,5})?)(/[^\s?#\\\"'<>]*)?", re.I)
_SECRET = re.compile(r"passw|secret|token|credential|(?:^|[_-])key(?:$|[_-])|apikey|accesskey|privatekey", re.I)
_PASSWORD_IN_URL = re.compile(r"//[^/\s]*:[^/\s]*@")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")

_HOMES: tuple[Literal["first", "chooser"], ...] = ("first", "chooser")
_SLUGS: tuple[Literal["latin", "keep"], ...] = ("latin", "keep")
_DIGITS = ("arab", "arabext", "latn")
_MONTHS = ("gregorian", "levantine", "both")
_CALENDARS = ("gregorian", "both")
_MISSING: tuple[Missing, ...] = ("omit", "stub", "show")
_FONTS: tuple[Literal["theme", "system"], ...] = ("theme", "system")
_TEXTS: tuple[Literal["both", "own"], ...] = ("both", "own")
_FORMATS = ("avif", "webp")
_SEVERITIES = ("error", "warning", "note", "off")


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
        per_page=_number(values, ("per_page",), 1, MAX_PER_PAGE, Settings().per_page, table),
        missing=table.choice(values, ("missing",), _MISSING),
        sections=_sections(values, table),
        calendar=_names(values, ("calendar",), languages, table, _CALENDARS),
        related=_number(values, ("related",), 0, MAX_RELATED, Settings().related, table),
        search=table.flag(values, ("search",), True),
        offline=table.flag(values, ("offline",), False),
        download=table.flag(values, ("download",), False),
        share_cards=table.flag(values, ("share_cards",), True),
        fonts=table.choice(values, ("fonts",), _FONTS),
        feeds=_feeds(values, table),
        pictures=_pictures(values, table),
        reader=Reader(table.flag(reader, ("reader", "embed_translation"), True)),
        publisher=Publisher(
            _names(publisher, ("publisher", "name"), languages, table),
            _address(publisher, ("publisher", "url"), table),
        ),
        publish=_publish(values, table),
        severity=_severity(values, table),
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


def _number(values: Mapping[str, object], path: Path, least: int, most: int, default: int, table: TomlTable) -> int:
    """A whole number between two bounds."""
    value = values.get(str(path[-1]), default)
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    table.wrong(path, f"{table.name(path)!r} cannot be {value!r}", f"write a number from {least} to {most}")
    return default


def _sections(values: Mapping[str, object], table: TomlTable) -> tuple[tuple[str, Missing], ...]:
    found = []
    for name in table.table(values, ("sections",), "tables: [sections.NAME]"):
        section = table.table(table.table(values, ("sections",)), ("sections", name))
        table.check_keys(section, ("sections", name), ["missing"])
        found.append((name, table.choice(section, ("sections", name, "missing"), _MISSING)))
    return tuple(found)


def _feeds(values: Mapping[str, object], table: TomlTable) -> Feeds:
    feeds = table.table(values, ("feeds",))
    table.check_keys(feeds, ("feeds",), ["items", "texts", "full"])
    return Feeds(
        _number(feeds, ("feeds", "items"), 1, MAX_ITEMS, Feeds().items, table),
        table.choice(feeds, ("feeds", "texts"), _TEXTS),
        table.flag(feeds, ("feeds", "full"), True),
    )


def _pictures(values: Mapping[str, object], table: TomlTable) -> Pictures:
    pictures = table.table(values, ("pictures",))
    table.check_keys(pictures, ("pictures",), ["widths", "formats"])
    widths = pictures.get("widths", list(Pictures().widths))
    formats = pictures.get("formats", list(Pictures().formats))
    if not isinstance(widths, list) or len(widths) > MAX_WIDTHS or not all(_is_width(width) for width in widths):
        hint = f"write: widths = [480, 960]; up to {MAX_WIDTHS} numbers from 16 to 8000"
        table.wrong(("pictures", "widths"), "'pictures.widths' takes a list of widths in pixels", hint)
        widths = list(Pictures().widths)
    if not isinstance(formats, list) or not all(form in _FORMATS for form in formats):
        table.wrong(("pictures", "formats"), "'pictures.formats' takes a list", 'write: formats = ["avif", "webp"]')
        formats = list(Pictures().formats)
    return Pictures(tuple(sorted(set(widths))), tuple(dict.fromkeys(formats)))


def _is_width(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 16 <= value <= 8000


def _severity(values: Mapping[str, object], table: TomlTable) -> tuple[tuple[str, str], ...]:
    """How grave each named finding is; a code that no problem has is a mistake."""
    codes = table.table(values, ("severity",))
    table.check_keys(codes, ("severity",), sorted(PROBLEM_CODES))
    known = sorted(code for code in codes if code in PROBLEM_CODES)
    return tuple((code, table.choice(codes, ("severity", code), ("", *_SEVERITIES))) for code in known)


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

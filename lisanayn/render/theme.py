"""The theme: templates, names of assets, and interface strings, from their texts. The only importer of Jinja2.

Themes are trusted code, articles are not: everything is escaped, whatever a template's name, and a name that is not
there is a fault, never an empty string. Nothing random and no unbounded ``range`` is in a template's reach.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field

import jinja2
import jinja2.bccache
from markupsafe import Markup

from lisanayn.problems import TemplateFault
from lisanayn.render.atom import atom_entries
from lisanayn.render.compiled import Environment
from lisanayn.render.feed_rows import feed_facts_html, passages_html
from lisanayn.render.inline import rich_html, words_html
from lisanayn.render.listing import entry_html, story_rows_html
from lisanayn.render.names import (
    day_html,
    facts_html,
    linked_html,
    named_html,
    part_html,
    side_html,
    titles_html,
    topics_html,
)
from lisanayn.render.reach import Named, reach
from lisanayn.render.rows import rows_html
from lisanayn.render.strings import Catalogue, Strings, read_catalogue
from lisanayn.text.direction import title_text
from lisanayn.text.lang import DigitSystem

MOST_STEPS = 100_000
"""Longest ``range`` a template may ask for."""

_HASHED = re.compile(r"\.[0-9a-f]{8,}\.[a-z0-9]+$")


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything a page is rendered with."""

    environment: jinja2.Environment
    sources: Mapping[str, str]
    """Template name → its text."""
    assets: Mapping[str, str]
    """Name as templates call it → path in output/."""
    paths: tuple[str, ...]
    """The paths of the assets, sorted: what templates call ``assets``."""
    catalogues: Mapping[str, Catalogue]
    texts: Mapping[str, str]
    """Language code → text of its catalogue, for digests."""
    digests: dict[str, str] = field(default_factory=dict)
    """What ``template_digest`` has found out; only ever filled."""
    named: dict[str, Named] = field(default_factory=dict)
    """What each template names, as far as it was asked for."""
    strings: dict[tuple[str, tuple[tuple[str, DigitSystem], ...]], Strings] = field(default_factory=dict)
    """Language and digits → strings, filled as pages ask for them."""
    pieces: dict[tuple[object, ...], Markup] = field(default_factory=dict)
    """What ``once`` has set, by its arguments."""


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates in a mapping, by name and digest of their source."""

    def __init__(self, kept: MutableMapping[str, bytes]) -> None:
        self._kept = kept

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> jinja2.bccache.Bucket:
        """What is known of a template."""
        checksum = self.get_source_checksum(source)
        bucket = jinja2.bccache.Bucket(environment, f"{name} {checksum}", checksum)
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Takes a template out of the mapping."""
        if data := self._kept.get(bucket.key):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Puts one in."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def make_theme(
    templates: Mapping[str, str], assets: Mapping[str, str], catalogues: Mapping[str, str],
    compiled: MutableMapping[str, bytes] | None = None,
) -> Theme:  # fmt: skip
    """A theme from the texts of its templates, {asset name: path in output/} and {language code: gettext catalogue}.
    ``compiled``: what this very program has compiled before; it is trusted, and added to.

    Raises TemplateFault for a catalogue that cannot be read; templates are read when they are first used.
    """

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = templates.get(name)
        return None if source is None else (source, f"templates/{name}", lambda: True)

    environment = Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=None if compiled is None else _Compiled(compiled),
    )
    environment.globals = {"range": _range, "dict": dict, "namespace": jinja2.utils.Namespace}
    del environment.filters["random"]
    environment.filters |= {"rich": rich_html, "words": words_html, "rows": rows_html}
    environment.filters |= {"named": named_html, "linked": linked_html, "day": day_html, "part": part_html}
    environment.filters |= {"side": side_html, "facts": facts_html, "titles": titles_html, "topics": topics_html}
    environment.filters |= {"entry": entry_html, "lines": story_rows_html}
    environment.filters |= {"passages": passages_html, "feed_facts": feed_facts_html, "atom": atom_entries}
    environment.filters |= {"json_script": json_script, "json_file": json_file, "title_text": title_text}
    environment.tests["hashed"] = _is_hashed
    read = {lang: read_catalogue(lang, text) for lang, text in sorted(catalogues.items())}
    paths = tuple(sorted(assets.values()))
    return Theme(environment, dict(templates), dict(assets), paths, read, dict(catalogues))


_JSON_ESCAPES = (
    ("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("'", "\\u0027"),
    ("\u2028", "\\u2028"), ("\u2029", "\\u2029"),
)  # fmt: skip


def json_script(text: str) -> Markup:
    """JSON as the content of a script element: nothing in it can end the element or begin a comment.

    In JSON these signs can stand in strings only, where each may be written as an escape.
    """
    for sign, escaped in _JSON_ESCAPES:
        text = text.replace(sign, escaped)
    return Markup(text)


def _is_hashed(path: str) -> bool:
    """Whether a file's name carries a digest of its bytes, so that a browser may keep it for ever."""
    return bool(_HASHED.search(path))


def json_file(value: object) -> Markup:
    """A value as JSON, for files that are JSON or script; never inside a page, where ``json_script`` belongs."""
    return Markup(_dumps(value))


def _dumps(value: object, **_: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace(
        "\u2029", "\\u2029"
    )


def _range(*bounds: int) -> range:
    steps = range(*bounds)
    if len(steps) > MOST_STEPS:
        raise TemplateFault(f"range({', '.join(map(str, bounds))}) is longer than {MOST_STEPS} steps")
    return steps


def template_digest(theme: Theme, name: str) -> str:
    """Names all that a template's output depends on besides its view: itself, the templates it reaches by extends,
    import and include, the interface strings, and the paths of the assets it names."""
    if name not in theme.digests:
        theme.digests[name] = _digest(theme, name)
    return theme.digests[name]


def _digest(theme: Theme, name: str) -> str:
    state = hashlib.blake2b(digest_size=16)

    def add(*parts: str) -> None:
        for part in parts:
            data = part.encode("utf-8", "surrogatepass")
            state.update(b"%d:" % len(data) + data)

    reached, named = reach(name, theme.sources, theme.named, theme.environment)
    for template in sorted(reached):
        add("template", template, theme.sources[template])
    for lang, text in sorted(theme.texts.items()):
        add("catalogue", lang, text)
    for asset in sorted(theme.assets if named is None else named):
        add("asset", asset, theme.assets.get(asset, ""))
    return state.hexdigest()

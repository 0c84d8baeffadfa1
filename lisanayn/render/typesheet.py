"""Sizes, rows and weights of a site's languages as custom properties: what the style sheet calls ``--size-body``.

A language's own numbers stand on every element that names the language, and are inherited from there. What two
languages share stands on the root: rows, where the tallest script decides for all.
"""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.text.lang import Lang
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.typefaces import FIGURES, TYPEFACES, stack
from lisanayn.text.typescale import ARABIC, LATIN, TypeScale

_PIXELS = 16
"""Of one rem at the browser's own text size."""

FIGURES_SIZE = round(100 * ARABIC.guest)
"""Of Latin digits among Arabic letters, in per cent."""

_GUESTS = "bdi, i, cite"
"""Elements of words in another language: they keep the numbers of the text around them."""

_OWN_ROWS = ("alone", "narrow_title")
"""Uses in which no language stands beside another: their rows are each language's own."""

_WEIGHTED = ("body", "title", "kicker", "heading", "quote", "list_title", "lead_title")
"""Uses whose weight is not that of running text."""


def type_css(languages: Sequence[str]) -> str:
    """The custom properties for a site in these languages (codes of the table), as a style sheet.

    No rule weighs anything (``:where``): whatever a site says of a property wins.
    """
    langs = [LANGUAGES[code] for code in languages]
    rules = [_rule(":where(:root)", [*_shared(langs), *_stacks(langs)])]
    scales: dict[tuple[str, str], list[Lang]] = {}
    for lang in langs:
        scales.setdefault((repr(lang.type), lang.script), []).append(lang)
    for alike in scales.values():
        named = ", ".join([f'[lang|="{lang.code}"]' for lang in alike])
        lang = alike[0]
        rules.append(_rule(f":where({named}):where(:not({_GUESTS}))", [*_own(lang.type), _family(lang)]))
        roots = ", ".join([f':root[lang|="{lang.code}"]' for lang in alike])
        rules.append(_rule(f":where({roots})", [("page-lift", _number(_lift(lang.type)))]))
    return "".join(rules)


def local_figures() -> str:
    """Latin digits among Arabic letters where the packaged fonts are absent: of a serif the reader may have."""
    names = ("Literata", "Noto Serif", "Noto Serif Regular", "NotoSerif-Regular", "Times New Roman")
    sources = ", ".join([f'local("{name}")' for name in names])
    return (
        f'@font-face {{ font-family: "{FIGURES}"; src: {sources}; size-adjust: {FIGURES_SIZE}%; font-display: swap; '
        "unicode-range: U+30-39 }\n"
    )


def _rule(selector: str, properties: Sequence[tuple[str, str]]) -> str:
    lines = "".join([f"  --{name}: {value};\n" for name, value in properties])
    return f"{selector} {{\n{lines}}}\n"


def _shared(langs: Sequence[Lang]) -> list[tuple[str, str]]:
    """The rows of every use, and of running text a direction."""
    found = []
    for name, _ in LATIN.uses():
        if name in _OWN_ROWS:
            continue
        rows = [getattr(lang.type, name).row for lang in langs]
        found.append((f"row-{_hyphened(name)}", _rem(max(rows))))
    for direction in ("rtl", "ltr"):
        rows = [lang.type.alone.row for lang in langs if lang.direction == direction]
        found.append((f"row-alone-{direction}", _rem(max(rows, default=LATIN.alone.row))))
    return found


def _stacks(langs: Sequence[Lang]) -> list[tuple[str, str]]:
    """A direction's families where no language says better: words of another language in a text."""
    found = []
    for direction, usual in (("rtl", TYPEFACES[0].script), ("ltr", "Latn")):
        scripts = [lang.script for lang in langs if lang.direction == direction]
        found.append((f"f-{direction}", stack(scripts[0] if scripts else usual)))
    return found


def _family(lang: Lang) -> tuple[str, str]:
    return f"f-{lang.direction}", stack(lang.script)


def _own(scale: TypeScale) -> list[tuple[str, str]]:
    """What a language's elements carry."""
    found = []
    for name, use in scale.uses():
        found.append((f"size-{_hyphened(name)}", _rem(use.size)))
        if name in _WEIGHTED:
            found.append((f"weight-{_hyphened(name)}", str(use.weight)))
    return [
        *found,
        ("weight-bare", str(scale.bare_weight)),
        ("line", _number(scale.body.row / scale.body.size)),
        ("line-title", _number(scale.narrow_title.row / scale.narrow_title.size)),
        ("tracking", f"{_number(scale.tracking)}em" if scale.tracking else "0"),
        ("guest", _number(scale.guest)),
        ("lift", _number(_lift(scale))),
    ]


def _lift(scale: TypeScale) -> float:
    """How much larger than Latin letters a script's are set."""
    return scale.body.size / LATIN.body.size


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


def _rem(pixels: float) -> str:
    return f"{_number(pixels / _PIXELS)}rem"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")

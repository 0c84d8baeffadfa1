"""Small things of a page that one direction forgives and the other does not (rtl-checklist, 8, 31, 37, 58 to 61, 66,
68)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lisanayn.check.markup import DATED, VERBATIM, Element, Markup
from lisanayn.check.values import Ground
from lisanayn.problems import Problem, error, warning

_DATETIME = re.compile(
    r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?)?)?|\d\d-\d\d"
    r"|\d\d:\d\d(:\d\d)?|P[\dTDHMSW.]+"
)
"""As much of HTML's "valid date string with optional time" and its neighbours as pages use."""
_SHAPES = re.compile("[\ufb50-\ufbc1\ufbd3-\ufd3d\ufd50-\ufdf1\ufdf3-\ufdf9\ufdfb\ufdfc\ufe70-\ufefc]")
"""Arabic letters in one of their joined shapes; ﷲ ﷺ ﷽ and the brackets of quotations from the Quran are signs."""
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3f4]")
_SYSTEMS = (("0-9", re.compile("[0-9]")), ("٠-٩", re.compile("[٠-٩]")), ("۰-۹", re.compile("[۰-۹]")))
_LTR_INPUTS = frozenset({"email", "url", "tel"})
_LOOKED_AT = ("time", "th", "pre", "input", "a")
NOT_FOUND = "404.html"


def check_page(page: Markup, ground: Ground) -> Iterator[Problem]:
    """Everything about single elements and texts."""
    for name in _LOOKED_AT:
        for element in page.named(name):
            if not element.outer_setting & VERBATIM:
                yield from _check_element(element, page, ground)
    yield from _check_texts(page, ground)
    yield from _check_first_link(page, ground)
    if page.path == NOT_FOUND:
        langs = {element.attributes["lang"] for element in page.elements if "lang" in element.attributes}
        lost = [lang for lang in ground.languages if lang not in langs]
        if lost:
            message = f"the page for missing addresses says nothing in {', '.join(lost)}"
            yield warning("not-found-languages", message, ground.at(page.path), "it is one page for all readers")


def _check_element(element: Element, page: Markup, ground: Ground) -> Iterator[Problem]:
    attributes, at = element.attributes, ground.at(page.path, element.line)
    match element.name:
        case "time" if not _DATETIME.fullmatch(attributes.get("datetime", "")):
            said = repr(attributes["datetime"]) if "datetime" in attributes else "nothing"
            yield error("time-datetime", f"<time> says {said} in datetime, which is no date", at, "2026-03-12")
        case "th" if "scope" not in attributes:
            yield warning("table-scope", "a <th> does not say whose head it is", at, 'scope="col" or scope="row"')
        case "pre" if attributes.get("dir") != "ltr" and element.outer_dir == "rtl":
            yield warning("code-dir", "<pre> in text from right to left has no dir", at, 'dir="ltr": its signs move')
        case "input" if attributes.get("type") in _LTR_INPUTS and attributes.get("dir") != "ltr":
            message = f'<input type="{attributes["type"]}"> has no dir="ltr"'
            yield warning("input-dir", message, at, "addresses and numbers are written from the left")
        case "a" if "data-switch" in attributes and attributes.get("lang") != attributes.get("hreflang", ""):
            message = f"a link to another language, {attributes.get('hreflang', '')!r}, is not marked as written in it"
            yield warning("switch-lang", message, at, "give it lang, dir and hreflang, and words of that language")


def _check_texts(page: Markup, ground: Ground) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for text in page.texts:
        if text.setting & DATED:
            for name, digits in _SYSTEMS:
                if digits.search(text.text) and seen.setdefault(text.lang, name) != name:
                    message = f"dates in {text.lang!r} have digits {seen[text.lang]} and {name}"
                    yield warning("digits-mixed", message, ground.at(page.path, text.line),
                                  "`digits` in content/site.toml sets one for each language")
        if text.text.isascii() or text.setting & VERBATIM:
            continue
        if _SHAPES.search(text.text):
            shown = text.text.strip()[:40]
            yield warning("letter-shape", f"{shown!r} is written with joined shapes for letters",
                          ground.at(page.path, text.line), "type it anew: no reader can search for it")
        if text.setting and _FLAGS.search(text.text) and page.path.count("/") < 2:
            yield warning("switch-flag", "a flag stands for a language", ground.at(page.path, text.line),
                          "a flag is a country's; write the language's own name")


def _check_first_link(page: Markup, ground: Ground) -> Iterator[Problem]:
    """Whoever moves by keys passes the menu first, on every page."""
    if not page.named("nav"):
        return
    first = next((one for one in page.elements if one.name in ("a", "button", "input")), None)
    if first and not first.attributes.get("href", "").startswith("#"):
        yield warning("html-skip", "the first link of the page does not lead past the menu",
                      ground.at(page.path, first.line), '<a class="skip" href="#main">, in the page\'s language')

"""Pages that browsers, readers' software and search engines understand alike (rtl-checklist, sections 1 and 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lisanayn.check.markup import Element, Markup, direction_of
from lisanayn.check.tokens import Tag
from lisanayn.check.values import Ground
from lisanayn.problems import Problem, error, warning
from lisanayn.text.direction import first_strong

_CHARSET = re.compile(rb"<meta\s[^>]*charset\s*=\s*[\"']?utf-8", re.IGNORECASE)
_CHARSET_WITHIN = 1024
"""Bytes in which a browser looks for the charset (HTML, section 13.2.3.2)."""
_ISOLATE = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_MARKS_OF_DIRECTION = {"\u200f": "rtl", "\u061c": "rtl", "\u200e": "ltr"}
_BAD_ID = re.compile(r"^$|[\s\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def check_page(page: Markup, ground: Ground) -> Iterator[Problem]:
    """Everything that one page alone can tell."""
    for code, message, line in page.faults:
        yield error(code, message, ground.at(page.path, line), "mend the template that writes it")
    yield from _check_bytes(page, ground)
    yield from _check_root(page, ground)
    yield from _check_title(page, ground)
    yield from _check_ids(page, ground)
    yield from _check_inline(page, ground)
    if not _is_redirect(page):
        yield from _check_outline(page, ground)


def _check_bytes(page: Markup, ground: Ground) -> Iterator[Problem]:
    at = ground.at(page.path)
    if not _CHARSET.search(page.data[:_CHARSET_WITHIN]):
        yield error("html-charset", "the page does not say in its first 1024 bytes that it is UTF-8", at,
                    'put <meta charset="utf-8"> first in the head')
    if page.data.startswith(b"\xef\xbb\xbf"):
        yield error("html-charset", "the page begins with a byte order mark", at, "save the template without one")
    try:
        page.data.decode("utf-8")
    except UnicodeDecodeError as fault:
        yield error("html-charset", f"byte {fault.start} of the page is no UTF-8", at)


def _check_root(page: Markup, ground: Ground) -> Iterator[Problem]:
    root = next(iter(page.named("html")), None)
    lang = root.attributes.get("lang", "") if root else ""
    given = root.attributes.get("dir", "") if root else ""
    at = ground.at(page.path, root.line if root else 1)
    if not lang or given not in ("rtl", "ltr"):
        yield error("html-lang", "<html> does not say the page's language and direction", at,
                    '<html lang="ar" dir="rtl">; both, on every page')
    elif (want := direction_of(lang)) and want != given:
        yield error("html-lang", f'<html lang="{lang}"> has dir="{given}"; {lang} is written {want}', at)


def _check_title(page: Markup, ground: Ground) -> Iterator[Problem]:
    at = ground.at(page.path)
    if not (page.title or "").strip():
        yield error("html-title", "the page has no title", at, "browsers show its address instead")
        return
    title = page.title or ""
    root = next(iter(page.named("html")), None)
    given = root.attributes if root else {}
    shown, want = title_direction(title), direction_of(given.get("lang", "")) or given.get("dir", "")
    if shown and want in ("rtl", "ltr") and shown != want:
        message = f"the title {title.strip()!r} is shown {shown} on a page that is {want}"
        yield warning("html-title-direction", message, at,
                      "a browser goes by the title's first letter; put U+200F (rtl) or U+200E (ltr) before it")


def title_direction(title: str) -> str | None:
    """How a tab shows a title: by its first mark or letter outside isolates (UAX #9, rule P2)."""
    while (shorter := _ISOLATE.sub("", title)) != title:
        title = shorter
    directions = (_MARKS_OF_DIRECTION.get(character) or first_strong(character) for character in title)
    return next(filter(None, directions), None)


def _check_ids(page: Markup, ground: Ground) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for element in page.elements:
        if "id" not in element.attributes:
            continue
        name = element.attributes["id"]
        at = ground.at(page.path, element.line)
        if _BAD_ID.search(name):
            yield error("html-id", f"the id {name!r} is empty, or holds a space or an invisible character", at)
        elif name in first:
            yield error("html-id-twice", f"the id {name!r} stands on two elements, first in line {first[name]}", at,
                        "a link to it can lead to one of them only")
        first.setdefault(name, element.line)


def _check_inline(page: Markup, ground: Ground) -> Iterator[Problem]:
    hint = "a strict content security policy forbids it"
    for element in page.elements:
        for fault in _inline(element.tag):
            yield error("html-inline", fault, ground.at(page.path, element.line), hint)


@lru_cache(1 << 14)
def _inline(tag: Tag) -> tuple[str, ...]:
    """What of a tag is script or style."""
    found = []
    for name, value in tag.attributes.items():
        if name.startswith("on") or name == "style":
            what = "an event handler" if name != "style" else "a style"
            found.append(f"<{tag.name}> holds {what} in its attribute {name!r}")
        elif value[:11].lower() == "javascript:":
            found.append(f"<{tag.name} {name}> runs a script")
    return tuple(found)


def _is_redirect(page: Markup) -> bool:
    return any(meta.attributes.get("http-equiv", "").lower() == "refresh" for meta in page.named("meta"))


def _check_outline(page: Markup, ground: Ground) -> Iterator[Problem]:
    headings = page.named("h1")
    if len(headings) != 1:
        line = headings[1].line if headings else 0
        count = f"{len(headings)} first headings" if headings else "no first heading"
        yield warning("html-h1", f"the page has {count}", ground.at(page.path, line),
                      "one <h1> a page: readers' software jumps to it")
    mains = page.named("main")
    if len(mains) != 1:
        yield warning("html-landmark", f"the page has {len(mains) or 'no'} <main>", ground.at(page.path),
                      "one <main> a page, around what it is about")
    menus = page.named("nav")
    for menu in menus:
        if len(menus) > 1 and not _label(menu):
            yield warning("html-landmark", "one of several <nav> has no name", ground.at(page.path, menu.line),
                          "give each an aria-label in the page's language")


def _label(element: Element) -> str:
    return element.attributes.get("aria-label", "") or element.attributes.get("aria-labelledby", "")

"""Where pages lie and how they lead to each other (rtl-checklist, 30, 32, 33, 37)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized
from urllib.parse import unquote, urljoin

from lisanayn.check.values import Ground, PageFacts, Survey
from lisanayn.problems import Problem, error, warning

MOST_BYTES = 255
"""Of a name, in the file systems of all hosts."""
_LONG = 160
"""Our own slugs have 120 at most; digests and endings are added."""
_DIGEST = re.compile(r"\.[0-9a-f]{8,}(?=[.-])")


def check_whole(survey: Survey, ground: Ground) -> Iterator[Problem]:
    """The whole site."""
    pages = {page.path: page for page in survey.pages}
    for page in survey.pages:
        yield from _check_switches(page, pages, ground)
    is_whole = any(f"{lang}/index.html" in pages for lang in ground.languages)
    for name in ("index.html", "404.html"):
        if is_whole and name not in survey.files:
            yield error("page-missing", f"the site has no {name}", ground.at(name), "`lisanayn build` makes one")
    told: set[str] = set()
    for path in sorted(survey.files):
        for part in path.split("/"):
            if part not in told and (fault := _fault(part)):
                told.add(part)
                yield warning("path-form", f"the name {part[:60]!r}… {fault}", ground.at(path), "choose a shorter slug")


def _fault(part: str) -> str:
    size = len(part.encode("utf-8", "surrogateescape"))
    if size > MOST_BYTES:
        return f"has {size} bytes; {MOST_BYTES} are possible"
    if size > _LONG:
        return f"has {size} bytes: some systems cannot unpack it"
    return "" if is_normalized("NFC", part) else "is not in the composed form (NFC), which hosts take for another name"


def _check_switches(page: PageFacts, pages: dict[str, PageFacts], ground: Ground) -> Iterator[Problem]:
    """Each link to the same page in another language leads to a page in it, and to the one that the head names."""
    for link in page.links:
        if not link.switch:
            continue
        path = unquote(urljoin(f"/{page.path}", link.address).partition("#")[0]).removeprefix("/")
        other = pages.get(path) or pages.get(f"{path.rstrip('/')}/index.html".removeprefix("/"))
        if other is None:
            continue  # told by check.links
        at = ground.at(page.path, link.line)
        if other.lang != link.switch:
            message = f"the switch to {link.switch!r} leads to {other.path!r}, which is in {other.lang!r}"
            yield error("switch-astray", message, at, "it leads to the same page in that language")
        elif page.head and other.head and other.head.address:
            named = dict(page.head.alternates).get(link.switch)
            if named and named != other.head.address:
                message = f"the switch to {link.switch!r} leads to {other.path!r}; the head names {named!r}"
                yield error("switch-astray", message, at, "both lead to the same page in that language")

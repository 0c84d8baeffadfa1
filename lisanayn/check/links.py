"""Every address of the site leads somewhere: links, anchors, pictures, scripts; also under a sub-path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lisanayn.check.markup import Element, Markup
from lisanayn.check.values import Ground, HeadFacts, LinkUse, PageFacts, Survey
from lisanayn.problems import Location, Problem, error, warning
from lisanayn.record import record

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ALLOWED = frozenset({"http", "https", "mailto", "tel"})
_LOADED = {
    "img": ("src", "srcset"), "source": ("src", "srcset"), "video": ("src", "poster"), "audio": ("src",),
    "track": ("src",), "script": ("src",), "iframe": ("src",), "embed": ("src",), "object": ("data",),
    "input": ("src",), "use": ("href",), "image": ("href",),
}  # fmt: skip
_LED = {"a": ("href",), "area": ("href",), "form": ("action",)}
_LOADING_RELS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"})
_SHARED = frozenset({"og:url", "og:image"})
INDEX = "index.html"
NOT_FOUND = "404.html"


def page_facts(page: Markup, head: HeadFacts | None = None) -> PageFacts:
    """What other pages need to know of a page."""
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    names = [element.attributes["name"] for element in page.named("a") if "name" in element.attributes]
    uses = [use for element in page.elements for use in _uses(element)]
    lang = next((root.attributes.get("lang", "") for root in page.named("html")), "")
    return PageFacts(page.path, frozenset([*ids, *names]), tuple(uses), head, lang)


def _uses(element: Element) -> Iterator[LinkUse]:
    """The addresses in an element."""
    attributes = element.attributes
    for name in _LED.get(element.name, ()):
        if name in attributes:
            switch = attributes.get("hreflang", "") if "data-switch" in attributes else ""
            yield LinkUse(attributes[name], element.line, loads=False, switch=switch)
    for name in _LOADED.get(element.name, ()):
        if name == "srcset" and name in attributes:
            for candidate in attributes[name].split(","):
                yield LinkUse((candidate.split() or [""])[0], element.line, loads=True)
        elif name in attributes:
            yield LinkUse(attributes[name], element.line, loads=True)
    if element.name == "link" and "href" in attributes:
        loads = bool(_LOADING_RELS.intersection(attributes.get("rel", "").lower().split()))
        yield LinkUse(attributes["href"], element.line, loads)
    if element.name == "meta" and attributes.get("property") in _SHARED:
        yield LinkUse(attributes.get("content", ""), element.line, loads=False)


@record
class _Fault:
    """One thing that is wrong, wherever it is met."""

    code: str
    message: str
    hint: str = ""


def check_whole(survey: Survey, ground: Ground) -> Iterator[Problem]:
    """Each fault once, at the first place where it is met, with the number of the others."""
    pages = {page.path: page for page in survey.pages}
    written = {(link.address, _slug_of(link.at.path)): link.at for story in survey.stories for link in story.links}
    met: dict[_Fault, list[Location]] = {}
    right: set[str] = set()  # addresses from the root of the site that lead somewhere: most come again on every page
    for page in survey.pages:
        to_root = "../" * page.path.count("/")
        for use in page.links:
            address = use.address
            if address[:1] == "#" and address[1:] in page.ids:
                continue
            from_root = address.removeprefix(to_root) if to_root and address.startswith(to_root) else ""
            if from_root in right:
                continue
            fault = _fault(use, page, pages, survey.files, ground)
            if fault is None and from_root and not from_root.startswith("/"):
                right.add(from_root)
            if fault:
                at = written.get((use.address, _slug_of(page.path)), ground.at(page.path, use.line))
                met.setdefault(fault, []).append(at)
    for fault, places in met.items():
        others = len(dict.fromkeys(places)) - 1
        more = f" (and in {others} more place{'s' if others > 1 else ''})" if others else ""
        make = warning if fault.code in _MILD else error
        at = min(places, key=lambda place: (place.path.startswith(f"{ground.output}/"), place))
        yield make(fault.code, fault.message + more, at, fault.hint)


_MILD = frozenset({"link-foreign", "link-rooted"})


def _slug_of(path: str) -> str:
    """The folder of a page or of a source, by which a page's link is traced to the article that holds it."""
    parts = path.split("/")
    return parts[-2] if len(parts) > 2 else parts[-1].split(".")[0]


def _fault(
    use: LinkUse, page: PageFacts, pages: dict[str, PageFacts], files: frozenset[str], ground: Ground
) -> _Fault | None:
    """What is wrong with an address; None when it is fine, or leads to another site."""
    address = use.address.strip()
    target = _inside(address, ground)
    if target is None:
        return _outside(address, use)
    rest, _, fragment = target.partition("#")
    rest = unquote(rest.partition("?")[0])
    if rest.startswith("/") and not rest.startswith(_base_path(ground)):
        hint = f"the site stands at {_base_path(ground)}; write it relative to the page"
        return _Fault("link-missing", f"{address!r} leads nowhere", hint)
    path = _resolved(page.path, rest, ground)
    if path is None:
        return _Fault("link-outside", f"{address!r} leads out of the site", "take one ../ away")
    found = path if path in files else f"{path}/{INDEX}".lstrip("/") if f"{path}/{INDEX}".lstrip("/") in files else None
    if found is None:
        what = "the page loads" if use.loads else "the link leads to"
        message = f"{what} {address!r}, and there is no {path or INDEX!r}"
        return _Fault("link-missing", message, "correct it, or add the file")
    if address.startswith("/") and page.path != NOT_FOUND:
        message = f"{address!r} works at the site's own address only"
        return _Fault("link-rooted", message, "write it relative to the page")
    anchor = unquote(fragment)
    if found in pages and anchor not in ("", "top", *pages[found].ids) and not anchor.startswith(":~:"):
        return _Fault("link-anchor", f"{found!r} has no place called {anchor!r}", "correct what follows the # sign")
    return None


def _inside(address: str, ground: Ground) -> str | None:
    """The address as a path of this site, with ``/`` first when it is the full one; None when it leads elsewhere."""
    if ground.base_url and f"{address}/".startswith(ground.base_url):
        return _base_path(ground) + address[len(ground.base_url) :]
    return None if address.startswith("//") or _SCHEME.match(address) else address


def _base_path(ground: Ground) -> str:
    return urlsplit(ground.base_url).path or "/"


def _outside(address: str, use: LinkUse) -> _Fault | None:
    scheme = _SCHEME.match(address)
    name = scheme[1].lower() if scheme else "https"
    if name == "data" and use.loads:
        return None
    if name not in _ALLOWED:
        message = f"{address[:80]!r} is no address of a page"
        return _Fault("link-scheme", message, "http, https, mailto, tel, or a relative one")
    if use.loads:
        host = urlsplit(address).netloc.rpartition("@")[2]
        message = f"pages load something from {host!r}"
        return _Fault("link-foreign", message, "readers are seen there; keep a copy in static/")
    return None


def _resolved(page: str, address: str, ground: Ground) -> str | None:
    """The path in output/ that an address on a page means, without a slash at its end; None outside the site."""
    parts = page.split("/")[:-1]
    if address.startswith("/"):
        parts, address = [], address[len(_base_path(ground)) :]
    elif not address:
        return page
    for part in address.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)

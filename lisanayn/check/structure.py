"""Elements where they may stand (HTML, section 4): what a validator says of a page's structure."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.check.markup import PRESSED, VERBATIM, Element, Markup
from lisanayn.check.values import Ground
from lisanayn.problems import Problem, error, warning

_PARENTS: dict[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol", "menu"}), "dt": frozenset({"dl", "div"}), "dd": frozenset({"dl", "div"}),
    "tr": frozenset({"table", "thead", "tbody", "tfoot"}), "td": frozenset({"tr"}), "th": frozenset({"tr"}),
    "thead": frozenset({"table"}), "tbody": frozenset({"table"}), "tfoot": frozenset({"table"}),
    "caption": frozenset({"table"}), "figcaption": frozenset({"figure"}), "summary": frozenset({"details"}),
    "legend": frozenset({"fieldset"}), "source": frozenset({"picture", "video", "audio"}),
    "option": frozenset({"select", "optgroup", "datalist"}), "track": frozenset({"video", "audio"}),
}  # fmt: skip
"""Element → the elements it may stand in."""

_CHILDREN: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ul", "ol", "menu"), frozenset({"li", "script", "template"})),
    "dl": frozenset({"dt", "dd", "div", "script", "template"}),
    "tr": frozenset({"td", "th", "script", "template"}),
    "picture": frozenset({"source", "img", "script", "template"}),
    "select": frozenset({"option", "optgroup", "hr", "script", "template"}),
}
"""Element → the only elements that may stand in it."""

_PHRASES = frozenset(
    ["abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "dfn", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i",
     "kbd", "label", "legend", "mark", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "summary", "sup",
     "time", "u", "var"]
)  # fmt: skip
_SECTIONS = frozenset(
    ["address", "article", "aside", "blockquote", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INTERACTIVE = frozenset({"a", "button", "select", "textarea", "details", "iframe", "input"})
_OBSOLETE = frozenset(
    ["acronym", "applet", "basefont", "bgsound", "big", "blink", "center", "dir", "font", "frame", "frameset",
     "isindex", "marquee", "nobr", "noframes", "strike", "tt", "xmp"]
)  # fmt: skip
_REFERRING = frozenset(
    ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form"]
)

_NOTABLE = _PARENTS.keys() | _OBSOLETE | _HEADINGS | {"img"}
"""Elements of which something is asked wherever they stand."""


def check_page(page: Markup, ground: Ground) -> Iterator[Problem]:
    """What stands in the wrong place, refers to nothing, or is no HTML any more. A page whose tags are wrong is not
    judged: nobody knows what stands in what."""
    if any(code == "html-nesting" for code, _, _ in page.faults):
        return
    ids = {element.attributes["id"] for element in page.elements if "id" in element.attributes}
    level = 0
    for element in page.elements:
        if element.outer_setting & VERBATIM:
            continue  # drawings have elements of their own
        if _is_plain(element):
            continue
        at = ground.at(page.path, element.line)
        fault = _misplaced(element)
        if fault:
            yield error("html-parent", fault, at, "browsers move it, each in its own way; mend the template")
        if element.name in _INTERACTIVE and element.outer_setting & PRESSED and not _is_hidden(element):
            yield error("html-interactive", f"<{element.name}> stands in a link or a button", at,
                        "a press can mean one thing only")
        if element.name in _OBSOLETE:
            yield error("html-obsolete", f"<{element.name}> is no element of HTML any more", at, "use a class")
        for name in _REFERRING & element.attributes.keys():
            lost = [word for word in element.attributes[name].split() if word not in ids]
            if lost:
                message = f'<{element.name} {name}="{lost[0]}"> refers to an id that is not on the page'
                yield error("html-reference", message, at)
        if element.name == "img":
            yield from _check_img(element, page, ground)
        if element.name in _HEADINGS:
            if level and int(element.name[1]) > level + 1:
                message = f"<{element.name}> follows <h{level}>: a level is left out"
                yield warning("html-heading-level", message, at, "readers' software tells the levels")
            level = int(element.name[1])


def _is_plain(element: Element) -> bool:
    """Whether nothing can be wrong with an element, as with most: a short way past what is asked of the others."""
    name, parent = element.name, element.parent
    return (
        name not in _NOTABLE
        and parent not in _CHILDREN
        and not (name in _SECTIONS and parent in _PHRASES)
        and _REFERRING.isdisjoint(element.attributes)
        and not (name in _INTERACTIVE and element.outer_setting & PRESSED)
    )


def _misplaced(element: Element) -> str:
    """How an element stands where it may not; empty when it does not."""
    name, parent = element.name, element.parent
    if name in _PARENTS and parent not in _PARENTS[name]:
        return f"<{name}> stands in <{parent or 'nothing'}>"
    if parent in _CHILDREN and name not in _CHILDREN[parent]:
        return f"<{name}> stands directly in <{parent}>"
    if parent in _PHRASES and name in _SECTIONS:
        return f"<{name}> stands in <{parent}>, which holds words only"
    return ""


def _is_hidden(element: Element) -> bool:
    return (element.name == "input" and element.attributes.get("type", "").lower() == "hidden") or (
        element.name == "a" and "href" not in element.attributes
    )


def _check_img(element: Element, page: Markup, ground: Ground) -> Iterator[Problem]:
    at = ground.at(page.path, element.line)
    if "alt" not in element.attributes:
        yield error("html-alt", "a picture has no alt, not even an empty one", at,
                    'say what is to be seen; alt="" when the words beside it say it already')
    if element.attributes.get("src") and not ("width" in element.attributes and "height" in element.attributes):
        yield warning("html-size", f"the picture {element.attributes['src']!r} has no width and height", at,
                      "what is being read jumps when it arrives")

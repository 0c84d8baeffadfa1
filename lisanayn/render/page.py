"""A page into bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from types import TracebackType

import jinja2
from markupsafe import Markup

from lisanayn.model.files import FileFrame
from lisanayn.model.frame import Frame
from lisanayn.model.page import Page
from lisanayn.problems import LisanaynError, TemplateFault
from lisanayn.render.strings import Strings
from lisanayn.render.theme import Theme
from lisanayn.text.direction import page_title
from lisanayn.text.lang import DigitSystem, Direction
from lisanayn.text.languages import LANGUAGES

_MOST_PIECES = 1000
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, not even escaped (XML 1.0, production 2): one such character and no reader opens it."""
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))


def render_page(page: Page, theme: Theme) -> bytes:
    """The file of a page, UTF-8. Raises TemplateFault, which names the template, its line and the page."""
    frame = _frame(page)
    try:
        template = theme.environment.get_template(page.template)
        text = template.render(
            view=page.view,
            t=_strings(theme, frame, frame.lang),
            asset=partial(_asset, theme, frame.root),
            asset_exists=theme.assets.__contains__,
            assets=theme.paths,
            page_title=partial(_title, frame),
            once=partial(_once, theme, frame, page.template),
        )
    except LisanaynError as fault:
        raise _fault(page, _place(fault.__traceback__), str(fault)) from fault
    except jinja2.TemplateSyntaxError as fault:
        raise _fault(page, f"{fault.filename or page.template}:{fault.lineno}", fault.message or "") from fault
    except jinja2.TemplateNotFound as fault:
        where = _place(fault.__traceback__)
        raise _fault(page, where, f"there is no template {fault.message!r}") from fault
    except RecursionError as fault:
        raise _fault(page, _place(fault.__traceback__), "it includes or calls itself without end") from fault
    except Exception as fault:  # a theme is other people's code: whatever it raises is a fault of the template
        raise _fault(page, _place(fault.__traceback__), f"{type(fault).__name__}: {fault}") from fault
    return _xml(text) if page.path.endswith(".xml") else text.encode("utf-8", "surrogateescape")


def _xml(text: str) -> bytes:
    """A text as UTF-8 without what no XML file may hold. The feeds of a site are most of its bytes: control characters
    are left out as bytes, and only where there is anything else the text is searched, which takes ten times as long."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _NOT_XML.sub("", text).encode()
    if "\ufffe" in text or "\uffff" in text:
        return _NOT_XML.sub("", text).encode()
    return data.translate(None, _CONTROLS)


def _frame(page: Page) -> Frame | FileFrame:
    frame = getattr(page.view, "frame", None)
    if not isinstance(frame, Frame | FileFrame):
        raise TypeError(f"the view of {page.path} has no frame")
    return frame


def _fault(page: Page, place: str, message: str) -> TemplateFault:
    source = f" (from {page.source})" if page.source else ""
    return TemplateFault(f"{place or 'templates/' + page.template}: {message}; while making {page.path}{source}")


def _place(trace: TracebackType | None) -> str:
    """``templates/name:line`` of the innermost frame that is a template: Jinja2 names its frames after them."""
    place = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith("templates/"):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _strings(theme: Theme, frame: Frame | FileFrame, lang: str) -> Strings:
    key = (lang, frame.digits)
    made = theme.strings.get(key)
    if made is None:
        catalogue = theme.catalogues.get(lang)
        if catalogue is None:
            known = ", ".join(sorted(theme.catalogues))
            raise TemplateFault(f"no interface strings for {lang!r} (there are: {known}); add locale/{lang}.po")
        digits: DigitSystem = dict(frame.digits).get(lang) or LANGUAGES[lang].digits
        made = theme.strings[key] = Strings(catalogue, digits, partial(_strings, theme, frame))
    return made


def _asset(theme: Theme, root: str, name: str) -> str:
    path = theme.assets.get(name)
    if path is None:
        raise TemplateFault(f"there is no file {name!r} in static/")
    return root + path


def _once(
    theme: Theme, frame: Frame | FileFrame, template: str, *depends: object, caller: Callable[[], Markup]
) -> Markup:
    """``{% call once("bar", own, other) %}``: what many pages have in common is set once. It may depend on nothing but
    the language of the page, its strings, and what is named here."""
    key = (template, frame.lang, frame.digits, *depends)
    made = theme.pieces.get(key)
    if made is None:
        if len(theme.pieces) > _MOST_PIECES:
            theme.pieces.clear()
        made = theme.pieces[key] = caller()
    return made


def _title(frame: Frame | FileFrame, *parts: str) -> str:
    direction: Direction = LANGUAGES[frame.lang].direction
    return page_title([*parts, frame.site], direction)

"""The frame of a page: title, addresses in other languages, menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lisanayn.model.frame import Alternate, Frame, Section, Share, Switch
from lisanayn.pages import urls
from lisanayn.pages.site import Site, left_to_right
from lisanayn.text.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Outline:
    """What a page maker says of its page; the frame says the rest."""

    path: str
    lang: str
    title: str
    """Of the page alone; empty on the home page, and where an interface string is the title."""
    description: str = ""
    pages: Sequence[tuple[str, str]] = ()
    """(language code, path) of where the page's switches lead, this one included: the same page in every language it
    really exists in."""
    paired: bool = True
    """Whether the pages are translations of each other; later pages of a list are not."""
    start: str = ""
    """Path of the page for readers of any other language (``x-default``); empty for none."""
    here: Section = Section.NONE
    current: bool = False
    canonical: str = ""
    """Path of the page whose address search engines should keep, when it is not this one."""
    indexed: bool = True
    kind: str = "website"
    image: str = ""
    """Path of the picture that stands for the page when it is shared."""
    image_alt: str = ""
    published: str = ""
    modified: str = ""


def make_frame(outline: Outline, site: Site, root: str = "") -> Frame:
    """The frame of a page. ``root`` replaces the relative way to the top of output/."""
    lang = LANGUAGES[outline.lang]
    root = root or urls.root(outline.path)
    name = site.title(outline.lang)
    pages = dict(outline.pages)
    real = [(code, pages[code]) for code in site.languages if code in pages]
    return Frame(
        lang=lang.code,
        dir=lang.direction,
        digits=site.digits,
        root=root,
        title=outline.title,
        site=name,
        description=outline.description,
        brand=left_to_right(site.titles),
        taglines=left_to_right(site.taglines),
        home=urls.href(urls.home(lang.code), root),
        topics=urls.href(urls.tags(lang.code), root),
        search=urls.href(urls.search(lang.code), root),
        here=outline.here,
        current=outline.current,
        switches=tuple([_switch(c, pages.get(c, ""), root) for c in site.languages if c != lang.code]),
        canonical=urls.absolute(outline.canonical or outline.path, site.base_url) if outline.indexed else "",
        alternates=_alternates(outline, real, site),
        share=Share(
            kind=outline.kind,
            locale=lang.og_locale,
            locales=tuple([LANGUAGES[code].og_locale for code, _ in real if code != lang.code and outline.paired]),
            image=urls.absolute(outline.image, site.base_url) if outline.image else "",
            image_alt=outline.image_alt,
            published=outline.published,
            modified=outline.modified,
        ),
        indexed=outline.indexed,
    )


def _switch(code: str, path: str, root: str) -> Switch:
    lang = LANGUAGES[code]
    return Switch(code, lang.direction, lang.name, urls.href(path, root) if path else "")


def _alternates(outline: Outline, real: list[tuple[str, str]], site: Site) -> tuple[Alternate, ...]:
    """The page's real translations, itself included; absolute, so none when the site has no address."""
    if not site.base_url or not outline.indexed or not outline.paired or outline.canonical or len(real) < 2:
        return ()
    found = [Alternate(code, urls.absolute(path, site.base_url)) for code, path in real]
    start = outline.start or real[0][1]
    return (*found, Alternate("x-default", urls.absolute(start, site.base_url)))

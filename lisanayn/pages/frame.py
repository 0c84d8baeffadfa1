"""The frame of a page: title, addresses in other languages, menu."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lisanayn.model.frame import Alternate, FeedLink, Frame, IndexLink, Section, Share, Switch
from lisanayn.pages import urls
from lisanayn.pages.share_cards import SIZE
from lisanayn.pages.site import Site, left_to_right
from lisanayn.record import record
from lisanayn.text.direction import page_title
from lisanayn.text.languages import LANGUAGES

ATOM_TYPE, JSON_FEED_TYPE = "application/atom+xml", "application/feed+json"


@record
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
    feed: str = ""
    """Path of the page's own feed, besides that of its language; empty for none."""
    feed_title: str = ""
    """What that feed holds: the name of a tag, of a person."""
    stand_ins: Sequence[tuple[str, str]] = ()
    """(language code, path) of pages that stand where a translation is missing: switches lead there, search engines
    never hear of them."""
    italics: bool = False


def make_frame(outline: Outline, site: Site, root: str = "") -> Frame:
    """The frame of a page. ``root`` replaces the relative way to the top of output/."""
    lang = LANGUAGES[outline.lang]
    root = root or urls.root(outline.path)
    name = site.title(outline.lang)
    pages = dict(outline.pages)
    real = [(code, pages[code]) for code in site.languages if code in pages]
    ways = {**dict(outline.stand_ins), **pages}
    is_card, is_drawing = urls.is_share_card(outline.image), outline.image.endswith(".svg")
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
        switches=tuple([_switch(c, ways.get(c, ""), root) for c in site.languages if c != lang.code]),
        canonical=urls.absolute(outline.canonical or outline.path, site.base_url) if outline.indexed else "",
        alternates=_alternates(outline, real, site),
        share=Share(
            kind=outline.kind,
            locale=lang.og_locale,
            locales=tuple([LANGUAGES[code].og_locale for code, _ in real if code != lang.code and _is_paired(outline)]),
            image=urls.absolute(outline.image, site.base_url) if outline.image and not is_drawing else "",
            image_size=SIZE if is_card else (0, 0),
            image_alt=outline.title if is_card else "" if is_drawing else outline.image_alt,
            published=outline.published,
            modified=outline.modified,
        ),
        indexed=outline.indexed,
        lists=tuple([IndexLink(k, urls.href(p, root), p == outline.path) for k, p in _lists(lang.code, site)]),
        feeds=tuple(_feeds(outline, site, root)),
        manifest=urls.href(urls.MANIFEST, root),
        worker=urls.href(urls.WORKER, root) if site.offline else "",
        finder=urls.href(urls.search_words(outline.lang), root) if site.search else "",
        italics=outline.italics,
    )


def _lists(lang: str, site: Site) -> list[tuple[str, str]]:
    """The lists besides the topics; the translations have one where there are translations. Last the whole site in one
    file, where the settings ask for it."""
    found = [
        ("archive", urls.archive(lang)),
        ("people", urls.people(lang)),
        ("all_series", urls.all_series(lang)),
        ("credits", urls.credits(lang)),
    ]
    if len(site.languages) > 1:
        found.append(("coverage", urls.coverage(lang)))
    return [*found, ("download", urls.DOWNLOAD)] if site.download else found


def _switch(code: str, path: str, root: str) -> Switch:
    lang = LANGUAGES[code]
    return Switch(code, lang.direction, lang.name, urls.href(path, root) if path else "")


def _feeds(outline: Outline, site: Site, root: str) -> Iterator[FeedLink]:
    """The page's own feed first: many readers offer the first they find."""
    if not site.base_url:
        return
    direction = LANGUAGES[outline.lang].direction
    name = site.title(outline.lang)
    if outline.feed:
        title = page_title([outline.feed_title, name], direction)
        yield FeedLink(urls.href(outline.feed, root), ATOM_TYPE, title)
    home, title = urls.home(outline.lang), page_title([name], direction)
    yield FeedLink(urls.href(urls.feed(home), root), ATOM_TYPE, title)
    yield FeedLink(urls.href(urls.feed(home, urls.JSON_FEED), root), JSON_FEED_TYPE, title)


def _alternates(outline: Outline, real: list[tuple[str, str]], site: Site) -> tuple[Alternate, ...]:
    """The page's real translations, itself included."""
    return alternates_of(real, outline.start, site) if _is_paired(outline) else ()


def _is_paired(outline: Outline) -> bool:
    """Whether a page is one of several that translate each other; what stands for another page is not."""
    return outline.indexed and outline.paired and not outline.canonical


def alternates_of(pages: Sequence[tuple[str, str]], start: str, site: Site) -> tuple[Alternate, ...]:
    """What pages that translate each other say of each other, in their heads and in the site map.

    ``pages``: (language code, path), in the order of the site's languages; ``start``: path for readers of any other
    language, by default the first of them. Absolute, so none when the site has no address; none for a page alone.
    """
    if not site.base_url or len(pages) < 2:
        return ()
    found = [Alternate(code, urls.absolute(path, site.base_url)) for code, path in pages]
    return (*found, Alternate("x-default", urls.absolute(start or pages[0][1], site.base_url)))

"""Pages of their own: the page for addresses that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.model.catalog import Catalog
from lisanayn.model.frame import Link
from lisanayn.model.page import Page
from lisanayn.model.views import NotFoundView
from lisanayn.pages import urls
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.site import Site, sides, words
from lisanayn.text.languages import LANGUAGES


def make_not_found(_: Catalog, site: Site) -> Iterator[Page]:
    """One page in all languages. A host shows it at any address, so its links start from the site's own address;
    where the site has none they are relative and work at the top only."""
    lang = site.languages[0]
    root = urls.base_path(site.base_url)
    outline = Outline(urls.NOT_FOUND, lang, "", "", [(c, urls.home(c)) for c in site.languages], indexed=False)
    frame = make_frame(outline, site, root)
    own, other = sides(lang, next((c for c in site.languages if c != lang), ""), lang)
    homes = [Link(urls.href(urls.home(code), root), words(LANGUAGES[code].name, code)) for code in site.languages]
    yield Page(urls.NOT_FOUND, "404.html", NotFoundView(frame, (own, other) if other else (own,), tuple(homes)))

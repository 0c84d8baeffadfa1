"""The pages of many stories. A maker sees the catalog; what it makes of many stories it plans first, and makes when it
must."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lisanayn.model.catalog import Catalog
from lisanayn.model.page import ListPlan, Page
from lisanayn.pages.archive import YEAR, make_archive
from lisanayn.pages.coverage import COVERAGE, make_coverage
from lisanayn.pages.credits import CREDITS, make_credits
from lisanayn.pages.home import HOME, make_homes, make_root
from lisanayn.pages.machine import (
    make_headers,
    make_manifest,
    make_offline,
    make_redirect_rules,
    make_robots,
    make_search_words,
)
from lisanayn.pages.people import PERSON, make_people, make_person_pages
from lisanayn.pages.planning import ListKind
from lisanayn.pages.search_page import TITLES, make_search_pages
from lisanayn.pages.series import SERIES, make_series_pages
from lisanayn.pages.singles import make_not_found
from lisanayn.pages.site import Site
from lisanayn.pages.site_index import make_site_index
from lisanayn.pages.sitemap import make_sitemap
from lisanayn.pages.tags import TAG, make_tag_indexes, make_tag_pages

ListMaker = Callable[[Catalog, Site], Iterable[Page | ListPlan]]

LIST_PAGES: tuple[tuple[str, ListMaker], ...] = (
    ("root", make_root),
    ("home", make_homes),
    ("tags", make_tag_indexes),
    ("tag", make_tag_pages),
    ("archive", make_archive),
    ("people", make_people),
    ("person", make_person_pages),
    ("series", make_series_pages),
    ("credits", make_credits),
    ("coverage", make_coverage),
    ("search", make_search_pages),
    ("search-words", make_search_words),
    ("not-found", make_not_found),
    ("sitemap", make_sitemap),
    ("site-index", make_site_index),
    ("robots", make_robots),
    ("manifest", make_manifest),
    ("headers", make_headers),
    ("redirect-rules", make_redirect_rules),
    ("offline", make_offline),
)

LIST_KINDS: dict[str, ListKind] = {
    kind.name: kind for kind in (HOME, TAG, YEAR, PERSON, SERIES, CREDITS, COVERAGE, TITLES)
}
"""The kinds of lists of stories."""

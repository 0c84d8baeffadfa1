"""Which products are wanted of which story, and which are not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lisanayn.build.products import FEED, SEARCH
from lisanayn.build.work import Work
from lisanayn.pages.catalog import Catalog
from lisanayn.pages.feeds import FeedPlan, plan_feeds


def wanted_products(work: Work, catalog: Catalog | None) -> Callable[[str], tuple[str, ...]]:
    """For a story's slug, the names of the products to be made of it. ``catalog``: the stories as far as they are
    known; None when nobody knows better than the last build."""
    if catalog is not None:
        fed = fed_stories(plan_feeds(catalog, work.given.site))
    else:
        fed = {str(slug) for (slug,) in work.given.store.rows("SELECT DISTINCT slug FROM uses")}
    always = (SEARCH,) if work.given.site.search else ()
    return lambda slug: (FEED, *always) if slug in fed else always


def fed_stories(plans: Iterable[FeedPlan]) -> set[str]:
    """Slugs of the stories whose texts stand in feeds."""
    return {slug for plan in plans for slug, _ in plan.inputs}


def missing_products(work: Work, catalog: Catalog) -> set[str]:
    """Keys of the published stories that a product is wanted of and not there."""
    wanted = wanted_products(work, catalog)
    keys = {str(slug): str(key) for key, slug in work.given.store.rows("SELECT key, slug FROM stories")}
    keys |= {one.files.slug: key for key, one in work.summaries.items()}
    known = all_products(work)
    missing = set()
    for slug in catalog.places:
        names = {name for name, _ in known.get(keys[slug], {})}
        if not names.issuperset(wanted(slug)):
            missing.add(keys[slug])
    return missing


def all_products(work: Work) -> dict[str, dict[tuple[str, str], str]]:
    """The products of all stories, of this build and of earlier ones: key → (name, part) → digest."""
    known: dict[str, dict[tuple[str, str], str]] = {}
    for key, name, part, digest in work.given.store.rows("SELECT key, name, part, digest FROM products"):
        if key not in work.products and key not in work.gone:
            known.setdefault(str(key), {})[str(name), str(part)] = str(digest)
    return known | work.products

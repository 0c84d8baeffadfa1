"""Feeds: which are made again, from the texts that the stories left in the cache."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lisanayn.build.codec import dumps, loads
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.ledger import Key, Record, why_render
from lisanayn.build.products import FEED
from lisanayn.build.rendering import FeedJob
from lisanayn.build.rewording import reworded_feed
from lisanayn.build.store import Unusable
from lisanayn.build.uses import all_products
from lisanayn.build.work import Work
from lisanayn.pages.feeds import FeedPlan, plan_feeds
from lisanayn.record import record

TEMPLATES = ("feed.xml", "file.txt")
"""Templates of feeds: Atom and JSON."""


@record
class _Planned:
    plan: FeedPlan
    digest: str


def make_feeds(work: Work, old: Mapping[str, Record]) -> frozenset[str]:
    """Makes the feeds that are not right already; the paths of all that were looked at. ``old``: what is known of
    files.

    Where no list has changed, only the feeds that hold a story which was rendered can be others.
    """
    plans = _planned(work) if work.catalog else _touched(work)
    products = all_products(work)
    keys = {str(slug): str(key) for key, slug in work.given.store.rows("SELECT key, slug FROM stories")}
    keys |= {one.files.slug: key for key, one in work.summaries.items()}
    templates = digest_bytes(*[work.templates.of(name).encode() for name in TEMPLATES])
    jobs: list[FeedJob] = []
    terms: dict[str, tuple[Key, str]] = {}
    for one in plans:
        texts = [(keys[slug], (FEED, lang, products[keys[slug]][FEED, lang])) for slug, lang in one.plan.inputs]
        parts = (work.given.site_digest, one.digest, *[product[2] for _, product in texts])
        view = digest_bytes(*[part.encode("utf-8", "surrogatepass") for part in parts])
        key = Key(view, templates, work.given.code)
        reason = why_render(old.get(one.plan.path), key, work.given.before.faults.get(one.plan.path))
        if reason is not None:
            jobs.append(FeedJob(one.plan, tuple(texts)))
            terms[one.plan.path] = (key, reason)
    for _, done in work.run(jobs, "feeds"):
        for file in done.files:
            key, reason = terms[file.path]
            work.written[file.path] = (Record(key, file.digest, file.size, file.stamp), reason)
    if work.catalog:
        _keep(work, plans)
    elif work.reworded:
        work.given.store.put("feeds", ((one.plan.path, one.digest, dumps(one.plan)) for one in plans))
    return frozenset([one.plan.path for one in plans])


def _planned(work: Work) -> list[_Planned]:
    if work.catalog is None:
        return []
    return [_Planned(plan, _digest(dumps(plan))) for plan in plan_feeds(work.catalog, work.given.site)]


def _digest(text: str) -> str:
    return digest_bytes(text.encode("utf-8", "surrogatepass"))


def _touched(work: Work) -> list[_Planned]:
    """The feeds of the last build that hold a story which was rendered in this one."""
    slugs = [one.files.slug for one in work.summaries.values()]
    paths = {str(path) for (path,) in work.given.store.rows_of("SELECT path FROM uses", "slug", slugs)}
    rows = work.given.store.rows_of("SELECT plan FROM feeds", "path", sorted(paths))
    try:
        if work.reworded:
            found = [reworded_feed(loads(FeedPlan, str(text)), work) for (text,) in rows]
            return [_Planned(plan, _digest(dumps(plan))) for plan in found]
        return [_Planned(loads(FeedPlan, str(text)), _digest(str(text))) for (text,) in rows]
    except ValueError as fault:
        raise Unusable("it is damaged") from fault


def _keep(work: Work, plans: Iterable[_Planned]) -> None:
    """Remembers the plans, so that an edit of a text needs no catalog."""
    store = work.given.store
    before = {str(path): str(digest) for path, digest in store.rows("SELECT path, digest FROM feeds")}
    now = {one.plan.path: one for one in plans}
    changed = [path for path, one in now.items() if before.get(path) != one.digest]
    stale = [*changed, *(before.keys() - now.keys())]
    store.remove("feeds", "path", stale)
    store.remove("uses", "path", stale)
    store.put("feeds", ((path, now[path].digest, dumps(now[path].plan)) for path in changed))
    store.put("uses", ((slug, path) for path in changed for slug, _ in now[path].plan.inputs))

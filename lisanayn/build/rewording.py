"""Lists after an edit of words: a title, a summary, how much is translated.

Such an edit leaves every list as long as it was and every story in its place. So the catalog is not made and nothing is
planned: the lists that show the story, the stories that link to it and the feeds that hold it are known from the last
build. What comes out is what the long way (``make_true_catalog``, ``plan_lists``) would make, byte for byte; whatever
else is new, or not as it should be, takes the long way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lisanayn.build.codec import dumps, loads
from lisanayn.build.fingerprint import digest_bytes, fingerprint
from lisanayn.build.knowledge import known_cards, known_places
from lisanayn.build.passes import frame_stands, terms_of
from lisanayn.build.plan import Planned, planned_if_due
from lisanayn.build.store import Store, Unusable
from lisanayn.build.work import Work
from lisanayn.model.catalog import Card, Catalog, Place, SeriesPlace, StoryLink
from lisanayn.model.page import ListPlan, Page
from lisanayn.pages import urls
from lisanayn.pages.coverage import COVERAGE, plan_coverage, state_of
from lisanayn.pages.feeds import FeedPlan, feed_entry
from lisanayn.pages.places import story_link
from lisanayn.pages.planning import Listed, plan_of
from lisanayn.pages.site import Site
from lisanayn.pages.site_index import index_entry, index_page

_MOST = 8
"""Stories. Of more, the long way is not much longer."""

Links = Mapping[tuple[str, str], StoryLink]
"""(language of the list, path of a page) → the link to it as it is now."""


# What is kept for it


def list_rows(lists: Iterable[ListPlan]) -> Iterator[tuple[str, str, str, str]]:
    """Plans for the table ``lists``."""
    for plan in lists:
        yield plan.path, plan.kind, dumps(plan.terms), _json(plan.shows)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def order_rows(store: Store, catalog: Catalog, site: Site) -> Iterator[tuple[str, str]]:
    """For the table ``meta``: the order of the stories, what each is to each language, and a digest of ``lists``."""
    yield "order", _json([card.slug for card in catalog.cards])
    yield "states", json.dumps({code: "".join([state_of(c, code) for c in catalog.cards]) for code in site.languages})
    yield "lists", _digest_of_lists(_list_rows(store))


def _list_rows(store: Store) -> list[tuple[str, str, str, str]]:
    rows = store.rows("SELECT path, kind, terms, shows FROM lists ORDER BY path")
    return [(str(path), str(kind), str(terms), str(shows)) for path, kind, terms, shows in rows]


def _digest_of_lists(rows: Iterable[tuple[str, str, str, str]]) -> str:
    return digest_bytes("\0".join([part for row in rows for part in row]).encode("utf-8", "surrogatepass"))


# Whether it can be done


def reword(work: Work) -> list[Planned] | None:
    """The lists to be made when nothing but words is new; None when all must be planned."""
    if frame_stands(work) and _only_words(work):
        found = _reworded_lists(work)
        if found is not None:
            return found
        work.reworded = {}
    return None


def _only_words(work: Work) -> bool:
    """Notes in ``work.reworded`` the stories whose words alone are others; False when anything else is new."""
    meta, site = work.given.meta, work.given.site
    fed = site.feeds.full or not site.base_url  # feeds without texts do not say in which of them a story stands
    if not fed or len(work.summaries) > _MOST or "states" not in meta:
        return False
    before = known_cards(work.given.store, work.summaries)
    places = known_places(work.given.store, work.summaries)
    found: dict[str, tuple[Card, Place]] = {}
    for key, one in work.summaries.items():
        old, new = before.get(key), one.card
        if old is None and new is None and key in work.known:
            continue  # it was not published and is not
        if old is None or new is None or key not in places or new.date is None or _frame(old) != _frame(new):
            return False
        found[new.slug] = (new, places[key])
    work.reworded = found
    return True


def _frame(card: Card) -> Card:
    """A card without the words that only lists show."""
    texts = tuple([replace(text, title="", summary="", done=0, total=0, stale=0) for text in card.texts])
    return replace(card, texts=texts, digest="")


# Lists


def _reworded_lists(work: Work) -> list[Planned] | None:
    """The lists that show other words now; None when they cannot be told: then all must be planned."""
    store, meta = work.given.store, work.given.meta
    rows = _list_rows(store)
    if _digest_of_lists(rows) != meta.get("lists"):
        raise Unusable("it is damaged")
    wanted = [_json(slug) for slug in work.reworded]
    concerned = [row for row in rows if any(slug in row[3] for slug in wanted) and row[1] != COVERAGE.name]
    cards = _Cards(work)
    plans: list[ListPlan | Page] = [_plan(row, cards, work.given.site) for row in concerned]
    plans += _coverage(work, cards)
    index = _index(work, cards)
    if index is None:
        return None
    plans.append(index)
    known = store.records_at([plan.path for plan in plans])
    due = [planned_if_due(plan, terms_of(work), known.get(plan.path)) for plan in plans]
    return [planned for planned in due if planned is not None]


class _Cards:
    """Cards as they are now, and their tags, as lists ask for them."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._keys: dict[str, str] = {}
        self.now = {slug: card for slug, (card, _) in work.reworded.items()}
        self._tags = {slug: place.tags for slug, (_, place) in work.reworded.items()}

    def listed(self, slugs: Sequence[str], topics: bool) -> list[Listed]:
        """Stories as a list takes them."""
        self._load([slug for slug in slugs if slug not in self.now])
        if topics:
            keys = {self._keys[slug]: slug for slug in slugs if slug not in self._tags}
            for key, place in known_places(self._work.given.store, keys).items():
                self._tags[keys[key]] = place.tags
        try:
            return [(self.now[slug], self._tags[slug] if topics else ()) for slug in slugs]
        except KeyError:
            raise Unusable("it is damaged") from None

    def _load(self, slugs: Sequence[str]) -> None:
        if not self._keys:
            rows = self._work.given.store.rows("SELECT slug, key FROM stories WHERE shown != ''")
            self._keys = {str(slug): str(key) for slug, key in rows}
        try:
            keys = [self._keys[slug] for slug in slugs]
        except KeyError:
            raise Unusable("it is damaged") from None
        self.now |= {card.slug: card for card in known_cards(self._work.given.store, keys).values()}


def _plan(row: tuple[str, str, str, str], cards: _Cards, site: Site) -> ListPlan:
    from lisanayn.pages.list_pages import LIST_KINDS

    path, name, terms, shows = row
    try:
        kind = LIST_KINDS[name]
        return plan_of(kind, path, loads(kind.terms, terms), cards.listed(json.loads(shows), kind.topics), site)
    except (KeyError, ValueError, TypeError) as fault:
        raise Unusable("it is damaged") from fault


def _coverage(work: Work, cards: _Cards) -> Iterator[ListPlan]:
    """The pages about what is translated. What the stories are to each language is noted anew."""
    store, site = work.given.store, work.given.site
    try:
        order: list[str] = json.loads(work.given.meta["order"])
        states: dict[str, str] = json.loads(work.given.meta["states"])
        for slug in work.reworded:
            at = order.index(slug)
            for code in site.languages:
                states[code] = states[code][:at] + state_of(cards.now[slug], code) + states[code][at + 1 :]
        store.put("meta", [("states", json.dumps(states))])
        for terms, shown in plan_coverage(states, site):
            listed = cards.listed([order[position] for position in shown], topics=False)
            yield plan_of(COVERAGE, urls.coverage(terms.lang), terms, listed, site)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as fault:
        raise Unusable("it is damaged") from fault


def _index(work: Work, cards: _Cards) -> Page | None:
    """``site.json``, from what stands in output/; None when that is not what the last build wrote."""
    given = work.given
    text = given.folders.output.read(urls.STORIES).decode("utf-8", "replace")
    record = given.store.records_at([urls.STORIES]).get(urls.STORIES)
    if record is None or fingerprint(index_page(text, given.site).view) != record.key.view:
        return None
    before = known_cards(given.store, work.summaries)
    for card in before.values():
        if card.slug not in work.reworded:
            continue
        tags = work.reworded[card.slug][1].tags
        old, new = index_entry(card, tags), index_entry(cards.now[card.slug], tags)
        if text.count(old) != 1:
            return None
        text = text.replace(old, new)
    return index_page(text, given.site)


# Places


def moved_places(work: Work) -> dict[str, Place]:
    """The stories whose pages link to one that has another title now, by key, with their places as they are now."""
    store, site = work.given.store, work.given.site
    before = {card.slug: card for card in known_cards(store, work.summaries).values()}
    links: dict[tuple[str, str], StoryLink] = {}
    for slug, (card, _) in work.reworded.items():
        for lang in site.languages:
            link = story_link(card, lang)
            if link and link != story_link(before[slug], lang):
                links[lang, link.path] = link
    if not links:
        return {}
    paths = [_json(path) for path in sorted({path for _, path in links})]
    asked = " OR ".join(["instr(place, ?)"] * len(paths))
    keys = [str(key) for (key,) in store.rows(f"SELECT key FROM stories WHERE seat != '' AND ({asked})", paths)]
    found = {}
    for key, place in known_places(store, keys).items():
        moved = _linked(place, links)
        if moved != place:
            found[key] = moved
    return found


def _linked(place: Place, links: Links) -> Place:
    """A place with its links as they are now."""

    def now(link: StoryLink | None, lang: str) -> Any:
        return link and links.get((lang, link.path), link)

    def series(part: SeriesPlace | None, lang: str) -> SeriesPlace | None:
        return part and replace(part, previous=now(part.previous, lang), next=now(part.next, lang))

    return replace(place, neighbours=tuple([
        replace(
            one, newer=now(one.newer, one.lang), older=now(one.older, one.lang), series=series(one.series, one.lang),
            related=tuple([now(link, one.lang) for link in one.related]),
        )
        for one in place.neighbours
    ]))  # fmt: skip


# Feeds


def reworded_feed(plan: FeedPlan, work: Work) -> FeedPlan:
    """A feed's plan with the words of its stories as they are now."""
    entries = list(plan.head.entries)
    for at, (slug, lang) in enumerate(plan.inputs):
        if slug in work.reworded:
            card, place = work.reworded[slug]
            entries[at] = feed_entry(card, place.tags, lang, work.given.site)
    return replace(plan, head=replace(plan.head, entries=tuple(entries)))

"""Tags as authors write them, resolved to the tags of the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lisanayn.model.article import TagUse
from lisanayn.model.catalog import Card, TagEntry
from lisanayn.model.tag import Tag
from lisanayn.pages import urls
from lisanayn.pages.site import Site
from lisanayn.problems import Location, Problem, error, warning
from lisanayn.text.folding import fold
from lisanayn.text.slugs import slug_key, slugify


def resolve_tags(
    cards: Sequence[Card], listed: Iterable[Tag], site: Site
) -> tuple[tuple[tuple[Tag, ...], ...], tuple[Problem, ...]]:
    """The tags of each card, in the author's order.

    All spellings with one folded form are one tag. A tag that tags.toml does not list is made from its first use, the
    oldest story first, so that a new story never renames a tag.
    """
    known: dict[str, Tag] = {}
    made: dict[str, Tag] = {}
    for tag in listed:
        shown = made[slug_key(tag.id)] = Tag(tag.id, tag.names)
        for spelling in (tag.id, *[name for _, name in tag.names], *tag.aliases):
            known.setdefault(fold(spelling), shown)
    first: dict[str, tuple[TagUse, Card]] = {}
    problems: list[Problem] = []
    resolved: list[tuple[Tag, ...]] = []
    for card in reversed(cards):
        found: dict[str, Tag] = {}
        for use in card.tags:
            key = fold(use.text)
            if not key:
                continue
            if key not in known:
                known[key] = _make_tag(use, card, site, made, problems)
                first[key] = (use, card)
            elif key in first and first[key][0].text != use.text:
                problems.append(_spelling(use, card, *first[key]))
            found.setdefault(known[key].id, known[key])
        resolved.append(tuple(found.values()))
    resolved.reverse()
    return tuple(resolved), tuple(problems)


def tag_entries(cards: Sequence[Card], tags: Sequence[tuple[Tag, ...]], site: Site) -> tuple[TagEntry, ...]:
    """Every tag that a card carries, with its cards and its counts; sorted by id."""
    carried: dict[str, tuple[Tag, list[int]]] = {}
    for position, found in enumerate(tags):
        for tag in found:
            carried.setdefault(tag.id, (tag, []))[1].append(position)
    readable = [frozenset(card.listed_in()) for card in cards]
    entries = []
    for _, (tag, positions) in sorted(carried.items()):
        counts = [(code, sum([code in readable[p] for p in positions])) for code in site.languages]
        entries.append(TagEntry(tag, tuple(positions), tuple(counts)))
    return tuple(entries)


def _make_tag(use: TagUse, card: Card, site: Site, made: dict[str, Tag], problems: list[Problem]) -> Tag:
    """A tag for an unlisted word; its address is its own, even when another word would have the same."""
    wanted = slugify(use.text, site.slugs) or "tag"
    if wanted.startswith(urls.RESERVED_TAGS):
        wanted = f"tag-{wanted}"
    tag_id, number = wanted, 1
    while (other := made.get(slug_key(tag_id))) is not None:
        number += 1
        tag_id = f"{wanted}-{number}"
        problems.append(
            error(
                "tag-address-twice",
                f"the tag {use.text!r} would have the address of {other.names[0][1]!r}, {wanted!r}",
                Location(card.texts[0].source, use.line),
                "list one of the two in content/tags.toml with an id of its own",
            )
        )
    tag = Tag(tag_id, ((card.texts[0].lang, use.text),))
    made[slug_key(tag_id)] = tag
    return tag


def _spelling(use: TagUse, card: Card, before: TagUse, before_card: Card) -> Problem:
    at = Location(before_card.texts[0].source, before.line)
    return warning(
        "tag-spelling",
        f"the tag {use.text!r} is spelled {before.text!r} in {at}; both are taken for one tag",
        Location(card.texts[0].source, use.line),
        f"write {before.text!r}, or list the tag in content/tags.toml with the other spelling as an alias",
    )

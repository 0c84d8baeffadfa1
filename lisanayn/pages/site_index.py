"""site.json: every story of the site, for people with a text editor and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring

from lisanayn.model.catalog import Card, CardText, Catalog
from lisanayn.model.files import FileView
from lisanayn.model.page import Page
from lisanayn.model.tag import Tag
from lisanayn.pages import urls
from lisanayn.pages.dates import timestamp
from lisanayn.pages.machine import file_frame
from lisanayn.pages.site import Site

_quoted = encode_basestring
"""A text as JSON, with its letters as they are."""


def make_site_index(catalog: Catalog, site: Site) -> Iterator[Page]:
    """The list of all stories, newest first: titles, addresses, dates, tags, and how much is translated.

    Laid out here and not by ``json.dumps``: it indents in Python, letter by letter, and would take a second for
    10,000 stories.
    """
    pairs = zip(catalog.cards, catalog.card_tags, strict=True)
    stories = ",\n".join([index_entry(card, tags) for card, tags in pairs])
    head = json.dumps(
        {"title": dict(site.titles), "address": site.base_url, "languages": list(site.languages)}, ensure_ascii=False
    )
    text = f'{head[:-1]},\n"stories": [\n{stories}\n]}}\n'
    yield index_page(text, site)


def index_page(text: str, site: Site) -> Page:
    """The file with its text."""
    return Page(urls.STORIES, "file.txt", FileView(file_frame(site), text))


def index_entry(card: Card, tags: tuple[Tag, ...]) -> str:
    """One story: its own facts on one line, each text on another."""
    facts = [f'"key": {_quoted(card.slug)}']
    for name, moment in (("date", card.date), ("updated", card.updated)):
        if moment:
            facts.append(f'"{name}": "{timestamp(moment)}"')
    if card.series:
        facts.append(f'"series": {_quoted(card.series)}')
    facts.append(f'"tags": [{", ".join([_quoted(tag.id) for tag in tags])}]')
    texts = ",\n".join([_text(text, text is card.texts[0]) for text in card.texts])
    return f'  {{{", ".join(facts)},\n   "texts": [\n{texts}\n   ]}}'


def _text(text: CardText, is_original: bool) -> str:
    """One text; of a translation, how many of the original's sentences it has and how many there are."""
    facts = f'"lang": "{text.lang}", "title": {_quoted(text.title)}, "path": {_quoted(urls.short(text.path))}'
    role = '"original": true' if is_original else f'"translated": {text.done}, "sentences": {text.total}'
    return f"     {{{facts}, {role}}}"

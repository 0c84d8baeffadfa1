"""The text of a story as feeds carry it.

Readers of feeds know no style sheet and no script, and show an entry far from the site: so sentences stand as running
paragraphs, one under its translation, each with its own language and direction, and every address is a full one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from urllib.parse import urljoin

from lisanayn.model.article import Article
from lisanayn.model.blocks import Dateline
from lisanayn.model.catalog import Place
from lisanayn.model.files import FeedContentView, FileFrame, Passage
from lisanayn.model.inline import Link, Mark, NoteLink, Rich, Run
from lisanayn.model.page import Page
from lisanayn.model.rows import (
    AnchorBlock,
    BodyBlock,
    Cell,
    Close,
    FigureBlock,
    Grid,
    HeadingBlock,
    NoteRow,
    NoteText,
    Open,
    Pair,
    SpeakerBlock,
    TableBlock,
)
from lisanayn.model.story import Story, Translation
from lisanayn.pages import urls
from lisanayn.pages.body import Voices, alone, make_body
from lisanayn.pages.colophon import Colophon, make_facts
from lisanayn.pages.figures import FigureMaker
from lisanayn.pages.site import Site, pair_sides, sides
from lisanayn.pages.voices import Voice, make_voice
from lisanayn.text.languages import LANGUAGES

_SPACE = Run(" ")


def feed_contents(story: Story, place: Place, site: Site) -> Iterator[Page]:
    """The story's text for feeds, a fragment of HTML for each language it can be read in; ``path`` is the language.

    Nothing on a site without an address, which has no feeds, and nothing where feeds carry summaries only.
    """
    if not site.base_url or not site.feeds.full:
        return
    first = story.translations[0] if story.translations else None
    yield _content(story, story.original, first, place, site)
    for translation in story.translations:
        yield _content(story, translation.article, translation, place, site)


def _content(story: Story, article: Article, translation: Translation | None, place: Place, site: Site) -> Page:
    """``article`` is the entry's own text, ``translation`` the one in it: its own, or beside its own."""
    is_original = article is story.original
    both = site.feeds.texts == "both"
    shown = translation if both or not is_original else None
    second = (shown.article if is_original else story.original) if shown and both else None
    own_voice = make_voice(article, LANGUAGES[article.lang], site.digit_system(article.lang))
    other_voice = make_voice(second, LANGUAGES[second.lang], site.digit_system(second.lang)) if second else None
    figures = FigureMaker(place.pictures, site.agencies, site.base_url)
    body = make_body(
        story, shown.pairs if shown else alone(story), Voices(own_voice, other_voice, is_original), figures
    )
    address = urls.absolute(place.path(article.lang), site.base_url)
    if second:
        own, other = pair_sides(story.original.lang, article.lang, second.lang)
    else:
        own, other = sides(article.lang, "", article.lang)[0], None
    facts = make_facts(Colophon(story, shown, own_voice.lang, other_voice.lang if other_voice else None, body, site))
    view = FeedContentView(
        frame=FileFrame(article.lang, own.dir, site.digits, site.base_url, site.title(article.lang)),
        own=own,
        other=other,
        dateline=next((block.text for block in article.blocks if isinstance(block, Dateline)), ""),
        other_title=second.header.title if second else "",
        rows=tuple(_rows(body, address)),
        notes=tuple(_notes(own_voice, other_voice, address)),
        facts=facts,
    )
    return Page(article.lang, "feed-content.html", view, article.path)


def _rows(body: Iterable[BodyBlock], address: str) -> Iterator[BodyBlock | Passage]:
    """The rows of a reading page as paragraphs; what only a page has (ids, numbers, empty halves) is left out."""
    own: list[Rich] = []
    other: list[Rich] = []
    for block in body:
        if isinstance(block, Pair):
            own.append(block.own)
            other.append(block.other)
            continue
        if own:
            yield Passage(full_addresses(_joined(own), address), full_addresses(_joined(other), address))
            own, other = [], []
        match block:
            case Open(tag="div") | Close(tag="div") | AnchorBlock():
                pass
            case _:
                yield _with_full_addresses(block, address)
    if own:
        yield Passage(full_addresses(_joined(own), address), full_addresses(_joined(other), address))


def _joined(texts: Sequence[Rich]) -> Rich:
    """Sentences as one paragraph, with a space between two."""
    if len(texts) == 1:
        return texts[0]
    runs: list[Run] = []
    for text in texts:
        if runs and text:
            runs.append(_SPACE)
        runs += text
    return tuple(runs)


def _with_full_addresses(block: BodyBlock, address: str) -> BodyBlock:
    match block:
        case HeadingBlock() | FigureBlock() | SpeakerBlock():
            return replace(
                block, own=full_addresses(block.own, address), other=full_addresses(block.other, address)
            )
        case TableBlock():
            return replace(block, own=_grid(block.own, address), other=_grid(block.other, address))
    return block


def _grid(grid: Grid | None, address: str) -> Grid | None:
    if grid is None:
        return None
    return Grid(_cells(grid.header, address), tuple([_cells(row, address) for row in grid.rows]))


def _cells(cells: Iterable[Cell], address: str) -> tuple[Cell, ...]:
    return tuple([replace(cell, text=full_addresses(cell.text, address)) for cell in cells])


def _notes(own: Voice, other: Voice | None, address: str) -> Iterator[NoteRow]:
    """The footnotes of both texts, side by side, when all references to them have been met."""
    for one, across in zip_longest(own.notes.texts(), other.notes.texts() if other else ()):
        yield NoteRow(one and _note(one, address), across and _note(across, address))


def _note(note: NoteText, address: str) -> NoteText:
    return replace(note, text=full_addresses(note.text, address))


def full_addresses(rich: Rich, address: str) -> Rich:
    """The text with its relative links as full ones, as on the page at ``address``; references to footnotes lead
    there too, and stand in brackets, because a reader of feeds may show nothing smaller or higher."""
    for run in rich:
        if run.marks:
            break
    else:
        return rich
    made = []
    for run in rich:
        text = f"[{run.text}]" if any(isinstance(mark, NoteLink) for mark in run.marks) else run.text
        made.append(Run(text, tuple([_mark(mark, address) for mark in run.marks])))
    return tuple(made)


def _mark(mark: Mark, address: str) -> Mark:
    match mark:
        case Link(href=href, title=title):
            return Link(_joined_address(address, href), title)
        case NoteLink(target=target):
            return Link(f"{address}#{target}")
    return mark


def _joined_address(address: str, href: str) -> str:
    """An address on the page as a full one; one that no rule can read stays as it is, and leads nowhere."""
    try:
        return urljoin(address, href)
    except ValueError:
        return href

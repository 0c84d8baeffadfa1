"""A story into its reader pages, one for each language it exists in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice, zip_longest

from lisanayn.model.article import Article
from lisanayn.model.blocks import Dateline, Figure
from lisanayn.model.catalog import Neighbours, Place, StandIn, StoryLink
from lisanayn.model.frame import Side
from lisanayn.model.inline import Rich, plain
from lisanayn.model.page import Page
from lisanayn.model.rows import BodyBlock, NoteRow, Pair
from lisanayn.model.story import Story, Translation
from lisanayn.model.tag import Tag
from lisanayn.model.views import ArticleView, SeriesNav, SiblingLink, TagLink
from lisanayn.pages import urls
from lisanayn.pages.body import Voices, alone, make_body
from lisanayn.pages.cards import progress
from lisanayn.pages.colophon import Colophon, authors_in, make_facts, translators_of
from lisanayn.pages.dates import day_in, timestamp
from lisanayn.pages.entries import tag_name
from lisanayn.pages.figures import FigureMaker
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.italics import has_italics
from lisanayn.pages.linked_data import Described, describe_article
from lisanayn.pages.share_cards import has_cards, share_card
from lisanayn.pages.site import Site, pair_sides, sides, words
from lisanayn.pages.voices import Voice, make_voice
from lisanayn.text.arabic import is_vowelled
from lisanayn.text.dates import reading_minutes
from lisanayn.text.languages import LANGUAGES

_TELLING = 12
"""Sentences that are looked at for vowel marks."""


def make_article_pages(story: Story, place: Place, site: Site) -> Iterator[Page]:
    """The reader pages of a story, the original's first."""
    first = story.translations[0] if story.translations else None
    yield _make_page(story, story.original, first, place, site)
    for translation in story.translations:
        yield _make_page(story, translation.article, translation, place, site)


def show_original(story: Story, stand_in: StandIn, place: Place, site: Site) -> Page:
    """The original on a page of a language it is not translated into."""
    return _make_page(story, story.original, None, place, site, stand_in)


def _make_page(
    story: Story,
    article: Article,
    translation: Translation | None,
    place: Place,
    site: Site,
    stand_in: StandIn | None = None,
) -> Page:
    """One reader page. ``article`` is its own text, ``translation`` the one on it: its own, or beside its own."""
    lang = stand_in.lang if stand_in else article.lang
    path = stand_in.path if stand_in else place.path(lang)
    root = urls.root(path)
    is_original = article is story.original
    shown = translation if site.embed_translation or not is_original else None
    second = (shown.article if is_original else story.original) if shown and site.embed_translation else None
    own_voice = make_voice(article, LANGUAGES[article.lang], site.digit_system(article.lang))
    other_voice = make_voice(second, LANGUAGES[second.lang], site.digit_system(second.lang)) if second else None
    figures = FigureMaker(place.pictures, site.agencies, root)
    voices = Voices(own_voice, other_voice, is_original)
    body = make_body(story, shown.pairs if shown else alone(story), voices, figures)
    notes = _notes(own_voice, other_voice)
    own_side, other_side = _sides(story, article, second, body, lang)
    tags = tuple([_tag_link(tag, lang, second.lang if second else "", root) for tag in place.tags])
    done, total = progress(story, shown) if shown else (0, 0)
    header = story.original.header
    cover = _cover(story, place)
    outline = Outline(
        path=path,
        lang=lang,
        title=_title(article, story),
        description=article.header.summary or _first_words(body),
        pages=place.pages,
        start=place.path(site.languages[0]) or place.pages[0][1],
        kind="article",
        image=_share_picture(place.path(article.lang), story, article, second, site) or cover,
        image_alt=header.cover_alt if is_original else article.header.cover_alt,
        published=timestamp(header.date),
        modified=timestamp(header.updated),
        stand_ins=[(one.lang, one.path) for one in place.stand_ins],
        italics=has_italics(body, notes, any(voice.lang.type.slanted for voice in (own_voice, other_voice) if voice)),
    )
    outline = standing_in(outline, place, site) if stand_in else outline
    around = next((one for one in place.neighbours if one.lang == lang), Neighbours(lang, None, None))
    view = ArticleView(
        frame=make_frame(outline, site),
        own=own_side,
        other=other_side,
        title=_title(article, story),
        other_title=_title(second, story) if second else "",
        summary=article.header.summary,
        other_summary=second.header.summary if second else "",
        kicker=tags[0] if tags else None,
        dateline=_dateline(article),
        other_dateline=_dateline(second) if second else "",
        day=day_in(header.date, lang, site),
        authors=authors_in(story, article),
        translators=translators_of(shown),
        translated=not is_original,
        translation=shown.article.header.translation if shown else "",
        sentences=sum([len(block.sentences) for block in story.blocks]),
        minutes=reading_minutes(_words_in(body)),
        done=done,
        total=total,
        body=body,
        notes=notes,
        facts=make_facts(Colophon(story, shown, own_voice.lang, other_voice.lang if other_voice else None, body, site)),
        tags=tags,
        address=urls.absolute(place.path(article.lang), site.base_url),
        newer=_sibling(around.newer, lang, root),
        older=_sibling(around.older, lang, root),
        linked_data=""
        if stand_in
        else describe_article(
            Described(story, article, None if is_original else translation, place, body, tags, root, site)
        ),
        stands_in=stand_in is not None,
        people=tuple([(name, urls.href(urls.person(lang, ident), root)) for name, ident in place.people]),
        aligned=urls.href(urls.aligned(place.path(shown.article.lang)), root) if shown and second else "",
        series=_series(around, root),
        related=tuple([link for one in around.related if (link := _sibling(one, lang, root))]),
    )
    return Page(path, "article.html", view, article.path)


def standing_in(outline: Outline, place: Place, site: Site) -> Outline:
    """The same page as one that stands in for a translation: search engines are sent to the original. Where the site
    has no address to send them to, they are told to leave the page."""
    return replace(outline, paired=False, canonical=place.pages[0][1], indexed=bool(site.base_url))


def _sides(
    story: Story, article: Article, second: Article | None, body: tuple[BodyBlock, ...], lang: str
) -> tuple[Side, Side | None]:
    own, other = sides(article.lang, "", lang)
    if second:
        own, other = pair_sides(story.original.lang, article.lang, second.lang)
    pairs = tuple(islice((block for block in body if isinstance(block, Pair)), _TELLING))
    own = _marked(own, [pair.own for pair in pairs])
    return own, _marked(other, [pair.other for pair in pairs]) if other else None


def _marked(side: Side, texts: list[Rich]) -> Side:
    """The side, knowing whether its text carries vowel marks; ``texts`` are its first sentences, which tell."""
    if LANGUAGES[side.lang].script != "Arab":
        return side
    if not is_vowelled(" ".join([plain(one) for one in texts])):
        return side
    return Side(side.lang, side.dir, side.column, side.name, marked=True)


def _title(article: Article, story: Story) -> str:
    return article.header.title or story.slug


def _dateline(article: Article) -> str:
    return next((block.text for block in article.blocks if isinstance(block, Dateline)), "")


def _first_words(body: tuple[BodyBlock, ...]) -> str:
    """The first sentence, whole: a cut could fall before a vowel mark or after a lone و."""
    return next((" ".join(plain(block.own).split()) for block in body if isinstance(block, Pair) and block.own), "")


def _words_in(body: tuple[BodyBlock, ...]) -> int:
    """Words of the page's own sentences, near enough for a reading time."""
    return sum([run.text.count(" ") + 1 for block in body if isinstance(block, Pair) for run in block.own])


def _share_picture(path: str, story: Story, article: Article, second: Article | None, site: Site) -> str:
    """Path of the page's share card; empty when it has none."""
    if not has_cards(site):
        return ""
    other = (second.lang, _title(second, story)) if second else None
    return share_card(path, (article.lang, _title(article, story)), other, site).path


def _cover(story: Story, place: Place) -> str:
    """Path of the picture that stands for the story; empty when it has none."""
    if not place.pictures:
        return ""
    wanted = story.original.header.cover
    shown = {picture.name: picture.path for picture in place.pictures}
    names = [block.image for block in story.original.blocks if isinstance(block, Figure)]
    return next((shown[name] for name in [wanted, *names] if name in shown), "")


@lru_cache(maxsize=4096)
def _tag_link(tag: Tag, lang: str, other: str, root: str) -> TagLink:
    name, name_lang = tag_name(tag, lang)
    second = dict(tag.names).get(other, "")
    return TagLink(
        urls.href(urls.tag(lang, tag.id), root),
        words(name, name_lang),
        words(second, other) if second and second != name else None,
    )


def _sibling(link: StoryLink | None, lang: str, root: str) -> SiblingLink | None:
    if link is None:
        return None
    second = words(link.second, link.second_lang) if link.second else None
    return SiblingLink(urls.href(link.path, root), words(link.title, link.lang or lang), second)


def _series(around: Neighbours, root: str) -> SeriesNav | None:
    found = around.series
    if found is None:
        return None
    return SeriesNav(
        name=words(found.name, found.name_lang),
        href=urls.href(found.path, root),
        number=found.number,
        count=found.count,
        previous=_sibling(found.previous, around.lang, root),
        next=_sibling(found.next, around.lang, root),
    )


def _notes(own: Voice, other: Voice | None) -> tuple[NoteRow, ...]:
    """The footnotes of both sides, side by side."""
    left, right = list(own.notes.texts()), list(other.notes.texts()) if other else []
    return tuple([NoteRow(*row) for row in zip_longest(left, right)])

"""The attribution footer: where a text comes from, who worked on it, what may be done with it.

One row a fact, with the same values on both sides in both languages. A fact that nobody gave has no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from lisanayn.model.article import Article, Moment
from lisanayn.model.blocks import SourceLine
from lisanayn.model.catalog import Words
from lisanayn.model.rows import BodyBlock, FigureBlock, Part
from lisanayn.model.story import Story, Translation
from lisanayn.model.views import Fact, Values
from lisanayn.pages.cards import source_names
from lisanayn.pages.dates import day_in
from lisanayn.pages.figures import credited
from lisanayn.pages.licenses import License, read_license
from lisanayn.pages.site import Site, words
from lisanayn.record import record
from lisanayn.settings import localized
from lisanayn.text.lang import Lang
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.numbers import to_system

Parts = list[Part]


@record
class Colophon:
    """What the footer of a page is made from."""

    story: Story
    translation: Translation | None
    """The translation on the page, on either side."""
    own: Lang
    other: Lang | None
    body: tuple[BodyBlock, ...]
    """For the credits of the pictures."""
    site: Site


def make_facts(colophon: Colophon) -> tuple[Fact, ...]:
    """All rows of the footer, in their order.

    A story's page and its text for feeds have the same ones, made one soon after the other: so the last of each pair
    of languages are remembered, for the very story.
    """
    key = (colophon.own.code, colophon.other and colophon.other.code)
    made = _latest.get(key)
    if made and made[0] is colophon.story and made[1] is colophon.translation and made[2] is colophon.site:
        return made[3]
    facts = tuple([fact for label, values in _ROWS for fact in _fact(colophon, label, values)])
    _latest[key] = colophon.story, colophon.translation, colophon.site, facts
    return facts


_latest: dict[object, tuple[Story, Translation | None, Site, tuple[Fact, ...]]] = {}
"""By the languages of the footer, so never more than a few."""


def _fact(colophon: Colophon, label: str, values: Callable[[Colophon, Lang], Values]) -> Iterator[Fact]:
    own = values(colophon, colophon.own)
    if own.parts:
        yield Fact(label, own, values(colophon, colophon.other) if colophon.other else None)


def _listed(parts: Sequence[Part], lang: Lang, separator: str = "") -> Values:
    return Values(tuple(parts), separator or lang.comma)


def _article_in(colophon: Colophon, lang: Lang) -> Article | None:
    """The story's text in a language, if it is on the page."""
    translation = colophon.translation
    if translation and translation.article.lang == lang.code:
        return translation.article
    return colophon.story.original if colophon.story.original.lang == lang.code else None


def _source_line(colophon: Colophon, lang: Lang) -> Values:
    """The sources of a source line, joined as it joins them."""
    return _sources(colophon, lang) if _has_line(colophon.story.original) else _listed([], lang)


def _source_list(colophon: Colophon, lang: Lang) -> Values:
    """The sources that the front matter lists."""
    return _listed([], lang) if _has_line(colophon.story.original) else _sources(colophon, lang)


def _has_line(article: Article) -> bool:
    return SourceLine in map(type, article.blocks)


def _sources(colophon: Colophon, lang: Lang) -> Values:
    """The sources as the side's own text prints them, else as the original does."""
    original = colophon.story.original
    article = _article_in(colophon, lang) or original
    if not source_names(article):
        article = original
    printed_in = LANGUAGES[article.lang]
    parts = [p for name in source_names(article) for p in credited(name, printed_in, lang, colophon.site.agencies)]
    return _listed(parts, lang, " + " if _has_line(original) else "")


def _original(colophon: Colophon, lang: Lang) -> Values:
    url = colophon.story.original.header.source_url
    host = urlsplit(url).hostname if url.startswith(("http://", "https://")) else ""
    return _listed([Part(Words(host, "", "ltr"), href=url, rel="external noopener")] if host else [], lang)


def _publisher(colophon: Colophon, lang: Lang) -> Values:
    name = localized(colophon.site.publisher, lang.code)
    return _listed([Part(words(name, lang.code), href=colophon.site.publisher_url)] if name else [], lang)


def _day(moment: Moment | None, colophon: Colophon, lang: Lang) -> Values:
    day = day_in(moment, lang.code, colophon.site)
    return _listed([Part(day=day)] if day else [], lang)


def _published(colophon: Colophon, lang: Lang) -> Values:
    return _day(colophon.story.original.header.date, colophon, lang)


def _retrieved(colophon: Colophon, lang: Lang) -> Values:
    return _day(colophon.story.original.header.retrieved, colophon, lang)


def _updated(colophon: Colophon, lang: Lang) -> Values:
    return _day(colophon.story.original.header.updated, colophon, lang)


def _authors(colophon: Colophon, lang: Lang) -> Values:
    return _listed([Part(name) for name in authors_in(colophon.story, _article_in(colophon, lang))], lang)


def authors_in(story: Story, article: Article | None) -> tuple[Words, ...]:
    """The authors as a text gives them, else as the original does."""
    for one in (article, story.original):
        if one and one.header.authors:
            return tuple([words(name, one.lang) for name in one.header.authors])
    return ()


def translators_of(translation: Translation | None) -> tuple[Words, ...]:
    """The translators, as the translation names them."""
    if translation is None:
        return ()
    return tuple([words(name, translation.article.lang) for name in translation.article.header.translators])


def _translation(colophon: Colophon, lang: Lang) -> Values:
    """The kind of the translation in words, then the translators."""
    if colophon.translation is None:
        return _listed([], lang)
    kind = colophon.translation.article.header.translation
    parts = [Part(key=f"translation_{kind}")] if kind else []
    return _listed([*parts, *[Part(name) for name in translators_of(colophon.translation)]], lang)


def _reviewers(colophon: Colophon, lang: Lang) -> Values:
    if colophon.translation is None:
        return _listed([], lang)
    article = colophon.translation.article
    return _listed([Part(words(name, article.lang)) for name in article.header.reviewers], lang)


def _images(colophon: Colophon, lang: Lang) -> Values:
    """Who took which picture; the numbers only where there are several."""
    figures = [block for block in colophon.body if isinstance(block, FigureBlock)]
    found: dict[str, tuple[Part, list[int]]] = {}
    for figure in figures:
        credit = figure.own_credit if lang is colophon.own else figure.other_credit
        for part in credit.names if credit else ():
            if part.words:
                found.setdefault(part.words.text, (part, []))[1].append(figure.number)
    digits = colophon.site.digit_system(lang.code)
    parts = []
    for part, numbers in found.values():
        text = to_system(lang.comma.join([str(n) for n in numbers]), digits)
        parts.append(replace(part, after=f"({text})") if len(figures) > 1 else part)
    return _listed(parts, lang)


def license_name(story: Story, site: Site) -> str:
    """The story's licence, else the site's. A text from elsewhere has only the licence its article names: a site
    cannot license what it took over."""
    own = story.original.header.license
    taken_over = story.original.header.source_url or source_names(story.original)
    return own if own or taken_over else site.license


def license_of(story: Story, site: Site) -> License | None:
    """The same, with its address where it is a known one."""
    return read_license(license_name(story, site))


def _license(colophon: Colophon, lang: Lang) -> Values:
    found = license_of(colophon.story, colophon.site)
    if found is None:
        return _listed([], lang)
    if not found.key:
        text = Words(found.text, "", "ltr") if found.url else words(found.text, colophon.story.original.lang)
        return _listed([Part(text, href=found.url, rel="license" if found.url else "")], lang)
    digits = colophon.site.digit_system(lang.code)
    version = found.version if digits == "latn" else to_system(found.version.replace(".", "٫"), digits)
    return _listed([Part(key=found.key, after=version, href=found.deed(lang.code), rel="license")], lang)


def _corrections(colophon: Colophon, lang: Lang) -> Values:
    """What was corrected, in the side's own words, else in the original's."""
    for article in (_article_in(colophon, lang), colophon.story.original):
        if article and article.header.corrections:
            parts = []
            for correction in article.header.corrections:
                day = day_in(correction.day, lang.code, colophon.site)
                parts.append(Part(words(correction.text, article.lang), day=day))
            return _listed(parts, lang)
    return _listed([], lang)


_ROWS: tuple[tuple[str, Callable[[Colophon, Lang], Values]], ...] = (
    ("source", _source_line),
    ("sources", _source_list),
    ("original", _original),
    ("published", _published),
    ("retrieved", _retrieved),
    ("updated", _updated),
    ("author", _authors),
    ("translation", _translation),
    ("reviewed_by", _reviewers),
    ("images", _images),
    ("license", _license),
    ("corrections", _corrections),
    ("publisher", _publisher),
)

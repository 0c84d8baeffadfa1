"""What a page says to search engines: JSON-LD with the words of schema.org.

A page describes its own text and names the other by its ``@id``: the original by ``workTranslation``, the translation
by ``translationOfWork``, so that the two agree. Every use of a picture has an ImageObject of its own with the credit
(https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from lisanayn.model.article import Article
from lisanayn.model.catalog import Place, Words
from lisanayn.model.inline import plain
from lisanayn.model.rows import BodyBlock, FigureBlock
from lisanayn.model.story import Story, Translation
from lisanayn.model.views import TagLink
from lisanayn.pages import urls
from lisanayn.pages.cards import source_names
from lisanayn.pages.colophon import authors_in, license_of, translators_of
from lisanayn.pages.dates import timestamp
from lisanayn.pages.figures import credited
from lisanayn.pages.site import Site
from lisanayn.record import record
from lisanayn.settings import localized
from lisanayn.text.languages import LANGUAGES

Json = dict[str, object]
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@record
class Described:
    """The page that is described."""

    story: Story
    article: Article
    """The page's own text."""
    translation: Translation | None
    """When the page's own text is one."""
    place: Place
    body: tuple[BodyBlock, ...]
    tags: tuple[TagLink, ...]
    root: str
    site: Site


def describe_article(page: Described) -> str:
    """The JSON of an article page. Empty values are left out."""
    story, site, article = page.story, page.site, page.article
    header = story.original.header
    lang = LANGUAGES[article.lang]
    sources = [
        part.words.text
        for name in source_names(story.original)
        for part in credited(name, LANGUAGES[story.original.lang], lang, site.agencies)
        if part.words
    ]
    publisher = localized(site.publisher, lang.code) or site.title(lang.code)
    license_ = license_of(story, site)
    rights = _organization(sources[0] if sources else publisher, "")
    data: Json = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": _id(page, article.lang),
        "url": urls.absolute(page.place.path(article.lang), site.base_url),
        "headline": article.header.title,
        "description": article.header.summary,
        "inLanguage": article.lang,
        "datePublished": timestamp(header.date),
        "dateModified": timestamp(header.updated),
        "author": _people(authors_in(story, article)),
        "translator": _people(translators_of(page.translation)),
        "publisher": _organization(publisher, site.publisher_url),
        "sourceOrganization": [_organization(name, "") for name in sources],
        "creditText": " + ".join(sources),
        "copyrightHolder": rights,
        "copyrightYear": header.date.day.year if header.date else None,
        "copyrightNotice": "" if license_ is None or license_.url else license_.text,
        "license": license_.url if license_ else "",
        "isBasedOn": header.source_url,
        "keywords": [tag.own.text for tag in page.tags],
        "correction": _corrections(article if article.header.corrections else story.original),
        "image": [_image(block, page) for block in page.body if isinstance(block, FigureBlock) and block.picture],
        **_relations(page),
    }
    return _encode(_without_empty(data))


def _id(page: Described, lang: str) -> str:
    return urls.identity(page.place.path(lang), page.site.base_url, page.root)


def _relations(page: Described) -> Json:
    """How this text hangs together with the story's other texts; the two ends of a relation name each other."""
    original = page.story.original.lang
    if page.article.lang != original:
        return {"translationOfWork": _text(page, original)}
    return {"workTranslation": [_text(page, lang) for lang, _ in page.place.pages if lang != original]}


def _text(page: Described, lang: str) -> Json:
    """Another text of the story, by name."""
    return {"@type": "NewsArticle", "@id": _id(page, lang), "inLanguage": lang}


def _people(names: Sequence[Words]) -> list[Json]:
    return [{"@type": "Person", "name": name.text} for name in names]


def _organization(name: str, url: str) -> Json | None:
    return _without_empty({"@type": "Organization", "name": name, "url": url}) if name else None


def _corrections(article: Article) -> list[Json]:
    return [
        {"@type": "CorrectionComment", "text": one.text, "datePublished": one.day.isoformat()}
        for one in article.header.corrections
    ]


def _image(block: FigureBlock, page: Described) -> Json:
    picture = block.picture
    names = [part.words.text for part in (block.own_credit.names if block.own_credit else ()) if part.words]
    credit = " / ".join(names)
    return _without_empty(
        {
            "@type": "ImageObject",
            "contentUrl": (picture and urls.absolute(picture.path, page.site.base_url)) or block.href,
            "width": picture.width if picture else 0,
            "height": picture.height if picture else 0,
            "caption": plain(block.own),
            "creditText": credit,
            "copyrightNotice": credit,
            "inLanguage": page.article.lang,
            "representativeOfPage": block.eager or None,
        }
    )


def _without_empty(data: Json) -> Json:
    return {key: value for key, value in data.items() if value not in ("", None, [], 0)}

"""Stories into cards: what lists will know of them."""

from __future__ import annotations

from collections.abc import Iterable

from lisanayn.model.article import Article
from lisanayn.model.blocks import Figure, SourceLine
from lisanayn.model.catalog import Card, CardText, Credit, StandIn
from lisanayn.model.picture import PictureFile
from lisanayn.model.story import Story, Translation
from lisanayn.pages import urls
from lisanayn.pages.site import Site
from lisanayn.settings import Missing
from lisanayn.text.slugs import slugify


def make_card(story: Story, site: Site, pictures: Iterable[PictureFile] = ()) -> Card:
    """The card of a story. ``pictures`` are those it shows, as they will be published."""
    original = story.original
    header = original.header
    names = {picture.name: picture for picture in pictures}
    articles = [original, *[t.article for t in story.translations]]
    figures = [(article, block) for article in articles for block in article.blocks if isinstance(block, Figure)]
    cover = names.get(header.cover) or next((names[f.image] for _, f in figures if f.image in names), None)
    texts = (_text(story, original, None, site), *[_text(story, t.article, t, site) for t in story.translations])
    section = section_of(original)
    return Card(
        slug=story.slug,
        texts=texts,
        date=header.date,
        updated=header.updated,
        tags=header.tags,
        aliases=header.aliases,
        cover=cover,
        authors=header.authors,
        series=header.series,
        sources=source_names(original),
        credits=tuple(
            [Credit(f.image, f.credit, a.lang, f.license, f.qualifier) for a, f in figures if f.image or f.credit]
        ),
        digest=story.digest,
        section=section,
        part=header.part,
        stand_ins=_stand_ins(texts, section, site),
    )


def section_of(article: Article) -> str:
    """The folder between content/ and the story's own folder or flat file; empty for none."""
    folders = article.path.split("/")[1:]
    file = folders.pop()
    flat = file.count(".") > 1
    return "/".join(folders if flat else folders[:-1])


def policy_of(section: str, site: Site) -> Missing:
    """What stands where a story of a section is not translated: as the nearest section above it says, else the site."""
    policies = dict(site.sections)
    while section:
        if section in policies:
            return policies[section]
        section = section.rpartition("/")[0]
    return site.missing


def _stand_ins(texts: tuple[CardText, ...], section: str, site: Site) -> tuple[StandIn, ...]:
    """The pages for the languages that the story cannot be read in: at the original's own slug."""
    policy = policy_of(section, site)
    if policy == "omit":
        return ()
    readable = {text.lang for text in texts}
    slug = texts[0].path.split("/")[1]
    return tuple([StandIn(lang, urls.article(lang, slug), policy) for lang in site.languages if lang not in readable])


def source_names(article: Article) -> tuple[str, ...]:
    """The sources of an article: those of its source line, else those of its front matter."""
    if SourceLine in map(type, article.blocks):
        return next(block.names for block in article.blocks if isinstance(block, SourceLine))
    return article.header.sources


def progress(story: Story, translation: Translation) -> tuple[int, int]:
    """(sentences of the original that are translated, all sentences of the original)."""
    done = sum([len(g.source) for pair in translation.pairs for g in pair.groups if g.target])
    return done, sum([len(block.sentences) for block in story.blocks])


def address(story: Story, article: Article, site: Site) -> str:
    """Path of the reader page of one of the story's articles."""
    slug = article.header.slug or story.original.header.slug or slugify(story.slug, site.slugs) or story.slug
    return urls.article(article.lang, slug)


def _text(story: Story, article: Article, translation: Translation | None, site: Site) -> CardText:
    done, total = progress(story, translation) if translation else (0, 0)
    return CardText(
        lang=article.lang,
        title=article.header.title or story.slug,
        summary=article.header.summary,
        path=address(story, article, site),
        done=done,
        total=total,
        source=article.path,
        authors=article.header.authors,
        translators=article.header.translators,
        reviewers=article.header.reviewers,
        translation=article.header.translation,
        stale=sum([g.stale for pair in translation.pairs for g in pair.groups]) if translation else 0,
        series=article.header.series,
    )

"""Articles of one slug made into a story: which is the original, which ids, which groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from lisanayn.align.evidence import Evidence
from lisanayn.align.ids import Identified, Lock, identify, read_lock
from lisanayn.align.lexicon import needs_lexicon
from lisanayn.align.splitting import split_article
from lisanayn.align.translations import Divided, make_translation, must_search
from lisanayn.model.article import Article, Companion
from lisanayn.model.story import Story
from lisanayn.problems import Location, Problem, error, warning

# What only the original may say; a translation inherits it (product.md, section 1). Names it may give in its own
# language: authors, series.
_ORIGINAL_ONLY = (
    "slug",
    "date",
    "updated",
    "retrieved",
    "publish_at",
    "expires",
    "tags",
    "sources",
    "source_url",
    "license",
    "cover",
)


def make_story(
    articles: Sequence[Article], companions: Sequence[Companion], languages: tuple[str, ...], evidence: Evidence
) -> tuple[Story | None, tuple[Problem, ...]]:
    """The story that all articles of one slug make, with the companions (locks, alignments) of that slug.

    ``languages`` are the site's, in order. None only when there is no article at all.
    """
    if not articles:
        return None, ()
    return _paired(_divide(articles, companions, languages), evidence)


def make_guided_story(
    articles: Sequence[Article],
    companions: Sequence[Companion],
    languages: tuple[str, ...],
    evidence: Evidence,
    guide: Evidence | None,
) -> tuple[Story | None, tuple[Problem, ...], bool]:
    """The same, and whether any group of it must be searched for by ``evidence``: where that is so it is made by
    ``guide`` instead, if there is one."""
    if not articles:
        return None, (), False
    texts = _divide(articles, companions, languages)
    lang = texts.original.lang
    if guide and any(must_search(texts.named, lang, one, evidence) for one in texts.translations):
        return *_paired(texts, guide), True
    story, problems = _paired(texts, evidence)
    searched = needs_lexicon(story)
    if guide and searched:
        story, problems = _paired(texts, guide)
    return story, problems, searched


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of a story, divided into sentences, not yet beside each other."""

    original: Article
    named: Identified
    """The original's blocks."""
    translations: tuple[Divided, ...]
    problems: tuple[Problem, ...]
    """Those of the story and its original."""
    digest: blake2b
    """Of all that they were made from."""


def _divide(articles: Sequence[Article], companions: Sequence[Companion], languages: tuple[str, ...]) -> _Texts:
    problems: list[Problem] = []
    ordered = _one_a_language(articles, languages, problems)
    original = _choose_original(ordered, problems)
    if not original.blocks:
        problems.append(_empty(original))
    beside = {(companion.kind, companion.lang): companion for companion in companions}
    lock = Lock()
    if companion := beside.get(("ids", original.lang)):
        lock, found = read_lock(companion)
        problems += found
    named = identify(split_article(original), lock, original.path)
    problems += named.problems
    translations = [
        Divided(article, split_article(article), beside.get(("align", article.lang)))
        for article in ordered
        if article is not original
    ]
    return _Texts(original, named, tuple(translations), tuple(problems), _digest(ordered, companions, languages))


def _paired(texts: _Texts, evidence: Evidence) -> tuple[Story, tuple[Problem, ...]]:
    problems = list(texts.problems)
    translations = []
    for one in texts.translations:
        problems += _check_translation(one.article)
        translation, found = make_translation(texts.named, texts.original.lang, one, evidence)
        translations.append(translation)
        problems += found
    digest = texts.digest.copy()
    digest.update(evidence.digest().encode())
    story = Story(
        slug=texts.original.slug, original=texts.original, blocks=texts.named.blocks,
        translations=tuple(translations), anchors=texts.named.anchors, digest=digest.hexdigest(),
    )  # fmt: skip
    return story, tuple(problems)


def _one_a_language(articles: Sequence[Article], languages: tuple[str, ...], problems: list[Problem]) -> list[Article]:
    """One article a language, in the order of the site's languages; a second one is a problem."""
    order = {code: n for n, code in enumerate(languages)}
    kept: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (order.get(a.lang, len(order)), a.lang, a.path)):
        first = kept.setdefault(article.lang, article)
        if first is not article:
            problems.append(
                error(
                    "story-language-twice",
                    f"a second {article.lang!r} text of the story {article.slug!r}; the first is {first.path!r}",
                    Location(article.path),
                    "keep one of the two files, or give one of them another name",
                )
            )
    return list(kept.values())


def _choose_original(ordered: Sequence[Article], problems: list[Problem]) -> Article:
    """``original: true``, else the site's first language, else the only file (product.md, section 1)."""
    claims = [a for a in ordered if a.header.original]
    for second in claims[1:]:
        problems.append(
            error(
                "story-two-originals",
                f"'original: true' stands here and in {claims[0].path!r}",
                Location(second.path),
                "keep the line in the file that the others translate",
            )
        )
    if claims:
        return claims[0]
    candidates = [a for a in ordered if a.header.original is None]
    chosen = (candidates or ordered)[0]
    if not candidates or chosen.header.translation or chosen.header.translators:
        problems.append(
            warning(
                "story-no-original",
                f"{chosen.path!r} says that it is a translation, and there is no original beside it",
                Location(chosen.path),
                "add the original's file, or take 'translation', 'translator' and 'original' out",
            )
        )
    return chosen


def _check_translation(article: Article) -> list[Problem]:
    given = [key for key in _ORIGINAL_ONLY if getattr(article.header, key)]
    problems = [
        warning(
            "translation-key",
            f"{key!r} stands in a translation and is not used",
            Location(article.path),
            "a translation inherits it: write it in the original's front matter only",
        )
        for key in given
    ]
    return problems if article.blocks else [*problems, _empty(article)]


def _empty(article: Article) -> Problem:
    return warning(
        "story-empty", f"{article.path!r} holds no text", Location(article.path), "write the text, or remove the file"
    )


def _digest(ordered: Sequence[Article], companions: Sequence[Companion], languages: tuple[str, ...]) -> blake2b:
    state = blake2b(digest_size=16)
    for code in languages:
        state.update(f"{code}\0".encode())
    for article in ordered:
        state.update(f"{article.path}\0{article.digest}\0".encode())
    for companion in sorted(companions, key=lambda c: c.path):
        state.update(companion.path.encode() + b"\0" + blake2b(companion.data).digest())
    return state

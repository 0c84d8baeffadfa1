"""Pictures with all that belongs to them: words for those who do not see them, a credit, a licence.

A credit that the table of agencies does not have is reported where it is read (``credit-unknown``).
"""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.check.values import Ground
from lisanayn.model.article import Article
from lisanayn.model.blocks import Figure
from lisanayn.model.inline import plain
from lisanayn.model.story import Story
from lisanayn.problems import Location, Problem, warning
from lisanayn.text.folding import fold

_SHOWN = 40
"""Characters of a caption in a message."""


def check_story(story: Story, ground: Ground) -> Iterator[Problem]:
    """The pictures of the original, and those that a translation shows under its own words."""
    license_given = story.original.header.license or ground.license
    for figure in _figures(story.original):
        yield from _check_figure(figure, story.original)
        if figure.image and not (figure.license or license_given):
            message = f"the picture {figure.image!r} has no licence"
            yield warning("picture-license", message, _at(figure, story.original),
                          "add license=… to it, `license` to the article, or `license` to content/site.toml")
    for translation in story.translations:
        for pair in translation.pairs:
            source = pair.source.block if pair.source else None
            target = pair.target.block if pair.target else None
            if isinstance(target, Figure):
                shown = isinstance(source, Figure) and bool(source.image)
                yield from _check_figure(target, translation.article, shown)


def _figures(article: Article) -> list[Figure]:
    return [block for block in article.blocks if isinstance(block, Figure)]


def _check_figure(figure: Figure, article: Article, shown: bool = False) -> Iterator[Problem]:
    """``shown``: whether a picture is shown though the figure itself names none, being a translation's."""
    at = _at(figure, article)
    caption = plain(figure.caption)
    if (figure.image or shown) and not figure.alt:
        name = repr(figure.image) if figure.image else f"of «{caption[:_SHOWN]}»"
        yield warning("alt-missing", f"the picture {name} has no words for those who do not see it", at,
                      "say what is to be seen: ![a ship at the quay](quay.jpg); in wire text under `images`")
    elif figure.alt and fold(figure.alt) == fold(caption):
        yield warning("alt-is-caption", f"the picture's description repeats its caption, «{caption[:_SHOWN]}»", at,
                      "who listens hears it twice: say what is to be seen, not what it means")
    if caption and not figure.credit:
        yield warning("credit-missing", f"the caption «{caption[:_SHOWN]}» has no credit", at,
                      "put the photographer or the agency in parentheses at its end")


def _at(figure: Figure, article: Article) -> Location:
    return Location(article.path, figure.line)

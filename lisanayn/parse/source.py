"""One file → one article: decode, front matter, body by kind, steps, digest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from lisanayn.model.agency import AgencyTable
from lisanayn.model.article import Article, Aside, Header, Parsed, Source
from lisanayn.model.blocks import Block, Heading
from lisanayn.model.inline import plain
from lisanayn.parse.characters import MOST_REPORTS, clean_characters, unbalanced_lines
from lisanayn.parse.decode import decode
from lisanayn.parse.front_matter import Split, read_header, split_front
from lisanayn.parse.header import missing_title
from lisanayn.parse.markdown import read_markdown
from lisanayn.parse.steps import ARTICLE_STEPS, Step
from lisanayn.problems import Location, Problem, Severity, error, sort_problems, warning
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.normal import clean_text

_MEANT_TITLE = "did you mean 'title'?"
_TITLE_KEY = re.compile(r"^\W*title[ \t]*:.*\S", re.M)


def parse_source(
    source: Source, agencies: AgencyTable, steps: Sequence[tuple[str, Step]] = ARTICLE_STEPS
) -> Parsed:
    """The article of one file, as far as it could be read, and all that is wrong with it. Never raises.

    An article whose problems hold an error must not be published. Pure: the same source and agencies give the same
    result, which ``Article.digest`` names as far as the file goes.
    """
    problems: list[Problem] = []
    article = _read(source, agencies, problems)
    for _, step in steps:
        article, found = step(article)
        problems += found
    return Parsed(article, _few_of_each(sort_problems(problems)))


def read_head(source: Source) -> Article | None:
    """The article without its text, from its front matter alone; None when that does not tell everything, so that the
    text has to be read. What is wrong with it is not told here."""
    problems: list[Problem] = []
    decoded = decode(source.data, source.path)
    split = split_front(decoded.text, source.path, source.kind)
    header = _header(split, source, problems)
    if not header.title or any(problem.severity is Severity.ERROR for problem in (*decoded.problems, *problems)):
        return None
    return Article(source.path, source.slug, source.lang, source.kind, header, (), (), "")


def _few_of_each(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """At most ``MOST_REPORTS`` problems of one code, the last of them saying how many more there are."""
    if len(problems) <= MOST_REPORTS:
        return tuple(problems)
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.code] = counts.get(problem.code, 0) + 1
    kept: list[Problem] = []
    seen: dict[str, int] = {}
    for problem in problems:
        number = seen[problem.code] = seen.get(problem.code, 0) + 1
        if number == MOST_REPORTS and counts[problem.code] > MOST_REPORTS:
            more = counts[problem.code] - MOST_REPORTS
            problem = replace(problem, message=f"{problem.message} (and {more} more of this kind)")
        if number <= MOST_REPORTS:
            kept.append(problem)
    return tuple(kept)


def source_digest(source: Source) -> str:
    """Names what a source holds and what it is: 32 hexadecimal digits of BLAKE2b."""
    digest = blake2b(source.data, digest_size=16)
    digest.update("\0".join(("", source.path, source.slug, source.lang, source.kind)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _read(source: Source, agencies: AgencyTable, problems: list[Problem]) -> Article:
    """The article before the steps; its problems are added to the list."""
    article = Article(source.path, source.slug, source.lang, source.kind, Header(), (), (), source_digest(source))
    decoded = decode(source.data, source.path)
    problems += decoded.problems
    if any(problem.severity is Severity.ERROR for problem in decoded.problems):
        return article
    split = split_front(decoded.text, source.path, source.kind)
    problems += split.problems
    if split.problems:
        return article
    header = _header(split, source, problems)
    blocks, asides, guess = _body(split, header, source, agencies, problems)
    if not split.body.strip():
        message = "the file has a front matter and no text" if split.head is not None else "the file is empty"
        problems.append(error("source-empty", message, Location(source.path), "write the text, or remove the file"))
    if not header.title and (split.body.strip() or split.head is not None):
        header = _titled(header, blocks, guess, split, source, problems)
    return replace(article, header=header, blocks=blocks, asides=asides)


def _header(split: Split, source: Source, problems: list[Problem]) -> Header:
    if split.head is None:
        return Header()
    head, found = clean_characters(split.head, split.head_line, source.path)
    problems += found
    header, found = read_header(head, split.head_line, source.path, source.kind)
    problems += found
    return header


def _body(
    split: Split, header: Header, source: Source, agencies: AgencyTable, problems: list[Problem]
) -> tuple[tuple[Block, ...], tuple[Aside, ...], str]:
    """(blocks, lines kept out of the page, the opening words that could serve as a title)."""
    wire = source.kind == "wire"
    # In wire text joined letter shapes and direction controls are leftovers of the page it was copied from.
    text = clean_text(split.body) if wire else split.body
    text, found = clean_characters(text, split.body_line, source.path)
    problems += found
    if wire:
        # Not at the top: a site of Markdown articles needs none of the words and rules of news pages.
        from lisanayn.parse.wire import read_wire

        read = read_wire(text, split.body_line, LANGUAGES[source.lang], header, agencies, source.path)
        problems += read.problems
        return read.blocks, read.asides, read.title_guess
    problems += unbalanced_lines(text, split.body_line, source.path)
    markdown = read_markdown(text, split.body_line, source.lang, agencies, source.path)
    problems += markdown.problems
    return markdown.blocks, (), ""


def _titled(
    header: Header, blocks: Sequence[Block], guess: str, split: Split, source: Source, problems: list[Problem]
) -> Header:
    """The header of an article without a title: wire text lends its opening words, Markdown must have one."""
    if source.kind == "wire" and guess:
        message = f"no title: the opening words serve as one: {guess!r}"
        hint = "write between two lines of '---' at the top: title: …"
        problems.append(warning("title-guessed", message, Location(source.path, 1), hint))
        return replace(header, title=guess)
    if _TITLE_KEY.search(split.head or "") and any(problem.code.startswith("header-") for problem in problems):
        return header  # there is a title, and why it cannot be read is reported already
    if any(problem.code == "header-key" and problem.hint == _MEANT_TITLE for problem in problems):
        return header  # there is one, under a misspelt key
    first = blocks[0] if blocks else None
    heading = plain(first.text) if isinstance(first, Heading) and first.level == 1 else ""
    problems.append(missing_title(source.path, split.head_line or 1, heading))
    return header

"""How a source was read: block by block, each with the reason. For ``lisanayn explain``, in JSON or for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.model.article import Parsed
from lisanayn.model.blocks import (
    Block,
    Code,
    Dateline,
    Figure,
    Item,
    Paragraph,
    Quote,
    Rule,
    SourceLine,
    Table,
    kind_of,
)
from lisanayn.model.inline import plain
from lisanayn.problems import Problem, describe, printable
from lisanayn.text.languages import Lang
from lisanayn.text.sentences import split_sentences

SHOWN = 60
"""Letters of a block that ``explain_text`` prints."""


def explain_json(parsed: Parsed, lang: Lang) -> dict[str, object]:
    """The reading of one source as the object that ``explain --json`` prints; ``lang`` is the article's language.

    Every block has all keys, empty where its kind has no such part. A list has one block an item.
    """
    article = parsed.article
    mode = article.header.sentences
    return {
        "path": article.path,
        "lang": article.lang,
        "title": article.header.title,
        "problems": [_problem(problem) for problem in parsed.problems],
        "sources": source_names(article.blocks, article.header.sources),
        "blocks": [
            {
                "kind": kind_of(block),
                "line": block.line,
                "text": words_of(block),
                "caption": words_of(block) if isinstance(block, Figure) else "",
                "credit": block.credit if isinstance(block, Figure) else "",
                "qualifier": block.qualifier if isinstance(block, Figure) else "",
                "image": (block.image or None) if isinstance(block, Figure) else None,
                "sentences": list(_sentences(block, lang, mode == "lines")),
                "reason": block.reason,
            }
            for block in article.blocks
        ],
        "asides": [{"line": aside.line, "text": aside.text, "reason": aside.reason} for aside in article.asides],
    }


def explain_text(parsed: Parsed, lang: Lang) -> str:
    """The same for a terminal: a line a block, then what was kept out, then the problems.

    Control characters of the text are written as escapes.
    """
    article = parsed.article
    lines = [f"{article.path} [{lang.code}] {article.header.title}"]
    for block in article.blocks:
        shown_words = _beginning(words_of(block)) + _credit(block)
        lines.append(f"{block.line:>5}  {kind_of(block):<10} {shown_words}  — {block.reason}")
    if article.asides:
        lines.append("kept out of the page:")
        lines += [f"{aside.line:>5}  {_beginning(aside.text)}  — {aside.reason}" for aside in article.asides]
    shown = [printable(line) for line in lines]
    if parsed.problems:
        shown += ["problems:", *(f"  {describe(problem)}" for problem in parsed.problems)]
    return "\n".join(shown)


def source_names(blocks: Sequence[Block], header: Sequence[str]) -> list[str]:
    """The sources of an article, each once: those of its source lines, then those of its front matter."""
    names = [name for block in blocks if isinstance(block, SourceLine) for name in block.names]
    return list(dict.fromkeys([*names, *header]))


def words_of(block: Block) -> str:
    """The words of a block without their marks; of a figure its caption, of a table its cells.

    Line ends inside running text are spaces here, as on the page.
    """
    match block:
        case Figure():
            return _on_one_line(plain(block.caption))
        case Table():
            return "\n".join(["\t".join([plain(cell) for cell in row]) for row in (block.header, *block.rows)])
        case SourceLine() | Dateline() | Code():
            return block.text
        case Rule():
            return ""
        case _:
            return _on_one_line(plain(block.text))


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ") if "\n" in text else text


def _sentences(block: Block, lang: Lang, lines: bool) -> tuple[str, ...]:
    match block:
        case Paragraph() | Quote() | Item():
            sentences = split_sentences(plain(block.text), lang, "lines" if lines else "split")
            return tuple([_on_one_line(sentence) for sentence in sentences])
        case _:
            return ()


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "path": problem.at.path,
        "line": problem.at.line,
        "hint": problem.hint,
    }


def _beginning(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"


def _credit(block: Block) -> str:
    if not isinstance(block, Figure):
        return ""
    credit = " / ".join([part for part in (block.credit, block.qualifier) if part])
    return f" [{credit}]" if credit else ""

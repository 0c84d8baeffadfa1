"""The tables of docs/theming.md, from the templates, the views and the style sheets.

``python -m tests.theming_tables`` writes them anew. Fields are described by their docstrings; what people wrote about
templates, blocks and tokens is kept, and a row that nobody has described yet fails a test.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2 import nodes

from lisanayn.render.typesheet import type_css
from lisanayn.text.languages import LANGUAGES

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "theming.md"
MODEL = ROOT / "lisanayn" / "model"

VIEW_MODULES = ("views.py", "list_views.py", "frame.py", "rows.py", "files.py")
"""What templates see; ``Words`` of ``catalog.py`` besides."""


@dataclass(frozen=True)
class Table:
    """One table of the guide: its columns, and what the code says its rows must be."""

    name: str
    columns: tuple[str, ...]
    rows: dict[tuple[str, ...], str]
    """Names of a row → what the code itself says of it; empty for nothing."""


def tables() -> tuple[Table, ...]:
    """Every table, in the order of the guide."""
    return (
        Table("templates", ("template", "what it makes"), templates()),
        Table("blocks", ("template", "block", "what stands there"), blocks()),
        Table("tokens", ("token", "what it is"), tokens()),
        Table("views", ("value", "field", "meaning"), fields()),
    )


def templates() -> dict[tuple[str, ...], str]:
    """Every template of the built-in theme."""
    return {(f"`{path.name}`",): "" for path in sorted((ROOT / "templates").iterdir())}


def blocks() -> dict[tuple[str, ...], str]:
    """(template, block) of the built-in theme; a block stands with the template that brings it, not with those that
    fill it in their turn."""
    environment = jinja2.Environment()
    trees = {path.name: environment.parse(path.read_text("utf-8")) for path in sorted((ROOT / "templates").iterdir())}
    own = {name: [block.name for block in tree.find_all(nodes.Block)] for name, tree in trees.items()}
    found: dict[tuple[str, ...], str] = {}
    for name, tree in trees.items():
        inherited = {block for above in _above(tree, trees) for block in own[above]}
        found |= {(f"`{name}`", f"`{block}`"): "" for block in own[name] if block not in inherited}
    return found


def _above(tree: nodes.Template, trees: dict[str, nodes.Template]) -> Iterator[str]:
    """The templates that one extends, one after the other."""
    while extends := tree.find(nodes.Extends):
        assert isinstance(extends.template, nodes.Const)
        yield extends.template.value
        tree = trees[extends.template.value]


def tokens() -> dict[tuple[str, ...], str]:
    """Custom properties of the root in style.css, then those that are made for each language."""
    css = re.sub(r"/\*.*?\*/", "", (ROOT / "static" / "style.css").read_text("utf-8"), flags=re.S)
    first = re.search(r"(?m)^:root \{(.*?)^\}", css, flags=re.S)
    assert first
    names = re.findall(r"(--[\w-]+)\s*:", first[1]) + re.findall(r"(--[\w-]+):", type_css(sorted(LANGUAGES)))
    return {(f"`{name}`",): _plain(name) for name in dict.fromkeys(names)}


def _plain(name: str) -> str:
    """What a token's name says by itself."""
    kind, _, use = name.removeprefix("--").partition("-")
    words = {"row": "distance of two lines", "size": "size of letters", "weight": "weight of letters"}
    return f"{words[kind]}: {use.replace('-', ' ')}" if kind in words and use else ""


def fields() -> dict[tuple[str, ...], str]:
    """(value, field) of everything that templates see → the field's docstring."""
    found: dict[tuple[str, ...], str] = {}
    for name in (*VIEW_MODULES, "catalog.py"):
        for node in ast.parse((MODEL / name).read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and (name != "catalog.py" or node.name == "Words"):
                found |= _fields_of(node)
    return found


def _fields_of(node: ast.ClassDef) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    following = [*node.body[1:], None]
    for statement, after in zip(node.body, following, strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            said = ""
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                said = re.sub(r"\s+", " ", str(after.value.value)).replace("``", "`").replace("|", "\\|").strip()
            kind = ast.unparse(statement.annotation).replace("|", "\\|")
            found[f"`{node.name}`", f"`{statement.target.id}`"] = said or f"`{kind}`"
    return found


def written(name: str) -> dict[tuple[str, ...], str]:
    """The rows of a table as the guide has them: names → last column."""
    lines = _section(GUIDE.read_text("utf-8"), name)[1].strip().splitlines()[2:]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines]
    return {tuple(row[:-1]): row[-1] for row in cells}


def _section(text: str, name: str) -> tuple[str, str, str]:
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, _, rest = text.partition(start)
    inside, _, after = rest.partition(end)
    return before + start, inside, end + after


def write() -> None:
    """Writes the tables anew."""
    for table in tables():
        text = GUIDE.read_text("utf-8")
        before, _, after = _section(text, table.name)
        known = written(table.name) if "|" in _section(text, table.name)[1] else {}
        rows = ["| " + " | ".join(table.columns) + " |", "|" + "---|" * len(table.columns)]
        for names, said in table.rows.items():
            described = said if table.name == "views" else known.get(names) or said
            rows.append("| " + " | ".join([*names, described]) + " |")
        GUIDE.write_text(before + "\n".join(rows) + "\n" + after, "utf-8")


if __name__ == "__main__":
    write()

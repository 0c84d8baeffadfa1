"""The shape of the house, held by tests."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import lisanayn
from lisanayn.problem_codes import PROBLEM_CODES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "lisanayn"
MODULES = sorted(m.name for m in pkgutil.walk_packages(lisanayn.__path__, "lisanayn.") if m.name != "lisanayn.__main__")
SOURCES = sorted(PACKAGE.rglob("*.py"))
READING = {"read_text", "read_bytes", "write_text", "write_bytes"}


@pytest.mark.parametrize("name", MODULES)
def test_every_module_has_a_docstring_and_imports(name):
    assert importlib.import_module(name).__doc__ or name.count(".") == 1


IMPORT_EACH_ALONE = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    for loaded in [module for module in sys.modules if module.startswith("lisanayn")]:
        del sys.modules[loaded]
"""


def test_every_module_can_be_imported_alone():
    subprocess.run([sys.executable, "-W", "error", "-c", IMPORT_EACH_ALONE, *MODULES], check=True, cwd=ROOT)


TABLES = {"problem_codes.py", "text/common_words.py"}
"""Tables may be as long as what they list."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_is_over_300_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300 or str(path.relative_to(PACKAGE)) in TABLES


def test_every_problem_code_is_used_and_explained():
    used, made = set(), []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for argument in _code_arguments(node):
                if isinstance(argument, ast.JoinedStr):
                    made.append("".join(_pattern(part) for part in argument.values))
                else:
                    used |= {c.value for c in ast.walk(argument) if isinstance(c, ast.Constant) and _is_code(c.value)}
    assert used - set(PROBLEM_CODES) == set(), "codes without an explanation in PROBLEM_CODES"
    everywhere = "".join(path.read_text("utf-8") for path in SOURCES if path.name != "problem_codes.py")
    unused = {code for code in PROBLEM_CODES if f'"{code}"' not in everywhere}
    assert {code for code in unused if not any(re.fullmatch(p, code) for p in made)} == set(), "codes that nobody uses"


def _code_arguments(node: ast.AST) -> list[ast.expr]:
    """The arguments of a call that hold a problem's code."""
    if not isinstance(node, ast.Call):
        return []
    place = {"error": 0, "warning": 0, "note": 0, "Problem": 1}.get(_callee(node))
    return node.args[place : place + 1] if place is not None else []


def _pattern(part: ast.expr) -> str:
    return re.escape(part.value) if isinstance(part, ast.Constant) else "[a-z-]+"


def _is_code(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", value) is not None


def _callee(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_files_are_opened_in_few_places():
    allowed = {"disk.py", "build/guard.py", "build/stage.py", "build/theme.py", "cli.py"}
    guilty = set()
    for path in SOURCES:
        name = str(path.relative_to(PACKAGE))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            opens = isinstance(node, ast.Call) and _opens_a_file(node)
            if opens and name not in allowed and not name.startswith(("serve/", "publish/")):
                guilty.add(f"{name}:{node.lineno}")
    assert guilty == set()


def _opens_a_file(node: ast.Call) -> bool:
    if isinstance(node.func, ast.Name):
        return node.func.id == "open"
    return isinstance(node.func, ast.Attribute) and node.func.attr in READING


def test_nothing_is_deleted_recursively_and_no_fault_is_swallowed():
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert "rmtree" not in text and "removedirs" not in text, path
        assert not re.search(r"except\s*:|except (Base)?Exception:\s*\n\s*pass", text), path


def test_a_language_is_named_only_in_the_language_tables():
    tables = {"text", "locale", "model/agencies_builtin.py", "settings.py", "settings_file.py"}
    tables |= {"build/starter.py", "build/starter_texts.py"}
    guilty = []
    for path in SOURCES:
        name = str(path.relative_to(PACKAGE))
        if name in tables or name.split("/")[0] in tables:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare):
                words = {c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
                if words & {"ar", "en", "he", "fa", "ur", "fr", "arabic", "english"}:
                    guilty.append(f"{name}:{node.lineno}")
    assert guilty == []


def test_a_build_that_finds_nothing_to_do_loads_nothing_heavy():
    program = "import sys, lisanayn.cli; print(' '.join(sorted(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    heavy = {"jinja2", "markdown_it", "babel", "yaml", "pyarabic", "tornado", "livereload", "watchfiles", "PIL"}
    assert heavy & set(told.split()) == set()


def test_the_two_licences_and_the_sources_of_the_wheel_are_there():
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text("utf-8")
    assert "MIT License" in (ROOT / "LICENSE-MIT").read_text("utf-8")
    assert not [path for path in ROOT.glob("static/**/*") if path.suffix in (".woff", ".woff2", ".ttf", ".otf")]

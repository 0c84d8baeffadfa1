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
from lisanayn.problems import PROBLEM_CODES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "lisanayn"
MODULES = sorted(m.name for m in pkgutil.walk_packages(lisanayn.__path__, "lisanayn.") if m.name != "lisanayn.__main__")
SOURCES = sorted(PACKAGE.rglob("*.py"))
READING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


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


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_is_over_300_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_every_problem_code_is_used_and_explained():
    used = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _callee(node) in ("error", "warning", "note") and node.args:
                used |= {
                    c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant) and isinstance(c.value, str)
                }
            if isinstance(node, ast.Call) and _callee(node) == "Problem" and len(node.args) > 1:
                used |= {
                    c.value for c in ast.walk(node.args[1]) if isinstance(c, ast.Constant) and isinstance(c.value, str)
                }
    assert used - set(PROBLEM_CODES) == set(), "codes without an explanation in PROBLEM_CODES"
    everywhere = "".join(path.read_text("utf-8") for path in SOURCES if path.name != "problems.py")
    assert {code for code in PROBLEM_CODES if f'"{code}"' not in everywhere} == set(), (
        "explanations of codes nobody uses"
    )


def _callee(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_files_are_opened_in_few_places():
    allowed = {"disk.py", "build/guard.py", "build/stage.py", "build/theme.py", "cli.py"}
    guilty = set()
    for path in SOURCES:
        name = str(path.relative_to(PACKAGE))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            opens = isinstance(node, ast.Call) and _callee(node) in READING
            if opens and name not in allowed and not name.startswith(("serve/", "publish/")):
                guilty.add(f"{name}:{node.lineno}")
    assert guilty == set()


def test_nothing_is_deleted_recursively_and_no_fault_is_swallowed():
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert "rmtree" not in text and "removedirs" not in text, path
        assert not re.search(r"except\s*:|except (Base)?Exception:\s*\n\s*pass", text), path


def test_a_language_is_named_only_in_the_language_tables():
    tables = {"text", "locale", "model/agencies_builtin.py", "build/starter.py", "settings.py"}
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

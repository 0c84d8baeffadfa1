# Two commands on a bare machine with Python 3.11 or newer: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: site serve test lint unit browser bench wheel clean

site: $(VENV)/.installed
	-$(BIN)/python build.py fonts
	$(BIN)/python build.py build

serve: $(VENV)/.installed
	$(BIN)/python build.py serve --open

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	tests/set-up.sh
	-$(BIN)/python build.py fonts
	-$(BIN)/python -m tests.browser.nu_checker
	$(BIN)/python -m pytest -n $(JOBS)

bench: $(VENV)/.installed-test
	$(BIN)/python -m bench

wheel: $(VENV)/.installed
	$(BIN)/python -m pip wheel --no-deps -q -w dist .

# An editable install: the theme is found in this folder, and an edit needs no second install.
$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-test: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[test]'
	touch $(VENV)/.installed $@

clean:
	rm -f -r -- .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist

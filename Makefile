# Everything Cadre needs to run, test and check itself. `make help` lists it.
# Works with GNU make 3.81 (macOS) and any POSIX shell.

PYTHON ?= python3
VENV   ?= .venv
ARGS   ?=
T      ?= tests

PY      = $(VENV)/bin/python
PIP     = $(PY) -m pip install --quiet --disable-pip-version-check --no-input
# Two workers: the suite is made to fit a small machine. One file stays on one worker.
PYTEST  = $(PY) -m pytest -n 2 --dist loadfile
CODE    = $(wildcard src tests bench tools setup.py)
PO      = $(shell find src -name '*.po' 2>/dev/null)
LOCK    = $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
          --no-header --no-emit-index-url --no-emit-find-links

DRAW_MAP = $(VENV)/bin/cadre draw frameworks/joint-councils framework-map --set level=macro --at 2018

.PHONY: help setup setup-dev run test check lint types layers templates messages-check \
        fonts-check test-no-skips programs bench golden reference messages messages-update fonts lock format wheel clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sort | \
	  awk -F ':.*## ' '{ printf "  make %-16s %s\n", $$1, $$2 }'

# --- set up -----------------------------------------------------------------------------------

setup: $(VENV)/.stamp-project $(VENV)/.stamp-messages ## a working .venv with the command cadre

setup-dev: setup $(VENV)/.stamp-dev ## the same, with all that tests and checks need

$(VENV)/.stamp-venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Cadre needs Python 3.11 or later, but '$(PYTHON)' is missing or older: install it, or name one with 'make setup PYTHON=/path/to/python3.11'." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments: install its venv package (on Debian or Ubuntu: apt-get install python3-venv)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.stamp-base: requirements/base.txt | $(VENV)/.stamp-venv
	$(PIP) --require-hashes -r requirements/base.txt
	@touch $@

$(VENV)/.stamp-project: pyproject.toml setup.py requirements/base.in | $(VENV)/.stamp-base
	$(PIP) --no-build-isolation --no-deps --editable .
	@$(PY) -m compileall -q src/cadre
	@touch $@

$(VENV)/.stamp-dev: requirements/dev.txt | $(VENV)/.stamp-project
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.stamp-messages: $(PO) | $(VENV)/.stamp-project
	$(PY) tools/messages.py compile
	@touch $@

# --- run --------------------------------------------------------------------------------------

run: setup ## serve Cadre on 127.0.0.1:8000 with the reference framework
	$(VENV)/bin/cadre run $(ARGS)

# --- test and check ---------------------------------------------------------------------------

test: setup-dev programs ## the tests (T=tests/core for a part, ARGS="-k name" for pytest)
	$(PYTEST) $(T) $(ARGS)

# Programs that tests use beside Python; without one, its tests skip and say why.
programs:
	@[ -n "$$CADRE_CHROMIUM" ] || tools/need.sh chromium "tests that look at pages" chromium chromium-browser google-chrome
	@tools/need.sh libreoffice-calc "tests that open workbooks in an office" localc
	@tools/need.sh libreoffice-impress "tests that open decks in an office" loimpress

check: lint types layers templates messages-check fonts-check test-no-skips ## all that CI does: lint, types, layers, words, tests (a skip fails)

lint: setup-dev ## ruff: rules and format
	$(VENV)/bin/ruff check $(CODE)
	$(VENV)/bin/ruff format --check $(CODE)

types: setup-dev ## mypy over everything, pyright over the pure packages
	$(VENV)/bin/mypy $(filter-out setup.py,$(CODE))
	$(VENV)/bin/basedpyright

layers: setup-dev ## who may import whom
	$(VENV)/bin/lint-imports

templates: setup-dev ## djlint over the templates
	$(VENV)/bin/djlint src --lint --quiet

messages-check: setup-dev ## the French catalogue is complete and fits the pages
	$(PY) tools/messages.py check

fonts-check: setup-dev ## the web fonts are cut from the full ones, and small
	$(PY) tools/font_slices.py --check

test-no-skips: setup-dev programs
	CADRE_NO_SKIPS=1 $(PYTEST) tests

# --- work -------------------------------------------------------------------------------------

format: setup-dev ## put the code in shape
	$(VENV)/bin/ruff check --fix $(CODE)
	$(VENV)/bin/ruff format $(CODE)

$(VENV)/.stamp-bench: requirements/bench.txt | $(VENV)/.stamp-dev
	$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

bench: setup-dev $(VENV)/.stamp-bench ## performance, as ratios measured side by side
	$(PY) -m bench $(ARGS)

golden: setup-dev ## write the stored scenes and files anew; read the difference before you commit it
	CADRE_GOLDEN=update $(PYTEST) -m golden $(T) $(ARGS)

reference: setup-dev ## write the reference pages and the picture of the README anew
	$(PY) -m tools.reference
	@mkdir -p docs/images
	$(DRAW_MAP) --lang en --out docs/images/framework-map.en.svg
	$(DRAW_MAP) --lang fr --out docs/images/framework-map.fr.svg

messages: $(VENV)/.stamp-messages ## compile the message catalogues

messages-update: setup-dev ## bring the French catalogue up to the pages
	$(PY) tools/messages.py update

fonts: setup-dev ## cut the web fonts anew from the full ones
	$(PY) tools/font_slices.py

lock: setup-dev ## pin requirements/*.in anew (ARGS=--upgrade takes newer versions)
	$(LOCK) $(ARGS) -o requirements/base.txt requirements/base.in requirements/build.in
	$(LOCK) $(ARGS) -o requirements/dev.txt requirements/dev.in
	$(LOCK) $(ARGS) -o requirements/bench.txt requirements/bench.in

wheel: setup ## build the wheel into dist/
	rm -rf build
	$(PY) -m pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps --wheel-dir dist .

clean: ## remove what was built, keep .venv
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src -name '*.egg-info' -prune -exec rm -rf {} +
	find src -name '*.mo' -exec rm -f {} +
	rm -f $(VENV)/.stamp-messages

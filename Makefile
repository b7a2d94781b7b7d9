# Everything a contributor runs. Each target sets up what it needs in .venv: git, make and Python 3.11 or newer are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
endif
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help site serve test check quality bench bench-search lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

site: $(READY) ## Build the sample archive into site/, ready to open
	$(BIN)/briefing build

serve: $(READY) ## Show the archive on this machine, built again after every edit
	$(BIN)/briefing serve

test: $(READY) ## Run all tests; those that need a browser find one or say why they skip
	$(BIN)/python -m pytest

check: $(READY) ## Check the content, the code's style, types and the direction of its imports
	$(BIN)/briefing check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: $(READY) ## Score the understanding on real material, where that is present
	$(BIN)/python -m tests.quality --worst 3

bench: $(READY) ## Measure speed, as ratios; the whole archive of 10,000 takes minutes
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.publishing

bench-search: $(READY) ## Measure the search: what it finds, loads and takes, in a browser
	$(BIN)/python -m tests.bench.search

lock: $(READY) ## Renew requirements.lock from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --group dev --generate-hashes --no-header --quiet --output-file requirements.lock

clean: ## Remove the site, the generated pages and the environment
	rm -rf site docs/archive $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; name another: make site PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -c 'import pathlib; pathlib.Path("$(READY)").touch()'

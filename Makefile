# make demo     replay the example's history, build its portfolio, serve it with live reload
# make site     the same without serving
# make test     everything the tests check
# make lint     ruff and mypy
# make bench    the table of benchmarks
# make reference  renew the guide's pages that derive from the code: rules and the classic form
# make pictures  renew the pictures of the guide and the README, with Chromium or Chrome
# make corpus   precision and recall over labelled documents: make corpus CORPUS=…
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := .demo
GUIDE := example-site/docs/guide
ADDRESS ?= 127.0.0.1:8000
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

export NO_MKDOCS_2_WARNING := 1

.PHONY: demo site replay test lint bench reference pictures corpus clean

demo: replay
	@echo "The portfolio is served at http://$(ADDRESS)/ — change $(DEMO)/docs/proposals/deer-tracker.md and watch it."
	@cd $(DEMO) && ../$(BIN)/python -m mkdocs serve --quiet --dev-addr $(ADDRESS)

site: replay
	@cd $(DEMO) && ../$(BIN)/python -m mkdocs build --strict
	@echo "Built: $(DEMO)/site/index.html"

replay: $(VENV)/run
	@$(BIN)/python example-site/replay.py $(DEMO)

test: $(VENV)/dev
	@$(BIN)/python -m pytest

lint: $(VENV)/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/dev
	@$(BIN)/python -m benchmarks

reference: $(VENV)/run
	@$(BIN)/wb explain --reference > $(GUIDE)/rules-reference.md
	@$(BIN)/wb schema classic --reference > $(GUIDE)/classic.md

pictures: $(VENV)/dev site
	@$(BIN)/python example-site/pictures.py $(DEMO)/site

corpus: $(VENV)/run
	@test -f "$(CORPUS)/score.py" || { echo "Name the folder with the labelled documents: make corpus CORPUS=…"; exit 1; }
	@$(BIN)/python "$(CORPUS)/score.py" --wb "$(BIN)/wb"

clean:
	rm -rf $(VENV) $(DEMO) .mypy_cache .pytest_cache .ruff_cache

$(VENV)/run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "Python 3.10 or newer is needed; set PYTHON=…"; exit 1; }
	@echo "Setting up $(VENV) (once) …"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev: $(VENV)/run
	@$(PIP) --editable '.[dev]'
	@touch $@

# Everything a checkout needs, on a machine with Python 3.11 or newer and network access to PyPI and npm.
# Each step is skipped when its result is already there.

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test evals check format schema wheel clean

PYTHON ?= python3
UV_VERSION := 0.13.9
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
PRIVATE_UV := $(filter .uv/bin/uv,$(UV))
BIN := .venv/bin
PAGE := api/graphiql
PAGE_SOURCES := $(wildcard $(PAGE)/*.json $(PAGE)/*.ts $(PAGE)/index.html $(PAGE)/src/* $(PAGE)/src/*/* $(PAGE)/examples/*)
ARGS ?=

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/synced $(PAGE)/dist/built-from.txt ## Install everything and build the GraphiQL page
	@:

demo: setup ## Build the demo marketplace if there is none, serve it, and say what to open
	@$(BIN)/rolecall demo $(ARGS)

serve: setup ## Serve the marketplace of the data directory
	@$(BIN)/rolecall serve $(ARGS)

test: setup ## Run the tests; ARGS="-k words" picks some
	@$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

evals: setup ## Evaluate the agent on a few of the conversations, PASS or FAIL; ARGS="--out FOLDER"
	$(BIN)/python -m evals gate --fast $(ARGS)

check: setup ## Lint, formatting, types, layers and schema drift
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python $(PAGE)/build.py --types
	$(BIN)/rolecall schema | diff -u schema.graphql - || { echo 'schema.graphql has drifted: run `make schema`' >&2; exit 1; }

format: .venv/synced ## Format the code and sort its imports
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: .venv/synced ## Write schema.graphql anew
	$(BIN)/rolecall schema > schema.graphql.new && mv schema.graphql.new schema.graphql

wheel: setup ## Build the wheel and the source archive into dist/
	$(UV) build

clean: ## Remove what was installed and built, but no data
	rm -rf .venv .uv dist $(PAGE)/dist $(PAGE)/node_modules

.venv/synced: pyproject.toml uv.lock | $(PRIVATE_UV)
	@echo "Installing the Python packages into .venv"
	@$(UV) sync --frozen --compile-bytecode
	@touch $@

.uv/bin/uv:
	@echo "Installing uv $(UV_VERSION) into .uv, because it is not on the PATH"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Rolecall needs Python 3.11 or newer. Name one with: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv --clear .uv || { rm -rf .uv; \
		echo 'Python has no venv module or no pip. On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION) || { rm -rf .uv; \
		echo 'pip could not install uv; see the message above.' >&2; exit 1; }

$(PAGE)/dist/built-from.txt: $(PAGE_SOURCES) $(PAGE)/build.py .venv/synced
	@$(BIN)/python $(PAGE)/build.py --check || [ $$? -ne 2 ] || $(UV) sync --frozen --group node
	@$(BIN)/python $(PAGE)/build.py
	@touch $@

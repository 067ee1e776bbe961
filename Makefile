# `make run` and `make test` do all the set-up on a fresh machine.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test bench lint lock messages browser

run: .venv/runtime.stamp
	@$(BIN)/python -m portal.quickstart $(PORT)

test: .venv/development.stamp browser
	@$(BIN)/python -m portal.catalogues
	$(BIN)/python -m pytest -n 2 $(PYTEST)

# Ours against named yardsticks, each pair in turn in the same run.
bench: .venv/development.stamp
	@$(BIN)/python -m benchmarks.engine

lint: .venv/development.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --target-version 5.2 --check $$(git ls-files 'templates/*.html')
	$(BIN)/mypy

# Pins every package with its hashes; names no host.
lock: .venv/development.stamp
	@sh .ci/lock requirements.txt requirements-dev.txt

# Collects the translatable strings; the one target that needs GNU gettext.
messages: .venv/development.stamp
	@sh .ci/messages

browser: .venv/development.stamp
	@sh .ci/browser

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Python 3.11 or newer is needed, and $(PYTHON) is not. Try: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	@test -w . || { echo "$(CURDIR) cannot be written. Make this folder writable." >&2; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

.venv/runtime.stamp: .venv/bin/python requirements.txt
	@echo "Installing packages …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/development.stamp: .venv/runtime.stamp requirements-dev.txt
	@echo "Installing packages for development …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

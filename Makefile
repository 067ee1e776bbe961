# `make run` and `make test` do all the set-up on a fresh machine.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test faults fuzz coverage audit audit-dependencies prove bench load lint lock upgrade messages browser

run: .venv/runtime.stamp
	@$(BIN)/python -m portal.quickstart $(PORT)

# Those of servers, nginx and faults take long; .ci/run has them. Three processes keep two cores busy
# while a browser works; with four, each takes longer than there is to win.
SUITE = -n 3 --dist worksteal --ignore tests/deploy --ignore tests/faults
test: .venv/development.stamp browser
	@$(BIN)/python -m portal.catalogues
	$(BIN)/python -m pytest $(SUITE) $(PYTEST)

# A portal that really serves, and what may happen to it, for some half an hour on two cores. First
# what mostly waits, three at a time.
FAULTS = HOLD_FIGURES=1 $(BIN)/python -m pytest -v -rP -o faulthandler_timeout=1200 --faults tests/faults $(PYTEST)
faults: .venv/development.stamp
	@sh .ci/services
	@sh .ci/benchmark-tools
	@$(BIN)/python -m portal.catalogues
	@status=0; \
	$(FAULTS) -n 3 --dist worksteal -m "waits and not few" || status=$$?; \
	$(FAULTS) -n 0 -m "not waits and not few" || status=$$?; \
	exit $$status

# Requests that nobody means, anonymous and signed in, for some quarter of an hour on two cores.
fuzz: .venv/development.stamp
	@$(BIN)/python -m portal.catalogues
	$(BIN)/python -m tests.fuzz $(REQUESTS)

# The same tests, and which lines and branches of the portal they do not reach. The database is made
# anew, so that migrations count too.
coverage: .venv/development.stamp browser
	@$(BIN)/python -m portal.catalogues
	@rm -rf .pytest_cache
	$(BIN)/python -m pytest $(SUITE) --cov $(PYTEST)

# The engine against brute force and against another engine, for some ten minutes on two cores.
prove: .venv/development.stamp
	@$(BIN)/python -m tests.proof

# Ours against named yardsticks, each pair in turn in the same run.
bench: .venv/development.stamp .venv-yardsticks/stamp
	@sh .ci/benchmark-tools
	@$(BIN)/python -m benchmarks.engine
	@PATH="$$PATH:/usr/sbin:/usr/local/sbin" $(BIN)/python -m benchmarks.portal

# The shipped site under load: nginx, two servers, PostgreSQL and Redis, for two minutes.
load: .venv/development.stamp
	@sh .ci/services
	@sh .ci/benchmark-tools
	@$(BIN)/python -m benchmarks.whole_site

# What is promised of the public pages, measured in a browser and by Lighthouse; needs Node.js and npm.
audit: .venv/development.stamp browser
	@sh .ci/libical
	@sh .ci/w3m
	@$(BIN)/python -m tests.audit.calendars
	@$(BIN)/python -m tests.audit $(PAGES)
	@$(BIN)/python -m tests.audit.layout

lint: .venv/development.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djade --target-version 5.2 --check $$(git ls-files 'templates/*.html')
	$(BIN)/mypy

# Pins every package with its hashes; names no host.
lock: .venv/development.stamp
	@sh .ci/lock requirements.txt requirements-dev.txt requirements-sentry.txt benchmarks/requirements-yardsticks.txt
	@sh .ci/lock-audit tests/audit

# Raises every version to the newest that pyproject.toml allows. Then: make test lint audit-dependencies
upgrade: .venv/development.stamp
	@UPGRADE=--upgrade $(MAKE) --no-print-directory lock

# Known weaknesses of what the lock files pin. A package that cannot be looked up is a failure too.
audit-dependencies: .venv/development.stamp
	@for file in requirements.txt requirements-sentry.txt requirements-dev.txt; do \
	  echo "$$file"; $(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r $$file || exit 1; done

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

# Other systems, which must never be installed beside the portal.
.venv-yardsticks/stamp: .venv/bin/python benchmarks/requirements-yardsticks.txt
	@echo "Installing what the portal is measured against …"
	@$(BIN)/python -m venv .venv-yardsticks
	@.venv-yardsticks/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/requirements-yardsticks.txt
	@touch $@

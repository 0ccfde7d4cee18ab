# make demo   shows it: installs what is missing, loads the demo region, serves it on http://127.0.0.1:$(PORT)
# make test   proves it: the whole suite on SQLite and PostgreSQL, and in the browser
# make check  format, lint, types, import contracts, templates, migrations, translations
# make fix    formats and mends what tools can mend
# make run    serves the working copy in development mode
# make clean  removes what the other targets made, but not the databases in var/

SHELL := /bin/bash
PORT ?= 8000
BIN := .venv/bin
PYTHON := $(BIN)/python
VENDOR := src/bildungsnetz/core/static/vendor/CHECKSUMS.txt
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard src/bildungsnetz/locale/*/LC_MESSAGES/*.po))
STATIC_SOURCES = $(shell find src/bildungsnetz -path '*/static/*' -type f -not -path '*/vendor/*')
TEMPLATES = $(shell find src/bildungsnetz -name '*.html')
export PYTHONPATH := $(CURDIR)/src
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test check fix run clean system test-system
.DEFAULT_GOAL := help

.PHONY: help
help:
	@grep -E '^# make ' Makefile | cut -c3-

demo: system .venv/runtime.stamp $(CATALOGUES) var/static.stamp
	BILDUNGSNETZ_MODE=demo BILDUNGSNETZ_BASE_URL=http://127.0.0.1:$(PORT) $(PYTHON) -m bildungsnetz demo --port $(PORT)

run: system .venv/dev.stamp $(VENDOR) $(CATALOGUES)
	BILDUNGSNETZ_MODE=develop $(PYTHON) -m bildungsnetz migrate --verbosity 0
	BILDUNGSNETZ_MODE=develop $(PYTHON) -m bildungsnetz runserver 127.0.0.1:$(PORT)

test: system test-system .venv/dev.stamp $(VENDOR) $(CATALOGUES)
	tools/test.sh $(TESTS)

check: system .venv/dev.stamp $(VENDOR) $(CATALOGUES)
	tools/check.sh

fix: .venv/dev.stamp
	$(PYTHON) -m tools.tidy_translations
	$(BIN)/djade --target-version 5.2 $(TEMPLATES) || true
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format

clean:
	-tools/postgres.sh stop
	rm -rf .venv node_modules staticfiles build dist var/static.stamp src/bildungsnetz/core/static/vendor \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache $(CATALOGUES)
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

system:
	@tools/system.sh ca-certificates=/etc/ssl/certs/ca-certificates.crt gettext=msgfmt nodejs=node npm=npm \
	  python3-venv=import:ensurepip

test-system:
	@tools/system.sh postgresql='/usr/lib/postgresql/*/bin/initdb' chromium=chromium poppler-utils=pdftotext git=git

.venv/bin/python:
	python3 -m venv .venv

# The lock of development holds all of the other one in the same versions (a test compares them).
.venv/runtime.stamp: requirements.lock | .venv/bin/python
	$(PYTHON) -m pip install -qq --require-hashes -r requirements.lock
	touch $@

.venv/dev.stamp: requirements-dev.lock | .venv/bin/python
	$(PYTHON) -m pip install -qq --require-hashes -r requirements-dev.lock
	touch .venv/runtime.stamp $@

node_modules/.stamp: package.json package-lock.json .npmrc
	npm ci --no-progress </dev/null
	touch $@

$(VENDOR): node_modules/.stamp tools/frontend.py
	python3 tools/frontend.py

%.mo: %.po
	msgfmt --check-format -o $@ $<

var/static.stamp: .venv/runtime.stamp $(VENDOR) $(STATIC_SOURCES)
	rm -rf staticfiles
	BILDUNGSNETZ_MODE=demo $(PYTHON) -m bildungsnetz collectstatic --noinput --verbosity 0
	mkdir -p var && touch $@

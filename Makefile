# `make serve` and `make test` are all that is needed; each sets up what it uses, once.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
ENGINE ?= mkdocs
BIN := .venv/bin
# Only files whose hash stands in requirements/, and none that would have to be built. Ourselves: with what is there.
PIP := -m pip --quiet --disable-pip-version-check install
LOCKED := $(PIP) --require-hashes --only-binary :all: --requirement
OURSELVES := $(PIP) --no-index --no-deps --no-build-isolation --editable .
# A lock file from pyproject.toml, for every system and every Python that it allows.
COMPILE = build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --annotation-style line --custom-compile-command "make lock" $(if $(RENEW),--upgrade)
export NO_MKDOCS_2_WARNING := 1

BUILD_mkdocs := $(BIN)/mkdocs build --strict --site-dir build/site
BUILD_zensical := $(BIN)/signpost stage build/docs \
	&& $(BIN)/zensical build --strict --clean --config-file mkdocs.stage.yml

# The workbench that is built, if one is; a site is then built with it.
WORKBENCH = $$(cat build/workbench/ready 2>/dev/null)

.PHONY: serve site test quick deep lint check bench browser pictures workbench workbench-test figures lock dist check-dist \
	clean help

help:
	@echo "make serve   set up, build and serve the site; it follows every change"
	@echo "make test    set up, browsers included, and run the tests"
	@echo "make site    build the site into site/; with another site builder: make site ENGINE=zensical"
	@echo "make check   read all content and say what is proved"
	@echo "make quick   the tests that need neither a browser nor a built site, nor take a tenth of a second each"
	@echo "make deep    make test, in every engine, look and builder, with five times as many random examples"
	@echo "make figures draw the exercises anew, after a change in figures/poses.yml"
	@echo "make workbench  build the editor that runs in a browser, for the next \`make site\`; needs Node"
	@echo "make workbench-test  build it, and run the tests of it"
	@echo "make bench   measure how fast all of it is; with QUICK=1, on smaller loads"
	@echo "make pictures takes a picture of each kind of page, in three engines, into build/pictures/"
	@echo "make lint    style and types of the code"
	@echo "make lock    write requirements/ anew, after a change in pyproject.toml; with RENEW=1, the newest of everything"
	@echo "make dist    what would be published on a package index, into dist/"
	@echo "make clean   remove all that make made"

serve: .venv/ready
	STRICT=false $(BIN)/mkdocs serve --dev-addr $(ADDRESS)

# Built beside and swapped in when whole, so that a failed build leaves the last good site in place.
# Whole means that every published page is there: a builder that does not know Signpost's plugin may leave it out
# without a word, and call its own empty site a success.
site: .venv/ready-for-$(ENGINE)
	@rm -rf build/site
	export WORKBENCH=$(WORKBENCH); $(BUILD_$(ENGINE))
	@if [ -e build/workbench/ready ]; then $(BIN)/python -m workbench build/site $$SITE_URL; fi
	@grep -v '#' permalinks.txt | while read -r page; do \
		test -e "build/site/$$page/index.html" || { echo "Not built: $$page (published in permalinks.txt)"; exit 1; }; \
	done
	@rm -rf build/old-site
	@if [ -e site ]; then mv site build/old-site; fi
	@mv build/site site
	@rm -rf build/old-site

check: .venv/ready
	$(BIN)/signpost check

test: .venv/ready-to-test browser
	$(BIN)/python -m pytest -n auto

quick: .venv/ready-to-test
	$(BIN)/python -m pytest -n auto --ignore tests/browser -m "not browser and not builds and not long"

deep: .venv/ready-to-test browser
	SIGNPOST_DEEP=1 $(BIN)/python -m pytest -n auto

bench: .venv/ready-to-test browser
	$(BIN)/python -m bench $(if $(QUICK),--quick)

workbench: .venv/ready
	$(BIN)/python -m workbench

workbench-test: .venv/ready-to-test browser workbench
	$(BIN)/python -m pytest workbench/tests

figures: .venv/ready-to-test
	$(BIN)/python -m figures

browser: .venv/ready-to-test
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/browser/engines.py

pictures: .venv/ready-to-test browser site
	PYTHONPATH=tests $(BIN)/python tests/browser/pictures.py

lint: .venv/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.venv/ready: pyproject.toml requirements/run.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. Name it with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python $(LOCKED) requirements/run.txt
	@# Else setuptools warns of folders that are named like the package.
	PYTHONWARNINGS=ignore $(BIN)/python $(OURSELVES)
	@touch $@

.venv/ready-to-test: .venv/ready requirements/test.txt
	$(BIN)/python $(LOCKED) requirements/test.txt
	@touch $@

.venv/ready-for-mkdocs: .venv/ready
	@touch $@

.venv/ready-for-zensical: .venv/ready-to-test
	@touch $@

.venv/ready-for-%:
	@echo "There is no site builder \"$*\" here. Name mkdocs or zensical."; exit 1

# With RENEW=1 everything is as new as pyproject.toml allows; else only what has to change does.
lock: build/lock/ready
	$(COMPILE) pyproject.toml --extra zensical --group install --group test --output-file requirements/test.txt
	$(COMPILE) pyproject.toml --group install --constraint requirements/test.txt --output-file requirements/run.txt
	$(COMPILE) --group lock --output-file requirements/lock.txt

build/lock/ready: requirements/lock.txt
	$(PYTHON) -m venv build/lock
	build/lock/bin/python $(LOCKED) requirements/lock.txt
	@touch $@

# With nothing installed that is not needed for it: what is published is made here.
dist: .venv/ready
	rm -rf dist build/lib build/bdist.*
	$(BIN)/python -c 'import setuptools.build_meta as builder; builder.build_sdist("dist"); builder.build_wheel("dist")'

check-dist: .venv/ready-to-test
	$(BIN)/twine check --strict dist/*
	$(BIN)/check-wheel-contents dist

clean:
	rm -rf .venv build dist site .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

# Nothing is needed but Python 3.11 or newer (with venv), git and make; packages come from PyPI the first time.
#
#   make demo           install copylint and lint the articles in examples/
#   make test           everything that must hold before a change lands
#   make test-pythons   the tests again on each newer Python that is installed here
#   make bench          time copylint and its peers; some minutes
#   make docs           write the pages of rules and keys, and the JSON Schemas, anew
#   make picture        draw the README's picture anew
#   make clean          forget what was installed
#
# Another interpreter: make demo PYTHON=python3.13. A quicker bench: make bench BENCH='--articles 200'

PYTHON ?= python3
VENV ?= .venv
NEWER_PYTHONS := 3.12 3.13

BIN := $(VENV)/bin
CREATED := $(VENV)/.created
INSTALLED := $(VENV)/.installed
FOR_DEVELOPMENT := $(VENV)/.installed-for-development
WHEELHOUSE := $(VENV)/wheelhouse
FILLED := $(WHEELHOUSE)/.filled

PEERS := .bench/peers

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test test-pythons pytest bench docs picture clean

# The defects in examples/ are planted, so exit 1 (findings) is what the demo wants to see; exit 2 is a failure.
demo: $(INSTALLED)
	@$(BIN)/copylint check examples || test $$? -eq 1

test: $(FOR_DEVELOPMENT)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/copylint test
	@$(MAKE) --no-print-directory pytest

pytest: $(FOR_DEVELOPMENT) $(FILLED)
	COPYLINT_WHEELHOUSE="$(abspath $(WHEELHOUSE))" $(BIN)/python -m pytest --numprocesses auto --dist worksteal

# pyenv puts no command for a Python that it hasn't been told to use, so its folder is looked at too.
test-pythons:
	@for version in $(NEWER_PYTHONS); do \
	  for python in "python$$version" "$${PYENV_ROOT:-$$HOME/.pyenv}/versions/$$version".*/bin/python; do \
	    "$$python" -c 'import ensurepip' 2>/dev/null || continue; \
	    echo "Python $$version"; \
	    $(MAKE) --no-print-directory pytest PYTHON="$$python" VENV=".venv-$$version" || exit 1; \
	    break; \
	  done; \
	done

bench: $(INSTALLED) $(PEERS)/.installed
	$(BIN)/python benchmarks/peers.py --peers $(PEERS) $(BENCH)

docs: $(INSTALLED)
	rm -rf docs/rules
	$(BIN)/copylint rule --packs core,ap,reuters,afp,guardian --pages docs/rules
	$(BIN)/copylint schema rule > schema/rule.json
	$(BIN)/copylint schema config > schema/config.json
	$(BIN)/copylint config --page docs/configuration-keys.md

picture: $(INSTALLED)
	$(PIP) install rich
	$(BIN)/python docs/picture.py

clean:
	rm -rf .venv .venv-3.* .bench .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

# Each of these files says by being there that its step ended well, so that a second run is quick.

$(CREATED):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'copylint needs Python 3.11 or newer. Say which one to use: make PYTHON=python3.13' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(INSTALLED): pyproject.toml | $(CREATED)
	$(PIP) install --editable .
	@touch $@

# Dependency groups are known to pip from 25.1 on; the one that comes with Python may be older.
$(FOR_DEVELOPMENT): pyproject.toml | $(CREATED)
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable . --group dev
	@touch $(INSTALLED) $@

# The wheels that the tests of packaging and of pre-commit install from, so that no test needs the network.
$(FILLED): pyproject.toml | $(FOR_DEVELOPMENT)
	rm -rf $(WHEELHOUSE)
	$(PIP) wheel --wheel-dir $(WHEELHOUSE) . hatchling
	rm $(WHEELHOUSE)/copylint-*.whl
	@touch $@

# Away from what copylint is developed with, so that no peer's requirements bind it.
$(PEERS)/.installed: | $(CREATED)
	$(BIN)/python -m venv $(PEERS)
	$(PEERS)/bin/python -m pip --quiet --disable-pip-version-check install proselint codespell typos
	@touch $@

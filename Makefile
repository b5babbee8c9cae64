# Thin on purpose: each line calls a module or a script. The system's python3 prepares, .venv works.
PREPARE := python3 packaging/bootstrap.py
BIN := .venv/bin

.PHONY: help run test test-all lint bench package clean

help:                  ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run:                   ## start the assistant; with no display or microphone it plays the recorded demo
	@$(PREPARE) run
	@$(BIN)/assistant run

test:                  ## lint, types, and every test but the slow ones
	@$(PREPARE) test
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest -m "not slow" || { \
	  echo "What failed is run once more: on a busy machine a real window or sound server may be late."; \
	  $(BIN)/pytest -m "not slow" --last-failed --last-failed-no-failures none; }

test-all:              ## the slow ones too
	@$(PREPARE) test
	@$(PREPARE) package
	@python3 packaging/llama_server.py
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest

lint:                  # part of test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench:                 ## how fast the engine is, and how long from key release to text
	@$(PREPARE) test
	$(BIN)/assistant bench engine
	$(BIN)/assistant bench latency

package:               ## build wheel, bundle and .deb, and try each where nothing else of us is
	@$(PREPARE) package
	$(BIN)/python packaging/package.py
	$(BIN)/python packaging/smoke.py

clean:                 ## remove what was built; .venv stays
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

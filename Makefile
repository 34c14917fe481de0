# One-line wrappers: `bootstrap.py` does the work, on Windows too (`py bootstrap.py run`).
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
ARGS ?=

.PHONY: help setup run test check clean-index

help:
	@echo "make setup   install into .venv (quick when nothing has changed)"
	@echo "make run     serve the chat at http://127.0.0.1:7860/ (HOST=... PORT=... to change)"
	@echo "make test    run the everyday tests (ARGS='-k word' to choose)"
	@echo "make check   lint, types and content, as the full check does"

setup:
	@"$(PYTHON)" bootstrap.py setup

run:
	@"$(PYTHON)" bootstrap.py run $(ARGS)

test:
	@"$(PYTHON)" bootstrap.py test $(ARGS)

check:
	@"$(PYTHON)" bootstrap.py check

clean-index:
	rm -rf index

PY := .venv/bin/python
CORPORA ?= ../shared/corpora
SEEDS ?= ../shared/seeds

.PHONY: setup demo test check docs bench train scores clean

setup: .venv/installed          ## make .venv and install whosays into it

.venv/installed: pyproject.toml
	python3 -m venv .venv
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable '.[dev]'
	touch $@

demo: setup                     ## the main job on the embedded sample: findings and a page
	.venv/bin/whosays demo

test: setup                     ## every test (those that need ../shared or chromium say when they are skipped)
	$(PY) -m pytest -q -rs

check: setup                    ## lint, types, tests
	.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && $(MAKE) test

docs: setup                     ## run what the documents show, write what it prints, draw their picture
	$(PY) -m documenting

bench: setup                    ## speed and memory as JSON
	$(PY) -m benchmarks

train: setup                    ## corpora in, model out (two to five hours on one core)
	$(PY) -m pip install --quiet --editable '.[train]'
	$(PY) -m training $(CORPORA)

scores: setup                   ## score the shipped model on the dev parts, write the model card's table
	$(PY) -m training.card $(CORPORA)

clean:
	rm -rf .venv build dist *.egg-info whosays-demo

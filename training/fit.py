"""Train the encoder: passes over the corpora in mixed batches, checkpoints and a log on the way.

Batches hold about the same number of word pieces.  One learning rate rises and falls once over a stage
(one-cycle), the heads learn faster than the encoder.
"""

from __future__ import annotations

import json
import math
import multiprocessing
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, TextIO

import torch
from torch import Tensor

from training.losses import losses
from training.network import Inputs, Network
from training.samples import HEADS, LABELS, MASKED, Piece, Text, batches, pieces_of, rewritten
from whosays.extract.pipeline import FIRST, HIDDEN, LAST, Pieces, traits

LONGEST = 256  # pieces of a window
HIDE = 0.1  # of the words are hidden, so that what stands around them must do
HEADS_FASTER, DECAY, WARM_UP = 4, 0.01, 0.08
FORK = multiprocessing.get_context("fork")  # workers see the batches without a copy
LOG_EVERY, SAVE_EVERY, MEET_EVERY = 50, 300, 16  # steps of a worker


@dataclass(frozen=True, slots=True)
class Stage:
    """How often each corpus is read, how many pieces a batch has (padding included), and the highest learning rate."""

    name: str
    passes: Mapping[str, float]
    batch: int
    rate: float


def schedule(texts: Mapping[str, Sequence[Text]], stage: Stage, pieces: Pieces, seed: int) -> list[list[Piece]]:
    """Return all batches of a stage in their order."""
    random = Random(seed)
    rounds = max(1, round(max(stage.passes.values())))
    found: list[list[Piece]] = []
    for number in range(rounds):
        chosen: list[Piece] = []
        for name, passes in stage.passes.items():
            share = passes / rounds
            runs: list[Piece] = []
            for _ in range(int(share)):
                runs += pieces_of(texts[name], pieces, LONGEST, random)
            rest = share - int(share)
            if rest > 1e-6:
                once = list(pieces_of(texts[name], pieces, LONGEST, random))
                turn = [p for i, p in enumerate(once) if int((i + number) * rest) != int((i + number + 1) * rest)]
                runs += turn
            chosen += runs
        found += batches([rewritten(piece, random) for piece in chosen], stage.batch, random)
    return found


@dataclass(frozen=True, slots=True)
class Run:
    """Where a training leaves its checkpoints, logs and results, and by how many processes it is done."""

    folder: Path
    workers: int = 1


def train(network: Network, work: Sequence[list[Piece]], pieces: Pieces, stage: Stage, how: Run) -> None:
    """Train over a list of batches; go on from the last checkpoint where there is one.

    Workers are processes that take the next batch from one queue, each with a network of its own; what they learn
    meets in shared memory every few steps (local SGD, Stich 2019).  With one worker the result is the same each time.
    """
    for parameter in network.encoder.words.parameters():  # the pretrained vocabulary stays as it is
        parameter.requires_grad = False
    checkpoint = how.folder / f"{stage.name}.checkpoint"
    state = torch.load(checkpoint, weights_only=True) if checkpoint.exists() else {}
    begin = state.get("done", 0)
    network.load_state_dict(state.get("network", network.state_dict()))
    shared = Shared.of(network, begin)
    worker = Worker(network, work, pieces, stage, shared)
    others = [FORK.Process(target=worker.run, daemon=True) for _ in range(1, how.workers)]
    for other in others:
        other.start()
    with (how.folder / f"{stage.name}.log").open("a", encoding="utf-8") as log:
        replace(worker, log=log, checkpoint=checkpoint).run(state.get("optimiser"))
    for other in others:
        other.join()
    shared.copy_to(network)
    torch.save(network.state_dict(), how.folder / f"{stage.name}.pt")
    checkpoint.unlink(missing_ok=True)


class Shared:
    """What workers have in common: the weights that they have learned together and the number of the next batch."""

    def __init__(self, weights: list[Tensor], begin: int) -> None:
        self.weights = weights
        self.next = FORK.Value("l", begin)
        self.lock = FORK.Lock()

    @classmethod
    def of(cls, network: Network, begin: int) -> Shared:
        """Share a copy of the weights of a network that are trained."""
        return cls([p.detach().clone().share_memory_() for p in _trained(network)], begin)

    def take(self) -> int:
        """Return the number of the next batch to be worked on."""
        with self.next.get_lock():
            number: int = self.next.value
            self.next.value += 1
        return number

    def meet(self, network: Network, known: list[Tensor]) -> list[Tensor]:
        """Add what a network has learned since it had the weights ``known``, and give it what all have learned."""
        with self.lock, torch.no_grad():
            for together, old, own in zip(self.weights, known, _trained(network), strict=True):
                together.add_(own - old)
        self.copy_to(network)
        return [p.detach().clone() for p in _trained(network)]

    def copy_to(self, network: Network) -> None:
        """Give a network the shared weights."""
        with self.lock, torch.no_grad():
            for together, own in zip(self.weights, _trained(network), strict=True):
                own.copy_(together)


def _trained(network: Network) -> list[Tensor]:
    return [p for p in network.parameters() if p.requires_grad]


@dataclass(slots=True)
class Worker:
    """One process of a training; the one that has a log writes it and the checkpoints."""

    network: Network
    work: Sequence[list[Piece]]
    pieces: Pieces
    stage: Stage
    shared: Shared
    log: TextIO | None = None
    checkpoint: Path | None = None

    def run(self, remembered: dict[str, Any] | None = None) -> None:
        """Work until no batch is left; ``remembered`` is the state of the optimiser to go on with."""
        torch.set_num_threads(1)
        optimiser = self._optimiser()
        if remembered is not None:
            optimiser.load_state_dict(remembered)
        self.network.train()
        known = [p.detach().clone() for p in _trained(self.network)]
        told: dict[str, list[float]] = defaultdict(list)
        steps, since, begin = 0, time.monotonic(), self.shared.next.value
        while (batch := self.shared.take()) < len(self.work):
            torch.manual_seed(batch)
            _set_rates(optimiser, rate_at(batch / len(self.work)) * self.stage.rate)
            for task, value in self._step(optimiser, self.work[batch]).items():
                told[task].append(value)
            steps += 1
            if steps % MEET_EVERY == 0:
                known = self.shared.meet(self.network, known)
            if self.log and steps % LOG_EVERY == 0:
                line = {task: round(sum(v) / len(v), 4) for task, v in sorted(told.items())}
                pace = (self.shared.next.value - begin) / (time.monotonic() - since)
                entry = {"batch": batch + 1, "of": len(self.work), "batches/s": round(pace, 3), **line}
                print(json.dumps(entry), file=self.log, flush=True)
                told.clear()
                since, begin = time.monotonic(), self.shared.next.value
            if self.checkpoint and steps % SAVE_EVERY == 0:
                known = self.shared.meet(self.network, known)
                self._save(optimiser, self.checkpoint)
        self.shared.meet(self.network, known)

    def _step(self, optimiser: torch.optim.Optimizer, batch: list[Piece]) -> dict[str, float]:
        inputs, gold = tensors(batch, self.pieces)
        labels, pairs = self.network(inputs)
        found = losses(self.network, labels, pairs, gold)
        optimiser.zero_grad()
        torch.stack(list(found.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(_trained(self.network), 1.0)
        optimiser.step()
        return {task: value.item() for task, value in found.items()}

    def _optimiser(self) -> torch.optim.Optimizer:
        named = [(name, p) for name, p in self.network.named_parameters() if p.requires_grad]
        groups = [
            {"params": [p for name, p in named if name.startswith("encoder.")], "faster": 1},
            {"params": [p for name, p in named if not name.startswith("encoder.")], "faster": HEADS_FASTER},
        ]
        return torch.optim.AdamW(groups, lr=self.stage.rate, weight_decay=DECAY, fused=True)

    def _save(self, optimiser: torch.optim.Optimizer, checkpoint: Path) -> None:
        state = {"network": self.network.state_dict(), "optimiser": optimiser.state_dict()}
        part = checkpoint.with_suffix(".part")
        torch.save({**state, "done": self.shared.next.value}, part)
        part.replace(checkpoint)


def rate_at(done: float) -> float:
    """Return the share of the highest learning rate at a share of a stage: up in a line, down along a cosine."""
    if done < WARM_UP:
        return 0.04 + 0.96 * done / WARM_UP
    return 0.5 + 0.5 * math.cos(math.pi * (done - WARM_UP) / (1 - WARM_UP))


def _set_rates(optimiser: torch.optim.Optimizer, rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = rate * group["faster"]


def tensors(batch: Sequence[Piece], pieces: Pieces, hide: float = HIDE) -> tuple[Inputs, dict[str, Tensor]]:
    """Return a batch as padded tensors: what the network reads, some words hidden, and what it should answer."""
    split = [[pieces(word) for word in piece.words] for piece in batch]
    width = max(sum(map(len, words)) for words in split) + 2
    most = max(len(piece.words) for piece in batch)
    shape = (len(batch), width)
    ids, marks = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    seen = torch.zeros(shape)
    first, last = (torch.zeros(len(batch), most, dtype=torch.long) for _ in range(2))
    for row, (piece, words) in enumerate(zip(batch, split, strict=True)):
        row_ids, row_traits, at = [FIRST], [0], 1
        hidden = (torch.rand(len(words)) < hide).tolist()
        for column, (own, trait) in enumerate(zip(words, traits(piece.words), strict=True)):
            row_ids += [HIDDEN] * len(own) if hidden[column] else own
            row_traits += [trait] * len(own)
            first[row, column], last[row, column] = at, at + len(own) - 1
            at += len(own)
        row_ids.append(LAST)
        row_traits.append(0)
        ids[row, : at + 1] = torch.tensor(row_ids)
        marks[row, : at + 1] = torch.tensor(row_traits)
        seen[row, : at + 1] = 1.0
    conventions = torch.tensor([piece.convention for piece in batch])
    return Inputs(ids, marks, conventions, seen, first, last), _gold(batch, most)


def _gold(batch: Sequence[Piece], most: int) -> dict[str, Tensor]:
    gold = {task: torch.full((len(batch), most), MASKED, dtype=torch.long) for task in (*LABELS, *HEADS)}
    gold["words"] = torch.zeros(len(batch), most, dtype=torch.long)
    gold["sentence"] = torch.zeros(len(batch), most, dtype=torch.long)
    gold["antecedent"] = torch.zeros(len(batch), most, most, dtype=torch.bool)
    for row, piece in enumerate(batch):
        length = len(piece.words)
        gold["words"][row, :length] = 1
        for task, values in (*piece.labels.items(), *piece.heads.items()):
            gold[task][row, :length] = torch.from_numpy(values.astype("int64"))
        if "start" in piece.labels:
            starts = torch.from_numpy((piece.labels["start"] == 1).astype("int64"))
            gold["sentence"][row, :length] = starts.cumsum(0)
        for pronoun, meant in piece.antecedents.items():
            gold["antecedent"][row, pronoun, meant] = True
    return gold

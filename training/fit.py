"""Train the encoder: passes over the corpora in mixed batches, checkpoints and a log on the way.

Batches hold about the same number of word pieces.  One learning rate rises and falls once over a stage
(one-cycle), the heads learn faster than the encoder.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from training.losses import losses
from training.network import Inputs, Network
from training.samples import HEADS, LABELS, MASKED, Piece, Text, batches, pieces_of
from whosays.extract.wordpieces import FIRST, LAST, Pieces, traits

LONGEST = 224  # pieces of a window
HEADS_FASTER, DECAY, WARM_UP = 4, 0.01, 0.08
LOG_EVERY, SAVE_EVERY = 50, 300


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
        found += batches(chosen, stage.batch, random)
    return found


def train(network: Network, work: Sequence[list[Piece]], pieces: Pieces, folder: Path, stage: Stage) -> None:
    """Train over a list of batches; go on from the last checkpoint where there is one."""
    fast = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    slow = [p for n, p in network.named_parameters() if n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": slow}, {"params": fast}], lr=stage.rate, weight_decay=DECAY, fused=True)
    cycle = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=[stage.rate, HEADS_FASTER * stage.rate], total_steps=len(work) + 1, pct_start=WARM_UP
    )
    checkpoint = folder / f"{stage.name}.checkpoint"
    begin = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        cycle.load_state_dict(state["cycle"])
        begin = state["done"]
    network.train()
    told: dict[str, list[float]] = defaultdict(list)
    seen, since = 0, time.monotonic()
    with (folder / f"{stage.name}.log").open("a", encoding="utf-8") as log:
        for number in range(begin, len(work)):
            torch.manual_seed(number)
            inputs, gold = tensors(work[number], pieces)
            labels, pairs = network(inputs)
            found = losses(network, labels, pairs, gold)
            loss = torch.stack(list(found.values())).sum()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            cycle.step()
            seen += sum(p.size for p in work[number])
            for task, value in found.items():
                told[task].append(value.item())
            if (number + 1) % LOG_EVERY == 0:
                line = {task: round(sum(v) / len(v), 4) for task, v in sorted(told.items())}
                speed = round(seen / (time.monotonic() - since))
                print(
                    json.dumps({"step": number + 1, "of": len(work), "pieces/s": speed, **line}), file=log, flush=True
                )
                told.clear()
                seen, since = 0, time.monotonic()
            if (number + 1) % SAVE_EVERY == 0 and number + 1 < len(work):
                state = {"network": network.state_dict(), "optimiser": optimiser.state_dict()}
                torch.save({**state, "cycle": cycle.state_dict(), "done": number + 1}, checkpoint.with_suffix(".part"))
                checkpoint.with_suffix(".part").replace(checkpoint)
    torch.save(network.state_dict(), folder / f"{stage.name}.pt")
    checkpoint.unlink(missing_ok=True)


def tensors(batch: Sequence[Piece], pieces: Pieces) -> tuple[Inputs, dict[str, Tensor]]:
    """Return a batch as padded tensors: what the network reads and what it should answer."""
    split = [[pieces(word) for word in piece.words] for piece in batch]
    width = max(sum(map(len, words)) for words in split) + 2
    most = max(len(piece.words) for piece in batch)
    shape = (len(batch), width)
    ids, marks = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    seen = torch.zeros(shape)
    first, last = (torch.zeros(len(batch), most, dtype=torch.long) for _ in range(2))
    for row, (piece, words) in enumerate(zip(batch, split, strict=True)):
        row_ids, row_traits, at = [FIRST], [0], 1
        for column, (own, trait) in enumerate(zip(words, traits(piece.words), strict=True)):
            row_ids += own
            row_traits += [trait] * len(own)
            first[row, column], last[row, column] = at, at + len(own) - 1
            at += len(own)
        row_ids.append(LAST)
        row_traits.append(0)
        ids[row, : at + 1] = torch.tensor(row_ids)
        marks[row, : at + 1] = torch.tensor(row_traits)
        seen[row, : at + 1] = 1.0
    return Inputs(ids, marks, seen, first, last), _gold(batch, most)


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

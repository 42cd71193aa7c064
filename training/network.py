"""The network: one small pretrained encoder, and a thin head on its word vectors for every task.

The encoder is BERT's as in all-MiniLM-L6-v2 (Wang et al. 2020), with one more embedding for the trait of a word (how it
is written, whether quotation marks enclose it).  Labels are one linear layer; roles and names are read by a
linear-chain model (Lafferty et al. 2001).  "Which other word" tasks (syntactic head, cue, source, antecedent) are
products of two projections, as Dozat and Manning's (2017) biaffine attention with its matrix folded into one of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.samples import CONVENTIONS
from whosays.extract.pipeline import TRAITS

WIDTH, LAYERS, ATTENTIONS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
PAIR_WIDTHS = {"head": 128, "cue": 64, "source": 64, "antecedent": 64}
RELATION_WIDTH = 128
NOTHING = -1e4


@dataclass(frozen=True, slots=True)
class Inputs:
    """A batch: pieces and their traits (batch x pieces), the first and last piece of each word (batch x words)."""

    ids: Tensor
    traits: Tensor
    convention: Tensor  # of each of the batch
    seen: Tensor  # 1.0 for a piece, 0.0 for padding
    first: Tensor
    last: Tensor


class Layer(nn.Module):
    """One layer of BERT, normalisation behind each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, 3 * WIDTH)
        self.merge = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm_after = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        size, length, _ = x.shape
        q, k, v = (
            part.view(size, length, ATTENTIONS, WIDTH // ATTENTIONS).transpose(1, 2)
            for part in self.project(x).chunk(3, dim=-1)
        )
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(size, length, WIDTH)
        x = self.norm(x + functional.dropout(self.merge(attended), self.dropout, self.training))
        inner = self.narrow(functional.gelu(self.widen(x)))
        return self.norm_after(x + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Pieces to vectors."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.traits = nn.Embedding(TRAITS, WIDTH)
        nn.init.zeros_(self.traits.weight)
        self.conventions = nn.Embedding(len(CONVENTIONS), WIDTH, padding_idx=0)  # the first stays zero
        nn.init.zeros_(self.conventions.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, ids: Tensor, traits: Tensor, seen: Tensor | None, convention: Tensor | None = None) -> Tensor:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.traits(traits)
        if convention is not None:
            x = x + self.conventions(convention)[:, None]
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        mask = None if seen is None else ((1.0 - seen) * NOTHING)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_pretrained(self, path: Path) -> None:
        """Take the weights of a BERT of this size from a safetensors file."""
        found = load_file(str(path))
        state = {
            "words.weight": found["embeddings.word_embeddings.weight"],
            "positions.weight": found["embeddings.position_embeddings.weight"]
            + found["embeddings.token_type_embeddings.weight"][:1],
            "traits.weight": torch.zeros(TRAITS, WIDTH),
            "conventions.weight": torch.zeros(len(CONVENTIONS), WIDTH),
        }
        names = {"norm": "embeddings.LayerNorm"}
        for i in range(LAYERS):
            old, new = f"encoder.layer.{i}", f"layers.{i}"
            names |= {
                f"{new}.merge": f"{old}.attention.output.dense",
                f"{new}.norm": f"{old}.attention.output.LayerNorm",
                f"{new}.widen": f"{old}.intermediate.dense",
                f"{new}.narrow": f"{old}.output.dense",
                f"{new}.norm_after": f"{old}.output.LayerNorm",
            }
            for kind in ("weight", "bias"):
                parts = [found[f"{old}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                state[f"{new}.project.{kind}"] = torch.cat(parts)
        state |= {f"{new}.{kind}": found[f"{old}.{kind}"] for new, old in names.items() for kind in ("weight", "bias")}
        self.load_state_dict(state)


class Network(nn.Module):
    """The encoder and its heads; ``sizes`` are the numbers of labels by task."""

    def __init__(self, sizes: Mapping[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = {task: n for task, n in sizes.items() if task != "relation"}
        self.encoder = Encoder(dropout)
        self.labels = nn.Linear(WIDTH, sum(self.sizes.values()))
        self.hidden = nn.Linear(WIDTH, 2 * WIDTH)
        self.pairs = nn.Linear(2 * WIDTH, sum(2 * w + 1 for w in PAIR_WIDTHS.values()) + 2 * RELATION_WIDTH)
        self.relation = nn.Linear(RELATION_WIDTH, sizes["relation"])
        self.steps = nn.ParameterDict(
            {task: nn.Parameter(torch.zeros(self.sizes[task], self.sizes[task])) for task in ("role", "name")}
        )
        self.dropout = dropout

    def forward(self, batch: Inputs) -> tuple[Tensor, Tensor]:
        """Return the label scores and the projections of all words (batch x words x ...)."""
        return self.heads(self.encoder(batch.ids, batch.traits, batch.seen, batch.convention), batch.first, batch.last)

    def heads(self, x: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Return the label scores and the projections of the words that begin and end with these pieces."""

        def at(places: Tensor) -> Tensor:
            return torch.gather(x, 1, places.unsqueeze(-1).expand(-1, -1, WIDTH))

        words = functional.dropout((at(first) + at(last)) * 0.5, self.dropout, self.training)
        return self.labels(words), self.pairs(functional.gelu(self.hidden(words)))

    def label_scores(self, labels: Tensor) -> dict[str, Tensor]:
        """Return the scores of each task out of all of them."""
        parts = torch.split(labels, list(self.sizes.values()), dim=-1)
        return dict(zip(self.sizes, parts, strict=True))

    def pair_scores(self, pairs: Tensor) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Return for each task the scores of word i pointing at word j, and both sides of the relations."""
        widths = [n for w in PAIR_WIDTHS.values() for n in (w, w, 1)] + [RELATION_WIDTH] * 2
        parts = torch.split(pairs, widths, dim=-1)
        scores = {}
        for number, (task, width) in enumerate(PAIR_WIDTHS.items()):
            pointing, pointed, bias = parts[3 * number : 3 * number + 3]
            scores[task] = pointing @ pointed.transpose(1, 2) / math.sqrt(width) + bias.transpose(1, 2)
        return scores, parts[-2], parts[-1]

    def relation_scores(self, below: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of the relations of words to their heads (both batch x words)."""
        chosen = torch.gather(above, 1, heads.unsqueeze(-1).expand(-1, -1, RELATION_WIDTH))
        return self.relation(functional.gelu(below + chosen))

"""Train the network that tells whether two claims say the same (``whosays.graph.claims.paraphrase``).

``python -m training.same_claim CORPORA [--texts DIR] [--work DIR] [--out FILE]``: learn from invented pairs
and from the claims of real events, in two rounds (negatives of the first are pairs that share words, those of the
second pairs that the first holds to be alike), write the network in eight bits, and score it on the events that it has
not seen beside vectors of the pretrained encoder alone.  What else decides, ``training.claim_trees`` learns afterwards.
Pages lie beside the corpora, those of collected events in the folder ``--texts``; labels have offsets and no text.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from random import Random
from types import SimpleNamespace

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from spacy.tokens import Doc
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training import press
from training.__main__ import pretrained_folder
from training.export import fused
from training.network import WIDTH, Encoder
from whosays.extract import Extractor
from whosays.extract.self_contained import Speaking
from whosays.extract.syntax import claim_terms
from whosays.graph.claims import LONGEST, laid_side_by_side, readable
from whosays.graph.wording import Wording, wording

OUT = Path(__file__).parents[1] / "graph" / "model" / "same_claim.onnx"
SAME, SAYS_MORE, OTHER = 1, 2, 0
ALIKE = 0.62  # cosine of the pretrained vectors, above which a pair is worth looking at
FEW = 3  # words: less is no claim
BATCH, POOL = 32, 640
ROUNDS = ((3.0, 6e-5, 6594), (2.0, 4e-5, 3000))  # passes, rate, invented pairs
TARGETS = (0.95, 0.92, 0.9, 0.85, 0.8)
_WORD = re.compile(r"[a-z0-9]{4,}")

Example = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One annotated attribution: its page and spans, its words for the network and as terms, and who holds it."""

    file: str
    spans: tuple[tuple[int, int], ...]
    text: str
    who: str
    words: Wording

    @property
    def bare(self) -> str:
        """Its words without whoever holds it."""
        return self.text.removeprefix(f"{self.who}: ") if self.who else self.text


@dataclass(slots=True)
class Event:
    """The claims of the pages on one event by number, and what somebody said of pairs of different pages.

    ``same`` say the same, of ``more`` the first says all that the second says and more, ``other`` only look alike.
    Where only some of those that look alike were judged (``partly``), nothing is known of the rest.
    """

    name: str
    part: str
    items: dict[int, Item] = field(default_factory=dict)
    same: set[frozenset[int]] = field(default_factory=set)
    more: set[tuple[int, int]] = field(default_factory=set)
    other: set[frozenset[int]] = field(default_factory=set)
    partly: bool = False

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of claims of different pages."""
        return ((a, b) for a, b in combinations(sorted(self.items), 2) if self.items[a].file != self.items[b].file)

    def open(self, one: int, other: int) -> bool:
        """Tell whether a pair is neither same nor surely other: each lies on a claim of a pair that is same."""
        if frozenset((one, other)) in self.other:
            return False
        return (
            self.partly
            or (one, other) in self.more
            or (other, one) in self.more
            or any(
                (self._lies_on(one, a) and self._lies_on(other, b))
                or (self._lies_on(one, b) and self._lies_on(other, a))
                for a, b in map(sorted, self.same)
            )
        )

    def _lies_on(self, one: int, other: int) -> bool:
        a, b = self.items[one], self.items.get(other)
        return b is not None and a.file == b.file and any(s < y and x < e for s, e in a.spans for x, y in b.spans)


def events(corpora: Path, texts: Path | None = None) -> list[Event]:
    """Return the annotated events with the words of their claims, and those whose pages lie in a folder of texts."""
    extractor = Extractor()
    return [*_annotated(corpora, extractor), *(_collected(texts, extractor) if texts else ())]


def _annotated(corpora: Path, extractor: Extractor) -> Iterator[Event]:
    pages = {row["file"]: (row, text) for row, text in press.annotated(press.read_labels("press"), corpora)}
    speaking = {}
    for row in press.read_labels("claims"):
        event = Event(row["event"], row["part"])
        numbers: dict[tuple[str, int], int] = {}
        for file in sorted({file for group in row["claims"] for file, _ in group} & set(pages)):
            page, text = pages[file]
            if file not in speaking:
                speaking[file] = _read(extractor, text)
            for hop in page["attributions"]:
                if hop["content"] and not hop["optional"] and hop["kind"] != "refusal":
                    item = _item(file, text, hop, speaking[file])
                    if len(item.text.split()) >= FEW:
                        numbers[file, hop["id"]] = len(numbers)
                        event.items[numbers[file, hop["id"]]] = item
        for group in (*row["claims"], *row.get("same", ())):
            known = [numbers[file, number] for file, number in group if (file, number) in numbers]
            pairs = (frozenset(pair) for pair in combinations(known, 2))
            event.same |= {p for p in pairs if len({event.items[i].file for i in p}) > 1}
        for one, two, told in row.get("judged", ()):  # pair by pair, and so better than the groups
            if (key := tuple(one)) in numbers and tuple(two) in numbers:
                _judge(event, numbers[key], numbers[tuple(two)], told)
        yield event


def _collected(texts: Path, extractor: Extractor) -> Iterator[Event]:
    """Yield the events of collected pages: claims that the program found there, pairs of them judged one by one."""
    found = press.by_hash(texts)
    for row in press.read_labels("claim_pairs"):
        if not all(page in found for page in row["pages"]):
            continue
        event = Event(row["event"], row["part"], partly=row.get("partly", False))
        pages = [found[page].read_bytes().decode("utf-8") for page in row["pages"]]
        speaking = [_read(extractor, text) for text in pages]
        for number, (page, source, content) in enumerate(row["claims"]):
            hop = {"source": source, "content": content}
            event.items[number] = _item(row["pages"][page], pages[page], hop, speaking[page])
        for one, other, told in row["judged"]:
            _judge(event, one, other, told)
        yield event


def _read(extractor: Extractor, text: str) -> tuple[Doc, Speaking]:
    doc = extractor.read(text, press.article_of(text))
    return doc, Speaking(doc, doc._.referents.entities)


def _judge(event: Event, one: int, other: int, told: str) -> None:
    pair = frozenset((one, other))
    event.same.discard(pair)
    if told == "same":
        event.same.add(pair)
    elif told == "other":
        event.other.add(pair)
    else:
        event.more.add((one, other) if told == "more" else (other, one))


def _item(file: str, text: str, hop: press.Row, read: tuple[Doc, Speaking]) -> Item:
    doc, speaking = read
    source, entities = hop["source"], doc._.referents.entities
    who = next((e for e in entities if source and any(s < source[1] and source[0] < e_ for s, e_ in e.mentions)), None)
    spans = tuple((s, e) for s, e in hop["content"])
    alone = speaking.told(spans, SimpleNamespace(entity=who.id) if who else None)
    told = readable(who.name if who else "", alone or " ".join(text[s:e] for s, e in spans))
    return Item(file, spans, told, who.name if who else "", wording(claim_terms(doc, list(spans))))


class Pair(nn.Module):
    """A cross-encoder: both claims in one row, told apart by what the encoder has for traits of words."""

    def __init__(self) -> None:
        super().__init__()
        self.enc = Encoder()
        self.hid = nn.Linear(2 * WIDTH, 128)
        self.out = nn.Linear(128, 3)

    def forward(self, ids: Tensor, sides: Tensor, seen: Tensor | None) -> Tensor:
        x = self.enc(ids, sides, seen)
        mean = x.mean(1) if seen is None else (x * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
        both = functional.dropout(torch.cat([x[:, 0], mean], -1), 0.1, self.training)
        return self.out(torch.tanh(self.hid(both)))


class Pieces:
    """Word pieces of claims."""

    def __init__(self, tokenizer: Path) -> None:
        self._known = Tokenizer.from_file(str(tokenizer))
        self._known.no_truncation()
        self._known.no_padding()
        self._cache: dict[str, list[int]] = {}

    def __call__(self, text: str) -> list[int]:
        if text not in self._cache:
            self._cache[text] = self._known.encode(text, add_special_tokens=False).ids
        return self._cache[text]

    def rows(self, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
        """Return pairs as padded tensors: pieces, sides, what is no padding."""
        rows = [laid_side_by_side(self(a), self(b)) for a, b in pairs]
        shape = (len(rows), max(len(row) for row, _ in rows))
        ids, sides = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
        seen = torch.zeros(shape)
        for i, (row, side) in enumerate(rows):
            ids[i, : len(row)] = torch.tensor(row)
            sides[i, : len(row)] = torch.tensor(side)
            seen[i, : len(row)] = 1.0
        return ids, sides, seen


def alike(event: Event, encoder: Encoder, pieces: Pieces) -> dict[tuple[int, int], float]:
    """Return the pairs of an event's claims with the cosine of their mean vectors."""
    keys = sorted(event.items)
    vectors = {}
    with torch.no_grad():
        for at in range(0, len(keys), 64):
            some = keys[at : at + 64]
            ids, _, seen = pieces.rows([(event.items[k].text, "") for k in some])
            x = encoder.eval()(ids, torch.zeros_like(ids), seen)
            mean = functional.normalize((x * seen[..., None]).sum(1) / seen.sum(1, keepdim=True), dim=-1)
            vectors |= dict(zip(some, mean, strict=True))
    return {(a, b): float(vectors[a] @ vectors[b]) for a, b in event.pairs()}


def beliefs(network: Pair, texts: Sequence[tuple[str, str]], pieces: Pieces) -> list[float]:
    """Return how far the network believes of each pair that both say the same."""
    found = []
    with torch.no_grad():
        for at in range(0, len(texts), 64):
            found += network.eval()(*pieces.rows(texts[at : at + 64])).softmax(-1)[:, SAME].tolist()
    return found


def gold(event: Event, near: dict[tuple[int, int], float] | None, random: Random) -> Iterator[Example]:
    """Yield the examples of an event: what says the same, what only looks alike, and some of the rest."""
    mine = [tuple(sorted(pair)) for pair in event.same]
    judged = [tuple(sorted(pair)) for pair in event.other]
    rest = [p for p in event.pairs() if frozenset(p) not in event.same | event.other and not event.open(*p)]
    if near is None:
        hard = sorted(rest, key=lambda p: -_shared(event.items[p[0]].text, event.items[p[1]].text))
    else:
        hard = [p for p in rest if near[p] > ALIKE]
        random.shuffle(hard)
    hard = hard[: 4 * len(mine) + 15]
    others = [*judged, *hard, *random.sample(rest, min(len(rest), len(mine) + 10))]
    for pairs, label in ((mine, SAME), (sorted(event.more), SAYS_MORE), (others, OTHER)):
        yield from ((event.items[a].text, event.items[b].text, label) for a, b in pairs)


def _shared(one: str, other: str) -> float:
    mine, theirs = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(mine & theirs) / (1 + min(len(mine), len(theirs)))


def invented(most: int, random: Random) -> list[Example]:
    """Return some of the pairs of our own."""
    labels = defaultdict(int, {"same": SAME, "entails": SAYS_MORE})
    rows = [(row["a"], row["b"], labels[row["label"]]) for row in press.read_labels("pairs")]
    random.shuffle(rows)
    return rows[:most]


def train(network: Pair, examples: list[Example], pieces: Pieces, passes: float, rate: float) -> None:
    """Train over batches of pairs alike in length; a pair comes either way round, unless the one says more."""
    random = Random(7)
    batches: list[list[Example]] = []
    for _ in range(math.ceil(passes)):
        rows = [r if r[2] == SAYS_MORE or random.random() < 0.5 else (r[1], r[0], r[2]) for r in examples]
        rows = [(bare(a) if random.random() < 0.15 else a, b, y) for a, b, y in rows]
        random.shuffle(rows)
        for at in range(0, len(rows), POOL):
            near = sorted(rows[at : at + POOL], key=lambda r: len(pieces(r[0])) + len(pieces(r[1])))
            cut = [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
            random.shuffle(cut)
            batches += cut
    for weight in network.enc.words.parameters():
        weight.requires_grad = False
    encoder = [p for name, p in network.named_parameters() if name.startswith("enc") and p.requires_grad]
    head = [p for name, p in network.named_parameters() if not name.startswith("enc")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": rate}, {"params": head, "lr": 8e-4}], weight_decay=0.01)
    highest = [group["lr"] for group in optimiser.param_groups]
    network.train()
    for step, batch in enumerate(batches):
        done = step / len(batches)
        share = min(1.0, done / 0.08) * (0.5 + 0.5 * math.cos(math.pi * max(0.0, done - 0.08) / 0.92))
        for group, most in zip(optimiser.param_groups, highest, strict=True):
            group["lr"] = most * share
        scores = network(*pieces.rows([(a, b) for a, b, _ in batch]))
        loss = functional.cross_entropy(scores, torch.tensor([y for *_, y in batch]), label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        if step % 50 == 0:
            print(json.dumps({"batch": step, "of": len(batches), "loss": round(loss.item(), 3)}), flush=True)


def bare(text: str) -> str:
    """Return a claim without whoever holds it."""
    return text.partition(": ")[2] or text


class _Alone(nn.Module):
    """The network for one pair without padding."""

    def __init__(self, network: Pair) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        return self.network(ids[None], sides[None], None)[0]


def export(network: Pair, out: Path) -> None:
    """Write the network as one graph of eight bits."""
    out.parent.mkdir(parents=True, exist_ok=True)
    length = torch.export.Dim("pieces", min=4, max=2 * LONGEST + 3)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Alone(network.eval()),
            (torch.arange(1000, 1024), torch.zeros(24, dtype=torch.long)),
            str(plain),
            input_names=["ids", "sides"],
            output_names=["scores"],
            dynamic_shapes=({0: length}, {0: length}),
            dynamo=True,
            external_data=False,
        )
        onnx.save(fused(onnx.load(plain)), plain)
        quantize_dynamic(plain, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def curve(rated: Iterable[tuple[float, bool]]) -> dict[str, dict[str, float]]:
    """Return the most recall at each of some precisions, and the belief that it takes."""
    rows = sorted(rated, key=lambda r: -r[0])
    total, right = sum(same for _, same in rows), 0
    best: dict[str, dict[str, float]] = {}
    for number, (belief, same) in enumerate(rows, start=1):
        right += same
        for target in TARGETS:
            if right / number >= target and right / total > best.get(str(target), {"recall": 0.0})["recall"]:
                best[str(target)] = {"recall": round(right / total, 3), "belief": round(belief, 3)}
    return best


def _unsure(event: Event, pair: tuple[int, int]) -> bool:
    return frozenset(pair) not in event.same and event.open(*pair)


def score(network: Pair, found: Sequence[Event], encoder: Encoder, pieces: Pieces) -> dict[str, object]:
    """Return precision and recall over the events of the part "test", of the network and of vectors alone."""
    by: dict[str, list[tuple[float, bool]]] = {"network": [], "vectors": []}
    for event in found:
        if event.part == "test":
            cosines = {p: c for p, c in alike(event, encoder, pieces).items() if not _unsure(event, p)}
            pairs = list(cosines)
            texts = [(event.items[a].text, event.items[b].text) for a, b in pairs]
            truths = [frozenset(pair) in event.same for pair in pairs]
            by["vectors"] += zip(cosines.values(), truths, strict=True)
            by["network"] += zip(beliefs(network, texts, pieces), truths, strict=True)
    return {name: curve(rows) for name, rows in by.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the recipe."""
    parser = argparse.ArgumentParser(prog="python -m training.same_claim", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--texts", type=Path, help="the texts of the collected events, under any names")
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    pretrained = pretrained_folder()
    pieces, found = Pieces(pretrained / "tokenizer.json"), events(options.corpora, options.texts)
    encoder, network = Encoder(), Pair()
    encoder.load_pretrained(pretrained / "model.safetensors")
    network.enc.load_pretrained(pretrained / "model.safetensors")
    torch.manual_seed(0)
    for number, (passes, rate, most) in enumerate(ROUNDS):
        result, random = options.work / f"same-claim-{number}.pt", Random(number)
        if not result.exists():
            examples = invented(most, random)
            for event in found:
                if event.part != "test":
                    examples += gold(event, alike(event, encoder, pieces) if number else None, random)
            train(network, examples, pieces, passes, rate)
            torch.save(network.state_dict(), result)
        network.load_state_dict(torch.load(result, weights_only=True))
    export(network, options.out)
    print(json.dumps(score(network, found, encoder, pieces), indent=1))


if __name__ == "__main__":
    main()

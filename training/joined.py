"""How rightly claims of several articles are joined, end to end: ``python -m training.joined CORPORA [--part train]``.

The articles of each annotated event are read and built into a graph of their own; what stands in one proposition is
compared with what annotators judged: pairs that say the same, of which one says more, or that only look alike.  A pair
that nobody judged is open.  It prints the counts as JSON, and where the pairs that should be joined are lost.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from training import kinds, press
from training.same_claim import Event, events
from whosays.extract import Extractor, read_article
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import run

Place = tuple[str, int, int]


def joined(records: Sequence[ArticleRecord]) -> list[set[Place]]:
    """Return the places (path, start, end) of the claims of each proposition of a graph of some records."""
    graph = KnowledgeGraph.in_memory()
    for record in records:
        graph.add(record)
    graph.relate()
    found: dict[str, set[Place]] = {}
    for row in run(graph.dataset, "same-claim").rows:
        proposition, path, _, _, start, end, *_ = row
        found.setdefault(str(proposition), set()).add((str(path), int(str(start)), int(str(end))))
    return [found[proposition] for proposition in sorted(found)]


def count(event: Event, extractor: Extractor, pages: dict[str, tuple[press.Row, str]]) -> Counter[str]:
    """Return how many pairs of an event are joined rightly, wrongly, or lost, and where."""
    numbers = {(item.file, item.spans): number for number, item in event.items.items()}
    places: dict[Place, int] = {}
    records = []
    with TemporaryDirectory() as folder:
        for file in sorted({item.file for item in event.items.values()}):
            row, text = pages[file]
            path = Path(folder) / (file.replace("/", "-") + ".txt")
            path.write_text(text, encoding="utf-8", newline="")
            record = extractor.record(read_article(path))
            records.append(record)
            places |= dict(_known(record, row, file, numbers))
        groups = joined(records)
    told = Counter(pairs=len(event.same))
    found = set()
    for group in groups:
        members = sorted({places[place] for place in group if place in places})
        pairs = {frozenset(p) for p in combinations(members, 2) if event.items[p[0]].file != event.items[p[1]].file}
        found |= pairs
        told["groups"] += len({path for path, *_ in group}) > 1
    read = set(places.values())
    for pair in found:
        one, other = sorted(pair)
        told["right" if pair in event.same else "open" if event.open(one, other) else "wrong"] += 1
    lost = event.same - found
    told["a side is not read so"] = sum(not pair <= read for pair in lost)
    told["not joined"] = len(lost) - told["a side is not read so"]
    return told


def _known(
    record: ArticleRecord, row: press.Row, file: str, numbers: dict[tuple[str, tuple[tuple[int, int], ...]], int]
) -> Iterator[tuple[Place, int]]:
    """Yield where the hops that meet an annotated claim stand, with its number."""
    hops = [hop for hop in record.attributions if hop.kind != "act" and hop.content]
    pairs = kinds.match(record.text, hops, row).pairs
    for hop in hops:
        if hop.id in pairs:
            gold = pairs[hop.id][0]
            number = numbers.get((file, tuple((s, e) for s, e in gold["content"])))
            if number is not None:
                yield (str(record.path), hop.content[0][0], hop.content[-1][1]), number


def main(arguments: Sequence[str] | None = None) -> None:
    """Count over all events of a part, and print it."""
    parser = argparse.ArgumentParser(prog="python -m training.joined", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=("train", "test"), default="test", help="of the annotated events")
    options = parser.parse_args(arguments)
    pages = {row["file"]: (row, text) for row, text in press.annotated(press.read_labels("press"), options.corpora)}
    extractor, told = Extractor(), Counter[str]()
    for event in events(options.corpora):
        if event.part == options.part:
            told += count(event, extractor, pages)
    joined_pairs = told["right"] + told["wrong"]
    shares = {
        "precision": round(told["right"] / max(1, joined_pairs), 3),
        "recall": round(told["right"] / max(1, told["pairs"]), 3),
    }
    print(json.dumps({**shares, **told}))


if __name__ == "__main__":
    main()

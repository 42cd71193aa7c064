"""How rightly pairs of figures are compared: hand-labelled pairs of real articles, offsets here, the texts elsewhere.

A line of ``labels/figures.jsonl`` has the event, its part (tune or test, split by event), the two figures, each with
its file and the offsets of its words in the article's text, and how they stand to each other.  What is compared are the
records of those articles: ``whosays extract EVENTS > records.jsonl``, then
``python -m training.figure_pairs records.jsonl``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from training.press import Row, read_labels
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.figures import Dated, comparison, issue
from whosays.graph.rdf import article_iri, place

SHOWN: Final = ("contradicts", "updates")  # what a reader is shown as news


def figures(records: Iterable[ArticleRecord]) -> dict[tuple[str, int, int], Dated]:
    """Return the figures of articles by file, the last three parts of its path, and place."""
    found: dict[tuple[str, int, int], Dated] = {}
    graph = KnowledgeGraph.in_memory()
    for record in records:
        graph.add(record)
        told = graph.read(str(article_iri(record))).told
        file = "/".join(Path(record.path).parts[-3:])
        for figure in (figure for claim in told.claims for figure in claim.figures):
            start, end = place(figure.quantity) or (0, 0)
            found[file, start, end] = (figure, told.day, told.context)
    return found


def relation(one: Dated, other: Dated) -> str:
    """Return how two figures of one story are found to stand to each other."""
    counts = issue([one, other]).counts
    return "equal" if len(counts) == 1 else comparison(*counts).verdict.relation


def judged(rows: Iterable[Row], found: dict[tuple[str, int, int], Dated]) -> Iterator[tuple[Row, str]]:
    """Yield each labelled pair whose figures were both read, with the relation that is found."""
    for row in rows:
        sides = [found.get((file, *span)) for file, span in (row["one"], row["other"])]
        if sides[0] and sides[1]:
            yield row, relation(sides[0], sides[1])


def scores(pairs: Iterable[tuple[Row, str]]) -> dict[str, Any]:
    """Return how many pairs there are, how many are right, and precision and recall of what is shown."""
    table = Counter((row["relation"], given) for row, given in pairs)
    gold, given, both = Counter[str](), Counter[str](), 0
    right = sum(count for (label, said), count in table.items() if _alike(label, said))
    for (label, said), count in table.items():
        gold[label] += count
        given[said] += count
        both += count if label in SHOWN and said in SHOWN else 0
    shown, wanted = (sum(counts[name] for name in SHOWN) for counts in (given, gold))
    return {
        "pairs": gold.total(),
        "right": right,
        "precision": both / shown if shown else None,
        "recall": both / wanted if wanted else None,
        "table": {" as ".join(pair): count for pair, count in sorted(table.items())},
    }


def _alike(label: str, given: str) -> bool:
    """Tell whether a relation is right: that two counts can both hold is not told apart from that they cannot meet."""
    neither = ("compatible", "notComparable")
    return label == given or (label in neither and given in neither)


def main(path: str) -> None:
    """Print the scores of both parts for a file of records."""
    records = (ArticleRecord.from_json(json.loads(line)) for line in Path(path).read_text("utf-8").splitlines())
    found = figures(records)
    for part in ("tune", "test"):
        print(part, json.dumps(scores(judged(read_labels("figures", part), found)), indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])

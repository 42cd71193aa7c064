"""Learn the trees that tell whether two figures count the same thing (``whosays.graph.figures.same_count``).

``python -m training.figure_trees RECORDS.jsonl ... [--out FILE]``: the records are those of the articles that
``labels/figure_pairs.jsonl`` knows by hash (``whosays extract --facts TABLE FOLDER``), each file a collection of its
own; the texts themselves are others' and stay elsewhere.  A line of the labels is a group of events, none of whose
articles is in another: the hashes of its pages, and pairs of figures, each by its page and the offsets of its words,
with what a reader found them to be.

Answers: ``same`` (one count, one way of telling it), ``conflict``, ``update``, ``part`` (one counts some of what the
other counts) and ``other``.  The first three are of one thing.  Printed is how many of the pairs that the rules let
stand are kept from which odds on, and as shipped, and how many of those are of one thing, by trees that have not seen
their group of events.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from training.claim_trees import FOLDS, Weights, learn, left_out, table
from training.press import read_labels
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.figures import LEAST, Count, compare, pairs, traits
from whosays.graph.incremental import PARTS, Cache, Issues, Ledger, Update, follow, opened
from whosays.graph.rdf import article_iri, place
from whosays.graph.resolution import Judgements

OUT: Final = Path(__file__).parents[1] / "graph" / "model" / "figure_trees.json"
ONE_THING: Final = ("same", "conflict", "update")
NEWS: Final = ("refines", "updates", "contradicts")  # what is told only of figures that count the same
DEAR: Final = 3.0  # how often a contradiction counts: there are few, and they are what a reader looks for
_PARTS: Final = ("numbers", "topics", "stories", "issues")  # all that figures are compared by
Figure: TypeAlias = tuple[str, int, int]  # the hash of its article and the offsets of its words
Label: TypeAlias = tuple[int, str]  # the group of its events, and the answer


def counts(records: Iterable[ArticleRecord]) -> Iterator[tuple[Count, ...]]:
    """Yield the counts of each issue that articles are on."""
    graph, cache = KnowledgeGraph.in_memory(), Cache(None)
    articles = sorted({str(article_iri(record)) for record in records if graph.add(record) is not None})
    parts = opened(cache, [part for part in PARTS if part.name in _PARTS])
    ledger = Ledger(cache.table("units"), anew=True)
    follow(parts, Update((), tuple(articles), Judgements({}), Judgements({}), ledger), graph.read)
    yield from cast("Issues", parts["issues"]).compared()


def labels() -> dict[frozenset[Figure], Label]:
    """Return the judged pairs."""
    found: dict[frozenset[Figure], Label] = {}
    for row in read_labels("figure_pairs"):
        for page, span, other_page, other_span, answer in row["pairs"]:
            pair = frozenset({(row["pages"][page], *span), (row["pages"][other_page], *other_span)})
            found[pair] = (row["group"], answer)
    return found


def judged(
    records: Sequence[ArticleRecord], known: dict[frozenset[Figure], Label]
) -> Iterator[tuple[Label, dict[str, float], str]]:
    """Yield the label of each judged pair that is compared, its traits, and how the rules alone let it stand.

    It is taken away from those that are ``known``.
    """
    hashes = {str(article_iri(record)): record.sha256 for record in records}
    for issue in counts(records):
        for one, other in pairs(issue):
            both = (frozenset(pair) for pair in product(_figures(one, hashes), _figures(other, hashes)))
            if label := next((known.pop(pair) for pair in both if pair in known), None):
                yield label, traits(one.figure, other.figure), compare(one.figure, other.figure).relation


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the recipe."""
    parser = argparse.ArgumentParser(prog="python -m training.figure_trees", description=__doc__)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    known = labels()
    rows = sorted((found for path in options.records for found in judged(_records(path), known)), key=str)
    names = sorted({name for _, told, _ in rows for name in told})
    values = np.array([[told.get(name, 0.0) for name in names] for _, told, _ in rows])
    same = np.array([answer in ONE_THING for (_, answer), *_ in rows])
    news = np.array([relation if relation in NEWS else "" for *_, relation in rows])
    weights = np.array([DEAR if answer == "conflict" else 1.0 for (_, answer), *_ in rows])
    odds = left_out(values, same, np.array([group % FOLDS for (group, _), *_ in rows]), weights)
    print(json.dumps(kept(odds, same, news), indent=1))
    options.out.write_text(json.dumps(table(learn(values, same, weights), names)) + "\n", encoding="utf-8")


def kept(odds: Weights, same: NDArray[np.bool_], news: NDArray[np.str_]) -> dict[str, Any]:
    """Return how many pairs that the rules let stand are told from which odds on, and how many of them rightly.

    ``news`` is how the rules let each stand, nothing where they do not.
    """

    def counted(told: NDArray[np.bool_]) -> dict[str, int]:
        return {"pairs": int(told.sum()), "of one thing": int((told & same).sum())}

    stands = news != ""
    shipped = {relation: (news == relation) & (odds >= least) for relation, least in LEAST.items()}
    return {
        "judged": counted(np.ones_like(same)),
        "told by rules alone": {relation: counted(news == relation) for relation in NEWS},
        "of these told": {relation: counted(told) for relation, told in shipped.items()},
        **{f"from {least}": counted(stands & (odds >= least)) for least in (-1.0, -0.6, -0.3, 0.0, 0.3, 0.6)},
    }


def _records(path: Path) -> list[ArticleRecord]:
    return [ArticleRecord.from_json(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _figures(count: Count, hashes: Mapping[str, str]) -> list[Figure]:
    return [(hashes[q.partition("#")[0]], *(place(q) or (0, 0))) for q in count.quantities]


if __name__ == "__main__":
    main()

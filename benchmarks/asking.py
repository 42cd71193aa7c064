"""``python -m benchmarks.asking KG``: what each question costs a program that has the graph open, as JSON.

Each is asked of the whole graph, and narrowed by one outlet, source, entity, proposition or story that is in it: the
one in the middle of the list of them, which is neither the most nor the least frequent.  Seconds are the processor's,
the median of those after the first.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from rdflib import Dataset

from whosays.graph import KnowledgeGraph
from whosays.queries import Query, QueryError, catalogue, run

TIMES: Final = 3
ENOUGH: Final = 5.0  # seconds: what takes longer is asked once
# parameter -> the question and its column that list what it may be
LISTED: Final[Mapping[str, tuple[str, str]]] = {
    "outlet": ("articles", "outlet"),
    "source": ("sources", "entity"),
    "entity": ("sources", "entity"),
    "proposition": ("origins", "proposition"),
    "story": ("stories", "story"),
    "attribution": ("attributions", "id"),
}


def asking(kg: Path) -> dict[str, Any]:
    """Return rows and seconds of every question of the catalogue about a graph."""
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        dataset = graph.dataset
        values = {name: _middle(dataset, *where) for name, where in LISTED.items()}
        return {
            " ".join((query.name, *params)): _asked(dataset, query.name, params)
            for query in catalogue().values()
            for params in _narrowed(query, values)
        }


def _narrowed(query: Query, values: Mapping[str, str | None]) -> Iterator[dict[str, str]]:
    known = {parameter.name: parameter.required for parameter in query.parameters}
    if not any(known.values()):
        yield {}
    for name, value in values.items():
        if name in known and value is not None:
            yield {name: value}


def _middle(dataset: Dataset, question: str, column: str) -> str | None:
    table = run(dataset, question)
    place = table.columns.index(column)
    found = sorted({str(row[place]) for row in table.rows if row[place] is not None})
    return found[len(found) // 2] if found else None


def _asked(dataset: Dataset, question: str, params: Mapping[str, str]) -> dict[str, Any]:
    rows, spent = 0, []
    while not spent or (len(spent) <= TIMES and spent[0] < ENOUGH):
        begin = time.process_time()
        try:
            rows = len(run(dataset, question, params).rows)
        except QueryError as error:  # nobody of that name has what the question is about
            return {"error": str(error)}
        spent.append(time.process_time() - begin)
    return {"rows": rows, "first": round(spent[0], 4), "warm": round(statistics.median(spent[1:] or spent), 4)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kg", type=Path, help="the folder of a graph")
    json.dump(asking(parser.parse_args().kg), sys.stdout, indent=1)

"""The graph at size: made-up records stored, related, asked and drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rdflib import Dataset
from rdflib.query import ResultRow

from benchmarks.records import made_up
from whosays.graph import KnowledgeGraph
from whosays.graph.view import draw, gather
from whosays.queries import Query, catalogue, run

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


def storing(folder: Path, articles: int) -> dict[str, Any]:
    """Return the seconds of each step and of each question that needs no parameter, on ``articles`` records."""
    records = list(made_up(articles))
    path = folder / "kg"
    with KnowledgeGraph.open(path, create=True) as graph:
        added = _timed(lambda: [graph.add(record) for record in records])
        related = _timed(graph.relate)
        removed = _timed(lambda: graph.remove(records[0].path))
    with KnowledgeGraph.open(path, read_only=True) as graph:
        asked = {query.name: _asked(graph, query) for query in catalogue().values() if _needs_nothing(query)}
        return {
            "articles": articles,
            "attributions": sum(len(record.attributions) for record in records),
            "quads": _quads(graph.dataset),
            "disk_mb": round(sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6, 1),
            "add_seconds": added,
            "relate_seconds": related,
            "remove_one_seconds": removed,
            "page_seconds": _timed(lambda: draw(gather(graph.dataset)).generate_html()),
            "queries": asked,
        }


def _quads(dataset: Dataset) -> int:
    (row,) = dataset.query(COUNT)
    assert isinstance(row, ResultRow)  # noqa: S101 - narrows the type: a SELECT gives rows
    return int(row[0])


def _needs_nothing(query: Query) -> bool:
    return not any(parameter.required for parameter in query.parameters)


def _asked(graph: KnowledgeGraph, query: Query) -> dict[str, Any]:
    begin = time.perf_counter()
    rows = len(run(graph.dataset, query.name).rows)
    return {"seconds": round(time.perf_counter() - begin, 3), "rows": rows}


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return round(time.perf_counter() - begin, 3)

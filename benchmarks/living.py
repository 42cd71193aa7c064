"""A corpus that grows: what an article costs as it does, one article more and less, and whether the bytes are the same.

Times are those of the processor where they say so, because other work on the machine stretches the clock's.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from rdflib import Dataset

from benchmarks.press import Press
from benchmarks.processes import KIB, spend
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import run

STEP: Final = 1000  # articles of one build
READ: Final = 150  # articles of which the texts are read
ASKED: Final = (
    ("articles", {}),
    ("attributions", {"article": "000007-"}),
    ("attributions", {"source": "rail service"}),
    ("origins", {"articles": 5}),
    ("same-claim", {"article": "000007-"}),
    ("wire-copies", {"article": "000007-"}),
    ("merges", {}),
)


def living(folder: Path, articles: int) -> dict[str, Any]:
    """Return what it costs to let a corpus grow to so many articles, and to change it by one."""
    kg = folder / "kg"
    records = Press().articles(articles + 1)
    reading = _reading(folder, min(articles, READ))
    _tell("reading", reading)
    grown = list(_growing(kg, records, articles, reading["cpu_ms_an_article"]))
    last = next(records)
    with KnowledgeGraph.open(kg) as graph:
        before = digest(graph.dataset)
        more = _timed(lambda: (graph.add(last), graph.relate()))
        with_it = digest(graph.dataset)
        less = _timed(lambda: (graph.remove(last.path), graph.relate()))
        after = digest(graph.dataset)
    _tell("one more, one less", (more, less))
    fresh = _fresh(kg, last, folder)
    _tell("one more in a new process", fresh)
    with KnowledgeGraph.open(kg) as graph:
        same = digest(graph.dataset) == with_it
    anew, derived, answers = _derived_anew(kg)
    return {
        "reading": reading,
        "growing": grown,
        "against_first_step": [_against(step, grown[0]) for step in grown],
        "against_second_step": [_against(step, grown[1]) for step in grown[1:]],
        "against_first_step_reading_included": [_against(step, grown[0], "with_reading") for step in grown],
        "one_more": more,
        "one_less": less,
        "one_less_restores_the_bytes": before == after,
        "one_more_in_a_new_process": fresh,
        "shared_graphs_from_nothing": anew,
        "grown_and_from_nothing_are_the_same_bytes": same and derived == with_it,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB // 10**6,
        **answers,
    }


def _derived_anew(kg: Path) -> tuple[Any, str, dict[str, Any]]:
    """Return what it costs to derive all shared graphs again, their digest, and the size and answers then."""
    for file in kg.glob("derived.*"):
        file.unlink()
    with KnowledgeGraph.open(kg) as graph:
        anew = _timed(graph.relate)
        _tell("derived anew", anew)
        asked = {f"{name} {json.dumps(params)}": _asked(graph.dataset, name, params) for name, params in ASKED}
        return anew, digest(graph.dataset), {"quads": len(graph.dataset.store._inner), "queries": asked}  # type: ignore[attr-defined]


def digest(dataset: Dataset) -> str:
    """Return a digest of all quads, whatever their order: equal ones mean that the exports are the same bytes."""
    total = 0
    for quad in dataset.store._inner:  # type: ignore[attr-defined]
        total += int.from_bytes(hashlib.blake2b(str(quad).encode(), digest_size=16).digest(), "big")
    return f"{total % 2**128:032x}"


def _reading(folder: Path, articles: int) -> dict[str, Any]:
    """Return what it costs to read texts of the press in a process of its own; no text knows of another."""
    texts = folder / "texts"
    texts.mkdir()
    names = []
    for record in Press().articles(articles):
        path = texts / Path(record.path).name
        path.write_text(record.text, encoding="utf-8")
        names.append(str(path))
    start, all_ = (spend(["-m", "whosays", "extract", *some]) for some in (names[:1], names))
    cost = 1000 * (all_.cpu_seconds - start.cpu_seconds) / max(1, articles - 1)
    return {"articles": articles, "cpu_ms_an_article": round(cost, 1)}


def _growing(kg: Path, records: Iterator[ArticleRecord], articles: int, reading: float) -> Iterator[dict[str, Any]]:
    """Build the corpus step by step, in one process; yield what each step cost."""
    with KnowledgeGraph.open(kg, create=True) as graph:
        for done in range(0, articles, STEP):
            step = list(islice(records, min(STEP, articles - done)))
            added = _timed(lambda step=step: [graph.add(record) for record in step])  # type: ignore[misc]
            related = _timed(graph.relate)
            cost = 1000 * (added["cpu_seconds"] + related["cpu_seconds"]) / len(step)
            told = {
                "articles": done + len(step),
                "cpu_ms_an_article": round(cost, 1),
                "with_reading": round(cost + reading, 1),
                "of_it_relate": round(1000 * related["cpu_seconds"] / len(step), 1),
                "seconds": round(added["seconds"] + related["seconds"], 1),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB // 10**6,
                "derived_mb": round((kg / "derived.sqlite").stat().st_size / 1e6),
            }
            _tell("grown", told)
            yield told


def _against(one: dict[str, Any], other: dict[str, Any], what: str = "cpu_ms_an_article") -> float:
    return round(one[what] / other[what], 2)  # type: ignore[no-any-return]


def _tell(what: str, measured: object) -> None:
    """Tell whoever waits how far it is, on stderr."""
    print(what, json.dumps(measured), file=sys.stderr, flush=True)


def _fresh(kg: Path, record: ArticleRecord, folder: Path) -> dict[str, Any]:
    """Add a record in a process of its own, from its start to its end."""
    path = folder / "record.json"
    path.write_text(json.dumps(record.to_json()), encoding="utf-8")
    spent = spend(["-m", "benchmarks.one_more", str(kg), str(path)])
    return {
        "whole_process_seconds": round(spent.seconds, 2),
        "whole_process_cpu_seconds": round(spent.cpu_seconds, 2),
        **json.loads(spent.output),
    }


def _asked(dataset: Dataset, name: str, params: dict[str, object]) -> dict[str, Any]:
    rows: list[object] = []
    timed = _timed(lambda: rows.extend(run(dataset, name, params).rows))
    _tell(f"asked {name} {params}", timed)
    return {**timed, "rows": len(rows)}


def _timed(work: Callable[[], object]) -> dict[str, float]:
    begin, cpu = time.perf_counter(), time.process_time()
    work()
    return {
        "seconds": round(time.perf_counter() - begin, 3),
        "cpu_seconds": round(time.process_time() - cpu, 3),
    }

"""``python -m benchmarks.asked WAY KG BARE QUESTIONS``: what each question takes, a line of JSON each, until stopped.

Who asks reads on as long as a line comes in time: a question that Oxigraph works at cannot be stopped from within.
``QUESTIONS`` is a list in JSON of names and parameters.  ``WAY`` is ``disk``, ``memory``, where all is loaded first, or
``bare``, where Oxigraph alone is asked what whosays asks it, of ``BARE``, a folder of its own with the same quads.
Seconds are the processor's.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph

from benchmarks.processes import ROOT
from whosays.graph import KnowledgeGraph
from whosays.queries import run
from whosays.queries.execution import prepared

Asked = tuple[str, Mapping[str, object]]  # a question and its parameters


def measured(
    way: str, kg: Path, bare: Path, questions: Mapping[str, Mapping[str, object]], seconds: float
) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Yield what each question took; ``None`` where it was stopped after so many seconds of the clock."""
    left = dict(questions)
    while left:
        for name, told in _until_stopped(way, kg, bare, list(left.items()), seconds):
            left.pop(name)
            yield name, told
        if left:  # the first of them took too long
            stopped = next(iter(left))
            left.pop(stopped)
            yield stopped, None


def _until_stopped(
    way: str, kg: Path, bare: Path, questions: Sequence[Asked], seconds: float
) -> Iterator[tuple[str, dict[str, Any]]]:
    command = [sys.executable, "-m", "benchmarks.asked", way, str(kg), str(bare), json.dumps(questions)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - narrows the type: a pipe was asked for
        process.stdout.readline()  # it has begun
        while True:
            timer = threading.Timer(seconds, process.kill)
            timer.start()
            line = process.stdout.readline()
            timer.cancel()
            if not line.endswith("\n"):
                return
            name, told = json.loads(line)
            yield name, told


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that work takes."""
    begin = time.process_time()
    work()
    return round(time.process_time() - begin, 4)


def _from_disk(kg: Path, question: str, params: Mapping[str, object]) -> dict[str, Any]:
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        rows: list[object] = []
        cold = timed(lambda: rows.extend(run(graph.dataset, question, params).rows))
        return {"rows": len(rows), "cold": cold, "warm": timed(lambda: run(graph.dataset, question, params))}


def _from_memory(graph: KnowledgeGraph, question: str, params: Mapping[str, object]) -> dict[str, Any]:
    return {"from_memory": timed(lambda: run(graph.dataset, question, params))}


def _bare(graph: KnowledgeGraph, bare: Path, question: str, params: Mapping[str, object]) -> dict[str, Any]:
    prefixes = {prefix: str(iri) for prefix, iri in graph.dataset.namespaces()}
    text = prepared(graph.dataset, question, params)[1][-1]
    store = pyoxigraph.Store.read_only(str(bare))

    def ask() -> None:
        for _ in store.query(text, use_default_graph_as_union=True, prefixes=prefixes):
            pass

    return {"oxigraph_cold": timed(ask), "oxigraph_warm": timed(ask)}


def _main(way: str, kg: Path, bare: Path, questions: Sequence[Asked]) -> None:
    with KnowledgeGraph.open(kg, read_only=True, in_memory=way == "memory") as graph:
        _tell("begun")
        for name, params in questions:
            question = name.partition(" ")[0]
            if way == "disk":
                told = _from_disk(kg, question, params)
            elif way == "memory":
                told = _from_memory(graph, question, params)
            else:
                told = _bare(graph, bare, question, params)
            _tell([name, told])


def _tell(what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4]))

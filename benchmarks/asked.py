"""``python -m benchmarks.asked KG BARE QUESTIONS``: what each question takes, a line of JSON each, until it is stopped.

Who asks reads on as long as a line comes in time: a question that Oxigraph works at cannot be stopped from within.
``BARE`` is a folder of Oxigraph's own with the same quads, ``QUESTIONS`` a list in JSON of names and parameters; with
``--in-memory`` all is loaded first, and that alone is asked.  Seconds are the processor's.
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
    kg: Path, bare: Path, questions: Mapping[str, Mapping[str, object]], seconds: float, *, in_memory: bool = False
) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Yield what each question took; ``None`` where it was stopped after so many seconds of the clock."""
    left = dict(questions)
    while left:
        for name, told in _until_stopped(kg, bare, list(left.items()), seconds, in_memory):
            left.pop(name)
            yield name, told
        if left:  # the first of them took too long
            stopped = next(iter(left))
            left.pop(stopped)
            yield stopped, None


def _until_stopped(
    kg: Path, bare: Path, questions: Sequence[Asked], seconds: float, in_memory: bool
) -> Iterator[tuple[str, dict[str, Any]]]:
    more = ["--in-memory"] if in_memory else []
    command = [sys.executable, "-m", "benchmarks.asked", str(kg), str(bare), json.dumps(questions), *more]
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


def _from_disk(kg: Path, bare: Path, name: str, params: Mapping[str, object]) -> dict[str, Any]:
    question = name.partition(" ")[0]
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        rows: list[object] = []
        cold = timed(lambda: rows.extend(run(graph.dataset, question, params).rows))
        warm = timed(lambda: run(graph.dataset, question, params))
        prefixes = {prefix: str(iri) for prefix, iri in graph.dataset.namespaces()}
        text = prepared(graph.dataset, question, params)[1][-1]
    store = pyoxigraph.Store.read_only(str(bare))

    def ask() -> None:
        for _ in store.query(text, use_default_graph_as_union=True, prefixes=prefixes):
            pass

    return {"rows": len(rows), "cold": cold, "warm": warm, "oxigraph_cold": timed(ask), "oxigraph_warm": timed(ask)}


def _main(kg: Path, bare: Path, questions: Sequence[Asked], in_memory: bool) -> None:
    if not in_memory:
        _tell("begun")
        for name, params in questions:
            _tell([name, _from_disk(kg, bare, name, params)])
        return
    with KnowledgeGraph.open(kg, read_only=True, in_memory=True) as graph:
        _tell("begun")
        for name, params in questions:
            took = timed(lambda name=name, params=params: run(graph.dataset, name.partition(" ")[0], params))  # type: ignore[misc]
            _tell([name, {"from_memory": took}])


def _tell(what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]), "--in-memory" in sys.argv[4:])

"""Graphs of several sizes: loaded, weighed and asked all of the catalogue, beside bare Oxigraph and rdflib in memory.

Seconds are the processor's: other work on the machine stretches the clock's.  *Cold* is a question asked of a graph
that was just opened, *warm* the same once more, when whosays has kept the answer, *from memory* the first one where
all was loaded.  Bare Oxigraph is asked the text that whosays asks it, names resolved; rdflib is asked through the same
door as a graph on disk.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyoxigraph
from rdflib import Dataset

from benchmarks.seeded import Seeded, names
from whosays.graph import KnowledgeGraph
from whosays.queries import catalogue, run
from whosays.queries.execution import prepared

PATIENCE: Final = 60.0  # seconds of the processor that rdflib gets for a question
RDFLIB_MOST: Final = 20_000  # quads: above, rdflib takes minutes for many a question, and 2 kB of memory for a quad
QUADS: Final = pyoxigraph.RdfFormat.N_QUADS


def scaling(folder: Path, sizes: Sequence[int]) -> list[dict[str, Any]]:
    """Return what is measured at each size, the smallest first."""
    seeded = Seeded(folder)
    return [_size(folder, seeded, quads) for quads in sorted(sizes)]


def _size(folder: Path, seeded: Seeded, about: int) -> dict[str, Any]:
    file, kg, bare = (folder / f"{about}{end}" for end in (".nq", "-kg", "-bare"))
    quads, told = seeded.write(file, about)
    loaded = {
        "whosays": _load(kg, file),
        "oxigraph": _timed(lambda: _bare(bare).bulk_load(path=str(file), format=QUADS)),
    }
    memory = Dataset(default_union=True)
    if quads <= RDFLIB_MOST:
        loaded["rdflib"] = _timed(lambda: memory.parse(str(file), format="nquads"))
    measured = {
        "quads": quads,
        "file_mb": _megabytes(file),
        "disk_mb": _megabytes(kg),
        "load": loaded,
        "load_against_oxigraph": _ratio(loaded["whosays"], loaded["oxigraph"]),
    }
    measured["into_memory"] = _timed(lambda: _in_memory(kg).close())
    file.unlink()
    _tell("loaded", measured)
    questions = _questions(kg, told)
    asked = {}
    for name, params in questions.items():
        question = name.partition(" ")[0]
        beside = _beside(kg, bare, memory if quads <= RDFLIB_MOST else None, question, params)
        asked[name] = {**_asked(kg, question, params), **beside}
        _tell(name, asked[name])
    return {**measured, "questions": asked}


def _bare(folder: Path) -> pyoxigraph.Store:
    return pyoxigraph.Store(str(folder))


def _load(kg: Path, file: Path) -> float:
    with KnowledgeGraph.open(kg, create=True) as graph:
        return _timed(lambda: graph.load(file))


def _questions(kg: Path, told: str) -> dict[str, Mapping[str, object]]:
    """Return every question as it stands, and where it takes the name of somebody, asked for one of the last copy."""
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        name, attribution = next(names(graph, told))
    asked: dict[str, Mapping[str, object]] = {}
    for query in catalogue().values():
        taken = {parameter.name for parameter in query.parameters}
        if query.name == "evidence":
            asked[query.name] = {"attribution": attribution}
            continue
        asked[query.name] = {}
        for way in ("source", "entity"):
            if way in taken:
                asked[f"{query.name} {way}"] = {way: name}
                break
    return asked


def _in_memory(kg: Path) -> KnowledgeGraph:
    return KnowledgeGraph.open(kg, read_only=True, in_memory=True)


def _asked(kg: Path, question: str, params: Mapping[str, object]) -> dict[str, Any]:
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        rows: list[object] = []
        cold = _timed(lambda: rows.extend(run(graph.dataset, question, params).rows))
        warm = _timed(lambda: run(graph.dataset, question, params))
    with _in_memory(kg) as loaded:
        from_memory = _timed(lambda: run(loaded.dataset, question, params))
    return {"rows": len(rows), "cold": cold, "warm": warm, "from_memory": from_memory}


def _beside(
    kg: Path, bare: Path, memory: Dataset | None, question: str, params: Mapping[str, object]
) -> dict[str, Any]:
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        prefixes = {prefix: str(iri) for prefix, iri in graph.dataset.namespaces()}
        text = prepared(graph.dataset, question, params)[1][-1]
    store = pyoxigraph.Store.read_only(str(bare))

    def ask() -> None:
        for _ in store.query(text, use_default_graph_as_union=True, prefixes=prefixes):
            pass

    measured: dict[str, Any] = {"oxigraph_cold": _timed(ask), "oxigraph_warm": _timed(ask)}
    if memory is not None:
        measured["rdflib"] = _within(lambda: run(memory, question, params))
    return measured


class _TooLongError(Exception):
    """A question had its time."""


def _within(work: Callable[[], object]) -> float | None:
    """Return the seconds that work in Python takes; ``None`` where it was stopped."""

    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        return _timed(work)
    except Exception:
        if signal.getitimer(signal.ITIMER_PROF)[0]:
            raise
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return round(time.process_time() - begin, 4)


def _ratio(one: float, other: float) -> float | None:
    return round(one / other, 2) if other else None


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return round(sum(file.stat().st_size for file in files) / 1e6, 1)


def _tell(what: str, measured: object) -> None:
    """Tell whoever waits how far it is, on stderr."""
    print(what, json.dumps(measured), file=sys.stderr, flush=True)

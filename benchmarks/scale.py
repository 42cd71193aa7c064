"""Graphs of several sizes: loaded, weighed and asked all of the catalogue, beside bare Oxigraph and rdflib in memory.

Seconds are the processor's: other work on the machine stretches the clock's.  *Cold* is a question asked of a graph
that was just opened, *warm* the same once more, when whosays has kept the answer, *from memory* the first one where
all was loaded, names known from the first that needs them on.  Bare Oxigraph is asked the text that whosays asks it,
names resolved; rdflib is asked through the same door as a graph on disk.  A question that takes too long one way is
stopped, and after its time no more is asked of a graph that way.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import pyoxigraph
from rdflib import Dataset

from benchmarks.asked import measured, timed
from benchmarks.seeded import Seeded, names
from whosays.graph import KnowledgeGraph
from whosays.queries import catalogue, run

PATIENCE: Final = 60.0  # seconds of the processor that rdflib gets for a question
LIMIT: Final = 600.0  # seconds of the clock for a question in all its ways, on a machine that has other work
IN_MEMORY_MOST: Final = 2_000_000  # quads: a million take 700 MB
RDFLIB_MOST: Final = 20_000  # quads: above, rdflib takes minutes for many a question, and 2 kB of memory for a quad
_Took: TypeAlias = "dict[str, Any] | None"
QUADS: Final = pyoxigraph.RdfFormat.N_QUADS


def scaling(folder: Path, sizes: Sequence[int], minutes: float) -> list[dict[str, Any]]:
    """Return what is measured at each size, the smallest first; each is asked for so many minutes of the clock."""
    seeded = Seeded(folder)
    return [_size(folder, seeded, quads, minutes) for quads in sorted(sizes)]


def _size(folder: Path, seeded: Seeded, about: int, minutes: float) -> dict[str, Any]:
    file, kg, bare = (folder / f"{about}{end}" for end in (".nq", "-kg", "-bare"))
    quads, told = seeded.write(file, about)
    loaded = {
        "whosays": _load(kg, file),
        "oxigraph": timed(lambda: _bare(bare).bulk_load(path=str(file), format=QUADS)),
    }
    memory = Dataset(default_union=True)
    if quads <= RDFLIB_MOST:
        loaded["rdflib"] = timed(lambda: memory.parse(str(file), format="nquads"))
    measured_ = {
        "quads": quads,
        "file_mb": _megabytes(file),
        "disk_mb": _megabytes(kg),
        "load": loaded,
        "load_against_oxigraph": _ratio(loaded["whosays"], loaded["oxigraph"]),
    }
    if quads <= IN_MEMORY_MOST:
        measured_["into_memory"] = timed(lambda: _in_memory(kg).close())
    file.unlink()
    _tell("loaded", measured_)
    questions = _questions(kg, told)
    asked = dict(_until(time.monotonic() + 60 * minutes, measured("disk", kg, bare, questions, LIMIT)))
    answered = {name: questions[name] for name, took in asked.items() if took is not None}
    for way in ("memory", "bare") if quads <= IN_MEMORY_MOST else ("bare",):
        for name, took in _until(time.monotonic() + 60 * minutes, measured(way, kg, bare, answered, LIMIT)):
            asked[name] = {**(asked[name] or {}), **(took or {})}
    if quads <= RDFLIB_MOST:
        for name, params in answered.items():
            by_rdflib = _within(lambda name=name, params=params: run(memory, name.partition(" ")[0], params))  # type: ignore[misc]
            asked[name] = {**(asked[name] or {}), "rdflib": by_rdflib}
    return {**measured_, "questions": asked}


def _until(end: float, told: Iterator[tuple[str, _Took]]) -> Iterator[tuple[str, _Took]]:
    """Yield what is told until the time is over."""
    for name, took in told:
        _tell(name, took)
        yield name, took
        if time.monotonic() > end:
            return


def _bare(folder: Path) -> pyoxigraph.Store:
    return pyoxigraph.Store(str(folder))


def _load(kg: Path, file: Path) -> float:
    with KnowledgeGraph.open(kg, create=True) as graph:
        return timed(lambda: graph.load(file))


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


class _TooLongError(Exception):
    """A question had its time."""


def _within(work: Callable[[], object]) -> float | None:
    """Return the seconds that work in Python takes; ``None`` where it was stopped."""

    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        return timed(work)
    except Exception:
        if signal.getitimer(signal.ITIMER_PROF)[0]:
            raise
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _ratio(one: float, other: float) -> float | None:
    return round(one / other, 2) if other else None


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return round(sum(file.stat().st_size for file in files) / 1e6, 1)


def _tell(what: str, measured: object) -> None:
    """Tell whoever waits how far it is, on stderr."""
    print(what, json.dumps(measured), file=sys.stderr, flush=True)

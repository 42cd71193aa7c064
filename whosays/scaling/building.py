"""A graph built of shards: what workers have read is loaded here, in the order of the inputs, and related.

What is in the graph in the end is what a build on one machine puts there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from rdflib import RDF

from whosays.building import Before, BuildReport, Failed, compacted, is_unused, noted, run_of
from whosays.errors import FrontDoorError
from whosays.extract import Reading, inputs_of
from whosays.graph import KnowledgeGraph
from whosays.ontology import WS
from whosays.operating import Done as DoneWith
from whosays.operating import Manifest, OnStep, Relating, Step, options_of
from whosays.scaling.engine import run
from whosays.scaling.shard import MANIFEST, Setup, line_of
from whosays.scaling.shards import Shard, shards

if TYPE_CHECKING:
    from whosays.extract import Paths

Done: TypeAlias = tuple[Shard, dict[str, Any] | str]


def build_on_ray(  # noqa: PLR0913 - as ``build``, and where the shards lie
    paths: Paths,
    kg: PathLike[str] | str,
    *,
    folder: Path | None = None,
    workers: int | None = None,
    reading: Reading | None = None,
    on_article: Callable[[str], None] = lambda _: None,
    on_step: OnStep = lambda _: None,
) -> BuildReport:
    """Do as ``build``, with the reading on Ray's workers; the graph is the same.

    ``folder`` takes the shards' files and the manifest, by default ``KG.shards`` beside the graph; a build that was
    stopped goes on from the shards that are done.  ``workers`` are as many as Ray has processors, unless given.
    """
    where = KnowledgeGraph.try_out(kg)
    reading = reading or Reading()
    if "-" in map(str, inputs_of(paths, reading)):
        raise FrontDoorError("standard input cannot be handed to other machines; name a file")
    folder = folder or Path(f"{where or 'whosays'}.shards")
    folder.mkdir(parents=True, exist_ok=True)
    given = [paths] if isinstance(paths, str | bytes | PathLike) else list(paths)

    def heard(step: Step) -> None:
        if isinstance(step, DoneWith):
            on_article(step.path)
        on_step(step)

    asked = {"engine": "ray", "shards": str(folder), **options_of(reading, workers)}
    with noted(where, Manifest("build", given, asked), heard) as hear:
        if where is not None and is_unused(where):
            results = _results(given, reading, frozenset(), folder, workers)
            return compacted(_build_new(results, where, folder, reading, hear), where)
        with KnowledgeGraph.open(kg, create=True) as graph:
            known = frozenset(map(str, graph.dataset.subjects(RDF.type, WS.Article)))
            results = _results(given, reading, known, folder, workers)
            report = _Loader(graph, folder, reading, hear).load(results)
        return compacted(report, where)


def _build_new(results: Iterator[Done], kg: Path, folder: Path, reading: Reading, hear: OnStep) -> BuildReport:
    """Build a graph where there is none, as soon as there is something to put into it."""
    empty: list[Done] = []
    for result in results:
        if isinstance(result[1], dict) and result[1]["articles"]:
            with KnowledgeGraph.open(kg, create=True) as graph:
                return _Loader(graph, folder, reading, hear).load(chain(empty, (result,), results))
        empty.append(result)
    failed = [failure for result in empty for failure in _failures(*result)]
    for failure in failed:
        hear(DoneWith(failure.path, "failed", failure.why))
    return BuildReport(0, 0, tuple(failed))


def _results(
    paths: Paths, reading: Reading, known: frozenset[str], folder: Path, workers: int | None
) -> Iterator[Done]:
    """Yield every shard in order: from the manifest where it is done already, else as its worker tells."""
    the_run = run_of()
    before = _manifest(folder, known)
    wanted = list(shards(inputs_of(paths, reading), reading, the_run))
    missing = [shard for shard in wanted if shard.key not in before]
    new = run(missing, Setup(str(folder.resolve()), reading, the_run, known), workers) if missing else iter(())
    with (folder / MANIFEST).open("a", encoding="utf-8") as manifest:
        for shard in wanted:
            if shard.key in before:
                yield shard, before[shard.key]
                continue
            result = next(new)
            for left in folder.glob(f"{shard.key}.*.part"):  # by a worker that died
                left.unlink(missing_ok=True)
            if isinstance(result[1], dict):
                manifest.write(line_of(result[1]))
                manifest.flush()
            yield result


def _manifest(folder: Path, known: frozenset[str]) -> dict[str, dict[str, Any]]:
    """Return the shards that are done, by key: with their files, and what they passed over still in the graph."""
    file = folder / MANIFEST
    found: dict[str, dict[str, Any]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        try:
            done = json.loads(line)
        except ValueError:  # cut off when the build was killed
            continue
        own = {article["iri"] for article in done["articles"]}
        quads = folder / done["nquads"]["file"]
        is_there = quads.exists() and quads.stat().st_size == done["nquads"]["bytes"]
        if is_there and all(iri in known or iri in own for _, iri in done["known"]):
            found[done["shard"]] = done
    return found


class _Loader:
    """Puts shards into a graph, and counts."""

    def __init__(self, graph: KnowledgeGraph, folder: Path, reading: Reading, hear: OnStep) -> None:
        self._graph, self._folder, self._reading, self._hear = graph, folder, reading, hear
        self._before = Before(graph)
        self._run = run_of()
        self._added: set[str] = set()
        self._known = 0
        self._failed: list[Failed] = []

    def load(self, results: Iterable[Done]) -> BuildReport:
        """Load the shards, relate, and tell what was done."""
        for shard, done in results:
            before = frozenset(self._added)
            if isinstance(done, dict):
                self._load(done)
            self._failed += _failures(shard, done)
            for step in self._steps(shard, done, before):
                self._hear(step)
        self._hear(Relating())
        return BuildReport(len(self._added), self._known, tuple(self._failed), self._graph.relate())

    def _load(self, done: dict[str, Any]) -> None:
        for said in done["said"]:
            self._reading.tell(said)
        new = [article for article in done["articles"] if self._is_new(article)]
        self._known += len(done["known"]) + len(done["articles"]) - len(new)
        if not new:
            return
        if not self._added:
            self._graph.note(self._run)
        whole = self._folder / done["nquads"]["file"]
        for article in new:
            self._before.make_room(article["path"])
        file = whole if len(new) == len(done["articles"]) else _some(whole, new)
        self._graph.load(file, [article["iri"] for article in new])
        if file != whole:
            file.unlink()
        self._added.update(article["iri"] for article in new)

    def _is_new(self, article: dict[str, Any]) -> bool:
        if article["iri"] in self._added:
            return False
        told = article["told"]
        return not self._before.holds(article["iri"], article["path"], None if told is None else tuple(told))

    def _steps(self, shard: Shard, done: dict[str, Any] | str, before: frozenset[str]) -> Iterator[DoneWith]:
        """Yield what became of each article of a shard; ``before`` are those that were added before it."""
        if isinstance(done, dict):
            for article in done["articles"]:
                is_new = article["iri"] in self._added and article["iri"] not in before
                yield DoneWith(article["path"], "new" if is_new else "known")
            yield from (DoneWith(path, "known") for path, *_ in done["known"])
        yield from (DoneWith(failed.path, "failed", failed.why) for failed in _failures(shard, done))


def _some(whole: Path, articles: Iterable[dict[str, Any]]) -> Path:
    """Write the quads of some articles of a shard into a file of their own."""
    part = whole.with_suffix(".some")
    with whole.open("rb") as file, part.open("wb") as out:
        for article in articles:
            file.seek(article["at"])
            out.write(file.read(article["bytes"]))
    return part


def _failures(shard: Shard, done: dict[str, Any] | str) -> Iterator[Failed]:
    if isinstance(done, str):
        yield from (Failed(given, f"could not be read: {done}") for given in shard.inputs)
        return
    yield from (Failed(path, why, trace) for path, why, trace in done["failed"])

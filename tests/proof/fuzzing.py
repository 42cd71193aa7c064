"""Mutated inputs through reading and extraction, many of them: what is counted, what failed, where to go on.

All are read, and what ``seeds.is_analysed`` says goes through the whole extractor, which is loaded once.  A forked
child takes a stretch of numbers and notes each before it begins: where it dies, the number is known, and the next
child goes on behind it.  Time is that of the processor, so that a loaded machine tells no lies.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import signal
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.proof.children import done, load
from tests.proof.invariants import faults, faults_of_article, listed
from tests.proof.resuming import note, noted
from tests.proof.seeds import is_analysed, made
from whosays.extract import Article, ArticleRecord, read_articles
from whosays.extract.batch import analysed

if TYPE_CHECKING:
    from whosays.graph import KnowledgeGraph

SLOW: Final = 10.0  # seconds of the processor that one input may take
HUNG: Final = 3 * SLOW  # seconds of the processor after which a child ends with a trace
STUCK: Final = 3_600  # seconds by the clock after which a stretch does, as it waits for what never comes
STRETCH: Final = 1_000  # inputs that one child takes
GRAPHED: Final = 10  # each so many-th record goes into quads, too
_MEMORY: Final = "/dev/shm"  # noqa: S108 - where there is one, files that live for a moment touch no disk
_COUNTED: Final = ("inputs", "articles", "analysed", "attributions", "figures", "refused")


@dataclass(slots=True)
class Counts:
    """What became of the inputs; ``failed`` says of each that did not hold, which and why."""

    inputs: int = 0
    articles: int = 0
    analysed: int = 0
    attributions: int = 0
    figures: int = 0
    refused: int = 0
    slowest: float = 0.0
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # by file: inputs and so on
    failed: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the counts as they are printed."""
        told = {name: getattr(self, name) for name in self.__slots__}
        kinds = {name: dict(self.kinds[name]) for name in sorted(self.kinds)}
        return {**told, "slowest": round(self.slowest, 2), "kinds": kinds}

    def add(self, other: dict[str, Any]) -> None:
        """Add the counts of a child."""
        for name in _COUNTED:
            setattr(self, name, getattr(self, name) + other[name])
        self.slowest = max(self.slowest, other["slowest"])
        for name, kind in other["kinds"].items():
            self.kinds[name].update(kind)
        self.failed += other["failed"]


def tried(numbers: Iterator[int] | range, folder: Path) -> Counts:
    """Read and analyse the inputs of some numbers in this process."""
    counts = Counts()
    with _watched():
        for number in numbers:
            (folder / "at").write_text(str(number))
            signal.setitimer(signal.ITIMER_PROF, HUNG)
            name, data = made(number)
            began = time.process_time()
            stored = number % GRAPHED == GRAPHED - 1
            wrong = list(check(name, data, folder, counts, analyse=is_analysed(number), store=stored))
            spent = time.process_time() - began
            counts.slowest = max(counts.slowest, spent)
            if spent > SLOW:
                wrong.append(f"took {spent:.1f} s")
            counts.inputs += 1
            if wrong:
                counts.failed.append({"number": number, "name": name, "why": listed(wrong)})
    return counts


@contextlib.contextmanager
def _watched() -> Iterator[None]:
    """End this process with a trace where one input takes too long of the processor, or all of them by the clock."""
    faulthandler.register(signal.SIGPROF, chain=True)
    faulthandler.dump_traceback_later(STUCK, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
        faulthandler.unregister(signal.SIGPROF)


def check(
    name: str, data: bytes, folder: Path, counts: Counts, *, analyse: bool = True, store: bool = False
) -> Iterator[str]:
    """Read, analyse and store one input, count what came out, and yield what is wrong with it."""
    path, kind = folder / name, counts.kinds[name]
    kind["inputs"] += 1
    path.write_bytes(data)
    try:
        found = list(read_articles(path))
    except Exception as error:
        yield f"reading raised {type(error).__name__}: {error}"
        return
    for item in found:
        if not isinstance(item, Article):
            counts.refused += 1
            kind["refused"] += 1
            if item.trace is not None:
                yield f"a defect in reading: {item.trace.strip().splitlines()[-1]}"
            continue
        counts.articles += 1
        kind["articles"] += 1
        yield from faults_of_article(item)
        if not analyse:
            continue
        counts.analysed += 1
        outcome = analysed(item)
        if not isinstance(outcome, ArticleRecord):
            yield f"a defect in extraction: {outcome.why}"
            continue
        counts.attributions += len(outcome.attributions)
        counts.figures += len(outcome.figures)
        yield from faults(outcome)
        if store:
            yield from _of_graph(outcome)


def _of_graph(record: ArticleRecord) -> Iterator[str]:
    """Put a record into a graph in memory, and take it out again: whatever was read can be stored."""
    from whosays.graph.rdf import article_iri  # noqa: PLC0415 - for few

    try:
        _graph().add(record)
        _graph().remove(str(article_iri(record)))
    except Exception as error:
        yield f"the graph refused it with {type(error).__name__}: {error}"


@cache
def _graph() -> KnowledgeGraph:
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415

    return KnowledgeGraph.in_memory()


def run(first: int, count: int, state: Path) -> Counts:
    """Try inputs in children, one after the other, and go on where ``state`` says that an earlier run stopped."""
    total = Counts()
    at, end = first, first + count
    for told in noted(state):
        total.add(told["counts"])
        at = max(at, told["next"])
    while at < end:
        with tempfile.TemporaryDirectory(dir=_MEMORY if Path(_MEMORY).is_dir() else None) as folder:
            after = min(end, at + STRETCH)
            counts, after = _child(at, after, Path(folder))
        total.add(counts)
        at = after
        note(state, {"next": at, "counts": counts})
    return total


def _child(begin: int, end: int, folder: Path) -> tuple[dict[str, Any], int]:
    """Return the counts of a child and where to go on; one that died is asked again up to where it died."""
    load()
    answer, log = folder / "counts", folder / "log"
    status = done(
        lambda: answer.write_text(json.dumps(tried(range(begin, end), folder).as_json())) and 0, log, 2.0 * STUCK
    )
    if status == 0:
        return json.loads(answer.read_text()), end
    died, said = int((folder / "at").read_text()), log.read_text("utf-8", "replace").strip().splitlines()
    before = _child(begin, died, folder)[0] if died > begin else Counts().as_json()
    why = f"the process ended with {status}: {' | '.join(dict.fromkeys((*said[:3], *said[-2:])))}"
    before["failed"] = [*before["failed"], {"number": died, "name": made(died)[0], "why": why}]
    return before, died + 1

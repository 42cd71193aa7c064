"""Mutated inputs through reading and extraction, many of them: what is counted, what failed, where to go on.

A child process takes a stretch of numbers and notes each before it begins: where it dies, the number is known, and the
next child goes on behind it.  Time is that of the processor, so that a loaded machine tells no lies.
"""

from __future__ import annotations

import faulthandler
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.proof.invariants import faults, faults_of_article, listed
from tests.proof.seeds import made
from whosays.extract import Article, ArticleRecord, read_articles
from whosays.extract.batch import analysed

SLOW: Final = 10.0  # seconds of the processor that one input may take
STUCK: Final = 300  # seconds by the clock after which a child is taken for hung, and ends with a trace
STRETCH: Final = 500  # inputs that one child takes
GRAPHED: Final = 10  # each so many-th record goes into quads, too


@dataclass(slots=True)
class Counts:
    """What became of the inputs; ``failed`` says of each that did not hold, which and why."""

    inputs: int = 0
    articles: int = 0
    attributions: int = 0
    figures: int = 0
    refused: int = 0
    slowest: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    failed: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the counts as they are printed."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return {**told, "slowest": round(self.slowest, 2), "kinds": dict(sorted(self.kinds.items()))}

    def add(self, other: dict[str, Any]) -> None:
        """Add the counts of a child."""
        for name in ("inputs", "articles", "attributions", "figures", "refused"):
            setattr(self, name, getattr(self, name) + other[name])
        self.slowest = max(self.slowest, other["slowest"])
        self.kinds.update(other["kinds"])
        self.failed += other["failed"]


def tried(numbers: Iterator[int] | range, folder: Path) -> Counts:
    """Read and analyse the inputs of some numbers in this process."""
    counts = Counts()
    for number in numbers:
        (folder / "at").write_text(str(number))
        faulthandler.dump_traceback_later(STUCK, exit=True)
        name, data = made(number)
        counts.kinds[name] += 1
        began = time.process_time()
        wrong = list(check(number, name, data, folder, counts))
        spent = time.process_time() - began
        counts.slowest = max(counts.slowest, spent)
        if spent > SLOW:
            wrong.append(f"took {spent:.1f} s")
        counts.inputs += 1
        if wrong:
            counts.failed.append({"number": number, "name": name, "why": listed(wrong)})
    faulthandler.cancel_dump_traceback_later()
    return counts


def check(number: int, name: str, data: bytes, folder: Path, counts: Counts) -> Iterator[str]:
    """Read and analyse one input, count what came out, and yield what is wrong with it."""
    path = folder / name
    path.write_bytes(data)
    try:
        found = list(read_articles(path))
    except Exception as error:
        yield f"reading raised {type(error).__name__}: {error}"
        return
    for item in found:
        if not isinstance(item, Article):
            counts.refused += 1
            if item.trace is not None:
                yield f"a defect in reading: {item.trace.strip().splitlines()[-1]}"
            continue
        counts.articles += 1
        yield from faults_of_article(item)
        outcome = analysed(item)
        if not isinstance(outcome, ArticleRecord):
            yield f"a defect in extraction: {outcome.why}"
            continue
        counts.attributions += len(outcome.attributions)
        counts.figures += len(outcome.figures)
        yield from faults(outcome)
        if number % GRAPHED == 0:
            yield from _of_graph(outcome)


def _of_graph(record: ArticleRecord) -> Iterator[str]:
    """Put a record into a graph in memory: whatever was read can be stored."""
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415 - for few

    with KnowledgeGraph.in_memory() as graph:
        try:
            graph.add(record)
        except Exception as error:
            yield f"the graph refused it with {type(error).__name__}: {error}"


def run(first: int, count: int, state: Path) -> Counts:
    """Try inputs in children, one after the other, and go on where ``state`` says that an earlier run stopped."""
    total = Counts()
    at, end = first, first + count
    if state.exists():
        for line in state.read_text("utf-8").splitlines():
            told = json.loads(line)
            total.add(told["counts"])
            at = max(at, told["next"])
    while at < end:
        with tempfile.TemporaryDirectory() as folder:
            after = min(end, at + STRETCH)
            counts, after = _child(at, after, Path(folder))
        total.add(counts)
        at = after
        with state.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"next": at, "counts": counts}) + "\n")
    return total


def _child(begin: int, end: int, folder: Path) -> tuple[dict[str, Any], int]:
    """Return the counts of a child and where to go on; one that died is asked again up to where it died."""
    command = [sys.executable, "-m", "tests.proof.fuzzing", str(begin), str(end), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this Python, our module
    if done.returncode == 0:
        return json.loads(done.stdout.splitlines()[-1]), end
    died = int((folder / "at").read_text())
    before = _child(begin, died, folder)[0] if died > begin else Counts().as_json()
    why = f"the process ended with {done.returncode}: {' | '.join(done.stderr.strip().splitlines()[-3:])}"
    before["failed"] = [*before["failed"], {"number": died, "name": made(died)[0], "why": why}]
    return before, died + 1


if __name__ == "__main__":
    begun, ended, where = sys.argv[1:]
    print(json.dumps(tried(range(int(begun), int(ended)), Path(where)).as_json()))  # noqa: T201 - a child's answer

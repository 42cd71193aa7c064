"""Questions in a process of their own: each is answered or stopped, and the next one is answered."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.bombs import BOMBS
from whosays.extract.records import ArticleRecord
from whosays.graph import GraphError, KnowledgeGraph
from whosays.queries import FormatError, LimitError, QueryError
from whosays.serve import Limits, Worker
from whosays.serve.limits import BusyError, Pool

JOBS = "whosays.serve.web.jobs"
MEGABYTE = 1 << 20
LIMITS = Limits(seconds=1.0, rows=5_000, size=8 * MEGABYTE, memory=512 * MEGABYTE)


@pytest.fixture(scope="module")
def pool(kg: Path) -> Iterator[Pool]:
    with Pool(kg, JOBS, LIMITS, 2) as pool:
        yield pool


def ask(pool: Pool, query: str) -> bytes:
    return pool.ask("sparql", query=query, graphs=(None, None), forms=("sparql-json", "turtle")).body


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_stopped_and_the_next_question_answered(pool: Pool, name: str) -> None:
    """Time, rows, memory or depth: something stops it, and nobody else notices."""
    with pytest.raises(QueryError):
        ask(pool, BOMBS[name])
    assert json.loads(ask(pool, "ASK { ?s ?p ?o }")) == {"head": {}, "boolean": True}


def test_a_small_question_does_not_wait_behind_many_heavy_ones(kg: Path) -> None:
    """The heavy ones take all turns there are; who comes last with little is answered as soon as one of them ends."""
    heavy, told = BOMBS["counting a cross product"], []

    def bomb(pool: Pool) -> None:
        with pytest.raises((QueryError, BusyError)):
            ask(pool, heavy)
        told.append("stopped")

    with Pool(kg, JOBS, Limits(seconds=4), 2) as pool:
        threads = [threading.Thread(target=bomb, args=(pool,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        time.sleep(1)  # all of them stand before it
        assert ask(pool, "ASK { ?s ?p ?o }")
        assert len(told) <= 3
        for thread in threads:
            thread.join()


def test_a_long_flat_question_is_stopped_or_answered(pool: Pool) -> None:
    """Thousands of BIND in a row end no process: a fast machine answers them in time."""
    with contextlib.suppress(QueryError):
        ask(pool, "SELECT * { " + " ".join(f"BIND(1 AS ?v{n})" for n in range(3_500)) + " }")
    assert json.loads(ask(pool, "ASK { ?s ?p ?o }")) == {"head": {}, "boolean": True}


def test_memory_is_held(kg: Path) -> None:
    """A process that would need more is ended, and says so."""
    limits = Limits(seconds=100, memory=200 * MEGABYTE)
    with pytest.raises(LimitError) as raised, Worker(kg, JOBS, limits) as worker:
        worker.ask("sparql", query=BOMBS["a text doubled"], graphs=(None, None), forms=("sparql-json", None))
    assert raised.value.limit == "memory"


def test_what_the_question_deserves_is_raised(kg: Path) -> None:
    """Errors arrive as what they are where the question was asked, and the process goes on."""
    with Worker(kg) as worker:
        with pytest.raises(QueryError, match="did you mean figures"):
            worker.ask("ask", question="figurs", params={}, form="csv", width=80)
        with pytest.raises(FormatError):
            worker.ask("ask", question="figures", params={}, form="turtle", width=80)
        assert worker.ask("ask", question="figures", params={}, form="csv", width=80).body.startswith(b"article,")
        assert not worker.is_dead


def test_a_pool_answers_from_memory(pool: Pool, kg: Path) -> None:
    """Where each process has loaded the graph, the answer is byte for byte that from disk."""
    query = "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o LIMIT 500"
    with Pool(kg, JOBS, LIMITS, 1, in_memory=True) as loaded:
        assert ask(loaded, query) == ask(pool, query)
        bomb = BOMBS["counting a cross product"]
        with pytest.raises(LimitError):
            ask(loaded, bomb)
        assert ask(loaded, query) == ask(pool, query)


def test_no_graph_is_said(tmp_path: Path) -> None:
    """A folder without a graph gets the same words as ever."""
    with pytest.raises(GraphError, match="no such folder"):
        Worker(tmp_path / "none").__enter__()


def test_a_process_ends_with_who_started_it(kg: Path) -> None:
    """Nobody is left asking an engine for nobody."""
    code = (
        "import os, sys; from pathlib import Path; from whosays.serve import Worker\n"
        "worker = Worker(Path(sys.argv[1])); worker.wait(); print(worker._process.pid, flush=True); os._exit(1)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(kg)], capture_output=True, text=True, check=False)  # noqa: S603
    child = int(done.stdout)
    for _ in range(600):
        if not Path(f"/proc/{child}").exists() and not _runs(child):
            return
        time.sleep(0.1)
    pytest.fail("it still runs")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_is_built_meanwhile_is_served(tmp_path: Path) -> None:
    """A pool answers from the new state once the graph was written, and its copies go."""
    folder = tmp_path / "kg"
    lines = (Path(__file__).parents[2] / "data" / "front_door.jsonl").read_text("utf-8").splitlines()
    first, second = (ArticleRecord.from_json(json.loads(line)) for line in lines)
    with KnowledgeGraph.open(folder, create=True) as graph:
        graph.add(first)
        graph.relate()
    count = "SELECT (COUNT(?a) AS ?n) { ?a a <https://w3id.org/whosays/ns#Article> }"
    with Pool(folder, JOBS, Limits(seconds=30), 1, look=0.1) as pool:
        before = pool.state
        assert b'"1"' in ask(pool, count)
        with KnowledgeGraph.open(folder) as graph:
            graph.add(second)
            graph.relate()
        for _ in range(600):
            if b'"2"' in ask(pool, count):
                break
            time.sleep(0.1)
        else:
            pytest.fail("the old state is still served")
        assert pool.state != before
    assert not list(folder.glob("snapshot-*"))

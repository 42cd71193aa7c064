"""What is asked most is answered ahead of time, by a process of its own, and kept with the state it is of."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

import pytest

import whosays
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import LimitError, QueryError, catalogue, whole
from whosays.queries.execution.kept_answers import kept_answers
from whosays.serve import Limits, Worker
from whosays.serve.limits import Pool
from whosays.serve.limits.reply import Reply
from whosays.serve.limits.warming import LIVES, Ready, Warming

JOBS = "whosays.serve.web.jobs"
ASKED: Final[tuple[str, dict[str, Any]]] = ("question", {"name": "articles", "params": {}, "form": "json"})


class _Worker:
    """Answers with the name of the job, and is ended by one of them."""

    def __init__(self, deadly: str, heard: list[str]) -> None:
        self._deadly, self._heard = deadly, heard
        self.is_dead = False

    def ask(self, job: str, **_: object) -> Reply:
        self._heard.append(job)
        if job == self._deadly:
            self.is_dead = True
            raise LimitError("memory", "too much")
        if job == "wrong":
            raise QueryError("no such question")
        return Reply(job.encode(), {})

    def kill(self) -> None:
        self.is_dead = True


def warmed(jobs: list[str], deadly: str, ready: Ready) -> tuple[list[str], int]:
    """Make the answers of jobs ready, and return what was asked, and how many processes that took."""
    heard: list[str] = []
    workers: list[_Worker] = []

    def started() -> Worker:
        workers.append(_Worker(deadly, heard))
        return cast("Worker", workers[-1])

    warming = Warming(ready, [(job, {}) for job in jobs], started, lambda _: None)
    warming.start()
    warming.join()
    return heard, len(workers)


def test_a_question_that_ends_its_process_is_not_asked_again() -> None:
    """Another process goes on with the next one, and what was ready stays so."""
    ready = Ready()
    assert warmed(["one", "bomb", "wrong", "two"], "bomb", ready) == (["one", "bomb", "wrong", "two"], 2)
    told = {job: ready.get(job, {}) for job in ("one", "bomb", "wrong", "two")}
    assert {job: reply and reply.body for job, reply in told.items()} == {
        "one": b"one", "bomb": None, "wrong": None, "two": b"two",
    }  # fmt: skip


def test_processes_that_end_again_and_again_are_given_up() -> None:
    """A graph that is too large for it costs a few processes and no more."""
    heard, processes = warmed(["bomb"] * (LIVES + 4), "bomb", Ready())
    assert (len(heard), processes) == (LIVES, LIVES)


def test_no_more_is_ready_than_may_be() -> None:
    """What does not fit any more is left to whoever asks for it."""
    ready = Ready(most=3)
    warmed(["long", "ab", "c"], "", ready)
    assert [ready.get(job, {}) is not None for job in ("long", "ab", "c")] == [False, True, True]


def test_one_that_was_stopped_asks_nothing() -> None:
    """Nobody is started for a state of the graph that is gone."""
    started: list[int] = []

    def start() -> Worker:
        started.append(1)
        raise AssertionError

    warming = Warming(Ready(), [("one", {})], start, lambda _: None)
    warming.stop()
    warming.start()
    warming.join()
    assert not started


def records() -> list[ArticleRecord]:
    lines = (Path(__file__).parents[2] / "data" / "front_door.jsonl").read_text("utf-8").splitlines()
    return [ArticleRecord.from_json(json.loads(line)) for line in lines]


def until(met: Callable[[], Any]) -> Any:
    for _ in range(3_000):
        if found := met():
            return found
        time.sleep(0.05)
    pytest.fail("it never came")


def test_ready_answers_are_those_of_the_state_that_is_served(tmp_path: Path) -> None:
    """They need no process, are the bytes that a process would send, and are made anew when the graph was written."""
    first, second = records()
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        graph.add(first)
    limits, (job, arguments) = Limits(seconds=60), ASKED
    with Pool(tmp_path / "kg", JOBS, limits, 1, look=0.1, ready=(ASKED,)) as pool:
        until(lambda: pool._ready.get(job, arguments))
        worker = pool._free()  # nobody is left to answer
        one = pool.ask(job, **arguments).body
        pool._back(worker)
        with Pool(tmp_path / "kg", JOBS, limits, 1) as cold:
            assert cold.ask(job, **arguments).body == one
        with KnowledgeGraph.open(tmp_path / "kg") as graph:
            graph.add(second)
        two = until(lambda: (found := pool.ask(job, **arguments).body) != one and found)
        assert (len(json.loads(one)), len(json.loads(two))) == (1, 2)
    assert not list((tmp_path / "kg").glob("snapshot-*"))


def test_a_session_in_python_is_warmed_where_it_is_told_to(tmp_path: Path) -> None:
    """A thread asks what can be asked as it stands, and closing the graph ends it."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for record in records():
            graph.add(record)
    with whosays.open(tmp_path / "kg", warm=True) as findings:
        assert findings._warming is not None
        findings._warming.join()
        kept = kept_answers(findings.graph)
        assert kept is not None
        assert len(kept._tables) == len(whole())
        assert len(findings.query("articles")) == 2
    with whosays.open(tmp_path / "kg") as findings:
        assert findings._warming is None


def test_what_is_asked_most_comes_first() -> None:
    """All that can be asked as it stands, each once."""
    alone = {name for name, query in catalogue().items() if not any(each.required for each in query.parameters)}
    assert set(whole()) == alone
    assert len(whole()) == len(alone)
    assert whole()[:2] == ("articles", "attributions")

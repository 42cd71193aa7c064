"""Whose turn it is: in order, as long as few wait; the latest first where too many do."""

from __future__ import annotations

import threading
import time
from typing import Any, cast

import pytest

from whosays.serve.limits.turns import Turns
from whosays.serve.limits.worker import Worker


def process(name: str) -> Worker:
    return cast("Worker", name)  # nobody asks it anything here


def waiting(turns: Turns, *questions: str) -> tuple[list[tuple[str, Any]], list[threading.Thread]]:
    """Have questions wait, one after the other; return what each was given, in the order of their turns."""
    given: list[tuple[str, Any]] = []

    def ask(question: str) -> None:
        given.append((question, turns.get(30)))

    threads = []
    for question in questions:
        threads.append(threading.Thread(target=ask, args=(question,)))
        before = len(turns._waiting)
        threads[-1].start()
        while len(turns._waiting) == before:
            time.sleep(0.001)
    return given, threads


@pytest.mark.parametrize(
    ("most", "questions", "order"),
    [
        (2, "ab", "ab"),
        (2, "abcd", "dcab"),  # more wait than are answered at a time: the latest, until no more do
        (1, "abc", "cba"),
        (4, "abcd", "abcd"),
    ],
)
def test_the_latest_is_next_where_too_many_wait(most: int, questions: str, order: str) -> None:
    """A small question is not to wait for all the heavy ones before it."""
    turns = Turns(most)
    given, threads = waiting(turns, *questions)
    for number in range(len(questions)):
        turns.put(process("one"))
        while len(given) == number:
            time.sleep(0.001)
        turns.over()
    for thread in threads:
        thread.join()
    assert "".join(question for question, _ in given) == order


def test_no_more_are_answered_at_a_time_than_allowed() -> None:
    """A process that stands by has its turn once another question is over."""
    turns = Turns(1)
    turns.put(process("one"))
    turns.put(process("spare"))
    assert turns.get(0) == process("one")
    assert turns.is_busy
    assert turns.get(0.01) is None
    turns.over()
    assert turns.get(0) == process("spare")


def test_who_loses_patience_waits_no_more() -> None:
    """A process that comes too late is free for the next one, and can be taken out."""
    turns = Turns(1)
    assert turns.get(0.01) is None
    turns.put(process("late"))
    assert not turns.is_busy
    assert turns.taken_out() == [process("late")]
    assert turns.is_busy

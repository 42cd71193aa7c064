"""Answers made ready before anybody asks: what is asked most, by a process of its own that gives way to all others.

They are kept as they are sent, with the state of the graph that they are of, so that a process that was stopped takes
none of them with it.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from whosays.graph import GraphError
from whosays.queries import QueryError
from whosays.serve.limits.reply import Reply
from whosays.serve.limits.worker import Worker

MOST: Final = 256 << 20  # bytes of answers
LIVES: Final = 3  # processes: after so many that were ended, what is left is left
Asked: TypeAlias = tuple[str, Mapping[str, Any]]  # a job and its arguments


class Ready:
    """The answers that are ready of one state of the graph."""

    def __init__(self, most: int = MOST) -> None:
        self._left = most
        self._replies: dict[str, Reply] = {}

    def get(self, job: str, arguments: Mapping[str, Any]) -> Reply | None:
        """Return the answer, if it is ready."""
        return self._replies.get(_key(job, arguments))

    def put(self, job: str, arguments: Mapping[str, Any], reply: Reply) -> None:
        """Have an answer ready, unless there are too many."""
        if len(reply.body) <= self._left:
            self._left -= len(reply.body)
            self._replies[_key(job, arguments)] = reply


class Warming:
    """Makes answers ready in the background, until they are all there or it is stopped."""

    def __init__(
        self, ready: Ready, asked: Iterable[Asked], started: Callable[[], Worker], let_go: Callable[[Worker], None]
    ) -> None:
        self._ready, self._asked, self._started, self._let_go = ready, list(asked), started, let_go
        self._stopped = threading.Event()
        self._changing = threading.Lock()
        self._worker: Worker | None = None
        self._thread = threading.Thread(target=self._run, name="whosays-warming", daemon=True)

    def start(self) -> None:
        """Begin; who waits for an answer asks as if there were nothing like this."""
        self._thread.start()

    def stop(self) -> None:
        """End the process, whatever it works at."""
        self._stopped.set()
        with self._changing:
            if self._worker is not None:
                self._worker.kill()

    def join(self) -> None:
        """Wait until it is over."""
        self._thread.join()

    def _run(self) -> None:
        for _ in range(LIVES):
            if self._stopped.is_set() or not self._asked:
                return
            try:
                worker = self._started()
            except (GraphError, QueryError):  # the service tells of that
                return
            with self._changing:
                self._worker = worker
            try:
                self._answer(worker)
            finally:
                self._let_go(worker)

    def _answer(self, worker: Worker) -> None:
        """Take one question after the other, as long as the process lives; one that ends it is not asked again."""
        while self._asked and not self._stopped.is_set() and not worker.is_dead:
            job, arguments = self._asked.pop(0)
            try:
                self._ready.put(job, arguments, worker.ask(job, **arguments))
            except (GraphError, QueryError, RuntimeError):  # whoever asks that is told
                continue


def _key(job: str, arguments: Mapping[str, Any]) -> str:
    return json.dumps([job, arguments], sort_keys=True)

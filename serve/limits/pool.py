"""Several processes over one copy of the graph, and new ones over a new copy when the graph was written."""

from __future__ import annotations

import contextlib
import logging
import shutil
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from whosays.graph import GraphError, copied, place_for_copy, state_of, sweep
from whosays.queries import LimitError
from whosays.serve.limits.limits import Limits
from whosays.serve.limits.reply import Reply
from whosays.serve.limits.turns import Turns
from whosays.serve.limits.warming import Asked, Ready, Warming
from whosays.serve.limits.worker import Worker

PATIENCE: Final = 30.0  # seconds that a question waits for somebody to answer it
SPARE: Final = 1  # process that stands by for one that was stopped: a new one takes seconds to stand
LOOK: Final = 2.0  # seconds between two looks whether the graph was written

logger = logging.getLogger(__name__)


class BusyError(Exception):
    """Nobody is free to answer."""


class Call:
    """One question, which whoever asked may give up: the process that looks for the answer is then ended."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._worker: Worker | None = None
        self._is_given_up = False

    def give_up(self) -> None:
        """Want no answer any more."""
        with self._changing:
            self._is_given_up = True
            if self._worker is not None:
                self._worker.kill()

    def _taken(self, worker: Worker) -> None:
        with self._changing:
            if self._is_given_up:
                raise BusyError("nobody waits for the answer any more")
            self._worker = worker

    def _over(self) -> None:
        with self._changing:
            self._worker = None


class Pool:
    """Up to ``count`` questions at a time; each is answered from one state of the graph.

    A stopped process is replaced by one that stands by; with ``in_memory`` each loads all of the graph, and none does.
    What is to be ``ready`` is answered in the background after each change of the graph, and from then on without a
    process.  Use it as a context manager.
    """

    def __init__(  # noqa: PLR0913 - what each process is told, and how many
        self,
        folder: Path,
        jobs: str,
        limits: Limits,
        count: int,
        *,
        look: float = LOOK,
        in_memory: bool = False,
        ready: Sequence[Asked] = (),
    ) -> None:
        self._folder, self._jobs, self._limits, self._count, self._look = folder, jobs, limits, count, look
        self._in_memory = in_memory
        self._to_be_ready = ready
        self._ready = Ready()
        self._warming: Warming | None = None
        self._turns = Turns(count)
        self._all: dict[Worker, Path] = {}
        self._changing = threading.Lock()
        self._over = threading.Event()
        self._copy = folder
        self.state = ""

    def __enter__(self) -> Pool:
        sweep(self._folder)
        self.state = state_of(self._folder)
        try:
            self._renew()
        except BaseException:
            self._close()
            raise
        self._keeper = threading.Thread(target=self._keep, name="whosays-keeper", daemon=True)
        self._keeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        self._keeper.join()
        if self._warming is not None:
            self._warming.join()

    @property
    def is_busy(self) -> bool:
        """Whether a question would have to wait."""
        return self._turns.is_busy

    def ask(self, job: str, call: Call | None = None, **arguments: Any) -> Reply:
        """Return the reply to a question; raises as ``Worker.ask`` does, and ``BusyError``.

        Through ``call`` another thread can give it up.
        """
        reply = self._ready.get(job, arguments) if self._to_be_ready else None
        if reply is not None:
            return reply
        call = call or Call()
        worker = self._free()
        try:
            call._taken(worker)
            return worker.ask(job, **arguments)
        finally:
            call._over()
            self._back(worker)

    def _free(self) -> Worker:
        while True:
            worker = self._turns.get(PATIENCE)
            if worker is None:
                raise BusyError("all are busy; ask again later")
            if not worker.is_dead:
                return worker
            self._turns.over()
            self._replace(worker)

    def _back(self, worker: Worker) -> None:
        self._turns.over()
        if worker.is_dead:
            threading.Thread(target=self._replace, args=(worker,), daemon=True).start()
        else:
            self._may_answer(worker)

    def _may_answer(self, worker: Worker) -> None:
        """Have a process answer, unless it is of an older state."""
        if self._all.get(worker) == self._copy:
            self._turns.put(worker)
        else:
            self._let_go(worker)

    def _replace(self, worker: Worker) -> None:
        self._let_go(worker)
        self._add(self._copy)

    def _add(self, copy: Path) -> None:
        with contextlib.suppress(GraphError, LimitError, BusyError):
            self._may_answer(self._started(copy))

    def _started(self, copy: Path, *, gives_way: bool = False) -> Worker:
        """Return a new process over a copy, once it can be asked."""
        in_memory = self._in_memory and not gives_way  # one that answers each question once would wait in vain
        worker = Worker(copy, self._jobs, self._limits, in_memory, gives_way=gives_way)
        with self._changing:
            self._all[worker] = copy
        try:
            worker.wait()
        except BaseException:
            self._let_go(worker)
            raise
        if self._over.is_set():
            self._let_go(worker)
        return worker

    def _let_go(self, worker: Worker) -> None:
        with self._changing:
            copy = self._all.pop(worker, None)
            last = copy is not None and copy != self._copy and copy not in self._all.values()
        worker.close()
        if last and copy is not None:
            shutil.rmtree(copy, ignore_errors=True)

    def _renew(self) -> None:
        """Copy the graph as it is, and have new processes answer from the copy; the others finish what they do."""
        state = state_of(self._folder)
        copy = copied(self._folder, place_for_copy(self._folder))
        try:
            new = [self._started(copy) for _ in range(self._count)]
        except BaseException:
            shutil.rmtree(copy, ignore_errors=True)
            raise
        if self._warming is not None:
            self._warming.stop()
        self._copy, self.state, self._ready = copy, state, Ready()
        older = self._turns.taken_out()
        for worker in new:
            self._turns.put(worker)
        for worker in older:
            self._let_go(worker)
        for _ in range(0 if self._in_memory else SPARE):
            threading.Thread(target=self._add, args=(copy,), daemon=True).start()
        if self._to_be_ready:
            started = partial(self._started, copy, gives_way=True)
            self._warming = Warming(self._ready, self._to_be_ready, started, self._let_go)
            self._warming.start()

    def _keep(self) -> None:
        """Look for a state of the graph that is new, and stays for a while: a build is not followed at each step."""
        before = self.state
        while not self._over.wait(self._look):
            now = state_of(self._folder)
            if now != self.state and now == before:
                try:
                    self._renew()
                except (GraphError, LimitError, OSError) as error:
                    logger.warning("the graph was written and cannot be read yet: %s", error)
            before = now
        self._close()  # what was copied while the pool was closed

    def _close(self) -> None:
        self._over.set()
        if self._warming is not None:
            self._warming.stop()
        with self._changing:
            workers, copies = list(self._all), {*self._all.values(), self._copy} - {self._folder}
        for worker in workers:
            worker.close()
        for copy in copies:
            shutil.rmtree(copy, ignore_errors=True)

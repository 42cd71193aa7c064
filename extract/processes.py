"""Other processes that analyse articles, and this one's side of the pipes to them.

A worker is this Python started anew with ``worker.py`` and nothing of the caller: a script without a ``__main__``
guard, a notebook, ``-c`` and a script that comes on standard input are all the same to it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Condition, Lock
from types import TracebackType
from typing import Any, BinaryIO, Final, cast

from whosays.extract.articles import Article

MODULE: Final = "whosays.extract.worker"
READY: Final = b"\n"
IN_HAND: Final = 2  # articles that a worker has at once, the next one among them
SHORT: Final = 8_000  # characters of an article that may wait behind another one
TRIES: Final = 2  # who dies of an article dies of it again; who was killed by somebody does not
_ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")  # or there is a thread for every processor in each
_APART: Final[dict[str, Any]] = (  # Ctrl-C goes to all processes of a terminal; only the first is to answer it
    {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)} if os.name == "nt" else {"process_group": 0}
)

logger = logging.getLogger(__name__)


def available() -> int:
    """Return how many processes are worth having: one for each processor that this process may use."""
    if not sys.executable or getattr(sys, "frozen", False):  # no Python to start, as in a program that embeds it
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerDied(Exception):  # noqa: N818 - named for what happened
    """The process that had an article is gone; the message says how it ended, ``at_it`` whether it was at this one."""

    def __init__(self, how: str, at_it: bool = True) -> None:
        super().__init__(how)
        self.at_it = at_it


class Processes:
    """Up to ``count`` workers, started as they are needed; a context manager, which ends them.

    A worker has the next article before it is done with one, so that it never waits; a long article goes to one that
    has none.  Where none can be started, ``here`` does the work in this process.
    """

    def __init__(self, count: int, here: Callable[[Article], Any]) -> None:
        self._threads = ThreadPoolExecutor(IN_HAND * count, thread_name_prefix="whosays")  # one waits for each reply
        self._here = here
        self._seats = [_Seat() for _ in range(count)]
        self._started: list[_Worker] = []
        self._choosing, self._starting, self._alone = Lock(), Lock(), Lock()
        self._changed = Condition()
        self._over = False

    def submit(self, article: Article) -> Future[Any]:
        """Hand an article on; the future raises ``WorkerDied`` or what the worker raised."""
        return self._threads.submit(self._done, article)

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._starting:
            self._over = True
        if kind is not None:
            for worker in self._started:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._started:
            worker.close()

    def _done(self, article: Article) -> Any:
        seat = self._seat(article)
        try:
            reply = self._reply(seat, article)
        finally:
            with self._changed:
                seat.load -= 1
                self._changed.notify_all()
        if isinstance(reply, BaseException):
            raise reply
        return reply

    def _seat(self, article: Article) -> _Seat:
        """Return the place with the least to do, once it has little enough; who comes first chooses first."""
        most = IN_HAND if len(article.text) <= SHORT else 1
        with self._choosing, self._changed:
            while (seat := min(self._seats, key=lambda seat: seat.load)).load >= most:
                self._changed.wait()
            seat.load += 1
            return seat

    def _reply(self, seat: _Seat, article: Article) -> Any:
        tried = 0
        while (worker := self._worker(seat)) is not None:
            try:
                return worker.ask(article)
            except WorkerDied as error:
                tried += error.at_it
                if tried == TRIES or self._over:
                    raise
        with self._alone:
            return self._here(article)

    def _worker(self, seat: _Seat) -> _Worker | None:
        """Return the worker of a place, a new one where it has died; ``None`` where it cannot have one."""
        with seat.lock:
            if seat.worker is None or seat.worker.is_dead:
                seat.worker = self._start()
            return seat.worker

    def _start(self) -> _Worker | None:
        """Start a worker, one at a time, so that none inherits the pipes of another."""
        with self._starting:
            if self._over:
                raise WorkerDied("it was stopped")
            try:
                worker = _Worker()
            except OSError as error:
                logger.warning("no process could be started (%s), going on in this one", error)
                return None
            self._started.append(worker)
        if not worker.is_ready() and not self._over:
            logger.warning("a process did not start (%s), going on in this one", worker.end())
            return None
        return worker


class _Seat:
    """The place of one worker after the other; ``load`` is how many articles it has in hand."""

    __slots__ = ("load", "lock", "worker")

    def __init__(self) -> None:
        self.load = 0
        self.lock = Lock()
        self.worker: _Worker | None = None


class _Worker:
    """One process; articles go in, replies come out, pickled, in the same order."""

    def __init__(self) -> None:
        paths = [os.path.abspath(path) for path in sys.path if isinstance(path, str)]  # noqa: PTH100 - as texts
        code = f"import sys; sys.path[:] = {paths!r}; from {MODULE} import main; main()"
        environment = {**os.environ, **dict.fromkeys(_ONE_THREAD, "1")}
        environment.pop("PYTHONINSPECT", None)
        self._process = subprocess.Popen(  # noqa: S603 - this Python, our module
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if sys.__stderr__ else subprocess.DEVNULL,
            env=environment,
            **_APART,
        )
        self._articles = cast("BinaryIO", self._process.stdin)
        self._replies = cast("BinaryIO", self._process.stdout)
        self._sending, self._receiving = Lock(), Lock()
        self.is_dead = False

    def is_ready(self) -> bool:
        """Wait until the process has loaded what it needs to take articles; ``False`` where it ended."""
        return self._replies.read(len(READY)) == READY

    def ask(self, article: Article) -> Any:
        """Return the worker's reply; raise ``WorkerDied`` where there will be none.

        Who has sent waits for the reply before the next one sends, so replies find those who asked.
        """
        with self._sending:
            with contextlib.suppress(OSError):  # a pipe without an end; there is no reply either
                pickle.dump(article, self._articles, pickle.HIGHEST_PROTOCOL)
                self._articles.flush()
            self._receiving.acquire()
        try:
            return self._received()
        finally:
            self._receiving.release()

    def _received(self) -> Any:
        if self.is_dead:
            raise WorkerDied("it had died before", at_it=False)
        try:
            return pickle.load(self._replies)  # noqa: S301 - from our own process
        except (OSError, EOFError, pickle.UnpicklingError, ValueError) as error:
            self.is_dead = True
            self.kill()
            raise WorkerDied(f"the process that read it ended ({self.end()})") from error

    def end(self) -> str:
        """Wait for the process, and tell how it ended."""
        status = self._process.wait()
        if status < 0:
            with contextlib.suppress(ValueError):
                return signal.Signals(-status).name
        return f"status {status}"

    def kill(self) -> None:
        """End the process now."""
        self._process.kill()

    def close(self) -> None:
        """Tell the process that there are no more articles, and wait for it."""
        with contextlib.suppress(OSError):
            pickle.dump(None, self._articles)
        with contextlib.suppress(OSError):
            self._articles.close()
        self._process.wait()
        self._replies.close()

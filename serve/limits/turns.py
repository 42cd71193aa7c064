"""Whose question is next, and who answers it: so many at a time, whatever processes stand by.

In their order, as long as no more wait than are answered at a time.  Where more do, the latest is next: those before it
may be as heavy as what is being answered, and wait in vain; a small question that comes last is not to wait with them.
"""

from __future__ import annotations

import threading
from collections import deque

from whosays.serve.limits.worker import Worker


class _Turn:
    """One question that waits, and the process that it is given."""

    def __init__(self) -> None:
        self.has_come = threading.Event()
        self.worker: Worker | None = None


class Turns:
    """Processes that are free and questions that wait for one; ``most`` are answered at a time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._busy = 0
        self._free: deque[Worker] = deque()
        self._waiting: list[_Turn] = []
        self._changing = threading.Lock()

    @property
    def is_busy(self) -> bool:
        """Whether a question would have to wait."""
        return not self._free or self._busy >= self._most

    def get(self, patience: float) -> Worker | None:
        """Return a process once it is this question's turn; ``None`` where that takes longer than so many seconds."""
        turn = _Turn()
        with self._changing:
            self._waiting.append(turn)
            self._give()
        turn.has_come.wait(patience)
        with self._changing:
            if turn.worker is None:
                self._waiting.remove(turn)
        return turn.worker

    def over(self) -> None:
        """Note that a question has been answered, or its process has gone."""
        with self._changing:
            self._busy -= 1
            self._give()

    def put(self, worker: Worker) -> None:
        """Have a process answer what waits."""
        with self._changing:
            self._free.append(worker)
            self._give()

    def taken_out(self) -> list[Worker]:
        """Return the processes that are free, which are then not to answer any more."""
        with self._changing:
            free = list(self._free)
            self._free.clear()
        return free

    def _give(self) -> None:
        while self._free and self._waiting and self._busy < self._most:
            turn = self._waiting.pop(-1 if len(self._waiting) > self._most else 0)
            turn.worker = self._free.popleft()
            self._busy += 1
            turn.has_come.set()

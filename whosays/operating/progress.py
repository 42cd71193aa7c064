"""How far a run is: articles and files read, how many a second, and how long the rest may take.

Shown on a terminal, in one line that is written over; where it was asked for, also without one, as a line now and then.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from whosays.operating.manner import OVER, manner, say
from whosays.operating.steps import Done, OnStep, Step

WINDOW: Final = 30.0  # seconds that the rate looks back: articles that are known go by in no time
OFTEN, SELDOM = 0.2, 10.0  # seconds between two tellings, on a terminal and in a log
MINUTE, HOUR = 60, 3600


class Progress:
    """Counts what is done of files with these sizes; of a file that holds many articles the last one counts.

    How long the rest takes is told by sizes, once a file is done: how many articles a file holds is not known before.
    """

    def __init__(self, sizes: dict[str, int], clock: Callable[[], float] = time.monotonic) -> None:
        self._sizes = sizes
        self._clock = clock
        self._file: str | None = None
        self._bytes = self.articles = self.files = self.failed = 0
        self._recent: deque[tuple[float, int, int]] = deque()  # from the first article on: before it the model loads

    def count(self, step: Done) -> None:
        """Note one article."""
        file = step.path.partition("#")[0]
        if file != self._file:
            self._close_file()
            self._file = file
        if file == step.path:  # the only one of its file
            self._close_file()
        self.articles += 1
        self.failed += step.how == "failed"
        self._recent.append((self._clock(), self.articles, self._bytes))
        while len(self._recent) > 2 and self._recent[1][0] < self._clock() - WINDOW:
            self._recent.popleft()

    def _close_file(self) -> None:
        if self._file is not None:
            self.files += 1
            self._bytes += self._sizes.get(self._file, 0)
            self._file = None

    @property
    def rate(self) -> float:
        """Articles a second of late; 0 where that is not known yet."""
        spent, articles, _ = self._of_late()
        return articles / spent if spent > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that the rest may take, ``None`` where nothing tells."""
        spent, _, size = self._of_late()
        return (sum(self._sizes.values()) - self._bytes) * spent / size if spent > 0 and size > 0 else None

    def _of_late(self) -> tuple[float, int, int]:
        """Return seconds, articles and bytes since the first article that the rate looks back to."""
        if not self._recent:
            return 0.0, 0, 0
        began, articles, size = self._recent[0]
        return self._clock() - began, self.articles - articles, self._bytes - size

    def told(self) -> dict[str, object]:
        """Return all of it, for programs."""
        left = self.left
        numbers = {"files": self.files, "of_files": len(self._sizes), "articles": self.articles, "failed": self.failed}
        return {**numbers, "per_second": round(self.rate, 2), "seconds_left": None if left is None else round(left)}

    def line(self) -> str:
        """Return all of it, for people."""
        failed = f", {self.failed} failed" if self.failed else ""
        left = "" if self.left is None else f", {duration(self.left)} left"
        files = f"{self.files} of {_many(len(self._sizes), 'file')}"
        return f"reading: {files}, {_many(self.articles, 'article')}{failed}, {self.rate:.1f} a second{left}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def duration(seconds: float) -> str:
    """Return seconds as a clock shows them: 0:07, 12:30, 3:05:00."""
    whole = round(seconds)
    minutes, rest = divmod(whole, MINUTE)
    return f"{minutes}:{rest:02}" if whole < HOUR else f"{minutes // MINUTE}:{minutes % MINUTE:02}:{rest:02}"


@contextmanager
def watched(paths: Sequence[str | Path]) -> Iterator[OnStep]:
    """Yield what hears of each step, and tells of it as this process is to speak."""
    how = manner()
    on_terminal = sys.stderr.isatty() and not (how.json_logs or how.verbose or how.quiet)
    if not (on_terminal or how.progress or how.verbose or how.json_logs) or how.quiet:
        yield lambda _: None
        return
    told = _Teller(Progress(_sizes(paths)), on_terminal)
    try:
        yield told.hear
    finally:
        told.end()


class _Teller:
    """Tells of the steps, not too often."""

    def __init__(self, progress: Progress, on_terminal: bool) -> None:
        self._progress = progress
        self._on_terminal = on_terminal
        self._next = 0.0 if on_terminal else time.monotonic() + SELDOM

    def hear(self, step: Step) -> None:
        if not isinstance(step, Done):
            self._tell("reading is done; relating articles to each other", "relating", {})
            return
        self._progress.count(step)
        if step.how != "failed" and not self._on_terminal and (manner().verbose or manner().json_logs):
            say(f"{step.path}: {step.how}", "article", "info", path=step.path, how=step.how)
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + (OFTEN if self._on_terminal else SELDOM)
            self._tell(self._progress.line(), "progress", self._progress.told())

    def _tell(self, line: str, event: str, told: dict[str, object]) -> None:
        if self._on_terminal:
            click.echo(f"{OVER}{line}", err=True, nl=False)
        else:
            say(line, event, "info", **told)

    def end(self) -> None:
        """Leave nothing on the terminal, and the last count in a log."""
        if self._on_terminal:
            click.echo(OVER, err=True, nl=False)
        else:
            self._tell(self._progress.line(), "progress", self._progress.told())


def _sizes(paths: Sequence[str | Path]) -> dict[str, int]:
    from whosays.extract import list_inputs  # noqa: PLC0415 - heavy, and --help passes through this module

    return {str(path): _size(path) for path in list_inputs(paths)}


def _size(path: Path | str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):  # whoever reads it says why
        return 0

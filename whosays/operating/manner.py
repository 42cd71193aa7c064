"""How the command line speaks on standard error: as always, less, more, or in lines of JSON for other programs.

A line of JSON has ``time``, ``level`` (info, warning, error), ``event`` and ``message``, and what else the event
tells; docs/operations.md lists the events.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from typing import Final, Literal, TypeAlias

import click

from whosays.errors import printable

OVER: Final = "\r\x1b[K"  # writes over the line of progress that a terminal may show
Level: TypeAlias = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Manner:
    """What was asked for with any command: each is a flag of the same name."""

    quiet: bool = False
    verbose: bool = False
    json_logs: bool = False
    progress: bool = False
    debug: bool = False


FLAGS: Final = {f"--{field.name.replace('_', '-')}": field.name for field in fields(Manner)}
_MANNER: ContextVar[Manner] = ContextVar("_MANNER", default=Manner())  # noqa: B039 - never changed


def manner() -> Manner:
    """Return how this process is to speak."""
    return _MANNER.get()


def with_logs(arguments: Sequence[str]) -> tuple[list[str], Manner]:
    """Return the arguments without the flags that fit any command, wherever they stand, and what they ask for.

    What comes after ``--`` is a command's own.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    asked = {FLAGS[argument]: True for argument in arguments[:end] if argument in FLAGS}
    kept = [argument for argument in arguments[:end] if argument not in FLAGS]
    return [*kept, *arguments[end:]], Manner(**asked)


@contextmanager
def speaking(given: Manner) -> Iterator[None]:
    """Speak in this manner; what the rooms log is told too, where that was asked for."""
    token = _MANNER.set(given)
    logger, handler = logging.getLogger("whosays"), _Told()
    level = logger.level
    if given.verbose:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        _MANNER.reset(token)


def say(text: str, event: str = "error", level: Level = "error", **told: object) -> None:
    """Write one line to standard error; what only informs is left out where it is to be quiet."""
    how = manner()
    if how.quiet and level == "info":
        return
    message = printable(text)
    if how.json_logs:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        line = json.dumps({"time": now, "level": level, "event": event, "message": message, **told})
    else:
        line = f"{OVER if sys.stderr.isatty() else ''}whosays: {message}"
    click.echo(line, err=True)


class _Told(logging.Handler):
    """Passes on what a module logs."""

    def emit(self, record: logging.LogRecord) -> None:
        level: Level = "info" if record.levelno < logging.WARNING else "warning"
        say(record.getMessage(), "log", level, module=record.name)

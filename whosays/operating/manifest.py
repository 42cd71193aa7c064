"""The manifest of a run: what was read, with which options, program and model, what came of it, and how long it took.

A line of ``runs.jsonl`` in the graph's folder; docs/operations.md is its contract.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from whosays.operating.steps import Done, Step

if TYPE_CHECKING:
    from whosays.extract import Paths, Reading
    from whosays.graph import Run

ERRORS: Final = 100  # that a manifest names; the rest is counted


class Manifest:
    """Hears the steps of one run from its beginning, and tells of it at its end."""

    def __init__(self, command: str, inputs: Paths, options: Mapping[str, object]) -> None:
        self._command = command
        self._inputs = [inputs] if isinstance(inputs, str | bytes | os.PathLike) else list(inputs)
        self._options = options
        self._counts: Counter[str] = Counter()
        self._errors: list[dict[str, str | None]] = []
        self._begun = dt.datetime.now(dt.UTC)
        self._clock = time.monotonic()
        self._read: float | None = None

    def hear(self, step: Step) -> None:
        """Note what a step tells."""
        if not isinstance(step, Done):
            self._read = time.monotonic()
            return
        self._counts[step.how] += 1
        if step.how == "failed" and len(self._errors) < ERRORS:
            self._errors.append({"path": step.path, "why": step.why})

    def told(self, run: Run, end: str) -> dict[str, Any]:
        """Return the manifest; ``end`` is done, stopped (by a person) or broken (by an error)."""
        now, read = time.monotonic(), self._read
        return {
            "run": str(run.iri),
            "command": self._command,
            "end": end,
            "begun": self._begun.isoformat(timespec="seconds"),
            "ended": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "seconds": round(now - self._clock, 2),
            "seconds_reading": round((read or now) - self._clock, 2),
            "seconds_relating": round(now - read, 2) if read else 0.0,
            "articles": self._counts["new"],
            "known": self._counts["known"],
            "failed": self._counts["failed"],
            "errors": self._errors,
            "program": run.program,
            "model": run.model,
            "python": platform.python_version(),
            "inputs": [os.fsdecode(given) for given in self._inputs],
            "options": dict(self._options),
        }


def options_of(reading: Reading | None, workers: int | None) -> dict[str, object]:
    """Return what a caller asked for besides the inputs, as plain values; what was left out is left out."""
    told: dict[str, object] = {} if workers is None else {"workers": workers}
    if reading is None:
        return told
    facts = reading.facts
    told |= {name: getattr(facts, name) for name in ("outlet", "published", "url", "title", "author") if facts}
    tables = {"facts": reading.by_path and reading.by_path.table, "outlets": reading.outlets and reading.outlets.table}
    told |= {"map": dict(reading.columns), "fetch": reading.fetch, **tables}
    return {name: str(value) if isinstance(value, Path) else value for name, value in told.items() if value}

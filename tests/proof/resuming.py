"""What a long run has done so far, a line of JSON each, so that it goes on where it was stopped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def noted(state: Path | None) -> list[dict[str, Any]]:
    """Return what was noted; a last line that was cut off is none."""
    lines = state.read_text("utf-8").split("\n")[:-1] if state is not None and state.exists() else []
    return [json.loads(line) for line in lines]


def note(state: Path | None, done: dict[str, Any]) -> None:
    """Note one thing more."""
    if state is not None:
        with state.open("a", encoding="utf-8") as file:
            file.write(json.dumps(done) + "\n")

"""Articles to graph: ``whosays build`` as a person runs it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.processes import spend


def building(folder: Path, collections: Mapping[str, Path]) -> dict[str, Any]:
    """Return time and memory of building each collection of articles that is there, and of building it again."""
    return {
        name: _built(articles.resolve(), folder / name) if articles.is_dir() else f"skipped: no folder {articles}"
        for name, articles in collections.items()
    }


def _built(articles: Path, kg: Path) -> dict[str, Any]:
    first, again = (spend(["-m", "whosays", "build", str(articles), "--kg", str(kg)]) for _ in range(2))
    return {
        "seconds": round(first.seconds, 2),
        "cpu_seconds": round(first.cpu_seconds, 2),
        "peak_mb": first.peak_mb,
        "again_seconds": round(again.seconds, 2),
    }

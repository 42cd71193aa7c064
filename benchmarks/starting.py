"""How long a person waits for the first word."""

from __future__ import annotations

from statistics import median
from typing import Any

from benchmarks.processes import spend

RUNS = 5
LIMIT = 0.5  # seconds; the design's


def starting() -> dict[str, Any]:
    """Return the median time of ``whosays --help`` and the limit it is held against."""
    seconds = median(spend(["-m", "whosays", "--help"]).seconds for _ in range(RUNS))
    return {"help_seconds": round(seconds, 3), "limit_seconds": LIMIT, "within": seconds <= LIMIT}

"""How figures of one issue stand to each other."""

from whosays.graph.figures.grouping import (
    MOST,
    Comparison,
    Count,
    Dated,
    Issue,
    comparison,
    issue,
    numbered,
    pairs,
)
from whosays.graph.figures.likeness import alike, meeting

__all__ = [
    "MOST",
    "Comparison",
    "Count",
    "Dated",
    "Issue",
    "alike",
    "comparison",
    "issue",
    "meeting",
    "numbered",
    "pairs",
]

"""How figures of one issue stand to each other."""

from whosays.graph.figures.comparator import compare
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
from whosays.graph.figures.same_count import LEAST, traits

__all__ = [
    "LEAST",
    "MOST",
    "Comparison",
    "Count",
    "Dated",
    "Issue",
    "alike",
    "compare",
    "comparison",
    "issue",
    "meeting",
    "numbered",
    "pairs",
    "traits",
]

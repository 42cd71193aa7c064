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

__all__ = ["MOST", "Comparison", "Count", "Dated", "Issue", "comparison", "issue", "numbered", "pairs"]

"""How long a person waits for the first word, and for the first answer."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.processes import spend
from benchmarks.records import made_up
from whosays.graph import KnowledgeGraph

RUNS: Final = 5
LIMIT: Final = 0.5  # seconds; the design's
ANSWERED: Final = 1.0  # the same of a question, with the start of both processes
QUESTION: Final = "sources"  # its rows are found by the engine
ARTICLES: Final = 20  # made up


def starting(folder: Path) -> dict[str, Any]:
    """Return the median times of ``whosays --help`` and of a question, and the limits they are held against.

    ``folder`` is where the graph is made that is asked.  The processor's seconds are those of both
    processes, and tell of a busy machine what the clock does not.
    """
    help_ = median(spend(["-m", "whosays", "--help"]).seconds for _ in range(RUNS))
    kg = folder / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in made_up(ARTICLES):
            graph.add(record)
        graph.relate()
    asked = [spend(["-m", "whosays", "query", QUESTION, "--kg", str(kg)]) for _ in range(RUNS)]
    query = median(each.seconds for each in asked)
    return {
        "help_seconds": round(help_, 3),
        "limit_seconds": LIMIT,
        "within": help_ <= LIMIT,
        "query_seconds": round(query, 3),
        "query_processor_seconds": round(median(each.cpu_seconds for each in asked), 3),
        "query_limit_seconds": ANSWERED,
        "query_within": query <= ANSWERED,
    }

"""Questions that would take all time, memory or depth there is: what stops each, and when the next one is answered."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Final

from benchmarks.records import made_up
from whosays.graph import KnowledgeGraph
from whosays.queries import LimitError, QueryError
from whosays.serve import GIGABYTE, Limits
from whosays.serve.limits import Pool

ARTICLES: Final = 20  # made up
JOBS: Final = "whosays.serve.web.jobs"
LIMITS: Final = Limits(
    seconds=5.0, rows=100_000, size=64 << 20, memory=2 * GIGABYTE
)  # those of a service, but its time
WORKERS: Final = 2
_CROSS: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
_LIST: Final = " ".join(map(str, range(3_000)))
_DOUBLED: Final = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(45))
_ANY: Final = "(!<x:x>|^!<x:x>)*"
BOMBS: Final = {
    "counting a cross product": f"SELECT (COUNT(*) AS ?n) {{ {_CROSS} }}",
    "sorting a cross product": f"SELECT * {{ {_CROSS} }} ORDER BY ?o",
    "many rows": "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "distinct rows": f"SELECT DISTINCT ?a ?d ?g ?j {{ {_CROSS} }}",
    "paths of any length": f"SELECT (COUNT(*) AS ?n) {{ ?a {_ANY} ?b . ?c {_ANY} ?d . ?e {_ANY} ?f . ?g {_ANY} ?h }}",
    "a text doubled": f'SELECT (STRLEN(?x45) AS ?n) {{ BIND("aaaaaaaaaa" AS ?x0) {_DOUBLED} }}',
    "a text put together": f"SELECT (GROUP_CONCAT(?c) AS ?n) {{ {_CROSS} }}",
    "three lists of values": "SELECT (COUNT(*) AS ?n) {"
    + "".join(f" VALUES ?{name} {{ {_LIST} }}" for name in "abc")
    + " }",
    "many triples": f"CONSTRUCT {{ ?a ?b ?l }} {{ {_CROSS} }}",
    "a pattern tried everywhere": f"ASK {{ {_CROSS} FILTER(REGEX(CONCAT(STR(?a), STR(?o)), '(x+x+)+y')) }}",
    "deep brackets": "SELECT * " + "{" * 20_000 + "}" * 20_000,
    "a text too long": "SELECT * { {}" + " UNION {}" * 10_000 + " }",
    "long UNION": "SELECT * { {}" + " UNION {}" * 6_000 + " }",
    "long GRAPH": "SELECT * { " + "GRAPH?g{} " * 6_000 + " }",
    "long OPTIONAL": "SELECT * { ?s ?p ?o " + "OPTIONAL{?s ?p ?o} " * 3_200 + " }",
    "long list of objects": "SELECT * { ?s ?p " + ",".join(["?o"] * 20_000) + " }",
}


def bombing(folder: Path) -> dict[str, Any]:
    """Return for each bomb what ended it, after how many seconds of the clock, and how long the next question took.

    It is asked of processes as ``whosays serve`` has them, in half its time.  What no engine gets to see is refused.
    """
    kg = folder / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in made_up(ARTICLES):
            graph.add(record)
        graph.relate()
    with Pool(kg, JOBS, LIMITS, WORKERS) as pool:
        return {"limit_seconds": LIMITS.seconds, "bombs": {name: _thrown(pool, bomb) for name, bomb in BOMBS.items()}}


def _thrown(pool: Pool, bomb: str) -> dict[str, Any]:
    begin = time.perf_counter()
    stopped = "nothing"
    try:
        _ask(pool, bomb)
    except LimitError as error:
        stopped = error.limit
    except QueryError:
        stopped = "refused"
    ended = time.perf_counter()
    _ask(pool, "ASK { ?s ?p ?o }")
    return {
        "stopped_by": stopped,
        "seconds": round(ended - begin, 2),
        "next_answered_after": round(time.perf_counter() - ended, 2),
    }


def _ask(pool: Pool, query: str) -> None:
    pool.ask("sparql", query=query, graphs=(None, None), forms=("sparql-json", "turtle"))

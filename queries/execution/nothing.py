"""Why an answer is empty: which of the things that were asked for leaves nothing, or what the graph lacks for it.

Each is left out in turn; where the question then has rows, that one is why, and what is near it is told.  Where it has
none whatever is left out, its header names what it needs of a graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process, utils
from rdflib import Dataset

from whosays.queries.catalogue import catalogue, needing
from whosays.queries.errors import QueryError
from whosays.queries.execution.running import find, run
from whosays.queries.execution.terms import misused_terms, unknown_terms
from whosays.queries.table import Table

NEAR: Final = 70  # of 100, from which on a value may have been meant
MOST: Final = 3  # values that are named
LOOKED_AT: Final = 20_000  # values among which the nearest are looked for
COLUMNS: Final = {"content": ("content", "text", "said"), "since": ("published",), "until": ("published",)}


def why_nothing(dataset: Dataset, question: str | Path, params: Mapping[str, object]) -> str:
    """Return what to leave out of a question that has no rows, or why it has none, in one line; "" if nothing tells."""
    if wrong := _misspelt(question):
        return wrong
    given = {name: value for name, value in params.items() if value is not None}
    told = list(_each(dataset, question, given))
    if told:
        return "; ".join(told)
    try:
        rest = len(run(dataset, question).rows) if len(given) > 1 else 0
    except QueryError:  # it needs some of them
        rest = 0
    if rest:
        return f"with none of {', '.join(given)} there are {rest:,}"
    query = find(question)
    return _lacking(dataset, query.needs) or query.empty


def why_poor(dataset: Dataset, question: str | Path) -> str:
    """Return what the graph lacks so that the rows of a question do not hold what it asks for; "" where nothing."""
    return _misspelt(question) or _lacking(dataset, find(question).wants)


def _misspelt(question: str | Path) -> str:
    """Return which terms of a question of one's own no graph has, or has otherwise."""
    query = find(question)
    return "" if query.name in catalogue() else unknown_terms(query.text) or misused_terms(query.text)


def _lacking(dataset: Dataset, needs: Iterable[str]) -> str:
    """Return what is told of the first thing that the graph does not have."""
    lacking = (need.empty for need in map(needing, needs) if run(dataset, need.text).rows != ((True,),))
    return next(lacking, "")


def _each(dataset: Dataset, question: str | Path, given: Mapping[str, object]) -> Iterator[str]:
    for name, value in given.items():
        others = {other: its for other, its in given.items() if other != name}
        try:
            table = run(dataset, question, others)
        except QueryError:  # one that the question needs
            continue
        if table.rows:
            yield f"without {name}={value} there are {len(table.rows):,}{_near(name, str(value), table)}"


def _near(name: str, value: str, table: Table) -> str:
    """Return the values of the column that a parameter narrows that are near, or from where to where they go."""
    column = next((one for one in COLUMNS.get(name, (name,)) if one in table.columns), None)
    if column is None:
        return ""
    at = table.columns.index(column)
    values = sorted({str(row[at]) for row in table.rows[:LOOKED_AT] if row[at] is not None})
    if column == "published":
        return f" (from {values[0][:10]} to {values[-1][:10]})" if values else " (none of them with a day)"
    near = process.extract(
        value, values, scorer=fuzz.partial_ratio, processor=utils.default_process, score_cutoff=NEAR, limit=MOST
    )
    return f" (the nearest: {', '.join(repr(_short(text)) for text, _, _ in near)})" if near else ""


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()}…"

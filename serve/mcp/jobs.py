"""What a language model can have asked: the questions of the catalogue, SPARQL, and where a claim comes from.

A claim is known by its words in any article.  Where nobody else says the same, the graph has no proposition of it: it
is told as the attribution that it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from rdflib import Dataset

from whosays.graph import KnowledgeGraph
from whosays.ontology import WS
from whosays.queries import QueryError, catalogue, run, there_are, unknown_terms, why_nothing
from whosays.serve.limits import Job, Limits, Reply

CLAIMS: Final = 5  # that one answer traces
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_ALONE: Final = (
    *("published", "outlet", "source", "entity", "stance", "content"),
    *("chain", "article", "start", "end", "id"),
)


def ask(graph: KnowledgeGraph, limits: Limits, question: str, params: dict[str, Any], most: int) -> Reply:
    """Answer a question of the catalogue with its first rows, and say how many there are."""
    if question not in catalogue():
        raise QueryError(f"no question {question!r}; {there_are(question, catalogue())}")
    _check_most(most)
    return _first(_rows(graph.dataset, question, params, limits), most)


def why(graph: KnowledgeGraph, limits: Limits, question: str, params: dict[str, Any]) -> Reply:  # noqa: ARG001 - a job's
    """Tell why a question of the catalogue has no rows."""
    told = why_nothing(graph.dataset, question, params)
    return _reply({"why": told} if told else {})


def sparql(graph: KnowledgeGraph, limits: Limits, query: str, most: int) -> Reply:
    """Answer a SPARQL text with its first rows."""
    if "{" not in query:  # a name or a path: files are nobody's to read from here
        raise QueryError("no SPARQL: a query has braces")
    _check_most(most)
    wrong = unknown_terms(query)
    return _first(_rows(graph.dataset, query, {}, limits), most, {"why": wrong} if wrong else {})


def trace(graph: KnowledgeGraph, limits: Limits, words: str) -> Reply:
    """Tell of the claims with these words who printed each first, from how many origins it comes, and who said it how.

    First is the earliest day; on one day nobody is, and an article without a date may have been earlier still.  Behind
    the claims of several articles stand those that one article alone has.
    """
    days = {row["article"]: row["published"] for row in _rows(graph.dataset, "articles", {}, limits)}
    found, alone, more = _claims(graph, limits, words)
    told = [_traced(graph.dataset, limits, claim, days) for claim in found[:CLAIMS]]
    nothing = {} if found or alone else {"why": "nothing that anybody says holds these words; try fewer of them"}
    return _reply(
        {
            **nothing,
            "claims": told,
            "found": len(found) + more,
            "shown": len(told),
            "in_one_article": [{name: row[name] for name in _ALONE} for row in alone[:CLAIMS]],
            "found_in_one_article": len(alone),
        }
    )


def _claims(
    graph: KnowledgeGraph, limits: Limits, words: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Return the propositions that have these words in some article, and the attributions that express none.

    No more are asked for than are told of; how many more there are comes last.
    """
    found = _rows(graph.dataset, "origins", {"content": words}, limits)
    known = {claim["proposition"] for claim in found}
    claims, expressed = dict(graph.pairs(WS.claim)), dict(graph.pairs(WS.expresses))
    alone, others = [], set()
    for row in _rows(graph.dataset, "what-outlet-says", {"content": words}, limits):
        proposition = expressed.get(claims.get(row["id"], ""))
        if proposition is None:
            alone.append(row)
        elif proposition not in known:
            others.add(proposition)
    asked = sorted(others)[: max(0, CLAIMS - len(found))]
    for proposition in asked:
        found += _rows(graph.dataset, "origins", {"proposition": proposition}, limits)
    return found, alone, len(others) - len(asked)


def _traced(dataset: Dataset, limits: Limits, claim: dict[str, Any], days: dict[str, str | None]) -> dict[str, Any]:
    rows = _rows(dataset, "same-claim", {"proposition": claim["proposition"]}, limits)
    said = [{"published": days.get(row["article"]), **row} for row in rows]
    said.sort(key=lambda row: (row["published"] is None, row["published"] or "", row["article"], row["start"]))
    known = [row["published"] for row in said if row["published"]]
    return {
        "claim": claim["text"],
        "proposition": claim["proposition"],
        "independent_origins": claim["origins"],
        "at_least": claim["low"],
        "at_most": claim["high"],
        "why": claim["why"],
        "origins": claim["which"],
        "outlets": claim["outlets"],
        "articles": claim["articles"],
        "denied_or_doubted": claim["disputed"],
        "first_day": min(known, default=None),
        "first": sorted({row["outlet"] or row["article"] for row in said if known and row["published"] == min(known)}),
        "without_date": sorted({row["article"] for row in said if not row["published"]}),
        "said": [
            {
                key: row[key]
                for key in ("published", "outlet", "source", "entity", "stance", "text", "article", "start", "end")
            }
            for row in said
        ],
    }


def _rows(dataset: Dataset, question: str, params: dict[str, Any], limits: Limits) -> list[dict[str, Any]]:
    table = run(dataset, question, params, most=limits.rows)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _check_most(most: int) -> None:
    if most < 0:
        raise QueryError(f"most is {most}; give how many rows are to be shown")


def _first(rows: list[dict[str, Any]], most: int, told: Mapping[str, str] = NOTHING) -> Reply:
    return _reply({"rows": rows[:most], "found": len(rows), "shown": min(len(rows), most), **told})


def _reply(data: object) -> Reply:
    return Reply(json.dumps(data, ensure_ascii=False, default=str).encode("utf-8", "replace"), {})


JOBS: Final = MappingProxyType[str, Job]({"ask": ask, "why": why, "sparql": sparql, "trace": trace})

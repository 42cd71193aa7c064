"""Checks of the data against ``shapes.ttl``: what an article graph and the shared graphs must look like.

The core constraints run in pySHACL, one graph at a time.  The rules about several nodes are ``sh:sparql``
constraints in the same file.  pySHACL would run each of them once a node, through rdflib's SPARQL parser (an
article takes 309 ms so, and 13 without), so each runs here once a graph instead.  The meaning is the same,
because every query names the class of ``$this``.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import RDF, SH

from whosays.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.query import ResultRow

REPEATED = "the same triple is in two graphs"
_NAMED_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"  # asked, as servers list them in no other way
_REPEATED_TRIPLES = """
SELECT DISTINCT ?this ?path WHERE {
  GRAPH ?g { ?this ?path ?o } GRAPH ?h { ?this ?path ?o } FILTER(STR(?g) < STR(?h))
}
"""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: the node, the property it concerns ("" for the node as a whole), and why."""

    focus: str
    path: str
    message: str


@dataclass(frozen=True, slots=True)
class _Rule:
    query: str
    message: str


@functools.cache
def shapes_graph() -> Graph:
    """Return ``shapes.ttl`` as an rdflib graph, parsed once; treat it as read-only."""
    return Graph().parse(data=files(__package__).joinpath("shapes.ttl").read_text("utf-8"), format="turtle")


def validate_dataset(dataset: Dataset) -> Iterator[Finding]:
    """Check every named graph by itself, the rules over their union, and that no triple is in two graphs.

    Findings come graph by graph, each graph's sorted.  ``dataset`` must be one with ``default_union=True``.
    """
    for name in sorted(str(row["g"]) for row in cast("Iterable[ResultRow]", dataset.query(_NAMED_GRAPHS))):
        yield from sorted(_core_findings(_copied(dataset, URIRef(name))))
    yield from sorted(set(_rule_findings(dataset)))
    yield from sorted(_findings(dataset, _REPEATED_TRIPLES, REPEATED))


def _copied(dataset: Dataset, name: URIRef) -> Graph:
    copy = Graph()
    for triple in dataset.get_context(name):
        copy.add(triple)
    return copy


def _core_findings(graph: Graph) -> set[Finding]:
    from pyshacl import validate  # noqa: PLC0415 - half a second, and only the checks need it

    _, report, _ = validate(graph, shacl_graph=_core_shapes(), inference="none", inplace=True)
    return {_finding(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}


def _rule_findings(graph: Graph) -> Iterable[Finding]:
    for rule in _rules():
        yield from _findings(graph, rule.query, rule.message)


def _findings(graph: Graph, query: str, message: str) -> Iterator[Finding]:
    for row in cast("Iterable[ResultRow]", graph.query(query, initNs=dict(PREFIXES))):
        told = row.asdict()
        value = f": {told['value']}" if "value" in told else ""
        yield Finding(str(told["this"]), str(told.get("path", "")), message + value)


@functools.cache
def _core_shapes() -> Graph:
    core = Graph()
    for triple in shapes_graph():
        if triple[1] != SH.sparql:
            core.add(triple)
    return core


@functools.cache
def _rules() -> tuple[_Rule, ...]:
    shapes = shapes_graph()
    nodes = shapes.objects(None, SH.sparql)
    rules = (_Rule(_text(shapes, node, SH.select), _text(shapes, node, SH.message)) for node in nodes)
    return tuple(sorted(rules, key=lambda rule: rule.message))


def _finding(report: Graph, result: Any) -> Finding:
    return Finding(_text(report, result, SH.focusNode), _path(report, result), _text(report, result, SH.resultMessage))


def _path(report: Graph, result: Any) -> str:
    path = report.value(result, SH.resultPath)
    return str(path) if isinstance(path, URIRef) else ""


def _text(graph: Graph, node: Any, predicate: URIRef) -> str:
    """Return the first value in text order: a result may carry several messages."""
    return min((str(value) for value in graph.objects(node, predicate)), default="")

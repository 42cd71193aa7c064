"""Terms of the vocabulary used otherwise than it has them: a text that is asked for its name, a thing that is none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from rdflib import OWL, RDF, Literal, URIRef, Variable
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from whosays.ontology import WS, schema_graph, short_name
from whosays.queries.execution.terms import with_prefixes


def misused_terms(text: str) -> str:
    """Return in one line which properties of a query are used as what they are not; nothing where it has none.

    "?a ws:outlet ?o . ?o skos:prefLabel ?n" asks a text for its name, and "?a ws:stance 'denies'" for a text where a
    thing stands.  A query that rdflib cannot read is let pass.
    """
    try:
        triples = list(_triples(prepareQuery(with_prefixes(text)).algebra))
    except Exception:  # rdflib raises whatever its parser happens to raise
        return ""
    asked = {subject for subject, _, _ in triples}
    return "; ".join(dict.fromkeys(filter(None, (_wrong(link, value, asked) for _, link, value in triples))))


def _wrong(link: Any, value: Any, asked: set[Any]) -> str:
    if link in _texts() and isinstance(value, Variable) and value in asked:
        return f"{short_name(str(link))} is a text or number, and ?{value} has no properties"
    if link in _things() and isinstance(value, Literal):
        meant = WS[str(value)]
        like = f", as {short_name(str(meant))}" if (meant, None, None) in schema_graph() else ""
        return f"{short_name(str(link))} leads to a thing and not to the text {value.n3()}{like}"
    return ""


def _triples(part: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Yield the triples of a query's algebra, wherever they stand."""
    if isinstance(part, CompValue):
        yield from part.get("triples") or () if part.name == "BGP" else ()
        for inner in part.values():
            yield from _triples(inner)
    elif isinstance(part, list | tuple) and not isinstance(part, str):
        for inner in part:
            yield from _triples(inner)


@cache
def _texts() -> frozenset[URIRef]:
    return _properties(OWL.DatatypeProperty)


@cache
def _things() -> frozenset[URIRef]:
    return _properties(OWL.ObjectProperty)


def _properties(kind: URIRef) -> frozenset[URIRef]:
    """Return the properties of a kind that are our own."""
    found = schema_graph().subjects(RDF.type, kind)
    return frozenset(each for each in found if isinstance(each, URIRef) and each.startswith(str(WS)))

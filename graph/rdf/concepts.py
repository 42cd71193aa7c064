"""The vocabulary as it stands in ``graph/vocabulary``: what every term is, and what it is below."""

from __future__ import annotations

from rdflib import SKOS, Literal, URIRef

from whosays.graph.rdf.evidence import Triple
from whosays.ontology import schema_graph


def vocabulary() -> set[Triple]:
    """Return the triples of the ontology, which has no blank nodes; without the examples.

    Whoever looks for a name in a graph should not find the people of the examples.
    """
    return {
        (subject, link, value)
        for subject, link, value in schema_graph()
        if link != SKOS.example
        and isinstance(subject, URIRef)
        and isinstance(link, URIRef)
        and isinstance(value, URIRef | Literal)
    }

"""The vocabulary as it stands in ``graph/vocabulary``: what every term is, and what it is below."""

from __future__ import annotations

from rdflib import Literal, URIRef

from whosays.graph.rdf.evidence import Triple
from whosays.ontology import schema_graph


def vocabulary() -> set[Triple]:
    """Return every triple of the ontology, which has no blank nodes."""
    return {
        (subject, link, value)
        for subject, link, value in schema_graph()
        if isinstance(subject, URIRef) and isinstance(link, URIRef) and isinstance(value, URIRef | Literal)
    }

"""The labels of the ontology's concepts, as they stand in ``graph/vocabulary``."""

from __future__ import annotations

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.rdf.evidence import Triple
from whosays.ontology import schema_graph


def vocabulary() -> set[Triple]:
    """Return the label of every concept of the ontology (stances, certainties, kinds of quotation)."""
    schema = schema_graph()
    return {
        (concept, SKOS.prefLabel, label)
        for concept in schema.subjects(RDF.type, SKOS.Concept)
        for label in schema.objects(concept, SKOS.prefLabel)
        if isinstance(concept, URIRef) and isinstance(label, Literal)
    }

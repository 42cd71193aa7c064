"""Entities as triples of ``graph/entities``: what each is called, and which referents of an article it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.names import Resolved, family
from whosays.graph.rdf import Triple, entity_iri, string
from whosays.graph.resolution.merge_writer import wikidata_item
from whosays.ontology import SCHEMA, WS


def entity_triples(entity: Resolved) -> Iterator[Triple]:
    """Yield an entity with its names and its Wikidata item, without its referents."""
    iri = entity_iri(entity.slug)
    yield iri, RDF.type, WS.Entity
    yield iri, RDF.type, WS[entity.type]
    yield iri, SKOS.prefLabel, Literal(entity.label, lang="en")
    yield from ((iri, SKOS.altLabel, Literal(label, lang="en")) for label in entity.other_labels)
    publisher = family((entity.label, *entity.other_labels)) if entity.type == "Outlet" else None
    if publisher is not None:
        yield iri, WS.family, string(publisher)
    item = wikidata_item(entity)
    if item is not None:
        yield iri, SKOS.exactMatch, item


def referent_triples(slugs: Mapping[str, str], article: str) -> Iterator[Triple]:
    """Yield who an article's referents are, by the slugs of their entities.

    What is resolved under the article's own IRI is the wire service that it credits; its voice is its publisher.
    """
    for referent, slug in slugs.items():
        iri = entity_iri(slug)
        if referent == article:
            yield URIRef(referent), WS.wireService, iri
            continue
        yield URIRef(referent), WS.resolvesTo, iri
        if referent == f"{article}#voice":
            yield URIRef(article), SCHEMA.publisher, iri

"""The shared graphs: all that is derived from looking across articles, computed anew from their graphs."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.chains import NO_OUTLET, NO_SOURCE, Voice, chains
from whosays.graph.engines import Pairs
from whosays.graph.identity import entity_iri
from whosays.graph.literals import string
from whosays.graph.namespaces import CHAINS, ENTITIES, VOCABULARY
from whosays.graph.judgements import Judgements
from whosays.graph.naming import Resolved
from whosays.graph.reading import Reading, read
from whosays.graph.resolution import resolve
from whosays.graph.resolution_triples import resolution_triples
from whosays.graph.words import Triple
from whosays.ontology import SCHEMA, WS, schema_graph


def shared_graphs(pairs: Pairs, judgements: Judgements | None = None) -> dict[URIRef, set[Triple]]:
    """Return every shared graph as it must be for the articles that there are and for what people judged."""
    reading = read(pairs)
    resolution = resolve(reading.names, judgements)
    entities = resolution.entities
    return {
        CHAINS: set(_chain_triples(reading, entities)),
        ENTITIES: {*_entity_triples(reading, entities), *resolution_triples(resolution)},
        VOCABULARY: vocabulary(),
    }


def vocabulary() -> set[Triple]:
    """Return the label of every concept of the ontology (stances, certainties, kinds of quotation)."""
    schema = schema_graph()
    return {
        (concept, SKOS.prefLabel, label)
        for concept in schema.subjects(RDF.type, SKOS.Concept)
        for label in schema.objects(concept, SKOS.prefLabel)
        if isinstance(concept, URIRef) and isinstance(label, Literal)
    }


def _entity_triples(reading: Reading, entities: tuple[Resolved, ...]) -> Iterator[Triple]:
    publishers = {voice: article for article, voice in reading.outlets.items()}
    for entity in entities:
        iri = entity_iri(entity.slug)
        yield iri, RDF.type, WS.Entity
        yield iri, RDF.type, WS[entity.type]
        yield iri, SKOS.prefLabel, Literal(entity.label, lang="en")
        yield from ((iri, SKOS.altLabel, Literal(label, lang="en")) for label in entity.other_labels)
        for referent in entity.referents:
            if referent in reading.outlets:  # an article: what is resolved is the wire service that it credits
                yield URIRef(referent), WS.wireService, iri
                continue
            yield URIRef(referent), WS.resolvesTo, iri
            if referent in publishers:
                yield URIRef(publishers[referent]), SCHEMA.publisher, iri


def _chain_triples(reading: Reading, entities: tuple[Resolved, ...]) -> Iterator[Triple]:
    known = {referent: (entity.slug, entity.label) for entity in entities for referent in entity.referents}
    voices = {hop: _voice(source, known, reading) for hop, source in reading.sources.items()}
    for hop, chain in chains(reading.parents, voices).items():
        yield URIRef(hop), WS.chain, string(chain)


def _voice(referent: str, known: dict[str, Voice], reading: Reading) -> Voice:
    missing = NO_OUTLET if referent.endswith("#voice") else NO_SOURCE
    return known.get(referent, (referent, reading.descriptions.get(referent, missing)))

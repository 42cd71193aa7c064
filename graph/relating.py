"""The shared graphs: all that is derived from looking across articles, computed anew from their graphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.chains import NO_OUTLET, NO_SOURCE, Voice, chains
from whosays.graph.engines import Pairs
from whosays.graph.identity import entity_iri
from whosays.graph.issues import issues
from whosays.graph.judgements import Judgements
from whosays.graph.lineage import Reuse, lineage
from whosays.graph.lineage_reading import read_lineage
from whosays.graph.lineage_relays import relays
from whosays.graph.lineage_triples import relay_triples, reuse_triples
from whosays.graph.literals import string
from whosays.graph.namespaces import CHAINS, ENTITIES, LINEAGE, PROPOSITIONS, VOCABULARY
from whosays.graph.naming import Resolved
from whosays.graph.origins import Voices, origins
from whosays.graph.origins_roots import rooted
from whosays.graph.propositions import Said, propositions
from whosays.graph.propositions_triples import issue_triples, proposition_triples
from whosays.graph.propositions_versions import version_triples
from whosays.graph.reading import Reading, read
from whosays.graph.resolution import resolve
from whosays.graph.resolution_triples import resolution_triples
from whosays.graph.words import Triple
from whosays.ontology import SCHEMA, WS, schema_graph


def shared_graphs(
    pairs: Pairs, judgements: Judgements | None = None, articles: Sequence[Said] = ()
) -> dict[URIRef, set[Triple]]:
    """Return every shared graph as it must be for the articles that there are and for what people judged.

    ``articles`` are the same ones, read and made ready for comparing what they say.
    """
    reading = read(pairs)
    resolution = resolve(reading.names, judgements)
    known = {ref: (entity.slug, entity.label) for entity in resolution.entities for ref in entity.referents}
    chained = chains(reading.parents, {hop: _voice(who, known, reading) for hop, who in reading.sources.items()})
    texts = read_lineage(pairs)
    reuses = lineage(texts)
    relayed = relays(reading, resolution.entities, dict(pairs(WS.stance)))
    entity_triples = {*_entity_triples(reading, resolution.entities), *resolution_triples(resolution)}
    voices = _voices(reading, known, chained)
    return {
        CHAINS: {(URIRef(hop), WS.chain, string(chain)) for hop, chain in chained.items()},
        ENTITIES: entity_triples,
        LINEAGE: {*reuse_triples(reuses, {text.iri: text.text for text in texts}), *relay_triples(relayed)},
        PROPOSITIONS: set(_proposition_triples(articles, voices, reuses)),
        VOCABULARY: vocabulary(),
    }


def _proposition_triples(articles: Sequence[Said], voices: Voices, reuses: Sequence[Reuse]) -> Iterator[Triple]:
    found = propositions(articles)
    yield from proposition_triples(found, articles, origins(found, articles, voices, rooted(reuses)))
    of_figure: dict[str, list[str]] = {}
    for proposition in found:
        for quantity in proposition.quantities:
            of_figure.setdefault(quantity, []).append(proposition.key)
    yield from issue_triples(issues(article.told for article in articles), of_figure)
    yield from version_triples([article.told for article in articles])


def _voices(reading: Reading, known: Mapping[str, Voice], chained: Mapping[str, str]) -> Voices:
    entities = {referent: str(entity_iri(slug)) for referent, (slug, _) in known.items()}
    return Voices(
        entities=entities,
        descriptions=reading.descriptions,
        chains=chained,
        publishers={article: entities[voice] for article, voice in reading.outlets.items() if voice in entities},
        agencies={article: entities[article] for article in reading.outlets if article in entities},
    )


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


def _voice(referent: str, known: dict[str, Voice], reading: Reading) -> Voice:
    missing = NO_OUTLET if referent.endswith("#voice") else NO_SOURCE
    return known.get(referent, (referent, reading.descriptions.get(referent, missing)))

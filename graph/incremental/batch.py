"""The shared graphs of all articles, worked out in one go: what ``living`` keeps up to date must be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.articles import Reading, read
from whosays.graph.claims import Said, propositions, version_triples
from whosays.graph.figures import issues
from whosays.graph.origins import (
    NO_OUTLET,
    NO_SOURCE,
    Voice,
    Voices,
    chains,
    expressing,
    issue_triples,
    origins,
    proposition_triples,
    rooted,
)
from whosays.graph.rdf import CHAINS, ENTITIES, LINEAGE, PROPOSITIONS, VOCABULARY, Pairs, Triple, entity_iri, string
from whosays.graph.resolution import Judgements, Resolution, entity_triples, link_triples, referent_triples, resolve
from whosays.graph.reuse import Reuse, lineage, read_lineage, relay_triples, relays, reuse_triples
from whosays.ontology import WS, schema_graph


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
    relayed = relays(reading, _outlets(resolution), dict(pairs(WS.stance)))
    voices = _voices(reading, known, chained)
    return {
        CHAINS: {(URIRef(hop), WS.chain, string(chain)) for hop, chain in chained.items()},
        ENTITIES: set(_entity_triples(reading, resolution)),
        LINEAGE: {*reuse_triples(reuses, {text.iri: text.text for text in texts}), *relay_triples(relayed)},
        PROPOSITIONS: set(_proposition_triples(articles, voices, reuses)),
        VOCABULARY: vocabulary(),
    }


def _proposition_triples(articles: Sequence[Said], voices: Voices, reuses: Sequence[Reuse]) -> Iterator[Triple]:
    found = propositions(articles)
    on = issues(article.told for article in articles)
    issue_of = {quantity: issue.key for issue in on for count in issue.counts for quantity in count.quantities}
    claims = {node: claims for article in articles for node, claims in expressing(article).items()}
    support = origins(found, articles, voices, rooted(reuses))
    for proposition in found:
        own = [claim for node in proposition.nodes for claim in claims.get(node.iri, ())]
        addressed = [issue_of[quantity] for quantity in proposition.quantities if quantity in issue_of]
        yield from proposition_triples(proposition, own, support[proposition.key], addressed)
    for issue in on:
        yield from issue_triples(issue)
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


def _outlets(resolution: Resolution) -> dict[str, str]:
    outlets = (entity for entity in resolution.entities if entity.type == "Outlet")
    return {referent: str(entity_iri(entity.slug)) for entity in outlets for referent in entity.referents}


def vocabulary() -> set[Triple]:
    """Return the label of every concept of the ontology (stances, certainties, kinds of quotation)."""
    schema = schema_graph()
    return {
        (concept, SKOS.prefLabel, label)
        for concept in schema.subjects(RDF.type, SKOS.Concept)
        for label in schema.objects(concept, SKOS.prefLabel)
        if isinstance(concept, URIRef) and isinstance(label, Literal)
    }


def _entity_triples(reading: Reading, resolution: Resolution) -> Iterator[Triple]:
    for entity in resolution.entities:
        yield from entity_triples(entity)
        yield from referent_triples(dict.fromkeys(entity.referents, entity.slug), reading.outlets)
    for link in resolution.links:
        yield from link_triples(link)


def _voice(referent: str, known: dict[str, Voice], reading: Reading) -> Voice:
    missing = NO_OUTLET if referent.endswith("#voice") else NO_SOURCE
    return known.get(referent, (referent, reading.descriptions.get(referent, missing)))

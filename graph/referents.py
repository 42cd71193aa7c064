"""Whoever an article's mentions stand for: one referent each, local to the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rdflib import SKOS, URIRef

from whosays.extract.records import ArticleRecord, Attribution, Entity, Span
from whosays.graph import identity
from whosays.graph.literals import boolean, one_line, string
from whosays.graph.words import Triple, Words
from whosays.ontology import SCHEMA, WS


def referent_iris(record: ArticleRecord, article: URIRef) -> dict[str, URIRef]:
    """Return entity id to referent, whatever the ids are and in whatever order the entities stand."""
    taken: Counter[Span] = Counter()
    iris: dict[str, URIRef] = {}
    for entity in sorted(record.entities, key=lambda e: (e.mentions, e.type, e.name, e.named, e.aliases)):
        if not entity.mentions:
            iris[entity.id] = identity.silent_referent_iri(article, "unmentioned", entity.type, entity.name)
            continue
        first = min(entity.mentions)
        iris[entity.id] = identity.referent_iri(article, first, taken[first])
        taken[first] += 1
    return iris


def referent_triples(record: ArticleRecord, words: Words, iris: Mapping[str, URIRef]) -> Iterator[Triple]:
    """Yield the outlet's voice and every entity with its names, role and mentions."""
    yield from _voice(record, words)
    for entity in record.entities:
        yield from _entity(entity, words, iris[entity.id])


def source_iri(
    hop: Attribution, key: str, record: ArticleRecord, words: Words, iris: Mapping[str, URIRef]
) -> URIRef:
    """Return who holds this hop: its entity, else whoever its words mention, else somebody unnamed of its own."""
    if hop.entity is not None:
        return iris[hop.entity]
    if hop.source is None:
        return identity.silent_referent_iri(words.article, "nobody named", key)
    known = (iris[entity.id] for entity in record.entities if hop.source in entity.mentions)
    return next(known, identity.referent_iri(words.article, hop.source))


def unknown_source_triples(hop: Attribution, source: URIRef, words: Words) -> Iterator[Triple]:
    """Yield the referent of a hop that names no entity: never named, described by its words where it has some."""
    yield from words.node(WS.Referent, source)
    yield source, WS.named, boolean(False)
    if hop.source is not None:
        yield from words.mention((hop.source,), source)
        yield source, SKOS.prefLabel, string(one_line(words.text[slice(*hop.source)]))


def _voice(record: ArticleRecord, words: Words) -> Iterator[Triple]:
    voice = identity.voice_iri(words.article)
    yield from words.node(WS.Referent, voice)
    yield from words.node(WS.Outlet, voice)
    name = one_line(record.outlet.name) if record.outlet else ""
    yield voice, WS.named, boolean(bool(name))
    if record.outlet and name:
        yield voice, SKOS.prefLabel, string(name)
        yield from words.mention((record.outlet.span,) if record.outlet.span else (), voice)


def _entity(entity: Entity, words: Words, iri: URIRef) -> Iterator[Triple]:
    name = one_line(entity.name)
    yield from words.node(WS.Referent, iri)
    yield from words.node(WS[entity.type], iri)
    yield iri, WS.named, boolean(entity.named and bool(name))
    yield from words.mention(entity.mentions, iri)
    if name:
        yield iri, SKOS.prefLabel, string(name)
    for alias in sorted({one_line(alias) for alias in entity.aliases} - {name, ""}):
        yield iri, SKOS.altLabel, string(alias)
    if entity.role:
        yield iri, SCHEMA.roleName, string(one_line(entity.role))

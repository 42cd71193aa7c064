"""Whoever an article's mentions stand for: one referent each, local to the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import ORG, SKOS, URIRef

from whosays.extract.records import ArticleRecord, Attribution, Entity, Span
from whosays.graph.names import body_of_state
from whosays.graph.rdf import Triple, Words, boolean, iris, one_line, string
from whosays.graph.wording import setting
from whosays.ontology import SCHEMA, WS

_BODIES: Final = ("Organization", "MilitaryUnit", "Outlet")


@dataclass(frozen=True, slots=True)
class Referents:
    """The referents of an article, by the entity's id and by each of its mentions."""

    by_id: dict[str, URIRef]
    by_mention: dict[Span, URIRef]

    @classmethod
    def of(cls, record: ArticleRecord, article: URIRef) -> Referents:
        """Name the referents, the same whatever the ids are and in whatever order the entities stand."""
        taken: Counter[Span] = Counter()
        found = cls({}, {})
        for entity in sorted(record.entities, key=lambda e: (e.mentions, e.type, e.name, e.named, e.aliases)):
            first = min(entity.mentions, default=None)
            if first is None:
                iri = iris.silent_referent_iri(article, "unmentioned", entity.type, entity.name)
            else:
                iri = iris.referent_iri(article, first, taken[first])
                taken[first] += 1
            found.by_id[entity.id] = iri
            for mention in entity.mentions:
                found.by_mention.setdefault(mention, iri)
        return found

    def source(self, hop: Attribution, key: str, article: URIRef) -> URIRef:
        """Return who holds a hop: its entity, else whoever its words mention, else somebody unnamed."""
        if hop.entity is not None:
            return self.by_id[hop.entity]
        if hop.source is None:
            return iris.silent_referent_iri(article, "nobody named", key)
        return self.by_mention.get(hop.source) or iris.referent_iri(article, hop.source)

    def unknown(self, hop: Attribution) -> bool:
        """Tell whether the source of a hop is none of the record's entities."""
        return hop.entity is None and hop.source not in self.by_mention


def referent_triples(record: ArticleRecord, words: Words, referents: Referents) -> Iterator[Triple]:
    """Yield the outlet's voice and every entity with its names, role, mentions and members."""
    yield from _voice(record, words)
    for entity in record.entities:
        yield from _entity(entity, words, referents.by_id[entity.id])
        if entity.part_of is not None:
            yield referents.by_id[entity.id], ORG.subOrganizationOf, referents.by_id[entity.part_of]
        for member in entity.members:
            yield referents.by_id[entity.id], ORG.hasMember, referents.by_id[member]


def unknown_source_triples(hop: Attribution, source: URIRef, words: Words) -> Iterator[Triple]:
    """Yield the referent of a hop that names no entity: unnamed, described by its words if it has any."""
    yield from words.node(WS.Referent, source)
    yield source, WS.named, boolean(False)
    if hop.source is not None:
        yield from words.mention((hop.source,), source)
        yield source, SKOS.prefLabel, string(one_line(words.text[slice(*hop.source)]))


def _voice(record: ArticleRecord, words: Words) -> Iterator[Triple]:
    voice = iris.voice_iri(words.article)
    yield from words.node(WS.Referent, voice)
    yield from words.node(WS.Outlet, voice)
    name = one_line(record.outlet.name) if record.outlet else ""
    yield voice, WS.named, boolean(bool(name))
    if record.outlet and name:
        yield voice, SKOS.prefLabel, string(name)
        yield from words.mention((record.outlet.span,) if record.outlet.span else (), voice)


def _is_named(entity: Entity) -> bool:
    """Tell whether an entity has a name; "Russia's defence ministry" is one, though without capital letters."""
    name = one_line(entity.name)
    return bool(name) and (entity.named or (entity.type in _BODIES and body_of_state(name) is not None))


def _entity(entity: Entity, words: Words, iri: URIRef) -> Iterator[Triple]:
    name = one_line(entity.name)
    yield from words.node(WS.Referent, iri)
    yield from words.node(WS[entity.type], iri)
    yield iri, WS.named, boolean(_is_named(entity))
    yield from words.mention(entity.mentions, iri)
    if name:
        yield iri, SKOS.prefLabel, string(name)
    for alias in sorted({one_line(alias) for alias in entity.aliases} - {name, ""}):
        yield iri, SKOS.altLabel, string(alias)
    if entity.singulars:
        yield iri, WS.singulars, string(setting(entity.singulars))
    if entity.role and entity.role.strip():
        yield iri, SCHEMA.roleName, string(one_line(entity.role))

"""Changes as triples of ``graph/changes``: what differs, the words before and after, how the claim came there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import RDF, URIRef

from whosays.graph.changes.change import Change
from whosays.graph.rdf import ID, Triple, digest, integer, one_line, passage, string
from whosays.ontology import WS


def change_triples(changes: Iterable[Change], texts: Mapping[str, str]) -> Iterator[Triple]:
    """Yield what is known of each change; ``texts`` are the articles' texts by IRI."""
    for change in changes:
        where = (str(place) for span in (change.before, change.after) for place in span)
        iri = URIRef(f"{ID}change/{digest(change.kind, change.earlier, change.later, change.differs, *where)}")
        yield iri, RDF.type, WS.Change
        yield iri, WS.changeKind, WS[change.kind]
        yield iri, WS.changedFrom, URIRef(change.earlier)
        yield iri, WS.changedIn, URIRef(change.later)
        yield iri, WS.differs, string(one_line(change.differs))
        yield iri, WS.way, string(change.way)
        if change.basis:
            yield iri, WS.wayBecause, string(change.basis)
        yield iri, WS.firstTold, URIRef(change.first)
        if change.days is not None:
            yield iri, WS.daysLater, integer(change.days)
        if change.voice is not None:
            yield iri, WS.saidBy, URIRef(change.voice)
        sides = (
            ("before", WS.wordsBefore, change.before, change.earlier),
            ("after", WS.wordsAfter, change.after, change.later),
        )
        for side, link, span, article in sides:
            yield from passage(iri, link, URIRef(f"{iri}#{side}={span[0]},{span[1]}"), span, texts[article])

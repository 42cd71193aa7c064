"""Words of an article as nodes: the evidence that everything else points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import RDF, Literal, URIRef

from whosays.extract.records import ArticleRecord, Span
from whosays.graph import identity
from whosays.graph.literals import integer, storable
from whosays.ontology import OA, WS

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]


@dataclass(frozen=True, slots=True)
class Words:
    """An article's IRI and its storable text, character for character as long as the record's."""

    article: URIRef
    text: str

    @classmethod
    def of(cls, record: ArticleRecord) -> Words:
        """Take the words of a record."""
        return cls(identity.article_iri(record), storable(record.text))

    def node(self, kind: URIRef, iri: URIRef) -> Iterator[Triple]:
        """Yield what every node of an article has: its class and its article."""
        yield iri, RDF.type, kind
        yield iri, WS.inArticle, self.article

    def cite(self, subject: URIRef, link: URIRef, spans: Iterable[Span]) -> Iterator[Triple]:
        """Yield ``subject link span`` for each span, and the span with its offsets and its words."""
        for start, end in spans:
            span = identity.span_iri(self.article, (start, end))
            yield subject, link, span
            yield from self.node(WS.Span, span)
            yield span, OA.start, integer(start)
            yield span, OA.end, integer(end)
            yield span, OA.exact, Literal(self.text[start:end])

    def mention(self, spans: Iterable[Span], referent: URIRef) -> Iterator[Triple]:
        """Yield the spans as mentions of a referent."""
        for span in spans:
            for subject, link, value in self.cite(referent, WS.refersTo, (span,)):
                yield (
                    (value, link, subject)
                    if link == WS.refersTo and isinstance(value, URIRef)
                    else (subject, link, value)
                )

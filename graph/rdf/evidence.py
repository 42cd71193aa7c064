"""Words of an article as nodes: the evidence that everything else points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import RDF, Literal, URIRef

from whosays.extract.records import ArticleRecord, Span
from whosays.graph.rdf import iris
from whosays.graph.rdf.literals import integer, storable
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
        return cls(iris.article_iri(record), storable(record.text))

    def node(self, kind: URIRef, iri: URIRef) -> Iterator[Triple]:
        """Yield what every node of an article has: its class and its article."""
        yield iri, RDF.type, kind
        yield iri, WS.inArticle, self.article

    def cite(self, subject: URIRef, link: URIRef, spans: Iterable[Span]) -> Iterator[Triple]:
        """Yield ``subject link span`` for each span, and the span itself."""
        for span in spans:
            yield subject, link, iris.span_iri(self.article, span)
            yield from self.span(span)

    def mention(self, spans: Iterable[Span], referent: URIRef) -> Iterator[Triple]:
        """Yield the spans as mentions of a referent."""
        for span in spans:
            yield iris.span_iri(self.article, span), WS.refersTo, referent
            yield from self.span(span)

    def span(self, span: Span) -> Iterator[Triple]:
        """Yield a span with its offsets and its words."""
        iri = iris.span_iri(self.article, span)
        yield from self.node(WS.Span, iri)
        yield iri, OA.start, integer(span[0])
        yield iri, OA.end, integer(span[1])
        yield iri, OA.exact, Literal(self.text[slice(*span)])
